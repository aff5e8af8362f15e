"""The problems of each keyword that failed: code, message and hint."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import count, first_sentence, listing, quote, quote_name
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers
from modelconfig.schema.alternatives import any_of, one_of
from modelconfig.schema.failures import causes
from modelconfig.schema.uniqueness import repeated_items
from modelconfig.schema.value_phrases import TYPE_NAMES, kind_of, name_of, shown_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.failures import Failure


def problems_of(failures: Iterable[Failure]) -> Iterator[Problem]:
    """Yield the problems of sorted failures."""
    for failure in causes(failures):
        yield from KEYWORDS.get(failure.keyword, _other)(failure)


def _type(failure: Failure) -> Iterator[Problem]:
    names = [failure.limit] if isinstance(failure.limit, str) else failure.limit
    value = failure.value
    hint = ""
    if value is None:
        hint = "Leave the member out to say that there is none." if failure.path else ""
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
            message = f"{name_of(failure.path)} lacks the member {quote(name)}"
            hint = first_sentence(property_schema.get("description", ""))
            yield error("MC102", message, hint=hint, pointer=failure.pointer)


def _additional_properties(failure: Failure) -> Iterator[Problem]:
    """Yield a problem for each unknown property."""
    known_properties = failure.schema.get("properties", {})
    for name in failure.value:
        if name in known_properties:
            continue
        unused = [other for other in known_properties if other not in failure.value]
        known = f"Known members: {listing(known_properties)}." if known_properties else "It has no members."
        pointer = pointers.join(failure.pointer, name)
        hint = did_you_mean(name, unused) or known
        yield error("MC103", f"unknown member {quote_name(name)}", hint=hint, pointer=pointer, at_key=True)


def _unique_items(failure: Failure) -> Iterator[Problem]:
    """Yield a problem for each item that repeats an earlier one."""
    repeated = list(repeated_items(failure.value))
    if not repeated:
        # jsonschema-rs takes some numbers beyond 64 bits for equal that are not.
        yield from _other(failure)
    for index, first in repeated:
        item = shown_value(failure.value[index], "this item", secret=failure.secret)
        message = f"{item} repeats item {first + 1} of {name_of(failure.path)}"
        pointer = pointers.join(failure.pointer, index)
        yield error("MC109", message, hint="Each may stand here once; remove one.", pointer=pointer)


def _const(failure: Failure) -> Iterator[Problem]:
    allowed, value = failure.limit, failure.value
    if isinstance(allowed, str):
        expected = quote(allowed)
        hint = did_you_mean(value, [allowed]) if isinstance(value, str) else ""
    else:
        expected, hint = str(allowed).lower() if isinstance(allowed, bool) else str(allowed), ""
    message = f"{name_of(failure.path)} must be {expected}"
    yield error("MC111", message, hint=hint or f"Write {expected}.", pointer=failure.pointer)


def _pattern(failure: Failure) -> Iterator[Problem]:
    if not failure.value and failure.schema.get("minLength", 0) > 0:
        # `minLength` reports an empty string with a better message.
        return
    subject = shown_value(failure.value, "this text", secret=failure.secret)
    hint = failure.schema.get("description", "") or failure.description or f"It must match {failure.limit}"
    message = f"{subject} is not written as {name_of(failure.path)} must be"
    yield error("MC105", message, hint=hint, pointer=failure.pointer)


def _length(bound: str, failure: Failure) -> Iterator[Problem]:
    number = len(failure.value)
    size = f"has {count(number, 'character')}" if number else "is empty"
    message = f"{name_of(failure.path)} {size}; there {bound} {failure.limit}"
    hint = first_sentence(failure.schema.get("description", "") or failure.description)
    yield error("MC106", message, hint=hint, pointer=failure.pointer)


def _range(bound: str, failure: Failure) -> Iterator[Problem]:
    subject = shown_value(failure.value, "this number", secret=failure.secret)
    message = f"{subject} is out of range: {name_of(failure.path)} must be {bound} {failure.limit}"
    yield error("MC107", message, hint=first_sentence(failure.description), pointer=failure.pointer)


def _count(unit: str, bound: str, failure: Failure) -> Iterator[Problem]:
    size = count(len(failure.value), unit)
    message = f"{name_of(failure.path)} has {size}; there must be {bound} {failure.limit}"
    yield error("MC108", message, hint=first_sentence(failure.description), pointer=failure.pointer)


def _alternatives(phrase: Callable[..., Iterator[Problem]], failure: Failure) -> Iterator[Problem]:
    return phrase(failure, [problems_of(branch) for branch in failure.branches])


def _other(failure: Failure) -> Iterator[Problem]:
    """Yield the problem of a keyword that the dialect does not have."""
    yield error("MC101", f"this does not fit the schema's `{failure.keyword}`", pointer=failure.pointer)


def _is_quoted_scalar(text: str) -> bool:
    return text in ("true", "false") or text.removeprefix("-").replace(".", "", 1).isdecimal()


KEYWORDS: dict[str, Callable[[Failure], Iterator[Problem]]] = {
    "type": _type,
    "const": _const,
    "oneOf": partial(_alternatives, one_of),
    "anyOf": partial(_alternatives, any_of),
    "required": _required,
    "additionalProperties": _additional_properties,
    "minProperties": partial(_count, "member", "at least"),
    "maxProperties": partial(_count, "member", "at most"),
    "minItems": partial(_count, "item", "at least"),
    "maxItems": partial(_count, "item", "at most"),
    "uniqueItems": _unique_items,
    "pattern": _pattern,
    "minLength": partial(_length, "must be at least"),
    "maxLength": partial(_length, "may be at most"),
    "minimum": partial(_range, "at least"),
    "maximum": partial(_range, "at most"),
    "exclusiveMinimum": partial(_range, "more than"),
    "exclusiveMaximum": partial(_range, "less than"),
}
"""The function of each keyword of the dialect that asserts something."""
