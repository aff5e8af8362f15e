"""Visit every subschema of a schema with its JSON pointer, and read single keywords."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from modelconfig.jsontext import pointers

Schema: TypeAlias = "dict[str, Any]"

NULL = {"type": "null"}

_SCHEMA_MAPS = ("$defs", "properties")
_SINGLE_SCHEMAS = ("items", "additionalProperties", "if", "then")
_SCHEMA_LISTS = ("oneOf", "anyOf", "allOf")


def target(node: Schema) -> str:
    """Return the name of the definition that a subschema refers to, or "" for none."""
    return str(node.get("$ref", "")).rpartition("/")[2]


def is_server_side(node: Schema) -> bool:
    """Return whether clients never receive a property."""
    return node.get("x-visibility") == "server"


def is_copy(node: Schema) -> bool:
    """Return whether a property exists only in what clients receive."""
    return "x-client-copy-of" in node


def split_null(node: Schema) -> tuple[bool, Schema]:
    """Return whether a subschema accepts null, and the subschema without null."""
    types = node.get("type")
    if isinstance(types, list) and "null" in types:
        other_types = [type_name for type_name in types if type_name != "null"]
        return True, {**node, "type": other_types[0] if len(other_types) == 1 else other_types}
    branches = node.get("anyOf", [])
    others = [branch for branch in branches if branch != NULL]
    if len(others) < len(branches):
        rest = {keyword: value for keyword, value in node.items() if keyword != "anyOf"}
        return True, {**rest, **(others[0] if len(others) == 1 else {"anyOf": others})}
    return False, node


def resolved_array(node: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Return the array that a subschema describes, itself or by reference, or an empty schema if it is another type."""
    while target(node) in definitions:
        node = definitions[target(node)]
    return node if node.get("type") == "array" else {}


def reads_null_as_empty(node: Schema, name: str, definitions: Mapping[str, Schema]) -> bool:
    """Return whether tolerant readers of an object read null as an empty array in this property.

    They do if the array is required and may be empty: some programs write an array without items as null.
    """
    subschema = node["properties"][name]
    if name not in node.get("required", ()) or is_copy(subschema):
        return False
    array = resolved_array(subschema, definitions)
    return bool(array) and not array.get("minItems")


def children(node: Schema) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
    """Yield the direct subschemas of `node` with the tokens of their pointers; skip malformed ones."""
    for keyword in _SCHEMA_MAPS:
        named = node.get(keyword)
        if isinstance(named, dict):
            yield from (((keyword, name), child) for name, child in named.items() if isinstance(child, dict))
    for keyword in _SINGLE_SCHEMAS:
        if isinstance(node.get(keyword), dict):
            yield (keyword,), node[keyword]
    for keyword in _SCHEMA_LISTS:
        branches = node.get(keyword)
        if isinstance(branches, list):
            yield from (((keyword, index), child) for index, child in enumerate(branches) if isinstance(child, dict))


def subschemas(schema: Schema, pointer: str = "") -> Iterator[tuple[str, Schema]]:
    """Yield every subschema with its JSON Pointer, `schema` itself first, in document order by keyword."""
    pending = [(pointer, schema)]
    while pending:
        location, node = pending.pop()
        yield location, node
        child_schemas = [(pointers.join(location, *tokens), child) for tokens, child in children(node)]
        pending.extend(reversed(child_schemas))


def transform(node: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Return a copy of `node` with `change` applied to every subschema, innermost first."""
    copy: Schema = {}
    for keyword, value in node.items():
        if keyword in _SCHEMA_MAPS:
            copy[keyword] = {name: transform(child, change) for name, child in value.items()}
        elif keyword in _SCHEMA_LISTS:
            copy[keyword] = [transform(child, change) for child in value]
        elif keyword in _SINGLE_SCHEMAS and isinstance(value, dict):
            copy[keyword] = transform(value, change)
        else:
            copy[keyword] = value
    return change(copy)
