"""How a validation message names a value: by property, kind, or the value itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import may_hold_credential
from modelconfig.diagnostics.phrases import quote

if TYPE_CHECKING:
    from modelconfig.schema.instance_walk import Location

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


def name_of(location: Location) -> str:
    """Return the name of the property, `item N of` its array, or `the document`."""
    if not location.pointer:
        return "the document"
    last_token = location.pointer.rpartition("/")[2]
    if last_token.isdecimal() and location.name != last_token:
        return (
            f"item {int(last_token) + 1} of {quote(location.name)}" if location.name else f"item {int(last_token) + 1}"
        )
    return quote(location.name)


def shown_value(location: Location, fallback: str) -> str:
    """Return the value itself when it is a short scalar and not secret, else `fallback`."""
    if location.secret or isinstance(location.value, list | dict):
        return fallback
    if isinstance(location.value, str):
        return fallback if may_hold_credential(location.value[:1000]) else quote(location.value)
    text = json.dumps(location.value)
    return text if len(text) <= 30 else fallback
