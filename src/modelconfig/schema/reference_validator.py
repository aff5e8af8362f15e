"""jsonschema, the reference: it defines what is valid, and finds the failures of a value one by one.

Its messages quote values: never print them. Keywords are replaced where jsonschema's differ from ECMAScript, depend on
the order of a set, or take quadratic time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import create

from modelconfig.schema.failures import Failure, Locator
from modelconfig.schema.patterns import compiled
from modelconfig.schema.uniqueness import repeated_items

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def reference(schema: Mapping[str, Any], is_valid_at: Callable[[str, Any], bool] | None = None) -> Validator:
    """Return a jsonschema validator of the schema.

    `is_valid_at` may return quickly whether a value is valid against the definition that a `$ref` names: parts that are
    are not looked into.
    """
    create_class: Any = create  # its stub is wrong about `id_of` and `applicable_validators`
    validator: Validator = create_class(
        meta_schema=Draft202012Validator.META_SCHEMA,
        validators={
            **Draft202012Validator.VALIDATORS,
            "$ref": _ref(is_valid_at),
            "additionalProperties": _additional_properties,
            "pattern": _pattern,
            "uniqueItems": _unique_items,
        },
        type_checker=Draft202012Validator.TYPE_CHECKER,
        id_of=Draft202012Validator.ID_OF,
        applicable_validators=lambda part: sorted(part.items(), key=lambda item: item[0] != "type"),
    )(schema)
    return validator


def reference_failures(validator: Validator, value: Any) -> Iterator[Failure]:
    """Yield the failures of a value, in order, each as soon as it is found."""
    locator = Locator(validator.schema, value)  # type: ignore[arg-type]  # never true or false here
    for error in validator.iter_errors(value):
        yield _located(error, locator)


def _located(error: ValidationError, locator: Locator) -> Failure:
    branches = [
        [_located(part, locator) for part in parts]
        for _, parts in groupby(error.context or (), key=lambda part: part.schema_path[0])
    ]
    return locator.failure(error.absolute_schema_path, error.absolute_path, branches)


def _ref(is_valid_at: Callable[[str, Any], bool] | None) -> Callable[..., Iterator[ValidationError]]:
    follow = Draft202012Validator.VALIDATORS["$ref"]

    def ref(validator: Any, target: str, value: Any, schema: Any) -> Iterator[ValidationError]:
        if is_valid_at is None or not is_valid_at(target, value):
            for error in follow(validator, target, value, schema):
                error.schema_path.appendleft("$ref")
                yield error

    return ref


def _additional_properties(validator: Any, additional: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    names = [name for name in value if name not in schema.get("properties", ())] if isinstance(value, dict) else []
    if additional is False and names:
        yield ValidationError("has unknown properties")
    for name in names if isinstance(additional, dict) else ():
        yield from validator.descend(value[name], additional, path=name)


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not compiled(pattern).search(value):
        yield ValidationError("does not match the pattern")


def _unique_items(_validator: Any, unique: Any, value: Any, _schema: Any) -> Iterator[ValidationError]:
    if unique and isinstance(value, list) and any(repeated_items(value)):
        yield ValidationError("has items that are equal")
