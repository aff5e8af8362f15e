"""The cases of one definition: each keyword satisfied and violated at each of its locations."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from codegen.conformance.definition_graph import DefinitionGraph, possible_properties
from codegen.conformance.embedding import Embedding
from codegen.conformance.invalid_values import invalid_values
from codegen.conformance.json_values import parts_of, patch, put
from codegen.conformance.locations import DocumentLocation, definition_location, locations_in
from codegen.conformance.valid_values import full, nonempty_inline, with_property
from codegen.conformance.valid_variants import valid_variants
from codegen.conformance.variants import NULL_ARRAY, TOLERATED, VALID, Variant, Verdicts
from modelconfig.jsontext import pointers

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A changed document, and what each profile says of it."""

    name: str
    rule: str
    """The pointer of the keyword that the case tests."""
    patch: tuple[dict[str, Any], ...]
    """The change of the definition's document."""
    verdicts: Verdicts
    kind: str = ""
    """`shape` or `value` for a document that at least one profile rejects, otherwise empty."""
    pointer: str | None = None
    """The location of the violation; for a missing property, where it would be."""
    absent: tuple[str, ...] = ()
    """The locations of nulls that mean absent, which readers and writers of the document may omit."""
    empty: tuple[str, ...] = ()
    """The locations of nulls that mean an empty array, as which readers must read and write them."""
    exception: str = ""
    """Why some compilers do not follow `kind`, if so: no type expresses the shape, or one expresses the value."""


@dataclass(frozen=True, slots=True)
class DerivedCases:
    """All cases of a definition, and the document from which each differs at one location."""

    definition: str
    root: str
    """The definition of the whole document."""
    pointer: str
    document: Any
    cases: tuple[Case, ...]


def derive_cases(graph: DefinitionGraph, name: str, embedding: Embedding) -> DerivedCases:
    """Return the cases of a definition, each in a document that `embedding` makes. Raises UnderivableError."""
    base = full(graph, graph.definitions[name])
    document = embedding.embed(graph, base)
    nulls = absent_nulls(graph, definition_location(graph, embedding.root, document))
    cases_by_rule: dict[str, dict[str, Case]] = {}
    for value, location in _own_locations(graph, name, base, embedding):
        # The subschema that refers to the definition may accept null.
        accepts_null = embedding.nullable and not location.path
        for variant in (
            *valid_variants(graph, location.node, location.value),
            *invalid_values(graph, location.node, location.value),
        ):
            if variant.kind and variant.value is None and accepts_null:
                continue
            if location.unique_arrays and not location.keeps_items_unique(put(value, location.path, variant.value)):
                continue
            changed, path = replace(location, value=variant.value), (*embedding.path, *location.path)
            if value is base and not embedding.siblings_differ:
                change = patch(location.value, variant.value, pointers.of(path))
            else:
                whole = put(value, location.path, variant.value)
                change = patch(document, embedding.embed(graph, whole))
                changed, path = definition_location(graph, name, whole), embedding.path
            case = make_case(location, variant, change, embedding.path)
            if not variant.kind:
                prefix = f"{pointers.of(path)}/"
                others = [pointer for pointer in nulls if not f"{pointer}/".startswith(prefix)]
                case = replace(case, absent=(*others, *absent_nulls(graph, changed, embedding.path)))
            # Equal changes make equal documents.
            key = json.dumps(change, sort_keys=True)
            cases_by_rule.setdefault(case.rule, {}).setdefault(key, case)
    base_case = Case("unchanged", pointers.join("#/$defs", name), (), VALID, absent=nulls)
    cases = (base_case, *(case for same_rule in cases_by_rule.values() for case in same_rule.values()))
    return DerivedCases(name, embedding.root, pointers.of(embedding.path), document, cases)


def make_case(location: DocumentLocation, variant: Variant, change: list[dict[str, Any]], base_path: Path = ()) -> Case:
    """Return the case of a document that has a variant at a location, whose path starts at `base_path`."""
    path = ".".join(map(str, location.path))
    location_pointer = pointers.of((*base_path, *location.path, *variant.relative_path))
    null_is_empty = location.null_is_empty and variant.value is None
    if null_is_empty:
        variant = replace(variant, verdicts=TOLERATED, exception="" if location.hidden else NULL_ARRAY)
    # Clients do not see what is hidden.
    client = variant.verdicts.client or location.hidden or variant.hidden
    return Case(
        f"{path}: {variant.description}" if path else variant.description,
        location.keyword_pointer(*variant.keyword_path, variant.keyword),
        tuple(change),
        variant.verdicts._replace(client=client),
        variant.kind,
        location_pointer if variant.kind else None,
        empty=(location_pointer,) if null_is_empty else (),
        exception=variant.exception,
    )


def absent_nulls(graph: DefinitionGraph, location: DocumentLocation, base_path: Path = ()) -> tuple[str, ...]:
    """Return the pointers of the nulls in the valid value of a location, which mean absent."""
    if not _has_null(location.value):
        return ()
    parts = locations_in(graph, location, deep=True)
    return tuple(dict.fromkeys(pointers.of((*base_path, *part.path)) for part in parts if part.value is None))


def _has_null(value: Any) -> bool:
    return value is None or any(map(_has_null, parts_of(value)))


def _own_locations(
    graph: DefinitionGraph, name: str, base: Any, embedding: Embedding
) -> Iterator[tuple[Any, DocumentLocation]]:
    """Yield the locations that the definition itself describes, each with a valid value that contains it."""
    root = definition_location(graph, name, base)
    root = replace(root, hidden=embedding.hidden, null_is_empty=embedding.null_is_empty)
    for location in locations_in(graph, root, deep=False):
        yield base, location
    node = graph.definitions[name]
    for property_name, property_node in possible_properties(node).items():
        if property_name not in base:
            value = with_property(graph, node, property_name, nonempty_inline(graph, property_node))
            for location in locations_in(graph, replace(root, value=value), deep=False):
                if location.path[:1] == (property_name,):
                    yield value, location
