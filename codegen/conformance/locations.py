"""The locations of a document, each with the subschema that applies there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from codegen.conformance.definition_graph import TAG, DefinitionGraph, properties_of, without_null
from codegen.conformance.json_values import equality_key
from codegen.schema.loader import LOCAL
from codegen.schema.traversal import NULL, Schema, is_server_side, target
from modelconfig.jsontext import pointers

_MAX_ITEMS = 5
"""The number of items of an array whose keywords are tested."""


@dataclass(frozen=True, slots=True)
class DocumentLocation:
    """One location of a document.

    `schema_pointer` is the pointer of the subschema. `hidden` is whether clients do not see it. `unique_arrays` are
    the paths of the arrays around it whose items must be unique. `null_is_empty` is whether tolerant readers read null
    as an empty array here.
    """

    path: tuple[str | int, ...]
    node: Schema
    schema_pointer: str
    value: Any
    hidden: bool
    unique_arrays: tuple[tuple[str | int, ...], ...] = ()
    null_is_empty: bool = False

    def keeps_items_unique(self, document: Any) -> bool:
        """Return whether the arrays around this location still have unique items in a changed document."""
        return not any(
            _has_duplicates(reduce(lambda part, key: part[key], path, document)) for path in self.unique_arrays
        )

    def keyword_pointer(self, *tokens: str) -> str:
        """Return the pointer of a keyword. Beside null, the alternative is a subschema with its own pointer."""
        if "anyOf" not in self.node or tokens[0] in self.node:
            return pointers.join(self.schema_pointer, *tokens)
        alternative = next(index for index, branch in enumerate(self.node["anyOf"]) if branch != NULL)
        return pointers.join(self.schema_pointer, "anyOf", alternative, *tokens)


def definition_location(graph: DefinitionGraph, name: str, value: Any) -> DocumentLocation:
    """Return the location of a whole value of a definition."""
    return DocumentLocation((), graph.definitions[name], pointers.join(LOCAL[:-1], name), value, hidden=False)


def locations_in(graph: DefinitionGraph, root: DocumentLocation, *, deep: bool) -> Iterator[DocumentLocation]:
    """Yield a location and those of its parts; with `deep`, also those that other definitions describe."""
    pending = [root]
    while pending:
        location = pending.pop()
        # The target of a reference is yielded as its own location, with the keywords of that definition.
        if location is not root or not deep or "$ref" not in location.node:
            yield location
        pending.extend(reversed(list(_children(graph, location, deep=deep))))


def _children(graph: DefinitionGraph, location: DocumentLocation, *, deep: bool) -> Iterator[DocumentLocation]:
    """Yield the locations directly below; null has none."""
    if location.value is None:
        return
    bare = without_null(location.node)
    if "$ref" in bare:
        if deep:
            name = target(bare)
            pointer = pointers.join(LOCAL[:-1], name)
            yield replace(location, node=graph.definitions[name], schema_pointer=pointer)
        return
    unique_arrays = (*location.unique_arrays, location.path) if bare.get("uniqueItems") else location.unique_arrays
    for tokens, key, node in _steps(graph, bare, location.value):
        is_hidden = location.hidden or is_server_side(node)
        path = location.path if key is None else (*location.path, key)
        value = location.value if key is None else location.value[key]
        if isinstance(key, int) and key >= _MAX_ITEMS and not deep:
            break
        if key is not None or deep:
            null_is_empty = tokens[0] == "properties" and graph.reads_null_as_empty(bare, tokens[1])
            pointer = location.keyword_pointer(*tokens)
            yield DocumentLocation(path, node, pointer, value, is_hidden, unique_arrays, null_is_empty)


def _steps(
    graph: DefinitionGraph, node: Schema, value: Any
) -> Iterator[tuple[tuple[str, ...], str | int | None, Schema]]:
    """Yield tokens of each subschema that applies, its property or index (None: the whole value), and the subschema."""
    match graph.kind(node):
        case "object":
            for name, property_node in properties_of(node).items():
                if name in value:
                    yield ("properties", name), name, property_node
        case "array":
            for index in range(len(value)):
                yield ("items",), index, node["items"]
        case "map":
            for name in value:
                yield ("additionalProperties",), name, node["additionalProperties"]
        case "union":
            tags = list(graph.variants(node))
            index = tags.index(value[TAG])
            yield ("oneOf", str(index)), None, node["oneOf"][index]


def _has_duplicates(items: Any) -> bool:
    return len(set(map(equality_key, items))) < len(items)
