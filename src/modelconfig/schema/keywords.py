"""The problem of each keyword, in our wording.

One function for each keyword of the dialect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import count, first_sentence, listing, quote
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.schema.alternatives import any_of, one_of
from modelconfig.schema.string_keywords import const, pattern, too_long, too_short
from modelconfig.schema.value_phrases import TYPE_NAMES, kind_of, name_of, shown_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.instance_walk import Location, Walk


def ref(walk: Walk, location: Location) -> Iterator[Problem]:
    """Yield the problems under the definition that is named."""
    yield from walk.follow(location, location.schema["$ref"])


def type_(location: Location) -> Iterator[Problem]:
    """Yield the problem of a value of another type."""
    allowed = location.schema["type"]
    names = [allowed] if isinstance(allowed, str) else allowed
    if any(_is_of_type(location.value, name) for name in names):
        return
    expected = " or ".join(TYPE_NAMES[name] for name in names)
    if location.value is None:
        hint = "Leave the member out to say that there is none." if location.pointer else ""
    elif isinstance(location.value, float) and "integer" in names:
        hint = "Write it without a fraction."
    elif isinstance(location.value, str) and {"integer", "number", "boolean"}.intersection(names):
        hint = "Remove the quotes." if _is_quoted_scalar(location.value) else ""
    else:
        hint = ""
    yield error(
        "MC101",
        f"{name_of(location)} must be {expected}, not {kind_of(location.value)}",
        hint=hint,
        pointer=location.pointer,
    )


def required(location: Location) -> Iterator[Problem]:
    """Yield a problem for each required property that is missing."""
    if not isinstance(location.value, dict):
        return
    for name in location.schema["required"]:
        if name not in location.value:
            property_schema = location.schema.get("properties", {}).get(name, {})
            description = first_sentence(property_schema.get("description", ""))
            yield error(
                "MC102",
                f"{name_of(location)} lacks the member {quote(name)}",
                hint=description,
                pointer=location.pointer,
            )


def properties(walk: Walk, location: Location) -> Iterator[Problem]:
    """Yield the problems of the known properties."""
    if isinstance(location.value, dict):
        for name, schema in location.schema["properties"].items():
            if name in location.value:
                yield from walk.visit(location.child(name, location.value[name], schema))


def additional_properties(walk: Walk, location: Location) -> Iterator[Problem]:
    """Yield a problem for each unknown property, or the problems of a map's values."""
    if not isinstance(location.value, dict):
        return
    additional = location.schema["additionalProperties"]
    known_properties = location.schema.get("properties", {})
    for name, value in location.value.items():
        if name in known_properties or additional is True:
            continue
        property_location = location.child(name, value, additional)
        if additional is not False:
            yield from walk.visit(property_location)
            continue
        unused = [other for other in known_properties if other not in location.value]
        hint = did_you_mean(name, unused) or (
            f"Known members: {listing(known_properties)}." if known_properties else "It has no members."
        )
        yield error("MC103", f"unknown member {quote(name)}", hint=hint, pointer=property_location.pointer, at_key=True)


def items(walk: Walk, location: Location) -> Iterator[Problem]:
    """Yield the problems of the items."""
    if isinstance(location.value, list):
        for index, value in enumerate(location.value):
            yield from walk.visit(location.child(index, value, location.schema["items"]))


def minimum(location: Location) -> Iterator[Problem]:
    """Yield the problem of a number that is too small."""
    limit = location.schema["minimum"]
    if _is_of_type(location.value, "number") and location.value < limit:
        yield _out_of_range(location, f"at least {limit}")


def maximum(location: Location) -> Iterator[Problem]:
    """Yield the problem of a number that is too large."""
    limit = location.schema["maximum"]
    if _is_of_type(location.value, "number") and location.value > limit:
        yield _out_of_range(location, f"at most {limit}")


def exclusive_minimum(location: Location) -> Iterator[Problem]:
    """Yield the problem of a number that is not above its limit."""
    limit = location.schema["exclusiveMinimum"]
    if _is_of_type(location.value, "number") and location.value <= limit:
        yield _out_of_range(location, f"more than {limit}")


def exclusive_maximum(location: Location) -> Iterator[Problem]:
    """Yield the problem of a number that is not below its limit."""
    limit = location.schema["exclusiveMaximum"]
    if _is_of_type(location.value, "number") and location.value >= limit:
        yield _out_of_range(location, f"less than {limit}")


