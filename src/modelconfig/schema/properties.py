"""The properties of an object, from a bundled schema: the one list of them, in its order."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from modelconfig.schema.embedded import embedded

Schema = dict[str, Any]


def names_of(schema: Mapping[str, Any], definition: str) -> tuple[str, ...]:
    """Return the names of the properties of a definition of a bundled schema, in its order."""
    return tuple(schema["$defs"][definition]["properties"])


def accepts_null(node: Mapping[str, Any]) -> bool:
    """Return whether null is an alternative of a subschema."""
    return "null" in node.get("type", ()) or {"type": "null"} in node.get("anyOf", ())


def resolved(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the subschema behind references, without the alternative null."""
    while True:
        if "$ref" in node:
            node = definitions[node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node:
            node = next(branch for branch in node["anyOf"] if branch.get("type") != "null")
        elif isinstance(node.get("type"), list):
            node = {**node, "type": next(name for name in node["type"] if name != "null")}
        else:
            return node


def types_of(node: Mapping[str, Any]) -> list[str]:
    """Return the JSON types that a subschema lists in `type`."""
    types = node.get("type", [])
    return [types] if isinstance(types, str) else types


@cache
def property_names(schema: str, definition: str) -> tuple[str, ...]:
    """Return the names of the properties of a definition of an embedded schema, in its order. Raises DataMissing."""
    return names_of(embedded(schema), definition)


@cache
def required_names(schema: str, definition: str) -> frozenset[str]:
    """Return the names of the properties that an embedded schema requires of a definition. Raises DataMissing."""
    return frozenset(embedded(schema)["$defs"][definition].get("required", ()))


@cache
def annotated_names(schema: str, definition: str, annotation: str) -> frozenset[str]:
    """Return the names of the properties of a definition that have an annotation set to true. Raises DataMissing."""
    properties: Schema = embedded(schema)["$defs"][definition]["properties"]
    return frozenset(name for name, node in properties.items() if node.get(annotation) is True)


@cache
def successors(schema: str, definition: str) -> dict[str, str]:
    """Return, by deprecated property of a definition, the property to use instead. Raises DataMissing."""
    properties: Schema = embedded(schema)["$defs"][definition]["properties"]
    deprecations = {name: node.get("x-deprecated", {}) for name, node in properties.items()}
    return {name: deprecation["use"] for name, deprecation in deprecations.items() if "use" in deprecation}


def in_order(item: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Return an object with its known properties in the given order, followed by the others in their own order."""
    return {**{name: item[name] for name in names if name in item}, **item}
