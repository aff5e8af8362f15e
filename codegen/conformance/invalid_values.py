"""Values that violate exactly one keyword of a subschema."""

import math
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import (
    TAG,
    DefinitionGraph,
    always_present,
    copies,
    has_space,
    nullable,
    properties_of,
    required,
    without_null,
)
from codegen.conformance.scalar_values import (
    MAX_LENGTH,
    UnderivableError,
    beyond_bound,
    in_bounds,
    number,
    texts_of_length,
)
from codegen.conformance.valid_values import (
    array_of_length,
    nonempty_inline,
    property_names,
    unknown_name,
    with_property,
)
from codegen.conformance.variants import INVALID, SHAPE, TOLERATED, VALUE, Variant, Verdicts
from codegen.schema.pattern_language import matches_template
from codegen.schema.traversal import Schema, is_server_side

FRACTION = "fraction"
"""The exception of compilers whose type of integers has fractions."""
TEMPLATE = "template"
"""The exception of compilers whose types compare a string with its template."""
UNKNOWN_PROPERTY = "addedLater"
"""A property that no version has."""
_UNKNOWN_VALUE: dict[str, Any] = {"by": ["a later version", None, 1.5, {}]}
_VALUES_OF_OTHER_TYPES = {
    "string": 1, "enum": 1, "constant": 1, "integer": "1", "number": "1", "boolean": "true",
    "array": {}, "map": [], "object": [], "union": [],
}  # fmt: skip
"""A value of another type that a lenient reader might convert."""


