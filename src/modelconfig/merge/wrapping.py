"""Server-side and client-side settings in the form of a merged document: unions by a member's name, not by `type`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROVIDERS: Final = {
    "awsBedrock": "awsBedrock",
    "azureOpenAI": "azureOpenAi",
    "anthropic": "genericProvider",
    "fireworks": "genericProvider",
    "google": "genericProvider",
    "openai": "genericProvider",
    "openaicompatible": "openAICompatible",
    "huggingface-tgi": "openAICompatible",
    "sourcegraph": "sourcegraphProvider",
}
_MODELS: Final = {
    "openaicompatible": "openAICompatible",
    "awsBedrock": "awsBedrock",
    "awsBedrockProvisionedThroughput": "awsBedrockProvisionedThroughput",
}


def provider_server_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return how to reach a provider, wrapped."""
    kind = config["type"]
    content = _content(config)
    if _PROVIDERS[kind] == "genericProvider":
        content = {"serviceName": kind, **content}
    return {_PROVIDERS[kind]: content}


def model_server_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return how to call a model, wrapped."""
    return {_MODELS[config["type"]]: _content(config)}


def model_client_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return what clients need to know of a model, under the name that they read."""
    return {"openAICompatible" if name == "openaicompatible" else name: value for name, value in config.items()}


def cost(config: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the prices that are given and the amount of tokens that they are for; nothing where no price is."""
    config = config or {}
    prices = {}
    for side in ("input", "output"):
        # Credits are the newer form, and win where somebody has written both.
        for form in ("Credits", "Pennies"):
            price = config.get(f"{side}Token{form}")
            if price is not None:
                prices[f"{side}TokenPennies"] = price
                break
    return {"unit": config["unit"], **prices} if prices else {}


def cost_sources(config: Mapping[str, Any] | None, place: str) -> dict[tuple[str, ...], str]:
    """Return the pointers of the given prices by their paths in the document."""
    return {
        ("estimatedModelCost", f"{side}TokenPennies"): f"{place}/{side}TokenCredits"
        for side in ("input", "output")
        if config and config.get(f"{side}TokenCredits") is not None
    }


def _content(config: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in config.items() if name != "type"}
