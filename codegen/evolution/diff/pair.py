"""The same definition, property or subschema in the old and in the new schema."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from codegen.evolution.diff.audiences import Audience
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.schema.traversal import Schema
from modelconfig.jsontext import pointers


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A subschema of the old schema and its counterpart in the new one."""

    before: Schema
    after: Schema
    old: SchemaLocation
    new: SchemaLocation
    subject: str
    owner: str
    audiences: frozenset[Audience]
    shape_only: bool = False
    """Whether two different definitions are compared, so that their descriptions are unrelated."""

    def below(self, *tokens: str | int, subject: str, before: Schema, after: Schema) -> Pair:
        """Return the pair of subschemas at a location inside this pair."""
        old = SchemaLocation(self.old.file, pointers.join(self.old.pointer, *tokens))
        new = SchemaLocation(self.new.file, pointers.join(self.new.pointer, *tokens))
        return replace(self, before=before, after=after, old=old, new=new, subject=subject)

    def change(self, kind: ChangeKind, **fields: Any) -> SchemaChange:
        """Return a change of this pair; `fields` replace the fields that the pair gives."""
        values: dict[str, Any] = {
            "subject": self.subject,
            "audiences": self.audiences,
            "old": self.old,
            "new": self.new,
        } | fields
        values.setdefault("shown_at", values["new"] or self.new)
        return SchemaChange(kind=kind, owner=self.owner, **values)
