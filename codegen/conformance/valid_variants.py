"""Variants of a document that stay valid: bounds, listed values, null, empty and unusual values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import DefinitionGraph, nullable, properties_of, required, without_null
from codegen.conformance.valid_values import (
    MAX_LENGTH,
    UnderivableError,
    array_of_length,
    bounds,
    distinct_items,
    in_bounds,
    map_of_size,
    nonempty_inline,
    smallest,
    text_of_length,
    with_property,
)
from codegen.schema.traversal import Schema

_UNUSUAL_NAMES = ("", "a/b~c", "é", "__proto__", "unknown")
_WIDE_CHARACTER = "😀"
_LENGTH_RANGE = 40
_UNUSUAL_TEXT = 'é "\\/\u0000\n\u2028<&>\ufeff😀'


@dataclass(frozen=True, slots=True)
class ValidVariant:
    """A valid value, and the keyword that it demonstrates."""

    keyword: str
    description: str
    value: Any


def valid_variants(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[ValidVariant]:
    """Yield valid values of a subschema, made from the valid `value`, without what other definitions describe."""
    if nullable(node):
        yield ValidVariant("anyOf" if "anyOf" in node else "type", "null", None)
    for number, example in enumerate(node.get("examples", [])):
        if example is not None:
            yield ValidVariant("examples", f"example {number + 1}", example)
    bare = without_null(node)
    variants_of_kind = _VARIANTS_BY_KIND.get(graph.kind(bare))
    if variants_of_kind is not None and "$ref" not in bare:
        yield from variants_of_kind(graph, bare, value)


def _object_variants(graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    yield ValidVariant("required", "only what has to be there", smallest(graph, node))
    if node["additionalProperties"] is True:
        unusual = {**smallest(graph, node), **{name: [None, {"": 0.5}] for name in _UNUSUAL_NAMES}}
        yield ValidVariant("additionalProperties", "members of others", unusual)
    if "minProperties" in node:
        yield ValidVariant("minProperties", "as few members as may be", smallest(graph, node))
    if "maxProperties" in node:
        for name, property_node in properties_of(node).items():
            if name not in required(node):
                yield ValidVariant(
                    "maxProperties",
                    f"with {name}",
                    with_property(graph, node, name, nonempty_inline(graph, property_node)),
                )


def _union_variants(graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    for tag, variant in graph.variants(node).items():
        yield ValidVariant("oneOf", tag, smallest(graph, variant))


def _enum_variants(_graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    for branch in node["oneOf"]:
        yield ValidVariant("oneOf", branch["const"], branch["const"])


def _boolean_variants(_graph: DefinitionGraph, _node: Schema, value: Any) -> Iterator[ValidVariant]:
    yield ValidVariant("type", "the other", not value)


def _array_variants(graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    minimum, maximum = node.get("minItems", 0), node.get("maxItems")
    counts = {minimum + 1: "items", 2: "items"}
    counts[minimum] = "minItems" if "minItems" in node else "type"
    if maximum is not None and maximum < MAX_LENGTH:
        counts[maximum] = "maxItems"
    for count, keyword in counts.items():
        # Avoid duplicates unless a limit needs them: validators do not check `x-unique`, but readers may.
        items = (
            _items_at_limit(graph, node, count) if count in (minimum, maximum) else distinct_items(graph, node, count)
        )
        if len(items) == count and minimum <= count <= (count if maximum is None else maximum):
            yield ValidVariant(keyword, f"{count} item{'' if count == 1 else 's'}", items)


def _items_at_limit(graph: DefinitionGraph, node: Schema, count: int) -> list[Any]:
    try:
        return array_of_length(graph, node, count)
    except UnderivableError:
        return []


def _map_variants(graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    minimum, maximum = node.get("minProperties", 0), node.get("maxProperties", MAX_LENGTH)
    yield ValidVariant(
        "minProperties" if "minProperties" in node else "type", f"{minimum} members", map_of_size(graph, node, minimum)
    )
    if "maxProperties" in node and maximum < MAX_LENGTH:
        yield ValidVariant("maxProperties", f"{maximum} members", map_of_size(graph, node, maximum))
    if minimum <= len(_UNUSUAL_NAMES) <= maximum:
        unusual = dict.fromkeys(_UNUSUAL_NAMES, nonempty_inline(graph, node["additionalProperties"]))
        yield ValidVariant("additionalProperties", "odd names", unusual)


def _string_variants(_graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[ValidVariant]:
    minimum, maximum = node.get("minLength", 0), node.get("maxLength")
    lengths_to_show = {minimum: "minLength" if "minLength" in node else "type"}
    if maximum is not None and maximum <= MAX_LENGTH:
        lengths_to_show[maximum] = "maxLength"
    for length, keyword in lengths_to_show.items():
        for character in "a" if "pattern" in node or not length else f"a{_WIDE_CHARACTER}":
            text = text_of_length(node, length, character)
            if text is not None:
                suffix = " outside the basic plane" if character == _WIDE_CHARACTER else ""
                yield ValidVariant(keyword, f"{length} character{'' if length == 1 else 's'}{suffix}", text)
    if "pattern" in node:
        lengths = regex_samples.lengths(
            node["pattern"], minimum, min(MAX_LENGTH if maximum is None else maximum, minimum + _LENGTH_RANGE)
        )
        for length in dict.fromkeys([*lengths[1:2], *lengths[7:8], *lengths[:1]]):
            yield ValidVariant("pattern", f"{length} characters that match", text_of_length(node, length))
    elif minimum <= len(_UNUSUAL_TEXT) <= (MAX_LENGTH if maximum is None else maximum):
        yield ValidVariant("type", "odd characters", _UNUSUAL_TEXT)


def _number_variants(_graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[ValidVariant]:
    lowest, highest = bounds(node)
    exclusive = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
    for name, limit in (("minimum", lowest), ("maximum", highest)):
        if limit is not None:
            yield ValidVariant(name if name in node else exclusive[name], f"{limit}", limit)
    if node["type"] == "integer":
        yield ValidVariant("type", "with a fraction of zero", float(value))
    elif in_bounds(node, value + 0.25):
        yield ValidVariant("type", "with a fraction", value + 0.25)


_VARIANTS_BY_KIND: dict[str, Callable[[DefinitionGraph, Schema, Any], Iterator[ValidVariant]]] = {
    "object": _object_variants,
    "union": _union_variants,
    "enum": _enum_variants,
    "array": _array_variants,
    "map": _map_variants,
    "string": _string_variants,
    "boolean": _boolean_variants,
    "integer": _number_variants,
    "number": _number_variants,
}
