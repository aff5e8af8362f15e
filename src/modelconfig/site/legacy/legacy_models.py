"""Model references for the model names of `completions`.

A name gives the model's provider and id; each set of settings gets one reference.
"""

from collections.abc import Mapping
from typing import NamedTuple

from modelconfig.diagnostics.credentials import may_hold_credential
from modelconfig.documents.refs import SEPARATOR, sanitize_name
from modelconfig.site.legacy.completions import CompletionsSettings, ConfiguredModel, Findings
from modelconfig.site.legacy.provider_defaults import CHAT, COMPLETION, FAST_CHAT, USES, Use

VERSION = "unknown"
"""The second part of every reference: `completions` has no API versions."""
_FIREWORKS_PATH = "accounts"
_OWNERS = {"aws-bedrock": "anthropic", "azure-openai": "openai"}


class Identity(NamedTuple):
    """A model's provider, its id, its name in the API, and the ARN of the capacity reserved for it."""

    provider: str
    model_id: str
    model_name: str
    arn: str

    @property
    def ref(self) -> str:
        """The reference of the model if no other settings need it."""
        return SEPARATOR.join((self.provider, VERSION, self.model_id))


class LegacyModel(NamedTuple):
    """One model, its reference, and the settings of the first use that has it."""

    identity: Identity
    ref: str
    settings: ConfiguredModel


def models_of(settings: CompletionsSettings, findings: Findings) -> dict[Use, LegacyModel]:
    """Return the model of each use; nothing, and a problem, where one has no name.

    Uses whose models have the same identity and input tokens have the same model.
    """
    identities = {configured.use: _identity(settings, configured, findings) for configured in settings.models}
    valid_identities = {use: identity for use, identity in identities.items() if identity is not None}
    if len(valid_identities) < len(identities):
        return {}
    contents = {configured.use: (valid_identities[configured.use], configured.tokens) for configured in settings.models}
    refs = _distinct_refs(contents, findings)
    models: dict[tuple[Identity, int], LegacyModel] = {}
    for configured in settings.models:
        content = contents[configured.use]
        models.setdefault(content, LegacyModel(content[0], refs[content], configured))
    return {use: models[contents[use]] for use in USES}


def _identity(settings: CompletionsSettings, configured: ConfiguredModel, findings: Findings) -> Identity | None:
    kind, property_name, arn = settings.provider.kind, configured.use.model, ""
    if may_hold_credential(configured.name.text):
        hint = "Write the name of a model. A key belongs in `accessToken`, a URL in `endpoint`."
        findings.error("MC247", f"the value of `{property_name}` may be a credential", hint, configured.name.pointer)
        return None
    if kind == "awsBedrock":
        provider = settings.provider.owner
        model_name, _, arn = configured.name.text.partition("/")
    else:
        provider, model_name = _split(settings, configured, findings)
    if not model_name:
        hint = f"Write the model's name {'before' if kind == 'awsBedrock' else 'after'} the slash."
        findings.error("MC354", f"`{property_name}` has no model name", hint, configured.name.pointer)
        return None
    wanted_id = model_name
    if kind == "azureOpenAI":
        provider = settings.provider.owner
        chat = next(model for model in settings.models if model.use is CHAT)
        # Fast chat has no property for an alias; it has that of chat where both are one deployment.
        is_chat = configured.use is FAST_CHAT and configured.name.text == chat.name.text
        alias = chat.alias if is_chat else configured.alias
        if alias is not None:
            wanted_id = alias.text
            source = alias.pointer.rpartition("/")[2]
            findings.note(f"The model reference for `{property_name}` uses the name in `{source}`.")
    model_id = sanitize_name(wanted_id)
    if model_id != wanted_id:
        findings.note(
            f"The model reference for `{property_name}` has `_` instead of invalid characters; "
            "`modelName` contains the original name."
        )
    if arn:
        findings.note(f"`{property_name}` uses provisioned throughput: the part after the slash is its ARN.")
    return Identity(provider, model_id, model_name, arn)


def _split(settings: CompletionsSettings, configured: ConfiguredModel, findings: Findings) -> tuple[str, str]:
    """Return the provider's id and the rest of a name such as `anthropic/claude-2`."""
    name, property_name = configured.name.text, configured.use.model
    prefix, slash, rest = name.partition("/")
    if slash and prefix == _FIREWORKS_PATH:
        # This is a path at Fireworks and not a provider: the API knows the model by this name.
        findings.note(
            f"`{property_name}` is a path of Fireworks AI: the provider is fireworks, the model name the whole path."
        )
        return "fireworks", name
    if slash and prefix:
        return sanitize_name(_OWNERS.get(prefix, prefix)), rest
    if settings.provider.kind == "sourcegraph":
        message = f"the model name in `{property_name}` has no provider, which Cody Gateway requires"
        hint = "Write the provider before the name, as in anthropic/claude-haiku-5-5."
        findings.warning("MC357", message, hint, configured.name.pointer)
    return settings.provider.owner, name


def _distinct_refs(contents: Mapping[Use, tuple[Identity, int]], findings: Findings) -> dict[tuple[Identity, int], str]:
    """Return a reference for each identity with its input tokens; the last use keeps the plain one."""
    order = (CHAT, COMPLETION, FAST_CHAT)
    content_by_plain_ref = {contents[use][0].ref: contents[use] for use in order}
    refs = {content: ref for ref, content in content_by_plain_ref.items()}
    for use in order:
        content = contents[use]
        if content not in refs:
            ref = content[0].ref
            while ref in refs.values():
                ref += f"_{use.suffix}"
            refs[content] = ref
            findings.note(
                f"The model name of `{use.model}` is also that of a model with other settings: "
                f"its reference ends in `_{use.suffix}`."
            )
    return refs
