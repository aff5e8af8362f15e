# Do not edit: generated from schema/ by `python3 dev.py -s codegen`.
"""Legacy completions configuration. The section `completions` of a site configuration, read if
`modelConfiguration` is absent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self, final

from ._support import (
    JsonObject,
    ShapeError,
    assign,
    draft_class,
    mismatch,
    missing,
    read_boolean,
    read_integer,
    read_listed,
    read_string,
    read_unknown,
    write_unknown,
)


class CompletionsProvider(StrEnum):
    """The provider of the models of a legacy configuration.

    Attributes:
        SOURCEGRAPH: Cody Gateway.
        ANTHROPIC: Anthropic's own API.
        OPENAI: OpenAI's own API.
        AZURE_OPENAI: Azure OpenAI; models are named by their deployments.
        AWS_BEDROCK: Amazon Bedrock.
        FIREWORKS: Fireworks AI.
        GOOGLE: Gemini by Google's own API, or models at Vertex AI.
    """

    SOURCEGRAPH = "sourcegraph"
    """Cody Gateway."""

    ANTHROPIC = "anthropic"
    """Anthropic's own API."""

    OPENAI = "openai"
    """OpenAI's own API."""

    AZURE_OPENAI = "azure-openai"
    """Azure OpenAI; models are named by their deployments."""

    AWS_BEDROCK = "aws-bedrock"
    """Amazon Bedrock."""

    FIREWORKS = "fireworks"
    """Fireworks AI."""

    GOOGLE = "google"
    """Gemini by Google's own API, or models at Vertex AI."""


COMPLETIONS_PROVIDER_BY_VALUE: Final = {member.value: member for member in CompletionsProvider}
"""The members of CompletionsProvider by their JSON value."""


class SmartContextWindow(StrEnum):
    """Whether clients choose the number of tokens themselves.

    Attributes:
        ENABLED: By the model's name.
        DISABLED: As configured.
    """

    ENABLED = "enabled"
    """By the model's name."""

    DISABLED = "disabled"
    """As configured."""


