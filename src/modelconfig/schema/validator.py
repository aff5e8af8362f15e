"""Validate values: a library finds what is wrong, and each failed keyword becomes problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from modelconfig.schema.embedded import embedded

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.schema.failures import Failure
    from modelconfig.schema.rust_validator import RustValidator


class Checker:
    """A schema, compiled once, to validate any number of values.

    The schema is JSON Schema 2020-12 with references into its own `$defs` only, as the bundled schemas are.
    jsonschema-rs validates. jsonschema, the reference, does so where jsonschema-rs is not installed, for values that
    jsonschema-rs cannot read, and where the number of problems is limited, because it finds them one by one.
    """

    def __init__(self, schema: Mapping[str, Any]) -> None:
        from modelconfig.schema.patterns import with_portable_patterns

        self._schema = with_portable_patterns(dict(schema))
        self._rust: RustValidator | None = None
        with suppress(ImportError):
            from modelconfig.schema.rust_validator import RustValidator

            self._rust = RustValidator(self._schema)

    def is_valid(self, value: Any) -> bool:
        """Return whether the value is valid. Values are as `parse_json` returns them."""
        if self._rust is not None:
            with suppress(ValueError):
                return self._rust.is_valid(value)
        return self._reference.is_valid(value)

    def problems(self, value: Any, limit: int | None = None) -> list[Problem]:
        """Return the problems of a value, at most `limit`, in the order of the schema's and the value's properties.

        With `limit`, the search stops there: finding all problems of a large document may take minutes and gigabytes.
        """
        failures = self._failures(value, limit)
        if not failures:
            return []
        from modelconfig.schema.keyword_problems import problems_of

        return list(islice(problems_of(failures), limit))

    def _failures(self, value: Any, limit: int | None) -> Iterable[Failure]:
        if self._rust is not None:
            with suppress(ValueError):
                if limit is None:
                    return self._rust.failures(value)
                if self._rust.is_valid(value):
                    return ()
        from modelconfig.schema.reference_validator import reference_failures

        return reference_failures(self._reference, value)

    @cached_property
    def _reference(self) -> Validator:
        from modelconfig.schema.reference_validator import reference

        return reference(self._schema, self._rust.is_valid_at if self._rust is not None else None)


@cache
def embedded_validator(name: str) -> Checker:
    """Return the validator of an embedded schema by its name; it is compiled once. Raises DataMissing."""
    return Checker(embedded(name))


def validate(value: Any, schema: Mapping[str, Any]) -> list[Problem]:
    """Return the problems of a value under a schema; see Checker."""
    return Checker(schema).problems(value)
