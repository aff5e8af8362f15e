"""Put the properties and sets of values of a document in the schema's order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.schema.traversal import Schema


def in_schema_order(value: Any, schema: Schema) -> Any:
    """Sort the properties of every object in a JSON value as a bundled schema lists them.

    Unknown properties come last, in their original order.
    """
    return _ordered(value, schema, schema["$defs"])


def listed_values(schema: Schema, definition: str) -> list[str]:
    """Return the values of an enumeration of a bundled schema, in its order."""
    return [branch["const"] for branch in schema["$defs"][definition]["oneOf"]]


def _ordered(value: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Any:
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        items = schema.get("items", {})
        return [_ordered(item, items, definitions) for item in value]
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        additional = schema.get("additionalProperties")
        other = additional if isinstance(additional, dict) else {}
        names = [name for name in properties if name in value] + [name for name in value if name not in properties]
        return {name: _ordered(value[name], properties.get(name, other), definitions) for name in names}
    return value