SMART_CONTEXT_WINDOW_BY_VALUE: Final = {member.value: member for member in SmartContextWindow}
"""The members of SmartContextWindow by their JSON value."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class CompletionsConfiguration(JsonObject):
    """The older way to configure the models of an instance: one provider, and one model for each use. It is
    converted to `modelConfiguration` before it takes effect.

    Attributes:
        enabled: Whether Cody is on if `cody.enabled` is absent. If both are absent, Cody is off.
            Deprecated since contract 1.0.0; use cody.enabled.
        provider: The provider of the models. If it is absent and Cody is on: Cody Gateway. Default where
            absent: "sourcegraph".
        endpoint: Endpoint of the provider: a URL, or for Amazon Bedrock a region code or a VPC endpoint.
            Required for Amazon Bedrock and Azure OpenAI; the other providers have a default.
        access_token: Key for the provider. Required for OpenAI, Anthropic, Google and Fireworks; if it is
            absent for Amazon Bedrock or Azure OpenAI, the instance's own identity is used; for Cody Gateway
            it is derived from `licenseKey`. Secret: masked in all output; do not log it.
        model: The model for conversations if `chatModel` is absent. Deprecated since contract 1.0.0; use
            chatModel.
        chat_model: The model for conversations, by its name in the provider's API; for Cody Gateway with
            the vendor before it, such as `anthropic/claude-sonnet-5`. Anthropic has retired `claude-2` and
            `claude-instant-1`: use a full version.
        chat_model_max_tokens: Maximum number of tokens that a client sends to `chatModel`. Absent or 0: a
            number that depends on the model's name. At least 0.
        fast_chat_model: The model for small background tasks that need a fast answer, named like
            `chatModel`.
        fast_chat_model_max_tokens: Maximum number of tokens that a client sends to `fastChatModel`.
            Absent or 0: a number that depends on the model's name. At least 0.
        completion_model: The model for completing code at the cursor, named like `chatModel`.
        completion_model_max_tokens: Maximum number of tokens that a client sends to `completionModel`.
            Absent or 0: a number that depends on the model's name. At least 0.
        azure_chat_model: Azure OpenAI: the name of the model behind the deployment in `chatModel`. It is
            used for token counts and the model's reference.
        azure_completion_model: Azure OpenAI: the name of the model behind the deployment in
            `completionModel`. It is used for token counts and the model's reference.
        azure_use_deprecated_completions_api_for_old_models: Azure OpenAI: whether autocomplete uses the
            older completions API, which some older models need. Default where absent: false.
        user: OpenAI and Azure OpenAI: value of the API's `user` field in every request, by which the
            provider distinguishes the sources of requests.
        smart_context_window: Whether clients choose the number of tokens by the name of `chatModel`
            instead of by `chatModelMaxTokens`. Default where absent: "enabled".
        disable_client_config_api: Whether clients are instructed not to use the client configuration API.
            For debugging only. Default where absent: false.
        per_user_daily_limit: Maximum number of chat requests of one user in a day; of one IP address if
            users are anonymous. 0 or less sets no limit. Default where absent: 0.
        per_user_code_completions_daily_limit: Maximum number of autocomplete requests of one user in a
            day; of one IP address if users are anonymous. 0 or less sets no limit. Default where absent: 0.
        per_community_user_chat_monthly_llm_request_limit: Maximum number of chat requests of one user of
            the free tier in a month. Applies to Sourcegraph.com only. 0 or less sets no limit. Default where
            absent: 0.
        per_community_user_code_completions_monthly_llm_request_limit: Maximum number of autocomplete
            requests of one user of the free tier in a month. Applies to Sourcegraph.com only. 0 or less sets
            no limit. Default where absent: 0.
        per_pro_user_chat_daily_llm_request_limit: Maximum number of chat requests of one user of the pro
            tier in a day. Applies to Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
        per_pro_user_code_completions_daily_llm_request_limit: Maximum number of autocomplete requests of
            one user of the pro tier in a day. Applies to Sourcegraph.com only. 0 or less sets no limit.
            Default where absent: 0.
        per_community_user_chat_monthly_interaction_limit: Maximum number of chat exchanges of one user of
            the free tier in a month, each counted once, independent of its number of requests. Applies to
            Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
        per_community_user_code_completions_monthly_interaction_limit: Maximum number of completions of
            one user of the free tier in a month, each counted once, independent of its number of requests.
            Applies to Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
        per_pro_user_chat_daily_interaction_limit: Maximum number of chat exchanges of one user of the pro
            tier in a day, each counted once, independent of its number of requests. Applies to
            Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
        per_pro_user_code_completions_daily_interaction_limit: Maximum number of completions of one user
            of the pro tier in a day, each counted once, independent of its number of requests. Applies to
            Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    enabled: bool | None = None
    """Whether Cody is on if `cody.enabled` is absent. If both are absent, Cody is off. Deprecated since contract
    1.0.0; use cody.enabled.
    """

    provider: CompletionsProvider | None = None
    """The provider of the models. If it is absent and Cody is on: Cody Gateway. Default where absent:
    "sourcegraph".
    """

    endpoint: str | None = None
    """Endpoint of the provider: a URL, or for Amazon Bedrock a region code or a VPC endpoint. Required for
    Amazon Bedrock and Azure OpenAI; the other providers have a default.
    """

    access_token: str | None = None
    """Key for the provider. Required for OpenAI, Anthropic, Google and Fireworks; if it is absent for Amazon
    Bedrock or Azure OpenAI, the instance's own identity is used; for Cody Gateway it is derived from
    `licenseKey`. Secret: masked in all output; do not log it.
    """

    model: str | None = None
    """The model for conversations if `chatModel` is absent. Deprecated since contract 1.0.0; use chatModel."""

    chat_model: str | None = None
    """The model for conversations, by its name in the provider's API; for Cody Gateway with the vendor before
    it, such as `anthropic/claude-sonnet-5`. Anthropic has retired `claude-2` and `claude-instant-1`: use a
    full version.
    """

    chat_model_max_tokens: int | None = None
    """Maximum number of tokens that a client sends to `chatModel`. Absent or 0: a number that depends on the
    model's name. At least 0.
    """

    fast_chat_model: str | None = None
    """The model for small background tasks that need a fast answer, named like `chatModel`."""

    fast_chat_model_max_tokens: int | None = None
    """Maximum number of tokens that a client sends to `fastChatModel`. Absent or 0: a number that depends on the
    model's name. At least 0.
    """

    completion_model: str | None = None
    """The model for completing code at the cursor, named like `chatModel`."""

    completion_model_max_tokens: int | None = None
    """Maximum number of tokens that a client sends to `completionModel`. Absent or 0: a number that depends on
    the model's name. At least 0.
    """

    azure_chat_model: str | None = None
    """Azure OpenAI: the name of the model behind the deployment in `chatModel`. It is used for token counts and
    the model's reference.
    """

    azure_completion_model: str | None = None
    """Azure OpenAI: the name of the model behind the deployment in `completionModel`. It is used for token
    counts and the model's reference.
    """

    azure_use_deprecated_completions_api_for_old_models: bool | None = None
    """Azure OpenAI: whether autocomplete uses the older completions API, which some older models need. Default
    where absent: false.
    """

    user: str | None = None
    """OpenAI and Azure OpenAI: value of the API's `user` field in every request, by which the provider
    distinguishes the sources of requests.
    """

    smart_context_window: SmartContextWindow | None = None
    """Whether clients choose the number of tokens by the name of `chatModel` instead of by `chatModelMaxTokens`.
    Default where absent: "enabled".
    """

    disable_client_config_api: bool | None = None
    """Whether clients are instructed not to use the client configuration API. For debugging only. Default where
    absent: false.
    """

    per_user_daily_limit: int | None = None
    """Maximum number of chat requests of one user in a day; of one IP address if users are anonymous. 0 or less
    sets no limit. Default where absent: 0.
    """

    per_user_code_completions_daily_limit: int | None = None
    """Maximum number of autocomplete requests of one user in a day; of one IP address if users are anonymous. 0
    or less sets no limit. Default where absent: 0.
    """

    per_community_user_chat_monthly_llm_request_limit: int | None = None
    """Maximum number of chat requests of one user of the free tier in a month. Applies to Sourcegraph.com only.
    0 or less sets no limit. Default where absent: 0.
    """

    per_community_user_code_completions_monthly_llm_request_limit: int | None = None
    """Maximum number of autocomplete requests of one user of the free tier in a month. Applies to
    Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    per_pro_user_chat_daily_llm_request_limit: int | None = None
    """Maximum number of chat requests of one user of the pro tier in a day. Applies to Sourcegraph.com only. 0
    or less sets no limit. Default where absent: 0.
    """

    per_pro_user_code_completions_daily_llm_request_limit: int | None = None
    """Maximum number of autocomplete requests of one user of the pro tier in a day. Applies to Sourcegraph.com
    only. 0 or less sets no limit. Default where absent: 0.
    """

    per_community_user_chat_monthly_interaction_limit: int | None = None
    """Maximum number of chat exchanges of one user of the free tier in a month, each counted once, independent
    of its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit. Default where absent:
    0.
    """

    per_community_user_code_completions_monthly_interaction_limit: int | None = None
    """Maximum number of completions of one user of the free tier in a month, each counted once, independent of
    its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    per_pro_user_chat_daily_interaction_limit: int | None = None
    """Maximum number of chat exchanges of one user of the pro tier in a day, each counted once, independent of
    its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    per_pro_user_code_completions_daily_interaction_limit: int | None = None
    """Maximum number of completions of one user of the pro tier in a day, each counted once, independent of its
    number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Properties that this version does not know, each with its name and canonical JSON text. `to_json` writes them."""

    def __init__(
        self,
        *,
        enabled: bool | None = None,
        provider: CompletionsProvider | None = None,
        endpoint: str | None = None,
        access_token: str | None = None,
        model: str | None = None,
        chat_model: str | None = None,
        chat_model_max_tokens: int | None = None,
        fast_chat_model: str | None = None,
        fast_chat_model_max_tokens: int | None = None,
        completion_model: str | None = None,
        completion_model_max_tokens: int | None = None,
        azure_chat_model: str | None = None,
        azure_completion_model: str | None = None,
        azure_use_deprecated_completions_api_for_old_models: bool | None = None,
        user: str | None = None,
        smart_context_window: SmartContextWindow | None = None,
        disable_client_config_api: bool | None = None,
        per_user_daily_limit: int | None = None,
        per_user_code_completions_daily_limit: int | None = None,
        per_community_user_chat_monthly_llm_request_limit: int | None = None,
        per_community_user_code_completions_monthly_llm_request_limit: int | None = None,
        per_pro_user_chat_daily_llm_request_limit: int | None = None,
        per_pro_user_code_completions_daily_llm_request_limit: int | None = None,
        per_community_user_chat_monthly_interaction_limit: int | None = None,
        per_community_user_code_completions_monthly_interaction_limit: int | None = None,
        per_pro_user_chat_daily_interaction_limit: int | None = None,
        per_pro_user_code_completions_daily_interaction_limit: int | None = None,
        unknown: tuple[tuple[str, str], ...] = (),
    ) -> None:
        assign(
            self,
            enabled,
            provider,
            endpoint,
            access_token,
            model,
            chat_model,
            chat_model_max_tokens,
            fast_chat_model,
            fast_chat_model_max_tokens,
            completion_model,
            completion_model_max_tokens,
            azure_chat_model,
            azure_completion_model,
            azure_use_deprecated_completions_api_for_old_models,
            user,
            smart_context_window,
            disable_client_config_api,
            per_user_daily_limit,
            per_user_code_completions_daily_limit,
            per_community_user_chat_monthly_llm_request_limit,
            per_community_user_code_completions_monthly_llm_request_limit,
            per_pro_user_chat_daily_llm_request_limit,
            per_pro_user_code_completions_daily_llm_request_limit,
            per_community_user_chat_monthly_interaction_limit,
            per_community_user_code_completions_monthly_interaction_limit,
            per_pro_user_chat_daily_interaction_limit,
            per_pro_user_code_completions_daily_interaction_limit,
            unknown,
        )

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the object for a JSON value as `json.loads` returns it. Raises ShapeError."""
        result: Self = _read_completions_configuration(value)
        return result

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value: properties in the order of the schema, without absent ones, then unknown ones."""
        properties: dict[str, Any] = {}
        if self.enabled is not None:
            properties["enabled"] = self.enabled
        if self.provider is not None:
            properties["provider"] = str(self.provider)
        if self.endpoint is not None:
            properties["endpoint"] = self.endpoint
        if self.access_token is not None:
            properties["accessToken"] = self.access_token
        if self.model is not None:
            properties["model"] = self.model
        if self.chat_model is not None:
            properties["chatModel"] = self.chat_model
        if self.chat_model_max_tokens is not None:
            properties["chatModelMaxTokens"] = self.chat_model_max_tokens
        if self.fast_chat_model is not None:
            properties["fastChatModel"] = self.fast_chat_model
        if self.fast_chat_model_max_tokens is not None:
            properties["fastChatModelMaxTokens"] = self.fast_chat_model_max_tokens
        if self.completion_model is not None:
            properties["completionModel"] = self.completion_model
        if self.completion_model_max_tokens is not None:
            properties["completionModelMaxTokens"] = self.completion_model_max_tokens
        if self.azure_chat_model is not None:
            properties["azureChatModel"] = self.azure_chat_model
        if self.azure_completion_model is not None:
            properties["azureCompletionModel"] = self.azure_completion_model
        if self.azure_use_deprecated_completions_api_for_old_models is not None:
            properties["azureUseDeprecatedCompletionsAPIForOldModels"] = self.azure_use_deprecated_completions_api_for_old_models
        if self.user is not None:
            properties["user"] = self.user
        if self.smart_context_window is not None:
            properties["smartContextWindow"] = str(self.smart_context_window)
        if self.disable_client_config_api is not None:
            properties["disableClientConfigAPI"] = self.disable_client_config_api
        if self.per_user_daily_limit is not None:
            properties["perUserDailyLimit"] = self.per_user_daily_limit
        if self.per_user_code_completions_daily_limit is not None:
            properties["perUserCodeCompletionsDailyLimit"] = self.per_user_code_completions_daily_limit
        if self.per_community_user_chat_monthly_llm_request_limit is not None:
            properties["perCommunityUserChatMonthlyLLMRequestLimit"] = self.per_community_user_chat_monthly_llm_request_limit
        if self.per_community_user_code_completions_monthly_llm_request_limit is not None:
            properties["perCommunityUserCodeCompletionsMonthlyLLMRequestLimit"] = self.per_community_user_code_completions_monthly_llm_request_limit
        if self.per_pro_user_chat_daily_llm_request_limit is not None:
            properties["perProUserChatDailyLLMRequestLimit"] = self.per_pro_user_chat_daily_llm_request_limit
        if self.per_pro_user_code_completions_daily_llm_request_limit is not None:
            properties["perProUserCodeCompletionsDailyLLMRequestLimit"] = self.per_pro_user_code_completions_daily_llm_request_limit
        if self.per_community_user_chat_monthly_interaction_limit is not None:
            properties["perCommunityUserChatMonthlyInteractionLimit"] = self.per_community_user_chat_monthly_interaction_limit
        if self.per_community_user_code_completions_monthly_interaction_limit is not None:
            properties["perCommunityUserCodeCompletionsMonthlyInteractionLimit"] = self.per_community_user_code_completions_monthly_interaction_limit
        if self.per_pro_user_chat_daily_interaction_limit is not None:
            properties["perProUserChatDailyInteractionLimit"] = self.per_pro_user_chat_daily_interaction_limit
        if self.per_pro_user_code_completions_daily_interaction_limit is not None:
            properties["perProUserCodeCompletionsDailyInteractionLimit"] = self.per_pro_user_code_completions_daily_interaction_limit
        return write_unknown(properties, self.unknown)


_COMPLETIONS_CONFIGURATION_DRAFT: Final = draft_class(CompletionsConfiguration)


def _read_completions_configuration(value: Any) -> Any:
    """Return the CompletionsConfiguration for a JSON value. Raises ShapeError."""
    if value.__class__ is not dict:
        raise mismatch("an object", value)
    draft: Any = _COMPLETIONS_CONFIGURATION_DRAFT()
    known = 0
    name = ""
    item: Any
    try:
        name = "enabled"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.enabled = item
        else:
            draft.enabled = None
        name = "provider"
        if name in value:
            known += 1
            item = value[name]
            item = read_listed(COMPLETIONS_PROVIDER_BY_VALUE, item)
            draft.provider = item
        else:
            draft.provider = None
        name = "endpoint"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.endpoint = item
        else:
            draft.endpoint = None
        name = "accessToken"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.access_token = item
        else:
            draft.access_token = None
        name = "model"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.model = item
        else:
            draft.model = None
        name = "chatModel"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.chat_model = item
        else:
            draft.chat_model = None
        name = "chatModelMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.chat_model_max_tokens = item
        else:
            draft.chat_model_max_tokens = None
        name = "fastChatModel"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.fast_chat_model = item
        else:
            draft.fast_chat_model = None
        name = "fastChatModelMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.fast_chat_model_max_tokens = item
        else:
            draft.fast_chat_model_max_tokens = None
        name = "completionModel"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.completion_model = item
        else:
            draft.completion_model = None
        name = "completionModelMaxTokens"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.completion_model_max_tokens = item
        else:
            draft.completion_model_max_tokens = None
        name = "azureChatModel"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.azure_chat_model = item
        else:
            draft.azure_chat_model = None
        name = "azureCompletionModel"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.azure_completion_model = item
        else:
            draft.azure_completion_model = None
        name = "azureUseDeprecatedCompletionsAPIForOldModels"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.azure_use_deprecated_completions_api_for_old_models = item
        else:
            draft.azure_use_deprecated_completions_api_for_old_models = None
        name = "user"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not str:
                item = read_string(item)
            draft.user = item
        else:
            draft.user = None
        name = "smartContextWindow"
        if name in value:
            known += 1
            item = value[name]
            item = read_listed(SMART_CONTEXT_WINDOW_BY_VALUE, item)
            draft.smart_context_window = item
        else:
            draft.smart_context_window = None
        name = "disableClientConfigAPI"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not bool:
                item = read_boolean(item)
            draft.disable_client_config_api = item
        else:
            draft.disable_client_config_api = None
        name = "perUserDailyLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_user_daily_limit = item
        else:
            draft.per_user_daily_limit = None
        name = "perUserCodeCompletionsDailyLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_user_code_completions_daily_limit = item
        else:
            draft.per_user_code_completions_daily_limit = None
        name = "perCommunityUserChatMonthlyLLMRequestLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_community_user_chat_monthly_llm_request_limit = item
        else:
            draft.per_community_user_chat_monthly_llm_request_limit = None
        name = "perCommunityUserCodeCompletionsMonthlyLLMRequestLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_community_user_code_completions_monthly_llm_request_limit = item
        else:
            draft.per_community_user_code_completions_monthly_llm_request_limit = None
        name = "perProUserChatDailyLLMRequestLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_pro_user_chat_daily_llm_request_limit = item
        else:
            draft.per_pro_user_chat_daily_llm_request_limit = None
        name = "perProUserCodeCompletionsDailyLLMRequestLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_pro_user_code_completions_daily_llm_request_limit = item
        else:
            draft.per_pro_user_code_completions_daily_llm_request_limit = None
        name = "perCommunityUserChatMonthlyInteractionLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_community_user_chat_monthly_interaction_limit = item
        else:
            draft.per_community_user_chat_monthly_interaction_limit = None
        name = "perCommunityUserCodeCompletionsMonthlyInteractionLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_community_user_code_completions_monthly_interaction_limit = item
        else:
            draft.per_community_user_code_completions_monthly_interaction_limit = None
        name = "perProUserChatDailyInteractionLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_pro_user_chat_daily_interaction_limit = item
        else:
            draft.per_pro_user_chat_daily_interaction_limit = None
        name = "perProUserCodeCompletionsDailyInteractionLimit"
        if name in value:
            known += 1
            item = value[name]
            if item.__class__ is not int:
                item = read_integer(item)
            draft.per_pro_user_code_completions_daily_interaction_limit = item
        else:
            draft.per_pro_user_code_completions_daily_interaction_limit = None
    except KeyError:
        raise missing(name) from None
    except ShapeError as error:
        error.within(name)
        raise
    draft.unknown = () if known == len(value) else read_unknown(value, ("enabled", "provider", "endpoint", "accessToken", "model", "chatModel", "chatModelMaxTokens", "fastChatModel", "fastChatModelMaxTokens", "completionModel", "completionModelMaxTokens", "azureChatModel", "azureCompletionModel", "azureUseDeprecatedCompletionsAPIForOldModels", "user", "smartContextWindow", "disableClientConfigAPI", "perUserDailyLimit", "perUserCodeCompletionsDailyLimit", "perCommunityUserChatMonthlyLLMRequestLimit", "perCommunityUserCodeCompletionsMonthlyLLMRequestLimit", "perProUserChatDailyLLMRequestLimit", "perProUserCodeCompletionsDailyLLMRequestLimit", "perCommunityUserChatMonthlyInteractionLimit", "perCommunityUserCodeCompletionsMonthlyInteractionLimit", "perProUserChatDailyInteractionLimit", "perProUserCodeCompletionsDailyInteractionLimit",))
    draft.__class__ = CompletionsConfiguration
    return draft
