"""The keywords for strings: how long, of which form, and which exactly."""

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


def pattern(spot: Location) -> Iterator[Problem]:
    """Yield that a string is not of the form that its type has."""
    if not isinstance(spot.value, str) or compiled(spot.schema["pattern"]).search(spot.value):
        return
    if not spot.value and spot.schema.get("minLength", 0) > 0:
        # The length rule says it better.
        return
    what = "this text" if spot.secret else shown_value(spot, "this text")
    hint = spot.schema.get("description", "") or spot.meaning or f"It must match {spot.schema['pattern']}"
    yield error("MC105", f"{what} is not written as {name_of(spot)} must be", hint=hint, pointer=spot.pointer)


def too_short(spot: Location) -> Iterator[Problem]:
    """Yield that a string has too few code points."""
    least = spot.schema["minLength"]
    if isinstance(spot.value, str) and len(spot.value) < least:
        number = len(spot.value)
        has = f"{name_of(spot)} has {count(number, 'character')}" if number else f"{name_of(spot)} is empty"
        yield error("MC106", f"{has}; there must be at least {least}", hint=_meaning(spot), pointer=spot.pointer)


def too_long(spot: Location) -> Iterator[Problem]:
    """Yield that a string has too many code points."""
    most = spot.schema["maxLength"]
    if isinstance(spot.value, str) and len(spot.value) > most:
        has = f"{name_of(spot)} has {count(len(spot.value), 'character')}"
        yield error("MC106", f"{has}; there may be at most {most}", hint=_meaning(spot), pointer=spot.pointer)


def const(spot: Location) -> Iterator[Problem]:
    """Yield that the value is another than the only one allowed."""
    wanted = spot.schema["const"]
    if type(spot.value) is type(wanted) and spot.value == wanted:
        return
    if isinstance(wanted, str):
        must = quote(wanted)
        hint = did_you_mean(spot.value, [wanted]) if isinstance(spot.value, str) else ""
    else:
        must, hint = str(wanted).lower() if isinstance(wanted, bool) else str(wanted), ""
    yield error("MC111", f"{name_of(spot)} must be {must}", hint=hint or f"Write {must}.", pointer=spot.pointer)


def _meaning(spot: Location) -> str:
    return first_sentence(spot.schema.get("description", "") or spot.meaning)
