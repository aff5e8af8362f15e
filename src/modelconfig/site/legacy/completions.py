"""The section `completions` with its defaults filled in, and the source of each value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from modelconfig.diagnostics.problem import Problem, error, has_errors, warning
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.site.cody_settings import licence_token, section_of
from modelconfig.site.legacy.provider_defaults import (
    CHAT,
    FAST_CHAT,
    LIMITS,
    PROVIDERS,
    RETIRED,
    USES,
    ProviderDefaults,
    Use,
)

SECTION = "/completions"
"""The pointer to the section in a site configuration."""
CODY_ENABLED = "/cody.enabled"
MAX_TOKENS = 2**53 - 1
"""The highest number of tokens that the schema allows; a higher one counts as missing."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Notes for the administrator, in the order of the section's properties, and problems. Neither quotes a value.

    Only built-in defaults and property names are quoted.
    """

    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Add a sentence unless it is there already."""
        if text not in self.notes:
            self.notes.append(text)

    def error(self, code: str, message: str, hint: str, pointer: str = SECTION) -> None:
        """Add an error."""
        self.problems.append(error(code, message, hint=hint, pointer=pointer))

    def warning(self, code: str, message: str, hint: str, pointer: str) -> None:
        """Add a warning."""
        self.problems.append(warning(code, message, hint=hint, pointer=pointer))


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
    alias: SourcedText | None


def settings_of(site: Mapping[str, Any], findings: Findings) -> CompletionsSettings | None:
    """Return the complete settings of an instance with Cody on, or None after adding the reasons to the findings."""
    name = _provider_name(site, findings)
    settings = CompletionsSettings(site, PROVIDERS[name], findings) if name is not None else None
    return None if has_errors(findings.problems) else settings


def text_of(section: Mapping[str, Any], property_name: str) -> str:
    """Return a property's string; "" where it is missing, blank or not a string."""
    value = section.get(property_name)
    return value if isinstance(value, str) and value.strip() else ""


def input_tokens(provider: ProviderDefaults, name: str) -> int:
    """Return the input tokens of a model for which the section sets no limit."""
    if provider.kind == "awsBedrock":
        name = name.partition("/")[0]
    for prefix, table in provider.limits.items():
        if name.startswith(prefix):
            rest = name.removeprefix(prefix)
            return next(tokens for pattern, tokens in LIMITS[table] if re.fullmatch(pattern, rest, re.DOTALL))
    return provider.other_tokens


def _provider_name(site: Mapping[str, Any], findings: Findings) -> str | None:
    section = section_of(site)
    if section is None:
        if not licence_token(text_of(site, "licenseKey")):
            findings.note("`completions` is missing, and so is `licenseKey`, which Cody Gateway requires.")
            return None
        findings.note("`completions` is missing: all values are the defaults of an instance that only enables Cody.")
        return "sourcegraph"
    name = text_of(section, "provider")
    if name in PROVIDERS:
        return name
    if name:
        hint = did_you_mean(name, PROVIDERS) or f"Valid values: {', '.join(PROVIDERS)}."
        findings.error("MC350", "unknown provider of `completions`", hint, f"{SECTION}/provider")
        return None
    if site.get("cody.enabled") is not True:
        message = "`completions` has no `provider`, and `completions.enabled` alone does not select one"
        findings.error("MC351", message, 'Set "cody.enabled" to true to use Cody Gateway, or set "provider".')
        return None
    findings.note("`provider` is sourcegraph (Cody Gateway), the default.")
    return "sourcegraph"


