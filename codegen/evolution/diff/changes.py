"""One difference between two schemas: what happened, where on each side, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codegen.evolution.diff.audiences import Audience


class ChangeKind(StrEnum):
    """What happened. Each kind has its rules."""

    FILE = "file"
    ROOT = "root"
    DEFINITION_ADDED = "definition added"
    DEFINITION_REMOVED = "definition removed"
    DEFINITION_RENAMED = "definition renamed"
    DEFINITION_MOVED = "definition moved"
    MEMBER_ADDED = "member added"
    MEMBER_REMOVED = "member removed"
    MEMBER_HIDDEN = "member hidden"
    MEMBER_SHOWN = "member shown"
    REQUIREMENT = "requirement"
    NULL = "null"
    REFERENCE = "reference"
    FORM = "form"
    VALUE_ADDED = "value added"
    VALUE_REMOVED = "value removed"
    OPENNESS = "openness"
    ORDER = "order"
    CLOSEDNESS = "closedness"
    VARIANT_ADDED = "variant added"
    VARIANT_REMOVED = "variant removed"
    LOWER_LIMIT = "lower limit"
    UPPER_LIMIT = "upper limit"
    PATTERN = "pattern"
    UNIQUE_ITEMS = "unique items"
    RESERVED = "reserved"
    DEFAULT = "default"
    DEPRECATION = "deprecation"
    TEXT = "text"
    MASKING = "masking"
    ANNOTATION = "annotation"
    WORDING = "wording"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SchemaLocation:
    """A pointer into one of the schema files."""

    file: str
    """The file's own name, as in `model.json`."""
    pointer: str

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaChange:
    """One difference. `before` and `after` are what the kind says: nodes, values of a keyword, names."""

    kind: ChangeKind
    subject: str
    audiences: frozenset[Audience]
    old: SchemaLocation | None
    new: SchemaLocation | None
    near: SchemaLocation | None
    name: str = ""
    """The member, value, definition or keyword."""
    owner: str = ""
    """The definition on the new side in which it happened; on the old side where the new one has none."""
    before: Any = None
    after: Any = None
    required: bool = False
    """Of a member that came or went: whether it has to be there, for these audiences."""
    around: tuple[Any, Any] = (None, None)
    """The nodes that hold it, old and new."""
