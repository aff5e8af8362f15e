"""Log events, one per line: for people on a terminal, as JSON anywhere else."""

import json
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TextIO

from modelconfig.diagnostics.problem import Problem
from modelconfig.diagnostics.render.text import shown_location

FORMATS = ("auto", "human", "json")
LEVELS = ("debug", "info", "warning", "error")
REQUESTS = {"none": 1000, "errors": 400, "all": 0}
"""The lowest status of the requests that are logged, by the name of the choice."""
_ROOT = "modelconfig"
_MAX_PROBLEMS = 20
"""Maximum problems in a log line; `/status` has all of them."""


def event(logger: logging.Logger, level: int, name: str, /, **fields: Any) -> None:
    """Log an event with named values, which must contain neither credentials nor text of clients."""
    logger.log(level, name, extra={"fields": fields})


def log_problems(logger: logging.Logger, level: int, name: str, problems: Sequence[Problem]) -> None:
    """Log an event about problems: their number, and the first of them as `file:line:column: code message`."""
    lines = [_line(problem) for problem in problems[:_MAX_PROBLEMS]]
    event(logger, level, name, number=len(problems), problems=lines)


def configure(format_name: str, level: str, stream: TextIO | None = None) -> None:
    """Send the events of this package to a stream, standard error by default, from a minimum level.

    `auto` writes for people if the stream is a terminal.
    """
    target = sys.stderr if stream is None else stream
    # A process may be started with a stream closed.
    handler = logging.NullHandler() if target is None else logging.StreamHandler(target)
    human = format_name == "human" or (format_name == "auto" and target is not None and target.isatty())
    handler.setFormatter(HumanFormatter() if human else JsonFormatter())
    root = logging.getLogger(_ROOT)
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    root.propagate = False
    # A log that cannot be written (a closed terminal, a full disk) must not cause a failure or a traceback.
    logging.raiseExceptions = False


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
        trace = "\n" + self.formatException(record.exc_info) if record.exc_info else ""
        return f"{time_of_day}  {level}{record.getMessage()}{values}{trace}"


def _line(problem: Problem) -> str:
    location = shown_location(problem)
    return f"{location}: {problem.code} {problem.message}" if location else f"{problem.code} {problem.message}"


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)


def _quoted(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return json.dumps(text, ensure_ascii=False) if any(not char.isprintable() or char == " " for char in text) else text
