"""JSON with comments and trailing commas, turned into JSON of equal length, so that every place stays where it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import error
from modelconfig.jsontext.positions import offset_positions

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

# A string ends with its line at the latest: one missing quote must not swallow what follows.
_STRING = r'"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?'
_COMMENT = re.compile(rf"{_STRING}|(?P<comment>//[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?P<close>\*/)?)")
_COMMA = re.compile(rf"{_STRING}|(?P<comma>,)(?=[ \t\r\n]*[}}\]])")
_MAYBE_COMMA = re.compile(r",[ \t\r\n]*[}\]]")
_INK = re.compile(r"[^\r\n]")


def strip_comments(text: str) -> str:
    """Return the text with spaces in place of comments and of commas before a closing bracket."""
    if "//" in text or "/*" in text:
        text = _COMMENT.sub(_without_comment, text)
    if _MAYBE_COMMA.search(text):
        text = _COMMA.sub(_without_comma, text)
    return text


def unterminated_comment(text: str) -> Problem | None:
    """Return the problem of a comment that is opened and never closed, with its line and column."""
    if "/*" not in text:
        return None
    for found in _COMMENT.finditer(text):
        if found["comment"] is not None and found["comment"].startswith("/*") and found["close"] is None:
            line, column = offset_positions(text, [found.start()])[0]
            problem = error("MC003", "this comment does not end", hint="Close it with */.")
            return replace(problem, line=line, column=column)
    return None


def _without_comment(found: re.Match[str]) -> str:
    return found.group() if found["comment"] is None else _INK.sub(" ", found.group())


def _without_comma(found: re.Match[str]) -> str:
    if found["comma"] is None:
        return found.group()
    text, at = found.string, found.start() - 1
    while at >= 0 and text[at] in " \t\r\n":
        at -= 1
    # `[,]` lacks a value; that is no trailing comma.
    return "," if at < 0 or text[at] in "[{,:" else " "
