"""The values of a document that editors propose in other documents, such as the references of its models."""

from collections.abc import Iterator
from typing import Any

from modelconfig.jsontext import pointers

ANNOTATION = "x-known-values"
"""The keyword of a schema that names the location of known values in a model configuration."""


def with_known_values(schema: Any, document: dict[str, Any]) -> Any:
    """Return a schema with further examples: the values of `document` at the locations that its annotations name.

    `*` in a location is every item of an array.
    """
    if isinstance(schema, list):
        return [with_known_values(item, document) for item in schema]
    if not isinstance(schema, dict):
        return schema
    node = {keyword: with_known_values(value, document) for keyword, value in schema.items()}
    if isinstance(location := node.get(ANNOTATION), str):
        known = [value for value in _values(document, pointers.split(location)) if isinstance(value, str)]
        # Of equal values, one: editors propose each example.
        node["examples"] = list(dict.fromkeys([*known, *node.get("examples", ())]))
    return node


def _values(value: Any, tokens: list[str]) -> Iterator[Any]:
    if not tokens:
        yield value
        return
    token, *rest = tokens
    if token == "*" and isinstance(value, list):  # noqa: S105  not a credential: every item
        children = value
    else:
        children = [value[token]] if isinstance(value, dict) and token in value else []
    for child in children:
        yield from _values(child, rest)
