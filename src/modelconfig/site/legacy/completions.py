"""The section `completions` with its defaults filled in, and the source of each value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import error, warning
from modelconfig.site.cody_settings import licence_token, section_of
from modelconfig.site.legacy.conversion_findings import SECTION
from modelconfig.site.legacy.provider_defaults import (
    ALIASES,
    LIMITS,
    MODEL_PROPERTIES,
    PROVIDERS,
    RETIRED,
    ProviderDefaults,
    Use,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.site.legacy.conversion_findings import Findings

LICENCE = "/licenseKey"
CODY_ENABLED = "/cody.enabled"


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A text and the location in the site configuration that it comes from."""

    text: str
    pointer: str


@dataclass(frozen=True, slots=True)
class ConfiguredModel:
    """The model of one use: its name in requests, its input tokens, and the locations of both."""

    use: Use
    name: SourcedText
    tokens: int
    tokens_pointer: str
    alias: SourcedText | None = None


@dataclass(frozen=True, slots=True)
class CompletionsSettings:
    """The section `completions`, with its defaults."""

    name: str
    provider: ProviderDefaults
    origin: str
    """The location that sets what no other property sets: the provider, else the section, else `cody.enabled`."""
    endpoint: SourcedText
    token: SourcedText | None
    section: Mapping[str, Any]
    models: tuple[ConfiguredModel, ...]


def settings_of(site: Mapping[str, Any], findings: Findings) -> CompletionsSettings | None:
    """Return the complete settings of an instance with Cody on, or None after adding the reasons to the findings."""
    section = section_of(site)
    name = _provider_name(site, section, findings)
    if name is None:
        return None
    section = section or {}
    provider = PROVIDERS[name]
    origin = _origin(site, section)
    endpoint = _endpoint(section, provider, origin, findings)
    token = _token(site, section, name, findings)
    models = [_model(use, section, provider, origin, findings) for use in (Use.CHAT, Use.FAST_CHAT, Use.COMPLETION)]
    configured = tuple(model for model in models if model is not None)
    if endpoint is None or (token is None and provider.needs_token) or len(configured) < len(models):
        return None
    return CompletionsSettings(name, provider, origin, endpoint, token, section, configured)


def text_of(section: Mapping[str, Any], property_name: str) -> str:
    """Return a property's string; "" where it is missing, blank or not a string."""
    value = section.get(property_name)
    return value if isinstance(value, str) and value.strip() else ""


def _provider_name(site: Mapping[str, Any], section: Mapping[str, Any] | None, findings: Findings) -> str | None:
    if section is None:
        if not licence_token(text_of(site, "licenseKey")):
            findings.note("There is no `completions`, and no `licenseKey` to reach Cody Gateway with.")
            return None
        findings.note("There is no `completions`: everything is what an instance gets that only turns Cody on.")
        return "sourcegraph"
    name = text_of(section, "provider")
    if name in PROVIDERS:
        return name
    if name:
        from modelconfig.diagnostics.suggestions import did_you_mean

        hint = did_you_mean(name, PROVIDERS) or f"There are {', '.join(PROVIDERS)}."
        findings.problems.append(
            error("MC350", "this is no provider that `completions` knows", hint=hint, pointer=f"{SECTION}/provider")
        )
        return None
    if site.get("cody.enabled") is not True:
        hint = 'Set "cody.enabled" to true to use Cody Gateway, or name the provider.'
        message = "`completions` names no provider, and `completions.enabled` alone does not choose one"
        findings.problems.append(error("MC351", message, hint=hint, pointer=SECTION))
        return None
    findings.note("`provider` is sourcegraph (Cody Gateway), because none is named.")
    return "sourcegraph"


def _origin(site: Mapping[str, Any], section: Mapping[str, Any]) -> str:
    if text_of(section, "provider"):
        return f"{SECTION}/provider"
    return SECTION if section_of(site) is not None else CODY_ENABLED


def _endpoint(
    section: Mapping[str, Any], provider: ProviderDefaults, origin: str, findings: Findings
) -> SourcedText | None:
    text = text_of(section, "endpoint")
    if text:
        return SourcedText(text, f"{SECTION}/endpoint")
    if provider.endpoint:
        findings.note(f"`endpoint` is {provider.endpoint}, the default for {provider.title}.")
        return SourcedText(provider.endpoint, origin)
    hint = 'Set "endpoint": an AWS region code such as us-west-2, or the URL of a VPC endpoint.'
    if provider.kind == "azureOpenAI":
        hint = 'Set "endpoint" to the URL of the resource, as the Azure portal shows it.'
    message = f"`completions` has no endpoint, and {provider.title} has no default one"
    findings.problems.append(error("MC353", message, hint=hint, pointer=SECTION))
    return None


