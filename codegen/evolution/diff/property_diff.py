"""Differences of one property: added, removed, hidden from an audience, shown to it, required or optional."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.evolution.diff.audiences import Audience, Audiences
from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.diff.pair import Pair
from codegen.evolution.diff.snapshot import common_audiences, is_copy, is_server_side
from codegen.schema.traversal import Schema

_PUBLIC = frozenset({Audience.CLIENTS, Audience.INSTANCES})


def property_removed(below: Pair, pair: Pair, name: str) -> Iterator[SchemaChange]:
    """Yield that an object no longer has a property; `pair` is the object, and `below` the property."""
    audiences, _ = property_audiences(below)
    for required, concerned in _by_requirement(name, below.before, pair.before, audiences):
        yield pair.change(
            ChangeKind.PROPERTY_REMOVED, subject=below.subject, name=name, audiences=concerned, required=required,
            before=below.before, parents=(pair.before, pair.after), old=below.old, new=None,
        )  # fmt: skip


def property_added(below: Pair, pair: Pair, name: str) -> Iterator[SchemaChange]:
    """Yield that an object has a new property; `pair` is the object, and `below` the property."""
    _, audiences = property_audiences(below)
    for required, concerned in _by_requirement(name, below.after, pair.after, audiences):
        yield pair.change(
            ChangeKind.PROPERTY_ADDED, subject=below.subject, name=name, audiences=concerned, required=required,
            after=below.after, parents=(pair.before, pair.after), old=None, new=below.new,
        )  # fmt: skip


def property_changes(below: Pair, pair: Pair, name: str) -> Iterator[SchemaChange]:
    """Yield which audiences no longer see a property, see it now, or find that it became required or optional."""
    parents = pair.before, pair.after
    before, after = property_audiences(below)
    lost, gained = before - after - {Audience.SERVER_SIDE}, after - before - {Audience.SERVER_SIDE}
    for kind, audiences, node, parent in (
        (ChangeKind.PROPERTY_HIDDEN, lost, below.before, pair.before),
        (ChangeKind.PROPERTY_SHOWN, gained, below.after, pair.after),
    ):
        for required, concerned in _by_requirement(name, node, parent, audiences):
            yield below.change(
                kind, name=name, audiences=concerned, required=required, parents=parents, before=below.before,
                after=below.after,
            )  # fmt: skip
    for required in (True, False):
        changed = frozenset(
            audience
            for audience in common_audiences(before, after) - gained
            if _required(name, below.before, pair.before, audience) is not required
            and _required(name, below.after, pair.after, audience) is required
        )
        if changed:
            yield below.change(
                ChangeKind.REQUIREMENT,
                name=name,
                audiences=changed,
                before=not required,
                after=required,
                parents=parents,
            )


def property_audiences(below: Pair) -> tuple[Audiences, Audiences]:
    """Return the audiences that see a property in the old schema, and those that see it in the new one."""
    return _audiences_of(below.before, below.audiences), _audiences_of(below.after, below.audiences)


def _audiences_of(node: Schema, audiences: Audiences) -> Audiences:
    if is_copy(node):
        return audiences & {Audience.CLIENTS}
    if is_server_side(node) and audiences & {*_PUBLIC, Audience.SERVER_SIDE}:
        return audiences - _PUBLIC | {Audience.SERVER_SIDE}
    return audiences


def _required(name: str, node: Schema, parent: Schema, audience: Audience) -> bool:
    if name in parent.get("required", ()):
        return True
    return audience is Audience.CLIENTS and bool(node.get("x-client-required"))


def _by_requirement(name: str, node: Schema, parent: Schema, audiences: Audiences) -> Iterator[tuple[bool, Audiences]]:
    """Yield the audiences for which the property is required, and those for which it is optional."""
    required = frozenset(audience for audience in audiences if _required(name, node, parent, audience))
    for is_required, concerned in ((True, required), (False, audiences - required)):
        if concerned:
            yield is_required, concerned
