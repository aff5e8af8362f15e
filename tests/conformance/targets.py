"""Everything in Python that reads documents: three validators of each reading, and the generated codec."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

import modelconfig_types
from modelconfig import pointers
from modelconfig.validation import Checker
from modelconfig.validation.reference import reference
from modelconfig_types import ShapeError
from tests.conformance.kit import INDEX, schema
from tests.strategies import equal_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.kit import Trial

ROOTS = {
    name: getattr(modelconfig_types, schema(name, "consumer")["$ref"].rpartition("/")[2]) for name in INDEX["schemas"]
}
"""The generated type of each kind of document."""


@cache
def yardstick(name: str, reading: str) -> Any:
    """Return the reference validator of a reading."""
    return reference(schema(name, reading))


def _jsonschema(name: str, reading: str) -> Callable[[Any], bool]:
    is_valid: Callable[[Any], bool] = yardstick(name, reading).is_valid
    return is_valid


@cache
def _jsonschema_rs(name: str, reading: str) -> Callable[[Any], bool]:
    return jsonschema_rs.Draft202012Validator(schema(name, reading)).is_valid


@cache
def checker(name: str, reading: str) -> Checker:
    """Return our own checker of a reading."""
    return Checker(schema(name, reading))


def _checker(name: str, reading: str) -> Callable[[Any], bool]:
    return checker(name, reading).is_valid


VALIDATORS: dict[str, Callable[[str, str], Callable[[Any], bool]]] = {
    "jsonschema": _jsonschema,
    "jsonschema-rs": _jsonschema_rs,
    "our checker": _checker,
}


def disagreements(trial: Trial) -> list[str]:
    """Return which validator says anything but what is expected, in words."""
    return [
        f"{trial.name}: {label} as {reading} says {'valid' if not expected else 'invalid'}"
        for reading, expected in trial.valid.items()
        for label, validator in VALIDATORS.items()
        if validator(trial.schema, reading)(trial.document) is not expected
    ]


def codec_faults(trial: Trial) -> list[str]:
    """Return what is wrong with how the generated codec treats a document, in words."""
    refuses = trial.kind == "shape" and not trial.valid["consumer"]
    try:
        written = ROOTS[trial.schema].from_json(trial.document).to_json()
    except ShapeError as refused:
        if not refuses:
            return [f"{trial.name}: refused: {refused}"]
        return (
            [] if refused.pointer == trial.pointer else [f"{trial.name}: the fault is said to be at {refused.pointer}"]
        )
    if refuses:
        return [f"{trial.name}: accepted"]
    return [] if equal_json(written, trial.document) or _only_lacks_null(trial, written) else [f"{trial.name}: changed"]


def _only_lacks_null(trial: Trial, written: Any) -> bool:
    return equal_json(without_nulls(trial, written), without_nulls(trial, trial.document))


def without_nulls(trial: Trial, document: Any) -> Any:
    """Return a document without the nulls that mean absent."""
    for pointer in trial.absent:
        document = _without_null(document, pointers.split(pointer))
    return document


def _without_null(value: Any, tokens: list[str]) -> Any:
    first, rest = tokens[0], tokens[1:]
    if isinstance(value, list):
        return [_without_null(item, rest) if str(index) == first else item for index, item in enumerate(value)]
    if rest:
        return {name: _without_null(member, rest) if name == first else member for name, member in value.items()}
    return {name: member for name, member in value.items() if name != first or member is not None}
