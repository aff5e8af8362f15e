"""The same file, definition, property or subschema in the old and in the new schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from codegen.evolution.diff.audiences import Audiences
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.schema.traversal import Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A subschema of the old schema and its counterpart in the new one."""

    before: Schema
    after: Schema
    old: SchemaLocation
    new: SchemaLocation
    subject: str
    owner: str
    audiences: Audiences
    shape_only: bool = False
    """Whether two different definitions are compared, so that their descriptions are unrelated."""

    def below(self, *tokens: str | int, suffix: str, before: Schema, after: Schema) -> Pair:
        """Return the pair of subschemas at a location inside this pair."""
        return replace(
            self, before=before, after=after, old=self.old.below(*tokens), new=self.new.below(*tokens),
            subject=self.subject + suffix,
        )  # fmt: skip

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

    def difference(self, kind: ChangeKind, before: Any, after: Any, **fields: Any) -> Iterator[SchemaChange]:
        """Yield a change of this pair if two values differ."""
        if before != after:
            yield self.change(kind, before=before, after=after, **fields)

    def keyword_change(self, kind: ChangeKind, keyword: str) -> SchemaChange:
        """Return a change of a keyword, at its own location."""
        return self.change(
            kind, name=keyword, before=self.before.get(keyword), after=self.after.get(keyword),
            old=self.old.below(keyword) if keyword in self.before else None,
            new=self.new.below(keyword) if keyword in self.after else None,
        )  # fmt: skip
