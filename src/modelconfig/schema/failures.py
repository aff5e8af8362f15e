"""The failures of a value: the keywords that it does not satisfy, whichever library found them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from modelconfig.jsontext import pointers

Tokens: TypeAlias = "tuple[str | int, ...]"
"""The reference tokens of a JSON Pointer; only array indexes are integers."""


class Failure(NamedTuple):
    """A keyword of a schema that a value does not satisfy."""

    root: Mapping[str, Any]
    """The whole schema."""
    rule: Tokens
    """Leads from the whole schema to the keyword; `$ref` stands for the definition that it names."""
    path: Tokens
    """Leads from the document to the value."""
    schema: Mapping[str, Any]
    """The part of the schema that has the keyword."""
    value: Any
    secret: bool
    """Whether the value must not be quoted."""
    description: str
    """The outermost description of the value in the schema, for hints."""
    order: tuple[int, ...]
    """Sorts failures by keywords and properties as the schema has them, then by properties and items of the value."""
    branches: list[list[Failure]]
    """The failures under each schema of a `oneOf` or `anyOf`; empty where the value matches several of `oneOf`."""

    @property
    def keyword(self) -> str:
        """The keyword."""
        return str(self.rule[-1])

    @property
    def limit(self) -> Any:
        """The value of the keyword."""
        return self.schema[self.keyword]

    @property
    def pointer(self) -> str:
        """The JSON Pointer of the value."""
        return pointers.of(self.path)


class Locator:
    """Locates the failures of one value under one schema, from the two paths that a library reports."""

    def __init__(self, schema: Mapping[str, Any], value: Any) -> None:
        self._schema = schema
        self._value = value
        self._positions: dict[int, dict[str, int]] = {}

    def failure(self, rule: Iterable[str | int], path: Iterable[str | int], branches: list[list[Failure]]) -> Failure:
        """Return the failure of the keyword at the end of `rule` for the value at the end of `path`.

        Raises ValueError where a path leads nowhere.
        """
        rule, path = tuple(rule), tuple(path)
        schema: Any = self._schema
        value, secret, description = self._value, False, ""
        order: list[int] = []
        steps, tokens = iter(rule[:-1]), iter(path)
        for step in steps:
            secret = secret or schema.get("x-secret") is True
            description = description or schema.get("description", "")
            order.append(self._position(schema, step))
            schema = schema[step]
            if step == "$ref":
                schema = self._schema["$defs"][schema.rpartition("/")[2]]
            elif step == "properties" or isinstance(schema, list):
                part = next(steps, None)
                order.append(self._position(schema, part))
                schema = schema[part]
            if step in ("properties", "additionalProperties", "items"):
                token = next(tokens, None)
                order.append(self._position(value, token))
                value, description = value[token], ""
        if next(tokens, None) is not None:
            raise ValueError("the path leads further than the rule")
        # A value of another type breaks most other keywords too: its type comes first.
        order.append(-1 if rule[-1] == "type" else self._position(schema, rule[-1]))
        secret = secret or schema.get("x-secret") is True
        description = description or schema.get("description", "")
        return Failure(self._schema, rule, path, schema, value, secret, description, tuple(order), branches)

    def _position(self, container: Any, token: Any) -> int:
        """Return the index of a property or item. Raises ValueError where there is none."""
        if isinstance(container, list):
            return range(len(container)).index(token)
        if id(container) not in self._positions:
            names = container if isinstance(container, dict) else ()
            self._positions[id(container)] = {name: index for index, name in enumerate(names)}
        if token not in self._positions[id(container)]:
            raise ValueError("the path leads to no property")
        return self._positions[id(container)][token]


def causes(failures: Iterable[Failure]) -> Iterator[Failure]:
    """Yield sorted failures, but of a value of another type only that, and each keyword once for a value.

    Reporting what else is wrong with a value of another type would only hide the cause. Libraries report some keywords
    once for each property.
    """
    previous = wrong_type = None
    for failure in failures:
        is_new = previous is None or (failure.rule, failure.path) != (previous.rule, previous.path)
        previous = failure
        if is_new and (wrong_type is None or not _is_within(failure, wrong_type)):
            wrong_type = failure if failure.keyword == "type" else wrong_type
            yield failure


def _is_within(failure: Failure, wrong_type: Failure) -> bool:
    """Return whether a failure is under the same part of the schema, for the same value or a part of it."""
    prefix = wrong_type.rule[:-1]
    return failure.rule[: len(prefix)] == prefix and failure.path[: len(wrong_type.path)] == wrong_type.path
