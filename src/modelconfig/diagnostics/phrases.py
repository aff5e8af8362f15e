"""Quote, list and count values in messages.

The result is short, on one line, and has no control characters.
"""

import re
from collections.abc import Collection, Iterable

from modelconfig.diagnostics.credentials import HIDDEN, contains_credential, may_be_credential_name, may_hold_credential

MAX_QUOTE_LENGTH = 60
"""Code points of a quoted text; longer texts are cut."""
MAX_LIST_LENGTH = 12
"""Items of a list; further items are only counted."""
_MAX_SEARCH_LENGTH = 1000
"""Code points of a text that are searched for credentials: more than are quoted, because a URL may be cut."""
_WORD = re.compile(r"[^\s'\"]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def quote(text: str) -> str:
    """Return the text in double quotes, cut if long, with unprintable characters escaped.

    Returns `HIDDEN` for a text that may contain a credential.
    """
    if may_hold_credential(text[:_MAX_SEARCH_LENGTH]):
        return HIDDEN
    cut = text if len(text) <= MAX_QUOTE_LENGTH else text[: MAX_QUOTE_LENGTH - 1] + "…"
    return '"' + visible(cut).replace('"', '\\"') + '"'


def quote_name(name: str) -> str:
    """Return a property's name as `quote` does, or `HIDDEN` if it may be a credential pasted before its colon."""
    return HIDDEN if may_be_credential_name(name) else quote(name)


def visible(text: str) -> str:
    """Return the text with backslashes and unprintable characters, such as line breaks, escaped.

    Returns `HIDDEN` for a text that contains a credential.
    """
    if contains_credential(text):
        return HIDDEN
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(_escape(char) for char in text)


def without_credentials(message: str) -> str:
    """Return a message with `HIDDEN` in place of each word in it that may contain a credential."""
    return _WORD.sub(lambda word: HIDDEN if may_hold_credential(word[0]) else word[0], message)


def printable(text: str) -> str:
    """Return the text with unprintable characters escaped: line breaks, control characters, direction marks.

    For text that already has escapes, such as JSON or a message: backslashes are not doubled.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def listing(names: Iterable[str]) -> str:
    """Return `"a", "b" and "c"`; of a long list the rest is counted."""
    quoted = [quote(name) for name in names]
    if len(quoted) > MAX_LIST_LENGTH:
        rest = len(quoted) - MAX_LIST_LENGTH
        return ", ".join(quoted[:MAX_LIST_LENGTH]) + f" and {rest} more"
    if len(quoted) < 2:
        return "".join(quoted)
    return ", ".join(quoted[:-1]) + " and " + quoted[-1]


def choice(names: Collection[str]) -> str:
    """Return `one of "a", "b" and "c"`, or `"a"` for a single name."""
    return listing(names) if len(names) == 1 else f"one of {listing(names)}"


def count(number: int, singular: str) -> str:
    """Return `1 item` or `2 items`, `1 property` or `2 properties`."""
    plural = re.sub(r"(?<![aeiou])y$", "ie", singular) + "s"
    return f"{number} {singular if number == 1 else plural}"


def cells(text: str) -> int:
    """Return the width of the text in terminal cells."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    others = _NOT_ASCII.findall(text)
    return len(text) + sum(-1 if combining(char) else east_asian_width(char) in "WF" for char in others)


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
    escape = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(char)
    if escape:
        return escape
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