def _token(site: Mapping[str, Any], section: Mapping[str, Any], name: str, findings: Findings) -> SourcedText | None:
    provider = PROVIDERS[name]
    text = text_of(section, "accessToken")
    if text:
        return SourcedText(text, f"{SECTION}/accessToken")
    derived = licence_token(text_of(site, "licenseKey")) if name == "sourcegraph" else ""
    if derived:
        findings.note("`accessToken` is derived from `licenseKey`; a new licence key needs a new one.")
        return SourcedText(derived, LICENCE)
    if provider.needs_token:
        hint = f'Set "accessToken" to a key for {provider.title}.'
        if name == "sourcegraph":
            hint = 'Set "licenseKey", from which the token is derived, or "accessToken".'
        message = f"`completions` has no access token, and {provider.title} needs one"
        findings.problems.append(error("MC352", message, hint=hint, pointer=SECTION))
    else:
        findings.note(f"There is no `accessToken`: the instance's own identity is used at {provider.title}.")
    return None


def _model(
    use: Use, section: Mapping[str, Any], provider: ProviderDefaults, origin: str, findings: Findings
) -> ConfiguredModel | None:
    property_name = MODEL_PROPERTIES[use]
    name = _name(use, section, provider, origin, findings)
    if name is None:
        return None
    _warn_of_retirement(name, property_name, origin, findings)
    alias = None
    if provider.kind == "azureOpenAI" and use in ALIASES and text_of(section, ALIASES[use]):
        alias = SourcedText(text_of(section, ALIASES[use]), f"{SECTION}/{ALIASES[use]}")
    tokens = section.get(f"{property_name}MaxTokens")
    if isinstance(tokens, (int, float)) and not isinstance(tokens, bool) and tokens >= 1:
        return ConfiguredModel(use, name, int(tokens), f"{SECTION}/{property_name}MaxTokens", alias)
    default = input_tokens(provider, name.text)
    cause = "by the name of the model" if provider.limits else f"the default for {provider.title}"
    findings.note(f"`{property_name}MaxTokens` is {default}, {cause}.")
    return ConfiguredModel(use, name, default, name.pointer, alias)


def _name(
    use: Use, section: Mapping[str, Any], provider: ProviderDefaults, origin: str, findings: Findings
) -> SourcedText | None:
    property_name = MODEL_PROPERTIES[use]
    sources = [property_name]
    if use is Use.CHAT:
        sources.append("model")
    elif use is Use.FAST_CHAT and provider.kind == "azureOpenAI":
        sources += ["chatModel", "model"]
    for source in sources:
        text = text_of(section, source)
        if text:
            if source != property_name:
                findings.note(f"`{property_name}` is that of `{source}`.")
            name = _lower_case(text, provider)
            if name != text:
                findings.note(f"The name in `{source}` is in lower case, as the instance sends it.")
            return SourcedText(name, f"{SECTION}/{source}")
    if use in provider.models:
        findings.note(f"`{property_name}` is {provider.models[use]}, the default for {provider.title}.")
        return SourcedText(provider.models[use], origin)
    if use is not Use.FAST_CHAT:
        hint = f'Set "{property_name}" to the name of a deployment.'
        message = f"`completions` has no {property_name}, and {provider.title} has no default one"
        findings.problems.append(error("MC354", message, hint=hint, pointer=SECTION))
    return None


def _lower_case(name: str, provider: ProviderDefaults) -> str:
    """Return the name as the instance compares and sends it. An ARN after the first slash keeps its case."""
    if provider.kind != "awsBedrock":
        return name.lower()
    model, slash, arn = name.partition("/")
    return model.lower() + slash + arn


def _warn_of_retirement(name: SourcedText, property_name: str, origin: str, findings: Findings) -> None:
    # Reserved capacity, an ARN after a slash, is the administrator's own choice.
    if not re.fullmatch(RETIRED, name.text):
        return
    is_inferred = name.pointer == origin
    message = (
        f"the model that `{property_name}` stands for by default is retired" if is_inferred else "this model is retired"
    )
    hint = f'Set "{property_name}" to a model that is still offered, by its full name.'
    findings.problems.append(warning("MC355", message, hint=hint, pointer=name.pointer))


def input_tokens(provider: ProviderDefaults, name: str) -> int:
    """Return the input tokens of a model for which the section sets no limit."""
    if provider.kind == "awsBedrock":
        name = name.partition("/")[0]
    for prefix, table in provider.limits.items():
        if name.startswith(prefix):
            rest = name.removeprefix(prefix)
            return next(tokens for pattern, tokens in LIMITS[table] if re.fullmatch(pattern, rest, re.DOTALL))
    return provider.other_tokens
