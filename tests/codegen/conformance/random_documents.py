"""Random valid documents from a seed, and the same with one violation."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from codegen.conformance import regex_samples
from codegen.conformance.cases import Case, absent_nulls, make_case
from codegen.conformance.definition_graph import DefinitionGraph, nullable, properties_of, required
from codegen.conformance.invalid_values import invalid_values
from codegen.conformance.json_values import put
from codegen.conformance.locations import definition_location, locations_in
from codegen.conformance.scalar_values import MAX_LENGTH, bounds
from codegen.conformance.valid_values import smallest
from codegen.conformance.variants import VALID
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from random import Random

    from codegen.schema.traversal import Schema

_CHARACTERS = "abcXYZ019 .,:;-_/\\\"'<>&\t\n\u0000\u007f\u00a0éßñ\u0301\u200b\u2028\ufeff中😀🏳"
_NAMES = ("a", "A", "x-y", "é", "", "0", "a/b", "a~b", "__proto__", "constructor", "unknown", "$ref", "type")
_MAX_DEPTH = 12
_MAX_VALUES = 400
"""Depth and number of values beyond which a random document has only required content."""


@dataclass(frozen=True, slots=True)
class RandomDocument:
    """A document, and what each profile says of it."""

    document: Any
    case: Case


def valid_document(graph: DefinitionGraph, rng: Random) -> RandomDocument:
    """Return a document that every profile accepts."""
    document = _Sampler(graph, rng).value(graph.definitions[graph.root], 0)
    absent = absent_nulls(graph, definition_location(graph, graph.root, document))
    return RandomDocument(document, Case("valid", "", (), VALID, absent=absent))


def invalid_document(graph: DefinitionGraph, rng: Random) -> RandomDocument:
    """Return a document with exactly one violation."""
    while True:
        document = _Sampler(graph, rng).value(graph.definitions[graph.root], 0)
        root = definition_location(graph, graph.root, document)
        locations = [location for location in locations_in(graph, root, deep=True) if location.value is not None]
        location = rng.choice(locations)
        # Null violates a definition, but may be valid where the definition is referred to.
        may_be_null = any(nullable(other.node) for other in locations if other.path == location.path)
        variants = [
            variant
            for variant in invalid_values(graph, location.node, location.value)
            if (variant.value is not None or not may_be_null)
            and location.keeps_items_unique(put(document, location.path, variant.value))
        ]
        if variants:
            variant = rng.choice(variants)
            changed_document = put(document, location.path, variant.value)
            # A violation may remove properties, and the nulls in them.
            nulls = [
                pointer for pointer in absent_nulls(graph, root) if _exists(changed_document, pointers.split(pointer))
            ]
            return RandomDocument(changed_document, replace(make_case(location, variant, []), absent=tuple(nulls)))


def _exists(value: Any, tokens: list[str]) -> bool:
    for token in tokens:
        if isinstance(value, list) and token.isdigit() and int(token) < len(value):
            value = value[int(token)]
        elif isinstance(value, dict) and token in value:
            value = value[token]
        else:
            return False
    return True


class _Sampler:
    """Makes random values of each kind."""

    def __init__(self, graph: DefinitionGraph, rng: Random) -> None:
        self._graph = graph
        self._rng = rng
        self._remaining_values = _MAX_VALUES

    def value(self, node: Schema, depth: int) -> Any:
        if nullable(node) and self._rng.random() < 0.1:
            return None
        self._remaining_values -= 1
        if depth > _MAX_DEPTH or self._remaining_values < 0:
            return smallest(self._graph, node)
        bare = self._graph.resolved(node)
        match self._graph.kind(bare):
            case "object":
                return self._object(bare, depth)
            case "union":
                return self.value(self._rng.choice(bare["oneOf"]), depth)
            case "array":
                return self._array(bare, depth)
            case "map":
                return self._map(bare, depth)
        return self._scalar(bare)

    def _scalar(self, node: Schema) -> Any:
        match self._graph.kind(node):
            case "enum":
                return self._rng.choice(node["oneOf"])["const"]
            case "constant":
                return node["const"]
            case "boolean":
                return self._rng.random() < 0.5
            case "string":
                return self._text(node)
        return self._number(node)

    def _object(self, node: Schema, depth: int) -> dict[str, Any]:
        properties = properties_of(node)
        always = [
            name
            for name, property_node in properties.items()
            if name in required(node) or property_node.get("x-client-required")
        ]
        others = [name for name in properties if name not in always]
        minimum, maximum = (
            node.get("minProperties", 0) - len(always),
            node.get("maxProperties", len(properties)) - len(always),
        )
        probability = self._rng.choice((0.1, 0.5, 0.9))
        count = min(max(minimum, sum(self._rng.random() < probability for _ in others)), maximum, len(others))
        names = [*always, *self._rng.sample(others, count)]
        self._rng.shuffle(names)
        return {name: self.value(properties[name], depth + 1) for name in names}

    def _array(self, node: Schema, depth: int) -> list[Any]:
        minimum = node.get("minItems", 0)
        count = min(minimum + self._rng.choice((0, 1, 1, 2, 3)), node.get("maxItems", MAX_LENGTH))
        items: list[Any] = []
        for _ in range(count * 10):
            if len(items) == count:
                break
            item = self.value(node["items"], depth + 1)
            if not self._is_duplicate(node, item, items):
                items.append(item)
        return items

    def _is_duplicate(self, node: Schema, item: Any, others: list[Any]) -> bool:
        """Return whether the array already has an equal item, or one with an equal value of an `x-unique` property."""
        if node.get("uniqueItems"):
            return item in others
        return any(item.get(name) == other.get(name) for name in node.get("x-unique", ()) for other in others)

    def _map(self, node: Schema, depth: int) -> dict[str, Any]:
        minimum, maximum = node.get("minProperties", 0), node.get("maxProperties", len(_NAMES))
        count = min(minimum + self._rng.choice((0, 1, 2, 4)), maximum, len(_NAMES))
        names = self._rng.sample(_NAMES, count)
        return {name: self.value(node["additionalProperties"], depth + 1) for name in names}

    def _text(self, node: Schema) -> str:
        minimum, maximum = node.get("minLength", 0), min(node.get("maxLength", MAX_LENGTH), MAX_LENGTH)
        if "pattern" in node:
            lengths = regex_samples.first_lengths(node["pattern"], minimum, maximum, 40)
            return regex_samples.match_of_length(node["pattern"], self._rng.choice(lengths), self._rng.choice) or ""
        length = min(maximum, minimum + self._rng.choice((0, 1, 2, 5, 20)))
        return "".join(self._rng.choice(_CHARACTERS) for _ in range(length))

    def _number(self, node: Schema) -> int | float:
        low, high = bounds(node)
        minimum, maximum = max(low, -(2**53) + 1), min(high, 2**53 - 1)
        steps = 1 if node["type"] == "integer" else self._rng.choice((1, 8))
        first, last = math.ceil(minimum * steps), math.floor(maximum * steps)
        special_numbers = [
            number for number in (minimum, minimum + 1, 7, 1000, maximum - 1, maximum) if minimum <= number <= maximum
        ]
        if first <= last and self._rng.random() < 0.4:
            numerator = self._rng.randint(first, last)
            return numerator / steps if numerator % steps else numerator // steps
        return self._rng.choice(special_numbers)
