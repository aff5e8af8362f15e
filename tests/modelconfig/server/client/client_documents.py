"""Documents for the client in tests: models with what a test names, and the rest as servers send it."""

from __future__ import annotations

from typing import Any

from tests.modelconfig.server.client.client_models import OF_A_SITE, ClientModels, OfferedModel, Rights

BASE = {"maxInputTokens": 7_000, "maxOutputTokens": 4_000}
ENHANCED = Rights(enhanced_context_window=True)


def model(ref: str = "acme::v1::large", **properties: Any) -> dict[str, Any]:
    """Return a model with some properties set."""
    name = ref.split("::")[2]
    common = {"displayName": name, "modelName": name, "capabilities": ["chat"], "category": "balanced"}
    return {"modelRef": ref, **common, "status": "stable", "tier": "enterprise", "contextWindow": BASE, **properties}


def client_of(*models: dict[str, Any], rights: Rights = OF_A_SITE, **defaults: str) -> ClientModels:
    """Return what a client makes of a document with these models and default models."""
    return ClientModels({"models": list(models), "defaultModels": defaults}, rights)


def offered(one: dict[str, Any], rights: Rights = OF_A_SITE) -> OfferedModel:
    """Return a model as the client offers it."""
    (found,) = client_of(one, rights=rights).offered
    return found
