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
_PRICES: Final = tuple(
    (f"{side}TokenPennies", f"{side}TokenCredits", f"{side}TokenPennies") for side in ("input", "output")
)


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


def cost(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the prices that are given and the amount of tokens that they are for; nothing where no price is."""
    prices = {}
    for name, newer, older in _PRICES:
        # Credits are the newer form, and win where somebody has written both.
        price = config.get(newer)
        if price is None:
            price = config.get(older)
        if price is not None:
            prices[name] = price
    return {"unit": config["unit"], **prices} if prices else {}


def _content(config: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in config.items() if name != "type"}
