"""Standard output and standard error: unprintable characters, closed pipes, full disks, encodings, exit codes."""

import io
import json
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from modelconfig.cli.progress import clear_progress, shown_progress
from modelconfig.cli.terminal import width_of, wrapped

CLEAN = 0
FINDINGS = 1
UNUSABLE = 2
INTERRUPTED = 130
"""The exit code that shells report for a program ended by Ctrl-C."""
PIPE_CLOSED = 141
"""The exit code that shells report for a program that wrote to a closed pipe."""

_CHUNK_SIZE = 8192
_COLOUR = r"\x1b\[[0-9;]*m"
_OTHER_THAN_ASCII = re.compile(rf"{_COLOUR}|[^\n\t -~]")


def echo(text: str) -> None:
    """Write text to standard output."""
    _write(sys.stdout, text)


def echo_text(text: str) -> None:
    """Write text for people to standard output; on a terminal, long lines are wrapped."""
    _write(sys.stdout, text, width_of(sys.stdout))


def echo_err(text: str) -> None:
    """Write text that is not part of the result to standard error; on a terminal, long lines are wrapped."""
    _write(sys.stderr, text, width_of(sys.stderr))


def report_missing_extra(error: ModuleNotFoundError) -> int:
    """Print which library of the extra `server` is not installed, and return the exit code.

    Raises the error if the missing module belongs to this package.
    """
    if (error.name or "").partition(".")[0] in {"modelconfig", "modelconfig_types"}:
        raise error
    hint = 'This needs the extra `server`. In the source folder: pip install ".[server]"'
    echo_err(f"modelconfig: {error.name} is not installed. {hint}\n")
    return UNUSABLE


def use_colour(stream: TextIO | None = None) -> bool:
    """Return whether a stream, by default standard output, is a terminal with colour enabled (NO_COLOR, TERM)."""
    stream = sys.stdout if stream is None else stream
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def finish(run: Callable[[], int]) -> int:
    """Call `run`, flush the output and return the exit code, also after an interrupt or a failed write."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A character that the locale cannot encode is printed as an escape, and does not end the report.
            stream.reconfigure(errors="backslashreplace")
    try:
        with shown_progress():
            code = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        _discard_stdout()
        return INTERRUPTED
    except BrokenPipeError:
        _discard_stdout()
        return PIPE_CLOSED
    except OSError as error:
        # Errors of files that the user names are handled elsewhere. This one comes from the output itself.
        _discard_stdout()
        with suppress(OSError):
            echo_err(f"modelconfig: cannot write the output: {error.strerror or error}\n")
        return UNUSABLE
    return code


def _write(stream: TextIO | None, text: str, width: int | None = None) -> None:
    # The stream is None if it was closed when the process started.
    if stream is None:
        return
    if _OTHER_THAN_ASCII.search(text):
        is_terminal = stream.isatty()
        text = _OTHER_THAN_ASCII.sub(lambda match: _shown(match[0], is_terminal=is_terminal), text)
    if width is not None:
        text = wrapped(text, width)
    clear_progress()
    # In chunks: an unbuffered stream (PYTHONUNBUFFERED) reports no error if the pipe closes during a write.
    for start in range(0, len(text), _CHUNK_SIZE):
        stream.write(text[start : start + _CHUNK_SIZE])


def _shown(text: str, *, is_terminal: bool) -> str:
    """Return a printable character, or a colour of a terminal; other characters as escapes that JSON has too.

    Values and file names may contain control characters, or change the direction of the text around them.
    """
    if text.isprintable() or (is_terminal and len(text) > 1):
        return text
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def _discard_stdout() -> None:
    """Redirect standard output to the null device, so that the interpreter's final flush cannot fail."""
    if sys.stdout is not None:
        null_device = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null_device, sys.stdout.fileno())
        os.close(null_device)
