"""The path from a document's root to a definition, and a small document around a value of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.conformance.definition_graph import DefinitionGraph, nullable, possible_properties, without_null
from codegen.conformance.json_values import equality_key
from codegen.conformance.scalar_values import UnderivableError
from codegen.conformance.valid_values import (
    array_of_length,
    distinct_items,
    map_of_size,
    size_of,
    smallest,
    with_property,
)
from codegen.schema.traversal import Schema, is_server_side, target
from modelconfig.jsontext.scanner import MAX_DEPTH

_KEY = "one"
_MAX_CONTEXT = 250
"""The number of values around a definition up to which it is shown in a whole document."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """The location of a value in a document, whether clients do not see it, and what null means there."""

    root: str
    """The definition of the whole document."""
    path: tuple[str | int, ...] = ()
    hidden: bool = False
    nullable: bool = False
    null_is_empty: bool = False
    """Whether tolerant readers read null as an empty array."""
    containers: tuple[Schema, ...] = ()
    """The object, array or map that has each key of the path."""
    context: int = 0
    """About how many other values the document has."""

    @property
    def siblings_differ(self) -> bool:
        """Return whether an array around the value has other items, which must not be equal to it."""
        return any(node.get("uniqueItems") and node.get("minItems", 0) > 1 for node in self.containers)

    def embed(self, graph: DefinitionGraph, value: Any) -> Any:
        """Return a document with this value at its location."""
        for container, key in zip(reversed(self.containers), reversed(self.path), strict=True):
            value = _contain(graph, container, key, value)
        return value

    def inside(
        self, container: Schema, key: str | int, node: Schema, context: int, *, null_is_empty: bool
    ) -> Embedding:
        """Return the embedding of a property or an item at this location, given with its subschema."""
        return Embedding(
            root=self.root,
            path=(*self.path, key),
            hidden=self.hidden or is_server_side(node),
            nullable=nullable(node),
            null_is_empty=null_is_empty,
            containers=(*self.containers, container),
            context=self.context + context,
        )


def embeddings(graph: DefinitionGraph) -> dict[str, Embedding]:
    """Return the shortest path to each definition by name, preferably one that clients see.

    Definitions that only large or deeply nested documents contain have none.
    """
    found = {graph.root: Embedding(graph.root)}
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
    children: dict[str | int, Schema] = dict(possible_properties(bare).items())
    for keyword, key, maximum in (("items", 0, "maxItems"), ("additionalProperties", _KEY, "maxProperties")):
        if isinstance(bare.get(keyword), dict) and bare.get(maximum) != 0:
            children[key] = bare[keyword]
    context = _context(graph, bare) if children else 0
    if embedding.context + context <= _MAX_CONTEXT and len(embedding.path) < MAX_DEPTH:
        for key, child in children.items():
            null_is_empty = "properties" in bare and graph.reads_null_as_empty(bare, str(key))
            inside = embedding.inside(bare, key, child, context, null_is_empty=null_is_empty)
            yield from _references(graph, child, inside)


def _context(graph: DefinitionGraph, node: Schema) -> int:
    """Return how many values an object, array or map requires around one of its parts."""
    try:
        if "properties" in node:
            return size_of(graph, smallest(graph, node))
        minimum: int = node["minItems"] if "minItems" in node else node.get("minProperties", 0)
        part = node["items"] if "items" in node else node["additionalProperties"]
        return 1 + max(0, minimum - 1) * size_of(graph, smallest(graph, part))
    except UnderivableError:
        return _MAX_CONTEXT + 1


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
    candidates = [item for item in distinct_items(graph, node, count + 2) if equality_key(item) != equality_key(value)]
    if len(candidates) < count and node.get("uniqueItems"):
        raise UnderivableError(f"no {count + 1} different items are known for a list that needs them")
    return candidates[:count] if len(candidates) >= count else array_of_length(graph, node, count)
