"""How messages call a value: by its member's name, its kind, or, where that is allowed, by itself."""

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
"""What a value of a JSON Schema type is called."""


def kind_of(value: Any) -> str:
    """Return what sort of value this is, never the value."""
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


def name_of(spot: Location) -> str:
    """Return the name of the member, `an item of` its array, or `the document`."""
    if not spot.pointer:
        return "the document"
    last = spot.pointer.rpartition("/")[2]
    if last.isdecimal() and spot.name != last:
        return f"item {int(last) + 1} of {quote(spot.name)}" if spot.name else f"item {int(last) + 1}"
    return quote(spot.name)


def shown_value(spot: Location, otherwise: str) -> str:
    """Return the value itself when it is a short scalar and no secret, else `otherwise`."""
    if spot.secret or isinstance(spot.value, list | dict):
        return otherwise
    if isinstance(spot.value, str):
        return otherwise if may_hold_credential(spot.value[:1000]) else quote(spot.value)
    text = json.dumps(spot.value)
    return text if len(text) <= 30 else otherwise
