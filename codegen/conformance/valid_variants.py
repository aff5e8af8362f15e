"""Variants of a value that stay valid: bounds, listed values, null, empty and unusual values."""

import math
from collections.abc import Iterator
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import DefinitionGraph, nullable, properties_of, required, without_null
from codegen.conformance.valid_values import (
    MAX_LENGTH,
    UnderivableError,
    array_of_length,
    bounds,
    characters,
    distinct_items,
    in_bounds,
    map_of_size,
    nonempty_inline,
    smallest,
    texts_of_length,
    with_property,
)
from codegen.conformance.variants import Variant
from codegen.schema.traversal import Schema

_UNUSUAL_NAMES = ("", "a/b~c", "é", "__proto__", "unknown")
_LENGTH_RANGE = 40
_UNUSUAL_TEXT = 'é "\\/\u0000\n\u2028<&>\ufeff😀'


def valid_variants(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[Variant]:
    """Yield valid values of a subschema, made from the valid `value`, without what other definitions describe."""
    if nullable(node):
        yield Variant("anyOf" if "anyOf" in node else "type", "null", None)
    for number, example in enumerate(node.get("examples", [])):
        if example is not None:
            yield Variant("examples", f"example {number + 1}", example)
    bare = without_null(node)
    if "$ref" in bare:
        return
    match graph.kind(bare):
        case "object":
            yield from _objects(graph, bare)
        case "array":
            yield from _arrays(graph, bare)
        case "map":
            yield from _maps(graph, bare)
        case "union":
            yield from (Variant("oneOf", tag, smallest(graph, kind)) for tag, kind in graph.variants(bare).items())
        case "enum":
            yield from (Variant("oneOf", branch["const"], branch["const"]) for branch in bare["oneOf"])
        case _:
            yield from _scalars(bare, value)


def _objects(graph: DefinitionGraph, node: Schema) -> Iterator[Variant]:
    minimal = smallest(graph, node)
    yield Variant("required", "only required properties", minimal)
    if node["additionalProperties"] is True:
        unusual = {**minimal, **{name: [None, {"": 0.5}] for name in _UNUSUAL_NAMES}}
        yield Variant("additionalProperties", "other properties", unusual)
    if "minProperties" in node:
        yield Variant("minProperties", "as few properties as possible", minimal)
    if "maxProperties" in node:
        for name, property_node in properties_of(node).items():
            if name not in required(node):
                value = with_property(graph, node, name, nonempty_inline(graph, property_node))
                yield Variant("maxProperties", f"with {name}", value)


def _arrays(graph: DefinitionGraph, node: Schema) -> Iterator[Variant]:
    minimum, maximum = node.get("minItems", 0), node.get("maxItems")
    counts = {minimum + 1: "items", 2: "items"}
    counts[minimum] = "minItems" if "minItems" in node else "type"
    if maximum is not None and maximum < MAX_LENGTH:
        counts[maximum] = "maxItems"
    for count, keyword in counts.items():
        # Avoid duplicates unless a limit needs them: validators do not check `x-unique`, but readers may.
        items = distinct_items(graph, node, count)
        if len(items) < count and count in (minimum, maximum):
            try:
                items = array_of_length(graph, node, count)
            except UnderivableError:
                continue
        if len(items) == count and minimum <= count <= (count if maximum is None else maximum):
            yield Variant(keyword, f"{count} item{'' if count == 1 else 's'}", items)


def _maps(graph: DefinitionGraph, node: Schema) -> Iterator[Variant]:
    minimum, maximum = node.get("minProperties", 0), node.get("maxProperties", MAX_LENGTH)
    keyword = "minProperties" if "minProperties" in node else "type"
    for size, limit in ((minimum, keyword), (maximum, "maxProperties")):
        if size < MAX_LENGTH:
            yield Variant(limit, f"{size} properties", map_of_size(graph, node, size))
    if minimum <= len(_UNUSUAL_NAMES) <= maximum:
        unusual = dict.fromkeys(_UNUSUAL_NAMES, nonempty_inline(graph, node["additionalProperties"]))
        yield Variant("additionalProperties", "unusual names", unusual)


def _scalars(node: Schema, value: Any) -> Iterator[Variant]:
    match node.get("type"):
        case "string" if "const" not in node:
            yield from _strings(node)
        case "boolean":
            yield Variant("type", f"{not value}".lower(), not value)
        case "integer" | "number":
            yield from _numbers(node, value)


def _strings(node: Schema) -> Iterator[Variant]:
    minimum, maximum = node.get("minLength", 0), node.get("maxLength", MAX_LENGTH)
    keywords = {minimum: "minLength" if "minLength" in node else "type"}
    if "maxLength" in node and maximum <= MAX_LENGTH:
        keywords[maximum] = "maxLength"
    for length, keyword in keywords.items():
        for description, text in texts_of_length(node, length):
            yield Variant(keyword, description, text)
    if "pattern" in node:
        lengths = list(regex_samples.lengths(node["pattern"], minimum, min(maximum, minimum + _LENGTH_RANGE)))
        for length in dict.fromkeys([*lengths[1:2], *lengths[7:8], *lengths[:1]]):
            for _, text in texts_of_length(node, length):
                yield Variant("pattern", f"{characters(length)} that match", text)
    elif minimum <= len(_UNUSUAL_TEXT) <= maximum:
        yield Variant("type", "unusual characters", _UNUSUAL_TEXT)


def _numbers(node: Schema, value: float) -> Iterator[Variant]:
    keywords_of_bounds = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
    for limit, keywords in zip(bounds(node), keywords_of_bounds, strict=True):
        if math.isfinite(limit):
            yield Variant(next(keyword for keyword in keywords if keyword in node), f"{limit}", limit)
    if node["type"] == "integer":
        yield Variant("type", "with a fraction of zero", float(value))
    elif in_bounds(node, value + 0.25):
        yield Variant("type", "with a fraction", value + 0.25)
