"""Differences within one node: its annotations, limits, listed values, and what a record says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.evolution.diff import shapes
from codegen.evolution.diff.changes import ChangeKind, SchemaLocation
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codegen.evolution.diff.changes import SchemaChange
    from codegen.evolution.diff.pair import Pair
    from codegen.schema.traversal import Schema

_TEXTS = ("title", "description", "examples", "x-since")
_OTHERS = ("x-references", "x-unique", "x-ts-template", "x-client-copy-of")
_COMPARED_ELSEWHERE = frozenset(
    "$ref type const oneOf anyOf properties required additionalProperties items pattern uniqueItems default "
    "deprecated x-deprecated x-open-enum x-visibility x-client-required x-secret x-reserved".split()
).union(_TEXTS, _OTHERS, shapes.LOWER, shapes.UPPER, shapes.RANGE)

_BESIDE_NO_REFERENCE = (
    "type", "const", "oneOf", "anyOf", "properties", "required", "additionalProperties", "items", "pattern",
    "uniqueItems", "x-open-enum", "x-reserved", *shapes.LOWER, *shapes.UPPER, *shapes.RANGE,
)  # fmt: skip


def annotation_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield what changed about a node and not about what is valid, and every keyword that nobody compares."""
    before, after = pair.before, pair.after
    for kind, keywords in ((ChangeKind.TEXT, _TEXTS), (ChangeKind.ANNOTATION, _OTHERS)):
        for keyword in keywords:
            if before.get(keyword) != after.get(keyword):
                yield _at(pair, kind, keyword)
    if not same(before.get("default", _NOTHING), after.get("default", _NOTHING)):
        yield _at(pair, ChangeKind.DEFAULT, "default")
    for keyword, kind in (("x-secret", ChangeKind.MASKING), ("deprecated", ChangeKind.DEPRECATION)):
        if bool(before.get(keyword)) != bool(after.get(keyword)):
            yield _at(pair, kind, keyword)
    if before.get("x-deprecated") != after.get("x-deprecated") and "deprecated" in before and "deprecated" in after:
        yield _at(pair, ChangeKind.TEXT, "x-deprecated")
    for keyword in dict.fromkeys([*before, *after]):
        if keyword not in _COMPARED_ELSEWHERE and before.get(keyword) != after.get(keyword):
            yield _at(pair, ChangeKind.OTHER, keyword)


def sibling_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield every limit that changed beside a reference. The dialect has none there, so no rule knows what it does."""
    before, after = pair.before, pair.after
    if "$ref" in before and "$ref" in after:
        for keyword in _BESIDE_NO_REFERENCE:
            if before.get(keyword) != after.get(keyword):
                yield _at(pair, ChangeKind.OTHER, keyword)


class _Nothing:
    """Stands for no value where null is one."""


_NOTHING = _Nothing()


def same(left: object, right: object) -> bool:
    """Tell whether two JSON values are the same. 1 and true are not."""
    return left == right and isinstance(left, bool) is isinstance(right, bool)


def _at(pair: Pair, kind: ChangeKind, keyword: str) -> SchemaChange:
    old = SchemaLocation(pair.old.file, pointers.join(pair.old.pointer, keyword)) if keyword in pair.before else None
    new = SchemaLocation(pair.new.file, pointers.join(pair.new.pointer, keyword)) if keyword in pair.after else None
    before, after = pair.before.get(keyword), pair.after.get(keyword)
    return pair.change(kind, name=keyword, before=before, after=after, old=old, new=new)


def limit_changes(pair: Pair, kind: str) -> Iterator[SchemaChange]:
    """Yield what changed about ranges, lengths, counts, patterns and uniqueness."""
    before, after = pair.before, pair.after
    if kind in ("integer", "number"):
        bounds = shapes.lower_bound(before), shapes.lower_bound(after)
        if bounds[0] != bounds[1]:
            yield pair.change(ChangeKind.LOWER_LIMIT, name="minimum", before=bounds[0], after=bounds[1])
        bounds = shapes.upper_bound(before), shapes.upper_bound(after)
        if bounds[0] != bounds[1]:
            yield pair.change(ChangeKind.UPPER_LIMIT, name="maximum", before=bounds[0], after=bounds[1])
    for kind_of, keywords in ((ChangeKind.LOWER_LIMIT, shapes.LOWER), (ChangeKind.UPPER_LIMIT, shapes.UPPER)):
        is_upper = kind_of is ChangeKind.UPPER_LIMIT
        for keyword in keywords:
            limits = shapes.count(before, keyword), shapes.count(after, keyword)
            if limits[0] != limits[1] and not (kind == shapes.RECORD and _without_effect(pair, kind_of, limits)):
                yield pair.change(kind_of, name=keyword, before=(limits[0], is_upper), after=(limits[1], is_upper))
    if before.get("pattern") != after.get("pattern"):
        yield pair.change(ChangeKind.PATTERN, name="pattern", before=before, after=after)
    if bool(before.get("uniqueItems")) != bool(after.get("uniqueItems")):
        yield pair.change(
            ChangeKind.UNIQUE_ITEMS, name="uniqueItems", before=bool(before.get("uniqueItems")),
            after=bool(after.get("uniqueItems")),
        )  # fmt: skip


def _without_effect(pair: Pair, kind: ChangeKind, limits: tuple[float, float]) -> bool:
    """Tell whether a limit on the number of members says nothing that its members do not say already."""
    before, after = pair.before, pair.after
    if kind is ChangeKind.LOWER_LIMIT:
        writer = before if limits[1] > limits[0] else after
        return max(limits) <= len(writer.get("required", ()))
    writer = before if limits[1] < limits[0] else after
    return writer.get("additionalProperties") is False and min(limits) >= len(writer["properties"])


def enumeration_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield values that came, went, moved or changed their texts, and whether readers accept others."""
    before, after = shapes.values(pair.before), shapes.values(pair.after)
    is_open = bool(pair.before.get("x-open-enum")), bool(pair.after.get("x-open-enum"))
    if is_open[0] != is_open[1]:
        yield pair.change(ChangeKind.OPENNESS, before=is_open[0], after=is_open[1])
    around = pair.before, pair.after
    old, new = _branches(pair.old, pair.before), _branches(pair.new, pair.after)
    for value, branch in before.items():
        if value not in after:
            yield pair.change(
                ChangeKind.VALUE_REMOVED,
                name=value,
                before=branch,
                around=around,
                old=old[value],
                new=None,
                near=pair.new,
            )
        elif not pair.shape_only and "const" not in pair.before and "const" not in pair.after:
            yield from _branch_changes(pair, value, (branch, after[value]), (old[value], new[value]))
    for value, branch in after.items():
        if value not in before:
            yield pair.change(ChangeKind.VALUE_ADDED, name=value, after=branch, around=around, old=None, new=new[value])
    kept = [value for value in before if value in after]
    if kept != [value for value in after if value in before] and not pair.shape_only:
        yield pair.change(ChangeKind.ORDER, name="oneOf", before=list(before), after=list(after))
    yield from reserved_changes(pair)


