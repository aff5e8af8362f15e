"""Compare two recordings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "text"
"""Digests of all that a command printed; they differ as soon as a message is worded differently."""
_LONGEST = 400


def differences(old: Any, new: Any, *, texts: bool = False) -> Iterator[str]:
    """Return a line for each difference between two recordings; `texts` also compares the wording of messages."""
    yield from _differences(old, new, (), () if texts else (TEXT,))


def _differences(old: Any, new: Any, path: tuple[str, ...], ignored: tuple[str, ...]) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted({*old, *new} - set(ignored)):
            where = (*path, name)
            if name not in new:
                yield f"{_shown(where)}: missing in the new recording; was {_value(old[name])}"
            elif name not in old:
                yield f"{_shown(where)}: missing in the old recording; is {_value(new[name])}"
            else:
                yield from _differences(old[name], new[name], where, ignored)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_differences(old, new, path)
    elif old != new or type(old) is not type(new):
        yield f"{_shown(path)}: was {_value(old)}, is {_value(new)}"


def _list_differences(old: list[Any], new: list[Any], path: tuple[str, ...]) -> Iterator[str]:
    if old == new:
        return
    missing, added = _without(old, new), _without(new, old)
    for item in missing:
        yield f"{_shown(path)}: missing {_value(item)}"
    for item in added:
        yield f"{_shown(path)}: added {_value(item)}"
    if not missing and not added:
        yield f"{_shown(path)}: the same items in a different order"


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    """Return the items that remain after each of the others is removed once."""
    left = list(others)
    found = []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _shown(path: tuple[str, ...]) -> str:
    return " > ".join(path)


def _value(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
