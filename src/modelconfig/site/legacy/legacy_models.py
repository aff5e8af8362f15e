"""Model references for the model names of `completions`.

A name gives the model's provider and id; each set of settings gets one reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import error, warning
from modelconfig.documents.refs import SEPARATOR, sanitize_name
from modelconfig.site.legacy.provider_defaults import DEFAULT_FOR, MODEL_PROPERTIES, Use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.site.legacy.completions import CompletionsSettings, ConfiguredModel, SourcedText
    from modelconfig.site.legacy.conversion_findings import Findings

VERSION = "unknown"
"""The second part of every reference: `completions` has no API versions."""
_FIREWORKS_PATH = "accounts"
_OWNERS = {"aws-bedrock": "anthropic", "azure-openai": "openai"}


@dataclass(frozen=True, slots=True)
class Identity:
    """A model's provider, its id, its name in the API, and the ARN of the capacity reserved for it."""

    provider: str
    model_id: str
    model_name: str
    arn: str = ""


@dataclass(frozen=True, slots=True)
class LegacyModel:
    """One model with its settings, and the uses that share these settings."""

    identity: Identity
    tokens: int
    settings: ConfiguredModel
    """The settings of the first use."""
    uses: tuple[Use, ...]
    ref: str


def models_of(settings: CompletionsSettings, findings: Findings) -> list[LegacyModel]:
    """Return the models by first use: chat, fast chat, completion; none, and a problem, where one has no name."""
    identities: dict[Use, Identity] = {}
    for configured in settings.models:
        identity = _identity(settings, configured, findings)
        if identity is None:
            message = f"`{MODEL_PROPERTIES[configured.use]}` names no model"
            before = settings.provider.kind == "awsBedrock"
            hint = f"Write the model's name {'before' if before else 'after'} the slash."
            findings.problems.append(error("MC354", message, hint=hint, pointer=configured.name.pointer))
        else:
            identities[configured.use] = identity
    if len(identities) < len(settings.models):
        return []
    return _with_distinct_refs(settings.models, identities, findings)


def _identity(settings: CompletionsSettings, configured: ConfiguredModel, findings: Findings) -> Identity | None:
    name = configured.name.text
    if settings.provider.kind == "awsBedrock":
        model, _, arn = name.partition("/")
        return _sanitized(settings.provider.owner, model, model, configured, findings, arn) if model else None
    provider, model = _split(settings, name, configured, findings)
    if not model:
        return None
    if settings.provider.kind != "azureOpenAI":
        return _sanitized(provider, model, model, configured, findings)
    alias = configured.alias or _alias_of_chat(settings, configured)
    if alias is not None:
        findings.note(
            f"The reference of `{MODEL_PROPERTIES[configured.use]}` has the name in"
            f" `{alias.pointer.rpartition('/')[2]}`."
        )
    return _sanitized("openai", alias.text if alias else model, model, configured, findings)


def _split(
    settings: CompletionsSettings, name: str, configured: ConfiguredModel, findings: Findings
) -> tuple[str, str]:
    """Return the provider's id and the rest of a name such as `anthropic/claude-2`."""
    prefix, slash, rest = name.partition("/")
    property_name = MODEL_PROPERTIES[configured.use]
    if slash and prefix == _FIREWORKS_PATH:
        # This is a path at Fireworks and not a provider: the API knows the model by this name.
        findings.note(
            f"`{property_name}` is a path at Fireworks AI: its provider is fireworks, its name the whole path."
        )
        return "fireworks", name
    if slash and prefix:
        return sanitize_name(_OWNERS.get(prefix, prefix)), rest
    if settings.provider.kind == "sourcegraph":
        hint = "Name the maker before it, as in anthropic/claude-3-haiku-20240307."
        message = f"Cody Gateway cannot tell who makes the model in `{property_name}`"
        findings.problems.append(warning("MC357", message, hint=hint, pointer=configured.name.pointer))
    return settings.provider.owner, name


def _alias_of_chat(settings: CompletionsSettings, configured: ConfiguredModel) -> SourcedText | None:
    """Return chat's alias for fast chat where both are one deployment: fast chat has no alias property."""
    chat = next(model for model in settings.models if model.use is Use.CHAT)
    return chat.alias if configured.use is Use.FAST_CHAT and configured.name.text == chat.name.text else None


def _sanitized(
    provider: str, wanted_id: str, model_name: str, configured: ConfiguredModel, findings: Findings, arn: str = ""
) -> Identity:
    model_id = sanitize_name(wanted_id)
    if model_id != wanted_id:
        findings.note(
            f"The reference of `{MODEL_PROPERTIES[configured.use]}` has `_` for what a reference cannot contain; "
            "`modelName` keeps the name."
        )
    if arn:
        findings.note(
            f"`{MODEL_PROPERTIES[configured.use]}` runs on reserved capacity: what follows the slash is its ARN."
        )
    return Identity(provider, model_id, model_name, arn)


def _with_distinct_refs(
    models: Sequence[ConfiguredModel], identities: dict[Use, Identity], findings: Findings
) -> list[LegacyModel]:
    """Return the models, each set of settings with its own reference; the last use keeps the plain one."""
    by_use = {configured.use: configured for configured in models}
    settings_by_use = {use: (identities[use], by_use[use].tokens) for use in Use}
    plain_refs = {
        use: SEPARATOR.join((identity_of_use.provider, VERSION, identity_of_use.model_id))
        for use, identity_of_use in identities.items()
    }
    refs: dict[tuple[Identity, int], str] = {settings_by_use[use]: plain_refs[use] for use in Use}
    content_of_plain_ref = {plain_refs[use]: settings_by_use[use] for use in Use}
    used_refs = set(plain_refs.values())
    for use in Use:
        if (
            content_of_plain_ref[plain_refs[use]] == settings_by_use[use]
            or refs[settings_by_use[use]] != plain_refs[use]
        ):
            continue
        ref = plain_refs[use]
        while ref in used_refs:
            ref += f"_{use.value}"
        used_refs.add(ref)
        refs[settings_by_use[use]] = ref
        findings.note(
            f"`{MODEL_PROPERTIES[use]}` has settings of its own for a name that another model has too: "
            f"its reference ends in `_{use.value}`."
        )
    legacy_models = []
    for use in DEFAULT_FOR:
        uses = tuple(other for other in DEFAULT_FOR if settings_by_use[other] == settings_by_use[use])
        if uses[0] is use:
            identity, tokens = settings_by_use[use]
            legacy_models.append(LegacyModel(identity, tokens, by_use[use], uses, refs[settings_by_use[use]]))
    return legacy_models
