"""jsonschema as the reference, with ECMAScript's meaning of patterns.

It defines what is valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.schema.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.protocols import Validator


def reference(schema: Mapping[str, Any]) -> Validator:
    """Return a jsonschema validator of the schema. Its messages quote values: never print them."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend

    def pattern(_validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not compiled(pattern).search(instance):
            yield ValidationError("does not match the pattern")

    validator: Validator = extend(Draft202012Validator, {"pattern": pattern})(schema)  # type: ignore[no-untyped-call]  # untyped there
    return validator
