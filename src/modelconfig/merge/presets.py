"""Recommended settings of open models, for self-hosting."""

from __future__ import annotations

from typing import Any, Final, NamedTuple


class _Preset(NamedTuple):
    display_name: str
    capabilities: tuple[str, ...]
    stop_sequences: tuple[str, ...] = ()
    end_of_text: str = ""


_STARCODER: Final = ("<|endoftext|>", "<file_sep>")
_CHAT: Final = ("chat", "autocomplete")
_PRESETS: Final = {
    "starcoder2-7b": _Preset("Starcoder2 7B", ("autocomplete",), _STARCODER, "<|endoftext|>"),
    "starcoder2-15b": _Preset("Starcoder2 15B", ("autocomplete",), _STARCODER, "<|endoftext|>"),
    "mistral-7b-instruct": _Preset("Mistral 7B Instruct", _CHAT),
    "mixtral-8x7b-instruct": _Preset("Mixtral 8x7B Instruct", _CHAT),
    "mixtral-8x22b-instruct": _Preset("Mixtral 8x22B Instruct", _CHAT),
}
_WINDOW: Final = {"maxInputTokens": 8192, "maxOutputTokens": 4096}

RECOMMENDED: Final = {
    f"{'bigcode' if name.startswith('starcoder') else 'mistral'}::v1::{name}": name for name in _PRESETS
}
"""The presets of `modelOverridesRecommendedSettings`: their names by model reference."""
SELF_HOSTED: Final = {f"{name}@v1": name for name in _PRESETS}
"""The presets of `selfHostedModels`: their names by name and version."""


def presets(name: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return a preset's properties and its context window; the caller may change both."""
    preset = _PRESETS[name]
    client: dict[str, Any] = {}
    if preset.stop_sequences:
        client = {"stopSequences": list(preset.stop_sequences), "endOfText": preset.end_of_text}
    properties = {
        "displayName": preset.display_name,
        "modelName": name,
        "capabilities": list(preset.capabilities),
        "category": "balanced",
        "status": "stable",
        "tier": "enterprise",
        "clientSideConfig": {"openAICompatible": client},
        "serverSideConfig": {"openAICompatible": {}},
    }
    return properties, dict(_WINDOW)
