"""Recommended settings of open models, for self-hosting."""

from copy import deepcopy
from typing import Any, Final

_AUTOCOMPLETE: Final = ("autocomplete",)
_CHAT: Final = ("chat", "autocomplete")
_STARCODER: Final = {"stopSequences": ["<|endoftext|>", "<file_sep>"], "endOfText": "<|endoftext|>"}
_PRESETS: Final[dict[str, tuple[str, tuple[str, ...], dict[str, Any]]]] = {
    "starcoder2-7b": ("Starcoder2 7B", _AUTOCOMPLETE, _STARCODER),
    "starcoder2-15b": ("Starcoder2 15B", _AUTOCOMPLETE, _STARCODER),
    "mistral-7b-instruct": ("Mistral 7B Instruct", _CHAT, {}),
    "mixtral-8x7b-instruct": ("Mixtral 8x7B Instruct", _CHAT, {}),
    "mixtral-8x22b-instruct": ("Mixtral 8x22B Instruct", _CHAT, {}),
}
"""Display name, capabilities and client-side settings, by name of the model."""

PRESET_WINDOW: Final = {"maxInputTokens": 8192, "maxOutputTokens": 4096}
RECOMMENDED: Final = {
    f"{'bigcode' if name.startswith('starcoder') else 'mistral'}::v1::{name}": name for name in _PRESETS
}
"""The presets of `modelOverridesRecommendedSettings`: their names by model reference."""
SELF_HOSTED: Final = {f"{name}@v1": name for name in _PRESETS}
"""The presets of `selfHostedModels`: their names by name and version."""


def preset(name: str) -> dict[str, Any]:
    """Return the properties of a preset, except its context window. The caller may change them."""
    display_name, capabilities, client_settings = _PRESETS[name]
    return {
        "displayName": display_name,
        "modelName": name,
        "capabilities": list(capabilities),
        "category": "balanced",
        "status": "stable",
        "tier": "enterprise",
        "clientSideConfig": {"openAICompatible": deepcopy(client_settings)},
        "serverSideConfig": {"openAICompatible": {}},
    }
