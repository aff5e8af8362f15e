"""Rules on changed and new models."""

from collections.abc import Iterator, Mapping
from typing import Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.rule import Finding, array_property, object_property, string_property
from modelconfig.documents.completion_models import COMPLETION_PROVIDERS
from modelconfig.documents.queries import MAX_DISPLAY_NAME_BYTES
from modelconfig.jsontext.pointers import join
from modelconfig.site.site_context import Entry, SiteContext, part


def autocomplete_unknown_to_clients(site: SiteContext) -> Iterator[Finding]:
    """Find models for code completion that clients cannot send requests to."""
    for model, default, base_model in _models(site):
        provider = model.identity.partition("::")[0]
        accepted = COMPLETION_PROVIDERS.get(provider)
        if (
            not provider
            or (accepted is not None and accepted.accepts(model.identity.rpartition("::")[2]))
            or "autocomplete" in array_property(base_model, "capabilities")
            or "openAICompatible" in object_property(base_model, "clientSideConfig")
            or "autocomplete" not in _first_capabilities(model.value, default)
            or _is_openai_compatible(model.value)
            or _is_openai_compatible(default)
        ):
            continue
        subject = f"provider {quote(provider)}" if accepted is None else f"model at the provider {quote(provider)}"
        message = (
            f'{quote(model.identity)} has the capability "autocomplete", which clients do not support for the {subject}'
        )
        hint = 'Add "clientSideConfig": {"openaicompatible": {}}, or remove the capability.'
        yield Finding(
            model.pointer_to("capabilities" if model.value.get("capabilities") else "modelRef"), message, hint
        )


def display_name_of_too_many_bytes(site: SiteContext) -> Iterator[Finding]:
    """Find display names of too many bytes.

    A name of too many characters is a problem of the schema's `maxLength`.
    """
    owners = [(entry.pointer, entry.value) for entry in (*site.providers, *site.models)]
    owners += [part(entry, "override") for entry in site.self_hosted]
    for pointer, value in owners:
        name = string_property(value, "displayName")
        size = len(name.encode("utf-8", "surrogatepass"))
        if len(name) <= MAX_DISPLAY_NAME_BYTES < size:
            message = f'"displayName" has {size} bytes of UTF-8; at most {MAX_DISPLAY_NAME_BYTES} are allowed'
            yield Finding(join(pointer, "displayName"), message, "Shorten it: non-ASCII characters take 2 to 4 bytes.")


def site_effort_without_reasoning(site: SiteContext) -> Iterator[Finding]:
    """Find models that have a reasoning effort and do not reason."""
    for model, default, base_model in _models(site):
        capabilities = _first_capabilities(model.value, default, base_model)
        if isinstance(model.value.get("reasoningEffort"), str) and capabilities and "reasoning" not in capabilities:
            message = f'{quote(model.identity)} has "reasoningEffort" but not the capability "reasoning"'
            hint = "Add the capability, or remove `reasoningEffort`: APIs reject it for models that do not reason."
            yield Finding(model.pointer_to("reasoningEffort"), message, hint, at_key=True)


def reasoning_without_effort(site: SiteContext) -> Iterator[Finding]:
    """Find models that a site configuration lets reason without an effort: they are then used without reasoning.

    A catalogue model that reasons is left alone.
    """
    for model, default, base_model in _models(site):
        if "reasoning" not in _first_capabilities(model.value, default) or model.value.get("reasoningEffort"):
            continue
        if base_model.get("reasoningEffort") or "reasoning" in array_property(base_model, "capabilities"):
            continue
        message = (
            f'{quote(model.identity)} has the capability "reasoning" but no "reasoningEffort", so it does not reason'
        )
        hint = 'Add "reasoningEffort": "low", "medium" or "high", or remove the capability.'
        yield Finding(
            model.pointer_to("capabilities" if model.value.get("capabilities") else "modelRef"), message, hint
        )


def _models(site: SiteContext) -> Iterator[tuple[Entry, Mapping[str, Any], Mapping[str, Any]]]:
    """Yield each model override, the default settings of its provider, and the base model that it overrides."""
    defaults = {provider.identity: object_property(provider.value, "defaultModelConfig") for provider in site.providers}
    for model in site.models:
        yield model, defaults.get(model.identity.partition("::")[0], {}), site.base_models.get(model.identity, {})


def _first_capabilities(*sources: Mapping[str, Any]) -> list[Any]:
    """Return the capabilities of the first source that has any."""
    return next(filter(None, (array_property(source, "capabilities") for source in sources)), [])


def _is_openai_compatible(value: Mapping[str, Any]) -> bool:
    return isinstance(object_property(value, "clientSideConfig").get("openaicompatible"), dict)
