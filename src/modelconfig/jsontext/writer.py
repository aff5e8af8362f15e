"""A JSON value as text: indented for people and reviews, or in one canonical line for comparing and hashing.

Equal values give equal text whichever way a number was spelt, and reading the text back gives the value.
"""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring
from math import isfinite
from typing import Final

WIDTH: Final = 100
"""Columns within which an array of scalars stays on one line."""

_INDENT: Final = "  "
_UNSAFE: Final = re.compile("[\u2028\u2029\ud800-\udfff]")
_WHOLE_FLOAT: Final = re.compile(r"\.0(?:[,}\]]|$)|e\+")
_TEXT: Final = frozenset({str})
_PLAIN: Final = frozenset({str, int, bool, type(None)})
_SCALAR: Final = _PLAIN | {float}


def dump_document(value: object) -> str:
    """Return a JSON value as indented text with a final newline; members keep their order.

    Raises ValueError for NaN and infinities, TypeError for what JSON has no word for.
    """
    return _escape_unsafe(_Layout().text(value, "\n", 0)) + "\n"


def canonical(value: object) -> str:
    """Return a JSON value as one line with sorted member names and no spaces.

    Raises ValueError and TypeError as `dump_document` does.
    """
    text = _CANONICAL.encode(value)
    # The encoder writes 5.0 as it is; only where something looks like that is the slower way needed.
    if _WHOLE_FLOAT.search(text):
        text = _CANONICAL.encode(_with_whole_numbers(value))
    return _escape_unsafe(text)


_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
_INLINE: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


class _Layout:
    """Writes one value. A container without parts of its own is left to the C encoder as a whole."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self._spreaders: dict[str, json.JSONEncoder] = {}

    def text(self, value: object, newline: str, column: int) -> str:
        """Return the text of a value that starts at `column`; `newline` begins its last line."""
        if isinstance(value, dict):
            return self._object(value, newline)
        if isinstance(value, (list, tuple)):
            return self._array(value, newline, column)
        if isinstance(value, float):
            return _number(value)
        return _INLINE.encode(value)

    def _object(self, value: dict[str, object], newline: str) -> str:
        if not value:
            return "{}"
        inner = newline + _INDENT
        if _TEXT.issuperset(map(type, value)) and _PLAIN.issuperset(map(type, value.values())):
            members = self._spreader(inner).encode(value)[1:-1]
        else:
            members = f",{inner}".join(self._members(value, inner))
        return f"{{{inner}{members}{newline}}}"

    def _members(self, value: dict[str, object], inner: str) -> list[str]:
        indent, labels, members = len(inner) - 1, self._labels, []
        for name, item in value.items():
            label = labels.get(name)
            if label is None:
                label = labels[name] = encode_basestring(name) + ": "
            text = encode_basestring(item) if type(item) is str else self.text(item, inner, indent + len(label))
            members.append(label + text)
        return members

    def _array(self, value: list[object] | tuple[object, ...], newline: str, column: int) -> str:
        if not value:
            return "[]"
        kinds = set(map(type, value))
        if kinds <= _SCALAR:
            line = _INLINE.encode([_whole(item) for item in value] if float in kinds else value)
            # One column is kept for a comma, so that an item's place in its parent does not change the layout.
            if column + len(line) < WIDTH:
                return line
        inner = newline + _INDENT
        items = f",{inner}".join([self.text(item, inner, len(inner) - 1) for item in value])
        return f"[{inner}{items}{newline}]"

    def _spreader(self, inner: str) -> json.JSONEncoder:
        """Return the encoder that puts each member of a flat object on a line of its own."""
        found = self._spreaders.get(inner)
        if found is None:
            found = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=("," + inner, ": "))
            self._spreaders[inner] = found
        return found


def _number(value: float) -> str:
    if not isfinite(value):
        raise ValueError("JSON has no NaN and no infinity")
    return str(int(value)) if value.is_integer() else float.__repr__(value)


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _with_whole_numbers(value: object) -> object:
    if isinstance(value, dict):
        return {name: _with_whole_numbers(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_whole_numbers(item) for item in value]
    return _whole(value)


def _escape_unsafe(text: str) -> str:
    """Escape what is legal in JSON but breaks readers: line separators of JavaScript, halves of surrogate pairs."""
    if text.isascii() or not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
