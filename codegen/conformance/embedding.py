"""The path from a document's root to a definition, and a small document around a value of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.conformance.definition_graph import DefinitionGraph, hidden, nullable, properties_of, without_null
from codegen.conformance.json_patch import same
from codegen.conformance.valid_values import array_of_length, distinct_items, map_of_size, with_property
from codegen.schema.loader import LOCAL
from codegen.schema.traversal import Schema


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one definition to another: the property of an object, if any, and the arrays and maps in between."""

    definition: str
    property_name: str | None
    containers: tuple[Schema, ...]
    """Arrays and maps, from the outside in."""
    hidden: bool
    nullable: bool
    """Whether null is valid there too."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """The location of a value in a document, whether clients do not see it, and whether null is valid there."""

    path: tuple[str | int, ...]
    hidden: bool
    nullable: bool
    steps: tuple[Step, ...]

    def embed(self, graph: DefinitionGraph, value: Any) -> Any:
        """Return a document with this value at its location."""
        for step in reversed(self.steps):
            for container in reversed(step.containers):
                value = _wrap(graph, container, value)
            if step.property_name is not None:
                value = with_property(graph, graph.definitions[step.definition], step.property_name, value)
        return value


_KEY = "one"


def _wrap(graph: DefinitionGraph, node: Schema, value: Any) -> Any:
    """Return an array or map that contains the value, and as many others as its limits require."""
    if "items" in node:
        return [value, *_other_items(graph, node, value)]
    return {_KEY: value, **dict(list(map_of_size(graph, node, node.get("minProperties", 0)).items())[1:])}


def _other_items(graph: DefinitionGraph, node: Schema, value: Any) -> list[Any]:
    """Return the further items that an array requires."""
    count = node.get("minItems", 0) - 1
    if count < 1:
        return []
    candidates = [item for item in distinct_items(graph, node, count + 2) if not same(item, value)]
    return candidates[:count] if len(candidates) >= count else array_of_length(graph, node, count)


def embeddings(graph: DefinitionGraph) -> dict[str, Embedding]:
    """Return the shortest path to each definition by name, preferably one that clients see."""
    paths: dict[str, tuple[Step, ...]] = {graph.root: ()}
    for is_hidden in (False, True):
        pending = list(paths)
        while pending:
            definition = pending.pop(0)
            for target, step in _steps(graph, definition):
                if target not in paths and (is_hidden or not step.hidden):
                    paths[target] = (*paths[definition], step)
                    pending.append(target)
    return {name: _make_embedding(steps) for name, steps in paths.items()}


def _make_embedding(steps: tuple[Step, ...]) -> Embedding:
    # A variant of a union is at the location of the union.
    last = next((step for step in reversed(steps) if step.property_name is not None or step.containers), None)
    return Embedding(_path(steps), any(step.hidden for step in steps), last is not None and last.nullable, steps)


def _path(steps: tuple[Step, ...]) -> tuple[str | int, ...]:
    path: list[str | int] = []
    for step in steps:
        path += [] if step.property_name is None else [step.property_name]
        path += [0 if "items" in container else _KEY for container in step.containers]
    return tuple(path)


def _steps(graph: DefinitionGraph, definition: str) -> Iterator[tuple[str, Step]]:
    node = graph.definitions[definition]
    subschemas: list[tuple[str | None, Schema, bool]]
    if "properties" in node:
        subschemas = [(name, subschema, hidden(subschema)) for name, subschema in properties_of(node).items()]
    else:
        subschemas = [(None, branch, False) for branch in [node, *node.get("oneOf", [])]]
    for name, subschema, is_hidden in subschemas:
        target_name, containers, is_nullable = _target(subschema)
        if target_name and (containers or name is not None or subschema is not node):
            yield target_name, Step(definition, name, containers, is_hidden, is_nullable)


def _target(node: Schema) -> tuple[str, tuple[Schema, ...], bool]:
    containers: list[Schema] = []
    while True:
        is_nullable = nullable(node)
        node = without_null(node)
        if "$ref" in node:
            return node["$ref"].removeprefix(LOCAL), tuple(containers), is_nullable
        item_schema = node.get("items") or node.get("additionalProperties")
        if "properties" in node or not isinstance(item_schema, dict):
            return "", (), False
        containers.append(node)
        node = item_schema
