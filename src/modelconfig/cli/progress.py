"""Show on a terminal what a command is doing, once its work has taken two seconds."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

from modelconfig.cli.terminal import is_terminal, width_of
from modelconfig.diagnostics.phrases import printable

DELAY_SECONDS = 2.0
"""Duration of work after which progress is shown."""
_INTERVAL_SECONDS = 0.5
_CLEAR_LINE = "\r\x1b[K"


class _ProgressLine:
    """A line of standard error with the current work and its duration, which any output replaces."""

    def __init__(self) -> None:
        """Start a thread that shows the line."""
        self.work = "working"
        self._lock = Lock()
        self._ended = Event()
        self._is_visible = False
        self._start = time.monotonic()
        Thread(target=self._run, daemon=True).start()

    def clear(self) -> None:
        """Remove the line, before other output or at the end."""
        with self._lock:
            self._erase()

    def end(self) -> None:
        """Remove the line and show it no longer."""
        with self._lock:
            self._ended.set()
            self._erase()

    def _run(self) -> None:
        self._ended.wait(DELAY_SECONDS)
        while not self._ended.is_set():
            with self._lock, suppress(OSError, ValueError):
                self._draw()
            self._ended.wait(_INTERVAL_SECONDS)

    def _draw(self) -> None:
        if self._ended.is_set():
            return
        seconds = f"… {time.monotonic() - self._start:.0f} s"
        width = (width_of(sys.stderr) or 80) - len(seconds) - 1
        work = printable(self.work)
        text = work if len(work) <= width else f"…{work[1 - width :]}"
        sys.stderr.write(f"{_CLEAR_LINE}{text}{seconds}")
        sys.stderr.flush()
        self._is_visible = True

    def _erase(self) -> None:
        if self._is_visible:
            with suppress(OSError, ValueError):
                sys.stderr.write(_CLEAR_LINE)
                sys.stderr.flush()
            self._is_visible = False


_lines: list[_ProgressLine] = []
"""The line of the running command, if standard error is a terminal."""


@contextmanager
def shown_progress() -> Iterator[None]:
    """Show the work of a command that takes long, if standard error is a terminal."""
    # What a user types as input would be overwritten.
    is_typed = "-" in sys.argv and is_terminal(sys.stdin)
    if is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb" and not is_typed:
        _lines.append(_ProgressLine())
    try:
        yield
    finally:
        end_progress()


def end_progress() -> None:
    """Show no further progress: the command is a server, or its work has ended."""
    while _lines:
        _lines.pop().end()


def clear_progress() -> None:
    """Remove the line until the next time that it is shown."""
    for line in _lines:
        line.clear()


def working_on(work: str) -> None:
    """Name the current work, such as `checking models.json`."""
    for line in _lines:
        line.work = work
