"""Rules on the models that a site configuration changes or adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.jsontext.pointers import join
from modelconfig.site.property_names import shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import SiteContext

LONGEST_DISPLAY_NAME = 128
"""Bytes of UTF-8 that readers accept."""
AUTOCOMPLETE_PROVIDERS = frozenset({"anthropic", "aws-bedrock", "azure-openai", "fireworks", "google", "openai"})
"""Ids of providers whose models clients know how to ask for completions."""


def autocomplete_unknown_to_clients(site: SiteContext) -> Iterator[Finding]:
    """Find models for completing code that clients would not know how to ask."""
    defaults = _defaults(site)
    for model in site.models:
        provider = model.identity.partition("::")[0]
        supplied = site.supplied.get(model.identity, {})
        if (
            not provider
            or provider in AUTOCOMPLETE_PROVIDERS
            or "autocomplete" in array_property(supplied, "capabilities")
        ):
            continue
        if "openAICompatible" in object_property(supplied, "clientSideConfig"):
            continue
        default = defaults.get(provider, {})
        capabilities = array_property(model.value, "capabilities") or array_property(default, "capabilities")
        if "autocomplete" not in capabilities or _speaks_openai(model.value) or _speaks_openai(default):
            continue
        message = (
            f'{shown_name(model.identity)} has the capability "autocomplete",'
            f" and clients do not know how to ask {shown_name(provider)}"
        )
        yield Finding(
            model.at("capabilities") if model.value.get("capabilities") else model.at("modelRef"),
            message,
            'Add "clientSideConfig": {"openaicompatible": {}}, or leave the capability out.',
        )


def display_name_of_too_many_bytes(site: SiteContext) -> Iterator[Finding]:
    """Find display names of more bytes than readers accept.

    A name of more than that many characters is the schema's to report.
    """
    places = [(entry.pointer, entry.value) for entry in (*site.providers, *site.models)]
    places += [(entry.at("override"), object_property(entry.value, "override")) for entry in site.self_hosted]
    for pointer, value in places:
        name = string_property(value, "displayName")
        size = len(name.encode("utf-8", "surrogatepass"))
        if len(name) <= LONGEST_DISPLAY_NAME < size:
            message = f"this display name takes {size} bytes of UTF-8; at most {LONGEST_DISPLAY_NAME} are allowed"
            hint = "Shorten it: a letter outside English takes two bytes or more, most other signs three or four."
            yield Finding(join(pointer, "displayName"), message, hint)


def effort_of_unreasoning_model(site: SiteContext) -> Iterator[Finding]:
    """Find models that are told how much to reason and do not reason."""
    defaults = _defaults(site)
    for model in site.models:
        if not isinstance(model.value.get("reasoningEffort"), str):
            continue
        default = defaults.get(model.identity.partition("::")[0], {})
        supplied = site.supplied.get(model.identity, {})
        capabilities = next(
            (found for one in (model.value, default, supplied) if (found := array_property(one, "capabilities"))), []
        )
        if capabilities and "reasoning" not in capabilities:
            message = f'{shown_name(model.identity)} has a reasoning effort and lacks the capability "reasoning"'
            hint = "Add the capability, or remove the effort: APIs refuse it for models that do not reason."
            yield Finding(model.at("reasoningEffort"), message, hint, at_key=True)


def _defaults(site: SiteContext) -> dict[str, dict[str, Any]]:
    return {provider.identity: object_property(provider.value, "defaultModelConfig") for provider in site.providers}


def _speaks_openai(value: dict[str, Any]) -> bool:
    return isinstance(object_property(value, "clientSideConfig").get("openaicompatible"), dict)
