"""The definitions of a schema with references resolved, null alternatives split off, and their smallest values."""

import math
from collections.abc import Mapping
from typing import Any

from codegen.schema.heights import finite_heights, height_of
from codegen.schema.traversal import Schema, is_copy, reads_null_as_empty, split_null, target

TAG = "type"
"""The property that identifies the variant of a union."""


class DefinitionGraph:
    """The definitions of one kind of document by name, as in the source schema; `root` is that of the document."""

    def __init__(self, root: str, definitions: Mapping[str, Schema]) -> None:
        self.root = root
        self.definitions = definitions
        self.names = {id(node): name for name, node in definitions.items()}
        """The name of a definition by the identity of its schema."""
        self.smallest: dict[str, Any] = {}
        """The smallest value of each definition, as `valid_values` finds them."""
        self.sizes: dict[int, int] = {}
        """The number of values in each of these, by identity."""
        self.level = 0
        """How many parts that smallest values do not have are around the value that is computed."""
        self._heights = finite_heights(definitions, for_clients=True)

    def height(self, node: Schema) -> float:
        """Return how many levels of arrays and objects the flattest value of a subschema has."""
        return height_of(node, self.definitions, self._heights)

    def resolved(self, node: Schema) -> Schema:
        """Return a subschema without null, and with its reference replaced by the definition."""
        node = without_null(node)
        while "$ref" in node:
            node = self.definitions[target(node)]
        return node

    def kind(self, node: Schema) -> str:
        """Return `object`, `map`, `array`, `union`, `enum`, `constant`, or the type of a scalar."""
        node = self.resolved(node)
        if "oneOf" in node:
            return "enum" if "const" in node["oneOf"][0] else "union"
        if "properties" in node:
            return "object"
        if "const" in node:
            return "constant"
        name: str = node["type"]
        return {"object": "map"}.get(name, name)

    def reads_null_as_empty(self, node: Schema, name: str) -> bool:
        """Return whether tolerant readers of an object read null as an empty array in this property."""
        return reads_null_as_empty(node, name, self.definitions)

    def variants(self, union: Schema) -> dict[str, Schema]:
        """Return the references to the variants of a union by the value of their tag."""
        return {self.resolved(branch)["properties"][TAG]["const"]: branch for branch in union["oneOf"]}


def nullable(node: Schema) -> bool:
    """Return whether a subschema accepts null, which means absent."""
    return split_null(node)[0]


def without_null(node: Schema) -> Schema:
    """Return a subschema without the alternative null."""
    return split_null(node)[1]


def properties_of(node: Schema) -> dict[str, Schema]:
    """Return the properties that a producer may write, by name."""
    return {name: child for name, child in node.get("properties", {}).items() if not is_copy(child)}


def always_present(node: Schema) -> list[str]:
    """Return the names of the properties that a producer must write, and of those that clients always receive."""
    names = required(node)
    return [name for name, child in properties_of(node).items() if name in names or child.get("x-client-required")]


def has_space(node: Schema) -> bool:
    """Return whether an object may have another property beside those that are always present."""
    return bool(len(always_present(node)) < node.get("maxProperties", math.inf))


def possible_properties(node: Schema) -> dict[str, Schema]:
    """Return the properties that an object may have beside those that are always present, and these, by name."""
    if has_space(node):
        return properties_of(node)
    names = always_present(node)
    return {name: child for name, child in properties_of(node).items() if name in names}


def copies(node: Schema) -> dict[str, Schema]:
    """Return the properties that only clients receive, by name."""
    return {name: child for name, child in node.get("properties", {}).items() if is_copy(child)}


def required(node: Schema) -> list[str]:
    """Return the names of the properties that a producer must write."""
    return [name for name in node.get("required", []) if not is_copy(node["properties"][name])]
