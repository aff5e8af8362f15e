"""Rules on changed and new models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.documents.queries import MAX_DISPLAY_NAME_BYTES
from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import SiteContext

AUTOCOMPLETE_PROVIDERS = frozenset({"anthropic", "aws-bedrock", "azure-openai", "fireworks", "google", "openai"})
"""Ids of providers whose models clients can request completions from."""


def autocomplete_unknown_to_clients(site: SiteContext) -> Iterator[Finding]:
    """Find models for code completion that clients cannot send requests to."""
    defaults = _defaults(site)
    for model in site.models:
        provider = model.identity.partition("::")[0]
        base_model = site.base_models.get(model.identity, {})
        if (
            not provider
            or provider in AUTOCOMPLETE_PROVIDERS
            or "autocomplete" in array_property(base_model, "capabilities")
        ):
            continue
        if "openAICompatible" in object_property(base_model, "clientSideConfig"):
            continue
        default = defaults.get(provider, {})
        capabilities = array_property(model.value, "capabilities") or array_property(default, "capabilities")
        if "autocomplete" not in capabilities or _is_openai_compatible(model.value) or _is_openai_compatible(default):
            continue
        message = (
            f'{quote(model.identity)} has the capability "autocomplete",'
            f" and clients do not know how to ask {quote(provider)}"
        )
        yield Finding(
            model.pointer_to("capabilities") if model.value.get("capabilities") else model.pointer_to("modelRef"),
            message,
            'Add "clientSideConfig": {"openaicompatible": {}}, or leave the capability out.',
        )


def display_name_of_too_many_bytes(site: SiteContext) -> Iterator[Finding]:
    """Find display names of too many bytes.

    A name of too many characters is a problem of the schema's `maxLength`.
    """
    owners = [(entry.pointer, entry.value) for entry in (*site.providers, *site.models)]
    owners += [(entry.pointer_to("override"), object_property(entry.value, "override")) for entry in site.self_hosted]
    for pointer, value in owners:
        name = string_property(value, "displayName")
        size = len(name.encode("utf-8", "surrogatepass"))
        if len(name) <= MAX_DISPLAY_NAME_BYTES < size:
            message = f"this display name takes {size} bytes of UTF-8; at most {MAX_DISPLAY_NAME_BYTES} are allowed"
            hint = "Shorten it: a letter outside English takes two bytes or more, most other signs three or four."
            yield Finding(join(pointer, "displayName"), message, hint)


def effort_of_unreasoning_model(site: SiteContext) -> Iterator[Finding]:
    """Find models that have a reasoning effort and do not reason."""
    defaults = _defaults(site)
    for model in site.models:
        if not isinstance(model.value.get("reasoningEffort"), str):
            continue
        default = defaults.get(model.identity.partition("::")[0], {})
        base_model = site.base_models.get(model.identity, {})
        capabilities = next(
            (
                listed
                for source in (model.value, default, base_model)
                if (listed := array_property(source, "capabilities"))
            ),
            [],
        )
        if capabilities and "reasoning" not in capabilities:
            message = f'{quote(model.identity)} has a reasoning effort and lacks the capability "reasoning"'
            hint = "Add the capability, or remove the effort: APIs refuse it for models that do not reason."
            yield Finding(model.pointer_to("reasoningEffort"), message, hint, at_key=True)


def _defaults(site: SiteContext) -> dict[str, dict[str, Any]]:
    return {provider.identity: object_property(provider.value, "defaultModelConfig") for provider in site.providers}


def _is_openai_compatible(value: dict[str, Any]) -> bool:
    return isinstance(object_property(value, "clientSideConfig").get("openaicompatible"), dict)
