"""Equality of JSON values, as `uniqueItems` means it."""

from collections.abc import Iterator
from typing import Any


def repeated_items(items: list[Any]) -> Iterator[tuple[int, int]]:
    """Yield the index of each item that equals an earlier one, and the index of the first that it equals."""
    first_indexes: dict[Any, int] = {}
    for index, value in enumerate(items):
        first = first_indexes.setdefault(_comparison_key(value), index)
        if first != index:
            yield index, first


def _comparison_key(value: Any) -> Any:
    """Return a hashable value that is equal for equal JSON values only: 1 equals 1.0, and true does not equal 1."""
    if isinstance(value, list):
        return "array", tuple(_comparison_key(part) for part in value)
    if isinstance(value, dict):
        return "object", frozenset((name, _comparison_key(part)) for name, part in value.items())
    return isinstance(value, bool), value
