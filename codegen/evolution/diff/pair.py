"""The same definition, property or subschema in the old and in the new schema."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from codegen.evolution.diff.changes import SchemaChange, SchemaLocation
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from codegen.evolution.diff.audiences import Audience
    from codegen.evolution.diff.changes import ChangeKind
    from codegen.schema.traversal import Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The same thing on both sides."""

    before: Schema
    after: Schema
    old: SchemaLocation
    new: SchemaLocation
    subject: str
    owner: str
    audiences: frozenset[Audience]
    shape_only: bool = False
    """Whether two different definitions are compared, so that their texts have nothing to do with each other."""

    def below(self, *tokens: str | int, subject: str, before: Schema, after: Schema) -> Pair:
        """Return the pair at one place inside this one."""
        old = SchemaLocation(self.old.file, pointers.join(self.old.pointer, *tokens))
        new = SchemaLocation(self.new.file, pointers.join(self.new.pointer, *tokens))
        return replace(self, before=before, after=after, old=old, new=new, subject=subject)

    def change(self, kind: ChangeKind, **more: Any) -> SchemaChange:
        """Return a change at this place."""
        given: dict[str, Any] = {
            "subject": self.subject,
            "audiences": self.audiences,
            "old": self.old,
            "new": self.new,
        } | more
        given.setdefault("near", given["new"] or self.new)
        return SchemaChange(kind=kind, owner=self.owner, **given)
