"""The fields of one item of a document, and their values as shown to a person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from modelconfig.merge.layers import ABSENT
from modelconfig.views.server_view import hide_secrets, plan_of

Path = tuple[str | int, ...]


def fields(item: Mapping[str, Any], earlier: Iterable[Mapping[str, Any]] = ()) -> Iterator[tuple[Path, Any]]:
    """Yield path and value of each field of an item in order, then, with the value ABSENT, those that it had earlier.

    A field has no nested fields: it is a scalar, an array of scalars or an empty value.
    """
    yield from _leaves((), item)
    removed = (leaf for previous in earlier for leaf in _removed((), item, previous))
    yield from dict.fromkeys(removed)


def shown(path: Path, value: Any) -> Any:
    """Return the value at a path of a model configuration with its credentials hidden; ABSENT stays.

    Array indexes in the path are ignored: all items of an array have the same schema.
    """
    if value is ABSENT:
        return ABSENT
    wrapped = value
    # The location decides what is hidden: build a document that contains only this value.
    for token in reversed(path):
        wrapped = [wrapped] if isinstance(token, int) else {token: wrapped}
    wrapped = hide_secrets(wrapped, plan_of("model.consumer"))
    for _ in path:
        # The only item of an array or object; the name of a property may be hidden.
        if isinstance(wrapped, (dict, list)):
            [wrapped] = wrapped.values() if isinstance(wrapped, dict) else wrapped
    return wrapped


def _leaves(path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict) and value:
        for name, item in value.items():
            yield from _leaves((*path, name), item)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for index, item in enumerate(value):
            yield from _leaves((*path, index), item)
    else:
        yield path, value


def _removed(path: Path, current: Mapping[str, Any], previous: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    for name, previous_value in previous.items():
        if name not in current:
            yield (*path, name), ABSENT
        elif isinstance(previous_value, dict) and isinstance(current[name], dict):
            yield from _removed((*path, name), current[name], previous_value)
