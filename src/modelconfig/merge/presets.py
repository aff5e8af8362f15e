"""Settings of open models that are known to work, for those who run them on machines of their own."""

from __future__ import annotations

from typing import Any, Final, NamedTuple


class _Kind(NamedTuple):
    display_name: str
    capabilities: tuple[str, ...]
    stop_sequences: tuple[str, ...] = ()
    end_of_text: str = ""


_STARCODER: Final = ("<|endoftext|>", "<file_sep>")
_CHAT: Final = ("chat", "autocomplete")
_KINDS: Final = {
    "starcoder2-7b": _Kind("Starcoder2 7B", ("autocomplete",), _STARCODER, "<|endoftext|>"),
    "starcoder2-15b": _Kind("Starcoder2 15B", ("autocomplete",), _STARCODER, "<|endoftext|>"),
    "mistral-7b-instruct": _Kind("Mistral 7B Instruct", _CHAT),
    "mixtral-8x7b-instruct": _Kind("Mixtral 8x7B Instruct", _CHAT),
    "mixtral-8x22b-instruct": _Kind("Mixtral 8x22B Instruct", _CHAT),
}
_WINDOW: Final = {"maxInputTokens": 8192, "maxOutputTokens": 4096}

RECOMMENDED: Final = {
    f"{'bigcode' if name.startswith('starcoder') else 'mistral'}::v1::{name}": name for name in _KINDS
}
"""The models of `modelOverridesRecommendedSettings`: their names by reference."""
SELF_HOSTED: Final = {f"{name}@v1": name for name in _KINDS}
"""The models of `selfHostedModels`: their names by name and version of the settings."""


def presets(name: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return a model's members and its context window; every call returns values of its own."""
    kind = _KINDS[name]
    client: dict[str, Any] = {}
    if kind.stop_sequences:
        client = {"stopSequences": list(kind.stop_sequences), "endOfText": kind.end_of_text}
    members = {
        "displayName": kind.display_name,
        "modelName": name,
        "capabilities": list(kind.capabilities),
        "category": "balanced",
        "status": "stable",
        "tier": "enterprise",
        "clientSideConfig": {"openAICompatible": client},
        "serverSideConfig": {"openAICompatible": {}},
    }
    return members, dict(_WINDOW)