def too_few_items(location: Location) -> Iterator[Problem]:
    """Yield the problem of an array that is too short."""
    if isinstance(location.value, list) and len(location.value) < location.schema["minItems"]:
        yield _wrong_count(location, "item", f"at least {location.schema['minItems']}")


def too_many_items(location: Location) -> Iterator[Problem]:
    """Yield the problem of an array that is too long."""
    if isinstance(location.value, list) and len(location.value) > location.schema["maxItems"]:
        yield _wrong_count(location, "item", f"at most {location.schema['maxItems']}")


def too_few_properties(location: Location) -> Iterator[Problem]:
    """Yield the problem of an object with too few properties."""
    if isinstance(location.value, dict) and len(location.value) < location.schema["minProperties"]:
        yield _wrong_count(location, "member", f"at least {location.schema['minProperties']}")


def too_many_properties(location: Location) -> Iterator[Problem]:
    """Yield the problem of an object with too many properties."""
    if isinstance(location.value, dict) and len(location.value) > location.schema["maxProperties"]:
        yield _wrong_count(location, "member", f"at most {location.schema['maxProperties']}")


def unique_items(location: Location) -> Iterator[Problem]:
    """Yield a problem for each item that repeats an earlier one."""
    if not location.schema["uniqueItems"] or not isinstance(location.value, list):
        return
    first_indexes: dict[Any, int] = {}
    for index, value in enumerate(location.value):
        first = first_indexes.setdefault(_comparison_key(value), index)
        if first != index:
            message = (
                f"{shown_value(location.child(index, value, {}), 'this item')} repeats"
                f" item {first + 1} of {name_of(location)}"
            )
            hint = "Each may stand here once; remove one."
            yield error("MC109", message, hint=hint, pointer=location.child(index, value, {}).pointer)


def _wrong_count(location: Location, unit: str, bound: str) -> Problem:
    message = f"{name_of(location)} has {count(len(location.value), unit)}; there must be {bound}"
    return error("MC108", message, hint=first_sentence(location.description), pointer=location.pointer)


def _out_of_range(location: Location, bound: str) -> Problem:
    message = f"{shown_value(location, 'this number')} is out of range: {name_of(location)} must be {bound}"
    return error("MC107", message, hint=first_sentence(location.description), pointer=location.pointer)


def _is_of_type(value: Any, name: str) -> bool:
    """Return whether a value is of a JSON Schema type. True is not a number; 1.0 is an integer."""
    if name == "null":
        return value is None
    if name == "boolean":
        return isinstance(value, bool)
    if name in ("integer", "number"):
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return name == "number" or isinstance(value, int) or value.is_integer()
    return isinstance(value, {"string": str, "array": list, "object": dict}[name])


def _is_quoted_scalar(text: str) -> bool:
    return text in ("true", "false") or text.removeprefix("-").replace(".", "", 1).isdecimal()


def _comparison_key(value: Any) -> Any:
    """Return a hashable value that is equal for equal JSON values only: 1 equals 1.0, and true does not equal 1."""
    if isinstance(value, list):
        return "array", tuple(_comparison_key(part) for part in value)
    if isinstance(value, dict):
        return "object", frozenset((name, _comparison_key(part)) for name, part in value.items())
    return isinstance(value, bool), value


APPLICATORS: dict[str, Callable[[Walk, Location], Iterator[Problem]]] = {
    "$ref": ref,
    "oneOf": one_of,
    "anyOf": any_of,
    "properties": properties,
    "additionalProperties": additional_properties,
    "items": items,
}
"""The keywords that apply further schemas."""

ASSERTIONS: dict[str, Callable[[Location], Iterator[Problem]]] = {
    "type": type_,
    "const": const,
    "required": required,
    "pattern": pattern,
    "minLength": too_short,
    "maxLength": too_long,
    "minimum": minimum,
    "maximum": maximum,
    "exclusiveMinimum": exclusive_minimum,
    "exclusiveMaximum": exclusive_maximum,
    "minItems": too_few_items,
    "maxItems": too_many_items,
    "uniqueItems": unique_items,
    "minProperties": too_few_properties,
    "maxProperties": too_many_properties,
}
"""The keywords that check the value itself."""
