"""jsonschema-rs: fast, and finds all failures of a value at once."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

import jsonschema_rs

from modelconfig.schema.failures import Failure, Locator


class RustValidator:
    """A schema with portable patterns, compiled by jsonschema-rs.

    `is_valid` and `failures` raise ValueError for a value that jsonschema-rs cannot read: with half of a surrogate pair
    in a string, or nested too deep. So does `failures` where a property on the way to the failure has an empty name,
    which jsonschema-rs leaves out of its paths, or a number as its name, which becomes an array index.
    """

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = dict(schema)
        self._options: dict[str, Any] = {
            # The engine without backtracking: linear time whatever the pattern and the text.
            "pattern_options": jsonschema_rs.RegexOptions(),
            "validate_formats": False,
            "offline": True,
        }
        self._root = jsonschema_rs.Draft202012Validator(self._schema, **self._options)
        self._parts: jsonschema_rs.ValidatorMap | None = None

    def is_valid(self, value: Any) -> bool:
        """Return whether a value is valid."""
        return self._root.is_valid(value)

    def is_valid_at(self, reference: str, value: Any) -> bool:
        """Return whether a value is known to be valid against the definition that a `$ref` names. Never raises."""
        if self._parts is None:
            self._parts = jsonschema_rs.validator_map_for(self._schema, **self._options)
        validator = self._parts.get(reference)
        try:
            return validator is not None and validator.is_valid(value)
        except ValueError:
            return False

    def failures(self, value: Any) -> list[Failure]:
        """Return the failures of a value, all at once, in order."""
        return _located(self._root.iter_errors(value), Locator(self._schema, value))


def _located(errors: Iterable[jsonschema_rs.ValidationError], locator: Locator) -> list[Failure]:
    failures = []
    for error in errors:
        branches = [_located(branch, locator) for branch in getattr(error.kind, "context", ())]
        # A branch without failures is one of several that match; jsonschema reports none of the others then.
        branches = branches if all(branches) else []
        failures.append(locator.failure(error.evaluation_path, error.instance_path, branches))
    return sorted(failures, key=attrgetter("order"))
