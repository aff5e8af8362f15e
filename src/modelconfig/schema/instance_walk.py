"""A walk over a value that does not fit its schema, which leaves out the parts that do fit."""

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
"""Keywords that say nothing about what is valid; so do all that start with `x-`."""


@dataclass(frozen=True, slots=True)
class Location:
    """A value, the schema it has to fit, and where it stands. `secret` says that it may not be quoted."""

    value: Any
    schema: Any
    pointer: str
    name: str
    secret: bool
    meaning: str = ""
    """The nearest description of what stands here, for hints."""

    def below(self, token: str | int, value: Any, schema: Any) -> Location:
        """Return the spot of a part of this value."""
        name = token if isinstance(token, str) else self.name
        return replace(
            self, value=value, schema=schema, pointer=pointers.join(self.pointer, token), name=name, meaning=""
        )

    def again(self, schema: Any) -> Location:
        """Return the same value under another schema, as references and alternatives do."""
        return replace(self, schema=schema)


Parts: TypeAlias = "Mapping[str, Callable[[Walk, Location], Iterator[Problem]]]"
Rules: TypeAlias = "Mapping[str, Callable[[Location], Iterator[Problem]]]"


class Walk:
    """The problems of values under one schema.

    `fits` answers quickly whether a value fits the part of the schema that a reference names. `parts` are the keywords
    that lead to further schemas, `rules` those that judge a value by itself.
    """

    def __init__(self, schema: Mapping[str, Any], fits: Callable[[str, Any], bool], parts: Parts, rules: Rules) -> None:
        self._root = schema
        self._fits = fits
        self._parts = parts
        self._rules = rules

    def problems(self, value: Any) -> Iterator[Problem]:
        """Yield what does not fit."""
        yield from self.at(Location(value, self._root, "", "", secret=False))

    def at(self, spot: Location) -> Iterator[Problem]:
        """Yield what does not fit at and below the spot."""
        if isinstance(spot.schema, bool):
            if not spot.schema:
                raise UnsupportedSchema("`false` may stand as additionalProperties only")
            return
        schema = spot.schema
        spot = replace(
            spot,
            secret=spot.secret or schema.get("x-secret") is True,
            meaning=spot.meaning or schema.get("description", ""),
        )
        wrong_type = list(self._rules["type"](spot)) if "type" in schema else []
        yield from wrong_type
        if wrong_type:
            # A value of another type breaks most other rules too; saying so would only bury the cause.
            return
        for keyword in schema:
            if keyword in self._parts:
                yield from self._parts[keyword](self, spot)
            elif keyword in self._rules:
                yield from self._rules[keyword](spot) if keyword != "type" else ()
            elif keyword not in ANNOTATIONS and not keyword.startswith("x-"):
                raise UnsupportedSchema(f"the keyword `{keyword}` is not part of the dialect")

    def follow(self, spot: Location, target: str) -> Iterator[Problem]:
        """Yield what does not fit the definition that a `$ref` names."""
        if not self._fits(target, spot.value):
            yield from self.at(spot.again(self.definition(target)))

    def definition(self, target: str) -> Mapping[str, Any]:
        """Return what `#/$defs/Name` names. Raises UnsupportedSchema for any other reference."""
        node: Any = self._root
        for token in pointers.split(target.removeprefix("#")):
            node = node.get(token) if isinstance(node, dict) else None
        if not target.startswith("#") or not isinstance(node, dict):
            raise UnsupportedSchema(f"the reference {target!r} leads nowhere within the schema")
        return node

    def resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the schema that a chain of references ends at, or the schema itself."""
        while "$ref" in schema:
            schema = self.definition(schema["$ref"])
        return schema
