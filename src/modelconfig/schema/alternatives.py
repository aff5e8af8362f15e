"""`oneOf` and `anyOf`: enumerations, unions told apart by `type`, what may be null, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import listing
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.schema.value_phrases import kind_of, name_of, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.instance_walk import Location, Walk

TAG = "type"
"""The member that tells the variants of a union apart."""


def one_of(walk: Walk, spot: Location) -> Iterator[Problem]:
    """Yield what is wrong where exactly one of several schemas must fit."""
    branches = spot.schema["oneOf"]
    if all("const" in branch for branch in branches):
        yield from _enumeration(spot, [branch["const"] for branch in branches])
        return
    tagged = _by_tag(walk, branches)
    if tagged is not None:
        yield from _union(walk, spot, tagged)
        return
    found = [list(walk.at(spot.again(branch))) for branch in branches]
    fitting = sum(not problems for problems in found)
    if fitting > 1:
        yield error("MC101", f"{name_of(spot)} fits more than one of its forms", pointer=spot.pointer)
    elif not fitting:
        yield from _nearest_form(walk, spot, branches, found)


def any_of(walk: Walk, spot: Location) -> Iterator[Problem]:
    """Yield what is wrong where at least one of several schemas must fit."""
    branches = spot.schema["anyOf"]
    found = [list(walk.at(spot.again(branch))) for branch in branches]
    if all(found):
        yield from _nearest_form(walk, spot, branches, found)


def _enumeration(spot: Location, values: list[Any]) -> Iterator[Problem]:
    if any(type(spot.value) is type(value) and spot.value == value for value in values):
        return
    names = [value for value in values if isinstance(value, str)]
    # The nearest name is public even where the value is not.
    near = did_you_mean(spot.value, names) if isinstance(spot.value, str) else ""
    hint = f"{near} Listed are {listing(names)}.".strip()
    message = f"{shown_value(spot, 'this value')} is not a listed value of {name_of(spot)}"
    yield error("MC104", message, hint=hint, pointer=spot.pointer)


def _by_tag(walk: Walk, branches: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]] | None:
    """Return the branches by the constant of their tag, or None when they have no such thing in common."""
    tagged: dict[str, Mapping[str, Any]] = {}
    for branch in branches:
        member = walk.resolved(branch).get("properties", {}).get(TAG, {})
        value = walk.resolved(member).get("const") if isinstance(member, dict) else None
        if not isinstance(value, str) or value in tagged:
            return None
        tagged[value] = branch
    return tagged


def _union(walk: Walk, spot: Location, tagged: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    if not isinstance(spot.value, dict):
        message = f"{name_of(spot)} must be an object, not {kind_of(spot.value)}"
        yield error("MC101", message, hint=f'Its member "{TAG}" is one of {listing(tagged)}.', pointer=spot.pointer)
        return
    if TAG not in spot.value:
        hint = f"It says which kind this is: {listing(tagged)}."
        yield error("MC102", f'{name_of(spot)} lacks the member "{TAG}"', hint=hint, pointer=spot.pointer)
        return
    tag = spot.value[TAG]
    if isinstance(tag, str) and tag in tagged:
        yield from walk.at(spot.again(tagged[tag]))
        return
    here = spot.below(TAG, tag, {})
    near = did_you_mean(tag, tagged) if isinstance(tag, str) else ""
    message = f'{shown_value(here, "this value")} is not a known "{TAG}" of {name_of(spot)}'
    yield error("MC110", message, hint=f"{near} Known are {listing(tagged)}.".strip(), pointer=here.pointer)


def _nearest_form(
    walk: Walk, spot: Location, branches: list[Mapping[str, Any]], found: list[list[Problem]]
) -> Iterator[Problem]:
    """Yield what is wrong under the form that the value comes nearest to: of its type, with the fewest problems."""
    forms = [
        problems
        for branch, problems in zip(branches, found, strict=True)
        if walk.resolved(branch).get("type") != "null"
    ]
    yield from min(forms or found, key=lambda problems: (_is_other_type(spot, problems), len(problems)))


def _is_other_type(spot: Location, problems: list[Problem]) -> bool:
    return any(one.code == "MC101" and one.pointer == spot.pointer for one in problems)
