"""The command `status`: the status of a running server."""

import json
import os

import click

from modelconfig.cli.options import FILE, echo_problems
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, echo_text, use_colour
from modelconfig.cli.progress import working_on
from modelconfig.cli.servers.server_options import option
from modelconfig.diagnostics.phrases import printable

VARIABLE = "MODELCONFIG_TOKEN"
"""The environment variable that holds the token to send."""


@click.command
@click.argument("url")
@click.option(
    "--token-file",
    type=FILE,
    metavar="FILE",
    help=f"File whose first token is sent. [default: the token in ${VARIABLE}]",
)
@option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format; json: as the server sends it.",
)
@option("--timeout", type=click.FloatRange(0.1, 600), default=10.0, help="Total timeout of the request, in seconds.")
@click.pass_context
def status(context: click.Context, /, *, url: str, token_file: str | None, format_name: str, timeout: float) -> None:
    """Show the status of a running server: what it serves, since when, and every problem.

    URL is the address of a gateway or an instance, such as localhost:8080; /status is appended. Without http:// or
    https://, a server on this machine is requested by http, and any other one by https. An instance requires a token:
    use --token-file or $MODELCONFIG_TOKEN. Exit codes: 0 when the server is ready and up to date, 1 when it is not
    ready or stale, 2 when the status cannot be fetched.
    """
    from modelconfig.cli.servers.status_fetch import StatusUnavailable, fetch, unencrypted_token

    working_on("requesting the status")
    try:
        token = _token(token_file)
        echo_problems([] if token is None else unencrypted_token(url))
        server_status, display_url = fetch(url, token, timeout)
    except StatusUnavailable as error:
        echo_err(f"modelconfig: {error}\n")
        context.exit(UNUSABLE)
    if format_name == "json":
        # In ASCII, because the server's text is untrusted and is printed to a terminal.
        echo(json.dumps(server_status, indent=2) + "\n")
    else:
        from modelconfig.cli.servers.status_text import render_status

        echo_text(render_status(server_status, display_url, colour=use_colour()))
    context.exit(CLEAN if server_status["ready"] and not server_status["stale"] else FINDINGS)


def _token(path: str | None) -> str | None:
    """Return the token to send, or None. Raises StatusUnavailable if the file cannot be read or has no token."""
    if path is None:
        return os.environ.get(VARIABLE, "").strip() or None
    from modelconfig.cli.servers.status_fetch import StatusUnavailable
    from modelconfig.jsontext.reader import read_source
    from modelconfig.storage.files import shown_url

    source, problems = read_source(path)
    name = printable(shown_url(path))
    if source is None:
        raise StatusUnavailable(f"{name}: {problems[-1].message}. {problems[-1].hint}")
    lines = (line.strip() for line in source.text.split("\n"))
    token = next((line for line in lines if line and not line.startswith("#")), None)
    if token is None:
        raise StatusUnavailable(f"{name}: the file contains no token. Add one on its own line.")
    return token
