"""What is still valid at one place of a document: bounds, listed values, null, empty and odd values, examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import nullable, properties_of, required, without_null
from codegen.conformance.valid_values import (
    LONGEST,
    UnderivableError,
    bounds,
    enough,
    holding,
    in_bounds,
    named,
    own,
    several,
    smallest,
    text_of_length,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.schema.traversal import Schema

_ODD_NAMES = ("", "a/b~c", "é", "__proto__", "unknown")
_WIDE = "😀"
_NEAR = 40
_ODD_TEXT = 'é "\\/\u0000\n\u2028<&>\ufeff😀'


@dataclass(frozen=True, slots=True)
class ValidVariant:
    """A valid value, and the keyword whose allowance it shows."""

    keyword: str
    what: str
    value: Any


def valid_variants(world: DefinitionGraph, node: Schema, value: Any) -> Iterator[ValidVariant]:
    """Yield valid values of a subschema, `value` being one; what other definitions allow is left to these."""
    if nullable(node):
        yield ValidVariant("anyOf" if "anyOf" in node else "type", "null", None)
    for number, example in enumerate(node.get("examples", [])):
        if example is not None:
            yield ValidVariant("examples", f"example {number + 1}", example)
    bare = without_null(node)
    of_kind = _OF_KIND.get(world.kind(bare))
    if of_kind is not None and "$ref" not in bare:
        yield from of_kind(world, bare, value)


def _of_record(world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    yield ValidVariant("required", "only what has to be there", smallest(world, node))
    if node["additionalProperties"] is True:
        odd = {**smallest(world, node), **{name: [None, {"": 0.5}] for name in _ODD_NAMES}}
        yield ValidVariant("additionalProperties", "members of others", odd)
    if "minProperties" in node:
        yield ValidVariant("minProperties", "as few members as may be", smallest(world, node))
    if "maxProperties" in node:
        for name, member in properties_of(node).items():
            if name not in required(node):
                yield ValidVariant("maxProperties", f"with {name}", holding(world, node, name, own(world, member)))


def _of_union(world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    for tag, variant in world.variants(node).items():
        yield ValidVariant("oneOf", tag, smallest(world, variant))


def _of_enum(_world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    for branch in node["oneOf"]:
        yield ValidVariant("oneOf", branch["const"], branch["const"])


def _of_boolean(_world: DefinitionGraph, _node: Schema, value: Any) -> Iterator[ValidVariant]:
    yield ValidVariant("type", "the other", not value)


def _of_array(world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    least, most = node.get("minItems", 0), node.get("maxItems")
    counts = {least + 1: "items", 2: "items"}
    counts[least] = "minItems" if "minItems" in node else "type"
    if most is not None and most < LONGEST:
        counts[most] = "maxItems"
    for count, keyword in counts.items():
        # Nothing is twice in a list without need: members in which items are to differ are not told to validators.
        found = _at_bound(world, node, count) if count in (least, most) else several(world, node, count)
        if len(found) == count and least <= count <= (count if most is None else most):
            yield ValidVariant(keyword, f"{count} item{'' if count == 1 else 's'}", found)


def _at_bound(world: DefinitionGraph, node: Schema, count: int) -> list[Any]:
    try:
        return enough(world, node, count)
    except UnderivableError:
        return []


def _of_map(world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    least, most = node.get("minProperties", 0), node.get("maxProperties", LONGEST)
    yield ValidVariant(
        "minProperties" if "minProperties" in node else "type", f"{least} members", named(world, node, least)
    )
    if "maxProperties" in node and most < LONGEST:
        yield ValidVariant("maxProperties", f"{most} members", named(world, node, most))
    if least <= len(_ODD_NAMES) <= most:
        odd = dict.fromkeys(_ODD_NAMES, own(world, node["additionalProperties"]))
        yield ValidVariant("additionalProperties", "odd names", odd)


def _of_string(_world: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    least, most = node.get("minLength", 0), node.get("maxLength")
    sizes = {least: "minLength" if "minLength" in node else "type"}
    if most is not None and most <= LONGEST:
        sizes[most] = "maxLength"
    for length, keyword in sizes.items():
        for character in "a" if "pattern" in node or not length else f"a{_WIDE}":
            text = text_of_length(node, length, character)
            if text is not None:
                where = " outside the basic plane" if character == _WIDE else ""
                yield ValidVariant(keyword, f"{length} character{'' if length == 1 else 's'}{where}", text)
    if "pattern" in node:
        lengths = regex_samples.lengths(node["pattern"], least, min(LONGEST if most is None else most, least + _NEAR))
        for length in dict.fromkeys([*lengths[1:2], *lengths[7:8], *lengths[:1]]):
            yield ValidVariant("pattern", f"{length} characters that match", text_of_length(node, length))
    elif least <= len(_ODD_TEXT) <= (LONGEST if most is None else most):
        yield ValidVariant("type", "odd characters", _ODD_TEXT)


def _of_number(_world: DefinitionGraph, node: Schema, value: Any) -> Iterator[ValidVariant]:
    low, high = bounds(node)
    exclusive = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
    for name, limit in (("minimum", low), ("maximum", high)):
        if limit is not None:
            yield ValidVariant(name if name in node else exclusive[name], f"{limit}", limit)
    if node["type"] == "integer":
        yield ValidVariant("type", "with a fraction of zero", float(value))
    elif in_bounds(node, value + 0.25):
        yield ValidVariant("type", "with a fraction", value + 0.25)


_OF_KIND: dict[str, Callable[[DefinitionGraph, Schema, Any], Iterator[ValidVariant]]] = {
    "record": _of_record,
    "union": _of_union,
    "enum": _of_enum,
    "array": _of_array,
    "map": _of_map,
    "string": _of_string,
    "boolean": _of_boolean,
    "integer": _of_number,
    "number": _of_number,
}
