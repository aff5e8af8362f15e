"""What the commands of `modelconfig serve` share: options about where to listen and what to log, and the run itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from modelconfig.cli.output import CLEAN, EXTRA, UNUSABLE, echo_err

if TYPE_CHECKING:
    from collections.abc import Callable

    from modelconfig.server.runner import Program

LOG_FORMATS = ("auto", "human", "json")
LOG_LEVELS = ("debug", "info", "warning", "error")
LOG_REQUESTS = ("none", "errors", "all")
_STANDARD_ERROR = 2

_OPTIONS = (
    click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on."),
    click.option(
        "--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="Port; 0 is any free one."
    ),
    click.option(
        "--log-format",
        type=click.Choice(LOG_FORMATS),
        default="auto",
        show_default=True,
        help="Lines for people or JSON; auto: for people on a terminal.",
    ),
    click.option(
        "--log-level", type=click.Choice(LOG_LEVELS), default="info", show_default=True, help="From which level up."
    ),
    click.option(
        "--log-requests",
        type=click.Choice(LOG_REQUESTS),
        default="errors",
        show_default=True,
        help="Which requests get a line; errors: status 400 and above.",
    ),
)


def server_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of both servers to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def serve(make: Callable[[], Program], *, host: str, port: int, log_format: str, log_level: str) -> int:
    """Make the program, run it until it is told to end, and return the exit code."""
    _outlive_hangups()
    _occupy_closed_streams()
    try:
        from modelconfig.server.http.logs import configure
        from modelconfig.server.runner import CannotListen, listen, run
    except ModuleNotFoundError as why:
        if (why.name or "").partition(".")[0] in {"modelconfig", "modelconfig_types"}:
            raise
        echo_err(f"modelconfig: {why.name} is not installed. {EXTRA}\n")
        return UNUSABLE
    configure(log_format, log_level)
    try:
        with listen(host, port) as listening:
            run(make(), listening)
    except CannotListen as why:
        echo_err(f"modelconfig: {why}\n")
        return UNUSABLE
    except OSError as why:
        # Files that a user names are read with care elsewhere; this is the system's, or a broken installation.
        about = f" ({why.filename})" if why.filename else ""
        echo_err(f"modelconfig: the server cannot go on: {why.strerror or why}{about}\n")
        return UNUSABLE
    return CLEAN


def _outlive_hangups() -> None:
    """Let a SIGHUP not end a server that is still about to begin: its files are yet to be read anyway.

    It does by default, and service managers take that for an orderly end, after which they start nothing again.
    """
    import signal
    from contextlib import suppress

    if hasattr(signal, "SIGHUP"):
        with suppress(ValueError):  # signals are for the main thread only
            signal.signal(signal.SIGHUP, signal.SIG_IGN)


def _occupy_closed_streams() -> None:
    """Let no socket get the number of a standard stream with which the process was started closed.

    The event loop's library ends the process when it is to close one of those.
    """
    import os
    from contextlib import suppress

    with suppress(OSError):
        while (number := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
            pass
        os.close(number)
