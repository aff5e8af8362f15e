"""The command `page`: the HTML page in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo


@click.command
@click.option("--output", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path), help="Where to.")
@click.option("--models", metavar="FILE", help="Document to show, - for standard input. [default: the embedded one]")
@click.pass_context
def page(context: click.Context, /, *, folder: Path, models: str | None) -> None:
    """Write a page to search, filter and compare the models of a document, the one that the servers have at /.

    DIR gets index.html, which needs nothing but itself and works from disk too, models.json, which it links to, and
    _headers, what HTTP should say of the page. Other files in DIR are left alone. The same document gives the same
    bytes; where nothing has changed, nothing is written.

    Exit codes: 0 when DIR has the page, 1 when the document or DIR is refused, 2 when something cannot be read or
    written.
    """
    from modelconfig.cli.options import echo_problems
    from modelconfig.diagnostics.phrases import printable
    from modelconfig.errors import WriteError
    from modelconfig.publish.page_folder import page_files, write_page
    from modelconfig.publish.public_document import examine_public

    examined = examine_public(models)
    echo_problems(examined.problems, examined.source)
    if examined.data is None or examined.document is None:
        context.exit(FINDINGS if examined.source is not None else UNUSABLE)
    try:
        written, problems = write_page(folder, page_files(examined.data, examined.document))
    except WriteError as error:
        echo_problems([error.problem])
        context.exit(UNUSABLE)
    if problems:
        echo_problems(problems)
        context.exit(FINDINGS)
    lines = [f"wrote {printable(str(folder / name))}\n" for name in written]
    echo("".join(lines) or f"nothing changed in {printable(str(folder))}\n")
    context.exit(CLEAN)
