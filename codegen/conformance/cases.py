"""The cases of one definition: each keyword satisfied and violated at each of its locations."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from codegen.conformance.definition_graph import DefinitionGraph, properties_of
from codegen.conformance.embedding import Embedding
from codegen.conformance.invalid_values import invalid_values
from codegen.conformance.json_patch import put, same
from codegen.conformance.locations import DocumentLocation, document_locations
from codegen.conformance.valid_values import full, nonempty_inline, with_property
from codegen.conformance.valid_variants import valid_variants
from codegen.conformance.variants import NULL_ARRAY, TOLERATED, VALID, Variant, Verdicts
from modelconfig.jsontext import pointers


@dataclass(frozen=True, slots=True)
class Case:
    """A document, and what each profile says of it. `rule` is the pointer of the keyword that the case tests."""

    name: str
    rule: str
    document: Any
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
    pointer: str
    document: Any
    cases: tuple[Case, ...]


def derive_cases(graph: DefinitionGraph, name: str, embedding: Embedding) -> DerivedCases:
    """Return the cases of a definition, each in a document that `embedding` makes."""
    base = full(graph, graph.definitions[name])
    document = embedding.embed(graph, base)
    cases_by_rule: dict[str, list[Case]] = {}
    for value, location in _own_locations(graph, name, base, embedding):
        for variant in (
            *valid_variants(graph, location.node, location.value),
            *invalid_values(graph, location.node, location.value),
        ):
            # The subschema that refers to the definition may accept null.
            accepts_null = embedding.nullable and not location.path
            changed = put(value, location.path, variant.value)
            if (variant.kind and variant.value is None and accepts_null) or not location.keeps_items_unique(changed):
                continue
            case = make_case(graph, location, variant, embedding.embed(graph, changed), embedding.path)
            same_rule = cases_by_rule.setdefault(case.rule, [])
            if not any(same(case.document, earlier.document) for earlier in same_rule):
                same_rule.append(case)
    base_case = Case("unchanged", pointers.join("#/$defs", name), document, VALID)
    cases = (base_case, *(case for same_rule in cases_by_rule.values() for case in same_rule))
    return DerivedCases(name, pointers.of(embedding.path), document, cases)


def make_case(
    graph: DefinitionGraph,
    location: DocumentLocation,
    variant: Variant,
    document: Any,
    base_path: tuple[str | int, ...] = (),
) -> Case:
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
        document,
        variant.verdicts._replace(client=client),
        variant.kind,
        location_pointer if variant.kind else None,
        () if variant.kind else absent_nulls(graph, document),
        (location_pointer,) if null_is_empty else (),
        variant.exception,
    )


def absent_nulls(graph: DefinitionGraph, document: Any) -> tuple[str, ...]:
    """Return the pointers of the nulls in a valid document, which mean absent."""
    locations = document_locations(graph, graph.root, document, deep=True)
    return tuple(dict.fromkeys(pointers.of(location.path) for location in locations if location.value is None))


def _own_locations(
    graph: DefinitionGraph, name: str, base: Any, embedding: Embedding
) -> Iterator[tuple[Any, DocumentLocation]]:
    """Yield the locations that the definition itself describes, each with a valid value that contains it."""
    for location in document_locations(graph, name, base, deep=False, is_hidden=embedding.hidden):
        yield base, location if location.path else replace(location, null_is_empty=embedding.null_is_empty)
    node = graph.definitions[name]
    for property_name in properties_of(node) if "properties" in node else {}:
        if property_name not in base:
            value = with_property(graph, node, property_name, nonempty_inline(graph, node["properties"][property_name]))
            for location in document_locations(graph, name, value, deep=False, is_hidden=embedding.hidden):
                if location.path[:1] == (property_name,):
                    yield value, location
