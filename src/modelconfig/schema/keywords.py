"""One function for each keyword of the dialect: what is wrong at a spot, in our own words."""

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


def ref(walk: Walk, spot: Location) -> Iterator[Problem]:
    """Yield what is wrong under the definition that is named."""
    yield from walk.follow(spot, spot.schema["$ref"])


def type_(spot: Location) -> Iterator[Problem]:
    """Yield that the value is of another type."""
    wanted = spot.schema["type"]
    names = [wanted] if isinstance(wanted, str) else wanted
    if any(_is(spot.value, name) for name in names):
        return
    must = " or ".join(TYPE_NAMES[name] for name in names)
    if spot.value is None:
        hint = "Leave the member out to say that there is none." if spot.pointer else ""
    elif isinstance(spot.value, float) and "integer" in names:
        hint = "Write it without a fraction."
    elif isinstance(spot.value, str) and {"integer", "number", "boolean"}.intersection(names):
        hint = "Remove the quotes." if _unquotable(spot.value) else ""
    else:
        hint = ""
    yield error("MC101", f"{name_of(spot)} must be {must}, not {kind_of(spot.value)}", hint=hint, pointer=spot.pointer)


def required(spot: Location) -> Iterator[Problem]:
    """Yield the members that must be there and are not."""
    if not isinstance(spot.value, dict):
        return
    for name in spot.schema["required"]:
        if name not in spot.value:
            member = spot.schema.get("properties", {}).get(name, {})
            meaning = first_sentence(member.get("description", ""))
            yield error("MC102", f"{name_of(spot)} lacks the member {quote(name)}", hint=meaning, pointer=spot.pointer)


def properties(walk: Walk, spot: Location) -> Iterator[Problem]:
    """Yield what is wrong with the known members."""
    if isinstance(spot.value, dict):
        for name, schema in spot.schema["properties"].items():
            if name in spot.value:
                yield from walk.at(spot.below(name, spot.value[name], schema))


def additional_properties(walk: Walk, spot: Location) -> Iterator[Problem]:
    """Yield the members that nobody knows, or what is wrong with a map's values."""
    if not isinstance(spot.value, dict):
        return
    rest = spot.schema["additionalProperties"]
    known = spot.schema.get("properties", {})
    for name, value in spot.value.items():
        if name in known or rest is True:
            continue
        here = spot.below(name, value, rest)
        if rest is not False:
            yield from walk.at(here)
            continue
        free = [other for other in known if other not in spot.value]
        hint = did_you_mean(name, free) or (f"Known members: {listing(known)}." if known else "It has no members.")
        yield error("MC103", f"unknown member {quote(name)}", hint=hint, pointer=here.pointer, at_key=True)


def items(walk: Walk, spot: Location) -> Iterator[Problem]:
    """Yield what is wrong with the items."""
    if isinstance(spot.value, list):
        for index, value in enumerate(spot.value):
            yield from walk.at(spot.below(index, value, spot.schema["items"]))


def minimum(spot: Location) -> Iterator[Problem]:
    """Yield that a number is too small."""
    limit = spot.schema["minimum"]
    if _is(spot.value, "number") and spot.value < limit:
        yield _out_of_range(spot, f"at least {limit}")


def maximum(spot: Location) -> Iterator[Problem]:
    """Yield that a number is too large."""
    limit = spot.schema["maximum"]
    if _is(spot.value, "number") and spot.value > limit:
        yield _out_of_range(spot, f"at most {limit}")


def exclusive_minimum(spot: Location) -> Iterator[Problem]:
    """Yield that a number is not above its limit."""
    limit = spot.schema["exclusiveMinimum"]
    if _is(spot.value, "number") and spot.value <= limit:
        yield _out_of_range(spot, f"more than {limit}")


def exclusive_maximum(spot: Location) -> Iterator[Problem]:
    """Yield that a number is not below its limit."""
    limit = spot.schema["exclusiveMaximum"]
    if _is(spot.value, "number") and spot.value >= limit:
        yield _out_of_range(spot, f"less than {limit}")


