"""The command `site render`: the merged document."""

import click

from modelconfig.cli.options import FILE, reject_repeated_stdin
from modelconfig.cli.output import echo
from modelconfig.cli.site.site_files import base_option, load_base, merged_document


@click.command
@click.argument("file", type=FILE)
@base_option
@click.option(
    "--view",
    type=click.Choice(["client", "server"]),
    default="client",
    show_default=True,
    help="View to print: what clients receive, or the whole document.",
)
@click.option("--reveal-secrets", is_flag=True, help="Include credentials in the server view.")
@click.pass_context
def render(context: click.Context, /, *, file: str, base: str | None, view: str, reveal_secrets: bool) -> None:
    """Merge site configuration FILE into the catalogue and print the result.

    FILE is JSON with comments and trailing commas; - reads standard input. The result is written to standard output,
    problems to standard error. Exit code 1 if errors prevent a result, 2 if a file cannot be read.
    """
    if reveal_secrets and view == "client":
        raise click.UsageError("--reveal-secrets requires --view server: the client view has no credentials.")
    reject_repeated_stdin(file, base)
    from modelconfig.jsontext.writer import dump_document
    from modelconfig.views.client_view import client_view
    from modelconfig.views.server_view import server_view

    catalogue = load_base(context, base)
    document = merged_document(context, file, catalogue)
    shown = client_view(document) if view == "client" else server_view(document, reveal=reveal_secrets)
    echo(dump_document(shown))
