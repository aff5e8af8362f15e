"""Site configurations of any size, and the catalogues that they change, made from the catalogue's own models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bench.documents import repeated

if TYPE_CHECKING:
    from pathlib import Path

REAL_OVERRIDES = 30
REAL_PROVIDERS = 5
"""What a large instance of today has."""
_NEW = 10
"""One override in so many adds a model; the others change a supplied one."""


def base_document(catalogue: Path, models: int, providers: int) -> dict[str, Any]:
    """Return a document with so many models, dealt to so many providers."""
    document: dict[str, Any] = json.loads(catalogue.read_text("utf-8"))
    names = [f"provider-{number}" for number in range(providers)]
    document["providers"] += [{"id": name, "displayName": name.title()} for name in names]
    originals = document["models"]
    # The defaults name the originals, so these stay with their own providers.
    document["models"] = list(repeated(originals, models))
    for number, model in enumerate(document["models"][len(originals) :]):
        _, version, name = model["modelRef"].split("::")
        model["modelRef"] = f"{names[number % providers]}::{version}::{name}"
    return document


def site_document(base: dict[str, Any], overrides: int, providers: int) -> dict[str, Any]:
    """Return a site configuration that overrides so many models, evenly spread, and so many providers."""
    supplied = base["models"]
    changed = [provider["id"] for provider in base["providers"][-providers:]]
    model_overrides = []
    for number in range(overrides):
        if number % _NEW:
            reference = supplied[number * len(supplied) // overrides]["modelRef"]
            model_overrides.append(_change(reference, number))
        else:
            model_overrides.append(_addition(changed[number % len(changed)], number))
    return {
        "cody.enabled": True,
        "licenseKey": "slk-licence-of-a-benchmark",
        "modelConfiguration": {
            "sourcegraph": {"modelFilters": {"deny": ["*gpt-3.5*"]}},
            "providerOverrides": [_provider(name) for name in changed],
            "modelOverrides": model_overrides,
            "defaultModels": {"chat": base["defaultModels"]["chat"]},
        },
    }


def _change(reference: str, number: int) -> dict[str, Any]:
    return {
        "modelRef": reference,
        "displayName": f"Changed {number}",
        "contextWindow": {"maxInputTokens": 100_000 + number, "maxOutputTokens": 8192},
    }


def _addition(provider: str, number: int) -> dict[str, Any]:
    return {
        "modelRef": f"{provider}::v1::added-{number}",
        "displayName": f"Added {number}",
        "modelName": f"added-{number}",
        "capabilities": ["chat", "edit"],
        "category": "balanced",
        "status": "stable",
        "contextWindow": {"maxInputTokens": 64_000, "maxOutputTokens": 8192},
        "clientSideConfig": {"openaicompatible": {}},
    }


def _provider(name: str) -> dict[str, Any]:
    endpoint = {"url": f"https://{name}.example.com/v1", "accessToken": "token-of-a-benchmark"}
    return {
        "id": name,
        "displayName": f"Our {name}",
        "serverSideConfig": {"type": "openaicompatible", "endpoints": [endpoint]},
        "defaultModelConfig": {"contextWindow": {"maxInputTokens": 32_000}},
    }
