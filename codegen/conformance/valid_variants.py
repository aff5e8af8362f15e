"""Variants of a value that stay valid: bounds, listed values, null, empty and unusual values."""

import math
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import (
    TAG,
    DefinitionGraph,
    always_present,
    nullable,
    possible_properties,
    properties_of,
    required,
    without_null,
)
from codegen.conformance.scalar_values import (
    MAX_LENGTH,
    OversizeError,
    UnderivableError,
    bounds,
    characters,
    in_bounds,
    texts_of_length,
)
from codegen.conformance.valid_values import (
    array_of_length,
    distinct_items,
    map_of_size,
    nonempty_inline,
    smallest,
    unknown_name,
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
    examples = [_for_clients(graph, node, example) for example in node.get("examples", [])]
    yield from (
        Variant("examples", f"example {number}", example)
        for number, example in enumerate(examples, 1)
        if example is not None
    )
    bare = without_null(node)
    if "$ref" in bare or value is None:
        return
    match graph.kind(bare):
        case "object":
            yield from _objects(graph, bare)
        case "array":
            yield from _arrays(graph, bare)
        case "map":
            yield from _maps(graph, bare)
        case "union":
            yield from _tags(graph, bare)
        case "enum":
            yield from (Variant("oneOf", branch["const"], branch["const"]) for branch in bare["oneOf"])
        case _:
            yield from _scalars(bare, value)


def _tags(graph: DefinitionGraph, union: Schema) -> Iterator[Variant]:
    for tag, variant in graph.variants(union).items():
        with suppress(OversizeError):
            yield Variant("oneOf", tag, smallest(graph, variant))


def _for_clients(graph: DefinitionGraph, node: Schema, value: Any) -> Any:
    """Return a valid value with what clients always receive, which a producer may omit."""
    bare = graph.resolved(node)
    match graph.kind(bare):
        case "object" if value is not None:
            properties = properties_of(bare)
            missing = {name: smallest(graph, properties[name]) for name in always_present(bare) if name not in value}
            parts = {
                name: _for_clients(graph, properties[name], part) if name in properties else part
                for name, part in value.items()
            }
            return parts | missing
        case "union" if value is not None:
            return _for_clients(graph, graph.variants(bare)[value[TAG]], value)
        case "array" if value is not None:
            return [_for_clients(graph, bare["items"], item) for item in value]
        case "map" if value is not None:
            return {name: _for_clients(graph, bare["additionalProperties"], part) for name, part in value.items()}
    return value


def _objects(graph: DefinitionGraph, node: Schema) -> Iterator[Variant]:
    minimal = smallest(graph, node)
    yield Variant("required", "only required properties", minimal)
    if node["additionalProperties"] is True:
        space = node.get("maxProperties", MAX_LENGTH) - len(minimal)
        names = [unknown_name(node, name) for name in _UNUSUAL_NAMES if name not in minimal][: max(0, space)]
        if names:
            unusual = {**minimal, **{name: [None, {"": 0.5}] for name in names}}
            yield Variant("additionalProperties", "other properties", unusual)
    if "minProperties" in node:
        yield Variant("minProperties", "as few properties as possible", minimal)
    if "maxProperties" in node:
        names_required = required(node)
        for name, property_node in possible_properties(node).items():
            if name not in names_required:
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
        lengths = regex_samples.first_lengths(node["pattern"], minimum, maximum, _LENGTH_RANGE)
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
