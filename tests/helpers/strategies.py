"""Generators of documents and values of every definition, from the definition graph of the schema.

Types are correct; rules on values (patterns, ranges) are ignored, because a codec does not check them.
"""

from __future__ import annotations

import dataclasses
import json
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

import modelconfig_types
from codegen import pipeline
from codegen.ir import model as ir
from codegen.ir.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

SCHEMA = Path(__file__).resolve().parents[2] / "schema"

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
json_values = st.recursive(
    scalars, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(), v, max_size=3), max_leaves=5
)
_OF_SCALAR: dict[ir.Scalar, SearchStrategy[Any]] = {
    ir.Scalar.STRING: st.text(),
    ir.Scalar.BOOLEAN: st.booleans(),
    ir.Scalar.INTEGER: st.integers(-(2**53) + 1, 2**53 - 1),
    ir.Scalar.NUMBER: st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False),
}


def modules() -> list[ir.Module]:
    """Return the modules of the repository's schema, as the emitters receive them."""
    schemas, problems = pipeline.check_schemas(SCHEMA)
    assert problems == []
    return schemas.modules(Profile.CONSUMER)


DEFINITIONS: dict[str, ir.Definition] = {
    definition.name: definition for module in modules() for definition in module.definitions
}
OBJECT_TYPES: dict[str, ir.ObjectType] = {name: d for name, d in DEFINITIONS.items() if isinstance(d, ir.ObjectType)}


def python_type(name: str) -> Any:
    """Return the generated class of a definition."""
    return getattr(modelconfig_types, name)


def unknown_members(record: ir.ObjectType) -> SearchStrategy[dict[str, Any]]:
    """Generate properties that no version of the schema has."""
    known = {field.name for field in record.properties}
    return st.dictionaries(st.text().filter(lambda name: name not in known), json_values, max_size=2)


@cache
def documents(kind: ir.Type | str) -> SearchStrategy[Any]:
    """Generate JSON values of a type or definition, with unknown properties and unknown values of open enumerations."""
    match kind:
        case str(name):
            return _documents_of(DEFINITIONS[name])
        case ir.Primitive(scalar, None):
            return _OF_SCALAR[scalar]
        case ir.Primitive(_, const):
            return st.just(const)
        case ir.Array(items):
            return st.lists(documents(items), max_size=3)
        case ir.Map(values):
            return st.dictionaries(st.text(), documents(values), max_size=3)
        case ir.Named(name):
            return st.deferred(lambda: documents(name))
    raise TypeError(kind)


def _documents_of(definition: ir.Definition) -> SearchStrategy[Any]:
    match definition:
        case ir.Alias(type=kind):
            return documents(kind)
        case ir.Enum(values=values, open=is_open):
            listed = st.sampled_from([value.value for value in values])
            return listed | st.text() if is_open else listed
        case ir.Union(variants=variants):
            return st.one_of([documents(name) for _, name in variants])
        case ir.ObjectType(properties=properties):
            required = {field.name: documents(field.type) for field in properties if field.required}
            optional = {field.name: documents(field.type) for field in properties if not field.required}
            known = st.fixed_dictionaries(required, optional=optional)
            return st.builds(lambda own, more: own | more, known, unknown_members(definition))
    raise TypeError(definition)


@cache
def values(kind: ir.Type | str) -> SearchStrategy[Any]:
    """Generate Python values of a type or definition with their constructors."""
    match kind:
        case str(name):
            return _values_of(DEFINITIONS[name])
        case ir.Primitive():
            return documents(kind)
        case ir.Array(items):
            return st.lists(values(items), max_size=3).map(tuple)
        case ir.Map(inner):
            return st.dictionaries(st.text(), values(inner), max_size=3).map(modelconfig_types.FrozenMap)
        case ir.Named(name):
            return st.deferred(lambda: values(name))
    raise TypeError(kind)


def _values_of(definition: ir.Definition) -> SearchStrategy[Any]:
    match definition:
        case ir.Alias(type=kind):
            return values(kind)
        case ir.Enum(name=name, open=is_open):
            members = st.sampled_from(list(python_type(name)))
            return members | st.text() if is_open else members
        case ir.Union(variants=variants):
            return st.one_of([values(name) for _, name in variants])
        case ir.ObjectType(name=name):
            return _records(definition)
    raise TypeError(definition)


def _records(record: ir.ObjectType) -> SearchStrategy[Any]:
    cls = python_type(record.name)
    names = [field.name for field in dataclasses.fields(cls)]
    members: dict[str, SearchStrategy[Any]] = {
        name: values(field.type) if field.required else st.none() | values(field.type)
        for name, field in zip(names, record.properties, strict=False)
    }
    members["unknown"] = unknown_members(record).map(canonical_members)
    return st.builds(cls, **members)


def canonical_members(members: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return unknown properties as an object of a generated class stores them."""
    return tuple(
        (name, json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
        for name, value in members.items()
    )


def places(kind: ir.Type | str, value: Any, pointer: str = "") -> Iterator[tuple[str, ir.Type]]:
    """Yield JSON Pointer, value and type of every location of a document whose type is known."""
    if isinstance(kind, (str, ir.Named)):
        yield from _places_of(DEFINITIONS[kind if isinstance(kind, str) else kind.name], value, pointer)
        return
    yield pointer, kind
    if isinstance(kind, ir.Array):
        for index, item in enumerate(value):
            yield from places(kind.items, item, f"{pointer}/{index}")
    elif isinstance(kind, ir.Map):
        for name, item in value.items():
            yield from places(kind.values, item, f"{pointer}/{_escaped(name)}")


def _places_of(definition: ir.Definition, value: Any, pointer: str) -> Iterator[tuple[str, ir.Type]]:
    if isinstance(definition, ir.Alias):
        yield from places(definition.type, value, pointer)
        return
    yield pointer, ir.Named(definition.name)
    if isinstance(definition, ir.Union):
        yield from places(dict(definition.variants)[value[definition.tag]], value, pointer)
    elif isinstance(definition, ir.ObjectType):
        for field in definition.properties:
            if field.name in value:
                yield from places(field.type, value[field.name], f"{pointer}/{_escaped(field.name)}")


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


def equal_json(left: Any, right: Any) -> bool:
    """Return whether two JSON values are equal; true and 1 differ, 1 and 1.0 are equal."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal_json(value, right[name]) for name, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(equal_json, left, right))
    if isinstance(left, float) and isinstance(right, float):
        return math.copysign(1, left) == math.copysign(1, right) and left == right
    return bool(left == right)
