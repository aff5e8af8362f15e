"""The differences between two model configurations."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import hide, is_server_side
from modelconfig.diagnostics.phrases import printable, visible
from modelconfig.jsontext.writer import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LISTS = {"provider": ("providers", "id"), "model": ("models", "modelRef")}


class DiffKind(StrEnum):
    """What happened."""

    ADDED = "added"
    """It is only in the new document."""
    REMOVED = "removed"
    """It was only in the old document."""
    MOVED = "moved"
    """It stands at another place among those that both documents have."""
    CHANGED = "changed"
    """One of its members has another value."""


class ChangedItem(StrEnum):
    """What it happened to."""

    DOCUMENT = "document"
    """A member of the document itself, such as `revision`."""
    PROVIDER = "provider"
    """A provider."""
    MODEL = "model"
    """A model."""
    DEFAULT = "default"
    """A default model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """One difference.

    `name` is the provider's id, the model's reference, or which default; "" for the document itself. `field` is the
    dotted name of the member that differs, and `old` and `new` are its JSON values, None where it is absent. Of
    `capabilities`, a set, `old` holds what only the old document has and `new` what only the new one has. For what
    moved they are its places, counted from 1. Credentials and server-side configs are replaced by a mark.
    """

    kind: DiffKind
    subject: ChangedItem
    name: str = ""
    field: str = ""
    old: Any = None
    new: Any = None

    def to_json(self) -> dict[str, Any]:
        """Return the six members, always all of them."""
        return {
            "kind": self.kind.value,
            "subject": self.subject.value,
            "name": self.name,
            "field": self.field,
            "old": self.old,
            "new": self.new,
        }


def compare(old: object, new: object) -> list[DocumentChange]:
    """Return the differences of two model configurations, JSON values, in the order of the document.

    An empty list means that both say the same. Null counts as absent, the order of members and of capabilities does
    not count. Never raises for odd shapes; takes time linear in the size but for sorting places.
    """
    before, after = _object(old), _object(new)
    apart = {"defaultModels", *(member for member, _ in _LISTS.values())}
    return [
        *_fields(ChangedItem.DOCUMENT, "", _without(before, apart), _without(after, apart)),
        *_items(ChangedItem.PROVIDER, before, after),
        *_items(ChangedItem.MODEL, before, after),
        *_defaults(_object(before.get("defaultModels")), _object(after.get("defaultModels"))),
    ]


def render(changes: Iterable[DocumentChange]) -> str:
    """Return the changes as short text without a final newline, "" for none."""
    lines: list[str] = []
    heading = ""
    for change in changes:
        title = "" if change.subject is ChangedItem.DOCUMENT else f"{change.subject.value} {change.name}"
        if change.kind is DiffKind.CHANGED and change.field and title:
            if title != heading:
                lines.append(f"~ {visible(title)}")
            lines.append(f"    {visible(change.field)}: {_difference(change)}")
            heading = title
            continue
        heading = ""
        lines.append(_line(change, visible(title)))
    return "\n".join(lines)


def _line(change: DocumentChange, title: str) -> str:
    if change.kind is DiffKind.MOVED:
        return f"~ {title} moved from place {change.old} to {change.new}"
    if change.subject in {ChangedItem.DOCUMENT, ChangedItem.DEFAULT}:
        return f"~ {title or visible(change.field)}: {_difference(change)}"
    return f"{'+' if change.kind is DiffKind.ADDED else '-'} {title}"


def _difference(change: DocumentChange) -> str:
    if change.field == "capabilities" and isinstance(change.old, list) and isinstance(change.new, list):
        return " ".join([f"+{visible(name)}" for name in change.new] + [f"-{visible(name)}" for name in change.old])
    return f"{_shown(change.old)} -> {_shown(change.new)}"


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    return visible(value) if isinstance(value, str) else printable(canonical(value))


def _items(subject: ChangedItem, before: dict[str, Any], after: dict[str, Any]) -> Iterator[DocumentChange]:
    member, key = _LISTS[subject.value]
    old, new = _by_key(before.get(member), key), _by_key(after.get(member), key)
    for name in new:
        if name not in old:
            yield DocumentChange(kind=DiffKind.ADDED, subject=subject, name=name)
    for name in old:
        if name not in new:
            yield DocumentChange(kind=DiffKind.REMOVED, subject=subject, name=name)
    old_places, new_places = _places(old), _places(new)
    moved = _moved([name for name in old if name in new], new_places)
    for name, value in new.items():
        if name not in old:
            continue
        if name in moved:
            place, target = old_places[name], new_places[name]
            yield DocumentChange(kind=DiffKind.MOVED, subject=subject, name=name, old=place, new=target)
        yield from _fields(subject, name, old[name], value)


def _defaults(old: dict[str, Any], new: dict[str, Any]) -> Iterator[DocumentChange]:
    for role, before, after in _pairs(old, new):
        if before != after:
            kind = DiffKind.ADDED if before is None else DiffKind.REMOVED if after is None else DiffKind.CHANGED
            yield DocumentChange(
                kind=kind, subject=ChangedItem.DEFAULT, name=role, old=hide(role, before), new=hide(role, after)
            )


def _fields(
    subject: ChangedItem, name: str, old: dict[str, Any], new: dict[str, Any], path: str = ""
) -> Iterator[DocumentChange]:
    if old == new:
        return
    for member, before, after in _pairs(old, new):
        field = path + member
        if before == after:
            continue
        if field == "capabilities" and isinstance(before, list) and isinstance(after, list):
            lost, gained = _missing(before, after), _missing(after, before)
            if lost or gained:
                yield DocumentChange(
                    kind=DiffKind.CHANGED, subject=subject, name=name, field=field, old=lost, new=gained
                )
        elif _nested(before, after) and not is_server_side(member):
            yield from _fields(subject, name, before or {}, after or {}, field + ".")
        else:
            shown = hide(member, before), hide(member, after)
            yield DocumentChange(
                kind=DiffKind.CHANGED, subject=subject, name=name, field=field, old=shown[0], new=shown[1]
            )


def _nested(before: Any, after: Any) -> bool:
    """Tell whether two values are compared member by member; an empty object is a value like any other."""
    if isinstance(before, dict) and isinstance(after, dict):
        return True
    present, absent = (before, after) if after is None else (after, before)
    return absent is None and isinstance(present, dict) and bool(present)


def _moved(common: list[str], places: dict[str, int]) -> set[str]:
    """Return the fewest names whose moving turns the old order of the common ones into the new one."""
    ends: list[int] = []
    lengths: list[int] = []
    for name in common:
        length = bisect_left(ends, places[name])
        ends[length : length + 1] = [places[name]]
        lengths.append(length)
    wanted = len(ends) - 1
    staying: set[str] = set()
    limit = len(places) + 1
    for name, length in zip(reversed(common), reversed(lengths), strict=True):
        if length == wanted and places[name] < limit:
            staying.add(name)
            wanted, limit = wanted - 1, places[name]
    return set(common) - staying


def _pairs(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for member in dict.fromkeys((*old, *new)):
        yield member, old.get(member), new.get(member)


def _by_key(value: Any, key: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict) and isinstance(item.get(key), str):
            found.setdefault(item[key], item)
    return found


def _places(items: dict[str, Any]) -> dict[str, int]:
    return {name: place for place, name in enumerate(items, start=1)}


def _missing(items: list[Any], among: list[Any]) -> list[str]:
    there = {canonical(item) for item in among}
    return sorted({str(item) for item in items if canonical(item) not in there})


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _without(value: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: item for name, item in value.items() if name not in names}