def too_few_items(spot: Location) -> Iterator[Problem]:
    """Yield that an array is too short."""
    if isinstance(spot.value, list) and len(spot.value) < spot.schema["minItems"]:
        yield _wrong_amount(spot, "item", f"at least {spot.schema['minItems']}")


def too_many_items(spot: Location) -> Iterator[Problem]:
    """Yield that an array is too long."""
    if isinstance(spot.value, list) and len(spot.value) > spot.schema["maxItems"]:
        yield _wrong_amount(spot, "item", f"at most {spot.schema['maxItems']}")


def too_few_members(spot: Location) -> Iterator[Problem]:
    """Yield that an object has too few members."""
    if isinstance(spot.value, dict) and len(spot.value) < spot.schema["minProperties"]:
        yield _wrong_amount(spot, "member", f"at least {spot.schema['minProperties']}")


def too_many_members(spot: Location) -> Iterator[Problem]:
    """Yield that an object has too many members."""
    if isinstance(spot.value, dict) and len(spot.value) > spot.schema["maxProperties"]:
        yield _wrong_amount(spot, "member", f"at most {spot.schema['maxProperties']}")


def unique_items(spot: Location) -> Iterator[Problem]:
    """Yield each item that repeats an earlier one."""
    if not spot.schema["uniqueItems"] or not isinstance(spot.value, list):
        return
    firsts: dict[Any, int] = {}
    for index, value in enumerate(spot.value):
        first = firsts.setdefault(_identity(value), index)
        if first != index:
            message = (
                f"{shown_value(spot.below(index, value, {}), 'this item')} repeats item {first + 1} of {name_of(spot)}"
            )
            hint = "Each may stand here once; remove one."
            yield error("MC109", message, hint=hint, pointer=spot.below(index, value, {}).pointer)


def _wrong_amount(spot: Location, unit: str, bound: str) -> Problem:
    message = f"{name_of(spot)} has {count(len(spot.value), unit)}; there must be {bound}"
    return error("MC108", message, hint=first_sentence(spot.meaning), pointer=spot.pointer)


def _out_of_range(spot: Location, bound: str) -> Problem:
    message = f"{shown_value(spot, 'this number')} is out of range: {name_of(spot)} must be {bound}"
    return error("MC107", message, hint=first_sentence(spot.meaning), pointer=spot.pointer)


def _is(value: Any, name: str) -> bool:
    """Tell whether a value is of a JSON Schema type. True is no number; 1.0 is an integer."""
    if name == "null":
        return value is None
    if name == "boolean":
        return isinstance(value, bool)
    if name in ("integer", "number"):
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return name == "number" or isinstance(value, int) or value.is_integer()
    return isinstance(value, {"string": str, "array": list, "object": dict}[name])


def _unquotable(text: str) -> bool:
    return text in ("true", "false") or text.removeprefix("-").replace(".", "", 1).isdecimal()


def _identity(value: Any) -> Any:
    """Return something hashable that is equal exactly for equal JSON values: 1 is 1.0, and true is not 1."""
    if isinstance(value, list):
        return "array", tuple(_identity(part) for part in value)
    if isinstance(value, dict):
        return "object", frozenset((name, _identity(part)) for name, part in value.items())
    return isinstance(value, bool), value


PARTS: dict[str, Callable[[Walk, Location], Iterator[Problem]]] = {
    "$ref": ref,
    "oneOf": one_of,
    "anyOf": any_of,
    "properties": properties,
    "additionalProperties": additional_properties,
    "items": items,
}
"""The keywords that lead to further schemas."""

RULES: dict[str, Callable[[Location], Iterator[Problem]]] = {
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
    "minProperties": too_few_members,
    "maxProperties": too_many_members,
}
"""The keywords that judge a value by itself."""
