"""Whether a JSON value fits a schema of our dialect, and everything that does not.

`Checker(schema).problems(value)`, or `validate(value, schema)` for a single value. The schema is an argument; this
package knows none. jsonschema-rs says yes or no, our own walk over the failing parts says what is wrong in words, and
`reference` is the yardstick that the tests hold both to.
"""

from __future__ import annotations

from modelconfig.validation.checker import Checker, validate

__all__ = ["Checker", "validate"]
