"""The merged list of providers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.display_names import fallback_name, is_blank
from modelconfig.jsontext.pointers import join
from modelconfig.merge.layers import Layer
from modelconfig.merge.new_model_checks import MAX_CANDIDATES, MAX_HINTS
from modelconfig.merge.overrides import given_properties, item_label, model_patch
from modelconfig.merge.patches import Patch
from modelconfig.merge.provenance import Trace
from modelconfig.merge.server_config import provider_server_config
from modelconfig.schema.properties import in_order, property_names
from modelconfig.site.cody_settings import GATEWAY_ENDPOINT, licence_token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.diagnostics.problem import Problem

_LICENCE_POINTER: Final = "/licenseKey"


@dataclass(slots=True)
class Providers:
    """The merged providers, traces of the changed ones by index, patches for their models by id, and problems."""

    merged: list[dict[str, Any]] = field(default_factory=list)
    traces: dict[int, Trace] = field(default_factory=dict)
    defaults: dict[str, Patch] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merge_providers(
    base: Sequence[dict[str, Any]], configuration: Mapping[str, Any], pointer: str, route: Patch | None
) -> Providers:
    """Return the merged providers; `route` is the patch for a base provider without `serverSideConfig`."""
    result = Providers()
    patches_by_id = _override_patches(configuration, pointer, result)
    for before in base:
        patches = [patches_by_id.pop(before["id"])] if before["id"] in patches_by_id else []
        _add(result, before, patches, route)
    base_ids = [before["id"] for before in base]
    for name, patch in patches_by_id.items():
        _add(result, None, [patch._replace(properties={"id": name, **patch.properties})], None)
        if "serverSideConfig" not in patch.properties:
            message = f"nothing says how to reach the provider {quote(name)}, so its models cannot be used"
            hint = did_you_mean(name, base_ids[:MAX_CANDIDATES]) if len(result.problems) < MAX_HINTS else ""
            hint += " If it is new, add" if hint else "Add"
            hint += " `serverSideConfig`; only supplied providers are reached through Cody Gateway."
            result.problems.append(warning("MC334", message, hint=hint, pointer=f"{patch.pointer}/id"))
    return result


def gateway_route(gateway: Mapping[str, Any] | None, pointer: str, licence: str) -> Patch:
    """Return the patch that routes a provider through the gateway; `pointer` leads to `sourcegraph`."""
    gateway = gateway or {}
    path = ("serverSideConfig", "sourcegraphProvider")
    sources = {path[:1]: pointer, path: pointer}
    config = {"endpoint": GATEWAY_ENDPOINT}
    if gateway.get("endpoint"):
        config["endpoint"] = gateway["endpoint"]
        sources[*path, "endpoint"] = join(pointer, "endpoint")
    if gateway.get("accessToken"):
        config["accessToken"] = gateway["accessToken"]
        sources[*path, "accessToken"] = join(pointer, "accessToken")
    elif licence_token(licence):
        config["accessToken"] = licence_token(licence)
        sources[*path, "accessToken"] = _LICENCE_POINTER
    return Patch(Layer.ROUTED, pointer, {path[0]: {path[1]: config}}, single_source=True, sources=sources)


def _override_patches(configuration: Mapping[str, Any], pointer: str, result: Providers) -> dict[str, Patch]:
    """Return the patches of `providerOverrides` by id; add the patches for their models to the result."""
    patches_by_id: dict[str, Patch] = {}
    for index, config in enumerate(configuration.get("providerOverrides") or ()):
        item_pointer = join(pointer, "providerOverrides", index)
        name = config["id"]
        patch = _provider_patch(config, item_pointer)
        first = patches_by_id.setdefault(name, patch)
        if first is not patch:
            message = f"the provider {quote(name)} is overridden twice, first by {item_label(first.pointer)}"
            hint = "Put everything about a provider into one override; nothing says which of two should win."
            result.problems.append(error("MC331", message, hint=hint, pointer=f"{item_pointer}/id"))
            continue
        default = config.get("defaultModelConfig")
        if default and any(value is not None for value in default.values()):
            result.defaults[name] = model_patch(default, Layer.PROVIDER_DEFAULT, f"{item_pointer}/defaultModelConfig")
    return patches_by_id


def _provider_patch(config: Mapping[str, Any], pointer: str) -> Patch:
    properties = given_properties(config, "Provider")
    # The id identifies the provider and is not changed.
    del properties["id"]
    if "serverSideConfig" in properties:
        properties["serverSideConfig"] = provider_server_config(properties["serverSideConfig"])
    return Patch(Layer.PROVIDER_OVERRIDE, pointer, properties, settings=config)


def _add(result: Providers, before: dict[str, Any] | None, patches: list[Patch], route: Patch | None) -> None:
    after = dict(before or {})
    for patch in patches:
        patch.apply(after)
    added_patches = []
    if is_blank(after.get("displayName")):
        added_patches.append(Patch(Layer.FILLED_IN, "", {"displayName": fallback_name(after["id"], 'Provider "{}"')}))
    if route is not None and after.get("serverSideConfig") is None:
        added_patches.append(route)
    for patch in added_patches:
        patch.apply(after)
    if patches or added_patches:
        result.traces[len(result.merged)] = Trace(before, (*patches, *added_patches))
        after = in_order(after, property_names("model", "Provider"))
    result.merged.append(after)
