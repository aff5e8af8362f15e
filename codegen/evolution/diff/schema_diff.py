"""The structural difference of two schemas: definitions are paired by name, their content by location.

Each pair is visited once, so the work is linear in the size of the schemas. Every difference becomes a change; the
rules decide later what it breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience, Audiences
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.node_diff import (
    annotation_changes,
    enumeration_changes,
    limit_changes,
    object_keyword_changes,
    sibling_changes,
)
from codegen.evolution.diff.pair import Pair
from codegen.evolution.diff.property_diff import property_added, property_audiences, property_changes, property_removed
from codegen.evolution.diff.renames import renames
from codegen.evolution.diff.snapshot import Snapshot, common_audiences, roots, target
from codegen.schema.traversal import Schema
from modelconfig.jsontext import pointers


class Comparison:
    """A comparison of two snapshots; `changes()` yields every difference."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self._old = old
        self._new = new
        self.renamed = renames(old, new)
        self._compared: set[tuple[str, str, Audiences]] = set()

    def changes(self) -> Iterator[SchemaChange]:
        """Yield every difference: files, then definitions in the order of the old schema, then new definitions."""
        yield from self._files()
        for name in self._old.definitions:
            counterpart = self.renamed.get(name, name)
            if counterpart in self._new.definitions:
                yield from self._definitions(name, counterpart)
            else:
                yield self._definition_removed(name, self._old.audiences_of(name))
        successors = set(self.renamed.values())
        for name, node in self._new.definitions.items():
            if name not in self._old.definitions and name not in successors:
                yield self._definition_added(name, node, self._new.audiences_of(name))

    def _files(self) -> Iterator[SchemaChange]:
        before, after = self._old.sources.files, self._new.sources.files
        for module in dict.fromkeys([*before, *after]):
            old, new = before.get(module), after.get(module)
            file_location = SchemaLocation(f"{module}.json", "")
            if old is None or new is None:
                audiences = self._old.audiences_of_file(module) | self._new.audiences_of_file(module)
                yield SchemaChange(
                    kind=ChangeKind.FILE, subject=file_location.file, name=module, audiences=audiences, before=old,
                    after=new, old=file_location if old else None, new=file_location if new else None,
                    shown_at=file_location if new else None,
                )  # fmt: skip
                continue
            yield from self._roots(file_location, roots(old), roots(new))
            for keyword in ("title", "description", "examples"):
                if old.schema.get(keyword) != new.schema.get(keyword):
                    location = SchemaLocation(file_location.file, f"/{keyword}")
                    yield SchemaChange(
                        kind=ChangeKind.TEXT, subject=file_location.file, name=keyword, audiences=frozenset(Audience),
                        old=location, new=location, shown_at=location, before=old.schema.get(keyword),
                        after=new.schema.get(keyword),
                    )  # fmt: skip

    def _roots(
        self, file_location: SchemaLocation, before: dict[str, str], after: dict[str, str]
    ) -> Iterator[SchemaChange]:
        for name in dict.fromkeys([*before, *after]):
            old, new = before.get(name), after.get(name)
            if old == new or (old in self.renamed and self.renamed[old] == new):
                continue
            pointer = "/$ref" if file_location.file == f"{name}.json" else pointers.join("/x-roots", name)
            audiences = (self._old.audiences_of(old) if old else frozenset()) | (
                self._new.audiences_of(new) if new else frozenset()
            )
            location = SchemaLocation(file_location.file, pointer)
            yield SchemaChange(
                kind=ChangeKind.ROOT, subject=name, name=name, audiences=audiences, before=old, after=new,
                old=location if old else None, new=location if new else None,
                shown_at=location if new else file_location,
            )  # fmt: skip
            if old and new:
                yield from self._targets(old, new, audiences)

    def _definition_removed(self, name: str, audiences: Audiences) -> SchemaChange:
        file_location = SchemaLocation(f"{self._old.modules[name]}.json", "")
        shown_at = file_location if self._old.modules[name] in self._new.sources.files else None
        node = self._old.definitions[name]
        return SchemaChange(
            kind=ChangeKind.DEFINITION_REMOVED, subject=name, name=name, owner=name, audiences=audiences, before=node,
            old=self._old.location(name), new=None, shown_at=shown_at,
        )  # fmt: skip

    def _definition_added(self, name: str, node: Schema, audiences: Audiences) -> SchemaChange:
        location = self._new.location(name)
        return SchemaChange(
            kind=ChangeKind.DEFINITION_ADDED, subject=name, name=name, owner=name, audiences=audiences, after=node,
            old=None, new=location, shown_at=location,
        )  # fmt: skip

    def _definitions(self, name: str, counterpart: str) -> Iterator[SchemaChange]:
        old, new = self._old.location(name), self._new.location(counterpart)
        before, after = self._old.audiences_of(name), self._new.audiences_of(counterpart)
        pair = Pair(
            before=self._old.definitions[name], after=self._new.definitions[counterpart], old=old, new=new,
            subject=counterpart, owner=counterpart, audiences=common_audiences(before, after),
        )  # fmt: skip
        if name != counterpart:
            yield pair.change(ChangeKind.DEFINITION_RENAMED, name=name, before=name, after=counterpart)
        if old.file != new.file:
            yield pair.change(ChangeKind.DEFINITION_MOVED, name=name, before=old.file, after=new.file)
        # A definition that became server-side, or no longer is, was removed or added for the other audiences.
        if before - after - {Audience.SERVER_SIDE}:
            yield replace(
                self._definition_removed(name, before - after - {Audience.SERVER_SIDE}), new=new, shown_at=new
            )
        if after - before - {Audience.SERVER_SIDE}:
            yield replace(
                self._definition_added(counterpart, pair.after, after - before - {Audience.SERVER_SIDE}), old=old
            )
        yield from self._subschemas(pair)

    def _targets(self, old: str, new: str, audiences: Audiences) -> Iterator[SchemaChange]:
        """Yield the differences of two definitions of which one replaced the other."""
        if self.renamed.get(old, old) == new or (old, new, audiences) in self._compared:
            return
        if old not in self._old.definitions or new not in self._new.definitions:
            return
        self._compared.add((old, new, audiences))
        yield from self._subschemas(
            Pair(
                before=self._old.definitions[old], after=self._new.definitions[new], old=self._old.location(old),
                new=self._new.location(new), subject=new, owner=new, audiences=audiences, shape_only=True,
            )
        )  # fmt: skip

    def _subschemas(self, pair: Pair) -> Iterator[SchemaChange]:
        """Yield the differences of a subschema and its counterpart."""
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
        shapes_of_both = shapes.shape(before), shapes.shape(after)
        if shapes_of_both[0] != shapes_of_both[1] or "" in shapes_of_both:
            yield pair.change(ChangeKind.SHAPE, before=before, after=after)
            return
        yield from self._same_shape(pair, shapes_of_both[0])

    def _references(self, pair: Pair, before: str, after: str) -> Iterator[SchemaChange]:
        if before and self.renamed.get(before, before) == after:
            return
        yield pair.change(ChangeKind.REFERENCE, before=before, after=after)
        if before and after:
            yield from self._targets(before, after, pair.audiences)
            return
        definitions = self._old.definitions.get(before, pair.before), self._new.definitions.get(after, pair.after)
        key = (before or str(pair.old), after or str(pair.new), pair.audiences)
        if key not in self._compared:
            self._compared.add(key)
            yield from self._subschemas(replace(pair, before=definitions[0], after=definitions[1], shape_only=True))

    def _same_shape(self, pair: Pair, shape: str) -> Iterator[SchemaChange]:
        yield from limit_changes(pair, shape)
        if shape == shapes.OBJECT:
            yield from object_keyword_changes(pair)
            yield from self._properties(pair)
        elif shape == shapes.ENUM:
            yield from enumeration_changes(pair)
        elif shape == shapes.UNION:
            yield from self._variants(pair)
        elif shape in (shapes.ARRAY, shapes.MAP):
            keyword, suffix = ("items", "[]") if shape == shapes.ARRAY else ("additionalProperties", "{}")
            items = pair.before.get(keyword), pair.after.get(keyword)
            if isinstance(items[0], dict) and isinstance(items[1], dict):
                below = pair.below(keyword, subject=f"{pair.subject}{suffix}", before=items[0], after=items[1])
                yield from self._subschemas(below)
            elif items[0] != items[1]:
                yield pair.change(ChangeKind.OTHER, name=keyword, before=items[0], after=items[1])

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

    def _properties(self, pair: Pair) -> Iterator[SchemaChange]:
        before, after = pair.before["properties"], pair.after["properties"]
        for name, node in before.items():
            below = pair.below(
                "properties", name, subject=f"{pair.subject}.{name}", before=node, after=after.get(name, {})
            )
            if name not in after:
                yield from property_removed(below, pair, name)
            else:
                yield from property_changes(below, pair, name)
                yield from self._subschemas(replace(below, audiences=common_audiences(*property_audiences(below))))
        for name, node in after.items():
            if name not in before:
                below = pair.below("properties", name, subject=f"{pair.subject}.{name}", before={}, after=node)
                yield from property_added(below, pair, name)


def _tagged(node: Schema, snapshot: Snapshot) -> dict[str, tuple[int, str]]:
    """Return index and definition of each variant of a union, by the constant that identifies it."""
    variants = {}
    for index, branch in enumerate(node.get("oneOf") or node.get("anyOf") or ()):
        name = target(branch)
        tag = snapshot.definitions.get(name, {}).get("properties", {}).get("type", {}).get("const", name)
        variants[tag] = (index, name)
    return variants
