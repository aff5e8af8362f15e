"""One source line with a caret below the location, safe for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from modelconfig.diagnostics.json_tokens import TOKEN
from modelconfig.diagnostics.phrases import cells

Mask: TypeAlias = "Callable[[str, int], str]"
"""Returns a line, given with its 1-based number, with confidential text replaced.

The result has the same length as the line, so that positions stay the same.
"""
_REST_OF_REFERENCE = re.compile(r"(?:::[\w.@-]+)+")
"""What follows the provider in a model reference without quotes, as in YAML: to JSON, colons are tokens."""
MAX_WIDTH = 100
"""Code points of a source line that are shown where the output has no narrower width."""


def excerpt(
    line: str, number: int, column: int, *, mask: Mask | None = None, width: int = MAX_WIDTH
) -> tuple[str, str]:
    """Return the line, cut around the 1-based column to `width` code points, and the line of marks below it."""
    line = line.rstrip("\r")
    if mask is not None:
        line = mask(line, number)
    begin = min(max(column - 1, 0), len(line))
    token = TOKEN.match(line, begin, begin + width)
    end = token.end() if token is not None and token.lastgroup != "space" else begin + 1
    if token is not None and token.lastgroup == "word" and (rest := _REST_OF_REFERENCE.match(line, end)):
        end = rest.end()
    first = max(0, min(begin - width * 2 // 5, len(line) - width))
    last = first + width
    before = ("…" if first else "") + line[first:begin]
    marked = line[begin : min(end, last)]
    after = line[min(end, last) : last] + ("…" if last < len(line) else "")
    visible_line = _printable(before) + _printable(marked) + _printable(after)
    marks = " " * cells(_printable(before)) + "^" * max(cells(_printable(marked)), 1)
    return visible_line.rstrip(), marks


def _printable(text: str) -> str:
    """Return the text with every unprintable character as one of the width of a cell, so that marks stay aligned."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char == "\t" else "\ufffd" for char in text)
