"""The models that the newest public client, of 2025-07-24, makes of a models document.

It states the client's rules, also where they are odd: which models it hides, how it divides a context window, which
default models it uses, and which models its autocomplete accepts. It reads no other property of the document;
`docs/clients-behaviour.md` lists what it reads and what it ignores.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from modelconfig.documents.completion_models import COMPLETION_PROVIDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

MISTRAL: Final = re.compile(r"mi(?:x|s)tral")
MISTRAL_SHARE: Final = 0.85
"""The share of the input that the client uses of models with such a name, because its tokenizer counts too few."""
CONVERSATION, ADDED_CONTEXT = 15_000, 30_000
"""How the client divides an input of exactly their sum, without `maxUserInputTokens`."""
COMPLETION_CHARACTERS: Final = 4_096
"""Characters of context for autocomplete with an OpenAI-compatible model that does not say how many."""
FALLBACK: Final = "google::v1::gemini-2.0-flash"
"""The chat model of a user who has reached a limit, where the document does not name one."""
BADGES: Final = ("experimental", "internal")
"""The statuses of models that are offered with a badge."""


@dataclass(frozen=True)
class Rights:
    """What a user has. `tier` is "enterprise" for users of a site, and "free" or "pro" for those of the public one."""

    tier: str = "enterprise"
    enhanced_context_window: bool = False
    """The feature flag `enhanced-context-window`."""


OF_A_SITE: Final = Rights()
"""The rights of a user of a site, without feature flags."""


@dataclass(frozen=True)
class OfferedModel:
    """A model as the client offers it. Token numbers are those that its requests observe."""

    ref: str
    title: str
    uses: tuple[str, ...]
    """For what it is offered: "autocomplete", "chat", "edit"."""
    input: int
    output: int
    added_context: int | None
    """Tokens for context that the user adds, apart from `input`; None where `input` is for both."""
    badge: str | None
    tier: str
    reasons: bool
    is_fast: bool
    settings: Mapping[str, Any] = field(compare=False)
    """The client-side settings."""

    @property
    def provider(self) -> str:
        """The id of the provider."""
        return self.ref.split("::")[0]

    @property
    def label(self) -> str:
        """The text in the model picker. The provider's display name is not used."""
        provider = "OpenAI" if self.provider == "openai" else self.provider[:1].upper() + self.provider[1:]
        return f"{self.title} by {provider}"


@dataclass(frozen=True)
class Autocomplete:
    """The model of autocomplete. `context_characters` is None where the client decides by itself."""

    ref: str
    context_characters: int | None


class ClientModels:
    """The models and defaults of a client, for a user with certain rights.

    Raises KeyError for a document without what the client reads unguarded: then a real client has no models.
    """

    def __init__(self, document: Mapping[str, Any], rights: Rights) -> None:
        hidden = {"deprecated", *(["waitlist"] if rights.tier == "enterprise" else [])}
        self._rights = rights
        self.offered = tuple(_offered(model, rights) for model in document["models"] if model["status"] not in hidden)
        defaults = document["defaultModels"]
        self._defaults = {
            "autocomplete": defaults.get("codeCompletion"),
            "chat": defaults.get("chat"),
            "edit": defaults.get("chat"),
        }
        self._fallback = defaults.get("unlimitedChat") or FALLBACK

    def picker(self, use: str) -> list[OfferedModel]:
        """Return the models of the picker for a use: the default, whatever its uses are, then those with that use."""
        default = self.default(use)
        models = [model for model in self.offered if use in model.uses and model != default]
        return [default, *models] if default else models

    def default(self, use: str) -> OfferedModel | None:
        """Return the default model for a use: the document's, else the first that the user may use."""
        named = next((model for model in self.offered if model.ref == self._defaults[use]), None)
        if named and self._may_use(named) and not (use == "edit" and named.reasons):
            return named
        usable = (model for model in self.offered if use in model.uses and self._may_use(model) and not model.reasons)
        return next(usable, None)

    def fallback_chat(self) -> OfferedModel | None:
        """Return the chat model of a user who has reached a limit."""
        named = (model for model in self.offered if model.ref == self._fallback)
        return next(named, None) or next((model for model in self.offered if model.is_fast), None)

    def autocomplete(self) -> Autocomplete | None:
        """Return the model of autocomplete, or None where the client cannot use the default for code completion."""
        model = self.default("autocomplete")
        if model is None:
            return None
        compatible = model.settings.get("openAICompatible")
        if compatible is not None:
            return Autocomplete(model.ref, compatible.get("contextSizeHintTotalCharacters") or COMPLETION_CHARACTERS)
        accepted = COMPLETION_PROVIDERS.get(model.provider)
        if accepted is None or not accepted.accepts(model.ref.split("::")[2]):
            return None
        return Autocomplete(model.ref, COMPLETION_CHARACTERS if model.provider == "openaicompatible" else None)

    def _may_use(self, model: OfferedModel) -> bool:
        match self._rights.tier:
            case "free":
                return model.tier == "free"
            case "pro":
                return model.tier != "enterprise" and model.badge != "waitlist"
        return True


def _offered(model: Mapping[str, Any], rights: Rights) -> OfferedModel:
    capabilities = model["capabilities"]
    reasons = "reasoning" in capabilities
    possible = ("autocomplete", "chat") if reasons else ("autocomplete", "chat", "edit")
    numbers = _window(model, rights)
    conversation, added = numbers["input"], None
    if numbers["input"] == CONVERSATION + ADDED_CONTEXT:
        conversation, added = CONVERSATION, ADDED_CONTEXT
    share = numbers["share"]
    if 0 < share < numbers["input"]:
        conversation, added = share, numbers["input"] - share
    return OfferedModel(
        ref=model["modelRef"],
        title=model["displayName"],
        uses=tuple(use for use in possible if use in capabilities),
        input=conversation,
        output=numbers["output"],
        added_context=added,
        badge=model["status"] if model["status"] in {*BADGES, "waitlist"} else None,
        tier=model["tier"],
        reasons=reasons,
        is_fast=model["category"] == "speed",
        settings=model.get("clientSideConfig") or {},
    )


def _window(model: Mapping[str, Any], rights: Rights) -> dict[str, int]:
    """Return the numbers of the window that the client uses; `share` is 0 where it does not read one."""
    window = model["contextWindow"]
    size = window["maxInputTokens"]
    if MISTRAL.match(model["modelName"]):
        size = math.floor(size * MISTRAL_SHARE + 0.5)
    if not rights.enhanced_context_window:
        return {"input": size, "output": window["maxOutputTokens"], "share": 0}
    tiers = model.get("modelConfigAllTiers")
    if tiers is None:
        return {"input": size, "output": window["maxOutputTokens"], "share": 0}
    # Read without a check, as the client does.
    window = tiers[rights.tier]["contextWindow"]
    return {
        "input": window["maxInputTokens"],
        "output": window["maxOutputTokens"],
        "share": window.get("maxUserInputTokens") or 0,
    }
