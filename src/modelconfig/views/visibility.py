"""What the schema's annotations say about who may see what, compiled once into a tree to walk documents with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Schema = dict[str, Any]
_LOCAL = "#/$defs/"


@dataclass(slots=True, eq=False)
class Shape:
    """What the annotations say of one place and of the places below it."""

    members: dict[str, Shape] = field(default_factory=dict)
    """The known members of an object."""
    others: Shape | None = None
    """The values of a map."""
    items: Shape | None = None
    """The items of an array."""
    private: bool = False
    """Whether only the instance may see this: the schema says so, or it is a credential."""
    secret: bool = False
    """Whether this is a credential, with all that is in it."""
    identity: bool = False
    """Whether this is a text of a form that the schema sets, such as a reference: a name, whatever it looks like."""
    hidden: frozenset[str] = frozenset()
    """The names, `folded`, of the members that only the instance may see."""
    copies: dict[str, str] = field(default_factory=dict)
    """Members that exist in the client's view only, and the sibling that each is a copy of."""
    always: dict[str, str] = field(default_factory=dict)
    """Members that the client's view always has, and the definition that says so."""
    order: tuple[str, ...] = ()
    """The members that clients know, in the schema's order."""


UNKNOWN = Shape()
"""The shape of what the schema does not know."""


def compile_plan(schema: Mapping[str, Any], client: Mapping[str, Any] | None = None) -> Shape:
    """Return the shape of the documents that a bundled schema describes.

    `client` is the client's reading of the same schema: what is copied and what is always present stands there, and a
    member that is missing there is the server's, whatever the schema itself says of it.
    """
    return _Compiler(schema["$defs"], None if client is None else client["$defs"]).shape([{"$ref": schema["$ref"]}])


class _Compiler:
    """Goes from definitions to shapes; several definitions for one place, as of a union, become one shape."""

    def __init__(self, definitions: Schema, client: Schema | None) -> None:
        self._definitions = definitions
        self._client = client
        self._shapes: dict[frozenset[int], Shape] = {}

    def shape(self, nodes: Iterable[Schema]) -> Shape:
        """Return the shape of a place that any of the nodes may describe; what one of them hides is hidden."""
        parts = list(self._resolved(nodes))
        key = frozenset(id(node) for _, node in parts)
        if key in self._shapes:
            return self._shapes[key]
        # Known before it is filled: a definition may contain itself.
        made = self._shapes[key] = Shape()
        made.secret = any(node.get("x-secret") for _, node in parts)
        made.private = made.secret or any(node.get("x-visibility") == "server" for _, node in parts)
        made.identity = any("pattern" in node for _, node in parts)
        members: dict[str, list[Schema]] = {}
        for name, node in parts:
            for member, below in node.get("properties", {}).items():
                members.setdefault(member, []).append(below)
            self._add_client(made, name, node)
        made.members = {member: self.shape(below) for member, below in members.items()} | made.members
        made.hidden = frozenset(folded(member) for member, below in made.members.items() if below.private)
        maps = [node["additionalProperties"] for _, node in parts if isinstance(node.get("additionalProperties"), dict)]
        items = [node["items"] for _, node in parts if "items" in node]
        made.others = self.shape(maps) if maps else None
        made.items = self.shape(items) if items else None
        return made

    def _resolved(self, nodes: Iterable[Schema]) -> Iterator[tuple[str, Schema]]:
        """Yield the nodes and those that they refer to, each with the name of the definition that it is."""
        waiting = [("", node) for node in nodes]
        seen: set[str] = set()
        while waiting:
            name, node = waiting.pop(0)
            yield name, node
            target = node.get("$ref", "").removeprefix(_LOCAL)
            if target and target not in seen:
                seen.add(target)
                waiting.append((target, self._definitions[target]))
            waiting += [("", branch) for keyword in ("oneOf", "anyOf") for branch in node.get(keyword, ())]

    def _add_client(self, made: Shape, name: str, node: Schema) -> None:
        """Add what the client's reading says of the same definition."""
        if self._client is None or name not in self._client:
            return
        seen = self._client[name].get("properties", {})
        made.members |= {member: Shape(private=True) for member in node.get("properties", {}) if member not in seen}
        made.order += tuple(seen)
        for member, below in seen.items():
            if "x-client-copy-of" in below:
                made.copies[member] = below["x-client-copy-of"]
            if below.get("x-client-required"):
                made.always[member] = name
