"""Valid values of a subschema: the smallest, one with every property, several that differ."""

import math
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import TAG, DefinitionGraph, properties_of, required
from codegen.schema.traversal import Schema

MAX_LENGTH = 4096
"""The maximum length of strings and arrays in the kit, whatever the schema allows."""
_DEFAULT_TEXT = "text"
_NAMES = ("one", "two", "three")


class UnderivableError(ValueError):
    """No valid value of a definition can be derived; the message says what prevents it."""


def smallest(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a value with only required content, and what clients always receive."""
    bare = graph.resolved(node)
    match graph.kind(bare):
        case "object":
            return _object(graph, bare, [])
        case "union":
            return smallest(graph, min(bare["oneOf"], key=graph.height))
        case "array":
            return array_of_length(graph, bare, bare.get("minItems", 0))
        case "map":
            return map_of_size(graph, bare, bare.get("minProperties", 0))
    return _scalar(graph, node)


def _scalar(graph: DefinitionGraph, node: Schema) -> Any:
    bare = graph.resolved(node)
    match graph.kind(bare):
        case "enum":
            return bare["oneOf"][0]["const"]
        case "constant":
            return bare["const"]
        case "boolean":
            return True
        case "string":
            examples = [*node.get("examples", []), *bare.get("examples", [])]
            example = next((example for example in examples if example is not None), None)
            return text(bare) if example is None else example
    return number(bare)


def full(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a value with every property that the limits allow, each small; its own arrays and maps have an item."""
    node = graph.resolved(node)
    match graph.kind(node):
        case "object":
            return _object(graph, node, list(properties_of(node)), nested=True)
        case "array":
            return array_of_length(graph, node, max(1, node.get("minItems", 0)), nested=True)
        case "map":
            return map_of_size(graph, node, max(1, node.get("minProperties", 0)), nested=True)
    return smallest(graph, node)


def with_property(graph: DefinitionGraph, node: Schema, name: str, value: Any) -> dict[str, Any]:
    """Return a small object that has this property, known or unknown, with this value."""
    others = {**_object(graph, node, []), name: value}
    maximum = node.get("maxProperties", len(others))
    optional = [other for other in others if other != name and other not in required(node)]
    for other in optional[: max(0, len(others) - maximum)]:
        del others[other]
    return others


def distinct_items(graph: DefinitionGraph, node: Schema, count: int, *, nested: bool = False) -> list[Any]:
    """Return `count` different items of an array, or as many as are known."""
    # An item might contain the same array, and recursion would not end.
    if not count:
        return []
    items = node["items"]
    first = nonempty_inline(graph, items) if nested else smallest(graph, items)
    result = [first]
    if count > 1:
        result += _other_values(graph, items, first, count)
    return result[:count]


def array_of_length(graph: DefinitionGraph, node: Schema, count: int, *, nested: bool = False) -> list[Any]:
    """Return `count` items, repeated where duplicates are allowed and necessary. Raises UnderivableError."""
    result = distinct_items(graph, node, count, nested=nested)
    if len(result) < count and not (node.get("uniqueItems") or node.get("x-unique")):
        result *= 1 + count // len(result)
    if len(result) < count:
        raise UnderivableError(f"no {count} different items are known for a list that needs them")
    return result[:count]


def map_of_size(graph: DefinitionGraph, node: Schema, count: int, *, nested: bool = False) -> dict[str, Any]:
    """Return a map with this many properties."""
    if not count:
        return {}
    names = [*_NAMES, *(f"name{number}" for number in range(count))][:count]
    value = (
        nonempty_inline(graph, node["additionalProperties"])
        if nested
        else smallest(graph, node["additionalProperties"])
    )
    return dict.fromkeys(names, value)


def nonempty_inline(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a small value in which an array or map is not empty if the subschema itself describes it."""
    kind = graph.kind(node)
    return full(graph, node) if "$ref" not in node and kind in ("array", "map") else smallest(graph, node)


def _object(graph: DefinitionGraph, node: Schema, names: list[str], *, nested: bool = False) -> dict[str, Any]:
    properties = properties_of(node)
    sent_to_clients = [name for name, property_node in properties.items() if property_node.get("x-client-required")]
    chosen = [*dict.fromkeys([*required(node), *sent_to_clients, *names])]
    # Prefer flat properties, because a property may refer back to this object.
    others = sorted(
        (name for name in properties if name not in chosen), key=lambda name: graph.height(properties[name])
    )
    chosen += others[: max(0, node.get("minProperties", 0) - len(chosen))]
    chosen = chosen[: node.get("maxProperties", len(chosen))]
    # Keep the order of the schema, as in every generated document.
    make_value = nonempty_inline if nested else smallest
    return {name: make_value(graph, property_node) for name, property_node in properties.items() if name in chosen}


def text(node: Schema) -> str:
    """Return a short string that the keywords allow. Raises UnderivableError."""
    minimum: int = node.get("minLength", 0)
    maximum: int = min(node.get("maxLength", MAX_LENGTH), MAX_LENGTH)
    if "pattern" in node:
        # Prefer a string that is not empty, because an empty one illustrates little.
        pattern: str = node["pattern"]
        sample = regex_samples.shortest(pattern, max(1, minimum), maximum) or regex_samples.shortest(
            pattern, minimum, maximum
        )
        if sample is None:
            raise UnderivableError(f"no text of {minimum} to {maximum} characters matches {pattern}")
        return sample
    return (_DEFAULT_TEXT * (1 + minimum // len(_DEFAULT_TEXT)))[: max(minimum, min(maximum, len(_DEFAULT_TEXT)))]


def texts_of_length(node: Schema, length: int) -> Iterator[tuple[str, str]]:
    """Yield strings of this length that match the pattern, if any, each with a description."""
    if "pattern" in node:
        match = regex_samples.match_of_length(node["pattern"], length, itemgetter(0))
        if match is not None:
            yield characters(length), match
        return
    yield characters(length), "a" * length
    if length:
        yield f"{characters(length)} outside the basic plane", "😀" * length


def characters(count: int) -> str:
    """Return a number of characters in words."""
    return f"{count} character{'' if count == 1 else 's'}"


def number(node: Schema) -> int | float:
    """Return a number within the bounds: 1, or else the smallest positive one, or else the one nearest to 0."""
    lowest, highest = bounds(node)
    if lowest > 0 or (highest < 1 and lowest != -math.inf):
        return lowest
    return min(1, highest)


def bounds(node: Schema) -> tuple[int | float, int | float]:
    """Return the lowest and the highest valid number, which may be infinite."""
    step = 1 if node["type"] == "integer" else 0.5
    lower_bounds = (node.get("minimum", -math.inf), node.get("exclusiveMinimum", -math.inf) + step)
    upper_bounds = (node.get("maximum", math.inf), node.get("exclusiveMaximum", math.inf) - step)
    return max(lower_bounds), min(upper_bounds)


def in_bounds(node: Schema, value: float) -> bool:
    """Return whether a number is within the bounds."""
    lowest, highest = bounds(node)
    return lowest <= value <= highest


def _other_values(graph: DefinitionGraph, node: Schema, value: Any, count: int) -> list[Any]:
    """Return values that differ from `value` and from each other; `count` limits how many are computed."""
    node = graph.resolved(node)
    match graph.kind(node):
        case "enum":
            return [branch["const"] for branch in node["oneOf"] if branch["const"] != value]
        case "string":
            return _other_texts(node, value, count)
        case "integer" | "number":
            return [
                candidate for step in range(-count, count + 1) if step and in_bounds(node, candidate := value + step)
            ]
        case "boolean":
            return [not value]
        case "array":
            longer_arrays = [distinct_items(graph, node, len(value) + extra) for extra in range(1, count)]
            return [candidate for candidate in longer_arrays if len(candidate) <= node.get("maxItems", len(candidate))]
        case "object":
            return _other_objects(graph, node, value, count)
        case "union":
            return [smallest(graph, variant) for tag, variant in graph.variants(node).items() if tag != value[TAG]]
    return []


def _other_texts(node: Schema, value: str, count: int) -> list[str]:
    minimum, maximum = node.get("minLength", 0), min(node.get("maxLength", MAX_LENGTH), MAX_LENGTH)
    if "pattern" not in node:
        longest = max(minimum, 1) + len(str(count))
        candidates = [f"{number}".rjust(max(minimum, 1), "a") for number in range(count + 1)]
        return [candidate for candidate in candidates if candidate != value and len(candidate) <= min(maximum, longest)]
    pattern = node["pattern"]
    shortest = len(regex_samples.shortest(pattern, minimum, maximum) or "")
    lengths = list(regex_samples.lengths(pattern, minimum, min(maximum, shortest + count + 1)))
    choices = (itemgetter(0), itemgetter(-1))
    samples = (regex_samples.match_of_length(pattern, length, choose) for choose in choices for length in lengths)
    return [sample for sample in dict.fromkeys(samples) if sample is not None and sample != value]


def _other_objects(graph: DefinitionGraph, node: Schema, value: dict[str, Any], count: int) -> list[Any]:
    """Return objects that differ in one property, the first that can differ."""
    for name, property_node in properties_of(node).items():
        if name in value:
            alternatives = _other_values(graph, property_node, value[name], count)
            if alternatives:
                return [{**value, name: other} for other in alternatives]
    return []
