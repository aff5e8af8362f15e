"""Put the properties and sets of values of a document in the schema's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codegen.schema.traversal import Schema


def in_schema_order(value: Any, schema: Schema) -> Any:
    """Return a JSON value with the members of every record in the order of a bundled schema.

    Members that the schema does not know come last, as they were.
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
        members = schema.get("properties", {})
        rest = schema.get("additionalProperties")
        other = rest if isinstance(rest, dict) else {}
        names = [name for name in members if name in value] + [name for name in value if name not in members]
        return {name: _ordered(value[name], members.get(name, other), definitions) for name in names}
    return value
