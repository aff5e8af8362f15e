"""Log events, one per line: for people on a terminal, as JSON anywhere else."""

import atexit
import json
import logging
import os
import select
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import Problem
from modelconfig.diagnostics.render.text import shown_location

FORMATS = ("auto", "human", "json")
LEVELS = ("debug", "info", "warning", "error")
REQUESTS = {"none": 1000, "errors": 400, "all": 0}
"""The lowest status of the requests that are logged, by the name of the choice."""
LOGGER = logging.getLogger("modelconfig.log")
_ROOT = "modelconfig"
_STDERR = 2
_MAX_WAITING_BYTES = 1 << 20
"""Maximum bytes of lines that wait for the reader of the log."""
_FLUSH_SECONDS = 1.0
_MAX_PROBLEMS = 20
"""Maximum problems in a log line; `/status` has all of them."""


def event(logger: logging.Logger, level: int, name: str, /, **fields: Any) -> None:
    """Log an event with named values, which must contain neither credentials nor text of clients."""
    logger.log(level, name, extra={"fields": fields})


def log_problems(logger: logging.Logger, level: int, name: str, problems: Sequence[Problem]) -> None:
    """Log an event about problems: their number, and the first of them as `file:line:column: code message`."""
    lines = [_line(problem) for problem in problems[:_MAX_PROBLEMS]]
    event(logger, level, name, number=len(problems), problems=lines)


def configure(format_name: str, level: str) -> None:
    """Send the events of this package to standard error, from a minimum level.

    `auto` writes for people if that is a terminal.
    """
    handler = LineWriter(_STDERR)
    # Granian configures logging too, and thereby removes earlier handlers from those that the library flushes at exit.
    atexit.register(handler.flush)
    human = format_name == "human" or (format_name == "auto" and os.isatty(_STDERR))
    handler.setFormatter(HumanFormatter() if human else JsonFormatter())
    root = logging.getLogger(_ROOT)
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    root.propagate = False
    # Warnings of libraries.
    logging.lastResort = handler
    # A log that cannot be written (a closed terminal, a full disk) must not cause a failure or a traceback.
    logging.raiseExceptions = False


def dropped_lines() -> int:
    """Return how many lines were not written since the start."""
    return sum(one.dropped for one in logging.getLogger(_ROOT).handlers if isinstance(one, LineWriter))


class LineWriter(logging.Handler):
    """Writes lines to a descriptor in a thread, so that a reader that stops reading never stops a response.

    If too many bytes are waiting, further lines are dropped. A later line has their number.
    """

    def __init__(self, descriptor: int) -> None:
        """Write nothing yet; the thread starts with the first line."""
        super().__init__()
        self.dropped = 0
        """Lines that were not written."""
        self._descriptor = descriptor
        self._encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        self._lines: list[bytes] = []
        self._waiting_bytes = 0
        self._reported = 0
        self._changed = threading.Condition()
        # A daemon, because it may wait for the reader indefinitely.
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)

    def emit(self, record: logging.LogRecord) -> None:
        """Add a line, or count it if there is no space."""
        try:
            line = f"{self.format(record)}\n".encode(self._encoding, "backslashreplace")
            with self._changed:
                if self._waiting_bytes + len(line) > _MAX_WAITING_BYTES:
                    self.dropped += 1
                    return
                self._lines.append(line)
                self._waiting_bytes += len(line)
                self._changed.notify_all()
                if not self._thread.is_alive():
                    self._thread.start()
        except Exception:  # noqa: BLE001  # as handlers of the standard library do
            self.handleError(record)

    def flush(self) -> None:
        """Wait until all lines are written, but not long for a reader that does not read."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting_bytes, _FLUSH_SECONDS)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._lines)
                lines, self._lines = self._lines, []
            # One call for all, because after each call this thread has to wait for the event loop.
            text = b"".join(lines)
            try:
                _write_all(self._descriptor, text)
                unwritten = 0
            except OSError:
                unwritten = len(lines)
            with self._changed:
                self.dropped += unwritten
                self._waiting_bytes -= len(text)
                self._changed.notify_all()
                unreported = self.dropped - self._reported
            if unreported and not unwritten:
                self._reported += unreported
                event(LOGGER, logging.WARNING, "log lines dropped", number=unreported)


def _write_all(descriptor: int, text: bytes) -> None:
    """Write to a descriptor, which another process may have set to non-blocking."""
    while text:
        try:
            text = text[os.write(descriptor, text) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


class JsonFormatter(logging.Formatter):
    """One JSON object per line: `time` in UTC, `level`, `logger`, `event`, then the values of the event."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "time": _moment(record).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True, default=str)


class HumanFormatter(logging.Formatter):
    """The time of day, the level if it is not `info`, the event, and its values."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        time_of_day = _moment(record).astimezone().strftime("%H:%M:%S")
        level = "" if record.levelno == logging.INFO else f"{record.levelname.lower()}: "
        values = "".join(f"  {name}={_quoted(value)}" for name, value in getattr(record, "fields", {}).items())
        lines = self.formatException(record.exc_info).split("\n") if record.exc_info else []
        trace = "".join(f"\n{printable(line)}" for line in lines)
        return f"{time_of_day}  {level}{record.getMessage()}{values}{trace}"


def _line(problem: Problem) -> str:
    location = shown_location(problem)
    return f"{location}: {problem.code} {problem.message}" if location else f"{problem.code} {problem.message}"


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def _quoted(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    quoted = any(not char.isprintable() or char == " " for char in text)
    return printable(json.dumps(text, ensure_ascii=False)) if quoted else text
