"""The command `page`: the HTML page in a folder."""

from pathlib import Path

import click

from modelconfig.cli.documents.publish_command import public_document_or_exit
from modelconfig.cli.options import document_option, echo_problems, reject_url
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo
from modelconfig.cli.problem_policy import policy_options
from modelconfig.cli.progress import working_on


@click.command
@click.option(
    "--output",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    callback=reject_url,
    help="Output folder.",
)
@document_option
@policy_options(writes=True)
@click.pass_context
def page(context: click.Context, /, *, folder: Path, base: str | None) -> None:
    """Write a page to search, filter and compare the models of a document. Servers serve the same page at /.

    The files in DIR are index.html, which is self-contained and also works from disk; models.json, which it links to;
    models.sources.json, if it is the embedded catalogue; and _headers, the HTTP headers for static hosts. Other files
    in DIR are left unchanged. The same document gives the same bytes, and unchanged files are not written.

    Exit codes: 0 the page is in DIR, 1 the document or DIR is rejected, 2 a file cannot be read or written.
    """
    from modelconfig.diagnostics.phrases import printable
    from modelconfig.errors import WriteError
    from modelconfig.publish.page_folder import page_files, write_page

    working_on(f"writing the page to {folder}")
    data, document, sources = public_document_or_exit(context, base)
    try:
        written, problems = write_page(folder, page_files(data, document, sources))
    except WriteError as error:
        echo_problems([error.problem])
        context.exit(UNUSABLE)
    if problems:
        echo_problems(problems)
        context.exit(FINDINGS)
    lines = [f"wrote {printable(str(folder / name))}\n" for name in written]
    echo("".join(lines) or f"nothing changed in {printable(str(folder))}\n")
    context.exit(CLEAN)
