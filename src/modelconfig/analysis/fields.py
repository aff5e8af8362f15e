"""The fields of one item of a document, one by one, and their values as people may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.jsontext.pointers import of
from modelconfig.merge.layers import ABSENT
from modelconfig.views.server_view import hide_secrets, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Path = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A field that has no fields of its own: a scalar, an array of scalars, something empty; or one that is gone."""

    path: Path
    value: Any

    @property
    def name(self) -> str:
        """The names on the way, with dots between."""
        return ".".join(map(str, self.path))

    @property
    def pointer(self) -> str:
        """The JSON Pointer from the item."""
        return of(self.path)


def fields(item: Mapping[str, Any], earlier: Iterable[Mapping[str, Any]] = ()) -> Iterator[Leaf]:
    """Yield the fields of an item in their order, then, with the value ABSENT, those that it only had earlier."""
    yield from _leaves((), item)
    gone = (leaf for before in earlier for leaf in _gone((), item, before))
    yield from dict.fromkeys(gone)


def shown(path: Path, value: Any) -> Any:
    """Return the value at a path of a model configuration with its credentials hidden; ABSENT stays.

    Items of arrays count as the first: it does not matter which one it is.
    """
    if value is ABSENT:
        return ABSENT
    wrapped = value
    # What is hidden depends on the place: the schema is asked about a document that has nothing else in it.
    for step in reversed(path):
        wrapped = [wrapped] if isinstance(step, int) else {step: wrapped}
    wrapped = hide_secrets(wrapped, plan_of("model.consumer"))
    for step in path:
        wrapped = wrapped[0 if isinstance(step, int) else step]
    return wrapped


def _leaves(path: Path, value: Any) -> Iterator[Leaf]:
    if isinstance(value, dict) and value:
        for name, item in value.items():
            yield from _leaves((*path, name), item)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for index, item in enumerate(value):
            yield from _leaves((*path, index), item)
    else:
        yield Leaf(path, value)


def _gone(path: Path, after: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[Leaf]:
    for name, old in before.items():
        if name not in after:
            yield Leaf((*path, name), ABSENT)
        elif isinstance(old, dict) and isinstance(after[name], dict):
            yield from _gone((*path, name), after[name], old)
