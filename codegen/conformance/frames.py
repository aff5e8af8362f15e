"""The way from a document's root to a definition, and a small document that holds a value of that definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance.nodes import hidden, members, nullable, without_null
from codegen.conformance.values import holding
from codegen.schemas import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.conformance.nodes import World
    from codegen.walk import Schema


@dataclass(frozen=True, slots=True)
class Step:
    """From one definition into another: the member, if it is a record's, and the lists and maps in between."""

    home: str
    member: str | None
    nested: tuple[str, ...]
    """`array` or `map`, from the outside in."""
    hidden: bool
    nullable: bool
    """Whether null may stand there as well."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where in a document the value stands, whether a client does not know that place, and whether it may be null."""

    path: tuple[str | int, ...]
    hidden: bool
    nullable: bool
    steps: tuple[Step, ...]

    def around(self, world: World, value: Any) -> Any:
        """Return a document with this value at its place."""
        for step in reversed(self.steps):
            for kind in reversed(step.nested):
                value = [value] if kind == "array" else {_NAME: value}
            if step.member is not None:
                value = holding(world, world.definitions[step.home], step.member, value)
        return value


_NAME = "one"


def frames(world: World) -> dict[str, Frame]:
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


def _frame(steps: tuple[Step, ...]) -> Frame:
    # A variant of a union stands where the union does.
    last = next((step for step in reversed(steps) if step.member is not None or step.nested), None)
    return Frame(_path(steps), any(step.hidden for step in steps), last is not None and last.nullable, steps)


def _path(steps: tuple[Step, ...]) -> tuple[str | int, ...]:
    found: list[str | int] = []
    for step in steps:
        found += [] if step.member is None else [step.member]
        found += [0 if kind == "array" else _NAME for kind in step.nested]
    return tuple(found)


def _steps(world: World, home: str) -> Iterator[tuple[str, Step]]:
    node = world.definitions[home]
    inside: list[tuple[str | None, Schema, bool]]
    if "properties" in node:
        inside = [(name, member, hidden(member)) for name, member in members(node).items()]
    else:
        inside = [(None, branch, False) for branch in [node, *node.get("oneOf", [])]]
    for name, member, unseen in inside:
        target, nested, may_be_null = _target(member)
        # A list or map that must have several members cannot be shown with one.
        if target and (nested or name is not None or member is not node):
            yield target, Step(home, name, nested, unseen, may_be_null)


def _target(node: Schema) -> tuple[str, tuple[str, ...], bool]:
    nested: list[str] = []
    while True:
        may_be_null = nullable(node)
        node = without_null(node)
        if "$ref" in node:
            return node["$ref"].removeprefix(LOCAL), tuple(nested), may_be_null
        below = node.get("items") or node.get("additionalProperties")
        if "properties" in node or not isinstance(below, dict):
            return "", (), False
        nested.append("array" if "items" in node else "map")
        node = below
