"""`modelconfig site render`: the document that a site configuration makes, as clients or as the instance sees it."""

from __future__ import annotations

import click

from modelconfig.cli.output import FINDINGS, UNUSABLE, echo
from modelconfig.cli.site.site_files import BASE_HELP, base_document, echo_problems, read_site_file
from modelconfig.diagnostics.problem import has_errors


@click.command
@click.argument("file")
@click.option("--base", metavar="FILE", help=BASE_HELP)
@click.option(
    "--view",
    type=click.Choice(["client", "server"]),
    default="client",
    show_default=True,
    help="What clients receive, or all that the instance knows.",
)
@click.option("--reveal-secrets", is_flag=True, help="Print the credentials in the server view.")
@click.pass_context
def render(context: click.Context, /, *, file: str, base: str | None, view: str, reveal_secrets: bool) -> None:
    """Print the model configuration that the site configuration FILE makes of the supplied catalogue.

    FILE is JSON with comments and trailing commas; - reads standard input. The result goes to standard output, problems
    to standard error. Exit code 1 when there is no result because of errors, 2 when a file cannot be read.
    """
    if reveal_secrets and view == "client":
        raise click.UsageError("--reveal-secrets needs --view server: clients never see credentials.")
    if file == base == "-":
        raise click.UsageError("- can be given once: standard input can be read only once.")
    from modelconfig.analysis.check import evaluate_site
    from modelconfig.errors import DocumentInvalid
    from modelconfig.jsontext.writer import dump_document
    from modelconfig.views.client_view import client_view
    from modelconfig.views.server_view import server_view

    try:
        supplied = base_document(base)
    except DocumentInvalid as why:
        echo_problems(why.problems)
        context.exit(UNUSABLE)
    read = read_site_file(file)
    if read.file is None:
        echo_problems(read.problems, read)
        context.exit(UNUSABLE)
    evaluation = evaluate_site(supplied, read.file.value)
    problems = [*read.problems, *read.file.place(evaluation.problems)]
    echo_problems(problems, read)
    merged = evaluation.merged
    if merged is None or merged.document is None or has_errors(problems):
        context.exit(FINDINGS)
    shown = client_view(merged.document)
    if view == "server":
        shown = server_view(merged.document, reveal=reveal_secrets)
    echo(dump_document(shown))
