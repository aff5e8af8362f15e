"""Reduce the output of a command to the compared parts: exit code, problems, digests."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

_TEXT_PROPERTIES = {"message", "hint", "instead", "text", "reason", "fault", "fullDescription", "help"}
"""Properties of JSON output that hold sentences for people."""
_WITH_SENTENCES = {"explain", "check", "client-check", "sarif"}
"""Commands and formats whose JSON has such properties; all other JSON on standard output is a document."""
_PROBLEM = re.compile(
    r"^(?:(?P<file>\S.*?)(?::(?P<line>\d+):\d+)?: )?(?P<severity>[a-z]+)\[(?P<code>MC\d{3})\]", re.MULTILINE
)
_ANNOTATION = re.compile(
    r"^::(?P<severity>[a-z]+) (?:file=(?P<file>[^,:]*),?)?(?:line=(?P<line>\d+))?.*?(?P<code>MC\d{3})", re.MULTILINE
)


def result(arguments: tuple[str, ...], exit_code: int | str, stdout: str, stderr: str) -> dict[str, Any]:
    """Return the recorded result of a run; `text` is the digest of the whole output, including message texts."""
    found: dict[str, Any] = {"exit": exit_code}
    problems = [*_problems(stdout), *_problems(stderr)]
    if problems:
        found["problems"] = problems
    data = _data(arguments, stdout)
    if data is not None:
        found["data"] = _digest(data)
    if stdout or stderr:
        found["text"] = _digest(f"{stdout}\0{stderr}")
    return found


def _problems(text: str) -> list[list[Any]]:
    """Return code, severity, file, line and pointer of each problem in output of any format."""
    value, rest = _leading_json(text)
    if _is_problems(value):
        return [[item.get(name) for name in ("code", "severity", "file", "line", "pointer")] for item in value]
    found = [*_PROBLEM.finditer(rest), *_ANNOTATION.finditer(rest)]
    return [[match["code"], match["severity"], match["file"], int(match["line"] or 0), None] for match in found]


def _data(arguments: tuple[str, ...], stdout: str) -> str | None:
    """Return the part of standard output that is data for programs, None if it is for people."""
    if arguments[:2] == ("ref", "sanitize"):
        return stdout
    document = re.sub(r"^\s*//.*\n", "", stdout, flags=re.MULTILINE)
    value, rest = _leading_json(document)
    if value is None or _is_problems(value):
        return None
    if not _WITH_SENTENCES.isdisjoint(arguments):
        return json.dumps([_without_sentences(value), rest])
    return document


def _is_problems(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) and "code" in item for item in value)


def _leading_json(text: str) -> tuple[Any, str]:
    """Return the array or object at the start of a text, or None, and the rest of the text."""
    if text.lstrip()[:1] not in {"[", "{"}:
        return None, text
    try:
        value, end = json.JSONDecoder().raw_decode(text.lstrip())
    except ValueError:
        return None, text
    return value, text.lstrip()[end:]


def _without_sentences(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_sentences(item) for name, item in value.items() if name not in _TEXT_PROPERTIES}
    return [_without_sentences(item) for item in value] if isinstance(value, list) else value


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
