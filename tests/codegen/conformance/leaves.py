"""The causes of a validation error by the reference validator: locations and keywords, with alternatives resolved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jsonschema.exceptions import ValidationError

Leaf: TypeAlias = "tuple[str, str]"
"""The pointer of a fault and the keyword that it breaks; a member that is missing or unknown has its own place."""

NULL = {"type": "null"}


def leaves(errors: Iterable[ValidationError]) -> set[Leaf]:
    """Return the causes of errors."""
    found = {leaf for error in errors for leaf in _of(error)}
    # A value of a wrong type also violates `enum` and `const`, which adds nothing.
    mistyped = {place for place, keyword in found if keyword == "type"}
    return {(place, keyword) for place, keyword in found if place not in mistyped or keyword == "type"}


def _of(error: ValidationError) -> set[Leaf]:
    place = pointers.of(error.absolute_path)
    # The type stubs of jsonschema do not describe these JSON values.
    constraint: Any = error.validator_value
    schema: Any = error.schema
    names: Any = error.instance
    if error.validator == "required":
        return {(pointers.join(place, name), "required") for name in constraint if name not in names}
    if error.validator == "additionalProperties":
        known = schema.get("properties", {})
        return {(pointers.join(place, name), "additionalProperties") for name in names if name not in known}
    if error.validator in ("oneOf", "anyOf"):
        return _of_alternatives(place, error, constraint)
    return {(place, str(error.validator))}


def _of_alternatives(place: str, error: ValidationError, alternatives: list[Any]) -> set[Leaf]:
    branches: dict[int | str, list[ValidationError]] = defaultdict(list)
    for below in error.context or ():
        branches[below.relative_schema_path[0]].append(below)
    if "const" in alternatives[0]:
        return {(place, str(error.validator))}
    found = [leaves(inner) for branch, inner in branches.items() if alternatives[int(branch)] != NULL]
    if len(found) == 1:
        return found[0]
    of_tag = pointers.join(place, "type")
    meant = [inner for inner in found if not any(where == of_tag for where, _ in inner)]
    if len(meant) == 1:
        return meant[0]
    if all(inner == {(place, "type")} for inner in found):
        return {(place, "type")}
    # No variant's tag matches: of the errors of each variant, only that of the tag counts.
    return {leaf for inner in found for leaf in inner if leaf[0] == of_tag}
