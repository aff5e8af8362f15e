"""The first place where a text stops being JSON, in words that name the usual mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

DEEPEST = 100
"""Levels of arrays and objects within one another that are read."""

_BLANK = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[^\s\"'{}\[\],:]+")
_SOUND = re.compile(r'[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*')
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


def syntax_error(text: str, at: int, expected: str) -> tuple[int, Problem]:
    """Return the offset and the problem of the token that starts at `at` or after the blanks there."""
    blank = _BLANK.match(text, at)
    at = at if blank is None else blank.end()
    if at >= len(text):
        message = "the document ends too early"
        return at, error("MC003", message, hint=f"{_EXPECTED[expected].capitalize()} is missing; is the file cut off?")
    char = text[at]
    if char == '"' and expected != "end":
        return _string_fault(text, at, expected)
    if char in "]}" and text[:at].rstrip(" \t\n\r").endswith(","):
        comma = text.rfind(",", 0, at)
        return comma, error("MC003", "a comma may not stand before the closing bracket", hint="Remove the comma.")
    if char == "/" and text[at + 1 : at + 2] in ("/", "*"):
        return at, error("MC003", "JSON has no comments", hint="Remove it.")
    if char == "#":
        return at, error("MC003", "JSON has no comments", hint="Remove it.")
    if char == "'":
        return at, error("MC003", "strings stand in double quotes", hint="Write \" in place of '.")
    return at, _word_fault(text, at, expected)


def _word_fault(text: str, at: int, expected: str) -> Problem:
    found = _WORD.match(text, at)
    word = found.group() if found is not None else text[at]
    hint = f"Expected {_EXPECTED[expected]}."
    if expected == "end":
        return error("MC003", "there is more text after the document's end", hint="A file holds one JSON document.")
    if word in _LITERALS and expected.startswith("value"):
        return error("MC003", f"{quote(word)} is not JSON", hint=f"Write {_LITERALS[word]}.")
    if found is not None and _is_meant_as_number(word) and expected.startswith("value"):
        hint = "Numbers have no leading zero, plus sign or underscore, and a digit on both sides of the point."
        return error("MC003", "this is not how JSON writes a number", hint=hint)
    if word.isspace():
        return error("MC003", f"character U+{ord(word):04X} is no blank in JSON", hint="Use plain spaces.")
    if found is not None and expected.startswith("name"):
        return error("MC003", "a member name stands in double quotes", hint=hint)
    # A word without quotes may be a credential whose quotes were forgotten.
    return error("MC003", "unexpected text" if found is not None else f"unexpected {quote(word)}", hint=hint)


def _is_meant_as_number(word: str) -> bool:
    """Tell whether a word was meant as a number."""
    return word.lstrip("+-.")[:1].isdecimal()


def _string_fault(text: str, at: int, expected: str) -> tuple[int, Problem]:
    """Return what is wrong with the string that starts at the offset, or with its standing here."""
    sound = _SOUND.match(text, at + 1)
    position = at + 1 if sound is None else sound.end()
    char = text[position : position + 1]
    if char == '"':
        return at, error("MC003", "unexpected string", hint=f"Expected {_EXPECTED[expected]}.")
    if char in ("\n", "\r"):
        return at, error("MC003", "this string does not end on its line", hint='Close it with ", or write \\n.')
    if char == "\\":
        hint = 'Allowed are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.'
        return position, error("MC003", "this backslash starts no known escape", hint=hint)
    if char:
        escape = "\\t" if char == "\t" else f"\\u{ord(char):04x}"
        message = f"control character U+{ord(char):04X} may not stand in a string"
        return position, error("MC003", message, hint=f"Write {escape}.")
    return at, error("MC003", "this string does not end", hint='Close it with ".')
