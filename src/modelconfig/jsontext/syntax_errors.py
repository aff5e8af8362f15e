"""The first syntax error of a JSON text, with a hint for the usual mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.json_tokens import VALID_CHARACTERS
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error

if TYPE_CHECKING:
    import re


_LITERALS = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nil": "null"}
_EXPECTED = {
    "value": "a value",
    "value or end": "a value or `]`",
    "name": "a property name in double quotes",
    "name or end": "a property name in double quotes or `}`",
    "colon": "`:` after the property name",
    "comma or end": "`,` or the closing bracket",
}


_TYPOGRAPHIC_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033\uff02"


def end_of_file(expected: str) -> Problem:
    """Return the problem of a text that ends where something else is expected."""
    return error("MC003", f"unexpected end of file; expected {_EXPECTED[expected]}", hint="Complete the document.")


def syntax_error(token: re.Match[str], previous: re.Match[str] | None, expected: str) -> tuple[int, Problem]:
    """Return offset and problem of a token that is not allowed where it is; `previous` is the token before it."""
    text, offset = token.group(), token.start()
    if expected in ("colon", "comma or end") and previous is not None and previous.lastgroup == "string":
        # A typographic quotation mark did not close this string, so it ended at a later one.
        quote_offset = _typographic_offset(token.string, previous.start(), previous.end())
        if quote_offset is not None:
            return quote_offset, _typographic_quote(token.string[quote_offset])
    if token.lastgroup == "string" and expected != "end":
        return _string_problem(token, expected)
    if text in ("]", "}") and previous is not None and previous.group() == ",":
        return previous.start(), error("MC003", "trailing comma is not allowed", hint="Remove the comma.")
    problem = _text_of_another_format(token)
    if problem is None:
        problem = _text_after_end(token, previous) if expected == "end" else _unexpected(token, expected)
    return offset, problem


def _text_of_another_format(token: re.Match[str]) -> Problem | None:
    """Return the problem of a comment, or of a quotation mark that is not JSON's, or None."""
    text = token.group()
    if text[0] in _TYPOGRAPHIC_QUOTES:
        return _typographic_quote(text[0])
    if token.lastgroup == "comment" or text.startswith("#"):
        hint = "Remove it: JSON has no comments. Only site configurations may have them, after // or in /* */."
        return error("MC003", "unexpected comment", hint=hint)
    if text.startswith("'"):
        return error("MC003", "strings must use double quotes", hint="Write \" in place of '.")
    return None


def _text_after_end(token: re.Match[str], previous: re.Match[str] | None) -> Problem:
    """Return the problem of text after the document: often a part of a document, without what is around it."""
    text = token.group()
    if text == ":" and previous is not None and previous.lastgroup == "string":
        hint = "Put { before the first property and } after the last one."
        return error("MC003", "the braces around the properties are missing", hint=hint)
    if text == "," and previous is not None and previous.group() in ("}", "]"):
        hint = "Put the items between [ and ], or keep one of them."
        return error("MC003", "the brackets around the items are missing", hint=hint)
    hint = "Keep one JSON document in the file."
    return error("MC003", "unexpected text after the end of the document", hint=hint)


def _unexpected(token: re.Match[str], expected: str) -> Problem:
    text, kind = token.group(), token.lastgroup
    if text in _LITERALS and expected.startswith("value"):
        return error("MC003", f"{quote(text)} is not JSON", hint=f"Write {_LITERALS[text]}.")
    if kind == "word" and text.lstrip("+-.")[:1].isdecimal() and expected.startswith("value"):
        hint = "Write it without a leading zero, plus sign or underscore, with digits on both sides of the point."
        return error("MC003", "invalid JSON number", hint=hint)
    if kind == "other":
        return error("MC003", f"U+{ord(text):04X} is not JSON whitespace", hint="Replace it with a space.")
    if kind == "word" and expected.startswith("name"):
        return error("MC003", "property names must use double quotes", hint="Put the name in double quotes.")
    # A word without quotes may be a credential with missing quotes: do not quote it.
    found = "text" if kind == "word" else quote(text)
    return error("MC003", f"unexpected {found}; expected {_EXPECTED[expected]}", hint="Correct or remove it.")


def _string_problem(token: re.Match[str], expected: str) -> tuple[int, Problem]:
    """Return offset and problem of a string that is invalid or not allowed where it is."""
    text, offset = token.string, token.start()
    end = valid_end(token)
    char = text[end : end + 1]
    if char == '"':
        message = f"unexpected string; expected {_EXPECTED[expected]}"
        return offset, error("MC003", message, hint="Correct or remove it.")
    if char in ("", "\n", "\r"):
        quote_offset = _typographic_offset(text, offset, end)
        if quote_offset is not None:
            return quote_offset, _typographic_quote(text[quote_offset])
        return offset, error("MC003", "unterminated string", hint='Close it with ", or write \\n for a line break.')
    if char == "\\":
        hint = 'Use \\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits.'
        return end, error("MC003", "invalid escape sequence", hint=hint)
    escape = "\\t" if char == "\t" else f"\\u{ord(char):04x}"
    message = f"control character U+{ord(char):04X} is not allowed in a string"
    return end, error("MC003", message, hint=f"Write {escape}.")


def _typographic_offset(text: str, start: int, end: int) -> int | None:
    return next((offset for offset in range(start, end) if text[offset] in _TYPOGRAPHIC_QUOTES), None)


def _typographic_quote(char: str) -> Problem:
    hint = 'Write " in place of all typographic quotation marks, which word processors insert.'
    return error("MC003", f"typographic quotation mark U+{ord(char):04X}; strings must use double quotes", hint=hint)


def valid_end(token: re.Match[str]) -> int:
    """Return the offset of a string's closing quote, or of its first invalid character."""
    valid = VALID_CHARACTERS.match(token.string, token.start() + 1)
    return token.start() + 1 if valid is None else valid.end()
