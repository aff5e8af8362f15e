"""The server view: the whole document with credentials masked."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from modelconfig.diagnostics.credentials import (
    HIDDEN,
    is_credential,
    looks_like_credential,
    shown_name,
    without_query_credentials,
    without_user_info,
)
from modelconfig.schema.embedded import embedded
from modelconfig.views.visibility import UNKNOWN, VisibilityNode, compile_plan


def server_view(document: Mapping[str, Any], *, reveal: bool = False) -> dict[str, Any]:
    """Return the whole document, with `(hidden)` in place of credentials unless `reveal` is set.

    The document is not changed; the result shares the parts that are equal. Raises DataMissing.
    """
    if reveal:
        return dict(document)
    masked: dict[str, Any] = hide_secrets(dict(document), plan_of("model.consumer"))
    return masked


@cache
def plan_of(schema: str) -> VisibilityNode:
    """Return the visibility tree of an embedded schema, by its name. Raises DataMissing."""
    return compile_plan(embedded(schema))


def hide_secrets(value: Any, plan: VisibilityNode) -> Any:
    """Return a value of the tree's schema with `HIDDEN` in place of every credential.

    Hidden are: values that the schema marks, maps included, whose names stay; user names, passwords and keys in URLs;
    strings that look like a credential; and, where the schema knows no property, those with the name of a credential.
    Null and the empty string stay: they are not credentials.
    """
    return _masked("", value, plan)


def _masked(name: str, value: Any, node: VisibilityNode) -> Any:
    if node.secret:
        return _hidden(value)
    kind = type(value)
    if kind is str:
        return value if node.has_pattern else _text(name, value, is_known=node is not UNKNOWN)
    if kind is dict:
        node = node.of(value) if node.variants else node
        properties, additional = node.properties, node.additional or UNKNOWN
        masked = {
            shown_name(property_name): _masked(property_name, item, properties.get(property_name, additional))
            for property_name, item in value.items()
        }
        return masked if any(masked.get(property_name) is not item for property_name, item in value.items()) else value
    if kind is list:
        child = node.items or UNKNOWN
        items = [_masked(name, item, child) for item in value]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


def _text(name: str, text: str, *, is_known: bool) -> str:
    if not is_known and is_credential(name, text):
        return HIDDEN
    redacted = without_user_info(text)
    return HIDDEN if looks_like_credential(redacted) else without_query_credentials(redacted)


def _hidden(value: Any) -> Any:
    """Return a credential's value with every string and number in it hidden; property names stay."""
    if isinstance(value, dict):
        return {shown_name(name): _hidden(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_hidden(item) for item in value]
    return value if value is None or value == "" else HIDDEN