class CompletionsSettings:
    """The section `completions`, with the defaults of its provider; incomplete if the findings have an error.

    `origin` is the location that sets what no other property sets: the provider, else the section, else `cody.enabled`.
    """

    def __init__(self, site: Mapping[str, Any], provider: ProviderDefaults, findings: Findings) -> None:
        section = section_of(site)
        self.section = section or {}
        self.provider = provider
        self._site = site
        self._findings = findings
        configured = self._configured("provider")
        self.origin = configured.pointer if configured else CODY_ENABLED if section is None else SECTION
        self.endpoint = self._endpoint()
        self.token = self._token()
        self.models = [model for model in map(self._model, USES) if model is not None]

    def _configured(self, property_name: str) -> SourcedText | None:
        text = text_of(self.section, property_name)
        return SourcedText(text, f"{SECTION}/{property_name}") if text else None

    def _endpoint(self) -> SourcedText:
        endpoint, provider = self._configured("endpoint"), self.provider
        if endpoint is None and provider.endpoint:
            self._findings.note(f"`endpoint` is {provider.endpoint}, the default for {provider.title}.")
            return SourcedText(provider.endpoint, self.origin)
        if endpoint is None:
            hint = 'Set "endpoint": an AWS region code such as us-west-2, or the URL of a VPC endpoint.'
            if provider.kind == "azureOpenAI":
                hint = 'Set "endpoint" to the URL of the resource, as the Azure portal shows it.'
            message = f"`completions` has no `endpoint`, and {provider.title} has no default endpoint"
            self._findings.error("MC353", message, hint)
        return endpoint or SourcedText("", SECTION)

    def _token(self) -> SourcedText | None:
        token, title = self._configured("accessToken"), self.provider.title
        if token is not None:
            return token
        is_gateway = self.provider.kind == "sourcegraph"
        licence = licence_token(text_of(self._site, "licenseKey")) if is_gateway else ""
        if licence:
            self._findings.note(
                "`accessToken` is derived from `licenseKey`; derive it again when the licence key changes."
            )
            return SourcedText(licence, "/licenseKey")
        if self.provider.needs_token:
            hint = f'Set "accessToken" to a key for {title}.'
            if is_gateway:
                hint = 'Set "licenseKey", from which the token is derived, or "accessToken".'
            self._findings.error("MC352", f"`completions` has no `accessToken`, and {title} requires one", hint)
        else:
            self._findings.note(f"`accessToken` is missing: the instance uses its own identity for {title}.")
        return None

    def _model(self, use: Use) -> ConfiguredModel | None:
        name, provider = self._name(use), self.provider
        if name is None:
            return None
        # Reserved capacity, an ARN after a slash, is the administrator's own choice.
        if re.fullmatch(RETIRED, name.text):
            message = f"the default model of `{use.model}` is retired"
            hint = f'Set "{use.model}" to the full name of a model that is still available.'
            self._findings.warning(
                "MC355", message if name.pointer == self.origin else "this model is retired", hint, name.pointer
            )
        alias = self._configured(use.alias) if provider.kind == "azureOpenAI" else None
        tokens_name = f"{use.model}MaxTokens"
        tokens, pointer = self.section.get(tokens_name), f"{SECTION}/{tokens_name}"
        if not isinstance(tokens, (int, float)) or isinstance(tokens, bool) or not 1 <= tokens <= MAX_TOKENS:
            tokens, pointer = input_tokens(provider, name.text), name.pointer
            cause = "derived from the model's name" if provider.limits else f"the default for {provider.title}"
            self._findings.note(f"`{tokens_name}` is {tokens}, {cause}.")
        return ConfiguredModel(use, name, int(tokens), pointer, alias)

    def _name(self, use: Use) -> SourcedText | None:
        provider, sources = self.provider, [use.model]
        if use is CHAT:
            sources.append("model")
        elif use is FAST_CHAT and provider.kind == "azureOpenAI":
            sources += ["chatModel", "model"]
        for source in sources:
            configured = self._configured(source)
            if configured is not None:
                if source != use.model:
                    self._findings.note(f"`{use.model}` is missing: the value of `{source}` is used.")
                name = _lower_case(configured.text, provider)
                if name != configured.text:
                    self._findings.note(f"The name in `{source}` is in lower case, as the instance sends it.")
                return SourcedText(name, configured.pointer)
        default = provider.models.get(use)
        if default is not None:
            self._findings.note(f"`{use.model}` is {default}, the default for {provider.title}.")
            return SourcedText(default, self.origin)
        if use is not FAST_CHAT:
            message = f"`completions` has no `{use.model}`, and {provider.title} has no default model"
            self._findings.error("MC354", message, f'Set "{use.model}" to the name of a deployment.')
        return None


def _lower_case(name: str, provider: ProviderDefaults) -> str:
    """Return the name as the instance compares and sends it. An ARN after the first slash keeps its case."""
    if provider.kind != "awsBedrock":
        return name.lower()
    model, slash, arn = name.partition("/")
    return model.lower() + slash + arn
