"""A small model configuration with canaries, and the property names of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "canary"
"""A text that no view may show."""


def model(**members: Any) -> dict[str, Any]:
    return {
        "modelRef": "acme::v1::large",
        "displayName": "Large",
        "modelName": "large",
        "capabilities": ["chat"],
        "category": "speed",
        "status": "stable",
        "tier": "free",
        "contextWindow": {"maxInputTokens": 45000, "maxOutputTokens": 4000},
        **members,
    }


def document(**members: Any) -> dict[str, Any]:
    ref = "acme::v1::large"
    return {
        "schemaVersion": "1.0",
        "revision": "1",
        "providers": [{"id": "acme", "displayName": "Acme"}],
        "models": [model()],
        "defaultModels": {"chat": ref, "fastChat": ref, "codeCompletion": ref},
        **members,
    }


def names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from names(item)
