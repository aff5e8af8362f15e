"""Rule MC167: the limits of a value leave at least one value that is valid."""

import math
from collections.abc import Iterator

from codegen.schema.bounds import LOWER, UPPER, Limit, count, lower_bound, upper_bound
from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.pattern_language import has_match
from codegen.schema.rules.portable_patterns import pattern_problems
from codegen.schema.traversal import Schema, is_copy, split_null, target
from modelconfig.diagnostics.phrases import count as counted
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.scanner import MAX_DEPTH


def empty_range(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC167: Report limits that no value satisfies."""
    for pointer, node in file.nodes:
        bare = node if "anyOf" in node else split_null(node)[1]
        problems = [
            *_crossed_counts(bare, pointer),
            *_crossed_bounds(bare, pointer),
            *_repeated_items(sources, bare, pointer),
            *_too_few_properties(bare, pointer),
        ]
        yield from problems or _unmatched_lengths(bare, pointer)


def _problem(message: str, hint: str, pointer: str, keyword: str) -> Problem:
    return error("MC167", f"{message}, so no value is valid", hint=hint, pointer=pointers.join(pointer, keyword))


def _crossed_counts(node: Schema, pointer: str) -> Iterator[Problem]:
    for low, high in zip(LOWER, UPPER, strict=True):
        if count(node, low) > count(node, high):
            hint = f"Lower `{low}` to {node[high]} or less, or raise `{high}`."
            yield _problem(f"`{low}` is greater than `{high}`", hint, pointer, low)


def _crossed_bounds(node: Schema, pointer: str) -> Iterator[Problem]:
    lowest, highest = lower_bound(node), upper_bound(node)
    if _first(lowest) <= _last(highest):
        return
    low = _keyword(node, "minimum", "exclusiveMinimum", is_excluded=lowest[1])
    high = _keyword(node, "maximum", "exclusiveMaximum", is_excluded=not highest[1])
    noun = "integer" if node.get("type") == "integer" else "number"
    message = f"no {noun} is between `{low}` {node[low]} and `{high}` {node[high]}"
    yield _problem(message, f"Lower `{low}`, or raise `{high}`.", pointer, low)


def _first(limit: Limit) -> float:
    """Return the lowest 64-bit floating-point number within a lower limit."""
    return math.nextafter(limit[0], math.inf) if limit[1] else limit[0]


def _last(limit: Limit) -> float:
    """Return the highest 64-bit floating-point number within an upper limit."""
    return limit[0] if limit[1] else math.nextafter(limit[0], -math.inf)


def _keyword(node: Schema, inclusive: str, exclusive: str, *, is_excluded: bool) -> str:
    """Return which of two keywords is the limit. The limit of an integer is never excluded, whichever it is."""
    if inclusive not in node or exclusive not in node:
        return inclusive if inclusive in node else exclusive
    return exclusive if is_excluded or abs(node[exclusive]) > abs(node[inclusive]) else inclusive


def _repeated_items(sources: Sources, node: Schema, pointer: str) -> Iterator[Problem]:
    minimum = count(node, "minItems")
    if node.get("uniqueItems") and "items" in node and minimum > 1:
        possible = _ValueCounter(sources, minimum).count(node["items"])
        if minimum > possible:
            message = f"unique items can have only {counted(int(possible), 'value')}"
            yield _problem(message, f'Write "minItems": {int(possible)} or less.', pointer, "minItems")


class _ValueCounter:
    """Counts the different values of subschemas up to a limit, each definition once."""

    def __init__(self, sources: Sources, limit: float) -> None:
        self._sources = sources
        self._limit = limit
        self._counts: dict[str, float] = {}

    def count(self, node: Schema, depth: int = 0) -> float:
        """Return how many values a subschema has at most: the limit or more if it has so many or is not known."""
        name = target(node)
        if name:
            if name not in self._counts:
                # Definitions that contain themselves or are deeply nested are not counted.
                self._counts[name] = math.inf
                if name in self._sources.definitions and depth < MAX_DEPTH:
                    self._counts[name] = self.count(self._sources.definitions[name], depth + 1)
            return self._counts[name]
        is_nullable, node = split_null(node)
        if "oneOf" in node:
            number: float = 0
            for branch in node["oneOf"]:
                number += self.count(branch, depth) if number < self._limit else 0
        elif node.get("additionalProperties") is False:
            required, number = node.get("required", ()), 1
            for property_name, subschema in node.get("properties", {}).items():
                number *= self.count(subschema, depth) + (property_name not in required) if number < self._limit else 1
        else:
            number = _number_of_flat_values(node)
        return number + is_nullable


def _number_of_flat_values(node: Schema) -> float:
    lowest, highest = lower_bound(node)[0], upper_bound(node)[0]
    if "const" in node or lowest == highest or any(count(node, keyword) == 0 for keyword in UPPER):
        return 1
    if node.get("type") == "integer" and highest > lowest:
        return highest - lowest + 1
    return 2 if node.get("type") == "boolean" else math.inf


def _too_few_properties(node: Schema, pointer: str) -> Iterator[Problem]:
    """Report counts that contradict the properties. Copies for clients do not count: no producer writes them."""
    if "properties" not in node:
        return
    names = {name for name, subschema in node["properties"].items() if not is_copy(subschema)}
    required = names.intersection(node.get("required", ()))
    if count(node, "maxProperties") < len(required):
        hint = f'Write "maxProperties": {len(required)} or more, or make properties optional.'
        yield _problem(f"{counted(len(required), 'property')} are required", hint, pointer, "maxProperties")
    if node.get("additionalProperties") is False and count(node, "minProperties") > len(names):
        hint = f'Write "minProperties": {len(names)} or less.'
        yield _problem(f"the object has only {counted(len(names), 'property')}", hint, pointer, "minProperties")


def _unmatched_lengths(node: Schema, pointer: str) -> Iterator[Problem]:
    minimum, maximum = count(node, "minLength"), count(node, "maxLength")
    pattern = node.get("pattern")
    if pattern is None or pattern_problems(pattern) or has_match(pattern, int(minimum), maximum):
        return
    keyword = next((keyword for keyword in ("minLength", "maxLength") if keyword in node), "pattern")
    message = (
        "no string matches the pattern" if keyword == "pattern" else "no string of this length matches the pattern"
    )
    hint = "Change the pattern." if keyword == "pattern" else f"Change `{keyword}`, or the pattern."
    yield _problem(message, hint, pointer, keyword)


RULES = (empty_range,)
