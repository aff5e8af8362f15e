"""The merged list of providers."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.queries import provider_name
from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import Layer
from modelconfig.merge.merged_items import MergedItems
from modelconfig.merge.overrides import EMPTY_VALUES, duplicate_override, given_properties, items_of, model_patch
from modelconfig.merge.patches import Patch
from modelconfig.merge.server_config import provider_server_config
from modelconfig.schema.properties import property_names
from modelconfig.site.cody_settings import GATEWAY_ENDPOINT, licence_token

_LICENCE_POINTER: Final = "/licenseKey"
_MAX_HINTS: Final = 20
"""Problems with a misspelt name for which the nearest name is searched."""
_MAX_CANDIDATES: Final = 1_000
"""Names that a misspelt one is compared with; each comparison takes time."""


class MergedProviders(NamedTuple):
    """The merged providers, the patches for their models by id, and problems."""

    providers: MergedItems
    model_patches: dict[str, tuple[Patch, ...]]
    problems: list[Problem]
    rerouted: set[str]
    """The ids of the base providers that the site reaches through its own `serverSideConfig`."""


def merge_providers(
    base: Sequence[dict[str, Any]], configuration: Mapping[str, Any], pointer: str, route: Patch
) -> MergedProviders:
    """Return the merged providers; `route` is the patch for a base provider without `serverSideConfig`."""
    result = MergedProviders(MergedItems("Provider", provider_name), {}, [], set())
    patches_by_id = _override_patches(configuration, pointer, result)
    for before in base:
        override = patches_by_id.pop(before["id"], None)
        patches: tuple[Patch, ...] = () if override is None else (override,)
        if override and "serverSideConfig" in override.properties:
            result.rerouted.add(before["id"])
        elif before.get("serverSideConfig") is None:
            patches += (route,)
        result.providers.add(before, patches)
    base_ids = [before["id"] for before in base]
    for name, patch in patches_by_id.items():
        result.providers.add(None, (patch._replace(properties={"id": name, **patch.properties}),))
        if "serverSideConfig" not in patch.properties:
            message = f"provider {quote(name)} has no `serverSideConfig`, so its models are unreachable"
            hint = suggestion(name, base_ids, len(result.problems))
            hint += " If it is new, add" if hint else "Add"
            hint += " `serverSideConfig`; only providers of the catalogue are reached through Cody Gateway."
            result.problems.append(warning("MC334", message, hint=hint, pointer=f"{patch.pointer}/id"))
    return result


def gateway_route(gateway: Mapping[str, Any] | None, pointer: str, licence: str) -> Patch:
    """Return the patch that routes a provider through the gateway; `pointer` leads to `sourcegraph`."""
    gateway = gateway or {}
    path = ("serverSideConfig", "sourcegraphProvider")
    sources = {path[:1]: pointer, path: pointer}
    config = {"endpoint": GATEWAY_ENDPOINT}
    for name in property_names("model", "SourcegraphProviderConfig"):
        if gateway.get(name) not in EMPTY_VALUES:
            config[name] = gateway[name]
            sources[*path, name] = join(pointer, name)
    if "accessToken" not in config and licence_token(licence):
        config["accessToken"] = licence_token(licence)
        sources[*path, "accessToken"] = _LICENCE_POINTER
    return Patch(Layer.ROUTED, pointer, {path[0]: {path[1]: config}}, single_source=True, sources=sources)


def suggestion(name: str, candidates: Iterable[str], problem_count: int) -> str:
    """Return a question that suggests the nearest name; "" where none is similar, and after many problems."""
    return did_you_mean(name, islice(candidates, _MAX_CANDIDATES)) if problem_count < _MAX_HINTS else ""


def _override_patches(configuration: Mapping[str, Any], pointer: str, result: MergedProviders) -> dict[str, Patch]:
    """Return the patches of `providerOverrides` by id; add the patches for their models to the result."""
    patches_by_id: dict[str, Patch] = {}
    for item_pointer, config in items_of(configuration, pointer, "providerOverrides"):
        properties = given_properties(config, "Provider")
        # The id identifies the provider and is not changed.
        name = properties.pop("id")
        if "serverSideConfig" in properties:
            properties["serverSideConfig"] = provider_server_config(properties["serverSideConfig"])
        patch = Patch(Layer.PROVIDER_OVERRIDE, item_pointer, properties, settings=config)
        first = patches_by_id.setdefault(name, patch)
        if first is not patch:
            servers = [one.properties.get("serverSideConfig") for one in (first, patch)]
            hint = ""
            if None not in servers and servers[0] != servers[1]:
                hint = f"Use another id for the second, such as {quote(name + '-2')}, also in `modelRef` of its models."
            problem = duplicate_override("MC331", "provider", name, first.pointer, f"{item_pointer}/id", hint)
            result.problems.append(problem)
            continue
        default = config.get("defaultModelConfig") or {}
        if any(value is not None for value in default.values()):
            default_pointer = f"{item_pointer}/defaultModelConfig"
            result.model_patches[name] = (model_patch(default, Layer.PROVIDER_DEFAULT, default_pointer),)
    return patches_by_id
