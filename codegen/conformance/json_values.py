"""JSON values: equality, parts, and RFC 6902 patches of at most one operation."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from modelconfig.jsontext import pointers


def patch(old: Any, new: Any, pointer: str = "") -> list[dict[str, Any]]:
    """Return the deepest single operation that turns `old` into `new`; none where they are equal."""
    if same(old, new):
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        names = [
            name for name in {**old, **new} if name not in old or name not in new or not same(old[name], new[name])
        ]
        if len(names) == 1:
            (name,) = names
            child_pointer = pointers.join(pointer, name)
            if name not in new:
                return [{"op": "remove", "path": child_pointer}]
            if name not in old:
                return [{"op": "add", "path": child_pointer, "value": new[name]}]
            return patch(old[name], new[name], child_pointer)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        changed = [index for index, (before, after) in enumerate(zip(old, new, strict=True)) if not same(before, after)]
        if len(changed) == 1:
            return patch(old[changed[0]], new[changed[0]], pointers.join(pointer, changed[0]))
    return [{"op": "replace", "path": pointer, "value": new}]


def same(left: Any, right: Any) -> bool:
    """Return whether two JSON values are written the same: true is not 1, and 1 is not 1.0."""
    if left is right:
        return True
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return bool(left.keys() == right.keys()) and all(same(value, right[name]) for name, value in left.items())
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right)


def equality_key(value: Any) -> str:
    """Return a text that is the same for two values if `uniqueItems` treats them as equal: 1 and 1.0 are."""
    return json.dumps(_with_integers(value), sort_keys=True)


def _with_integers(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_integers(child) for name, child in value.items()}
    if isinstance(value, list):
        return [_with_integers(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def depth_of(value: Any) -> int:
    """Return how many levels of arrays and objects a value has."""
    return max((depth_of(part) for part in parts_of(value)), default=0) + isinstance(value, (dict, list))


def parts_of(value: Any) -> Iterable[Any]:
    """Return the values that an object or array has; none for another value."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def put(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """Return a copy of `value` with `new` at an existing location."""
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, list):
        return [put(item, rest, new) if index == first else item for index, item in enumerate(value)]
    return {name: put(child, rest, new) if name == first else child for name, child in value.items()}


def patched(document: Any, operations: Iterable[Mapping[str, Any]]) -> Any:
    """Return a copy of a document with the operations of `patch` applied; parts that do not change are shared."""
    for operation in operations:
        document = _changed(document, pointers.split(operation["path"]), operation)
    return document


def _changed(value: Any, tokens: list[str], operation: Mapping[str, Any]) -> Any:
    if not tokens:
        return operation["value"]
    name, rest = tokens[0], tokens[1:]
    if isinstance(value, list):
        return [_changed(item, rest, operation) if str(index) == name else item for index, item in enumerate(value)]
    if not rest and operation["op"] == "remove":
        return {other: child for other, child in value.items() if other != name}
    return {**value, name: _changed(value.get(name), rest, operation)}
