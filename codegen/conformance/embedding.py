"""The path from a document's root to a definition, and a small document around a value of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.conformance.definition_graph import DefinitionGraph, nullable, properties_of, without_null
from codegen.conformance.json_patch import same
from codegen.conformance.valid_values import array_of_length, distinct_items, map_of_size, with_property
from codegen.schema.traversal import Schema, is_server_side, target

_KEY = "one"


@dataclass(frozen=True, slots=True)
class Embedding:
    """The location of a value in a document, whether clients do not see it, and what null means there."""

    path: tuple[str | int, ...]
    hidden: bool
    nullable: bool
    null_is_empty: bool
    """Whether tolerant readers read null as an empty array."""
    containers: tuple[Schema, ...]
    """The object, array or map that has each key of the path."""

    def embed(self, graph: DefinitionGraph, value: Any) -> Any:
        """Return a document with this value at its location."""
        for container, key in zip(reversed(self.containers), reversed(self.path), strict=True):
            value = _contain(graph, container, key, value)
        return value

    def inside(self, container: Schema, key: str | int, node: Schema, *, null_is_empty: bool = False) -> Embedding:
        """Return the embedding of a property or an item at this location, given with its subschema."""
        is_hidden = self.hidden or is_server_side(node)
        return Embedding((*self.path, key), is_hidden, nullable(node), null_is_empty, (*self.containers, container))


def embeddings(graph: DefinitionGraph) -> dict[str, Embedding]:
    """Return the shortest path to each definition by name, preferably one that clients see."""
    found = {graph.root: Embedding((), hidden=False, nullable=False, null_is_empty=False, containers=())}
    for with_hidden in (False, True):
        pending = list(found)
        for definition in pending:
            for name, embedding in _references(graph, graph.definitions[definition], found[definition]):
                if name not in found and (with_hidden or not embedding.hidden):
                    found[name] = embedding
                    pending.append(name)
    return found


def _references(graph: DefinitionGraph, node: Schema, embedding: Embedding) -> Iterator[tuple[str, Embedding]]:
    """Yield the definitions that a subschema refers to, each with its location; variants have that of their union."""
    bare = without_null(node)
    if "$ref" in bare:
        yield target(bare), embedding
    for branch in bare.get("oneOf", []):
        yield from _references(graph, branch, embedding)
    for name, property_node in properties_of(bare).items():
        null_is_empty = graph.reads_null_as_empty(bare, name)
        inside = embedding.inside(bare, name, property_node, null_is_empty=null_is_empty)
        yield from _references(graph, property_node, inside)
    for keyword, key in (("items", 0), ("additionalProperties", _KEY)):
        if isinstance(bare.get(keyword), dict):
            yield from _references(graph, bare[keyword], embedding.inside(bare, key, bare[keyword]))


def _contain(graph: DefinitionGraph, node: Schema, key: str | int, value: Any) -> Any:
    """Return an object, array or map that contains the value, and as many others as its keywords require."""
    if "items" in node:
        return [value, *_other_items(graph, node, value)]
    if "properties" in node:
        return with_property(graph, node, str(key), value)
    return {**map_of_size(graph, node, node.get("minProperties", 0)), _KEY: value}


def _other_items(graph: DefinitionGraph, node: Schema, value: Any) -> list[Any]:
    """Return the further items that an array requires."""
    count = node.get("minItems", 0) - 1
    if count < 1:
        return []
    candidates = [item for item in distinct_items(graph, node, count + 2) if not same(item, value)]
    return candidates[:count] if len(candidates) >= count else array_of_length(graph, node, count)
