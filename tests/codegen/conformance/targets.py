"""All Python readers of documents: three validators of each profile, and the generated codec."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

import modelconfig_types
from modelconfig.jsontext import pointers
from modelconfig.schema.reference_validator import reference
from modelconfig.schema.validator import Checker
from modelconfig_types import ShapeError
from tests.codegen.conformance.kit import INDEX, applied, schema
from tests.helpers.strategies import equal_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.codegen.conformance.kit import Trial

ROOTS = {
    name: getattr(modelconfig_types, schema(name, "consumer")["$ref"].rpartition("/")[2]) for name in INDEX["schemas"]
}
"""The generated type of each kind of document."""


@cache
def reference_validator(name: str, profile: str) -> Any:
    """Return the reference validator of a profile."""
    return reference(schema(name, profile))


def _jsonschema(name: str, profile: str) -> Callable[[Any], bool]:
    is_valid: Callable[[Any], bool] = reference_validator(name, profile).is_valid
    return is_valid


@cache
def _jsonschema_rs(name: str, profile: str) -> Callable[[Any], bool]:
    return jsonschema_rs.Draft202012Validator(schema(name, profile)).is_valid


@cache
def checker(name: str, profile: str) -> Checker:
    """Return this project's checker of a profile."""
    return Checker(schema(name, profile))


def _checker(name: str, profile: str) -> Callable[[Any], bool]:
    return checker(name, profile).is_valid


VALIDATORS: dict[str, Callable[[str, str], Callable[[Any], bool]]] = {
    "jsonschema": _jsonschema,
    "jsonschema-rs": _jsonschema_rs,
    "our checker": _checker,
}


def disagreements(trial: Trial) -> list[str]:
    """Return a description of each validator's result that differs from the expected one."""
    return [
        f"{trial.name}: {label} as {profile} says {'valid' if not expected else 'invalid'}"
        for profile, expected in trial.valid.items()
        for label, validator in VALIDATORS.items()
        if validator(trial.schema, profile)(trial.document) is not expected
    ]


@dataclass(frozen=True, slots=True)
class CodecResult:
    """The result of a codec for a document: its output, or the pointer of the rejected value."""

    written: Any = None
    rejected_at: str | None = None


def codec_faults(trial: Trial, outcome: CodecResult) -> list[str]:
    """Return a description of each error in the result of a codec with the consumer profile."""
    refuses = trial.kind == "shape" and not trial.valid["consumer"]
    if refuses:
        if outcome.rejected_at is None:
            return [f"{trial.name}: accepted"]
        return [] if outcome.rejected_at == trial.pointer else [f"{trial.name}: rejected at {outcome.rejected_at}"]
    if outcome.rejected_at is not None:
        return [f"{trial.name}: rejected at {outcome.rejected_at or 'the root'}"]
    same = equal_json(without_nulls(trial, outcome.written), without_nulls(trial, with_empty_arrays(trial)))
    return [] if same else [f"{trial.name}: changed"]


def python_codec(trial: Trial) -> CodecResult:
    """Return the result of the generated Python types for a document."""
    try:
        return CodecResult(written=ROOTS[trial.schema].from_json(trial.document).to_json())
    except ShapeError as fault:
        return CodecResult(rejected_at=fault.pointer)


def with_empty_arrays(trial: Trial) -> Any:
    """Return a document with an empty array in place of each null that means one."""
    patch = [{"op": "replace", "path": pointer, "value": []} for pointer in trial.empty]
    return applied(patch, trial.document)


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
