"""A JSON value as text: indented, or canonical on one line.

Equal values give equal text however a number was written, and parsing the text gives the value again.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Final

WIDTH: Final = 100
"""Columns up to which an array of scalars stays on one line."""

_INDENT: Final = "  "
_UNSAFE: Final = re.compile("[\u2028\u2029\ud800-\udfff]")
_INTEGRAL_FLOAT: Final = re.compile(r"\.0(?:[,}\]]|$)|e\+")
_STRINGS: Final = frozenset({str})
_NOT_FLOATS: Final = frozenset({str, int, bool, type(None)})
_SCALARS: Final = _NOT_FLOATS | {float}


def dump_document(value: object) -> str:
    """Return a JSON value as indented text with a final newline; properties keep their order.

    Raises ValueError for NaN and infinities, TypeError for values that JSON does not have.
    """
    return _escape_unsafe(_text(value, "\n", 0)) + "\n"


def canonical(value: object) -> str:
    """Return a JSON value as one line with sorted property names and no spaces.

    Raises ValueError and TypeError as `dump_document` does.
    """
    text = _CANONICAL.encode(value)
    # The encoder writes 5.0 as it is; only a text that may contain such a number needs the slower way.
    if _INTEGRAL_FLOAT.search(text):
        text = _CANONICAL.encode(_with_integers(value))
    return _escape_unsafe(text)


_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
_INLINE: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _text(value: object, newline: str, column: int) -> str:
    """Return the text of a value that starts at `column`; `newline` is the line break and indent before its end.

    Containers without nested containers are encoded by the C encoder.
    """
    if isinstance(value, dict):
        return _object(value, newline)
    if isinstance(value, (list, tuple)):
        return _array(value, newline, column)
    if isinstance(value, float):
        return _number(value)
    return _INLINE.encode(value)


def _object(value: dict[str, object], newline: str) -> str:
    if not value:
        return "{}"
    inner = newline + _INDENT
    if _STRINGS.issuperset(map(type, value)) and _NOT_FLOATS.issuperset(map(type, value.values())):
        properties = _flat_object_encoder(inner).encode(value)[1:-1]
    else:
        properties = f",{inner}".join(_properties(value, len(inner) - 1, inner))
    return f"{{{inner}{properties}{newline}}}"


def _properties(value: dict[str, object], indent: int, inner: str) -> Iterator[str]:
    for name, item in value.items():
        label = _label(name)
        yield label + (encode_basestring(item) if type(item) is str else _text(item, inner, indent + len(label)))


def _array(value: list[object] | tuple[object, ...], newline: str, column: int) -> str:
    if not value:
        return "[]"
    kinds = set(map(type, value))
    if kinds <= _SCALARS:
        line = _INLINE.encode([_without_fraction(item) for item in value] if float in kinds else value)
        # One column is reserved for a comma, so that an item's position in its array does not change the layout.
        if column + len(line) < WIDTH:
            return line
    inner = newline + _INDENT
    items = f",{inner}".join([_text(item, inner, len(inner) - 1) for item in value])
    return f"[{inner}{items}{newline}]"


@lru_cache(1000)
def _label(name: str) -> str:
    return encode_basestring(name) + ": "


@cache
def _flat_object_encoder(inner: str) -> json.JSONEncoder:
    """Return the encoder that puts each property of a flat object on its own line."""
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=("," + inner, ": "))


def _number(value: float) -> str:
    if not isfinite(value):
        raise ValueError("JSON has no NaN and no infinity")
    return str(int(value)) if value.is_integer() else float.__repr__(value)


def _without_fraction(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _with_integers(value: object) -> object:
    if isinstance(value, dict):
        return {name: _with_integers(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_integers(item) for item in value]
    return _without_fraction(value)


def _escape_unsafe(text: str) -> str:
    """Return the text with line separators and lone surrogates escaped: they are legal JSON, but some parsers fail."""
    if text.isascii() or not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
