"""The cases of one definition: each keyword satisfied and violated at each of its locations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.conformance.definition_graph import DefinitionGraph, properties_of
from codegen.conformance.embedding import Embedding
from codegen.conformance.invalid_values import InvalidValue, invalid_values
from codegen.conformance.json_patch import put, same
from codegen.conformance.locations import DocumentLocation, document_locations
from codegen.conformance.valid_values import full, nonempty_inline, with_property
from codegen.conformance.valid_variants import valid_variants
from modelconfig.jsontext import pointers


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Whether each profile accepts a document."""

    producer: bool
    consumer: bool
    client: bool


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
    builder = _CaseBuilder(graph, embedding)
    cases_by_rule: dict[str, list[Case]] = {}
    for value, location in _own_locations(graph, name, base, is_hidden=embedding.hidden):
        for case in builder.cases_at(value, location):
            same_rule = cases_by_rule.setdefault(case.rule, [])
            if not any(same(case.document, earlier.document) for earlier in same_rule):
                same_rule.append(case)
    document = embedding.embed(graph, base)
    base_case = Case("as it is", pointers.join("#/$defs", name), document, Verdicts(True, True, True))
    return DerivedCases(
        name,
        pointers.of(embedding.path),
        document,
        (base_case, *(case for same_rule in cases_by_rule.values() for case in same_rule)),
    )


def _own_locations(
    graph: DefinitionGraph, name: str, base: Any, *, is_hidden: bool
) -> Iterator[tuple[Any, DocumentLocation]]:
    """Yield the locations that the definition itself describes, each with a valid value that contains it."""
    for location in document_locations(graph, name, base, deep=False, is_hidden=is_hidden):
        yield base, location
    node = graph.definitions[name]
    for property_name in properties_of(node) if "properties" in node else {}:
        if property_name not in base:
            value = with_property(graph, node, property_name, nonempty_inline(graph, node["properties"][property_name]))
            for location in document_locations(graph, name, value, deep=False, is_hidden=is_hidden):
                if location.path[:1] == (property_name,):
                    yield value, location


class _CaseBuilder:
    """Makes cases from variants and invalid values of a value."""

    def __init__(self, graph: DefinitionGraph, embedding: Embedding) -> None:
        self._graph = graph
        self._embedding = embedding

    def cases_at(self, value: Any, location: DocumentLocation) -> Iterator[Case]:
        """Yield the cases of one location of the value."""
        for variant in valid_variants(self._graph, location.node, location.value):
            if not location.keeps_items_unique(put(value, location.path, variant.value)):
                continue
            document = self._document(value, location, variant.value)
            rule, name = location.keyword_pointer(variant.keyword), _case_name(location, variant.description)
            yield Case(name, rule, document, Verdicts(True, True, True), absent=absent_nulls(self._graph, document))
        for invalid_value in invalid_values(self._graph, location.node, location.value):
            # The subschema that refers to the definition may accept null.
            is_violation = invalid_value.value is not None or location.path or not self._embedding.nullable
            if is_violation and location.keeps_items_unique(put(value, location.path, invalid_value.value)):
                yield self._invalid_case(value, location, invalid_value)

    def _invalid_case(self, value: Any, location: DocumentLocation, invalid_value: InvalidValue) -> Case:
        return Case(
            _case_name(location, invalid_value.description),
            location.keyword_pointer(*invalid_value.keyword_path, invalid_value.keyword),
            self._document(value, location, invalid_value.value),
            verdicts(invalid_value, hidden=location.hidden),
            kind=invalid_value.kind,
            pointer=self._pointer(location, invalid_value.relative_path),
            exception=invalid_value.exception,
        )

    def _document(self, value: Any, location: DocumentLocation, replacement: Any) -> Any:
        return self._embedding.embed(self._graph, put(value, location.path, replacement))

    def _pointer(self, location: DocumentLocation, relative_path: tuple[str | int, ...] = ()) -> str:
        return pointers.of((*self._embedding.path, *location.path, *relative_path))


def absent_nulls(graph: DefinitionGraph, document: Any) -> tuple[str, ...]:
    """Return the pointers of the nulls in a valid document, which mean absent."""
    locations = document_locations(graph, graph.root, document, deep=True)
    return tuple(dict.fromkeys(pointers.of(location.path) for location in locations if location.value is None))


def verdicts(invalid_value: InvalidValue, *, hidden: bool) -> Verdicts:
    """Return the verdict of each profile on a document with this violation; clients do not see hidden locations."""
    client = invalid_value.consumer if invalid_value.client is None else invalid_value.client
    return Verdicts(invalid_value.producer, invalid_value.consumer, client or hidden or invalid_value.hidden)


def _case_name(location: DocumentLocation, description: str) -> str:
    path = ".".join(map(str, location.path))
    return f"{path}: {description}" if path else description
