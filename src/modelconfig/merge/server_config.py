"""Server-side, client-side and cost settings in the form of a merged document."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from modelconfig.schema.embedded import embedded
from modelconfig.schema.properties import property_names, resolved, successors, types_of
from modelconfig.site.structure import is_unset

_OTHER_NAMES: Final = {"huggingface-tgi": "openAICompatible", "sourcegraph": "sourcegraphProvider"}
"""Properties of a merged document, by kind of provider, where they are not named after the kind."""


def provider_server_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `serverSideConfig` of a provider: the settings in a property named after the kind."""
    kind, settings = config["type"], _without_type(config)
    if kind in _service_names():
        return {"genericProvider": {"serviceName": kind, **settings}}
    return {_OTHER_NAMES.get(kind) or _by_folded_name("ServerSideProviderConfig")[kind.casefold()]: settings}


def model_server_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `serverSideConfig` of a model: the settings in a property named after the kind."""
    return {_by_folded_name("ServerSideModelConfig")[config["type"].casefold()]: _without_type(config)}


def model_client_config(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `clientSideConfig` of a model, in the names of clients and without unset sampling settings."""
    names = _by_folded_name("ClientSideModelConfig")
    return {names.get(kind.casefold(), kind): _without_unset(settings) for kind, settings in config.items()}


def cost(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return the given prices, and the number of tokens that they are for; an empty object where nothing is given."""
    given = {name: config.get(price_source(name, config)) for name in property_names("model", "ModelCost")}
    given = {name: value for name, value in given.items() if value is not None}
    return given if given.keys() - {"unit"} else {}


def price_source(name: str, config: Mapping[str, Any]) -> str:
    """Return the property that a price is read from: the successor where it is set, else the deprecated one."""
    successor = successors("site", "ModelCostOverride").get(name, name)
    return name if config.get(successor) is None else successor


@cache
def prices() -> tuple[str, ...]:
    """Return the names of the prices in the cost of a model: the numbers in it."""
    definitions = embedded("model")["$defs"]
    nodes = {name: resolved(node, definitions) for name, node in definitions["ModelCost"]["properties"].items()}
    return tuple(name for name, node in nodes.items() if not {"number", "integer"}.isdisjoint(types_of(node)))


@cache
def _by_folded_name(definition: str) -> dict[str, str]:
    """Return the properties of a definition by name in lower case: site configurations differ in case."""
    return {name.casefold(): name for name in property_names("model", definition)}


@cache
def _service_names() -> frozenset[str]:
    """Return the kinds of provider whose own API the instance supports."""
    return frozenset(value["const"] for value in embedded("model")["$defs"]["GenericServiceName"]["oneOf"])


def _without_unset(settings: Any) -> Any:
    if not isinstance(settings, dict):
        return settings
    return {name: value for name, value in settings.items() if not is_unset(name, value)}


def _without_type(config: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in config.items() if name != "type"}
