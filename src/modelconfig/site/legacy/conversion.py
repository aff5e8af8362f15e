"""Convert `completions` to `modelConfiguration`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import property_names
from modelconfig.site.cody_settings import is_cody_on, section_of
from modelconfig.site.legacy.completions import CODY_ENABLED, settings_of, text_of
from modelconfig.site.legacy.conversion_findings import SECTION, Findings
from modelconfig.site.legacy.legacy_models import models_of
from modelconfig.site.legacy.provider_defaults import DEFAULT_FOR, MODEL_PROPERTIES, OUTPUT_TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from modelconfig.site.legacy.completions import CompletionsSettings
    from modelconfig.site.legacy.legacy_models import LegacyModel

_REGION: Final = re.compile(r"(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-[a-z]+)+-[0-9]{1,2}")
_MAX_NAME_LENGTH: Final = 128


@dataclass(frozen=True, slots=True)
class Converted:
    """The result of converting `completions`.

    `configuration` is a `modelConfiguration`, or None where there is nothing to convert or `problems` has an error.
    `notes` are sentences about what was inferred; neither they nor the problems quote the section's values. `origins`
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
        return Converted(None, findings.notes, _cody_off_warning(site))
    if site.get("cody.enabled") is not True:
        findings.note('Cody is on by `completions.enabled`: "cody.enabled" has to say so once `completions` is gone.')
    settings = settings_of(site, findings)
    models = models_of(settings, findings) if settings is not None else []
    if settings is None or not models:
        return Converted(None, findings.notes, findings.problems)
    origins = {"": settings.origin}
    configuration = {
        "sourcegraph": None,
        "providerOverrides": _providers(settings, models, findings, origins),
        "modelOverrides": [_model(model, index, origins) for index, model in enumerate(models)],
        "defaultModels": _defaults(models, settings, origins),
    }
    _note_what_is_lost(settings, findings)
    return Converted(configuration, findings.notes, findings.problems, origins)


def _cody_off_warning(site: Mapping[str, Any]) -> list[Problem]:
    if section_of(site) is None:
        return []
    has_setting = isinstance(site.get("cody.enabled"), bool)
    hint = 'Set "cody.enabled" to true, or remove `completions`.'
    return [
        warning(
            "MC356",
            "`completions` has no effect: Cody is off",
            hint=hint,
            pointer=CODY_ENABLED if has_setting else SECTION,
        )
    ]


def _providers(
    settings: CompletionsSettings, models: Sequence[LegacyModel], findings: Findings, origins: dict[str, str]
) -> list[dict[str, Any]]:
    providers: list[dict[str, Any]] = []
    for model in models:
        provider = model.identity.provider
        if any(existing["id"] == provider for existing in providers):
            continue
        pointer = join("/providerOverrides", len(providers))
        origins[join(pointer, "id")] = origins[join(pointer, "displayName")] = model.settings.name.pointer
        config = _server_config(settings, findings, origins, join(pointer, "serverSideConfig"))
        providers.append(
            {"id": provider, "displayName": _shortened('Provider "{}"', provider), "serverSideConfig": config}
        )
    return providers


def _server_config(
    settings: CompletionsSettings, findings: Findings, origins: dict[str, str], pointer: str
) -> dict[str, Any]:
    kind, section = settings.provider.kind, settings.section
    config: dict[str, Any] = {"type": kind, "endpoint": settings.endpoint.text}
    origins[join(pointer, "endpoint")] = settings.endpoint.pointer
    if kind == "awsBedrock":
        config["region"] = _region(settings.endpoint.text, findings)
        origins[join(pointer, "region")] = settings.endpoint.pointer
    if settings.token is not None:
        config["accessToken"] = settings.token.text
        origins[join(pointer, "accessToken")] = settings.token.pointer
    if kind == "azureOpenAI":
        config["user"] = text_of(section, "user")
        config["useDeprecatedCompletionsAPI"] = section.get("azureUseDeprecatedCompletionsAPIForOldModels") is True
        for property_name, source in (
            ("user", "user"),
            ("useDeprecatedCompletionsAPI", "azureUseDeprecatedCompletionsAPIForOldModels"),
        ):
            if source in section:
                origins[join(pointer, property_name)] = f"{SECTION}/{source}"
    return config


def _region(endpoint: str, findings: Findings) -> str:
    """Return the region in an endpoint, or "": then the machine's own AWS settings decide, as they do today."""
    if _REGION.fullmatch(endpoint):
        return endpoint
    host = endpoint.partition("://")[2].partition("/")[0].rpartition("@")[2]
    labels = [label for label in host.split(".") if _REGION.fullmatch(label)]
    if labels:
        findings.note("`region` is the one in the host name of `endpoint`.")
        return labels[0]
    findings.note("`region` is blank, because `endpoint` does not tell one: the machine's own AWS settings decide.")
    return ""


def _model(model: LegacyModel, index: int, origins: dict[str, str]) -> dict[str, Any]:
    pointer = join("/modelOverrides", index)
    configured = model.settings
    name = configured.alias or configured.name
    for property_name in ("modelRef", "displayName"):
        origins[join(pointer, property_name)] = name.pointer
    origins[pointer] = origins[join(pointer, "modelName")] = configured.name.pointer
    origins[join(pointer, "contextWindow", "maxInputTokens")] = configured.tokens_pointer
    override: dict[str, Any] = {
        "modelRef": model.ref,
        "displayName": _shortened("{}", model.identity.model_id),
        "modelName": model.identity.model_name,
        "capabilities": ["autocomplete", "chat"],
        "category": "balanced",
        "status": "stable",
        "contextWindow": {"maxInputTokens": model.tokens, "maxOutputTokens": OUTPUT_TOKENS},
    }
    if model.identity.arn:
        override["serverSideConfig"] = {"type": "awsBedrockProvisionedThroughput", "arn": model.identity.arn}
    return override


def _defaults(models: Sequence[LegacyModel], settings: CompletionsSettings, origins: dict[str, str]) -> dict[str, str]:
    refs = {use: model.ref for model in models for use in model.uses}
    for configured in settings.models:
        origins[join("/defaultModels", DEFAULT_FOR[configured.use])] = configured.name.pointer
    return {property_name: refs[use] for use, property_name in DEFAULT_FOR.items()}


def _shortened(template: str, name: str) -> str:
    """Return the name in the template, within the length of a display name. Ids are ASCII: characters are bytes."""
    return template.format(name[: _MAX_NAME_LENGTH - len(template.format(""))])


def _note_what_is_lost(settings: CompletionsSettings, findings: Findings) -> None:
    section = settings.section
    findings.note(
        "Every model can chat and complete, is balanced and stable, and answers up to "
        f"{OUTPUT_TOKENS} tokens: `completions` says nothing of these."
    )
    findings.note("`sourcegraph` is null: with `completions` an instance offers these models and no supplied ones.")
    # Limits of requests are named after whom they are for: `perUser…`, `perProUser…`.
    limits = [name for name in property_names("site", "CompletionsConfiguration") if name.startswith("per")]
    lost = [
        property_name
        for property_name in ("disableClientConfigAPI", *limits)
        if section.get(property_name) not in (None, False, 0)
    ]
    if text_of(section, "user") and settings.provider.kind != "azureOpenAI":
        lost.append("user")
    if lost:
        findings.note(f"Not carried over, because `modelConfiguration` has nothing like it: {', '.join(lost)}.")
    if section.get("smartContextWindow") != "disabled":
        findings.note(
            "Not carried over: the smart context window. Clients now keep to the input tokens given here, "
            f"also where `{MODEL_PROPERTIES[settings.models[0].use]}` could take more."
        )
