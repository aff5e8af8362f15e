"""The problems of keywords on strings, and of `const`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import count, first_sentence, quote
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.schema.patterns import compiled
from modelconfig.schema.value_phrases import name_of, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.instance_walk import Location


def pattern(location: Location) -> Iterator[Problem]:
    """Yield the problem of a string that does not match the pattern."""
    if not isinstance(location.value, str) or compiled(location.schema["pattern"]).search(location.value):
        return
    if not location.value and location.schema.get("minLength", 0) > 0:
        # `minLength` reports an empty string with a better message.
        return
    subject = "this text" if location.secret else shown_value(location, "this text")
    hint = (
        location.schema.get("description", "") or location.description or f"It must match {location.schema['pattern']}"
    )
    yield error(
        "MC105", f"{subject} is not written as {name_of(location)} must be", hint=hint, pointer=location.pointer
    )


def too_short(location: Location) -> Iterator[Problem]:
    """Yield the problem of a string with too few code points."""
    limit = location.schema["minLength"]
    if isinstance(location.value, str) and len(location.value) < limit:
        number = len(location.value)
        subject = f"{name_of(location)} has {count(number, 'character')}" if number else f"{name_of(location)} is empty"
        yield error(
            "MC106", f"{subject}; there must be at least {limit}", hint=_description(location), pointer=location.pointer
        )


def too_long(location: Location) -> Iterator[Problem]:
    """Yield the problem of a string with too many code points."""
    limit = location.schema["maxLength"]
    if isinstance(location.value, str) and len(location.value) > limit:
        subject = f"{name_of(location)} has {count(len(location.value), 'character')}"
        yield error(
            "MC106", f"{subject}; there may be at most {limit}", hint=_description(location), pointer=location.pointer
        )


def const(location: Location) -> Iterator[Problem]:
    """Yield the problem of a value that is not the only valid one."""
    allowed = location.schema["const"]
    if type(location.value) is type(allowed) and location.value == allowed:
        return
    if isinstance(allowed, str):
        expected = quote(allowed)
        hint = did_you_mean(location.value, [allowed]) if isinstance(location.value, str) else ""
    else:
        expected, hint = str(allowed).lower() if isinstance(allowed, bool) else str(allowed), ""
    yield error(
        "MC111", f"{name_of(location)} must be {expected}", hint=hint or f"Write {expected}.", pointer=location.pointer
    )


def _description(location: Location) -> str:
    return first_sentence(location.schema.get("description", "") or location.description)
