"""Differences of one subschema: annotations, limits, listed values, reserved names."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from codegen.evolution.diff import shapes
from codegen.evolution.diff.changes import ChangeKind, SchemaChange, SchemaLocation
from codegen.evolution.diff.pair import Pair
from codegen.schema import bounds
from codegen.schema.traversal import Schema

_TEXTS = ("title", "description", "examples", "x-known-values", "x-since", "x-maps-to", "x-not-mapped")
_ANNOTATIONS = ("x-references", "x-unique", "x-ts-template", "x-client-copy-of", "x-route-dependent")
_INVALID_BESIDE_REFERENCE = (
    "type", "const", "oneOf", "anyOf", "properties", "required", "additionalProperties", "items", "pattern",
    "uniqueItems", "x-open-enum", "x-reserved", *bounds.LOWER, *bounds.UPPER, *bounds.RANGE,
)  # fmt: skip
_COMPARED_ELSEWHERE = frozenset(
    {"$ref", "default", "deprecated", "x-deprecated", "x-visibility", "x-client-required", "x-secret"}
).union(_TEXTS, _ANNOTATIONS, _INVALID_BESIDE_REFERENCE)
_KINDS_OF_VALUE_KEYWORDS = {"deprecated": ChangeKind.DEPRECATION, "x-name": ChangeKind.ANNOTATION}
_ABSENT = object()
"""The value of an absent keyword, where null is a value."""


def annotation_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield the changes of annotations, and of every keyword that is not compared elsewhere."""
    before, after = pair.before, pair.after
    for kind, keywords in ((ChangeKind.TEXT, _TEXTS), (ChangeKind.ANNOTATION, _ANNOTATIONS)):
        yield from _keyword_changes(pair, kind, keywords)
    if before.get("default", _ABSENT) != after.get("default", _ABSENT):
        yield pair.keyword_change(ChangeKind.DEFAULT, "default")
    for keyword, kind in (("x-secret", ChangeKind.MASKING), ("deprecated", ChangeKind.DEPRECATION)):
        if bool(before.get(keyword)) != bool(after.get(keyword)):
            yield pair.keyword_change(kind, keyword)
    if "deprecated" in before and "deprecated" in after:
        yield from _keyword_changes(pair, ChangeKind.TEXT, ("x-deprecated",))
    others = [keyword for keyword in dict.fromkeys([*before, *after]) if keyword not in _COMPARED_ELSEWHERE]
    yield from _keyword_changes(pair, ChangeKind.OTHER, others)


def sibling_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield the changes of limits beside a reference. The dialect has none there, so no rule knows their effect."""
    if "$ref" in pair.before and "$ref" in pair.after:
        yield from _keyword_changes(pair, ChangeKind.OTHER, _INVALID_BESIDE_REFERENCE)


def _keyword_changes(pair: Pair, kind: ChangeKind, keywords: Iterable[str]) -> Iterator[SchemaChange]:
    for keyword in keywords:
        if pair.before.get(keyword) != pair.after.get(keyword):
            yield pair.keyword_change(kind, keyword)


def limit_changes(pair: Pair, shape: str) -> Iterator[SchemaChange]:
    """Yield the changes of ranges, lengths, counts, patterns and uniqueness."""
    before, after = pair.before, pair.after
    new_limits = bounds.limits_of(after)
    for keyword, old in bounds.limits_of(before).items():
        new = new_limits[keyword]
        if shape != shapes.OBJECT or not _has_no_effect(pair, keyword, old[0], new[0]):
            yield from pair.difference(ChangeKind.LIMIT, old, new, name=keyword)
    if before.get("pattern") != after.get("pattern"):
        yield pair.change(ChangeKind.PATTERN, name="pattern", before=before, after=after)
    unique = bool(before.get("uniqueItems")), bool(after.get("uniqueItems"))
    yield from pair.difference(ChangeKind.UNIQUE_ITEMS, *unique, name="uniqueItems")


def _has_no_effect(pair: Pair, keyword: str, old: float, new: float) -> bool:
    """Return whether a limit on the number of properties follows from the properties themselves."""
    if keyword in bounds.LOWER:
        stricter = pair.before if new > old else pair.after
        return max(old, new) <= len(stricter.get("required", ()))
    stricter = pair.before if new < old else pair.after
    return stricter.get("additionalProperties") is False and min(old, new) >= len(stricter["properties"])


def enumeration_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield listed values that were added, removed, reordered or changed, and whether the enumeration is open."""
    before, after = shapes.values(pair.before), shapes.values(pair.after)
    is_open = bool(pair.before.get("x-open-enum")), bool(pair.after.get("x-open-enum"))
    yield from pair.difference(ChangeKind.OPENNESS, *is_open)
    parents = pair.before, pair.after
    old, new = _branch_locations(pair.old, pair.before), _branch_locations(pair.new, pair.after)
    is_listed = not pair.shape_only and "const" not in pair.before and "const" not in pair.after
    for value, branch in before.items():
        if value not in after:
            yield pair.change(
                ChangeKind.VALUE_REMOVED, name=value, before=branch, parents=parents, old=old[value], new=None
            )
        elif is_listed:
            texts = replace(pair, subject=f'{pair.subject} "{value}"', old=old[value], new=new[value])
            for keyword in dict.fromkeys([*branch, *after[value]]):
                kind = _KINDS_OF_VALUE_KEYWORDS.get(keyword, ChangeKind.TEXT)
                yield from texts.difference(kind, branch.get(keyword), after[value].get(keyword), name=keyword)
    for value, branch in after.items():
        if value not in before:
            yield pair.change(
                ChangeKind.VALUE_ADDED, name=value, after=branch, parents=parents, old=None, new=new[value]
            )
    if _is_reordered(before, after) and not pair.shape_only:
        yield pair.change(ChangeKind.ORDER, name="oneOf", before=list(before), after=list(after))
    yield from reserved_changes(pair)


def _branch_locations(location: SchemaLocation, node: Schema) -> dict[str, SchemaLocation]:
    """Return the location of each listed value."""
    if "const" in node:
        return {node["const"]: location.below("const")}
    keyword = "oneOf" if "oneOf" in node else "anyOf"
    return {
        branch["const"]: location.below(keyword, index)
        for index, branch in enumerate(node[keyword])
        if "const" in branch
    }


def _is_reordered(before: Collection[str], after: Collection[str]) -> bool:
    """Return whether the names that both collections have are in another order."""
    return [name for name in before if name in after] != [name for name in after if name in before]


def object_keyword_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield whether the properties are in another order, whether the object was closed or opened, and its names."""
    before, after = pair.before["properties"], pair.after["properties"]
    if _is_reordered(before, after) and not pair.shape_only:
        yield pair.keyword_change(ChangeKind.PROPERTY_ORDER, "properties")
    is_closed = (node.get("additionalProperties") is False for node in (pair.before, pair.after))
    yield from pair.difference(ChangeKind.CLOSEDNESS, *is_closed)
    yield from reserved_changes(pair)


def reserved_changes(pair: Pair) -> Iterator[SchemaChange]:
    """Yield names that became reserved, or are no longer reserved."""
    before, after = ([] if pair.shape_only else node.get("x-reserved", []) for node in (pair.before, pair.after))
    for name in dict.fromkeys([*before, *after]):
        yield from pair.difference(
            ChangeKind.RESERVED, name in before, name in after, name=name, parents=(pair.before, pair.after),
            old=pair.old.below("x-reserved", before.index(name)) if name in before else None,
            new=pair.new.below("x-reserved", after.index(name)) if name in after else None,
        )  # fmt: skip
