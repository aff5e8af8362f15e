"""Differences of one property: added, removed, hidden from an audience, shown to it, required or optional."""

from collections.abc import Iterator

from codegen.evolution.diff.audiences import Audience, Audiences
from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.diff.pair import Pair
from codegen.evolution.diff.snapshot import common_audiences
from codegen.schema.traversal import Schema, is_copy, is_server_side

_PUBLIC = frozenset({Audience.CLIENTS, Audience.INSTANCES})
_NONE: Audiences = frozenset()


def property_presence(pair: Pair, below: Pair, name: str) -> Iterator[SchemaChange]:
    """Yield which audiences no longer have a property, and which have it now.

    `pair` is the object, and `below` the property; a schema without the property has an empty subschema.
    """
    is_old, is_new = name in pair.before["properties"], name in pair.after["properties"]
    audiences = property_audiences(below)
    before, after = audiences[0] if is_old else _NONE, audiences[1] if is_new else _NONE
    # A server still sees what is hidden or shown.
    unaffected = frozenset({Audience.SERVER_SIDE}) if is_old and is_new else _NONE
    for kind, changed, node, parent in (
        (ChangeKind.PROPERTY_HIDDEN if is_new else ChangeKind.PROPERTY_REMOVED, before - after, below.before,
         pair.before),
        (ChangeKind.PROPERTY_SHOWN if is_old else ChangeKind.PROPERTY_ADDED, after - before, below.after, pair.after),
    ):  # fmt: skip
        for required in (True, False):
            affected = frozenset(
                audience for audience in changed - unaffected if _required(name, node, parent, audience) is required
            )
            if affected:
                yield pair.change(
                    kind, subject=below.subject, name=name, audiences=affected, required=required,
                    parents=(pair.before, pair.after), before=below.before, after=below.after,
                    old=below.old if is_old else None, new=below.new if is_new else None,
                )  # fmt: skip


def requirement_changes(pair: Pair, below: Pair, name: str) -> Iterator[SchemaChange]:
    """Yield for which audiences a property that both schemas have became required or optional."""
    before, after = property_audiences(below)
    for required in (True, False):
        affected = frozenset(
            audience
            for audience in common_audiences(before, after) - (after - before - {Audience.SERVER_SIDE})
            if _required(name, below.before, pair.before, audience) is not required
            and _required(name, below.after, pair.after, audience) is required
        )
        if affected:
            yield below.change(
                ChangeKind.REQUIREMENT, name=name, audiences=affected, before=not required, after=required
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
