"""What a rule may read beside the change: both snapshots, the last release, reserved names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience
from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.diff.snapshot import Snapshot, references


@dataclass(frozen=True)
class RuleContext:
    """Both snapshots and the releases. `last_release` is None if the old schema is the last one or none exists."""

    old: Snapshot
    new: Snapshot
    renamed: Mapping[str, str]
    last_release: Snapshot | None = None
    history: Sequence[Snapshot] = field(default_factory=tuple)

    @cached_property
    def old_names(self) -> dict[str, str]:
        """The old name of each renamed definition."""
        return {new: old for old, new in self.renamed.items()}

    @cached_property
    def _references(self) -> dict[str, list[tuple[str, dict[str, Any]]]]:
        """The parts of the old schema that refer to each definition, each with the definition that contains it."""
        return references(self.old)

    def announced(self, change: SchemaChange) -> bool:
        """Return whether what was removed had been deprecated in a release, or was never released."""
        if not change.before.get("deprecated"):
            return self._never_released(change)
        if self.last_release is None:
            return True
        released_node = self._find(self.last_release, change)
        return released_node is None or bool(released_node.get("deprecated"))

    def definition_announced(self, definition: str) -> bool:
        """Return whether a definition was deprecated, or used only by what was deprecated, directly or not."""
        pending, visited = [definition], set()
        while pending:
            name = pending.pop()
            if name in visited or self.old.definitions[name].get("deprecated"):
                continue
            visited.add(name)
            referring = [owner for owner, part in self._references.get(name, ()) if not part.get("deprecated")]
            if not referring and self._references.get(name):
                continue
            if not referring or any(owner in self._remaining for owner in referring):
                return False
            pending.extend(referring)
        return True

    @cached_property
    def _remaining(self) -> set[str]:
        """The definitions of the old schema that the same audiences still see."""
        return {
            name
            for name in self.old.definitions
            if self.renamed.get(name, name) in self.new.definitions
            and self.old.audiences_of(name)
            <= self.new.audiences_of(self.renamed.get(name, name)) | {Audience.SERVER_SIDE}
        }

    def _never_released(self, change: SchemaChange) -> bool:
        return self.last_release is not None and self._find(self.last_release, change) is None

    def _find(self, snapshot: Snapshot, change: SchemaChange) -> dict[str, Any] | None:
        """Return a property or listed value as another snapshot has it."""
        definition = snapshot.definitions.get(self.old_names.get(change.owner, change.owner), {})
        node: dict[str, Any] | None
        if change.kind in (ChangeKind.VALUE_REMOVED, ChangeKind.VALUE_ADDED):
            node = shapes.values(definition).get(change.name)
        else:
            node = definition.get("properties", {}).get(change.name)
        return node

    def reserved(self, owner: str) -> set[str]:
        """Return the names that the old schema or any release reserved in a definition."""
        name = self.old_names.get(owner, owner)
        names: set[str] = set()
        for snapshot in (self.old, *self.history):
            names.update(snapshot.definitions.get(name, {}).get("x-reserved", ()))
        return names

    def versions_with_name(self, owner: str, name: str) -> Iterator[str]:
        """Yield the versions of the releases in which a definition had a property or value of that name."""
        old_name = self.old_names.get(owner, owner)
        for snapshot in self.history:
            definition = snapshot.definitions.get(old_name, {})
            if name in definition.get("properties", {}) or name in shapes.values(definition):
                yield snapshot.version
