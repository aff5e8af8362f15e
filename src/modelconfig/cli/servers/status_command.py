"""`modelconfig status`: what a running server says of itself, for a person or a script that watches it."""

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
    from modelconfig.cli.servers.status_fetch import NoStatus, StatusRequest, fetch

    try:
        question = StatusRequest.of(url, _token(token_file), timeout)
        found = fetch(question)
    except NoStatus as why:
        echo_err(f"modelconfig: {why}\n")
        context.exit(UNUSABLE)
    echo(_shown(found, question, format_name))
    context.exit(CLEAN if found["ready"] and not found["stale"] else FINDINGS)


def _shown(found: dict[str, Any], question: StatusRequest, format_name: str) -> str:
    if format_name == "json":
        import json

        # In ASCII: a stranger's text reaches a terminal here, too.
        return json.dumps(found, indent=2) + "\n"
    from modelconfig.cli.servers.status_text import as_words

    return as_words(found, question.shown, colour=use_colour())


def _token(path: str | None) -> str | None:
    """Return the token to send, if there is one. Raises NoStatus where there should be one and is none."""
    from modelconfig.cli.servers.status_fetch import NoStatus

    if path is None:
        return os.environ.get(VARIABLE, "").strip() or None
    from modelconfig.jsontext.reader import read_source

    source, problems = read_source(path)
    if source is None:
        raise NoStatus(f"{path}: {problems[-1].message}. {problems[-1].hint}")
    lines = (line.strip() for line in source.text.split("\n"))
    token = next((line for line in lines if line and not line.startswith("#")), None)
    if token is None:
        raise NoStatus(f"{path}: there is no token in this file. Write one into it, on a line of its own.")
    return token