def invalid_values(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[Variant]:
    """Yield invalid values made from a valid value of a subschema; properties and items keep their values."""
    yield from _other_types(graph, node)
    bare = without_null(node)
    if "$ref" in bare or value is None:
        return
    match graph.kind(bare):
        case "object":
            yield from _objects(graph, bare, value)
            yield from _sizes(graph, bare, value)
        case "map":
            yield from _sizes(graph, bare, value)
        case "array":
            yield from _arrays(graph, bare, value)
        case "string":
            yield from _strings(bare, value)
        case "integer" | "number":
            yield from _numbers(bare)
        case "constant":
            yield _shape("const", "another constant", f"{bare['const']}-of-later")
        case "enum":
            yield from _enumerations(bare, value)
        case "union":
            rest = {name: property_value for name, property_value in value.items() if name != TAG}
            yield _shape("oneOf", f"no {TAG}", rest, relative_path=(TAG,))
            unlisted = _unlisted("of-later", graph.variants(bare))
            yield _shape("oneOf", f"an unknown {TAG}", {**value, TAG: unlisted}, relative_path=(TAG,))


def _shape(keyword: str, description: str, value: Any, **more: Any) -> Variant:
    return Variant(keyword, description, value, SHAPE, **{"verdicts": INVALID, **more})


def _value(keyword: str, description: str, value: Any, **more: Any) -> Variant:
    return Variant(keyword, description, value, VALUE, **{"verdicts": INVALID, **more})


def _other_types(graph: DefinitionGraph, node: Schema) -> Iterator[Variant]:
    kind = graph.kind(node)
    keyword = next(keyword for keyword in ("anyOf", "$ref", "oneOf", "type") if keyword in node)
    if kind == "enum" and "$ref" not in without_null(node):
        keyword = "type"
    yield _shape(keyword, "another type", _VALUES_OF_OTHER_TYPES[kind])
    if not nullable(node):
        yield _shape(keyword, "null", None)
    if kind == "integer":
        resolved = graph.resolved(node)
        sample = number(resolved)
        fractions = [part for part in (sample + 0.5, sample - 0.5) if in_bounds(resolved, part)]
        # A large floating-point number has no fraction.
        if fractions and not fractions[0].is_integer():
            yield _shape(keyword, "a fraction", fractions[0], exception=FRACTION)


def _objects(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[Variant]:
    properties, names = node["properties"], required(node)
    for name in dict.fromkeys([*names, *always_present(node)]):
        rest = {other: property_value for other, property_value in value.items() if other != name}
        if name not in value or len(rest) < node.get("minProperties", 0):
            continue
        if name in names:
            yield _shape("required", f"no {name}", rest, relative_path=(name,), hidden=is_server_side(properties[name]))
        elif not is_server_side(properties[name]):
            verdicts = Verdicts(producer=True, consumer=True, client=False)
            path = ("properties", name)
            yield _shape(
                "x-client-required", f"no {name}", rest, verdicts=verdicts, relative_path=(name,), keyword_path=path
            )
    if not has_space(node):
        return
    if node["additionalProperties"] is False:
        name = unknown_name(node, UNKNOWN_PROPERTY)
        with_unknown = _with(graph, node, value, name, _UNKNOWN_VALUE)
        yield _value(
            "additionalProperties",
            "an unknown property",
            with_unknown,
            verdicts=TOLERATED,
            relative_path=(name,),
        )
    for name, property_node in copies(node).items():
        yield from _client_copies(graph, node, value, name, property_node)


def _client_copies(
    graph: DefinitionGraph, node: Schema, value: Any, name: str, property_node: Schema
) -> Iterator[Variant]:
    """Yield objects with a property that only clients receive, first with a valid value."""
    copied = nonempty_inline(graph, property_node)
    keyword_path = ("properties", name)
    # To a producer, the property is an unknown one.
    is_unknown = node["additionalProperties"] is False
    if is_unknown:
        yield _value(
            "x-client-copy-of",
            f"{name}, which only clients receive",
            _with(graph, node, value, name, copied),
            verdicts=TOLERATED,
            relative_path=(name,),
            keyword_path=keyword_path,
        )
    for variant in invalid_values(graph, property_node, copied):
        yield replace(
            variant,
            description=f"{name}: {variant.description}",
            value=_with(graph, node, value, name, variant.value),
            verdicts=Verdicts(producer=not is_unknown, consumer=True, client=variant.verdicts.consumer),
            relative_path=(name, *(() if is_unknown else variant.relative_path)),
            keyword_path=(*keyword_path, *variant.keyword_path),
            exception="",
        )


def _with(graph: DefinitionGraph, node: Schema, value: Any, name: str, property_value: Any) -> dict[str, Any]:
    """Return an object with one more property, which replaces others where `maxProperties` requires that."""
    if len(value) < node.get("maxProperties", len(value) + 1):
        return {**value, name: property_value}
    return with_property(graph, node, name, property_value)


def _sizes(graph: DefinitionGraph, node: Schema, value: dict[str, Any]) -> Iterator[Variant]:
    """Yield objects and maps with too few or too many properties."""
    minimum = node.get("minProperties", 0)
    kept = always_present(node)
    removable = [name for name in value if name not in kept][: max(0, len(value) - minimum + 1)]
    too_few = {name: property_value for name, property_value in value.items() if name not in removable}
    if len(too_few) == minimum - 1:
        yield _value("minProperties", "too few properties", too_few)
    with suppress(UnderivableError):
        yield from _too_many(graph, node, value)


def _too_many(graph: DefinitionGraph, node: Schema, value: dict[str, Any]) -> Iterator[Variant]:
    maximum = node.get("maxProperties", MAX_LENGTH)
    if maximum < MAX_LENGTH:
        extra = {
            name: nonempty_inline(graph, child) for name, child in properties_of(node).items() if name not in value
        }
        if node["additionalProperties"] is not False:
            others = node["additionalProperties"]
            other = True if others is True else nonempty_inline(graph, others)
            extra |= {name: other for name in property_names(maximum + 1) if name not in node.get("properties", {})}
        too_many = dict(list({**value, **extra}.items())[: maximum + 1])
        if len(too_many) > maximum:
            yield _value("maxProperties", "too many properties", too_many)


def _arrays(graph: DefinitionGraph, node: Schema, value: list[Any]) -> Iterator[Variant]:
    minimum, maximum = node.get("minItems", 0), node.get("maxItems", MAX_LENGTH)
    if minimum:
        yield _value("minItems", "too few items", value[: minimum - 1])
    if maximum < MAX_LENGTH:
        # If too few distinct items exist, every array that is too long also violates `uniqueItems`.
        with suppress(UnderivableError):
            yield _value("maxItems", "too many items", array_of_length(graph, node, maximum + 1))
    if node.get("uniqueItems") and value:
        # Without space for another item, the first one replaces the last one.
        duplicate = [*value[: maximum - 1], value[0]]
        if len(duplicate) > 1:
            yield _value("uniqueItems", "a duplicate item", duplicate)


def _strings(node: Schema, value: str) -> Iterator[Variant]:
    minimum, maximum = node.get("minLength", 0), node.get("maxLength", MAX_LENGTH)
    if "pattern" in node:
        for description, text in regex_samples.mismatches(node["pattern"], value, minimum, maximum):
            template = node.get("x-ts-template")
            is_exception = template is not None and not matches_template(template, text)
            yield _value("pattern", description, text, exception=TEMPLATE if is_exception else "")
    shorter = (found for length in range(minimum - 1, -1, -1) for found in texts_of_length(node, length))
    for description, text in islice(shorter, 1):
        yield _value("minLength", description, text)
    if "maxLength" in node and maximum < MAX_LENGTH:
        for description, text in texts_of_length(node, maximum + 1):
            yield _value("maxLength", description, text)


def _numbers(node: Schema) -> Iterator[Variant]:
    """Yield the nearest number beyond each bound, unless it is beyond two bounds."""
    for keyword in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
        if keyword in node:
            beyond = beyond_bound(node, keyword)
            others = {name: bound for name, bound in node.items() if name != keyword}
            if math.isfinite(beyond) and in_bounds(others, beyond):
                yield _value(keyword, f"{beyond}", beyond)


def _enumerations(node: Schema, value: str) -> Iterator[Variant]:
    listed = [branch["const"] for branch in node["oneOf"]]
    unlisted = _unlisted(f"{value}-of-later", listed)
    if not node.get("x-open-enum"):
        yield _shape("oneOf", "an unlisted value", unlisted)
        return
    for description, text in (("a value of a later version", unlisted), ("an empty value", "")):
        if text not in listed:
            yield _value("oneOf", description, text, verdicts=TOLERATED)


def _unlisted(value: str, listed: Collection[str]) -> str:
    """Return a value that is not listed: the given one, extended while it is."""
    while value in listed:
        value += "-of-later"
    return value
