"""The schema as frozen, language-neutral classes that every emitter reads.

Emitters never read JSON Schema: these classes hold what they need of each keyword.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Scalar(StrEnum):
    """The type of a JSON value that is not an array, an object or null."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Primitive:
    """A scalar that is not a definition. `const` is set for the tag of a union's variant."""

    scalar: Scalar
    const: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A reference to a definition, by its `$defs` key."""

    name: str


@dataclass(frozen=True, slots=True)
class Array:
    """An array whose items have one type."""

    items: Type


@dataclass(frozen=True, slots=True)
class Map:
    """An object with any property names: JSON Schema's `additionalProperties` without `properties`."""

    values: Type


Type: TypeAlias = "Primitive | Named | Array | Map"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """A deprecation: since which contract version, and what to use instead."""

    since: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Constraints on a value beyond its type. `inner` holds the limits of an array's items or a map's values."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    """Lengths in code points, of a string."""
    min_count: int | None = None
    max_count: int | None = None
    """Numbers of an array's items or a map's properties."""
    pattern: str = ""
    unique: bool = False
    unique_by: tuple[str, ...] = ()
    """Properties whose values are unique among an array's items."""
    inner: Limits | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """The annotations of a property: who sees it, and what its value refers to."""

    secret: bool = False
    server_side: bool = False
    client_required: bool = False
    client_copy_of: str = ""
    references: str = ""
    """The location, with `*` for any item, where the value must be present."""


NO_ANNOTATIONS = Annotations()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property of an object. `nullable` is whether null is accepted: it means absent, or empty if required."""

    name: str
    type: Type
    description: str
    required: bool
    nullable: bool = False
    deprecation: Deprecation | None = None
    since: str = ""
    default_json: str | None = None
    """The documented default as canonical JSON; readers never fill it in."""
    limits: Limits = NO_LIMITS
    annotations: Annotations = NO_ANNOTATIONS
    examples_json: tuple[str, ...] = ()
    """Documented values, as indented JSON without the final newline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumValue:
    """A listed value of an enumeration. `name` is what its constant is named after, if it is not the value."""

    value: str
    description: str
    name: str = ""
    deprecation: Deprecation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Definition:
    """What every definition has."""

    name: str
    module: str
    description: str
    deprecation: Deprecation | None = None
    examples_json: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType(_Definition):
    """An object with named properties. `closed` is whether unknown properties are rejected."""

    properties: tuple[Property, ...]
    closed: bool
    reserved: tuple[str, ...] = ()
    """Names that no property may have again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum(_Definition):
    """A string with listed values. `open` is whether readers accept any other string too."""

    values: tuple[EnumValue, ...]
    open: bool
    reserved: tuple[str, ...] = ()
    """Values that may not be listed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(_Definition):
    """A named scalar, array or map."""

    type: Type
    template: tuple[str, ...] = ()
    """The texts between the placeholders of a template-literal type; empty if there is no such type."""
    limits: Limits = NO_LIMITS
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Union(_Definition):
    """One of several object types, distinguished by the constant value of the property `tag`."""

    tag: str
    variants: tuple[tuple[str, str], ...]
    """Pairs of tag value and name of the object type, in schema order."""


Definition: TypeAlias = ObjectType | Enum | Alias | Union


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """The definitions of one schema root, in schema order. `root` is the name of the document's definition."""

    name: str
    title: str
    description: str
    version: str
    root: str
    definitions: tuple[Definition, ...]
    digest: str
    """Hash of the derived schema that the module was parsed from, for the header of generated files."""
    published: bool = False
    """Whether models.json, which clients receive, is a document of this schema."""
    client_definitions: tuple[Definition, ...] = ()
    """Those of the client profile, if the module is published: what clients see of its definitions."""
