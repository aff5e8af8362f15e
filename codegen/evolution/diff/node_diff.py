"""Differences of one subschema: annotations, limits, listed values, reserved names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.evolution.diff import shapes
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.pair import Pair
from codegen.schema.traversal import Schema
from modelconfig.jsontext import pointers

_TEXTS = ("title", "description", "examples", "x-since")
_OTHERS = ("x-references", "x-unique", "x-ts-template", "x-client-copy-of")
_COMPARED_ELSEWHERE = frozenset(
    "$ref type const oneOf anyOf properties required additionalProperties items pattern uniqueItems default "
    "deprecated x-deprecated x-open-enum x-visibility x-client-required x-secret x-reserved".split()
).union(_TEXTS, _OTHERS, shapes.LOWER, shapes.UPPER, shapes.RANGE)

_INVALID_BESIDE_REFERENCE = (
    "type", "const", "oneOf", "anyOf", "properties", "required", "additionalProperties", "items", "pattern",
    "uniqueItems", "x-open-enum", "x-reserved", *shapes.LOWER, *shapes.UPPER, *shapes.RANGE,
)  # fmt: skip


def annotation_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield the changes of annotations, and of every keyword that is not compared elsewhere."""
    before, after = pair.before, pair.after
    for kind, keywords in ((ChangeKind.TEXT, _TEXTS), (ChangeKind.ANNOTATION, _OTHERS)):
        for keyword in keywords:
            if before.get(keyword) != after.get(keyword):
                yield _keyword_change(pair, kind, keyword)
    if not same(before.get("default", _ABSENT), after.get("default", _ABSENT)):
        yield _keyword_change(pair, ChangeKind.DEFAULT, "default")
    for keyword, kind in (("x-secret", ChangeKind.MASKING), ("deprecated", ChangeKind.DEPRECATION)):
        if bool(before.get(keyword)) != bool(after.get(keyword)):
            yield _keyword_change(pair, kind, keyword)
    if before.get("x-deprecated") != after.get("x-deprecated") and "deprecated" in before and "deprecated" in after:
        yield _keyword_change(pair, ChangeKind.TEXT, "x-deprecated")
    for keyword in dict.fromkeys([*before, *after]):
        if keyword not in _COMPARED_ELSEWHERE and before.get(keyword) != after.get(keyword):
            yield _keyword_change(pair, ChangeKind.OTHER, keyword)


def sibling_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield the changes of limits beside a reference. The dialect has none there, so no rule knows their effect."""
    before, after = pair.before, pair.after
    if "$ref" in before and "$ref" in after:
        for keyword in _INVALID_BESIDE_REFERENCE:
            if before.get(keyword) != after.get(keyword):
                yield _keyword_change(pair, ChangeKind.OTHER, keyword)


class _Absent:
    """The value of an absent keyword, where null is a value."""


_ABSENT = _Absent()


def same(left: object, right: object) -> bool:
    """Return whether two JSON values are equal. 1 and true are not."""
    return left == right and isinstance(left, bool) is isinstance(right, bool)


def _keyword_change(pair: Pair, kind: ChangeKind, keyword: str) -> SchemaChange:
    old = SchemaLocation(pair.old.file, pointers.join(pair.old.pointer, keyword)) if keyword in pair.before else None
    new = SchemaLocation(pair.new.file, pointers.join(pair.new.pointer, keyword)) if keyword in pair.after else None
    before, after = pair.before.get(keyword), pair.after.get(keyword)
    return pair.change(kind, name=keyword, before=before, after=after, old=old, new=new)


def limit_changes(pair: Pair, shape: str) -> Iterator[SchemaChange]:
    """Yield the changes of ranges, lengths, counts, patterns and uniqueness."""
    before, after = pair.before, pair.after
    if shape in ("integer", "number"):
        bounds = shapes.lower_bound(before), shapes.lower_bound(after)
        if bounds[0] != bounds[1]:
            yield pair.change(ChangeKind.LOWER_LIMIT, name="minimum", before=bounds[0], after=bounds[1])
        bounds = shapes.upper_bound(before), shapes.upper_bound(after)
        if bounds[0] != bounds[1]:
            yield pair.change(ChangeKind.UPPER_LIMIT, name="maximum", before=bounds[0], after=bounds[1])
    for change_kind, keywords in ((ChangeKind.LOWER_LIMIT, shapes.LOWER), (ChangeKind.UPPER_LIMIT, shapes.UPPER)):
        is_upper = change_kind is ChangeKind.UPPER_LIMIT
        for keyword in keywords:
            limits = shapes.count(before, keyword), shapes.count(after, keyword)
            if limits[0] != limits[1] and not (shape == shapes.OBJECT and _has_no_effect(pair, change_kind, limits)):
                yield pair.change(change_kind, name=keyword, before=(limits[0], is_upper), after=(limits[1], is_upper))
    if before.get("pattern") != after.get("pattern"):
        yield pair.change(ChangeKind.PATTERN, name="pattern", before=before, after=after)
    if bool(before.get("uniqueItems")) != bool(after.get("uniqueItems")):
        yield pair.change(
            ChangeKind.UNIQUE_ITEMS, name="uniqueItems", before=bool(before.get("uniqueItems")),
            after=bool(after.get("uniqueItems")),
        )  # fmt: skip


def _has_no_effect(pair: Pair, kind: ChangeKind, limits: tuple[float, float]) -> bool:
    """Return whether a limit on the number of properties follows from the properties themselves."""
    before, after = pair.before, pair.after
    if kind is ChangeKind.LOWER_LIMIT:
        stricter = before if limits[1] > limits[0] else after
        return max(limits) <= len(stricter.get("required", ()))
    stricter = before if limits[1] < limits[0] else after
    return stricter.get("additionalProperties") is False and min(limits) >= len(stricter["properties"])


def enumeration_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield listed values that were added, removed, reordered or changed, and whether the enumeration is open."""
    before, after = shapes.values(pair.before), shapes.values(pair.after)
    is_open = bool(pair.before.get("x-open-enum")), bool(pair.after.get("x-open-enum"))
    if is_open[0] != is_open[1]:
        yield pair.change(ChangeKind.OPENNESS, before=is_open[0], after=is_open[1])
    parents = pair.before, pair.after
    old, new = _branch_locations(pair.old, pair.before), _branch_locations(pair.new, pair.after)
    for value, branch in before.items():
        if value not in after:
            yield pair.change(
                ChangeKind.VALUE_REMOVED,
                name=value,
                before=branch,
                parents=parents,
                old=old[value],
                new=None,
                shown_at=pair.new,
            )
        elif not pair.shape_only and "const" not in pair.before and "const" not in pair.after:
            yield from _branch_changes(pair, value, (branch, after[value]), (old[value], new[value]))
    for value, branch in after.items():
        if value not in before:
            yield pair.change(
                ChangeKind.VALUE_ADDED, name=value, after=branch, parents=parents, old=None, new=new[value]
            )
    common = [value for value in before if value in after]
    if common != [value for value in after if value in before] and not pair.shape_only:
        yield pair.change(ChangeKind.ORDER, name="oneOf", before=list(before), after=list(after))
    yield from reserved_changes(pair)


