"""Visit every subschema of a schema with its JSON pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Schema: TypeAlias = "dict[str, Any]"

_OF_NAMES = ("$defs", "properties")
_OF_ONE = ("items", "additionalProperties")
_OF_MANY = ("oneOf", "anyOf")


def children(node: Schema) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
    """Yield the subschemas directly below `node` with the tokens that lead to each; malformed ones are left out."""
    for keyword in _OF_NAMES:
        named = node.get(keyword)
        if isinstance(named, dict):
            yield from (((keyword, name), child) for name, child in named.items() if isinstance(child, dict))
    for keyword in _OF_ONE:
        if isinstance(node.get(keyword), dict):
            yield (keyword,), node[keyword]
    for keyword in _OF_MANY:
        many = node.get(keyword)
        if isinstance(many, list):
            yield from (((keyword, index), child) for index, child in enumerate(many) if isinstance(child, dict))


def subschemas(schema: Schema, pointer: str = "") -> Iterator[tuple[str, Schema]]:
    """Yield every subschema with its JSON Pointer, `schema` itself first, in document order by keyword."""
    pending = [(pointer, schema)]
    while pending:
        location, node = pending.pop()
        yield location, node
        below = [(pointers.join(location, *tokens), child) for tokens, child in children(node)]
        pending.extend(reversed(below))


def transform(node: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Return a copy of `node` in which `change` has been applied to every subschema, innermost first."""
    copy: Schema = {}
    for keyword, value in node.items():
        if keyword in _OF_NAMES:
            copy[keyword] = {name: transform(child, change) for name, child in value.items()}
        elif keyword in _OF_MANY:
            copy[keyword] = [transform(child, change) for child in value]
        elif keyword in _OF_ONE and isinstance(value, dict):
            copy[keyword] = transform(value, change)
        else:
            copy[keyword] = value
    return change(copy)
