"""What can be said about where a field of a merged document came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any, Final


class Layer(StrEnum):
    """Who has the last word on a field. The values are what people read."""

    SUPPLIED = "supplied catalogue"
    """The base document, untouched."""
    PROVIDER_OVERRIDE = "provider override"
    """An item of `providerOverrides`, about the provider itself."""
    PROVIDER_DEFAULT = "provider default"
    """A provider's `defaultModelConfig`, about each of its models."""
    MODEL_OVERRIDE = "model override"
    """An item of `modelOverrides`."""
    RECOMMENDED = "recommended settings"
    """An item of `modelOverridesRecommendedSettings`."""
    SELF_HOSTED = "self-hosted model"
    """An item of `selfHostedModels`."""
    DEFAULT_MODELS = "default models"
    """A member of `defaultModels`."""
    INFERRED = "inferred"
    """A default model that nobody named or that could not be used, chosen by rule."""
    ROUTED = "routed to the gateway"
    """How to reach a supplied provider that has no configuration of its own."""
    FILLED_IN = "filled in"
    """A value that a merged document always has and that nobody gave."""
    LEGACY = "legacy completions"
    """The older `completions`, converted."""


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""In place of a JSON value: there was none, which null is not."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one field came from.

    `pointer` is a JSON Pointer into the whole site configuration, "" where none of its members set the field.
    `replaced` is the value before, or ABSENT; it may be a credential.
    """

    layer: Layer
    pointer: str = ""
    replaced: Any = field(default=ABSENT, repr=False)


SUPPLIED: Final = Origin(Layer.SUPPLIED)
