"""The command `status`: the status of a running server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, use_colour

if TYPE_CHECKING:
    from modelconfig.cli.servers.status_fetch import StatusRequest

VARIABLE = "MODELCONFIG_TOKEN"
"""The environment variable that holds the token to send."""


@click.command
@click.argument("url")
@click.option("--token-file", metavar="FILE", help=f"Whose first token to send; default: ${VARIABLE}.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or as the server says it.",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1, 600), default=10.0, show_default=True, help="Seconds for the whole answer."
)
@click.pass_context
def status(context: click.Context, /, *, url: str, token_file: str | None, format_name: str, timeout: float) -> None:
    """Print the status of the gateway or the instance at URL: what it serves, how old that is, and what is wrong.

    URL is the server's address, such as http://127.0.0.1:8080; /status is added. An instance wants a token, which is
    never given on the command line. Exit code 0 when what is served is as it should be, 1 when the server is not ready
    or what it serves is stale, 2 when there is no status to be had.
    """
    from modelconfig.cli.servers.status_fetch import StatusRequest, StatusUnavailable, fetch

    try:
        request = StatusRequest.from_options(url, _token(token_file), timeout)
        server_status = fetch(request)
    except StatusUnavailable as error:
        echo_err(f"modelconfig: {error}\n")
        context.exit(UNUSABLE)
    echo(_render(server_status, request, format_name))
    context.exit(CLEAN if server_status["ready"] and not server_status["stale"] else FINDINGS)


def _render(server_status: dict[str, Any], request: StatusRequest, format_name: str) -> str:
    if format_name == "json":
        import json

        # In ASCII, because the server's text is untrusted and is printed to a terminal.
        return json.dumps(server_status, indent=2) + "\n"
    from modelconfig.cli.servers.status_text import render_status

    return render_status(server_status, request.display_url, colour=use_colour())


def _token(path: str | None) -> str | None:
    """Return the token to send, or None. Raises StatusUnavailable if the file cannot be read or has no token."""
    from modelconfig.cli.servers.status_fetch import StatusUnavailable

    if path is None:
        return os.environ.get(VARIABLE, "").strip() or None
    from modelconfig.jsontext.reader import read_source

    source, problems = read_source(path)
    if source is None:
        raise StatusUnavailable(f"{path}: {problems[-1].message}. {problems[-1].hint}")
    lines = (line.strip() for line in source.text.split("\n"))
    token = next((line for line in lines if line and not line.startswith("#")), None)
    if token is None:
        raise StatusUnavailable(f"{path}: there is no token in this file. Write one into it, on a line of its own.")
    return token
