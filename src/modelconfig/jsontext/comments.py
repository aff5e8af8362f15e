"""JSON with comments and trailing commas, blanked to JSON of equal length.

Line breaks and offsets stay the same, so that positions in the result are positions in the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import error
from modelconfig.jsontext.positions import offset_positions

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

# A string ends at the end of its line at the latest: a missing quote must not consume the lines below.
_STRING = r'"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?'
_COMMENT = re.compile(rf"{_STRING}|(?P<comment>//[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?P<close>\*/)?)")
_COMMA = re.compile(rf"{_STRING}|(?P<comma>,)(?=[ \t\r\n]*[}}\]])")
_MAYBE_COMMA = re.compile(r",[ \t\r\n]*[}\]]")
_NOT_LINE_BREAK = re.compile(r"[^\r\n]")


def strip_comments(text: str) -> str:
    """Return the text with spaces in place of comments and of trailing commas."""
    if "//" in text or "/*" in text:
        text = _COMMENT.sub(_without_comment, text)
    if _MAYBE_COMMA.search(text):
        text = _COMMA.sub(_without_comma, text)
    return text


def unterminated_comment(text: str) -> Problem | None:
    """Return the problem of a comment without an end, with its line and column, or None."""
    if "/*" not in text:
        return None
    for match in _COMMENT.finditer(text):
        if match["comment"] is not None and match["comment"].startswith("/*") and match["close"] is None:
            line, column = offset_positions(text, [match.start()])[0]
            problem = error("MC003", "this comment does not end", hint="Close it with */.")
            return replace(problem, line=line, column=column)
    return None


def _without_comment(match: re.Match[str]) -> str:
    return match.group() if match["comment"] is None else _NOT_LINE_BREAK.sub(" ", match.group())


def _without_comma(match: re.Match[str]) -> str:
    if match["comma"] is None:
        return match.group()
    text, offset = match.string, match.start() - 1
    while offset >= 0 and text[offset] in " \t\r\n":
        offset -= 1
    # In `[,]` a value is missing; that comma is not a trailing comma.
    return "," if offset < 0 or text[offset] in "[{,:" else " "
