"""Go literals and comments from schema text.

No text that a function returns can become code, whatever the schema contains.
What it returns is as gofmt would leave it, which reads comments as markup and rewrites them.
"""

import re
import string
from collections.abc import Iterable
from functools import cache

from codegen.targets.safe_text import INVISIBLE, LINE_BREAK, SafeText, escaped, json_literal

WIDTH = 110

_SURROGATE = re.compile("[\ud800-\udfff]")
# A list, because Python's Unicode tables change with its version and the output must not.
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNUSUAL = re.compile(r"[^ -~]|  |\x60\x60|''|\+build")
# gofmt treats any line that starts with this as a build constraint.
_BUILD = re.compile(r"\+(?=build)")
# gofmt replaces these by typographic quotation marks.
_BACKTICKS = re.compile("``+")
_APOSTROPHES = re.compile("''+")
_PROPERTY_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


@cache
def literal(text: str) -> SafeText:
    """Return a string literal in double quotes."""
    # No string of Go can contain half of a surrogate pair.
    return json_literal(_SURROGATE.sub("\ufffd", text))


def tag(name: str, *, optional: bool) -> SafeText:
    """Return a property's struct tag. Raises ValueError for a name that the checks reject."""
    if not _PROPERTY_NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the name of a property")
    return SafeText(f'`json:"{name}{",omitempty" if optional else ""}"`')


def line(text: str) -> SafeText:
    """Return text for the rest of a `//` line or the inside of an HTML comment."""
    return SafeText(" ".join(_paragraphs([text])).replace("--", "- -"))


def comment(paragraphs: Iterable[str], indent: str = "", deprecation: str = "") -> SafeText:
    """Return a comment with the paragraphs that are not empty and the deprecation note."""
    width = WIDTH - 4 * len(indent) - 3
    texts = _paragraphs(paragraphs)
    last = len(texts) - (not deprecation)
    blocks = [_plain_lines(text, width, between=0 < index < last) for index, text in enumerate(texts)]
    if deprecation:
        blocks.append(_wrapped(" ".join(["Deprecated:", *_paragraphs([deprecation])]), width))
    prefix = f"{indent}// "
    return SafeText(f"\n{indent}//\n".join(prefix + f"\n{prefix}".join(lines) for lines in blocks))


def _paragraphs(texts: Iterable[str]) -> list[str]:
    """Return each line of the texts as a paragraph, since Go comments have no other line break."""
    paragraphs: list[str] = []
    for text in texts:
        if _UNUSUAL.search(text):
            plain = _BUILD.sub(escaped, _APOSTROPHES.sub('"', _BACKTICKS.sub("`", text)))
            parts = LINE_BREAK.split(plain)
            paragraphs += (_SPACES.sub(" ", INVISIBLE.sub(escaped, part)).strip(" ") for part in parts)
        else:
            paragraphs.append(text.strip(" "))
    return [text for text in paragraphs if text]


def _plain_lines(text: str, width: int, *, between: bool) -> list[str]:
    """Return a paragraph that gofmt takes neither for a heading, a link target nor a note of deprecation."""
    is_heading = len(text) <= width and (text.startswith("# ") or (between and text[-1] not in string.punctuation))
    if not is_heading and not text.startswith("Deprecated: ") and not (text.startswith("[") and "]: " in text):
        return _wrapped(text, width)
    # A first word on a separate line has no such meaning; a single word gets a full stop.
    first, _, rest = text.partition(" ")
    return [first, *_wrapped(rest, width)] if rest else [f"{first}."]


def _wrapped(text: str, width: int) -> list[str]:
    lines = []
    while len(text) > width:
        end = text.rfind(" ", 0, width + 1)
        end = text.find(" ", width) if end < 0 else end
        if end < 0:
            break
        lines.append(text[:end])
        text = text[end + 1 :]
    return [*lines, text]
