"""One side of a comparison: the schema files of a moment, their definitions, and who gets to see each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from codegen.evolution.diff.audiences import Audience
from codegen.evolution.diff.changes import SchemaLocation
from codegen.schema.loader import CLIENT_ROOT
from codegen.schema.traversal import subschemas
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from codegen.schema.loader import SchemaFile, Sources
    from codegen.schema.traversal import Schema

_BY_HAND = {"site": Audience.ADMINISTRATORS, "completions": Audience.ADMINISTRATORS, "catalog": Audience.CATALOGUE}
"""Files whose documents people write. Any other file is read as published documents are."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Schema files as they were at one moment. Definitions are known by name, which is unique over all files."""

    sources: Sources
    definitions: dict[str, Schema]
    homes: dict[str, str]
    audiences: dict[str, frozenset[Audience]] = field(repr=False)

    @property
    def version(self) -> str:
        """The contract version."""
        return self.sources.version

    def place(self, name: str) -> SchemaLocation:
        """Return where a definition stands."""
        return SchemaLocation(f"{self.homes[name]}.json", pointers.join("/$defs", name))

    def seen_by(self, name: str) -> frozenset[Audience]:
        """Return who gets to see a definition."""
        return self.audiences.get(name, frozenset())

    def readers(self, module: str) -> frozenset[Audience]:
        """Return who gets to see anything of a file; nobody where there is none."""
        return frozenset[Audience]().union(*(self.seen_by(name) for name, home in self.homes.items() if home == module))


def snapshot(sources: Sources) -> Snapshot:
    """Return the side that some schema files are."""
    definitions = {name: node for file in sources.files.values() for name, node in file.definitions.items()}
    found: dict[str, set[Audience]] = {name: set() for name in definitions}
    for file in sources.files.values():
        for audience, names in _readers(file, definitions):
            for name in names:
                found[name].add(audience)
    return Snapshot(sources, definitions, sources.homes, {name: frozenset(whom) for name, whom in found.items()})


def target(node: Schema) -> str:
    """Return the name of the definition that a node refers to, or "" for none."""
    return str(node.get("$ref", "")).rpartition("/")[2]


def roots(file: SchemaFile) -> dict[str, str]:
    """Return the names of the root definitions of a file, by the name of the document."""
    named = {file.module: file.schema.get("$ref", ""), **file.schema.get("x-roots", {})}
    return {name: reference.rpartition("/")[2] for name, reference in named.items()}


def _readers(file: SchemaFile, definitions: dict[str, Schema]) -> Iterable[tuple[Audience, set[str]]]:
    starts = list(roots(file).values())
    if file.module in _BY_HAND:
        return [(_BY_HAND[file.module], _reached(starts, definitions, lambda _: True))]
    if file.module != CLIENT_ROOT:
        return [(Audience.INSTANCES, _reached(starts, definitions, lambda _: True))]
    published = _reached(starts, definitions, lambda member: not is_server_side(member) and not is_copy(member))
    everything = _reached(starts, definitions, lambda member: not is_copy(member))
    return [
        (Audience.CLIENTS, _reached(starts, definitions, lambda member: not is_server_side(member))),
        (Audience.INSTANCES, published),
        (Audience.SERVER_SIDE, everything - published),
    ]


def is_server_side(member: Schema) -> bool:
    """Tell whether clients never receive a member."""
    return member.get("x-visibility") == "server"


def is_copy(member: Schema) -> bool:
    """Tell whether a member exists in what clients receive and nowhere else."""
    return "x-client-copy-of" in member


def concerned_by_both(before: frozenset[Audience], after: frozenset[Audience]) -> frozenset[Audience]:
    """Return whom a difference concerns between what some saw before and some see after.

    A server goes on seeing what it hides. What is published only now reaches instances that knew it as server-side.
    """
    both = before & after
    if before != after:
        both |= {Audience.SERVER_SIDE} & (before | after)
    if Audience.SERVER_SIDE in before:
        both |= {Audience.INSTANCES} & after
    return both


def _reached(starts: Iterable[str], definitions: dict[str, Schema], shown: Callable[[Schema], bool]) -> set[str]:
    found: set[str] = set()
    pending = [name for name in starts if name in definitions]
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        node = definitions[name]
        members = node.get("properties")
        parts = [node] if members is None else [member for member in members.values() if shown(member)]
        for part in parts:
            names = {target(below) for _, below in subschemas(part) if "$ref" in below}
            pending.extend(name for name in names if name in definitions and name not in found)
    return found
