"""The places of a document, each with the subschema that says what may stand there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance.definition_graph import TAG, hidden, properties_of, without_null
from codegen.schema.loader import LOCAL
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.schema.traversal import Schema


@dataclass(frozen=True, slots=True)
class DocumentLocation:
    """One place. `rule` is the subschema's pointer, `hidden` says that a client does not know the place.

    `sets` are the places of the lists around it in which no item may stand twice.
    """

    path: tuple[str | int, ...]
    node: Schema
    rule: str
    value: Any
    hidden: bool
    sets: tuple[tuple[str | int, ...], ...] = ()

    def alone(self, whole: Any) -> bool:
        """Tell whether, with what now stands here, the lists around still have each item once."""
        return not any(_has_a_pair(_at(whole, path)) for path in self.sets)

    def rule_of(self, *tokens: str) -> str:
        """Return the pointer of a keyword; beside null, what else may stand there is a subschema of its own."""
        if "anyOf" not in self.node or tokens[0] in self.node:
            return pointers.join(self.rule, *tokens)
        other = self.node["anyOf"].index(without_null(self.node))
        return pointers.join(self.rule, "anyOf", other, *tokens)


def document_locations(
    world: DefinitionGraph, name: str, value: Any, *, deep: bool, unseen: bool = False
) -> Iterator[DocumentLocation]:
    """Yield the places of a valid value of a definition; with `deep`, also those that other definitions describe."""
    top = DocumentLocation((), world.definitions[name], pointers.join(LOCAL[:-1], name), value, unseen)
    pending = [top]
    while pending:
        spot = pending.pop()
        # A definition that is reached by a reference is a place of its own, with the rules that stand there.
        if spot is not top or not deep or "$ref" not in spot.node:
            yield spot
        pending.extend(reversed(list(_below(world, spot, deep=deep))))


def _below(world: DefinitionGraph, spot: DocumentLocation, *, deep: bool) -> Iterator[DocumentLocation]:
    """Yield what comes next; null has nothing below."""
    if spot.value is None:
        return
    bare = without_null(spot.node)
    if "$ref" in bare:
        if deep:
            target = bare["$ref"].removeprefix(LOCAL)
            place = pointers.join(LOCAL[:-1], target)
            yield DocumentLocation(spot.path, world.definitions[target], place, spot.value, spot.hidden, spot.sets)
        return
    sets = (*spot.sets, spot.path) if bare.get("uniqueItems") else spot.sets
    for tokens, step, node in _steps(world, bare, spot.value):
        below = spot.hidden or hidden(node)
        path = spot.path if step is None else (*spot.path, step)
        value = spot.value if step is None else spot.value[step]
        if step is not None or deep:
            yield DocumentLocation(path, node, spot.rule_of(*tokens), value, below, sets)


def _steps(
    world: DefinitionGraph, node: Schema, value: Any
) -> Iterator[tuple[tuple[str, ...], str | int | None, Schema]]:
    """Yield the tokens to each subschema that applies, the member or index it applies to (None: all), and it."""
    match world.kind(node):
        case "record":
            for name, member in properties_of(node).items():
                if name in value:
                    yield ("properties", name), name, member
        case "array":
            for index in range(len(value)):
                yield ("items",), index, node["items"]
        case "map":
            for name in value:
                yield ("additionalProperties",), name, node["additionalProperties"]
        case "union":
            tags = list(world.variants(node))
            number = tags.index(value[TAG])
            yield ("oneOf", str(number)), None, node["oneOf"][number]


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def _has_a_pair(items: list[Any]) -> bool:
    written = [json.dumps(item, sort_keys=True) for item in items]
    return len(set(written)) < len(written)
