"""The problems of `oneOf` and `anyOf`: enumerations, tagged unions, null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import listing
from modelconfig.diagnostics.problem import error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.jsontext import pointers
from modelconfig.schema.properties import resolved
from modelconfig.schema.value_phrases import kind_of, name_of, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.failures import Failure

TAG = "type"
"""The property that distinguishes the variants of a union."""


def one_of(failure: Failure, branches: Sequence[Iterator[Problem]]) -> Iterator[Problem]:
    """Yield the problems of a value that must be valid against exactly one of several schemas.

    `branches` are the problems under each of them; without any, the value is valid against more than one.
    """
    name = name_of(failure.path)
    tags = _tags(failure)
    if not branches:
        yield error("MC101", f"{name} fits more than one of its forms", pointer=failure.pointer)
    elif all("const" in branch for branch in failure.limit):
        yield _unlisted(failure)
    elif not tags:
        yield from any_of(failure, branches)
    elif not isinstance(failure.value, dict):
        hint = f'Its member "{TAG}" is one of {listing(tags)}.'
        yield error(
            "MC101", f"{name} must be an object, not {kind_of(failure.value)}", hint=hint, pointer=failure.pointer
        )
    elif TAG not in failure.value:
        hint = f"It says which kind this is: {listing(tags)}."
        yield error("MC102", f'{name} lacks the member "{TAG}"', hint=hint, pointer=failure.pointer)
    elif failure.value[TAG] in tags:
        yield from branches[tags.index(failure.value[TAG])]
    else:
        yield _unknown_tag(failure, tags)


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


def _unlisted(failure: Failure) -> Problem:
    names = [branch["const"] for branch in failure.limit if isinstance(branch["const"], str)]
    # The nearest valid value is public even where the value itself is not.
    suggestion = did_you_mean(failure.value, names) if isinstance(failure.value, str) else ""
    subject = shown_value(failure.value, "this value", secret=failure.secret)
    message = f"{subject} is not a listed value of {name_of(failure.path)}"
    return error("MC104", message, hint=f"{suggestion} Listed are {listing(names)}.".strip(), pointer=failure.pointer)


def _unknown_tag(failure: Failure, tags: list[str]) -> Problem:
    tag = failure.value[TAG]
    suggestion = did_you_mean(tag, tags) if isinstance(tag, str) else ""
    subject = shown_value(tag, "this value", secret=failure.secret)
    message = f'{subject} is not a known "{TAG}" of {name_of(failure.path)}'
    hint = f"{suggestion} Known are {listing(tags)}.".strip()
    return error("MC110", message, hint=hint, pointer=pointers.join(failure.pointer, TAG))


def _is_other_type(failure: Failure, problems: list[Problem]) -> bool:
    return any(problem.code == "MC101" and problem.pointer == failure.pointer for problem in problems)
