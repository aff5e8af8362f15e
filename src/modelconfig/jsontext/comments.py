"""JSON with comments and trailing commas, turned into JSON of equal length.

Line breaks and offsets stay the same, so that positions in the result are positions in the text.
"""

import re
from dataclasses import replace

from modelconfig.diagnostics.json_tokens import TOKEN
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext.positions import offset_positions

_NOT_LINE_BREAK = re.compile(r"[^\r\n]")


def strip_comments(text: str) -> str:
    """Return the text with spaces in place of comments and of trailing commas."""
    spans: list[tuple[int, int]] = []
    # In `[,]` a value is missing; that comma is not a trailing comma. Nor is one at the start.
    before_value = True
    comma = None
    for token in TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "mark":
            mark = token.group()
            if comma is not None and mark in "}]":
                spans.append(comma)
            comma = token.span() if mark == "," and not before_value else None
            before_value = mark in "[{,:"
        elif kind == "comment":
            spans.append(token.span())
        elif kind != "space":
            comma, before_value = None, False
    parts, end = [], 0
    for begin, next_end in sorted(spans):
        parts += [text[end:begin], _NOT_LINE_BREAK.sub(" ", text[begin:next_end])]
        end = next_end
    return "".join([*parts, text[end:]])


def unterminated_comment(text: str) -> Problem | None:
    """Return the problem of a comment without an end, with its line and column, or None."""
    for token in TOKEN.finditer(text) if "/*" in text else ():
        comment = token["comment"] or ""
        if comment.startswith("/*") and not comment.endswith("*/", 2):
            line, column = offset_positions(text, [token.start()])[0]
            return replace(error("MC003", "unterminated comment", hint="Close it with */."), line=line, column=column)
    return None
