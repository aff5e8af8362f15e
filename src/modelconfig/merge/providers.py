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
from modelconfig.merge.overrides import given_properties, item, model_patch
from modelconfig.merge.patches import Patch
from modelconfig.merge.provenance import Trace
from modelconfig.merge.server_config import provider_server_config
from modelconfig.schema.properties import in_order, property_names
from modelconfig.site.cody_settings import GATEWAY_ENDPOINT, licence_token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.diagnostics.problem import Problem

_LICENCE: Final = "/licenseKey"


@dataclass(slots=True)
class Providers:
    """The merged providers, how each touched one came about, and what each says about its models."""

    merged: list[dict[str, Any]] = field(default_factory=list)
    traces: dict[int, Trace] = field(default_factory=dict)
    defaults: dict[str, Patch] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merge_providers(
    supplied: Sequence[dict[str, Any]], configuration: Mapping[str, Any], place: str, route: Patch | None
) -> Providers:
    """Return the merged providers; `route` is how to reach a supplied one that nothing else is said about."""
    result = Providers()
    said = _said(configuration, place, result)
    for before in supplied:
        patches = [said.pop(before["id"])] if before["id"] in said else []
        _add(result, before, patches, route)
    known = [before["id"] for before in supplied]
    for name, patch in said.items():
        _add(result, None, [patch._replace(members={"id": name, **patch.members})], None)
        if "serverSideConfig" not in patch.members:
            message = f"nothing says how to reach the provider {quote(name)}, so its models cannot be used"
            hint = did_you_mean(name, known[:MAX_CANDIDATES]) if len(result.problems) < MAX_HINTS else ""
            hint += " If it is new, add" if hint else "Add"
            hint += " `serverSideConfig`; only supplied providers are reached through Cody Gateway."
            result.problems.append(warning("MC334", message, hint=hint, pointer=f"{patch.place}/id"))
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
        sources[*path, "accessToken"] = _LICENCE
    return Patch(Layer.ROUTED, pointer, {path[0]: {path[1]: config}}, whole=True, sources=sources)


def _said(configuration: Mapping[str, Any], place: str, result: Providers) -> dict[str, Patch]:
    """Return what is said about each provider, by id; what is said about its models goes into the result."""
    found: dict[str, Patch] = {}
    for index, config in enumerate(configuration.get("providerOverrides") or ()):
        here = join(place, "providerOverrides", index)
        name = config["id"]
        patch = _patch(config, here)
        first = found.setdefault(name, patch)
        if first is not patch:
            message = f"the provider {quote(name)} is overridden twice, first by {item(first.place)}"
            hint = "Put everything about a provider into one override; nothing says which of two should win."
            result.problems.append(error("MC331", message, hint=hint, pointer=f"{here}/id"))
            continue
        default = config.get("defaultModelConfig")
        if default and any(value is not None for value in default.values()):
            result.defaults[name] = model_patch(default, Layer.PROVIDER_DEFAULT, f"{here}/defaultModelConfig")
    return found


def _patch(config: Mapping[str, Any], place: str) -> Patch:
    members = given_properties(config, "Provider")
    # The id says which provider it is, and changes nothing.
    del members["id"]
    if "serverSideConfig" in members:
        members["serverSideConfig"] = provider_server_config(members["serverSideConfig"])
    return Patch(Layer.PROVIDER_OVERRIDE, place, members, said=config)


def _add(result: Providers, before: dict[str, Any] | None, patches: list[Patch], route: Patch | None) -> None:
    after = dict(before or {})
    for patch in patches:
        patch.apply(after)
    filled = []
    if is_blank(after.get("displayName")):
        filled.append(Patch(Layer.FILLED_IN, "", {"displayName": fallback_name(after["id"], 'Provider "{}"')}))
    if route is not None and after.get("serverSideConfig") is None:
        filled.append(route)
    for patch in filled:
        patch.apply(after)
    if patches or filled:
        result.traces[len(result.merged)] = Trace(before, (*patches, *filled))
        after = in_order(after, property_names("model", "Provider"))
    result.merged.append(after)
