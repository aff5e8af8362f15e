"""Documents of chance, from a seed: valid ones, and the same with one fault. What is expected of each is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance import regex_samples
from codegen.conformance.cases import Verdicts, nulls, verdicts
from codegen.conformance.definition_graph import nullable, properties_of, required
from codegen.conformance.invalid_values import invalid_values
from codegen.conformance.json_patch import put
from codegen.conformance.locations import document_locations
from codegen.conformance.valid_values import LONGEST, bounds, smallest
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from random import Random

    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.conformance.invalid_values import InvalidValue
    from codegen.conformance.locations import DocumentLocation
    from codegen.schema.traversal import Schema

_CHARACTERS = "abcXYZ019 .,:;-_/\\\"'<>&\t\n\u0000\u007f\u00a0éßñ\u0301\u200b\u2028\ufeff中😀🏳"
_NAMES = ("a", "A", "x-y", "é", "", "0", "a/b", "a~b", "__proto__", "constructor", "unknown", "$ref", "type")
_DEEP = 12
_MANY = 400
"""Levels and values after which a document of chance has nothing more in it that may be left out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A document and what is expected of it, as in a case of the kit."""

    document: Any
    verdicts: Verdicts
    rule: str = ""
    kind: str = ""
    pointer: str | None = None
    absent: tuple[str, ...] = ()


def valid_document(world: DefinitionGraph, rng: Random) -> Sample:
    """Return a document that every reading accepts."""
    document = _Sampler(world, rng).value(world.definitions[world.root], 0)
    return Sample(document, Verdicts(True, True, True), absent=nulls(world, document))


def faulty_document(world: DefinitionGraph, rng: Random) -> Sample:
    """Return a document with exactly one fault, somewhere."""
    while True:
        document = _Sampler(world, rng).value(world.definitions[world.root], 0)
        places = [spot for spot in document_locations(world, world.root, document, deep=True) if spot.value is not None]
        spot = rng.choice(places)
        # What is a fault of a definition is none where null is accepted in its place.
        may_be_null = any(nullable(other.node) for other in places if other.path == spot.path)
        possible = [
            fault
            for fault in invalid_values(world, spot.node, spot.value)
            if (fault.value is not None or not may_be_null) and spot.alone(put(document, spot.path, fault.value))
        ]
        if possible:
            return _with_fault(world, document, spot, rng.choice(possible))


def _with_fault(world: DefinitionGraph, document: Any, spot: DocumentLocation, fault: InvalidValue) -> Sample:
    changed = put(document, spot.path, fault.value)
    return Sample(
        changed,
        verdicts(fault, hidden=spot.hidden),
        spot.rule_of(*fault.within, fault.keyword),
        fault.kind,
        pointers.of((*spot.path, *fault.below)),
        # A fault may take members with it, and nulls in them.
        tuple(place for place in nulls(world, document) if _is_there(changed, pointers.split(place))),
    )


def _is_there(value: Any, tokens: list[str]) -> bool:
    for token in tokens:
        if isinstance(value, list) and token.isdigit() and int(token) < len(value):
            value = value[int(token)]
        elif isinstance(value, dict) and token in value:
            value = value[token]
        else:
            return False
    return True


class _Sampler:
    """Makes values at random, each by its kind."""

    def __init__(self, world: DefinitionGraph, rng: Random) -> None:
        self._world = world
        self._rng = rng
        self._left = _MANY

    def value(self, node: Schema, depth: int) -> Any:
        if nullable(node) and self._rng.random() < 0.1:
            return None
        self._left -= 1
        if depth > _DEEP or self._left < 0:
            return smallest(self._world, node)
        bare = self._world.resolved(node)
        match self._world.kind(bare):
            case "record":
                return self._record(bare, depth)
            case "union":
                return self.value(self._rng.choice(bare["oneOf"]), depth)
            case "array":
                return self._array(bare, depth)
            case "map":
                return self._map(bare, depth)
        return self._scalar(bare)

    def _scalar(self, node: Schema) -> Any:
        match self._world.kind(node):
            case "enum":
                return self._rng.choice(node["oneOf"])["const"]
            case "constant":
                return node["const"]
            case "boolean":
                return self._rng.random() < 0.5
            case "string":
                return self._text(node)
        return self._number(node)

    def _record(self, node: Schema, depth: int) -> dict[str, Any]:
        known = properties_of(node)
        always = [name for name, member in known.items() if name in required(node) or member.get("x-client-required")]
        others = [name for name in known if name not in always]
        least, most = node.get("minProperties", 0) - len(always), node.get("maxProperties", len(known)) - len(always)
        chance = self._rng.choice((0.1, 0.5, 0.9))
        wanted = min(max(least, sum(self._rng.random() < chance for _ in others)), most, len(others))
        chosen = [*always, *self._rng.sample(others, wanted)]
        self._rng.shuffle(chosen)
        return {name: self.value(known[name], depth + 1) for name in chosen}

    def _array(self, node: Schema, depth: int) -> list[Any]:
        least = node.get("minItems", 0)
        count = min(least + self._rng.choice((0, 1, 1, 2, 3)), node.get("maxItems", LONGEST))
        found: list[Any] = []
        for _ in range(count * 10):
            if len(found) == count:
                break
            item = self.value(node["items"], depth + 1)
            if not self._is_known(node, item, found):
                found.append(item)
        return found

    def _is_known(self, node: Schema, item: Any, others: list[Any]) -> bool:
        """Tell whether an item, or a member in which items differ, stands in the list already."""
        if node.get("uniqueItems"):
            return item in others
        return any(item.get(name) == other.get(name) for name in node.get("x-unique", ()) for other in others)

    def _map(self, node: Schema, depth: int) -> dict[str, Any]:
        least, most = node.get("minProperties", 0), node.get("maxProperties", len(_NAMES))
        count = min(least + self._rng.choice((0, 1, 2, 4)), most, len(_NAMES))
        names = self._rng.sample(_NAMES, count)
        return {name: self.value(node["additionalProperties"], depth + 1) for name in names}

    def _text(self, node: Schema) -> str:
        least, most = node.get("minLength", 0), min(node.get("maxLength", LONGEST), LONGEST)
        if "pattern" in node:
            lengths = regex_samples.lengths(node["pattern"], least, min(most, least + 40))
            return regex_samples.of_length(node["pattern"], self._rng.choice(lengths), self._rng.choice) or ""
        length = min(most, least + self._rng.choice((0, 1, 2, 5, 20)))
        return "".join(self._rng.choice(_CHARACTERS) for _ in range(length))

    def _number(self, node: Schema) -> int | float:
        low, high = bounds(node)
        least = -(2**53) + 1 if low is None else low
        most = 2**53 - 1 if high is None else high
        steps = 1 if node["type"] == "integer" else self._rng.choice((1, 8))
        first, last = math.ceil(least * steps), math.floor(most * steps)
        near = [one for one in (least, least + 1, 7, 1000, most - 1, most) if least <= one <= most]
        if first <= last and self._rng.random() < 0.4:
            found = self._rng.randint(first, last)
            return found / steps if found % steps else found // steps
        return self._rng.choice(near)
