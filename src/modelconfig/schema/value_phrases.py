"""How a validation message names a value: by property, kind, or the value itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import quote, quote_name

if TYPE_CHECKING:
    from modelconfig.schema.failures import Tokens

TYPE_NAMES = {
    "null": "null",
    "boolean": "true or false",
    "integer": "an integer",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}
"""The phrase for a value of a JSON Schema type."""


def kind_of(value: Any) -> str:
    """Return a phrase for the kind of the value, never the value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, int):
        return "an integer"
    if isinstance(value, float):
        return "an integer" if value.is_integer() else "a number with a fraction"
    if isinstance(value, str):
        return "a string"
    return "an array" if isinstance(value, list) else "an object"


def name_of(path: Tokens) -> str:
    """Return the name of the property, `item N of` its array, or `the document`."""
    if not path:
        return "the document"
    last = path[-1]
    if isinstance(last, str):
        return quote_name(last)
    array = next((token for token in reversed(path) if isinstance(token, str)), "")
    return f"item {last + 1} of {quote_name(array)}" if array else f"item {last + 1}"


def shown_value(value: Any, fallback: str, *, secret: bool) -> str:
    """Return the value itself when it is a short scalar and not secret, else `fallback`."""
    if secret or isinstance(value, list | dict):
        return fallback
    if isinstance(value, str):
        return quote(value)
    text = json.dumps(value)
    return text if len(text) <= 30 else fallback
