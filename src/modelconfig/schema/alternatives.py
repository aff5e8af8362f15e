"""The problems of `oneOf` and `anyOf`: enumerations, tagged unions, null."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import choice, listing, quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers
from modelconfig.schema.properties import resolved
from modelconfig.schema.value_phrases import kind_of, name_of, shown_value

if TYPE_CHECKING:
    from modelconfig.schema.failures import Failure

TAG = "type"
"""The property that distinguishes the variants of a union."""


def one_of(failure: Failure, branches: Sequence[Iterator[Problem]]) -> Iterator[Problem]:
    """Yield the problems of a value that must be valid against exactly one of several schemas.

    `branches` are the problems under each of them; without any, the value is valid against more than one.
    """
    name, value, pointer = name_of(failure.path), failure.value, failure.pointer
    tags = _tags(failure)
    if not branches:
        yield error("MC101", f"{name} matches more than one of the allowed alternatives", pointer=pointer)
    elif all("const" in branch for branch in failure.limit):
        names = [branch["const"] for branch in failure.limit if isinstance(branch["const"], str)]
        yield _unlisted("MC104", failure, value, f"value for {name}", names, pointer)
    elif not tags:
        yield from any_of(failure, branches)
    elif not isinstance(value, dict):
        hint = f'Set its property "{TAG}" to {choice(tags)}.'
        yield error("MC101", f"{name} must be an object, not {kind_of(value)}", hint=hint, pointer=pointer)
    elif TAG not in value:
        message = f'{name} is missing the required property "{TAG}"'
        yield error("MC102", message, hint=f"Set it to {choice(tags)}.", pointer=pointer)
    elif value[TAG] in tags:
        yield from branches[tags.index(value[TAG])]
    else:
        yield _unlisted("MC110", failure, value[TAG], f'"{TAG}" for {name}', tags, pointers.join(pointer, TAG))


def any_of(failure: Failure, branches: Sequence[Iterator[Problem]]) -> Iterator[Problem]:
    """Yield the problems of the nearest alternative: of the value's type, with the fewest problems."""
    definitions = failure.root.get("$defs", {})
    alternatives = [
        (resolved(schema, definitions).get("type") == "null", list(problems))
        for schema, problems in zip(failure.limit, branches, strict=True)
    ]
    _, nearest = min(alternatives, key=lambda pair: (pair[0], _is_other_type(failure, pair[1]), len(pair[1])))
    yield from nearest


def _tags(failure: Failure) -> list[str]:
    """Return the constant of each branch's tag, or nothing if not every branch has its own."""
    definitions = failure.root.get("$defs", {})
    tag_schemas = [resolved(branch, definitions).get("properties", {}).get(TAG, {}) for branch in failure.limit]
    tags = [resolved(schema, definitions).get("const") for schema in tag_schemas]
    names = [tag for tag in tags if isinstance(tag, str)]
    return names if len(set(names)) == len(tags) else []


def _unlisted(code: str, failure: Failure, value: Any, noun: str, names: list[str], pointer: str) -> Problem:
    shown = shown_value(value, "", secret=failure.secret)
    message = f"{shown} is not a valid {noun}" if shown else f"invalid {noun}"
    if len(names) == 1:
        return error(code, message, hint=f"Write {quote(names[0])}.", pointer=pointer)
    # The nearest valid value is public even where the value itself is not.
    suggestion = did_you_mean(value, names) if isinstance(value, str) else ""
    return error(code, message, hint=f"{suggestion} Valid values: {listing(names)}.".strip(), pointer=pointer)


def _is_other_type(failure: Failure, problems: list[Problem]) -> bool:
    return any(problem.code == "MC101" and problem.pointer == failure.pointer for problem in problems)
