"""The table of models that clients accept for code completion."""

import pytest

from modelconfig.documents.completion_models import is_completion_model

ACCEPTED = (
    "anthropic::2024-10-22::claude-3-5-haiku-latest",
    "aws-bedrock::v1::any-model",
    "azure-openai::v1::my-deployment",
    "fireworks::v1::deepseek-coder-v2-lite-base-context-8192",
    "fireworks::v1::starcoder",
    "google::v1::gemini-1.5-flash-002",
    "openai::2024-02-01::gpt-4.1-nano",
    "openaicompatible::v1::qwen",
)
REJECTED = (
    "Anthropic::v1::claude",
    "fireworks::v1::Starcoder",
    "fireworks::v1::accounts/fireworks/models/starcoder",
    "fireworks::v1::deepseek-v3",
    "google::v1::gemini-1.5-pro",
    "google::v1::gemini-2.5-flash",
    "mistral::v1::autoedits-mixtral-v2",
)


@pytest.mark.parametrize("ref", [*ACCEPTED, *REJECTED])
def test_accepted_models(ref: str) -> None:
    """The provider's id selects which ModelIDs are accepted; `openAICompatible` accepts all."""
    assert is_completion_model({"modelRef": ref}) is (ref in ACCEPTED)
    assert is_completion_model({"modelRef": ref, "clientSideConfig": None}) is (ref in ACCEPTED)
    assert is_completion_model({"modelRef": ref, "clientSideConfig": {"openAICompatible": {}}})
