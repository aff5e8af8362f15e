"""The cases of one definition: every keyword at each of its own places, kept and broken, in a whole document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codegen.conformance.definition_graph import properties_of
from codegen.conformance.invalid_values import invalid_values
from codegen.conformance.json_patch import put, same
from codegen.conformance.locations import document_locations
from codegen.conformance.valid_values import full, holding, own
from codegen.conformance.valid_variants import valid_variants
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.conformance.definition_graph import DefinitionGraph
    from codegen.conformance.embedding import Embedding
    from codegen.conformance.invalid_values import InvalidValue
    from codegen.conformance.locations import DocumentLocation


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Whether each reading accepts a document."""

    producer: bool
    consumer: bool
    client: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A document and what is to be said of it. `rule` is the pointer of the keyword that it is about."""

    name: str
    rule: str
    document: Any
    verdicts: Verdicts
    kind: str = ""
    """`shape` or `value`, of what at least one reading refuses."""
    pointer: str | None = None
    """The place of the fault; of a missing member, where it would stand."""
    absent: tuple[str, ...] = ()
    """The places of nulls that mean absent: who reads and writes the document may leave them out."""
    exceptions: tuple[str, ...] = ()
    """Languages whose compilers do not follow the class: no type says it, or one does."""


@dataclass(frozen=True, slots=True)
class DerivedCases:
    """All cases of a definition, and the document that they differ from in one place."""

    definition: str
    at: str
    document: Any
    cases: tuple[Case, ...]


def derive_cases(world: DefinitionGraph, name: str, frame: Embedding) -> DerivedCases:
    """Return the cases of a definition that is reached by `frame`."""
    base = full(world, world.definitions[name])
    maker = _Maker(world, frame)
    found: dict[str, list[Case]] = {}
    for value, spot in _spots(world, name, base, unseen=frame.hidden):
        for case in maker.at(value, spot):
            about = found.setdefault(case.rule, [])
            if not any(same(case.document, other.document) for other in about):
                about.append(case)
    document = frame.around(world, base)
    whole = Case("as it is", pointers.join("#/$defs", name), document, Verdicts(True, True, True))
    return DerivedCases(
        name, pointers.of(frame.path), document, (whole, *(case for about in found.values() for case in about))
    )


def _spots(world: DefinitionGraph, name: str, base: Any, *, unseen: bool) -> Iterator[tuple[Any, DocumentLocation]]:
    """Yield the definition's own places, each with a valid value that has it."""
    for spot in document_locations(world, name, base, deep=False, unseen=unseen):
        yield base, spot
    node = world.definitions[name]
    for member in properties_of(node) if "properties" in node else {}:
        if member not in base:
            value = holding(world, node, member, own(world, node["properties"][member]))
            for spot in document_locations(world, name, value, deep=False, unseen=unseen):
                if spot.path[:1] == (member,):
                    yield value, spot


class _Maker:
    """Puts faults and variations of a value into documents."""

    def __init__(self, world: DefinitionGraph, frame: Embedding) -> None:
        self._world = world
        self._frame = frame

    def at(self, value: Any, spot: DocumentLocation) -> Iterator[Case]:
        """Yield the cases of one place of the value."""
        for variation in valid_variants(self._world, spot.node, spot.value):
            if not spot.alone(put(value, spot.path, variation.value)):
                continue
            document = self._document(value, spot, variation.value)
            rule, name = spot.rule_of(variation.keyword), _named(spot, variation.what)
            yield Case(name, rule, document, Verdicts(True, True, True), absent=nulls(self._world, document))
        for fault in invalid_values(self._world, spot.node, spot.value):
            # What refers to the definition may allow null in its place.
            meant = fault.value is not None or spot.path or not self._frame.nullable
            if meant and spot.alone(put(value, spot.path, fault.value)):
                yield self._refused(value, spot, fault)

    def _refused(self, value: Any, spot: DocumentLocation, fault: InvalidValue) -> Case:
        return Case(
            _named(spot, fault.what),
            spot.rule_of(*fault.within, fault.keyword),
            self._document(value, spot, fault.value),
            verdicts(fault, hidden=spot.hidden),
            kind=fault.kind,
            pointer=self._pointer(spot, fault.below),
            exceptions=fault.exceptions,
        )

    def _document(self, value: Any, spot: DocumentLocation, new: Any) -> Any:
        return self._frame.around(self._world, put(value, spot.path, new))

    def _pointer(self, spot: DocumentLocation, below: tuple[str | int, ...] = ()) -> str:
        return pointers.of((*self._frame.path, *spot.path, *below))


def nulls(world: DefinitionGraph, document: Any) -> tuple[str, ...]:
    """Return where a valid document has null for absent."""
    everywhere = document_locations(world, world.root, document, deep=True)
    return tuple(dict.fromkeys(pointers.of(spot.path) for spot in everywhere if spot.value is None))


def verdicts(fault: InvalidValue, *, hidden: bool) -> Verdicts:
    """Return what each reading says of a document with this fault; a client knows nothing of a hidden place."""
    client = fault.consumer if fault.client is None else fault.client
    return Verdicts(fault.producer, fault.consumer, client or hidden or fault.hidden)


def _named(spot: DocumentLocation, what: str) -> str:
    place = ".".join(map(str, spot.path))
    return f"{place}: {what}" if place else what
