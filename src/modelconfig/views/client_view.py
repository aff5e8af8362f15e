"""The client view: a document without what only the instance may see, with what clients rely on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import folded, is_server_side
from modelconfig.documents.queries import display_name, provider_name
from modelconfig.schema.embedded import embedded
from modelconfig.views.visibility import UNKNOWN, Shape, compile_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Record = dict[str, Any]

_GONE = object()
_INNER = frozenset({dict, list})
_FILLERS: dict[tuple[str, str], tuple[str, Callable[[Record], str]]] = {
    ("Provider", "displayName"): ("id", provider_name),
    ("Model", "displayName"): ("modelRef", display_name),
}
"""How a member that clients always find is made where it is missing, and the member that it is made from."""


def client_view(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what clients may see of a model configuration, in the form that they rely on.

    Members that the schema marks as the server's are gone, and so is everything named `serverSideConfig`, however
    cased, wherever it stands. Other unknown members stay. Display names and the copies under a second name are filled
    in. The document is not changed; the result shares the parts that are the same. Raises DataMissing.
    """
    return project(document, client_plan())


@cache
def client_plan() -> Shape:
    """Return what the embedded schema says about clients. Raises DataMissing."""
    return compile_plan(embedded("model.consumer"), embedded("model.client"))


def project(document: Mapping[str, Any], plan: Shape) -> dict[str, Any]:
    """Return the client view of a document whose schema has this plan."""
    return _object(dict(document), plan)


def _project(value: Any, shape: Shape) -> Any:
    kind = type(value)
    if kind is dict:
        return _object(value, shape)
    if kind is list:
        return _array(value, shape.items or UNKNOWN)
    return value


def _object(value: Record, shape: Shape) -> Record:
    made = value
    members = shape.members
    for name, item in value.items():
        below = members.get(name)
        known = below is not None
        if below is None:
            below = shape.others or UNKNOWN
        if below.private or (not known and (is_server_side(name) or folded(name) in shape.hidden)):
            new = _GONE
        elif type(item) in _INNER:
            new = _project(item, below)
        else:
            continue
        if new is item:
            continue
        if made is value:
            made = dict(value)
        if new is _GONE:
            del made[name]
        else:
            made[name] = new
    return _completed(made, shape) if shape.copies or shape.always else made


def _array(value: list[Any], below: Shape) -> list[Any]:
    if below.private:
        return []
    if _INNER.isdisjoint(map(type, value)):
        return value
    made = [_project(item, below) for item in value]
    return value if all(map(_same, made, value)) else made


def _same(left: object, right: object) -> bool:
    return left is right


def _completed(record: Record, shape: Shape) -> Record:
    """Return the record with the members that only clients get, and those that they always find."""
    for name, definition in shape.always.items():
        source, fill = _FILLERS[definition, name]
        given = record.get(name)
        if isinstance(record.get(source), str) and (given is None or (isinstance(given, str) and not given.strip())):
            record = _with(record, name, fill(record), shape.order)
    for name, source in shape.copies.items():
        original = record.get(source)
        if original is None and name in record:
            record = {member: value for member, value in record.items() if member != name}
        elif original is not None and record.get(name) != original:
            record = _with(record, name, original, shape.order)
    return record


def _with(record: Record, name: str, value: Any, order: tuple[str, ...]) -> Record:
    """Return the record with a member set, a new one after those that the schema has before it."""
    if name in record:
        return {**record, name: value}
    before = order[: order.index(name)]
    last = next((member for member in reversed(before) if member in record), None)
    made = {} if last is not None else {name: value}
    for member, item in record.items():
        made[member] = item
        if member == last:
            made[name] = value
    return made
