"""One line of a source with a mark under the place, cut to fit and safe to print on a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from modelconfig.diagnostics.phrases import cells

if TYPE_CHECKING:
    from collections.abc import Callable

Mask: TypeAlias = "Callable[[str, int], str]"
"""Gets a line's text and its 1-based number, and returns it with what must not be seen replaced.

What it returns has the length of what it gets, so that places stay.
"""
WIDEST = 100
"""Code points of a source line that are shown."""
_CONTEXT = 40
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[^\s,:\[\]{}"]+|.')


def excerpt(line: str, number: int, column: int, *, mask: Mask | None = None) -> tuple[str, str]:
    """Return the line, cut around the 1-based column if it is long, and the line of marks below it."""
    line = line.rstrip("\r")
    if mask is not None:
        line = mask(line, number)
    begin = min(max(column - 1, 0), len(line))
    token = _TOKEN.match(line, begin, begin + WIDEST)
    end = max(token.end() if token is not None else begin + 1, begin + 1)
    first, last = _window(len(line), begin)
    before = ("…" if first else "") + line[first:begin]
    within = line[begin : min(end, last)]
    after = line[min(end, last) : last] + ("…" if last < len(line) else "")
    shown = _printable(before) + _printable(within) + _printable(after)
    marks = " " * cells(_printable(before)) + "^" * max(cells(_printable(within)), 1)
    return shown.rstrip(), marks


def _window(length: int, begin: int) -> tuple[int, int]:
    if length <= WIDEST:
        return 0, length
    first = max(0, min(begin - _CONTEXT, length - WIDEST))
    return first, first + WIDEST


def _printable(text: str) -> str:
    """Return the text with every unprintable character as one that takes up a cell, so that marks stay in line."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char == "\t" else "\ufffd" for char in text)
