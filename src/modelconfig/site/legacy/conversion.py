"""Convert `completions` to `modelConfiguration`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem
from modelconfig.documents.queries import display_name, provider_name
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import property_names
from modelconfig.site.cody_settings import is_cody_on, section_of
from modelconfig.site.legacy.completions import (
    CODY_ENABLED,
    SECTION,
    CompletionsSettings,
    Findings,
    settings_of,
    text_of,
)
from modelconfig.site.legacy.legacy_models import LegacyModel, models_of
from modelconfig.site.legacy.provider_defaults import CHAT, OUTPUT_TOKENS

_REGION: Final = re.compile(r"(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-[a-z]+)+-[0-9]{1,2}")
_DEPRECATED_API: Final = "azureUseDeprecatedCompletionsAPIForOldModels"


@dataclass(frozen=True, slots=True)
class Converted:
    """The result of converting `completions`.

    `configuration` is a `modelConfiguration`, or None where there is nothing to convert or `problems` has an error.
    `notes` are sentences about inferred values; neither they nor the problems quote the section's values. `origins`
    maps locations in `configuration` to locations in the site configuration; a location without an entry comes from
    where its nearest parent with an entry does, and "" always has an entry.
    """

    configuration: dict[str, Any] | None = field(repr=False)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)


def convert_site(site: Mapping[str, Any]) -> Converted:
    """Convert the section `completions` of a site configuration, in its whole shape, to a `modelConfiguration`.

    An existing `modelConfiguration`, which takes precedence, is ignored here. Never raises for the section's content;
    properties of a wrong type count as missing.
    """
    findings = Findings()
    if not is_cody_on(site):
        if section_of(site) is not None:
            pointer = CODY_ENABLED if isinstance(site.get("cody.enabled"), bool) else SECTION
            hint = 'Set "cody.enabled" to true, or remove `completions`.'
            findings.warning("MC356", "`completions` has no effect: Cody is off", hint, pointer)
        return Converted(None, findings.notes, findings.problems)
    if site.get("cody.enabled") is not True:
        findings.note('Cody is enabled by `completions.enabled`: set "cody.enabled" when `completions` is removed.')
    settings = settings_of(site, findings)
    models_by_use = models_of(settings, findings) if settings is not None else {}
    if settings is None or not models_by_use:
        return Converted(None, findings.notes, findings.problems)
    models = list(dict.fromkeys(models_by_use.values()))
    origins = {f"/defaultModels/{configured.use.default}": configured.name.pointer for configured in settings.models}
    origins[""] = settings.origin
    configuration = {
        "sourcegraph": None,
        "providerOverrides": _providers(settings, models, findings, origins),
        "modelOverrides": [_model(model, join("/modelOverrides", i), origins) for i, model in enumerate(models)],
        "defaultModels": {use.default: model.ref for use, model in models_by_use.items()},
    }
    _note_what_is_lost(settings, findings)
    return Converted(configuration, findings.notes, findings.problems, origins)


def _providers(
    settings: CompletionsSettings, models: list[LegacyModel], findings: Findings, origins: dict[str, str]
) -> list[dict[str, Any]]:
    first_models = {model.identity.provider: model for model in reversed(models)}
    providers = []
    for index, provider in enumerate(dict.fromkeys(model.identity.provider for model in models)):
        pointer = join("/providerOverrides", index)
        origins[f"{pointer}/id"] = origins[f"{pointer}/displayName"] = first_models[provider].settings.name.pointer
        config = _server_config(settings, findings, origins, f"{pointer}/serverSideConfig")
        providers.append({"id": provider, "displayName": provider_name({"id": provider}), "serverSideConfig": config})
    return providers


def _server_config(
    settings: CompletionsSettings, findings: Findings, origins: dict[str, str], pointer: str
) -> dict[str, Any]:
    kind, section, endpoint = settings.provider.kind, settings.section, settings.endpoint
    config: dict[str, Any] = {"type": kind, "endpoint": endpoint.text}
    sources = {"endpoint": endpoint.pointer}
    if kind == "awsBedrock":
        config["region"] = _region(endpoint.text, findings)
        sources["region"] = endpoint.pointer
    if settings.token is not None:
        config["accessToken"] = settings.token.text
        sources["accessToken"] = settings.token.pointer
    if kind == "azureOpenAI":
        config["user"] = text_of(section, "user")
        config["useDeprecatedCompletionsAPI"] = section.get(_DEPRECATED_API) is True
        for name, source in (("user", "user"), ("useDeprecatedCompletionsAPI", _DEPRECATED_API)):
            if source in section:
                sources[name] = f"{SECTION}/{source}"
    origins.update({join(pointer, name): source for name, source in sources.items()})
    return config


def _region(endpoint: str, findings: Findings) -> str:
    """Return the region in an endpoint, or "": then the machine's own AWS settings apply, as they do today."""
    if _REGION.fullmatch(endpoint):
        return endpoint
    host = endpoint.partition("://")[2].partition("/")[0].rpartition("@")[2]
    labels = [label for label in host.split(".") if _REGION.fullmatch(label)]
    if labels:
        findings.note("`region` is taken from the host name of `endpoint`.")
        return labels[0]
    findings.note("`region` is empty because `endpoint` contains none: the machine's own AWS settings apply.")
    return ""


def _model(model: LegacyModel, pointer: str, origins: dict[str, str]) -> dict[str, Any]:
    configured, identity = model.settings, model.identity
    origins[pointer] = origins[f"{pointer}/modelName"] = configured.name.pointer
    origins[f"{pointer}/modelRef"] = origins[f"{pointer}/displayName"] = (configured.alias or configured.name).pointer
    origins[f"{pointer}/contextWindow/maxInputTokens"] = configured.tokens_pointer
    override: dict[str, Any] = {
        "modelRef": model.ref,
        "displayName": display_name({"modelRef": identity.ref}),
        "modelName": identity.model_name,
        "capabilities": ["autocomplete", "chat"],
        "category": "balanced",
        "status": "stable",
        "contextWindow": {"maxInputTokens": configured.tokens, "maxOutputTokens": OUTPUT_TOKENS},
    }
    if identity.arn:
        override["serverSideConfig"] = {"type": "awsBedrockProvisionedThroughput", "arn": identity.arn}
    return override


def _note_what_is_lost(settings: CompletionsSettings, findings: Findings) -> None:
    section = settings.section
    findings.note(
        'Every model has the capabilities "autocomplete" and "chat", the category "balanced", the status "stable" and '
        f"{OUTPUT_TOKENS} output tokens, because `completions` has no such properties."
    )
    findings.note("`sourcegraph` is null, because with `completions` an instance offers no catalogue models.")
    # Limits of requests are named after whom they are for: `perUser…`, `perProUser…`.
    limits = [name for name in property_names("site", "CompletionsConfiguration") if name.startswith("per")]
    lost = [name for name in ("disableClientConfigAPI", *limits) if section.get(name) not in (None, False, 0)]
    if text_of(section, "user") and settings.provider.kind != "azureOpenAI":
        lost.append("user")
    if lost:
        findings.note(f"Not converted, because `modelConfiguration` has no such properties: {', '.join(lost)}.")
    if section.get("smartContextWindow") != "disabled":
        findings.note(
            "Not converted: the smart context window. Clients send at most the input tokens given here, "
            f"even if the model of `{CHAT.model}` accepts more."
        )
