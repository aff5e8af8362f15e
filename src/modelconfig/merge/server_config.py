"""Server-side, client-side and cost settings in the form of a merged document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names, successors

if TYPE_CHECKING:
    from collections.abc import Mapping

_OTHER_NAMES: Final = {"huggingface-tgi": "openAICompatible", "sourcegraph": "sourcegraphProvider"}
"""Kinds of provider whose settings a merged document has in a property that is not named after the kind."""
_VENDORS: Final = "genericProvider"


def provider_server_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return how to reach a provider, wrapped."""
    kind = config["type"]
    content = _content(config)
    if kind in _vendors():
        return {_VENDORS: {"serviceName": kind, **content}}
    return {_OTHER_NAMES.get(kind) or _by_folded_name("ServerSideProviderConfig")[kind.casefold()]: content}


def model_server_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return how to call a model, wrapped."""
    return {_by_folded_name("ServerSideModelConfig")[config["type"].casefold()]: _content(config)}


def model_client_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return what clients need to know of a model, under the name that they read."""
    known = _by_folded_name("ClientSideModelConfig")
    return {known.get(name.casefold(), name): value for name, value in config.items()}


def cost(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the prices that are given and the amount of tokens that they are for; nothing where no price is."""
    newer = successors("site", "ModelCostOverride")
    found = {}
    for name in prices():
        # Credits are the newer form, and win where somebody has written both.
        price = config.get(newer.get(name, name))
        if price is None:
            price = config.get(name)
        if price is not None:
            found[name] = price
    return {"unit": config["unit"], **found} if found else {}


@cache
def prices() -> tuple[str, ...]:
    """Return the names of the prices in the cost of a model: all but the amount of tokens that they are for."""
    return tuple(name for name in property_names("model", "ModelCost") if name != "unit")


@cache
def _by_folded_name(definition: str) -> dict[str, str]:
    """Return the properties of a definition by their names in lower case: a site configuration differs in case."""
    return {name.casefold(): name for name in property_names("model", definition)}


@cache
def _vendors() -> frozenset[str]:
    """Return the kinds of provider that are vendors with an API which the instance speaks natively."""
    return frozenset(value["const"] for value in embedded("model")["$defs"]["GenericServiceName"]["oneOf"])


def _content(config: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in config.items() if name != "type"}
