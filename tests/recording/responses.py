"""Hook of the server tests: record each response if MODELCONFIG_RECORD names a file.

Values that differ between runs are replaced: times, request ids and ports. Of `/status` and `/metrics` only the
structure is recorded.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from contextvars import ContextVar
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Result = TypeVar("Result")

VARIABLE = "MODELCONFIG_RECORD"
FIXTURES = "(fixtures)"
"""In the place of a test's name: a fixture that several tests share belongs to none of them."""
VOLATILE_PATHS = ("/status", "/metrics")
"""Their bodies hold ages, times, paths, ports and counts."""
MOMENTARY = dict.fromkeys(
    ("ageSeconds", "etag", "lastAttempt", "lastOutcome", "lastSuccess", "nextAttempt", "offeredRevision"),
    "null before the first poll has ended, or while one is under way; not every test waits for that",
)
"""Properties of these bodies whose type depends on the moment, with the reason."""
RECENT = 600.0
"""Seconds: a Last-Modified that is younger comes from a file that the test wrote."""
_OF_BODY = {"content-length", "etag"}
_HELD: ContextVar[list[str] | None] = ContextVar("_HELD", default=None)


def note(method: str, path: str, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
    """Append a response to the recording."""
    if VARIABLE not in os.environ:
        return
    volatile = status == 200 and path.partition("?")[0] in VOLATILE_PATHS
    line = {
        "test": _test(),
        "method": method,
        "path": path,
        "status": status,
        "headers": [[name, _header(name.lower(), value, volatile=volatile)] for name, value in headers],
        "body": _structure_of(body) if volatile else hashlib.sha256(body).hexdigest(),
    }
    held = _HELD.get()
    text = json.dumps(line)
    if held is None:
        _write([text])
    else:
        held.append(text)


def of_last_attempt(condition: Callable[[], Result]) -> Callable[[], Result]:
    """Return a condition that is polled until it is true, with only the responses of the last attempt recorded."""

    def attempt() -> Result:
        held: list[str] = []
        token = _HELD.set(held)
        try:
            result = condition()
        finally:
            _HELD.reset(token)
        if result:
            _write(held)
        return result

    return attempt


def _write(lines: list[str]) -> None:
    if lines and VARIABLE in os.environ:
        with Path(os.environ[VARIABLE]).open("a", encoding="utf-8") as stream:
            stream.write("".join(f"{line}\n" for line in lines))


def _test() -> str:
    """Return the name of the running test with its parameters, without its file, which may be moved."""
    name, _, phase = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[2].rpartition(" (")
    return name if phase == "call)" else FIXTURES


def _header(name: str, value: str, *, volatile: bool) -> str:
    if name in {"date", "x-request-id"} or (volatile and name in _OF_BODY):
        return f"<{name}>"
    if name == "last-modified" and abs(time.time() - parsedate_to_datetime(value).timestamp()) < RECENT:
        return "<recent>"
    return _neutral(value)


def _neutral(text: str) -> str:
    return re.sub(r"(127\.0\.0\.1|localhost|\[::1\]):\d+", r"\1:<port>", text)


def _structure_of(body: bytes) -> Any:
    try:
        return _structure(json.loads(body))
    except ValueError:
        lines = body.decode("utf-8", "replace").splitlines()
        return sorted({_neutral(line if line.startswith("#") else line.rpartition(" ")[0]) for line in lines})


def _structure(value: Any) -> Any:
    """Return a JSON value with each scalar replaced by its type, and each distinct item once."""
    if isinstance(value, dict):
        return {name: "any" if name in MOMENTARY else _structure(item) for name, item in value.items()}
    if isinstance(value, list):
        kinds = {json.dumps(_structure(item), sort_keys=True) for item in value}
        return [json.loads(kind) for kind in sorted(kinds)]
    return type(value).__name__
