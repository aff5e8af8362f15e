"""The structural difference of two schemas: definitions are paired by name, their content by location.

Each pair is visited once, so the work is linear in the size of the schemas. Every difference becomes a change; the
rules decide later what it breaks.
"""

from collections.abc import Iterator
from dataclasses import replace

from codegen.evolution.diff import shapes
from codegen.evolution.diff.audiences import Audience, Audiences
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.exposures import exposures
from codegen.evolution.diff.node_diff import (
    annotation_changes,
    enumeration_changes,
    limit_changes,
    object_keyword_changes,
    sibling_changes,
)
from codegen.evolution.diff.pair import Pair
from codegen.evolution.diff.property_diff import property_audiences, property_presence, requirement_changes
from codegen.evolution.diff.renames import renames
from codegen.evolution.diff.snapshot import Snapshot, common_audiences, roots
from codegen.schema.loader import SchemaFile
from codegen.schema.traversal import Schema, split_null, target


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
            counterpart = self._counterpart(name)
            if counterpart in self._new.definitions:
                yield from self._definitions(name, counterpart)
            else:
                audiences = self._old.audiences_of(name)
                yield self._presence(ChangeKind.DEFINITION_REMOVED, name, audiences, self._old.location(name), None)
        known = self._old.definitions.keys() | self.renamed.values()
        for name in self._new.definitions:
            if name not in known:
                audiences = self._new.audiences_of(name)
                yield self._presence(ChangeKind.DEFINITION_ADDED, name, audiences, None, self._new.location(name))
        yield from exposures(self._old, self._new, self.renamed)

    def _counterpart(self, name: str) -> str:
        """Return the name that a definition of the old schema has in the new one, if it has one."""
        return self.renamed.get(name, name)

    def _presence(
        self, kind: ChangeKind, name: str, audiences: Audiences, old: SchemaLocation | None, new: SchemaLocation | None
    ) -> SchemaChange:
        """Return the change that a file or definition exists, or no longer exists, for some audiences."""
        shown_at = new
        if old and new is None and old.pointer and old.file.removesuffix(".json") in self._new.files:
            shown_at = SchemaLocation(old.file, "")
        return SchemaChange(
            kind=kind, subject=name, name=name, owner=name, audiences=audiences, old=old, new=new, shown_at=shown_at
        )

    def _files(self) -> Iterator[SchemaChange]:
        before, after = self._old.files, self._new.files
        for module in dict.fromkeys([*before, *after]):
            old, new = before.get(module), after.get(module)
            location = SchemaLocation(f"{module}.json", "")
            if old and new:
                yield from self._same_file(old, new, location)
            elif old:
                audiences = self._old.audiences_of(*old.definitions)
                yield self._presence(ChangeKind.FILE, location.file, audiences, location, None)
            elif new:
                audiences = self._new.audiences_of(*new.definitions)
                yield self._presence(ChangeKind.FILE, location.file, audiences, None, location)

    def _same_file(self, old: SchemaFile, new: SchemaFile, location: SchemaLocation) -> Iterator[SchemaChange]:
        pair = Pair(
            before=old.schema, after=new.schema, old=location, new=location, subject=location.file, owner="",
            audiences=frozenset(Audience),
        )  # fmt: skip
        before, after = roots(old), roots(new)
        for document in dict.fromkeys([*before, *after]):
            name, successor = before.get(document, ""), after.get(document, "")
            if self._counterpart(name) == successor:
                continue
            place = location.below(*(["$ref"] if document == old.module else ["x-roots", document]))
            audiences = self._old.audiences_of(name) | self._new.audiences_of(successor)
            yield pair.change(
                ChangeKind.ROOT, subject=document, name=document, audiences=audiences, before=name, after=successor,
                old=place if name else None, new=place if successor else None,
            )  # fmt: skip
            yield from self._targets(name, successor, audiences)
        for keyword in ("title", "description", "examples"):
            if old.schema.get(keyword) != new.schema.get(keyword):
                yield pair.keyword_change(ChangeKind.TEXT, keyword)

    def _definitions(self, name: str, counterpart: str) -> Iterator[SchemaChange]:
        old, new = self._old.location(name), self._new.location(counterpart)
        before, after = self._old.audiences_of(name), self._new.audiences_of(counterpart)
        pair = Pair(
            before=self._old.definitions[name], after=self._new.definitions[counterpart], old=old, new=new,
            subject=counterpart, owner=counterpart, audiences=common_audiences(before, after),
        )  # fmt: skip
        yield from pair.difference(ChangeKind.DEFINITION_RENAMED, name, counterpart, name=name)
        yield from pair.difference(ChangeKind.DEFINITION_MOVED, old.file, new.file, name=name)
        # A definition that became server-side, or no longer is, was removed or added for the other audiences.
        for kind, changed, seen in (
            (ChangeKind.DEFINITION_REMOVED, name, before - after),
            (ChangeKind.DEFINITION_ADDED, counterpart, after - before),
        ):
            if seen - {Audience.SERVER_SIDE}:
                yield self._presence(kind, changed, seen - {Audience.SERVER_SIDE}, old, new)
        yield from self._subschemas(pair)

    def _targets(self, old: str, new: str, audiences: Audiences) -> Iterator[SchemaChange]:
        """Yield the differences of two definitions of which one replaced the other."""
        if old in self._old.definitions and new in self._new.definitions and self._counterpart(old) != new:
            pair = Pair(
                before=self._old.definitions[old], after=self._new.definitions[new], old=self._old.location(old),
                new=self._new.location(new), subject=new, owner=new, audiences=audiences,
            )  # fmt: skip
            yield from self._replaced(pair, old, new)

    def _replaced(self, pair: Pair, old: str, new: str) -> Iterator[SchemaChange]:
        """Yield the differences of two subschemas of which one replaced the other, once for each pair of names."""
        key = old, new, pair.audiences
        if key not in self._compared:
            self._compared.add(key)
            yield from self._subschemas(replace(pair, shape_only=True))

    def _subschemas(self, pair: Pair) -> Iterator[SchemaChange]:
        """Yield the differences of a subschema and its counterpart."""
        if not pair.shape_only:
            yield from annotation_changes(pair)
        null_before, before = split_null(pair.before)
        null_after, after = split_null(pair.after)
        yield from pair.difference(ChangeKind.NULL, null_before, null_after)
        pair = replace(pair, before=before, after=after)
        if target(before) or target(after):
            yield from sibling_changes(pair)
            yield from self._references(pair, target(before), target(after))
            return
        shape = shapes.shape(before)
        if shape and shape == shapes.shape(after):
            yield from self._same_shape(pair, shape)
        else:
            yield pair.change(ChangeKind.SHAPE, before=before, after=after)

    def _references(self, pair: Pair, before: str, after: str) -> Iterator[SchemaChange]:
        if before and self._counterpart(before) == after:
            return
        yield pair.change(ChangeKind.REFERENCE, before=before, after=after)
        if before and after:
            yield from self._targets(before, after, pair.audiences)
            return
        old, new = self._old.definitions.get(before, pair.before), self._new.definitions.get(after, pair.after)
        yield from self._replaced(replace(pair, before=old, after=new), before or str(pair.old), after or str(pair.new))

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
            before, after = pair.before.get(keyword), pair.after.get(keyword)
            if isinstance(before, dict) and isinstance(after, dict):
                yield from self._subschemas(pair.below(keyword, suffix=suffix, before=before, after=after))
            else:
                yield from pair.difference(ChangeKind.OTHER, before, after, name=keyword)

    def _variants(self, pair: Pair) -> Iterator[SchemaChange]:
        before, after = _tagged(pair.before, self._old), _tagged(pair.after, self._new)
        for tag in dict.fromkeys([*before, *after]):
            index, name = before.get(tag, (0, ""))
            new_index, successor = after.get(tag, (0, ""))
            old, new = pair.old.below("oneOf", index), pair.new.below("oneOf", new_index)
            if not successor:
                yield pair.change(ChangeKind.VARIANT_REMOVED, name=tag, before=name, old=old, new=None)
            elif not name:
                yield pair.change(ChangeKind.VARIANT_ADDED, name=tag, after=successor, old=None, new=new)
            elif self._counterpart(name) != successor:
                yield pair.change(ChangeKind.REFERENCE, before=name, after=successor, old=old, new=new)
                yield from self._targets(name, successor, pair.audiences)

    def _properties(self, pair: Pair) -> Iterator[SchemaChange]:
        before, after = pair.before["properties"], pair.after["properties"]
        for name in dict.fromkeys([*before, *after]):
            nodes = before.get(name, {}), after.get(name, {})
            below = pair.below("properties", name, suffix=f".{name}", before=nodes[0], after=nodes[1])
            yield from property_presence(pair, below, name)
            if name in before and name in after:
                yield from requirement_changes(pair, below, name)
                yield from self._subschemas(replace(below, audiences=common_audiences(*property_audiences(below))))


def _tagged(node: Schema, snapshot: Snapshot) -> dict[str, tuple[int, str]]:
    """Return index and definition of each variant of a union, by the constant that identifies it."""
    variants = {}
    for index, branch in enumerate(node.get("oneOf") or node.get("anyOf") or ()):
        name = target(branch)
        tag = snapshot.definitions.get(name, {}).get("properties", {}).get("type", {}).get("const", name)
        variants[tag] = (index, name)
    return variants
