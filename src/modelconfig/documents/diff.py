"""The differences between two model configurations."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from modelconfig.diagnostics.credentials import hide, is_server_side, shown_name
from modelconfig.diagnostics.phrases import printable, visible
from modelconfig.diagnostics.rule import array_property, object_property
from modelconfig.jsontext.writer import canonical

_LISTS = {"provider": ("providers", "id"), "model": ("models", "modelRef")}


class DiffKind(StrEnum):
    """The kind of a difference."""

    ADDED = "added"
    """Only in the new document."""
    REMOVED = "removed"
    """Only in the old document."""
    MOVED = "moved"
    """At another position among the items that both documents have."""
    CHANGED = "changed"
    """A property has another value."""
    ENDING = "ending"
    """A model ends soon, and did not before. Only the comparison of two merged documents reports it."""


class ChangedItem(StrEnum):
    """The part of a document that differs."""

    DOCUMENT = "document"
    """A property of the document itself, such as `revision`."""
    PROVIDER = "provider"
    """A provider."""
    MODEL = "model"
    """A model."""
    DEFAULT = "default"
    """A default model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """One difference.

    `name` is the provider's id, the model's reference, or the name of the default; "" for the document itself. `field`
    is the dotted name of the property that differs; `old` and `new` are its JSON values, None where it is absent. For
    `capabilities`, a set, they are the items that only the old, or only the new, document has. For a moved item they
    are its positions, counted from 1. Credentials and server-side configs are replaced by a placeholder.
    """

    kind: DiffKind
    subject: ChangedItem
    name: str = ""
    field: str = ""
    old: Any = None
    new: Any = None

    def to_json(self) -> dict[str, Any]:
        """Return the six properties; all of them are always present."""
        return {**asdict(self), "name": shown_name(self.name), "kind": self.kind.value, "subject": self.subject.value}


def compare(old: object, new: object) -> list[DocumentChange]:
    """Return the differences of two model configurations, JSON values, in the order of the document.

    An empty list means that both are equal. Null counts as absent; the order of properties and of capabilities is
    ignored. Never raises for invalid shapes. Takes linear time, except that finding moved items takes n log n.
    """
    before, after = (document if isinstance(document, dict) else {} for document in (old, new))
    compared_by_item = {"defaultModels", *(name for name, _ in _LISTS.values())}
    own_before, own_after = (
        {name: value for name, value in document.items() if name not in compared_by_item}
        for document in (before, after)
    )
    return [
        *_fields(ChangedItem.DOCUMENT, "", own_before, own_after),
        *_items(ChangedItem.PROVIDER, before, after),
        *_items(ChangedItem.MODEL, before, after),
        *_defaults(object_property(before, "defaultModels"), object_property(after, "defaultModels")),
    ]


def render(changes: Iterable[DocumentChange], notes: Mapping[int, str] | None = None) -> str:
    """Return the changes as short text without a final newline, "" for none.

    `notes` are appended to the changes at these positions.
    """
    lines: list[str] = []
    heading = ""
    for position, change in enumerate(changes):
        note = (notes or {}).get(position, "")
        suffix = f": {visible(note)}" if note else ""
        title = "" if change.subject is ChangedItem.DOCUMENT else f"{change.subject.value} {change.name}"
        if change.kind is DiffKind.CHANGED and change.field and title:
            if title != heading:
                lines.append(f"~ {visible(title)}")
            lines.append(f"    {visible(change.field)}: {_difference(change)}{suffix}")
            heading = title
            continue
        heading = ""
        lines.append(_line(change, visible(title)) + suffix)
    return "\n".join(lines)


def _line(change: DocumentChange, title: str) -> str:
    if change.kind is DiffKind.MOVED:
        return f"~ {title} moved from position {change.old} to {change.new}"
    if change.kind is DiffKind.ENDING:
        return f"! {title} ends on {change.new}"
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
    list_name, key = _LISTS[subject.value]
    old, new = (_by_key(array_property(document, list_name), key) for document in (before, after))
    yield from (DocumentChange(kind=DiffKind.ADDED, subject=subject, name=name) for name in new if name not in old)
    yield from (DocumentChange(kind=DiffKind.REMOVED, subject=subject, name=name) for name in old if name not in new)
    old_positions, new_positions = ({name: at for at, name in enumerate(items, start=1)} for items in (old, new))
    moved = _moved([name for name in old if name in new], new_positions)
    for name, value in new.items():
        if name in moved:
            old_position, new_position = old_positions[name], new_positions[name]
            yield DocumentChange(kind=DiffKind.MOVED, subject=subject, name=name, old=old_position, new=new_position)
        if name in old:
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
    for property_name, before, after in _pairs(old, new):
        field = path + shown_name(property_name)
        if before == after:
            continue
        if _nested(before, after) and not is_server_side(property_name):
            yield from _fields(subject, name, before or {}, after or {}, field + ".")
            continue
        if field == "capabilities" and isinstance(before, list) and isinstance(after, list):
            shown_old, shown_new = hide(field, _missing(before, after)), hide(field, _missing(after, before))
            if not shown_old and not shown_new:
                continue
        else:
            shown_old, shown_new = hide(property_name, before), hide(property_name, after)
        yield DocumentChange(
            kind=DiffKind.CHANGED, subject=subject, name=name, field=field, old=shown_old, new=shown_new
        )


def _nested(before: Any, after: Any) -> bool:
    """Return whether two values are compared property by property; an empty object is compared as a value."""
    if isinstance(before, dict) and isinstance(after, dict):
        return True
    present, absent = (before, after) if after is None else (after, before)
    return absent is None and isinstance(present, dict) and bool(present)


def _moved(common: list[str], positions: dict[str, int]) -> set[str]:
    """Return the smallest set of names to move to get from the old order of the common names to the new one."""
    ends: list[int] = []
    lengths: list[int] = []
    for name in common:
        length = bisect_left(ends, positions[name])
        ends[length : length + 1] = [positions[name]]
        lengths.append(length)
    wanted = len(ends) - 1
    staying: set[str] = set()
    limit = len(positions) + 1
    for name, length in zip(reversed(common), reversed(lengths), strict=True):
        if length == wanted and positions[name] < limit:
            staying.add(name)
            wanted, limit = wanted - 1, positions[name]
    return set(common) - staying


def _pairs(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for name in dict.fromkeys((*old, *new)):
        yield name, old.get(name), new.get(name)


def _by_key(values: list[Any], key: str) -> dict[str, dict[str, Any]]:
    items: dict[str, dict[str, Any]] = {}
    for item in values:
        if isinstance(item, dict) and isinstance(item.get(key), str):
            items.setdefault(item[key], item)
    return items


def _missing(items: list[Any], among: list[Any]) -> list[str]:
    canonical_items = {canonical(item) for item in among}
    return sorted({str(item) for item in items if canonical(item) not in canonical_items})
