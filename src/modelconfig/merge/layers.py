"""The layers that can set a field, and the origin of a value."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any, Final


class Layer(StrEnum):
    """The layer that set a field last. The values are shown to users."""

    SUPPLIED = "supplied catalogue"
    """The base document, unchanged."""
    PROVIDER_OVERRIDE = "provider override"
    """An item of `providerOverrides`, for the provider itself."""
    PROVIDER_DEFAULT = "provider default"
    """A provider's `defaultModelConfig`, for each of its models."""
    MODEL_OVERRIDE = "model override"
    """An item of `modelOverrides`."""
    RECOMMENDED = "recommended settings"
    """An item of `modelOverridesRecommendedSettings`."""
    SELF_HOSTED = "self-hosted model"
    """An item of `selfHostedModels`."""
    DEFAULT_MODELS = "default models"
    """A property of `defaultModels`."""
    INFERRED = "inferred"
    """A default model chosen by rule, because none was configured or the configured one is unsuitable."""
    ROUTED = "routed to the gateway"
    """The server-side configuration of a base provider that has none: it is reached through Cody Gateway."""
    FILLED_IN = "filled in"
    """A value that a merged document requires and that no setting provided."""
    LEGACY = "legacy completions"
    """The older `completions`, converted."""


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""The absence of a JSON value, which is not null."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one field came from.

    `pointer` is a JSON Pointer into the whole site configuration, "" where none of its properties set the field.
    `replaced` is the previous value, or ABSENT; it may be a credential.
    """

    layer: Layer
    pointer: str = ""
    replaced: Any = field(default=ABSENT, repr=False)


BASE_ORIGIN: Final = Origin(Layer.SUPPLIED)
