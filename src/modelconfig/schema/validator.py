"""Validate instances: jsonschema-rs decides, the walk reports problems."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import error
from modelconfig.schema.embedded import embedded

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jsonschema_rs

    from modelconfig.diagnostics.problem import Problem


class Checker:
    """A schema, compiled once, to validate any number of values.

    The schema is JSON Schema 2020-12 with references into its own `$defs` only, as the bundled schemas are.
    """

    def __init__(self, schema: Mapping[str, Any]) -> None:
        import jsonschema_rs

        from modelconfig.schema.patterns import with_portable_patterns

        self._schema = with_portable_patterns(dict(schema))
        self._options: dict[str, Any] = {
            # The engine without backtracking: linear time whatever the pattern and the text.
            "pattern_options": jsonschema_rs.RegexOptions(),
            "validate_formats": False,
            "offline": True,
        }
        self._root = jsonschema_rs.Draft202012Validator(self._schema, **self._options)
        self._part_validators: jsonschema_rs.ValidatorMap | None = None

    def is_valid(self, value: Any) -> bool:
        """Return whether the value is valid. Values are as `parse_json` returns them."""
        return self._root.is_valid(value)

    def problems(self, value: Any, limit: int | None = None) -> list[Problem]:
        """Return the problems of a value, at most `limit`, in the order of the schema's and the value's properties.

        Raises UnsupportedSchema where the schema has a keyword that the walk does not know.
        """
        if self.is_valid(value):
            return []
        from modelconfig.schema.instance_walk import Walk
        from modelconfig.schema.keywords import APPLICATORS, ASSERTIONS

        problems = list(islice(Walk(self._schema, self._is_valid_at, APPLICATORS, ASSERTIONS).problems(value), limit))
        return problems or self._reference_problems(value)

    def _is_valid_at(self, pointer: str, value: Any) -> bool:
        """Return whether a value is valid against the part of the schema at a URI fragment such as `#/$defs/Model`."""
        if self._part_validators is None:
            import jsonschema_rs

            self._part_validators = jsonschema_rs.validator_map_for(self._schema, **self._options)
        validator = self._part_validators.get(pointer)
        return validator is not None and validator.is_valid(value)

    def _reference_problems(self, value: Any) -> list[Problem]:
        """Return the problems that the reference finds, for an invalid value where the walk found none."""
        from modelconfig.jsontext import pointers
        from modelconfig.schema.reference_validator import reference

        return [
            error(
                "MC101",
                f"this does not fit the schema's `{reference_error.validator}`",
                pointer=pointers.of(reference_error.path),
            )
            for reference_error in reference(self._schema).iter_errors(value)
        ]


@cache
def embedded_validator(name: str) -> Checker:
    """Return the validator of an embedded schema by its name; it is compiled once. Raises DataMissing."""
    return Checker(embedded(name))


def validate(value: Any, schema: Mapping[str, Any]) -> list[Problem]:
    """Return the problems of a value under a schema; see Checker."""
    return Checker(schema).problems(value)
