"""Values that violate exactly one keyword of a subschema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import (
    TAG,
    DefinitionGraph,
    copies,
    hidden,
    nullable,
    properties_of,
    required,
    without_null,
)
from codegen.conformance.valid_values import (
    MAX_LENGTH,
    UnderivableError,
    array_of_length,
    in_bounds,
    nonempty_inline,
    number,
    text_of_length,
    with_property,
)
from codegen.schema.traversal import Schema

Rule = Callable[[DefinitionGraph, Schema, Any], Iterator["InvalidValue"]]

SHAPE = "shape"
VALUE = "value"
FRACTION = "fraction"
"""The exception of compilers whose type of integers has fractions."""
TEMPLATE = "template"
"""The exception of compilers whose types hold a text to its template."""
UNKNOWN_PROPERTY = "addedLater"
"""A property that no version has."""
_UNKNOWN_VALUE: dict[str, Any] = {"by": ["a later version", None, 1.5, {}]}
_VALUES_OF_OTHER_TYPES = {
    "string": 1, "enum": 1, "constant": 1, "integer": "1", "number": "1", "boolean": "true",
    "array": {}, "map": [], "object": [], "union": [],
}  # fmt: skip
"""A value of another type that a lenient reader might convert."""


@dataclass(frozen=True, slots=True)
class InvalidValue:
    """A value with exactly one violation. `relative_path` leads from the value to the location of the violation."""

    keyword: str
    description: str
    value: Any
    kind: str = SHAPE
    relative_path: tuple[str | int, ...] = ()
    keyword_path: tuple[str, ...] = ()
    """The path from the subschema to the one that has the keyword, where that is another."""
    hidden: bool = False
    """Whether the violation is only in what clients do not see."""
    producer: bool = False
    consumer: bool = False
    client: bool | None = None
    """Whether each profile accepts the value nevertheless; `client` is None where it is the same as `consumer`."""
    exception: str = ""
    """Why some compilers decide otherwise: `fraction`, their types cannot express this shape; `template`, they do
    express this value. The declarations of targets say whose compilers do."""


def invalid_values(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    """Yield invalid values made from a valid value of a subschema; properties and items keep their values."""
    yield from _other_type(graph, node)
    bare = without_null(node)
    if "$ref" not in bare:
        for keyword, rule in _RULES.items():
            if keyword in bare:
                yield from rule(graph, bare, value)
        if bare.get("type") in ("integer", "number"):
            yield from _out_of_bounds(bare)


def _other_type(graph: DefinitionGraph, node: Schema) -> Iterator[InvalidValue]:
    bare = without_null(node)
    keyword = next(keyword for keyword in ("anyOf", "$ref", "oneOf", "type") if keyword in node)
    if graph.kind(node) == "enum" and "$ref" not in bare:
        keyword = "type"
    kind = graph.kind(node)
    yield InvalidValue(keyword, "another type", _VALUES_OF_OTHER_TYPES[kind])
    if not nullable(node):
        yield InvalidValue(keyword, "null", None)
    if kind == "integer":
        sample = number(graph.resolved(node))
        fractions = [part for part in (sample + 0.5, sample - 0.5) if in_bounds(graph.resolved(node), part)]
        # A large floating-point number has no fraction.
        if fractions and not fractions[0].is_integer():
            yield InvalidValue(keyword, "a fraction", fractions[0], exception=FRACTION)


def _missing(_graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    for name in required(node):
        rest = {other: property_value for other, property_value in value.items() if other != name}
        if len(rest) >= node.get("minProperties", 0):
            is_hidden = hidden(node["properties"][name])
            yield InvalidValue("required", f"no {name}", rest, relative_path=(name,), hidden=is_hidden)


def _unknown_property(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if node["additionalProperties"] is False:
        with_unknown = _add_property(graph, node, value, UNKNOWN_PROPERTY, _UNKNOWN_VALUE)
        yield InvalidValue(
            "additionalProperties",
            "an unknown member",
            with_unknown,
            kind=VALUE,
            relative_path=(UNKNOWN_PROPERTY,),
            consumer=True,
        )


def _add_property(graph: DefinitionGraph, node: Schema, value: Any, name: str, property_value: Any) -> dict[str, Any]:
    """Return an object with one more property, which replaces others where `maxProperties` requires that."""
    if len(value) < node.get("maxProperties", len(value) + 1):
        return {**value, name: property_value}
    return with_property(graph, node, name, property_value)


def _client_properties(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    """Yield violations of annotations of properties: always sent to clients, or sent to clients only."""
    for name, property_node in properties_of(node).items():
        if (
            property_node.get("x-client-required")
            and name not in required(node)
            and name in value
            and not hidden(property_node)
        ):
            rest = {other: property_value for other, property_value in value.items() if other != name}
            if len(rest) >= node.get("minProperties", 0):
                yield InvalidValue(
                    "x-client-required", f"no {name}", rest, relative_path=(name,), keyword_path=("properties", name),
                    producer=True, consumer=True, client=False,
                )  # fmt: skip
    for name, property_node in copies(node).items():
        common: dict[str, Any] = {"relative_path": (name,), "keyword_path": ("properties", name), "consumer": True}
        value_with_copy = _add_property(graph, node, value, name, nonempty_inline(graph, property_node))
        yield InvalidValue(
            "x-client-copy-of",
            f"{name}, which only clients receive",
            value_with_copy,
            kind=VALUE,
            client=True,
            **common,
        )
        for invalid_value in invalid_values(graph, property_node, value_with_copy[name]):
            value_with_copy = _add_property(graph, node, value, name, invalid_value.value)
            yield InvalidValue(
                invalid_value.keyword,
                f"{name}: {invalid_value.description}",
                value_with_copy,
                kind=invalid_value.kind,
                client=invalid_value.consumer,
                **common,
            )


def _too_few_properties(_graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    minimum = node["minProperties"]
    names = [name for name in value if name not in required(node)]
    too_few = {
        name: property_value
        for name, property_value in value.items()
        if name not in names[: max(0, len(value) - minimum + 1)]
    }
    if len(too_few) == minimum - 1:
        yield InvalidValue("minProperties", "too few members", too_few, kind=VALUE)


def _too_many_properties(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    maximum = node["maxProperties"]
    properties = properties_of(node) if "properties" in node else {}
    extra = {
        name: nonempty_inline(graph, property_node) for name, property_node in properties.items() if name not in value
    }
    if not properties and maximum < MAX_LENGTH:
        extra = {f"name{number}": nonempty_inline(graph, node["additionalProperties"]) for number in range(maximum + 1)}
    too_many = {**value, **extra}
    if len(too_many) > maximum:
        yield InvalidValue("maxProperties", "too many members", dict(list(too_many.items())[: maximum + 1]), kind=VALUE)


def _too_few_items(_graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if node["minItems"]:
        yield InvalidValue("minItems", "too few items", value[: node["minItems"] - 1], kind=VALUE)


def _too_many_items(graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    if node["maxItems"] < MAX_LENGTH:
        try:
            yield InvalidValue(
                "maxItems", "too many items", array_of_length(graph, node, node["maxItems"] + 1), kind=VALUE
            )
        except UnderivableError:
            # Too few distinct items exist, so every array that is too long also violates `uniqueItems`.
            return


def _duplicate_item(_graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if node["uniqueItems"] and value and len(value) < node.get("maxItems", MAX_LENGTH):
        yield InvalidValue("uniqueItems", "an item twice", [*value, value[0]], kind=VALUE)


def _pattern_mismatch(_graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    minimum, maximum = node.get("minLength", 0), node.get("maxLength", MAX_LENGTH)
    for description, text in regex_samples.mismatches(node["pattern"], value, minimum, maximum):
        rejected_by_template = "x-ts-template" in node and not regex_samples.matches_template(
            node["x-ts-template"], text
        )
        yield InvalidValue("pattern", description, text, kind=VALUE, exception=TEMPLATE if rejected_by_template else "")


def _too_short(_graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    for length in range(node["minLength"] - 1, -1, -1):
        text = text_of_length(node, length)
        if text is not None:
            yield InvalidValue("minLength", _characters(length), text, kind=VALUE)
            break


def _too_long(_graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    length = node["maxLength"] + 1
    if length <= MAX_LENGTH:
        wide_characters = [] if "pattern" in node else [("😀", " outside the basic plane")]
        for character, suffix in [("a", ""), *wide_characters]:
            text = text_of_length(node, length, character)
            if text is not None:
                yield InvalidValue("maxLength", _characters(length) + suffix, text, kind=VALUE)


def _characters(length: int) -> str:
    return f"{length} character{'' if length == 1 else 's'}"


def _out_of_bounds(node: Schema) -> Iterator[InvalidValue]:
    """Yield the nearest number beyond each bound, unless it is beyond two bounds."""
    values_beyond = {
        keyword: node[keyword] + step
        for keyword, step in (("minimum", -1), ("exclusiveMinimum", 0), ("maximum", 1), ("exclusiveMaximum", 0))
        if keyword in node
    }
    for keyword, value_beyond in values_beyond.items():
        other_keywords = {name: bound for name, bound in node.items() if name != keyword}
        if in_bounds(other_keywords, value_beyond):
            yield InvalidValue(keyword, f"{value_beyond}", value_beyond, kind=VALUE)


def _another_constant(_graph: DefinitionGraph, node: Schema, _value: Any) -> Iterator[InvalidValue]:
    yield InvalidValue("const", "another constant", f"{node['const']}-of-later")


def _no_alternative(graph: DefinitionGraph, node: Schema, value: Any) -> Iterator[InvalidValue]:
    if graph.kind(node) == "union":
        rest = {name: property_value for name, property_value in value.items() if name != TAG}
        yield InvalidValue("oneOf", f"no {TAG}", rest, relative_path=(TAG,))
        yield InvalidValue("oneOf", f"an unknown {TAG}", {**value, TAG: "of-later"}, relative_path=(TAG,))
    elif node.get("x-open-enum"):
        for description, text in (("a value of later", f"{value}-of-later"), ("an empty value", "")):
            if text not in [branch["const"] for branch in node["oneOf"]]:
                yield InvalidValue("oneOf", description, text, kind=VALUE, consumer=True)
    else:
        yield InvalidValue("oneOf", "an unlisted value", f"{value}-of-later")


_RULES: dict[str, Rule] = {
    "required": _missing,
    "additionalProperties": _unknown_property,
    "properties": _client_properties,
    "minProperties": _too_few_properties,
    "maxProperties": _too_many_properties,
    "minItems": _too_few_items,
    "maxItems": _too_many_items,
    "uniqueItems": _duplicate_item,
    "pattern": _pattern_mismatch,
    "minLength": _too_short,
    "maxLength": _too_long,
    "const": _another_constant,
    "oneOf": _no_alternative,
}
