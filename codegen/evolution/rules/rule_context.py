"""What rules know beyond one change: both sides whole, the last release, and every name that any release reserved."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience
from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.diff.snapshot import target
from codegen.schema.traversal import subschemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from codegen.evolution.diff.snapshot import Snapshot
    from codegen.schema.traversal import Schema


@dataclass(frozen=True)
class RuleContext:
    """Both sides and the past. `baseline` is the last release, None where the old side is it, or there is none."""

    old: Snapshot
    new: Snapshot
    renamed: Mapping[str, str]
    baseline: Snapshot | None = None
    history: Sequence[Snapshot] = field(default_factory=tuple)

    @cached_property
    def former(self) -> dict[str, str]:
        """The old name of each renamed definition."""
        return {new: old for old, new in self.renamed.items()}

    @cached_property
    def _uses(self) -> dict[str, list[tuple[str, Schema]]]:
        """The places of the old side that refer to each definition: in which definition, and in what part of it."""
        found: dict[str, list[tuple[str, Schema]]] = {}
        for name, definition in self.old.definitions.items():
            parts = list(definition.get("properties", {}).values()) or [definition]
            for part in parts:
                for _, node in subschemas(part):
                    if "$ref" in node:
                        found.setdefault(target(node), []).append((name, part))
        return found

    def announced(self, change: SchemaChange) -> bool:
        """Tell whether what went had been deprecated in a release, or had never been released."""
        if not change.before.get("deprecated"):
            return self._never_released(change)
        if self.baseline is None:
            return True
        known = self._in(self.baseline, change)
        return known is None or bool(known.get("deprecated"))

    def definition_announced(self, name: str) -> bool:
        """Tell whether a definition was deprecated, or only used by what was, in one step or several."""
        pending, seen = [name], set()
        while pending:
            one = pending.pop()
            if one in seen or self.old.definitions[one].get("deprecated"):
                continue
            seen.add(one)
            uses = [owner for owner, part in self._uses.get(one, ()) if not part.get("deprecated")]
            if not uses and self._uses.get(one):
                continue
            if not uses or any(owner in self._stays for owner in uses):
                return False
            pending.extend(uses)
        return True

    @cached_property
    def _stays(self) -> set[str]:
        """The definitions of the old side that are as visible as before."""
        return {
            name
            for name in self.old.definitions
            if self.renamed.get(name, name) in self.new.definitions
            and self.old.seen_by(name) <= self.new.seen_by(self.renamed.get(name, name)) | {Audience.SERVER_SIDE}
        }

    def _never_released(self, change: SchemaChange) -> bool:
        return self.baseline is not None and self._in(self.baseline, change) is None

    def _in(self, side: Snapshot, change: SchemaChange) -> Schema | None:
        """Return a member or listed value as another side has it."""
        definition = side.definitions.get(self.former.get(change.owner, change.owner), {})
        found: Schema | None
        if change.kind in (ChangeKind.VALUE_REMOVED, ChangeKind.VALUE_ADDED):
            found = shapes.values(definition).get(change.name)
        else:
            found = definition.get("properties", {}).get(change.name)
        return found

    def reserved(self, owner: str) -> set[str]:
        """Return the names that the old side or any release reserved in a definition."""
        name = self.former.get(owner, owner)
        found: set[str] = set()
        for side in (self.old, *self.history):
            found.update(side.definitions.get(name, {}).get("x-reserved", ()))
        return found

    def known_before(self, owner: str, name: str) -> Iterator[str]:
        """Yield the versions of earlier releases that had a member or value of that name."""
        former = self.former.get(owner, owner)
        for side in self.history:
            definition = side.definitions.get(former, {})
            if name in definition.get("properties", {}) or name in shapes.values(definition):
                yield side.version
