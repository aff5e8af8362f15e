"""Patterns of the dialect with the same meaning in Python's and Rust's engines.

The meaning is that of ECMAScript's Unicode mode.
"""

import re
from functools import cache
from typing import Any

# A class that nothing closes is one element too: a search for the end from each of many brackets takes quadratic time.
_ELEMENT = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]?|.", re.DOTALL)
_NOT_LINE_END = "[^\\n\\r\u2028\u2029]"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern for Python, where `$` would also match before a final line feed."""
    elements = _ELEMENT.findall(portable(pattern))
    return re.compile("".join(r"\Z" if element == "$" else element for element in elements))


def portable(pattern: str) -> str:
    """Return the pattern with `.` replaced by the class that it means in ECMAScript: the engines differ."""
    return "".join(_NOT_LINE_END if element == "." else element for element in _ELEMENT.findall(pattern))


def with_portable_patterns(node: Any) -> Any:
    """Return a copy of a schema with portable patterns.

    A property named `pattern` is the keyword only if its value is a string.
    """
    if isinstance(node, dict):
        parts = {name: with_portable_patterns(part) for name, part in node.items()}
        return parts | {"pattern": portable(node["pattern"])} if isinstance(node.get("pattern"), str) else parts
    return [with_portable_patterns(part) for part in node] if isinstance(node, list) else node
