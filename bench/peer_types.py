"""The document as dataclasses for mashumaro and pydantic: frozen, slotted and with tuples, like the generated ones.

Properties have their JSON names and enumerations are closed, so the peers need no aliases or unions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mashumaro.config import BaseConfig
from mashumaro.mixins.orjson import DataClassORJSONMixin


class Capability(StrEnum):
    """What a model can be used for."""

    AUTOCOMPLETE = "autocomplete"
    CHAT = "chat"
    EDIT = "edit"
    VISION = "vision"
    REASONING = "reasoning"
    TOOLS = "tools"
    SMART_APPLY = "smartApply"
    FALLBACK = "fallback"


class PeerCategory(StrEnum):
    """How a model trades quality for speed."""

    ACCURACY = "accuracy"
    BALANCED = "balanced"
    SPEED = "speed"
    OTHER = "other"
    DEPRECATED = "deprecated"


class Status(StrEnum):
    """How mature a model is."""

    EXPERIMENTAL = "experimental"
    BETA = "beta"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    WAITLIST = "waitlist"
    INTERNAL = "internal"


class Tier(StrEnum):
    """Who may use a model."""

    FREE = "free"
    PRO = "pro"
    ENTERPRISE = "enterprise"


class Effort(StrEnum):
    """How long a model may reason."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Unit(StrEnum):
    """What a price is for."""

    MTOK = "mtok"
    BTOK = "btok"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWindow:
    """Token budgets."""

    maxInputTokens: int
    maxOutputTokens: int
    maxUserInputTokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierConfig:
    """What one tier gets."""

    contextWindow: ContextWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class AllTiers:
    """What each tier gets."""

    free: TierConfig | None = None
    pro: TierConfig | None = None
    enterprise: TierConfig | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerCost:
    """Prices."""

    unit: Unit
    inputTokenPennies: float
    outputTokenPennies: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSideOpenAICompatible:
    """Settings of a self-hosted model that clients read."""

    stopSequences: tuple[str, ...] | None = None
    endOfText: str | None = None
    contextSizeHintTotalCharacters: int | None = None
    contextSizeHintPrefixCharacters: int | None = None
    contextSizeHintSuffixCharacters: int | None = None
    chatPreInstruction: str | None = None
    editPostInstruction: str | None = None
    autocompleteSinglelineTimeout: int | None = None
    autocompleteMultilineTimeout: int | None = None
    chatTopK: float | None = None
    chatTopP: float | None = None
    chatTemperature: float | None = None
    chatMaxTokens: int | None = None
    autoCompleteTopK: float | None = None
    autoCompleteTopP: float | None = None
    autoCompleteTemperature: float | None = None
    autoCompleteSinglelineMaxTokens: int | None = None
    autoCompleteMultilineMaxTokens: int | None = None
    editTopK: float | None = None
    editTopP: float | None = None
    editTemperature: float | None = None
    editMaxTokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSideModelConfig:
    """What clients read about a model."""

    openAICompatible: ClientSideOpenAICompatible | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model without its server-side property, which no measured document has."""

    modelRef: str
    displayName: str | None = None
    modelName: str
    capabilities: tuple[Capability, ...]
    category: PeerCategory
    status: Status
    tier: Tier
    contextWindow: ContextWindow
    clientSideConfig: ClientSideModelConfig | None = None
    reasoningEffort: Effort | None = None
    estimatedModelCost: PeerCost | None = None
    modelConfigAllTiers: AllTiers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider without its configurations, which no measured document has."""

    id: str
    displayName: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultModels:
    """References of the default models."""

    chat: str
    fastChat: str
    codeCompletion: str
    fallbackChat: str | None = None
    unlimitedChat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainModelConfiguration:
    """The whole document, as pydantic reads it."""

    schemaVersion: str
    revision: str
    providers: tuple[Provider, ...]
    models: tuple[Model, ...]
    defaultModels: DefaultModels


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfiguration(PlainModelConfiguration, DataClassORJSONMixin):
    """The whole document, as mashumaro reads it."""

    class Config(BaseConfig):
        """Compile the decoder when the module is imported, so that no run pays for it."""

        lazy_compilation = False
