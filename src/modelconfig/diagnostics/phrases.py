"""How messages quote and list what a document or a schema says: short, on one line, without control characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTE = 60
"""Code points of a quoted text before it is cut."""
LONGEST_LIST = 12
"""Items of a list before the rest is only counted."""


def quote(text: str) -> str:
    """Return the text in double quotes, cut if long, with everything unprintable escaped."""
    cut = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return '"' + visible(cut).replace('"', '\\"') + '"'


def visible(text: str) -> str:
    """Return the text with line breaks, control characters, the like and backslashes written as escapes."""
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(_escape(char) for char in text)


def printable(text: str) -> str:
    """Return the text with line breaks, control characters and direction marks as escapes, and all else as it is.

    For text that has escapes of its own, such as JSON or a message: backslashes are not doubled.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def listing(names: Iterable[str]) -> str:
    """Return `"a", "b" and "c"`; a long list is cut and the rest counted."""
    quoted = [quote(name) for name in names]
    if len(quoted) > LONGEST_LIST:
        rest = len(quoted) - LONGEST_LIST
        return ", ".join(quoted[:LONGEST_LIST]) + f" and {rest} more"
    if len(quoted) < 2:
        return "".join(quoted)
    return ", ".join(quoted[:-1]) + " and " + quoted[-1]


def count(number: int, singular: str, plural: str = "") -> str:
    """Return `1 item` or `2 items`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def cells(text: str) -> int:
    """Return how many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def first_sentence(text: str) -> str:
    """Return the text up to its first full stop that ends a sentence."""
    flat = " ".join(text.split())
    end = flat.find(". ")
    return flat if end < 0 else flat[: end + 1]


def _escape(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if char.isprintable():
        return char
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char)
    if short:
        return short
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
