"""What a rule may read beside the change: both snapshots, the last release, reserved names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from codegen.evolution.diff import shapes
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.diff.snapshot import Snapshot
from codegen.schema.traversal import Schema, subschemas, target


@dataclass(frozen=True)
class RuleContext:
    """Both snapshots and the releases. `last_release` is None if the old schema is the last one or none exists."""

    old: Snapshot
    new: Snapshot
    renamed: Mapping[str, str]
    last_release: Snapshot | None
    history: Sequence[Snapshot]

    def announced(self, change: SchemaChange) -> bool:
        """Return whether what was removed had been deprecated in a release, or was never released."""
        deprecated = bool(change.before.get("deprecated"))
        if self.last_release is None:
            return deprecated
        released = self._named(self.last_release, change.owner).get(change.name)
        return released is None or (deprecated and bool(released.get("deprecated")))

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

    def reserved(self, owner: str) -> set[str]:
        """Return the names that the old schema or any release reserved in a definition."""
        snapshots = (self.old, *self.history)
        return {name for snapshot in snapshots for name in self._definition(snapshot, owner).get("x-reserved", ())}

    def versions_with_name(self, owner: str, name: str) -> list[str]:
        """Return the versions of the releases in which a definition had a property or value of that name."""
        return [snapshot.version for snapshot in self.history if name in self._named(snapshot, owner)]

    def _definition(self, snapshot: Snapshot, owner: str) -> Schema:
        """Return a definition of the new schema as an earlier one has it; nothing if it does not."""
        return snapshot.definitions.get(self._old_names.get(owner, owner), {})

    def _named(self, snapshot: Snapshot, owner: str) -> dict[str, Schema]:
        """Return the properties, or the listed values, that a definition has in an earlier schema."""
        definition = self._definition(snapshot, owner)
        return definition.get("properties") or shapes.values(definition)

    @cached_property
    def _old_names(self) -> dict[str, str]:
        return {new: old for old, new in self.renamed.items()}

    @cached_property
    def _references(self) -> dict[str, list[tuple[str, Schema]]]:
        """The parts of the old schema that refer to each definition, each with the definition that contains it."""
        found: dict[str, list[tuple[str, Schema]]] = {}
        for name, definition in self.old.definitions.items():
            for part in definition.get("properties", {}).values() or [definition]:
                for _, node in subschemas(part):
                    if "$ref" in node:
                        found.setdefault(target(node), []).append((name, part))
        return found

    @cached_property
    def _remaining(self) -> set[str]:
        """The definitions of the old schema that the same audiences still see."""
        return {
            name
            for name in self.old.definitions
            if (counterpart := self.renamed.get(name, name)) in self.new.definitions
            and self.old.audiences_of(name) <= self.new.audiences_of(counterpart)
        }
