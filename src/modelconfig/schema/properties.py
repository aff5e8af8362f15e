"""The properties of an object, from a bundled schema: the one list of them, in its order."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

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


class _Identity(NamedTuple):
    """A schema as a key of a cache, which also keeps it alive."""

    schema: Mapping[str, Any]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.schema is self.schema

    def __hash__(self) -> int:
        return id(self.schema)


def nearest_owner(root: Mapping[str, Any], path: Iterable[str | int], name: str) -> tuple[str, ...] | None:
    """Return where a property of an object belongs that does not have it: the properties that lead to its owner.

    The owner nearest to the object counts: first inside of it, then inside of what contains it. None if no definition
    of the bundled schema `root` has the property, or only another variant of the same object.
    """
    return _owners(_Identity(root), tuple(token for token in path if isinstance(token, str))).get(name)


@lru_cache(maxsize=256)
def _owners(root: _Identity, path: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the nearest owner of each property, for the object that the properties `path` lead to."""
    definitions = root.schema.get("$defs", {})
    containers = [[root.schema]]
    for name in path:
        containers.append(_children(containers[-1], definitions).get(name, []))
    owners: dict[str, tuple[str, ...]] = {}
    visited: set[int] = set()
    for depth, nodes in reversed(list(enumerate(containers))):
        queue = [(path[:depth], nodes)]
        for owner, owner_nodes in queue:
            for name, children in _children(owner_nodes, definitions).items():
                if owner != path:
                    owners.setdefault(name, owner)
                unvisited = [node for node in children if id(node) not in visited]
                visited.update(map(id, unvisited))
                if unvisited:
                    queue.append(((*owner, name), unvisited))
    return owners


def _children(nodes: Iterable[Mapping[str, Any]], definitions: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the subschemas of the properties that any of some subschemas has, through references, items and unions."""
    children: dict[str, list[Mapping[str, Any]]] = {}
    for node in nodes:
        parts = [node]
        for part in parts:
            if "$ref" in part:
                parts.append(definitions[part["$ref"].rpartition("/")[2]])
            parts += [*part.get("oneOf", ()), *part.get("anyOf", ()), *([part["items"]] if "items" in part else ())]
            for property_name, child in part.get("properties", {}).items():
                children.setdefault(property_name, []).append(child)
    return children


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
