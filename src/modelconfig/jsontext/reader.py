"""From a file, standard input or bytes to text and a JSON value, with every problem on the way.

Clean input costs little more than `json.loads`; where something is wrong, `json_faults` goes over the text again
and says what and where.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from dataclasses import dataclass
from enum import Enum
from errno import EISDIR
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem, Severity, error, in_file, warning
from modelconfig.jsontext.scanner import find_problems
from modelconfig.jsontext.syntax_errors import DEEPEST

STDIN_NAME = "<stdin>"
"""How standard input is called in problems."""

_BOM = b"\xef\xbb\xbf"
# A run of 309 digits, the first that no double can hold, contains eight neighbours of every 38th character. Looking
# at those alone is a hundred times cheaper than searching the text, and a false alarm only costs the closer look.
_STRIDE = 38
_LONG_NUMBER = re.compile("[0-9]{8}")


class Nothing(Enum):
    """That there is no value, which null would not say."""

    NOTHING = "nothing"


NOTHING: Final = Nothing.NOTHING
"""What `parse_json` returns in place of a value when the text holds none that could be checked further."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text and what to call it in problems."""

    name: str
    text: str


def read_source(path: str | os.PathLike[str], most: int | None = None) -> tuple[Source | None, list[Problem]]:
    """Return the text of a file, or of standard input for `-`, without its byte order mark. `most` as in `read_bytes`.

    There is no text only if a problem is an error. Problems carry the file's name. Never raises for what the file is.
    """
    data, name, problems = read_bytes(path, most)
    return (None, problems) if data is None else decode(data, name)


def read_bytes(path: str | os.PathLike[str], most: int | None = None) -> tuple[bytes | None, str, list[Problem]]:
    """Return the bytes of a file, or of standard input for `-`, what to call it in problems, and why there are none.

    With `most` bytes it has to be an ordinary file that has no more: a server waits for no pipe and fills no memory.
    """
    if path == "-":
        name, fetch = STDIN_NAME, _stdin_bytes
    else:
        name, fetch = str(path), lambda: _file_bytes(path) if most is None else _ordinary_bytes(path, most)
    try:
        return fetch(), name, []
    except (OSError, ValueError) as why:
        found = error("MC001", f"cannot read this file: {_reason(why)}", hint=_remedy(why))
        return None, name, in_file([found], name)


def decode(data: bytes, name: str) -> tuple[Source | None, list[Problem]]:
    """Return the text that the bytes are in UTF-8, without a byte order mark, under the given name."""
    problems: list[Problem] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "Save it as UTF-8: it starts with the mark of UTF-16."
        return None, in_file([_placed(error("MC002", "this file is not UTF-8 text", hint=hint), 1, 1)], name)
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        hint = "It was skipped; save the file as UTF-8 without it, because other readers stop at it."
        problems.append(_placed(warning("MC010", "the file starts with a byte order mark", hint=hint), 1, 1))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as why:
        return None, in_file([*problems, _undecodable(data, why.start)], name)
    null = text.find("\0")
    if null >= 0:
        return None, in_file([*problems, _undecodable(data, len(text[:null].encode()))], name)
    return Source(name, text), in_file(problems, name)


def parse_json(text: str, most: int | None = None) -> tuple[Any, list[Problem]]:
    """Return the JSON value and the problems of the text, with line and column but without a file.

    The value is `NOTHING` when there is none or it cannot be checked further. Where a member is given twice the last
    one counts, as for every reader, and the value is returned beside the problems. `most` problems are enough, if
    given; with as many there is no value.
    """
    alarms: list[str] = []

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            alarms.append("duplicate")
        return found

    def fraction(digits: str) -> float:
        value = float(digits)
        if value in (float("inf"), float("-inf")):
            alarms.append("number")
        return value

    try:
        value = json.loads(text, object_pairs_hook=members, parse_float=fraction, parse_constant=alarms.append)
    except (ValueError, RecursionError) as why:
        found = find_problems(text, most)
        return NOTHING, found or [_placed(error("MC003", f"this is not JSON: {why}"), 1, 1)]
    if alarms or _LONG_NUMBER.search(text[::_STRIDE]) or "\\ud" in text or "\\uD" in text or _too_deep(value):
        found = find_problems(text, most)
        known = all(one.code == "MC004" for one in found) and (most is None or len(found) < most)
        return (value if known else NOTHING), found
    return value, []


def read_json(path: str | os.PathLike[str]) -> tuple[Source | None, Any, list[Problem]]:
    """Return a file's text, its JSON value or `NOTHING`, and the problems of both, with file, line and column."""
    source, problems = read_source(path)
    if source is None:
        return None, NOTHING, problems
    value, found = parse_json(source.text)
    return source, value, problems + in_file(found, source.name)


def _too_deep(value: Any) -> bool:
    containers = {dict, list}
    level = [value] if type(value) in containers else []
    for _ in range(DEEPEST):
        level = [
            part
            for container in level
            for part in (container.values() if type(container) is dict else container)
            if type(part) in containers
        ]
        if not level:
            return False
    return True


def _stdin_bytes() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()


def _file_bytes(path: str | os.PathLike[str]) -> bytes:
    from pathlib import Path

    return Path(path).read_bytes()


def _ordinary_bytes(path: str | os.PathLike[str], most: int) -> bytes:
    # A pipe would otherwise keep us waiting for somebody to write.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if not stat.S_ISREG(mode):
            raise ValueError("it is no ordinary file, but a pipe or a device")
        data = stream.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it has more than {most} bytes")
    return data


def _reason(why: OSError | ValueError) -> str:
    if isinstance(why, OSError) and why.strerror:
        return why.strerror[0].lower() + why.strerror[1:]
    return str(why)


def _remedy(why: OSError | ValueError) -> str:
    if isinstance(why, FileNotFoundError):
        return "Check the path."
    if isinstance(why, IsADirectoryError):
        return "Name the file inside it."
    if isinstance(why, PermissionError):
        return "Give yourself the right to read it."
    return "Name another file." if isinstance(why, ValueError) else ""


def _undecodable(data: bytes, offset: int) -> Problem:
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    byte = data[offset]
    if b"\0" in data:
        message, hint = "this looks like a binary file, not text", "Check that this is the file you meant."
    else:
        message, hint = f"this file is not UTF-8 text: byte 0x{byte:02X} cannot stand here", "Save it as UTF-8."
    return _placed(error("MC002", message, hint=hint), before.count(b"\n") + 1, column)


def _placed(found: Problem, line: int, column: int) -> Problem:
    return Problem(
        code=found.code,
        severity=Severity(found.severity),
        message=found.message,
        hint=found.hint,
        line=line,
        column=column,
    )
