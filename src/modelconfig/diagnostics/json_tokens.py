"""The tokens of JSON text: one regular expression, for valid and invalid text and for comments.

Reader, positions, comments, syntax errors, excerpts and masking use these tokens. Every character belongs to a token,
and all tokens are found in linear time.
"""

import json
import re
from typing import Final

TOKEN: Final = re.compile(
    r"""
      (?P<space>[ \t\r\n]+)
    | (?P<string>"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*(?:(?P<quote>")(?P<name>(?=[ \t\r\n]*:))?)?)
    | (?P<mark>[{}\[\],:])
    | (?P<comment>//[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?)
    | (?P<word>(?:[^\s"{}\[\],:/]|/(?![/*]))+)
    | (?P<other>\s)
    """,
    re.VERBOSE,
)
"""One token; `lastgroup` is its kind.

A string has the group `quote` if it is closed, and `name` if a colon follows: it is a property's name. It ends at the
end of its line at the latest, because a missing quote must not consume the lines below. `other` is a space character
that JSON does not allow.
"""
NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
"""A word that is a number."""
VALID_CHARACTERS: Final = re.compile(r'[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*')
"""The beginning of a string's content up to its closing quote or its first invalid character."""

_NOT_SPACE = re.compile(r"\S")


def decoded(token: str) -> str:
    """Return the content of a string, also of one that is not closed; otherwise the text itself."""
    for text in (token, f'{token}"') if token.startswith('"') else ():
        try:
            return str(json.loads(text))
        except ValueError:
            continue
    return token


def stars(text: str) -> str:
    """Return the text with `*` in place of each character that is not a space character."""
    return _NOT_SPACE.sub("*", text)


def end_of_space(text: str, offset: int) -> int:
    """Return the offset of the first token at or after `offset` that is not JSON whitespace."""
    match = TOKEN.match(text, offset)
    return match.end() if match is not None and match.lastgroup == "space" else offset
