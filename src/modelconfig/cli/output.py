"""How a command writes and ends: one place for closed pipes, full disks and odd encodings."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

CLEAN = 0
FINDINGS = 1
UNUSABLE = 2
INTERRUPTED = 130
"""What a shell reports for a program that Ctrl-C ended."""
PIPE_CLOSED = 141
"""What a shell reports for a program that wrote to a closed pipe."""
EXTRA = 'This needs the extra `server`: pip install "cody-modelconfig[server]"'
"""The hint where a library of the extra is missing."""

_PIECE = 8192


def echo(text: str) -> None:
    """Write to standard output."""
    _write(sys.stdout, text)


def echo_err(text: str) -> None:
    """Write to standard error: what accompanies a result and is not part of it."""
    _write(sys.stderr, text)


def use_colour(stream: TextIO | None = None) -> bool:
    """Tell whether a stream, standard output by default, is a terminal whose user has not asked for no colour."""
    stream = sys.stdout if stream is None else stream
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def finish(run: Callable[[], int]) -> int:
    """Run, flush, and return the exit code, also when output cannot be written or the user interrupts."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A locale without a character must not end a report: it shows as an escape.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        _mute()
        return INTERRUPTED
    except BrokenPipeError:
        _mute()
        return PIPE_CLOSED
    except OSError as why:
        # Files that a user names are read and written with care elsewhere; what is left is the output itself.
        _mute()
        with suppress(OSError):
            echo_err(f"modelconfig: cannot write the output: {why.strerror or why}\n")
        return UNUSABLE
    return code


def _write(stream: TextIO | None, text: str) -> None:
    # A process may be started with a stream closed.
    if stream is None:
        return
    # In pieces: an unbuffered stream (PYTHONUNBUFFERED) says nothing when a pipe closes within one write.
    for begin in range(0, len(text), _PIECE):
        stream.write(text[begin : begin + _PIECE])


def _mute() -> None:
    """Point standard output at nothing, so that the interpreter's own last flush cannot fail."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
