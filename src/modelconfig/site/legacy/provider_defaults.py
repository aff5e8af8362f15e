"""Default endpoints, models and token limits of each provider of `completions`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from modelconfig.site.cody_settings import GATEWAY_ENDPOINT

if TYPE_CHECKING:
    from collections.abc import Mapping


class Use(StrEnum):
    """The use of a model of `completions`. References of two settings of one model are assigned in this order."""

    CHAT = "chat"
    COMPLETION = "completion"
    FAST_CHAT = "fast-chat"


MODEL_PROPERTIES: Final[Mapping[Use, str]] = {
    Use.CHAT: "chatModel",
    Use.COMPLETION: "completionModel",
    Use.FAST_CHAT: "fastChatModel",
}
"""The property that names the model of each use; with the suffix `MaxTokens`, the one that limits its input."""
DEFAULT_FOR: Final[Mapping[Use, str]] = {
    Use.CHAT: "chat",
    Use.FAST_CHAT: "fastChat",
    Use.COMPLETION: "codeCompletion",
}
"""The property of `defaultModels` of each use, in the usual order."""
ALIASES: Final[Mapping[Use, str]] = {Use.CHAT: "azureChatModel", Use.COMPLETION: "azureCompletionModel"}
"""Azure OpenAI: the property with the real name behind a deployment. Fast chat has none."""

OUTPUT_TOKENS: Final = 4000
"""Maximum output tokens of every model: Cody Gateway rejects higher limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderDefaults:
    """One value of `completions.provider`. A blank endpoint or model means that the section must name it."""

    title: str
    kind: str
    """The `type` of the server-side configuration that results."""
    owner: str
    """The provider id of models whose names do not start with one."""
    endpoint: str = ""
    models: Mapping[Use, str]
    needs_token: bool = True
    limits: Mapping[str, str] = field(default_factory=dict)
    """Prefix of a model's name → table of `LIMITS` for the rest of the name."""
    other_tokens: int = 9000
    """Input tokens of a model whose name has no such prefix."""


PROVIDERS: Final[Mapping[str, ProviderDefaults]] = {
    "sourcegraph": ProviderDefaults(
        title="Cody Gateway",
        kind="sourcegraph",
        owner="sourcegraph",
        endpoint=GATEWAY_ENDPOINT,
        models={
            Use.CHAT: "anthropic/claude-3-sonnet-20240229",
            Use.FAST_CHAT: "anthropic/claude-3-haiku-20240307",
            Use.COMPLETION: "fireworks/starcoder",
        },
        limits={"anthropic/": "anthropic", "openai/": "openai"},
    ),
    "openai": ProviderDefaults(
        title="OpenAI",
        kind="openai",
        owner="openai",
        endpoint="https://api.openai.com",
        models={
            Use.CHAT: "gpt-4",
            Use.FAST_CHAT: "gpt-3.5-turbo",
            Use.COMPLETION: "gpt-3.5-turbo-instruct",
        },
        limits={"": "openai"},
    ),
    "anthropic": ProviderDefaults(
        title="Anthropic",
        kind="anthropic",
        owner="anthropic",
        endpoint="https://api.anthropic.com/v1/messages",
        models={
            Use.CHAT: "claude-3-sonnet-20240229",
            Use.FAST_CHAT: "claude-3-haiku-20240307",
            Use.COMPLETION: "claude-3-haiku-20240307",
        },
        limits={"": "anthropic"},
    ),
    "google": ProviderDefaults(
        title="Google",
        kind="google",
        owner="google",
        endpoint="https://generativelanguage.googleapis.com/v1beta/models",
        models={
            Use.CHAT: "gemini-1.5-pro",
            Use.FAST_CHAT: "gemini-1.5-flash",
            Use.COMPLETION: "gemini-1.5-flash",
        },
    ),
    "fireworks": ProviderDefaults(
        title="Fireworks AI",
        kind="fireworks",
        owner="fireworks",
        endpoint="https://api.fireworks.ai/inference/v1/completions",
        models={
            Use.CHAT: "accounts/fireworks/models/llama-v2-7b",
            Use.FAST_CHAT: "accounts/fireworks/models/llama-v2-7b",
            Use.COMPLETION: "starcoder",
        },
        limits={"": "fireworks"},
    ),
    "aws-bedrock": ProviderDefaults(
        title="Amazon Bedrock",
        kind="awsBedrock",
        owner="anthropic",
        models={
            Use.CHAT: "anthropic.claude-v2",
            Use.FAST_CHAT: "anthropic.claude-instant-v1",
            Use.COMPLETION: "anthropic.claude-instant-v1",
        },
        needs_token=False,
        limits={"anthropic.": "anthropic"},
    ),
    "azure-openai": ProviderDefaults(
        title="Azure OpenAI",
        kind="azureOpenAI",
        owner="openai",
        models={},
        needs_token=False,
        # A deployment's name does not show which model is behind it.
        other_tokens=7000,
    ),
}

LIMITS: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "anthropic": (
        (r".*-100k", 100_000),
        (r"claude-(?:v?2|2\.0|2\.1)", 12_000),
        (r"claude-3(?:-5)?-(?:haiku|opus|sonnet)-[0-9]{8}", 12_000),
        (r".*", 9_000),
    ),
    "openai": (
        (r"gpt-4", 7_000),
        (r"gpt-4-32k", 32_000),
        (r"gpt-3\.5-turbo(?:-16k)?|gpt-4o|gpt-4-turbo(?:-preview)?", 16_000),
        (r".*", 4_000),
    ),
    "fireworks": (
        (r"accounts/fireworks/models/llama-v2.*", 3_000),
        (r"accounts/fireworks/models/starcoder-.*|starcoder.*", 6_000),
        (r".*", 4_000),
    ),
}
"""Input tokens by a pattern for the whole name; the first match counts."""

RETIRED: Final = r"(?:.*[./])?claude-(?:v?[12](?:\.[0-9]+)?|instant(?:-v?1(?:\.[0-9]+)?)?)(?:-100k)?(?::[0-9:k]+)?"
"""Names of Claude 1, 2 and Instant, at Anthropic, Cody Gateway or Amazon Bedrock: requests for them fail."""
