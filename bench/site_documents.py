"""Site configurations of any size, and the catalogues that they override, made from the models of the catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bench.documents import repeated_models

if TYPE_CHECKING:
    from pathlib import Path

REAL_OVERRIDES = 30
REAL_PROVIDERS = 5
"""The numbers of overrides and providers of a large instance today."""
_DENIED = "gpt-3.5"
_OVERRIDES_PER_NEW_MODEL = 10
"""One in this number of overrides adds a model; the others override a catalogue model."""


def base_document(catalogue: Path, models: int, providers: int) -> dict[str, Any]:
    """Return a document with this number of models, distributed over this number of providers."""
    document: dict[str, Any] = json.loads(catalogue.read_text("utf-8"))
    names = [f"provider-{number}" for number in range(providers)]
    document["providers"] += [{"id": name, "displayName": name.title()} for name in names]
    models_of_catalogue = document["models"]
    # The default models refer to the models of the catalogue, so these keep their providers.
    document["models"] = list(repeated_models(models_of_catalogue, models))
    for number, model in enumerate(document["models"][len(models_of_catalogue) :]):
        _, version, name = model["modelRef"].split("::")
        model["modelRef"] = f"{names[number % providers]}::{version}::{name}"
    return document


def site_document(base: dict[str, Any], overrides: int, providers: int) -> dict[str, Any]:
    """Return a site configuration that overrides this number of models, evenly distributed, and of providers."""
    # An override of a model that the filter removes would have to define the whole model.
    catalogue_models = [model for model in base["models"] if _DENIED not in model["modelRef"]]
    provider_ids = [provider["id"] for provider in base["providers"][-providers:]]
    model_overrides = []
    for number in range(overrides):
        if number % _OVERRIDES_PER_NEW_MODEL:
            reference = catalogue_models[number * len(catalogue_models) // overrides]["modelRef"]
            model_overrides.append(_model_override(reference, number))
        else:
            model_overrides.append(_new_model(provider_ids[number % len(provider_ids)], number))
    return {
        "cody.enabled": True,
        "licenseKey": "slk-licence-of-a-benchmark",
        "modelConfiguration": {
            "sourcegraph": {"modelFilters": {"deny": [f"*{_DENIED}*"]}},
            "providerOverrides": [_provider_override(name) for name in provider_ids],
            "modelOverrides": model_overrides,
            "defaultModels": {"chat": base["defaultModels"]["chat"]},
        },
    }


def _model_override(reference: str, number: int) -> dict[str, Any]:
    return {
        "modelRef": reference,
        "displayName": f"Changed {number}",
        "contextWindow": {"maxInputTokens": 100_000 + number, "maxOutputTokens": 8192},
    }


def _new_model(provider: str, number: int) -> dict[str, Any]:
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


def _provider_override(name: str) -> dict[str, Any]:
    endpoint = {"url": f"https://{name}.example.com/v1", "accessToken": "token-of-a-benchmark"}
    return {
        "id": name,
        "displayName": f"Our {name}",
        "serverSideConfig": {"type": "openaicompatible", "endpoints": [endpoint]},
        "defaultModelConfig": {"contextWindow": {"maxInputTokens": 32_000}},
    }
