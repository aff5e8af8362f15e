"""The models that clients request code completions from: provider ids, and the ModelIDs that each accepts.

Source: the newest public client, of 2025-07-24. Its autocomplete takes the default model for code completion, and
chooses an implementation by the provider's id. Each implementation accepts any ModelID or only those that it knows; for
any other the client has no autocomplete. The setting `openAICompatible` for clients selects an implementation that
accepts any provider and model.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from modelconfig.documents.refs import SEPARATOR


class AcceptedModels(NamedTuple):
    """The ModelIDs that the autocomplete of clients accepts at a provider; both empty: any ModelID."""

    ids: frozenset[str] = frozenset()
    """The only ModelIDs that are accepted."""
    parts: tuple[str, ...] = ()
    """Texts of which a ModelID has to contain one."""

    def accepts(self, model_id: str) -> bool:
        """Return whether clients request completions from a model with this ModelID."""
        if not self.ids and not self.parts:
            return True
        return model_id in self.ids or any(part in model_id for part in self.parts)


ANY_MODEL: Final = AcceptedModels()
_FIREWORKS: Final = AcceptedModels(
    ids=frozenset(
        {
            "code-qwen-7b-v2p5",
            "codellama-7b",
            "deepseek-coder-v2-lite-base",
            "deepseek-coder-v2-lite-base-context-16384",
            "deepseek-coder-v2-lite-base-context-4096",
            "deepseek-coder-v2-lite-base-context-8192",
            "llama-code-13b",
            "starcoder",
            "starcoder-16b",
            "starcoder-7b",
            "starcoder-hybrid",
        }
    )
)
_GOOGLE: Final = AcceptedModels(parts=("gemini-1.5-flash", "gemini-pro", "gemini-1.0-pro"))

COMPLETION_PROVIDERS: Final[Mapping[str, AcceptedModels]] = {
    "anthropic": ANY_MODEL,
    "aws-bedrock": ANY_MODEL,
    "azure-openai": ANY_MODEL,
    "default": _FIREWORKS,
    "fireworks": _FIREWORKS,
    "gemini": _GOOGLE,
    "google": _GOOGLE,
    "openai": ANY_MODEL,
    "openaicompatible": ANY_MODEL,
    "unstable-gemini": _GOOGLE,
    "unstable-openai": ANY_MODEL,
}
"""The models that clients accept for code completion, by the id of their provider."""


def accepted_models(model: Mapping[str, Any]) -> AcceptedModels | None:
    """Return the models that clients accept for code completion at the provider of this model of a document.

    None where clients do not know the provider.
    """
    settings = model.get("clientSideConfig")
    if isinstance(settings, dict) and isinstance(settings.get("openAICompatible"), dict):
        return ANY_MODEL
    return COMPLETION_PROVIDERS.get(model["modelRef"].partition(SEPARATOR)[0])


def is_completion_model(model: Mapping[str, Any]) -> bool:
    """Return whether clients request completions from this model of a document if it is their default for that."""
    accepted = accepted_models(model)
    return accepted is not None and accepted.accepts(model["modelRef"].rpartition(SEPARATOR)[2])
