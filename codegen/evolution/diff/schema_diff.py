"""The structural difference of two schemas: definitions are paired by name, what is inside them by place.

Every pair is visited once, so the work grows with the schemas' size. Whatever differs becomes a change; none is judged.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.node_diff import (
    annotation_changes,
    enumeration_changes,
    limit_changes,
    record_keyword_changes,
    sibling_changes,
)
from codegen.evolution.diff.pair import Pair
from codegen.evolution.diff.renames import renames
from codegen.evolution.diff.snapshot import concerned_by_both, is_copy, is_server_side, roots, target
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.evolution.diff.snapshot import Snapshot
    from codegen.schema.traversal import Schema

Audiences = frozenset[Audience]
_PUBLIC = frozenset({Audience.CLIENTS, Audience.INSTANCES})


class Comparison:
    """Compares two sides. `changes()` yields everything that differs."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self._old = old
        self._new = new
        self.renamed = renames(old, new)
        self._seen: set[tuple[str, str, Audiences]] = set()

    def changes(self) -> Iterator[SchemaChange]:
        """Yield every difference: files first, then definitions in the old side's order, then new ones."""
        yield from self._files()
        for name in self._old.definitions:
            counterpart = self.renamed.get(name, name)
            if counterpart in self._new.definitions:
                yield from self._definitions(name, counterpart)
            else:
                yield self._gone(name, self._old.seen_by(name))
        successors = set(self.renamed.values())
        for name, node in self._new.definitions.items():
            if name not in self._old.definitions and name not in successors:
                yield self._come(name, node, self._new.seen_by(name))

    def _files(self) -> Iterator[SchemaChange]:
        before, after = self._old.sources.files, self._new.sources.files
        for module in dict.fromkeys([*before, *after]):
            old, new = before.get(module), after.get(module)
            place = SchemaLocation(f"{module}.json", "")
            if old is None or new is None:
                whom = self._old.readers(module) | self._new.readers(module)
                yield SchemaChange(
                    kind=ChangeKind.FILE, subject=place.file, name=module, audiences=whom, before=old, after=new,
                    old=place if old else None, new=place if new else None, near=place if new else None,
                )  # fmt: skip
                continue
            yield from self._roots(place, roots(old), roots(new))
            for keyword in ("title", "description", "examples"):
                if old.schema.get(keyword) != new.schema.get(keyword):
                    where = SchemaLocation(place.file, f"/{keyword}")
                    yield SchemaChange(
                        kind=ChangeKind.TEXT, subject=place.file, name=keyword, audiences=frozenset(Audience),
                        old=where, new=where, near=where, before=old.schema.get(keyword), after=new.schema.get(keyword),
                    )  # fmt: skip

    def _roots(self, place: SchemaLocation, before: dict[str, str], after: dict[str, str]) -> Iterator[SchemaChange]:
        for name in dict.fromkeys([*before, *after]):
            old, new = before.get(name), after.get(name)
            if old == new or (old in self.renamed and self.renamed[old] == new):
                continue
            pointer = "/$ref" if place.file == f"{name}.json" else pointers.join("/x-roots", name)
            whom = (self._old.seen_by(old) if old else frozenset()) | (self._new.seen_by(new) if new else frozenset())
            where = SchemaLocation(place.file, pointer)
            yield SchemaChange(
                kind=ChangeKind.ROOT, subject=name, name=name, audiences=whom, before=old, after=new,
                old=where if old else None, new=where if new else None, near=where if new else place,
            )  # fmt: skip
            if old and new:
                yield from self._targets(old, new, whom)

    def _gone(self, name: str, whom: Audiences) -> SchemaChange:
        home = SchemaLocation(f"{self._old.homes[name]}.json", "")
        near = home if self._old.homes[name] in self._new.sources.files else None
        node = self._old.definitions[name]
        return SchemaChange(
            kind=ChangeKind.DEFINITION_REMOVED, subject=name, name=name, owner=name, audiences=whom, before=node,
            old=self._old.place(name), new=None, near=near,
        )  # fmt: skip

    def _come(self, name: str, node: Schema, whom: Audiences) -> SchemaChange:
        place = self._new.place(name)
        return SchemaChange(
            kind=ChangeKind.DEFINITION_ADDED, subject=name, name=name, owner=name, audiences=whom, after=node,
            old=None, new=place, near=place,
        )  # fmt: skip

    def _definitions(self, name: str, counterpart: str) -> Iterator[SchemaChange]:
        old, new = self._old.place(name), self._new.place(counterpart)
        before, after = self._old.seen_by(name), self._new.seen_by(counterpart)
        pair = Pair(
            before=self._old.definitions[name], after=self._new.definitions[counterpart], old=old, new=new,
            subject=counterpart, owner=counterpart, audiences=concerned_by_both(before, after),
        )  # fmt: skip
        if name != counterpart:
            yield pair.change(ChangeKind.DEFINITION_RENAMED, name=name, before=name, after=counterpart)
        if old.file != new.file:
            yield pair.change(ChangeKind.DEFINITION_MOVED, name=name, before=old.file, after=new.file)
        # Part of what only servers saw, or the other way round: the types of some come or go.
        if before - after - {Audience.SERVER_SIDE}:
            yield replace(self._gone(name, before - after - {Audience.SERVER_SIDE}), new=new, near=new)
        if after - before - {Audience.SERVER_SIDE}:
            yield replace(self._come(counterpart, pair.after, after - before - {Audience.SERVER_SIDE}), old=old)
        yield from self._nodes(pair)

    def _targets(self, old: str, new: str, whom: Audiences) -> Iterator[SchemaChange]:
        """Compare two definitions of which one took the other's place."""
        if self.renamed.get(old, old) == new or (old, new, whom) in self._seen:
            return
        if old not in self._old.definitions or new not in self._new.definitions:
            return
        self._seen.add((old, new, whom))
        yield from self._nodes(
            Pair(
                before=self._old.definitions[old], after=self._new.definitions[new], old=self._old.place(old),
                new=self._new.place(new), subject=new, owner=new, audiences=whom, shape_only=True,
            )
        )  # fmt: skip

    def _nodes(self, pair: Pair) -> Iterator[SchemaChange]:
        """Compare two nodes that stand for the same thing."""
        if not pair.shape_only:
            yield from annotation_changes(pair)
        null_before, before = shapes.split_null(pair.before)
        null_after, after = shapes.split_null(pair.after)
        if null_before != null_after:
            yield pair.change(ChangeKind.NULL, before=null_before, after=null_after)
        pair = replace(pair, before=before, after=after)
        names = target(before), target(after)
        if any(names):
            yield from sibling_changes(pair)
            yield from self._references(pair, *names)
            return
        kinds = shapes.shape(before), shapes.shape(after)
        if kinds[0] != kinds[1] or "" in kinds:
            yield pair.change(ChangeKind.FORM, before=before, after=after)
            return
        yield from self._same_form(pair, kinds[0])

    def _references(self, pair: Pair, before: str, after: str) -> Iterator[SchemaChange]:
        if before and self.renamed.get(before, before) == after:
            return
        yield pair.change(ChangeKind.REFERENCE, before=before, after=after)
        if before and after:
            yield from self._targets(before, after, pair.audiences)
            return
        inlined = self._old.definitions.get(before, pair.before), self._new.definitions.get(after, pair.after)
        key = (before or str(pair.old), after or str(pair.new), pair.audiences)
        if key not in self._seen:
            self._seen.add(key)
            yield from self._nodes(replace(pair, before=inlined[0], after=inlined[1], shape_only=True))

    def _same_form(self, pair: Pair, kind: str) -> Iterator[SchemaChange]:
        yield from limit_changes(pair, kind)
        if kind == shapes.RECORD:
            yield from record_keyword_changes(pair)
            yield from self._members(pair)
        elif kind == shapes.ENUM:
            yield from enumeration_changes(pair)
        elif kind == shapes.UNION:
            yield from self._variants(pair)
        elif kind in (shapes.ARRAY, shapes.MAP):
            keyword, mark = ("items", "[]") if kind == shapes.ARRAY else ("additionalProperties", "{}")
            parts = pair.before.get(keyword), pair.after.get(keyword)
            if isinstance(parts[0], dict) and isinstance(parts[1], dict):
                below = pair.below(keyword, subject=f"{pair.subject}{mark}", before=parts[0], after=parts[1])
                yield from self._nodes(below)
            elif parts[0] != parts[1]:
                yield pair.change(ChangeKind.OTHER, name=keyword, before=parts[0], after=parts[1])

    def _variants(self, pair: Pair) -> Iterator[SchemaChange]:
        before = _tagged(pair.before, self._old)
        after = _tagged(pair.after, self._new)
        for tag, (index, name) in before.items():
            old = SchemaLocation(pair.old.file, pointers.join(pair.old.pointer, "oneOf", index))
            if tag not in after:
                yield pair.change(ChangeKind.VARIANT_REMOVED, name=tag, before=name, old=old, new=None)
                continue
            successor = after[tag][1]
            if self.renamed.get(name, name) != successor:
                new = SchemaLocation(pair.new.file, pointers.join(pair.new.pointer, "oneOf", after[tag][0]))
                yield pair.change(ChangeKind.REFERENCE, before=name, after=successor, old=old, new=new)
                yield from self._targets(name, successor, pair.audiences)
        for tag, (index, name) in after.items():
            if tag not in before:
                new = SchemaLocation(pair.new.file, pointers.join(pair.new.pointer, "oneOf", index))
                yield pair.change(ChangeKind.VARIANT_ADDED, name=tag, after=name, old=None, new=new)

    def _members(self, pair: Pair) -> Iterator[SchemaChange]:
        before, after = pair.before["properties"], pair.after["properties"]
        for name, member in before.items():
            below = pair.below(
                "properties", name, subject=f"{pair.subject}.{name}", before=member, after=after.get(name, {})
            )
            seen = _seen_by(member, pair.audiences)
            if name not in after:
                yield from _went(below, pair, name, seen)
            else:
                yield from self._both(below, pair, name, seen, _seen_by(after[name], pair.audiences))
        for name, member in after.items():
            if name not in before:
                below = pair.below("properties", name, subject=f"{pair.subject}.{name}", before={}, after=member)
                yield from _came(below, pair, name, _seen_by(member, pair.audiences))

    def _both(self, below: Pair, pair: Pair, name: str, before: Audiences, after: Audiences) -> Iterator[SchemaChange]:
        around = pair.before, pair.after
        lost, gained = before - after - {Audience.SERVER_SIDE}, after - before - {Audience.SERVER_SIDE}
        for kind, whom, node, side in (
            (ChangeKind.MEMBER_HIDDEN, lost, below.before, pair.before),
            (ChangeKind.MEMBER_SHOWN, gained, below.after, pair.after),
        ):
            for required, some in _by_requirement(name, node, side, whom):
                yield below.change(
                    kind, name=name, audiences=some, required=required, around=around, before=below.before,
                    after=below.after,
                )  # fmt: skip
        common = concerned_by_both(before, after)
        for required in (True, False):
            changed = frozenset(
                one
                for one in common - gained
                if _required(name, below.before, pair.before, one) is not required
                and _required(name, below.after, pair.after, one) is required
            )
            if changed:
                yield below.change(
                    ChangeKind.REQUIREMENT,
                    name=name,
                    audiences=changed,
                    before=not required,
                    after=required,
                    around=around,
                )
        yield from self._nodes(replace(below, audiences=common))


