"""Default endpoints, models and token limits of each provider of `completions`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from modelconfig.site.cody_settings import GATEWAY_ENDPOINT


class Use(NamedTuple):
    """One use of a model of `completions`."""

    suffix: str
    """What a reference ends in if the plain one has other settings."""
    model: str
    """The property that names the model; with the suffix `MaxTokens`, the one that limits its input."""
    default: str
    """The property of `defaultModels`."""
    alias: str = ""
    """Azure OpenAI: the property with the real name behind a deployment. Fast chat has none."""


CHAT: Final = Use("chat", "chatModel", "chat", "azureChatModel")
FAST_CHAT: Final = Use("fast-chat", "fastChatModel", "fastChat")
COMPLETION: Final = Use("completion", "completionModel", "codeCompletion", "azureCompletionModel")
USES: Final = (CHAT, FAST_CHAT, COMPLETION)
"""The uses in the order in which models are listed."""

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
    models: Mapping[Use, str] = field(default_factory=dict)
    needs_token: bool = True
    limits: Mapping[str, str] = field(default_factory=dict)
    """Prefix of a model's name → table of `LIMITS` for the rest of the name."""
    other_tokens: int = 9000
    """Input tokens of a model whose name has no such prefix."""


def _models(chat: str, fast_chat: str, completion: str) -> Mapping[Use, str]:
    return dict(zip(USES, (chat, fast_chat, completion), strict=True))


PROVIDERS: Final[Mapping[str, ProviderDefaults]] = {
    "sourcegraph": ProviderDefaults(
        title="Cody Gateway",
        kind="sourcegraph",
        owner="sourcegraph",
        endpoint=GATEWAY_ENDPOINT,
        models=_models(
            "anthropic/claude-3-sonnet-20240229", "anthropic/claude-3-haiku-20240307", "fireworks/starcoder"
        ),
        limits={"anthropic/": "anthropic", "openai/": "openai"},
    ),
    "openai": ProviderDefaults(
        title="OpenAI",
        kind="openai",
        owner="openai",
        endpoint="https://api.openai.com",
        models=_models("gpt-4", "gpt-3.5-turbo", "gpt-3.5-turbo-instruct"),
        limits={"": "openai"},
    ),
    "anthropic": ProviderDefaults(
        title="Anthropic",
        kind="anthropic",
        owner="anthropic",
        endpoint="https://api.anthropic.com/v1/messages",
        models=_models("claude-3-sonnet-20240229", "claude-3-haiku-20240307", "claude-3-haiku-20240307"),
        limits={"": "anthropic"},
    ),
    "google": ProviderDefaults(
        title="Google",
        kind="google",
        owner="google",
        endpoint="https://generativelanguage.googleapis.com/v1beta/models",
        models=_models("gemini-1.5-pro", "gemini-1.5-flash", "gemini-1.5-flash"),
    ),
    "fireworks": ProviderDefaults(
        title="Fireworks AI",
        kind="fireworks",
        owner="fireworks",
        endpoint="https://api.fireworks.ai/inference/v1/completions",
        models=_models("accounts/fireworks/models/llama-v2-7b", "accounts/fireworks/models/llama-v2-7b", "starcoder"),
        limits={"": "fireworks"},
    ),
    "aws-bedrock": ProviderDefaults(
        title="Amazon Bedrock",
        kind="awsBedrock",
        owner="anthropic",
        models=_models("anthropic.claude-v2", "anthropic.claude-instant-v1", "anthropic.claude-instant-v1"),
        needs_token=False,
        limits={"anthropic.": "anthropic"},
    ),
    "azure-openai": ProviderDefaults(
        title="Azure OpenAI",
        kind="azureOpenAI",
        owner="openai",
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
