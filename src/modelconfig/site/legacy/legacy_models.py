"""From the names in `completions` to references: whose model it is, its id, and one reference per set of settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import error, warning
from modelconfig.documents.refs import SEPARATOR, sanitize_name
from modelconfig.site.legacy.provider_defaults import DEFAULT_FOR, MEMBERS, Use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.site.legacy.completions import CompletionsSettings, Given, NamedModel
    from modelconfig.site.legacy.conversion_findings import Findings

VERSION = "unknown"
"""The second part of every reference: `completions` knows no API versions."""
_FIREWORKS_PATH = "accounts"
_OWNERS = {"aws-bedrock": "anthropic", "azure-openai": "openai"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose model it is, what we call it, what its API calls it, and the capacity reserved for it."""

    provider: str
    model_id: str
    model_name: str
    arn: str = ""


@dataclass(frozen=True, slots=True)
class LegacyModel:
    """One model with its settings, and the uses that have just these."""

    identity: Identity
    tokens: int
    settings: NamedModel
    """Where the settings come from: those of the first use."""
    uses: tuple[Use, ...]
    ref: str


def models_of(settings: CompletionsSettings, findings: Findings) -> list[LegacyModel]:
    """Return the models by first use: chat, fast chat, completion. None and a problem where one has no name."""
    identities: dict[Use, Identity] = {}
    for named in settings.models:
        identity = _identity(settings, named, findings)
        if identity is None:
            message = f"`{MEMBERS[named.use]}` names no model"
            before = settings.provider.kind == "awsBedrock"
            hint = f"Write the model's name {'before' if before else 'after'} the slash."
            findings.problems.append(error("MC354", message, hint=hint, pointer=named.name.pointer))
        else:
            identities[named.use] = identity
    if len(identities) < len(settings.models):
        return []
    return _told_apart(settings.models, identities, findings)


def _identity(settings: CompletionsSettings, named: NamedModel, findings: Findings) -> Identity | None:
    name = named.name.text
    if settings.provider.kind == "awsBedrock":
        model, _, arn = name.partition("/")
        return _sanitized(settings.provider.owner, model, model, named, findings, arn) if model else None
    provider, model = _split(settings, name, named, findings)
    if not model:
        return None
    if settings.provider.kind != "azureOpenAI":
        return _sanitized(provider, model, model, named, findings)
    alias = named.alias or _alias_of_chat(settings, named)
    if alias is not None:
        findings.note(f"The reference of `{MEMBERS[named.use]}` has the name in `{alias.pointer.rpartition('/')[2]}`.")
    return _sanitized("openai", alias.text if alias else model, model, named, findings)


def _split(settings: CompletionsSettings, name: str, named: NamedModel, findings: Findings) -> tuple[str, str]:
    """Return the provider's id and the rest of a name such as `anthropic/claude-2`."""
    prefix, slash, rest = name.partition("/")
    member = MEMBERS[named.use]
    if slash and prefix == _FIREWORKS_PATH:
        # A path at Fireworks and no provider: it is the name that the API knows.
        findings.note(f"`{member}` is a path at Fireworks AI: its provider is fireworks, its name the whole path.")
        return "fireworks", name
    if slash and prefix:
        return sanitize_name(_OWNERS.get(prefix, prefix)), rest
    if settings.provider.kind == "sourcegraph":
        hint = "Name the maker before it, as in anthropic/claude-3-haiku-20240307."
        message = f"Cody Gateway cannot tell who makes the model in `{member}`"
        findings.problems.append(warning("MC357", message, hint=hint, pointer=named.name.pointer))
    return settings.provider.owner, name


def _alias_of_chat(settings: CompletionsSettings, named: NamedModel) -> Given | None:
    """Return chat's alias for fast chat where both are one deployment: no member gives fast chat one of its own."""
    chat = next(model for model in settings.models if model.use is Use.CHAT)
    return chat.alias if named.use is Use.FAST_CHAT and named.name.text == chat.name.text else None


def _sanitized(
    provider: str, wanted_id: str, model_name: str, named: NamedModel, findings: Findings, arn: str = ""
) -> Identity:
    model_id = sanitize_name(wanted_id)
    if model_id != wanted_id:
        findings.note(
            f"The reference of `{MEMBERS[named.use]}` has `_` for what a reference cannot contain; "
            "`modelName` keeps the name."
        )
    if arn:
        findings.note(f"`{MEMBERS[named.use]}` runs on reserved capacity: what follows the slash is its ARN.")
    return Identity(provider, model_id, model_name, arn)


def _told_apart(models: Sequence[NamedModel], identities: dict[Use, Identity], findings: Findings) -> list[LegacyModel]:
    """Give each different set of settings a reference: the one that the last use has keeps the plain reference."""
    by_use = {named.use: named for named in models}
    content = {use: (identities[use], by_use[use].tokens) for use in Use}
    plain = {use: SEPARATOR.join((one.provider, VERSION, one.model_id)) for use, one in identities.items()}
    refs: dict[tuple[Identity, int], str] = {content[use]: plain[use] for use in Use}
    keeper = {plain[use]: content[use] for use in Use}
    taken = set(plain.values())
    for use in Use:
        if keeper[plain[use]] == content[use] or refs[content[use]] != plain[use]:
            continue
        ref = plain[use]
        while ref in taken:
            ref += f"_{use.value}"
        taken.add(ref)
        refs[content[use]] = ref
        findings.note(
            f"`{MEMBERS[use]}` has settings of its own for a name that another model has too: "
            f"its reference ends in `_{use.value}`."
        )
    found = []
    for use in DEFAULT_FOR:
        uses = tuple(other for other in DEFAULT_FOR if content[other] == content[use])
        if uses[0] is use:
            identity, tokens = content[use]
            found.append(LegacyModel(identity, tokens, by_use[use], uses, refs[content[use]]))
    return found