def _branch_changes(
    pair: Pair,
    value: str,
    branches: tuple[dict[str, object], dict[str, object]],
    places: tuple[SchemaLocation, SchemaLocation],
) -> Iterator[SchemaChange]:
    """Yield how the texts and the deprecation of one listed value changed."""
    before, after = branches
    for keyword in dict.fromkeys([*before, *after]):
        if before.get(keyword) != after.get(keyword):
            kind = ChangeKind.DEPRECATION if keyword == "deprecated" else ChangeKind.TEXT
            yield pair.change(
                kind, subject=f'{pair.subject} "{value}"', name=keyword, before=before.get(keyword),
                after=after.get(keyword), old=places[0], new=places[1],
            )  # fmt: skip


def _branches(place: SchemaLocation, node: Schema) -> dict[str, SchemaLocation]:
    """Return where each listed value stands."""
    if "const" in node:
        return {node["const"]: SchemaLocation(place.file, pointers.join(place.pointer, "const"))}
    keyword = "oneOf" if "oneOf" in node else "anyOf"
    return {
        branch["const"]: SchemaLocation(place.file, pointers.join(place.pointer, keyword, index))
        for index, branch in enumerate(node[keyword])
        if "const" in branch
    }


def record_keyword_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield whether others may add members, and which names are reserved."""
    closed = pair.before.get("additionalProperties") is False, pair.after.get("additionalProperties") is False
    if closed[0] != closed[1]:
        yield pair.change(ChangeKind.CLOSEDNESS, before=closed[0], after=closed[1])
    yield from reserved_changes(pair)


def reserved_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield names that are reserved now, or no longer."""
    if pair.shape_only:
        return
    before, after = pair.before.get("x-reserved", ()), pair.after.get("x-reserved", ())
    for name in dict.fromkeys([*before, *after]):
        if (name in before) is not (name in after):
            yield pair.change(
                ChangeKind.RESERVED, name=name, before=name in before, after=name in after,
                around=(pair.before, pair.after),
                old=_reserved_at(pair.old, before, name), new=_reserved_at(pair.new, after, name),
            )  # fmt: skip


def _reserved_at(place: SchemaLocation, names: Sequence[str], name: str) -> SchemaLocation | None:
    if name not in names:
        return None
    return SchemaLocation(place.file, pointers.join(place.pointer, "x-reserved", list(names).index(name)))
