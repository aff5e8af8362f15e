"""The dialect's patterns, made to mean the same in Python's and Rust's engines as in ECMAScript's unicode mode."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_ANY_BUT_LINE_END = "[^\\n\\r\u2028\u2029]"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern for Python, whose own `$` would also match before a final line feed."""
    pieces = _PIECE.findall(portable(pattern))
    return re.compile("".join(r"\Z" if piece == "$" else piece for piece in pieces))


def portable(pattern: str) -> str:
    """Return the pattern with `.` spelt out, which the engines read differently."""
    return "".join(_ANY_BUT_LINE_END if piece == "." else piece for piece in _PIECE.findall(pattern))


def with_portable_patterns(node: Any) -> Any:
    """Return the schema with portable patterns: itself, or a copy where one had to change.

    Members called `pattern` are taken for the keyword only where they hold a string, so a property of that name stays.
    """
    if isinstance(node, dict):
        parts = {name: with_portable_patterns(part) for name, part in node.items()}
        if isinstance(node.get("pattern"), str):
            parts["pattern"] = portable(node["pattern"])
        return parts if any(parts[name] is not part for name, part in node.items()) else node
    if isinstance(node, list):
        items = [with_portable_patterns(part) for part in node]
        return items if any(new is not old for new, old in zip(items, node, strict=True)) else node
    return node
