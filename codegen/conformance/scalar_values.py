"""Valid scalars: strings, numbers, constants; and whether a number is within its bounds."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import Any

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import DefinitionGraph
from codegen.schema.traversal import Schema

MAX_LENGTH = 4096
"""The maximum length of strings and arrays in the kit, whatever the schema allows."""
_DEFAULT_TEXT = "text"


class UnderivableError(ValueError):
    """No valid value can be derived; the text says what prevents it."""

    definition = ""
    """The name of the definition without a valid value."""


class OversizeError(UnderivableError):
    """Every valid value is larger than the kit shows; the text says of it that it `is` or `has` too much."""


def check_length(length: int, unit: str) -> None:
    """Raise OversizeError for more characters, items or properties than the kit shows."""
    if length > MAX_LENGTH:
        raise OversizeError(f"has more than {MAX_LENGTH} {unit}")


def scalar(graph: DefinitionGraph, node: Schema) -> Any:
    """Return a scalar; an example of a string, if there is one. Raises UnderivableError."""
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


def other_scalars(graph: DefinitionGraph, node: Schema, value: Any, count: int) -> list[Any]:
    """Return scalars that differ from `value` and from each other; `count` limits how many are computed."""
    match graph.kind(node):
        case "enum":
            return [branch["const"] for branch in node["oneOf"] if branch["const"] != value]
        case "string":
            return other_texts(node, value, count)
        case "integer" | "number":
            return other_numbers(node, value, count)
        case "boolean":
            return [not value]
    return []


def text(node: Schema) -> str:
    """Return a short string that the keywords allow. Raises UnderivableError."""
    minimum: int = node.get("minLength", 0)
    check_length(minimum, "characters")
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


def other_texts(node: Schema, value: str, count: int) -> list[str]:
    """Return strings that differ from `value` and from each other, about `count` of them if there are so many."""
    minimum, maximum = node.get("minLength", 0), min(node.get("maxLength", MAX_LENGTH), MAX_LENGTH)
    candidates = _texts_by_number(minimum, count) if "pattern" not in node else _matches(node, minimum, maximum, count)
    different = (text for text in dict.fromkeys(candidates) if text != value and len(text) <= maximum)
    return list(islice(different, count))


def _texts_by_number(minimum: int, count: int) -> Iterator[str]:
    """Yield short strings: digits, and then ideographs, which are more."""
    for number in range(count + 1):
        yield f"{number}".rjust(max(minimum, 1), "a")
    for number in range(count + 1):
        yield chr(0x4E00 + number).rjust(max(minimum, 1), "a")


def _matches(node: Schema, minimum: int, maximum: int, count: int) -> Iterator[str]:
    """Yield matching strings of increasing length, with other characters in each round."""
    pattern = node["pattern"]
    lengths = regex_samples.first_lengths(pattern, minimum, maximum, count + 1)
    for index in (0, -1, *range(1, count)):
        for length in lengths:
            match = regex_samples.match_of_length(pattern, length, partial(_item, index))
            if match is not None:
                yield match


def _item(index: int, options: Sequence[Any]) -> Any:
    return options[index % len(options)]


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
    """Return the lowest and the highest number to show, which may be infinite.

    They are the lowest and the highest valid ones, except beside an exclusive bound of a number with fractions.
    """
    low, above = node.get("minimum", -math.inf), node.get("exclusiveMinimum", -math.inf)
    high, below = node.get("maximum", math.inf), node.get("exclusiveMaximum", math.inf)
    if node["type"] == "integer":
        lows = [math.ceil(low)] if math.isfinite(low) else [low]
        lows += [math.floor(above) + 1] if math.isfinite(above) else []
        highs = [math.floor(high)] if math.isfinite(high) else [high]
        highs += [math.ceil(below) - 1] if math.isfinite(below) else []
        return max(lows), min(highs)
    lowest, highest = max(low, above), min(high, below)
    step = min(0.5, (highest - lowest) / 2)
    return (
        low if low > above else max(above + step, math.nextafter(above, math.inf)) if above > -math.inf else low,
        high if high < below else min(below - step, math.nextafter(below, -math.inf)) if below < math.inf else high,
    )


def in_bounds(node: Schema, value: float) -> bool:
    """Return whether a number is within the bounds."""
    return bool(
        node.get("minimum", -math.inf) <= value <= node.get("maximum", math.inf)
        and node.get("exclusiveMinimum", -math.inf) < value < node.get("exclusiveMaximum", math.inf)
    )


def beyond_bound(node: Schema, keyword: str) -> int | float:
    """Return a number near a bound that violates it, and is another one as a 64-bit floating-point number."""
    bound: int | float = node[keyword]
    is_lower = keyword.endswith("inimum")
    if node["type"] == "integer":
        nearest = (math.ceil(bound) - 1, math.floor(bound) + 1)
        return nearest[not is_lower] if keyword[0] == "m" else (math.floor(bound), math.ceil(bound))[not is_lower]
    if keyword[0] == "e":
        return bound
    beyond = bound - 1 if is_lower else bound + 1
    return math.nextafter(bound, -math.inf if is_lower else math.inf) if float(beyond) == float(bound) else beyond


def other_numbers(node: Schema, value: float, count: int) -> list[int | float]:
    """Return numbers that differ from `value` and from each other, at least `count` of them if there are so many."""
    candidates = [value + step for step in range(-count, count + 1)]
    if node["type"] == "number":
        lowest = max(node.get("minimum", -math.inf), node.get("exclusiveMinimum", -math.inf))
        highest = min(node.get("maximum", math.inf), node.get("exclusiveMaximum", math.inf))
        if math.isfinite(highest - lowest):
            candidates += [lowest + (highest - lowest) * step / (count + 1) for step in range(count + 2)]
        candidates += [value * factor for factor in range(2, count + 2) if math.isfinite(value * factor)]
    different = dict.fromkeys(candidate for candidate in candidates if candidate != value)
    return [candidate for candidate in different if in_bounds(node, candidate)]
