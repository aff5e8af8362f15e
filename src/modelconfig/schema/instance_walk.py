"""Walk an invalid instance along its schema.

Parts of the instance that are valid are skipped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from modelconfig.errors import UnsupportedSchema
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from modelconfig.diagnostics.problem import Problem

ANNOTATIONS = frozenset(
    {"$schema", "$id", "$comment", "$defs", "title", "description", "default", "examples", "deprecated", "format"}
)
"""Keywords that do not affect validation; neither do keywords that start with `x-`."""


@dataclass(frozen=True, slots=True)
class Location:
    """A value, its schema and its pointer. A value that is `secret` must not be quoted."""

    value: Any
    schema: Any
    pointer: str
    name: str
    secret: bool
    description: str = ""
    """The nearest description in the schema, for hints."""

    def child(self, token: str | int, value: Any, schema: Any) -> Location:
        """Return the location of an item or property of this value."""
        name = token if isinstance(token, str) else self.name
        return replace(
            self, value=value, schema=schema, pointer=pointers.join(self.pointer, token), name=name, description=""
        )

    def with_schema(self, schema: Any) -> Location:
        """Return the location of the same value with another schema, as for references and alternatives."""
        return replace(self, schema=schema)


Applicators: TypeAlias = "Mapping[str, Callable[[Walk, Location], Iterator[Problem]]]"
Assertions: TypeAlias = "Mapping[str, Callable[[Location], Iterator[Problem]]]"


class Walk:
    """The problems of values under one schema.

    `is_valid_at` returns quickly whether a value is valid against the part of the schema that a reference names.
    `applicators` are the keywords that apply further schemas, `assertions` the keywords that check the value itself
    (JSON Schema 2020-12, sections 7.5 and 7.6).
    """

    def __init__(
        self,
        schema: Mapping[str, Any],
        is_valid_at: Callable[[str, Any], bool],
        applicators: Applicators,
        assertions: Assertions,
    ) -> None:
        self._root = schema
        self._is_valid_at = is_valid_at
        self._applicators = applicators
        self._assertions = assertions

    def problems(self, value: Any) -> Iterator[Problem]:
        """Yield the problems of a value."""
        yield from self.visit(Location(value, self._root, "", "", secret=False))

    def visit(self, location: Location) -> Iterator[Problem]:
        """Yield the problems at and below a location."""
        if isinstance(location.schema, bool):
            if not location.schema:
                raise UnsupportedSchema("`false` may stand as additionalProperties only")
            return
        schema = location.schema
        location = replace(
            location,
            secret=location.secret or schema.get("x-secret") is True,
            description=location.description or schema.get("description", ""),
        )
        type_problems = list(self._assertions["type"](location)) if "type" in schema else []
        yield from type_problems
        if type_problems:
            # A value of another type breaks most other keywords too; reporting them would only hide the cause.
            return
        for keyword in schema:
            if keyword in self._applicators:
                yield from self._applicators[keyword](self, location)
            elif keyword in self._assertions:
                yield from self._assertions[keyword](location) if keyword != "type" else ()
            elif keyword not in ANNOTATIONS and not keyword.startswith("x-"):
                raise UnsupportedSchema(f"the keyword `{keyword}` is not part of the dialect")

    def follow(self, location: Location, target: str) -> Iterator[Problem]:
        """Yield the problems under the definition that a `$ref` names."""
        if not self._is_valid_at(target, location.value):
            yield from self.visit(location.with_schema(self.definition(target)))

    def definition(self, target: str) -> Mapping[str, Any]:
        """Return the definition of `#/$defs/Name`. Raises UnsupportedSchema for any other reference."""
        node: Any = self._root
        for token in pointers.split(target.removeprefix("#")):
            node = node.get(token) if isinstance(node, dict) else None
        if not target.startswith("#") or not isinstance(node, dict):
            raise UnsupportedSchema(f"the reference {target!r} leads nowhere within the schema")
        return node

    def resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the schema at the end of a chain of references, or the schema itself."""
        while "$ref" in schema:
            schema = self.definition(schema["$ref"])
        return schema
