"""The way from a document's root to a definition, and a small document that holds a value of that definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance.definition_graph import hidden, nullable, properties_of, without_null
from codegen.conformance.json_patch import same
from codegen.conformance.valid_values import enough, holding, named, several
from codegen.schema.loader import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.schema.traversal import Schema


@dataclass(frozen=True, slots=True)
class Step:
    """From one definition into another: the member, if it is a record's, and the lists and maps in between."""

    home: str
    member: str | None
    nested: tuple[Schema, ...]
    """Arrays and maps, from the outside in."""
    hidden: bool
    nullable: bool
    """Whether null may stand there as well."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """Where in a document the value stands, whether a client does not know that place, and whether it may be null."""

    path: tuple[str | int, ...]
    hidden: bool
    nullable: bool
    steps: tuple[Step, ...]

    def around(self, world: DefinitionGraph, value: Any) -> Any:
        """Return a document with this value at its place."""
        for step in reversed(self.steps):
            for nested in reversed(step.nested):
                value = _inside(world, nested, value)
            if step.member is not None:
                value = holding(world, world.definitions[step.home], step.member, value)
        return value


_NAME = "one"


def _inside(world: DefinitionGraph, node: Schema, value: Any) -> Any:
    """Return a list or map that holds the value, and as many others as there have to be."""
    if "items" in node:
        return [value, *_others(world, node, value)]
    return {_NAME: value, **dict(list(named(world, node, node.get("minProperties", 0)).items())[1:])}


def _others(world: DefinitionGraph, array: Schema, value: Any) -> list[Any]:
    """Return what has to stand beside an item, where one is too few."""
    count = array.get("minItems", 0) - 1
    if count < 1:
        return []
    found = [other for other in several(world, array, count + 2) if not same(other, value)]
    return found[:count] if len(found) >= count else enough(world, array, count)


def embeddings(world: DefinitionGraph) -> dict[str, Embedding]:
    """Return the shortest way to each definition, by its name; rather one that a client knows, if there is such."""
    ways: dict[str, tuple[Step, ...]] = {world.root: ()}
    for unseen in (False, True):
        pending = list(ways)
        while pending:
            home = pending.pop(0)
            for target, step in _steps(world, home):
                if target not in ways and (unseen or not step.hidden):
                    ways[target] = (*ways[home], step)
                    pending.append(target)
    return {name: _frame(steps) for name, steps in ways.items()}


def _frame(steps: tuple[Step, ...]) -> Embedding:
    # A variant of a union stands where the union does.
    last = next((step for step in reversed(steps) if step.member is not None or step.nested), None)
    return Embedding(_path(steps), any(step.hidden for step in steps), last is not None and last.nullable, steps)


def _path(steps: tuple[Step, ...]) -> tuple[str | int, ...]:
    found: list[str | int] = []
    for step in steps:
        found += [] if step.member is None else [step.member]
        found += [0 if "items" in nested else _NAME for nested in step.nested]
    return tuple(found)


def _steps(world: DefinitionGraph, home: str) -> Iterator[tuple[str, Step]]:
    node = world.definitions[home]
    inside: list[tuple[str | None, Schema, bool]]
    if "properties" in node:
        inside = [(name, member, hidden(member)) for name, member in properties_of(node).items()]
    else:
        inside = [(None, branch, False) for branch in [node, *node.get("oneOf", [])]]
    for name, member, unseen in inside:
        target, nested, may_be_null = _target(member)
        if target and (nested or name is not None or member is not node):
            yield target, Step(home, name, nested, unseen, may_be_null)


def _target(node: Schema) -> tuple[str, tuple[Schema, ...], bool]:
    nested: list[Schema] = []
    while True:
        may_be_null = nullable(node)
        node = without_null(node)
        if "$ref" in node:
            return node["$ref"].removeprefix(LOCAL), tuple(nested), may_be_null
        below = node.get("items") or node.get("additionalProperties")
        if "properties" in node or not isinstance(below, dict):
            return "", (), False
        nested.append(node)
        node = below
