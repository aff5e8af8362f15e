"""Read a file, standard input or bytes into a JSON value, with every problem.

Valid input costs little more than `json.loads`. Only where that gives reason for it, `find_problems` scans the text a
second time for all its problems.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.problem import Problem, error, in_file, warning
from modelconfig.jsontext.conflict_markers import conflict_problems, first_sides
from modelconfig.jsontext.scanner import MAX_DEPTH, find_problems
from modelconfig.storage.files import (
    LOCAL_SIZE_LIMIT,
    is_url,
    read_regular_file,
    read_stream,
    shown_url,
    unreadable,
    url_instead_of_file,
)

if TYPE_CHECKING:
    import os

STDIN_NAME = "<stdin>"
"""The name of standard input in problems."""

_BOM = b"\xef\xbb\xbf"
# A number of 309 digits, the shortest that may overflow a double, contains eight neighbours of every 38th character.
# Looking at those alone is a hundred times cheaper than searching the text, and a false positive only costs the closer
# look.
_DIGIT_STRIDE = 38
_LONG_NUMBER = re.compile("[0-9]{8}")


class Nothing(Enum):
    """The type of `NOTHING`, which is not null."""

    NOTHING = "nothing"


NOTHING: Final = Nothing.NOTHING
"""The result of `parse_json` in place of a value, when the text has no value that can be checked further."""


class Source(NamedTuple):
    """A text and its name in problems."""

    name: str
    text: str


def read_source(path: str | os.PathLike[str], limit: int | None = None) -> tuple[Source | None, list[Problem]]:
    """Return the text of a file, or of standard input for `-`, without its byte order mark, and its problems.

    `limit` is as in `read_bytes`. The text is None only if a problem is an error. Problems carry the file's name. Never
    raises for the file's content or type.
    """
    data, name, problems = read_bytes(path, limit)
    return (None, problems) if data is None else decode(data, name)


def read_bytes(path: str | os.PathLike[str], limit: int | None = None) -> tuple[bytes | None, str, list[Problem]]:
    """Return the bytes of a file, or of standard input for `-`, the name for problems, and the problems.

    With `limit` the file must be a regular file of at most that many bytes: a server must not wait for a pipe or run
    out of memory. The bytes are None if there is a problem.
    """
    name = STDIN_NAME if path == "-" else str(path)
    if is_url(name):
        name = shown_url(name)
        return None, name, in_file([url_instead_of_file()], name)
    try:
        return _bytes(path, limit), name, []
    except OSError as os_error:
        return None, name, in_file([unreadable(os_error)], name)
    except ValueError as exception:
        problem = error("MC001", f"cannot read the file: {exception}", hint="Specify another file.")
        return None, name, in_file([problem], name)


def decode(data: bytes, name: str) -> tuple[Source | None, list[Problem]]:
    """Return the text of UTF-8 bytes without a byte order mark, under the given name, and the problems."""
    problems: list[Problem] = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        hint = "Save it as UTF-8 without the mark: it is ignored here, but other parsers reject it."
        problem = warning("MC010", "the file starts with a byte order mark", hint=hint)
        problems.append(replace(problem, line=1, column=1))
    text = ""
    try:
        text = data.decode("utf-8")
        invalid = data.find(0)
    except UnicodeDecodeError as exception:
        invalid = exception.start
    if invalid < 0:
        return Source(name, text), in_file(problems, name)
    return None, in_file([*problems, _not_text(data, invalid)], name)


def parse_json(text: str, limit: int | None = None) -> tuple[Any, list[Problem]]:
    """Return the JSON value and the problems of the text, with line and column but without a file.

    The value is `NOTHING` when there is none or it cannot be checked further. Where a property name occurs twice in an
    object, the last one counts, as for other parsers, and the value is returned together with the problems. With
    `limit`, scanning stops after that many problems; if there are that many, there is no value.
    """
    suspicions: list[str] = []

    def object_from_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        properties = dict(pairs)
        if len(properties) != len(pairs):
            suspicions.append("duplicate")
        return properties

    def parse_float_checked(digits: str) -> float:
        value = float(digits)
        if value in (float("inf"), float("-inf")):
            suspicions.append("number")
        return value

    try:
        value = json.loads(
            text, object_pairs_hook=object_from_pairs, parse_float=parse_float_checked, parse_constant=suspicions.append
        )
    except (ValueError, RecursionError) as exception:
        conflicts = conflict_problems(text)
        problems = [*conflicts, *find_problems(first_sides(text) if conflicts else text, limit)]
        return NOTHING, problems or [replace(error("MC003", f"invalid JSON: {exception}"), line=1, column=1)]
    if suspicions or _LONG_NUMBER.search(text[::_DIGIT_STRIDE]) or "\\ud" in text or "\\uD" in text or _too_deep(value):
        problems = find_problems(text, limit)
        has_value = all(problem.code == "MC004" for problem in problems) and (limit is None or len(problems) < limit)
        return (value if has_value else NOTHING), problems
    return value, []


def read_json(path: str | os.PathLike[str]) -> tuple[Source | None, Any, list[Problem]]:
    """Return a file's text, its JSON value or `NOTHING`, and the problems of both, with file, line and column."""
    source, problems = read_source(path)
    if source is None:
        return None, NOTHING, problems
    value, json_problems = parse_json(source.text)
    return source, value, problems + in_file(json_problems, source.name)


def _too_deep(value: Any) -> bool:
    containers = {dict, list}
    level = [value] if type(value) in containers else []
    for _ in range(MAX_DEPTH):
        level = [
            part
            for container in level
            for part in (container.values() if type(container) is dict else container)
            if type(part) in containers
        ]
        if not level:
            return False
    return True


def _bytes(path: str | os.PathLike[str], limit: int | None) -> bytes:
    if path == "-":
        if sys.stdin is None or sys.stdin.closed:
            raise OSError("standard input is closed")
        return read_stream(sys.stdin.buffer, LOCAL_SIZE_LIMIT)
    if limit is not None:
        return read_regular_file(path, limit)
    from pathlib import Path

    with Path(path).open("rb") as stream:
        return read_stream(stream, LOCAL_SIZE_LIMIT)


def _not_text(data: bytes, offset: int) -> Problem:
    """Return the problem of the byte at the offset, which is null or not UTF-8."""
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message, hint = "the file is not UTF-8 text", "Save it as UTF-8; it starts with the byte order mark of UTF-16."
    elif b"\0" in data:
        message, hint = "the file is binary, not text", "Check that this is the right file."
    else:
        message, hint = f"the file is not UTF-8 text: invalid byte 0x{data[offset]:02X}", "Save it as UTF-8."
    return replace(error("MC002", message, hint=hint), line=before.count(b"\n") + 1, column=column)
