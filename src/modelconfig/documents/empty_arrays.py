"""Null for a required array, as some programs write an array without items: read as an empty array."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import is_
from typing import Any

from modelconfig.schema.alternatives import TAG
from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import accepts_null, resolved

_Schema = Mapping[str, Any]


@dataclass(slots=True, eq=False)
class _Location:
    """The required arrays at one location and below."""

    arrays: list[str] = field(default_factory=list)
    """Those of the object."""
    properties: dict[str, _Location] = field(default_factory=dict)
    """The object's properties with required arrays in them."""
    items: _Location | None = None
    """The items of the array, or the values of the map."""
    variants: dict[str, _Location] = field(default_factory=dict)
    """The variants of the union, by tag."""

    def children(self) -> set[int]:
        return {id(self.items), *map(id, self.properties.values()), *map(id, self.variants.values())}


def with_empty_arrays(document: Any) -> Any:
    """Return a model configuration with an empty array in place of each null for a required array.

    The document need not be valid, and is not changed; the result shares the parts that are equal. Raises DataMissing.
    """
    return _read(document, _root())


def _read(value: Any, location: _Location) -> Any:
    result = value
    if isinstance(value, dict):
        if location.variants and isinstance(tag := value.get(TAG), str):
            location = location.variants.get(tag, location)
        for name in location.arrays:
            if value.get(name, name) is None:
                result = {**result, name: []}
        children = location.properties if location.items is None else dict.fromkeys(value, location.items)
        for name, child in children.items():
            item = value.get(name)
            if item is not None and (read := _read(item, child)) is not item:
                result = {**result, name: read}
    elif isinstance(value, list) and location.items is not None:
        items = [_read(item, location.items) for item in value]
        if not all(map(is_, items, value)):
            result = items
    return result


@cache
def _root() -> _Location:
    """Return the location of a whole model configuration."""
    return _compile(embedded("model.consumer"))


def _compile(schema: _Schema) -> _Location:
    """Return the location of the documents that a bundled lenient schema describes."""
    compiler = _LocationCompiler(schema["$defs"])
    root = compiler.location(schema)
    compiler.remove_locations_without_arrays()
    return root


class _LocationCompiler:
    """Compiles each definition once, because it may contain itself."""

    def __init__(self, definitions: _Schema) -> None:
        self._definitions = definitions
        self._locations: list[_Location] = []
        self._by_reference: dict[str, _Location] = {}

    def location(self, node: _Schema) -> _Location:
        """Return the location that a subschema describes."""
        reference = next((branch["$ref"] for branch in (node, *node.get("anyOf", ())) if "$ref" in branch), "")
        if reference in self._by_reference:
            return self._by_reference[reference]
        location = _Location()
        self._locations.append(location)
        if reference:
            self._by_reference[reference] = location
        node = resolved(node, self._definitions)
        properties = node.get("properties", {})
        location.arrays = [name for name in node.get("required", ()) if accepts_null(properties[name])]
        location.properties = {name: self.location(child) for name, child in properties.items()}
        for branch in node.get("oneOf", ()):
            if "$ref" in branch:
                tag = resolved(branch, self._definitions)["properties"][TAG]["const"]
                location.variants[tag] = self.location(branch)
        values = node.get("items", node.get("additionalProperties"))
        location.items = self.location(values) if isinstance(values, dict) else None
        return location

    def remove_locations_without_arrays(self) -> None:
        """Remove the locations without required arrays below them, which need not be read."""
        needed: set[int] = set()
        for _ in self._locations:
            needed |= {id(location) for location in self._locations if location.arrays or needed & location.children()}
        for location in self._locations:
            location.properties = {name: child for name, child in location.properties.items() if id(child) in needed}
            location.variants = {tag: child for tag, child in location.variants.items() if id(child) in needed}
            location.items = location.items if id(location.items) in needed else None
