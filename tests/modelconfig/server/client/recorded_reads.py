"""JSON values that record which of their properties are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class RecordedObject(Mapping[str, Any]):
    """A JSON object that adds the path of each property that is read to `paths`, such as `models[].status`."""

    def __init__(self, value: Mapping[str, Any], path: str, paths: set[str]) -> None:
        self._value, self._path, self._paths = value, path, paths

    def __getitem__(self, name: str) -> Any:
        path = f"{self._path}.{name}" if self._path else name
        self._paths.add(path)
        return recorded(self._value[name], self._paths, path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._value)

    def __len__(self) -> int:
        return len(self._value)


def recorded(value: Any, paths: set[str], path: str = "") -> Any:
    """Return a JSON value whose objects record what is read of them in `paths`."""
    if isinstance(value, dict):
        return RecordedObject(value, path, paths)
    if isinstance(value, list):
        return [recorded(item, paths, f"{path}[]") for item in value]
    return value
