"""The first syntax error of a JSON text, in words that name the usual mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

MAX_DEPTH = 100
"""Levels of nested arrays and objects that are accepted."""

_SPACES = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[^\s\"'{}\[\],:]+")
_VALID_CHARACTERS = re.compile(r'[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*')
_LITERALS = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nil": "null"}
_EXPECTED = {
    "value": "a value",
    "value or end": "a value or `]`",
    "name": "a member name in double quotes",
    "name or end": "a member name in double quotes or `}`",
    "colon": "`:` after the member name",
    "comma or end": "`,` or the closing bracket",
    "end": "the end of the file",
}


def syntax_error(text: str, offset: int, expected: str) -> tuple[int, Problem]:
    """Return the offset and the problem of the token at `offset` or after the spaces there."""
    spaces = _SPACES.match(text, offset)
    offset = offset if spaces is None else spaces.end()
    if offset >= len(text):
        message = "the document ends too early"
        return offset, error(
            "MC003", message, hint=f"{_EXPECTED[expected].capitalize()} is missing; is the file cut off?"
        )
    char = text[offset]
    if char == '"' and expected != "end":
        return _string_problem(text, offset, expected)
    if char in "]}" and text[:offset].rstrip(" \t\n\r").endswith(","):
        comma = text.rfind(",", 0, offset)
        return comma, error("MC003", "a comma may not stand before the closing bracket", hint="Remove the comma.")
    if char == "/" and text[offset + 1 : offset + 2] in ("/", "*"):
        return offset, error("MC003", "JSON has no comments", hint="Remove it.")
    if char == "#":
        hint = "Remove the comment; where comments are allowed, they start with `//`."
        return offset, error("MC003", "`#` does not start a comment", hint=hint)
    if char == "'":
        return offset, error("MC003", "strings stand in double quotes", hint="Write \" in place of '.")
    return offset, _word_problem(text, offset, expected)


def _word_problem(text: str, offset: int, expected: str) -> Problem:
    match = _WORD.match(text, offset)
    word = match.group() if match is not None else text[offset]
    hint = f"Expected {_EXPECTED[expected]}."
    if expected == "end":
        return error("MC003", "there is more text after the document's end", hint="A file holds one JSON document.")
    if word in _LITERALS and expected.startswith("value"):
        return error("MC003", f"{quote(word)} is not JSON", hint=f"Write {_LITERALS[word]}.")
    if match is not None and _is_meant_as_number(word) and expected.startswith("value"):
        hint = "Numbers have no leading zero, plus sign or underscore, and a digit on both sides of the point."
        return error("MC003", "this is not how JSON writes a number", hint=hint)
    if word.isspace():
        return error("MC003", f"character U+{ord(word):04X} is no blank in JSON", hint="Use plain spaces.")
    if match is not None and expected.startswith("name"):
        return error("MC003", "a member name stands in double quotes", hint=hint)
    # A word without quotes may be a credential with missing quotes: do not quote it.
    return error("MC003", "unexpected text" if match is not None else f"unexpected {quote(word)}", hint=hint)


def _is_meant_as_number(word: str) -> bool:
    """Return whether a word starts like a number."""
    return word.lstrip("+-.")[:1].isdecimal()


def _string_problem(text: str, offset: int, expected: str) -> tuple[int, Problem]:
    """Return the offset and the problem of the string at `offset`, which is invalid or not allowed there."""
    valid = _VALID_CHARACTERS.match(text, offset + 1)
    end = offset + 1 if valid is None else valid.end()
    char = text[end : end + 1]
    if char == '"':
        return offset, error("MC003", "unexpected string", hint=f"Expected {_EXPECTED[expected]}.")
    if char in ("\n", "\r"):
        return offset, error("MC003", "this string does not end on its line", hint='Close it with ", or write \\n.')
    if char == "\\":
        hint = 'Allowed are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.'
        return end, error("MC003", "this backslash starts no known escape", hint=hint)
    if char:
        escape = "\\t" if char == "\t" else f"\\u{ord(char):04x}"
        message = f"control character U+{ord(char):04X} may not stand in a string"
        return end, error("MC003", message, hint=f"Write {escape}.")
    return offset, error("MC003", "this string does not end", hint='Close it with ".')
