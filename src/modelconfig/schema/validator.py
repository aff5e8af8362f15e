"""The quick answer for what is valid, and the walk for what is not."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jsonschema_rs

    from modelconfig.diagnostics.problem import Problem


class Checker:
    """A schema, compiled once, to check any number of values against.

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
        self._parts: jsonschema_rs.ValidatorMap | None = None

    def is_valid(self, value: Any) -> bool:
        """Tell whether the value fits. Values are as `parse_json` returns them."""
        return self._root.is_valid(value)

    def problems(self, value: Any, most: int | None = None) -> list[Problem]:
        """Return everything that does not fit, or as many of it, in the order of the schema's and the value's members.

        Raises UnsupportedSchema where the schema says something that cannot be checked in words.
        """
        if self.is_valid(value):
            return []
        from modelconfig.schema.instance_walk import Walk
        from modelconfig.schema.keywords import PARTS, RULES

        found = list(islice(Walk(self._schema, self._fits, PARTS, RULES).problems(value), most))
        return found or self._reference_problems(value)

    def _fits(self, pointer: str, value: Any) -> bool:
        """Tell whether a value fits the part of the schema at a URI fragment such as `#/$defs/Model`."""
        if self._parts is None:
            import jsonschema_rs

            self._parts = jsonschema_rs.validator_map_for(self._schema, **self._options)
        part = self._parts.get(pointer)
        return part is not None and part.is_valid(value)

    def _reference_problems(self, value: Any) -> list[Problem]:
        """Return what the reference finds where the walk found nothing: no invalid value may pass in silence."""
        from modelconfig.jsontext import pointers
        from modelconfig.schema.reference_validator import reference

        return [
            error("MC101", f"this does not fit the schema's `{found.validator}`", pointer=pointers.of(found.path))
            for found in reference(self._schema).iter_errors(value)
        ]


def validate(value: Any, schema: Mapping[str, Any]) -> list[Problem]:
    """Return everything of the value that does not fit the schema; see Checker."""
    return Checker(schema).problems(value)
