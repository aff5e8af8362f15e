"""The command `site render`: the merged document."""

from __future__ import annotations

import click

from modelconfig.cli.options import echo_problems, reject_repeated_stdin
from modelconfig.cli.output import FINDINGS, UNUSABLE, echo
from modelconfig.cli.site.site_files import base_option, load_base, read_site_file
from modelconfig.diagnostics.problem import has_errors


@click.command
@click.argument("file")
@base_option
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
    reject_repeated_stdin(file, base)
    from modelconfig.analysis.check import evaluate_site
    from modelconfig.jsontext.writer import dump_document
    from modelconfig.views.client_view import client_view
    from modelconfig.views.server_view import server_view

    catalogue = load_base(context, base)
    read_result = read_site_file(file)
    if read_result.file is None:
        echo_problems(read_result.problems, read_result.source, read_result.mask)
        context.exit(UNUSABLE)
    evaluation = evaluate_site(catalogue, read_result.file.value)
    problems = [*read_result.problems, *read_result.file.place(evaluation.problems)]
    echo_problems(problems, read_result.source, read_result.mask)
    merged = evaluation.merged
    if merged is None or merged.document is None or has_errors(problems):
        context.exit(FINDINGS)
    document = client_view(merged.document)
    if view == "server":
        document = server_view(merged.document, reveal=reveal_secrets)
    echo(dump_document(document))