def _branch_changes(
    pair: Pair,
    value: str,
    branches: tuple[dict[str, object], dict[str, object]],
    locations: tuple[SchemaLocation, SchemaLocation],
) -> Iterator[SchemaChange]:
    """Yield the changes of the texts and of the deprecation of one listed value."""
    before, after = branches
    for keyword in dict.fromkeys([*before, *after]):
        if before.get(keyword) != after.get(keyword):
            kind = ChangeKind.DEPRECATION if keyword == "deprecated" else ChangeKind.TEXT
            yield pair.change(
                kind, subject=f'{pair.subject} "{value}"', name=keyword, before=before.get(keyword),
                after=after.get(keyword), old=locations[0], new=locations[1],
            )  # fmt: skip


def _branch_locations(location: SchemaLocation, node: Schema) -> dict[str, SchemaLocation]:
    """Return the location of each listed value."""
    if "const" in node:
        return {node["const"]: SchemaLocation(location.file, pointers.join(location.pointer, "const"))}
    keyword = "oneOf" if "oneOf" in node else "anyOf"
    return {
        branch["const"]: SchemaLocation(location.file, pointers.join(location.pointer, keyword, index))
        for index, branch in enumerate(node[keyword])
        if "const" in branch
    }


def object_keyword_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield whether the object became closed or open, and the changes of its reserved names."""
    closed = pair.before.get("additionalProperties") is False, pair.after.get("additionalProperties") is False
    if closed[0] != closed[1]:
        yield pair.change(ChangeKind.CLOSEDNESS, before=closed[0], after=closed[1])
    yield from reserved_changes(pair)


def reserved_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield names that became reserved, or are no longer reserved."""
    if pair.shape_only:
        return
    before, after = pair.before.get("x-reserved", ()), pair.after.get("x-reserved", ())
    for name in dict.fromkeys([*before, *after]):
        if (name in before) is not (name in after):
            yield pair.change(
                ChangeKind.RESERVED, name=name, before=name in before, after=name in after,
                parents=(pair.before, pair.after),
                old=_reserved_name_location(pair.old, before, name), new=_reserved_name_location(pair.new, after, name),
            )  # fmt: skip


def _reserved_name_location(location: SchemaLocation, names: Sequence[str], name: str) -> SchemaLocation | None:
    if name not in names:
        return None
    return SchemaLocation(location.file, pointers.join(location.pointer, "x-reserved", list(names).index(name)))
