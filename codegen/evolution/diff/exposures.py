"""Credentials that clients receive since a change: properties that became visible to them, whatever made them so."""

from collections.abc import Iterator, Mapping

from codegen.evolution.diff.audiences import Audience
from codegen.evolution.diff.changes import ChangeKind, SchemaChange
from codegen.evolution.diff.snapshot import Snapshot
from codegen.schema.traversal import Schema, is_server_side, subschemas, target

_Property = tuple[str, str]
"""The names of a definition and of one of its properties."""


def exposures(old: Snapshot, new: Snapshot, renamed: Mapping[str, str]) -> Iterator[SchemaChange]:
    """Yield each property that clients receive now and did not before, and that is a credential in either schema."""
    old_names = {successor: name for name, successor in renamed.items()}
    received_before = set(_received(old))
    for name, property_name in _received(new):
        old_name = old_names.get(name, name)
        before, after = old.definitions.get(old_name, {}), new.definitions[name]
        is_credential = _is_credential(old, before, property_name) or _is_credential(new, after, property_name)
        if is_credential and (old_name, property_name) not in received_before:
            is_old = property_name in before.get("properties", {})
            location = new.location(name).below("properties", property_name)
            yield SchemaChange(
                kind=ChangeKind.EXPOSURE,
                subject=f"{name}.{property_name}",
                name=property_name,
                owner=name,
                audiences=frozenset({Audience.CLIENTS}),
                old=old.location(old_name).below("properties", property_name) if is_old else None,
                new=location,
                shown_at=location,
            )


def _received(snapshot: Snapshot) -> Iterator[_Property]:
    """Yield the properties that clients receive."""
    for name, node in snapshot.definitions.items():
        if Audience.CLIENTS in snapshot.audiences_of(name):
            for property_name, subschema in node.get("properties", {}).items():
                if not is_server_side(subschema):
                    yield name, property_name


def _is_credential(snapshot: Snapshot, owner: Schema, name: str) -> bool:
    """Return whether a property is a credential, a copy of one, or an array or map of them.

    The properties of an object that it refers to are not examined: each counts by itself.
    """
    properties = owner.get("properties", {})
    pending, visited = [properties.get(name, {})], set()
    pending.append(properties.get(pending[0].get("x-client-copy-of"), {}))
    while pending:
        part = {keyword: value for keyword, value in pending.pop().items() if keyword != "properties"}
        for _, node in subschemas(part):
            if node.get("x-secret"):
                return True
            referenced = target(node)
            if referenced in snapshot.definitions and referenced not in visited:
                visited.add(referenced)
                pending.append(snapshot.definitions[referenced])
    return False
