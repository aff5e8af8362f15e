"""Problems of `oneOf` and `anyOf`: enumerations, tagged unions, null."""

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
"""The property that distinguishes the variants of a union."""


def one_of(walk: Walk, location: Location) -> Iterator[Problem]:
    """Yield the problems of a value that must be valid against exactly one of several schemas."""
    branches = location.schema["oneOf"]
    if all("const" in branch for branch in branches):
        yield from _enumeration(location, [branch["const"] for branch in branches])
        return
    tagged = _branches_by_tag(walk, branches)
    if tagged is not None:
        yield from _union(walk, location, tagged)
        return
    branch_problems = [list(walk.visit(location.with_schema(branch))) for branch in branches]
    valid_count = sum(not problems for problems in branch_problems)
    if valid_count > 1:
        yield error("MC101", f"{name_of(location)} fits more than one of its forms", pointer=location.pointer)
    elif not valid_count:
        yield from _nearest_alternative(walk, location, branches, branch_problems)


def any_of(walk: Walk, location: Location) -> Iterator[Problem]:
    """Yield the problems of a value that must be valid against at least one of several schemas."""
    branches = location.schema["anyOf"]
    branch_problems = [list(walk.visit(location.with_schema(branch))) for branch in branches]
    if all(branch_problems):
        yield from _nearest_alternative(walk, location, branches, branch_problems)


def _enumeration(location: Location, values: list[Any]) -> Iterator[Problem]:
    if any(type(location.value) is type(value) and location.value == value for value in values):
        return
    names = [value for value in values if isinstance(value, str)]
    # The nearest valid value is public even where the value itself is not.
    suggestion = did_you_mean(location.value, names) if isinstance(location.value, str) else ""
    hint = f"{suggestion} Listed are {listing(names)}.".strip()
    message = f"{shown_value(location, 'this value')} is not a listed value of {name_of(location)}"
    yield error("MC104", message, hint=hint, pointer=location.pointer)


def _branches_by_tag(walk: Walk, branches: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]] | None:
    """Return the branches by the constant of their tag, or None if not every branch has its own."""
    tagged: dict[str, Mapping[str, Any]] = {}
    for branch in branches:
        tag_schema = walk.resolved(branch).get("properties", {}).get(TAG, {})
        value = walk.resolved(tag_schema).get("const") if isinstance(tag_schema, dict) else None
        if not isinstance(value, str) or value in tagged:
            return None
        tagged[value] = branch
    return tagged


def _union(walk: Walk, location: Location, tagged: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    if not isinstance(location.value, dict):
        message = f"{name_of(location)} must be an object, not {kind_of(location.value)}"
        yield error("MC101", message, hint=f'Its member "{TAG}" is one of {listing(tagged)}.', pointer=location.pointer)
        return
    if TAG not in location.value:
        hint = f"It says which kind this is: {listing(tagged)}."
        yield error("MC102", f'{name_of(location)} lacks the member "{TAG}"', hint=hint, pointer=location.pointer)
        return
    tag = location.value[TAG]
    if isinstance(tag, str) and tag in tagged:
        yield from walk.visit(location.with_schema(tagged[tag]))
        return
    tag_location = location.child(TAG, tag, {})
    suggestion = did_you_mean(tag, tagged) if isinstance(tag, str) else ""
    message = f'{shown_value(tag_location, "this value")} is not a known "{TAG}" of {name_of(location)}'
    yield error(
        "MC110", message, hint=f"{suggestion} Known are {listing(tagged)}.".strip(), pointer=tag_location.pointer
    )


def _nearest_alternative(
    walk: Walk, location: Location, branches: list[Mapping[str, Any]], branch_problems: list[list[Problem]]
) -> Iterator[Problem]:
    """Yield the problems of the nearest alternative: of the value's type, with the fewest problems."""
    candidates = [
        problems
        for branch, problems in zip(branches, branch_problems, strict=True)
        if walk.resolved(branch).get("type") != "null"
    ]
    yield from min(
        candidates or branch_problems, key=lambda problems: (_is_other_type(location, problems), len(problems))
    )


def _is_other_type(location: Location, problems: list[Problem]) -> bool:
    return any(problem.code == "MC101" and problem.pointer == location.pointer for problem in problems)