def _tagged(node: Schema, side: Snapshot) -> dict[str, tuple[int, str]]:
    """Return index and definition of each variant of a union, by the constant that tells it apart."""
    found = {}
    for index, branch in enumerate(node.get("oneOf") or node.get("anyOf") or ()):
        name = target(branch)
        tag = side.definitions.get(name, {}).get("properties", {}).get("type", {}).get("const", name)
        found[tag] = (index, name)
    return found


def _seen_by(member: Schema, whom: Audiences) -> Audiences:
    if is_copy(member):
        return whom & {Audience.CLIENTS}
    if is_server_side(member) and whom & {*_PUBLIC, Audience.SERVER_SIDE}:
        return whom - _PUBLIC | {Audience.SERVER_SIDE}
    return whom


def _required(name: str, member: Schema, record: Schema, audience: Audience) -> bool:
    if name in record.get("required", ()):
        return True
    return audience is Audience.CLIENTS and bool(member.get("x-client-required"))


def _by_requirement(name: str, member: Schema, record: Schema, whom: Audiences) -> Iterator[tuple[bool, Audiences]]:
    required = frozenset(one for one in whom if _required(name, member, record, one))
    yield from ((kind, some) for kind, some in ((True, required), (False, whom - required)) if some)


def _went(below: Pair, pair: Pair, name: str, whom: Audiences) -> Iterator[SchemaChange]:
    for required, some in _by_requirement(name, below.before, pair.before, whom):
        yield pair.change(
            ChangeKind.MEMBER_REMOVED, subject=below.subject, name=name, audiences=some, required=required,
            before=below.before, around=(pair.before, pair.after), old=below.old, new=None,
        )  # fmt: skip


def _came(below: Pair, pair: Pair, name: str, whom: Audiences) -> Iterator[SchemaChange]:
    for required, some in _by_requirement(name, below.after, pair.after, whom):
        yield pair.change(
            ChangeKind.MEMBER_ADDED, subject=below.subject, name=name, audiences=some, required=required,
            after=below.after, around=(pair.before, pair.after), old=None, new=below.new,
        )  # fmt: skip
