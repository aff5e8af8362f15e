"""The server view: the whole document, with credentials hidden from whoever only reads it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.credentials import (
    HIDDEN,
    is_credential,
    looks_like_credential,
    without_query_credentials,
    without_user_info,
)
from modelconfig.schema.embedded import embedded
from modelconfig.views.visibility import UNKNOWN, Shape, compile_plan

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST_LOOK = 16
"""Fewest characters of a text that can look like a credential, user information aside. Most texts are shorter."""


def server_view(document: Mapping[str, Any], *, reveal: bool = False) -> dict[str, Any]:
    """Return everything that an instance knows, with `(hidden)` in place of credentials unless `reveal` is set.

    The document is not changed; the result shares the parts that are the same. Raises DataMissing.
    """
    if reveal:
        return dict(document)
    masked: dict[str, Any] = hide_secrets(dict(document), plan_of("model.consumer"))
    return masked


@cache
def plan_of(schema: str) -> Shape:
    """Return what an embedded schema, by its name, says about credentials. Raises DataMissing."""
    return compile_plan(embedded(schema))


def hide_secrets(value: Any, plan: Shape) -> Any:
    """Return a value of the plan's schema with `HIDDEN` in place of every credential.

    Hidden are the places that the schema marks, maps included, whose names stay; user names, passwords and keys in
    URLs; texts that have the form of a credential; and where the schema knows nothing, members that are named like one.
    Null and the empty text, which say that there is no credential, stay.
    """
    return _masked("", value, plan)


def _masked(name: str, value: Any, shape: Shape) -> Any:
    if shape.secret:
        return _hidden(value)
    kind = type(value)
    if kind is str:
        return value if shape.identity else _text(name, value, known=shape is not UNKNOWN)
    if kind is dict:
        members, others = shape.members, shape.others or UNKNOWN
        made = {member: _masked(member, item, members.get(member, others)) for member, item in value.items()}
        return made if any(made[member] is not item for member, item in value.items()) else value
    if kind is list:
        below = shape.items or UNKNOWN
        items = [_masked(name, item, below) for item in value]
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return value


def _text(name: str, text: str, *, known: bool) -> str:
    if not known and is_credential(name, text):
        return HIDDEN
    if len(text) < _SHORTEST_LOOK and "@" not in text:
        return text
    shown = without_user_info(text)
    # What was put in place of user information looks like user information itself.
    return HIDDEN if looks_like_credential(shown.replace(f"{HIDDEN}@", "")) else without_query_credentials(shown)


def _hidden(value: Any) -> Any:
    """Return a credential's value with every text and number in it hidden, its members' names kept."""
    if isinstance(value, dict):
        return {name: _hidden(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_hidden(item) for item in value]
    return value if value is None or value == "" else HIDDEN
