"""Schemas with any number of definitions, in several shapes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TEXT = {"type": "string", "description": "A text.", "maxLength": 9}
_COUNT = {"type": "integer", "description": "A number.", "minimum": 0, "maximum": 9}
_VARIANTS = 9


def schema_file(definitions: dict[str, Any], version: str = "1.0.0") -> dict[str, Any]:
    """Return the content of `model.json` with these definitions, of which `Document` is the root."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "model.json",
        "x-version": version,
        "title": "A grown schema",
        "description": "A schema with many definitions.",
        "$ref": "#/$defs/Document",
        "$defs": definitions,
    }


def _object(properties: dict[str, Any], required: Iterable[str] = ()) -> dict[str, Any]:
    """Return an object with these properties and two scalar ones."""
    return {
        "type": "object",
        "description": "An object.",
        "properties": {**properties, "name": _TEXT, "count": _COUNT},
        "required": list(required),
        "additionalProperties": False,
    }


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}", "description": "Another definition."}


def _names(count: int) -> list[str]:
    return ["Document", *(f"Part{number}" for number in range(1, count))]


def chain(count: int) -> dict[str, Any]:
    """Return definitions of which each has an optional property of the next one."""
    names = _names(count)
    pairs = pairwise(names)
    return {name: _object({"next": _reference(other)}) for name, other in pairs} | {names[-1]: _object({})}


def required_chain(count: int) -> dict[str, Any]:
    """Return definitions of which each requires the next one."""
    names = _names(count)
    pairs = pairwise(names)
    return {name: _object({"next": _reference(other)}, ["next"]) for name, other in pairs} | {names[-1]: _object({})}


def star(count: int) -> dict[str, Any]:
    """Return a root that requires each of the other definitions."""
    parts = {f"part{number}": _reference(f"Part{number}") for number in range(1, count)}
    return {"Document": _object(parts, parts), **{name: _object({}) for name in _names(count)[1:]}}


def mesh(count: int) -> dict[str, Any]:
    """Return definitions that refer to each other in many circles."""
    names = _names(count)
    return {
        name: _object(
            {
                "next": _reference(names[(number + 1) % count]),
                "previous": _reference(names[number - 1]),
                "far": {"type": "array", "description": "A list.", "items": _reference(names[number * 7 % count])},
            }
        )
        for number, name in enumerate(names)
    }


def unions(count: int) -> dict[str, Any]:
    """Return a root with tagged unions, and the variants of each."""
    definitions: dict[str, Any] = {}
    groups = (count - 1) // (_VARIANTS + 1)
    for group in range(groups):
        variants = {f"Kind{group}x{number}": number for number in range(_VARIANTS)}
        definitions[f"Union{group}"] = {
            "description": "A union.",
            "oneOf": [{"$ref": f"#/$defs/{name}"} for name in variants],
        }
        for name, number in variants.items():
            tag = {"type": "string", "const": f"kind{number}", "description": "The kind."}
            definitions[name] = _object({"type": tag}, ["type"])
    root = _object({f"union{group}": _reference(f"Union{group}") for group in range(groups)})
    return {"Document": root, **definitions}


def enumerations(count: int) -> dict[str, Any]:
    """Return a root with properties of different enumerations."""
    values = [{"const": f"value{number}", "description": "A value."} for number in range(8)]
    enumeration = {"type": "string", "description": "An enumeration.", "oneOf": values}
    names = _names(count)[1:]
    return {
        "Document": _object({name.lower(): _reference(name) for name in names}),
        **dict.fromkeys(names, enumeration),
    }


SHAPES: dict[str, Callable[[int], dict[str, Any]]] = {
    "chain": chain,
    "star": star,
    "mesh": mesh,
    "unions": unions,
    "enumerations": enumerations,
}
"""The shapes to measure. A valid document of `required_chain` is nested deeper than readers accept."""
