"""One difference between two schemas: kind, locations, audiences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from codegen.evolution.diff.audiences import Audiences
from modelconfig.jsontext import pointers


class ChangeKind(StrEnum):
    """The kind of a change, which decides the rules that apply to it."""

    FILE = "file"
    ROOT = "root"
    DEFINITION_ADDED = "definition added"
    DEFINITION_REMOVED = "definition removed"
    DEFINITION_RENAMED = "definition renamed"
    DEFINITION_MOVED = "definition moved"
    PROPERTY_ADDED = "property added"
    PROPERTY_REMOVED = "property removed"
    PROPERTY_HIDDEN = "property hidden"
    PROPERTY_SHOWN = "property shown"
    PROPERTY_ORDER = "property order"
    REQUIREMENT = "requirement"
    NULL = "null"
    REFERENCE = "reference"
    SHAPE = "shape"
    VALUE_ADDED = "value added"
    VALUE_REMOVED = "value removed"
    OPENNESS = "openness"
    ORDER = "order"
    CLOSEDNESS = "closedness"
    VARIANT_ADDED = "variant added"
    VARIANT_REMOVED = "variant removed"
    LIMIT = "limit"
    PATTERN = "pattern"
    UNIQUE_ITEMS = "unique items"
    RESERVED = "reserved"
    DEFAULT = "default"
    DEPRECATION = "deprecation"
    TEXT = "text"
    MASKING = "masking"
    EXPOSURE = "exposure"
    ANNOTATION = "annotation"
    WORDING = "wording"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SchemaLocation:
    """A JSON Pointer into one of the schema files."""

    file: str
    """The name of the file, such as `model.json`."""
    pointer: str

    def below(self, *tokens: str | int) -> SchemaLocation:
        """Return a location inside this one."""
        return SchemaLocation(self.file, pointers.join(self.pointer, *tokens))

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaChange:
    """A difference between two schemas.

    `before` and `after` depend on the kind: subschemas, values of a keyword, or names. `old` and `new` are the
    locations in the two schemas, None where a schema has nothing there. `shown_at` is the location in the new schema
    at which a finding is shown: `new`, or the location that contained what was removed.
    """

    kind: ChangeKind
    subject: str
    audiences: Audiences
    old: SchemaLocation | None
    new: SchemaLocation | None
    shown_at: SchemaLocation | None
    name: str = ""
    """The name of the property, value, definition or keyword."""
    owner: str = ""
    """The definition that changed, by its name in the new schema, or in the old one where the new one has none."""
    before: Any = None
    after: Any = None
    required: bool = False
    """For an added, removed, hidden or shown property: whether it is required, for these audiences."""
    parents: tuple[Any, Any] = (None, None)
    """The subschemas that contain what changed, old and new."""

    @property
    def locations(self) -> list[SchemaLocation]:
        """The locations in the new and in the old schema, where they exist."""
        return [location for location in (self.new, self.old) if location is not None]
