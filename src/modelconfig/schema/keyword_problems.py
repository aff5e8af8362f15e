"""The problems of each failed keyword: code, message and hint."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from modelconfig.diagnostics.phrases import count, first_sentence, listing, quote, quote_name
from modelconfig.diagnostics.problem import Problem, error, related
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers
from modelconfig.schema.alternatives import any_of, one_of
from modelconfig.schema.failures import Failure, causes
from modelconfig.schema.properties import nearest_owner
from modelconfig.schema.uniqueness import repeated_items
from modelconfig.schema.value_phrases import TYPE_NAMES, kind_of, name_of, shown_value


def problems_of(failures: Iterable[Failure]) -> Iterator[Problem]:
    """Yield the problems of sorted failures."""
    for failure in causes(failures):
        yield from KEYWORDS.get(failure.keyword, _other)(failure)


def _type(failure: Failure) -> Iterator[Problem]:
    names = [failure.limit] if isinstance(failure.limit, str) else failure.limit
    value = failure.value
    hint = ""
    if value is None:
        no_value = "Write [] instead of null." if "array" in names else "Omit the property instead of using null."
        hint = no_value if failure.path else ""
    elif isinstance(value, float) and "integer" in names:
        hint = "Write it without a fraction."
    elif isinstance(value, str) and {"integer", "number", "boolean"}.intersection(names):
        hint = "Remove the quotes." if _is_quoted_scalar(value) else ""
    expected = " or ".join(TYPE_NAMES[name] for name in names)
    message = f"{name_of(failure.path)} must be {expected}, not {kind_of(value)}"
    yield error("MC101", message, hint=hint, pointer=failure.pointer)


def _required(failure: Failure) -> Iterator[Problem]:
    """Yield a problem for each required property that is missing."""
    for name in failure.limit:
        if name not in failure.value:
            property_schema = failure.schema.get("properties", {}).get(name, {})
            message = f"{name_of(failure.path)} is missing the required property {quote(name)}"
            hint = first_sentence(property_schema.get("description", ""))
            yield error("MC102", message, hint=hint, pointer=failure.pointer)


def _additional_properties(failure: Failure) -> Iterator[Problem]:
    """Yield a problem for each unknown property."""
    known = failure.schema.get("properties", {})
    for name in failure.value:
        if name in known:
            continue
        unused = [other for other in known if other not in failure.value]
        known_names = f"Known properties: {listing(known)}." if known else "Remove it: no property is allowed here."
        pointer = pointers.join(failure.pointer, name)
        hint = did_you_mean(name, unused) or _move_it(failure, name) or known_names
        yield error("MC103", f"unknown property {quote_name(name)}", hint=hint, pointer=pointer, at_key=True)


def _move_it(failure: Failure, name: str) -> str:
    """Return a hint that says where a property belongs, or "" if the schema has none of this name elsewhere."""
    owner = nearest_owner(failure.root, failure.path, name)
    if owner is None:
        return ""
    names = tuple(token for token in failure.path if isinstance(token, str))
    inside = owner[: len(names)] == names
    levels = " in ".join(map(quote, reversed(owner[len(names) :] if inside else owner)))
    return f"Move it into {levels}." if levels else "Move it to the outermost object."


def _unique_items(failure: Failure) -> Iterator[Problem]:
    """Yield a problem for each item that repeats an earlier one."""
    repeated = list(repeated_items(failure.value))
    if not repeated:
        # jsonschema-rs takes some numbers beyond 64 bits for equal that are not.
        yield from _other(failure)
    for index, first in repeated:
        item = shown_value(failure.value[index], "this item", secret=failure.secret)
        yield error(
            "MC109",
            f"{item} occurs more than once in {name_of(failure.path)}",
            hint="Items must be unique; remove the duplicate.",
            pointer=pointers.join(failure.pointer, index),
            related=(related("first occurrence", pointers.join(failure.pointer, first)),),
        )


def _const(failure: Failure) -> Iterator[Problem]:
    expected = quote(failure.limit) if isinstance(failure.limit, str) else json.dumps(failure.limit)
    message = f"{name_of(failure.path)} must be {expected}"
    yield error("MC111", message, hint=f"Write {expected}.", pointer=failure.pointer)


def _pattern(failure: Failure) -> Iterator[Problem]:
    if not failure.value and failure.schema.get("minLength", 0) > 0:
        # `minLength` reports an empty string with a better message.
        return
    subject = shown_value(failure.value, "this text", secret=failure.secret)
    hint = failure.schema.get("description", "") or failure.description
    is_property = bool(failure.path) and isinstance(failure.path[-1], str)
    noun = name_of(failure.path) if is_property else f"value for {name_of(failure.path)}"
    yield error("MC105", f"{subject} is not a valid {noun}", hint=hint, pointer=failure.pointer)


def _size(code: str, unit: str, bound: str, failure: Failure) -> Iterator[Problem]:
    number = len(failure.value)
    size = f"has {count(number, unit)}" if number else "is empty"
    limit = failure.limit if number else count(failure.limit, unit)
    message = f"{name_of(failure.path)} {size}; expected {bound} {limit}"
    hint = first_sentence(failure.schema.get("description", "") or failure.description)
    yield error(code, message, hint=hint, pointer=failure.pointer)


def _range(bound: str, failure: Failure) -> Iterator[Problem]:
    subject = shown_value(failure.value, "this number", secret=failure.secret)
    message = f"{subject} is out of range for {name_of(failure.path)}; expected {bound} {failure.limit}"
    yield error("MC107", message, hint=first_sentence(failure.description), pointer=failure.pointer)


def _alternatives(phrase: Callable[..., Iterator[Problem]], failure: Failure) -> Iterator[Problem]:
    return phrase(failure, [problems_of(branch) for branch in failure.branches])


def _other(failure: Failure) -> Iterator[Problem]:
    """Yield the problem of a keyword that the dialect does not have."""
    yield error("MC101", f"this value violates the keyword {quote(failure.keyword)}", pointer=failure.pointer)


def _is_quoted_scalar(text: str) -> bool:
    return text in ("true", "false") or text.removeprefix("-").replace(".", "", 1).isdecimal()


KEYWORDS: dict[str, Callable[[Failure], Iterator[Problem]]] = {
    "type": _type,
    "const": _const,
    "oneOf": partial(_alternatives, one_of),
    "anyOf": partial(_alternatives, any_of),
    "required": _required,
    "additionalProperties": _additional_properties,
    "minProperties": partial(_size, "MC108", "property", "at least"),
    "maxProperties": partial(_size, "MC108", "property", "at most"),
    "minItems": partial(_size, "MC108", "item", "at least"),
    "maxItems": partial(_size, "MC108", "item", "at most"),
    "uniqueItems": _unique_items,
    "pattern": _pattern,
    "minLength": partial(_size, "MC106", "character", "at least"),
    "maxLength": partial(_size, "MC106", "character", "at most"),
    "minimum": partial(_range, "at least"),
    "maximum": partial(_range, "at most"),
    "exclusiveMinimum": partial(_range, "more than"),
    "exclusiveMaximum": partial(_range, "less than"),
}
"""The function of each keyword of the dialect that asserts something."""
