"""The width of a terminal, and text that is wrapped to it. Output that is not a terminal is never wrapped."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TextIO

from modelconfig.diagnostics.phrases import cells

_MIN_WIDTH = 30
"""Columns of the narrowest terminal for which text is wrapped."""
_MAX_HELP_WIDTH = 120
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WORD = re.compile(" *[^ ]+| +")


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; a stream is None or closed if it was closed when the process started."""
    return stream is not None and not stream.closed and stream.isatty()


def width_of(stream: TextIO | None) -> int | None:
    """Return the columns of a terminal, by COLUMNS or by its size; None if a stream is not one, or is very narrow."""
    if stream is None or not is_terminal(stream):
        return None
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() else 0
    if not width:
        with suppress(OSError, ValueError):
            width = os.get_terminal_size(stream.fileno()).columns
    return width if width >= _MIN_WIDTH else None


def help_width(stream: TextIO | None) -> int | None:
    """Return the columns to which help is limited on a terminal; None for the default of click, 80 columns."""
    width = width_of(stream)
    return None if width is None else min(width, _MAX_HELP_WIDTH)


def wrapped(text: str, width: int, *, hanging: int = 2) -> str:
    """Return text with lines of at most `width` columns, except for longer words.

    Continued lines are indented by `hanging` columns more than the line.
    """
    return "\n".join(_wrapped_line(line, width, hanging) if cells(line) > width else line for line in text.split("\n"))


def reflowed(markdown: str, width: int) -> str:
    """Return Markdown with the lines of its paragraphs as long as the width allows; blocks of code are kept."""
    lines: list[tuple[str, bool]] = []
    is_code = is_paragraph = False
    for line in markdown.split("\n"):
        is_fence = line.startswith("```")
        is_prose = bool(line) and not (is_code or is_fence or line.startswith(("#", "|")))
        if is_prose and is_paragraph and not line.startswith("- "):
            lines[-1] = f"{lines[-1][0]} {line.strip()}", True
        else:
            lines.append((line, is_prose))
        is_paragraph = is_prose
        is_code ^= is_fence
    return "\n".join(
        wrapped(line, width, hanging=2 if line.startswith("- ") else 0) if is_prose else line
        for line, is_prose in lines
    )


def _wrapped_line(line: str, width: int, hanging: int) -> str:
    indentation = len(line) - len(line.lstrip(" ")) + hanging
    result: list[str] = []
    used = 0
    for word in _WORD.findall(line.rstrip(" ")):
        size = cells(_COLOUR.sub("", word))
        if result and used + size > width:
            unindented = word.lstrip(" ")
            result.append("\n" + " " * indentation + unindented)
            used = indentation + cells(_COLOUR.sub("", unindented))
        else:
            result.append(word)
            used += size
    return "".join(result) or line
