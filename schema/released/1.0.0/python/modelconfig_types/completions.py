# Do not edit: generated from schema/. To regenerate, run `nox -s codegen`.
# Contract version 1.0.0, schema 6a474361eb5eb83d.
"""Legacy completions configuration. The section `completions` of a site configuration, read where
`modelConfiguration` is absent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self, final

from ._support import (
    ShapeError,
    mismatch,
    missing,
    read_integer,
    read_listed,
    read_unknown,
    setters,
    write_unknown,
)


class CompletionsProvider(StrEnum):
    """Who serves the models of a legacy configuration.

    Values:
        sourcegraph: Cody Gateway.
        anthropic: Anthropic's own API.
        openai: OpenAI's own API.
        azure-openai: Azure OpenAI; models are named by their deployments.
        aws-bedrock: Amazon Bedrock.
        fireworks: Fireworks AI.
        google: Gemini by Google's own API, or models at Vertex AI.
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
"""The members of CompletionsProvider by what stands on the wire."""


class SmartContextWindow(StrEnum):
    """Whether clients choose the number of tokens themselves.

    Values:
        enabled: By the model's name.
        disabled: As configured.
    """

    ENABLED = "enabled"
    """By the model's name."""

    DISABLED = "disabled"
    """As configured."""


SMART_CONTEXT_WINDOW_BY_VALUE: Final = {member.value: member for member in SmartContextWindow}
"""The members of SmartContextWindow by what stands on the wire."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionsConfiguration:
    """The older way to say which models an instance uses: one provider, and one model for each use. It is
    converted to `modelConfiguration` before it takes effect.

    Members:
        enabled: Whether Cody is on, where `cody.enabled` is absent; absent too, Cody is off. Deprecated since contract 1.0.0; use cody.enabled.
        provider: Who serves the models. Absent, with Cody on: Cody Gateway.
        endpoint: Where the provider is: a URL, or for Amazon Bedrock a region code or a VPC endpoint. Required for Amazon Bedrock and Azure OpenAI; the others have a default.
        access_token: Key for the provider. Required for OpenAI, Anthropic, Google and Fireworks; absent for Amazon Bedrock or Azure OpenAI: the instance's own identity; for Cody Gateway: derived from `licenseKey`.
        model: The model for conversations, where `chatModel` is absent. Deprecated since contract 1.0.0; use chatModel.
        chat_model: The model for conversations, by the name that the provider's API knows; for Cody Gateway with the maker before it, such as `anthropic/claude-3-sonnet-20240229`. Anthropic has retired `claude-2` and `claude-instant-1`: name a full version.
        chat_model_max_tokens: Most tokens that a client sends to `chatModel`. Absent or 0: a number that depends on the model's name.
        fast_chat_model: The model for small tasks in the background where an answer must come at once, named as `chatModel` is.
        fast_chat_model_max_tokens: Most tokens that a client sends to `fastChatModel`. Absent or 0: a number that depends on the model's name.
        completion_model: The model for completing code at the cursor, named as `chatModel` is.
        completion_model_max_tokens: Most tokens that a client sends to `completionModel`. Absent or 0: a number that depends on the model's name.
        azure_chat_model: Azure OpenAI: the real name of the model behind the deployment that `chatModel` names. Token counts and the model's reference then use it.
        azure_completion_model: Azure OpenAI: the real name of the model behind the deployment that `completionModel` names. Token counts and the model's reference then use it.
        azure_use_deprecated_completions_api_for_old_models: Azure OpenAI: whether autocomplete uses the older completions API, which some older models need.
        user: OpenAI and Azure OpenAI: value of the API's `user` field in every request, by which the provider tells sources of requests apart.
        smart_context_window: Whether clients choose the number of tokens by the name of `chatModel`, whatever `chatModelMaxTokens` says.
        disable_client_config_api: Whether clients are told not to use the client configuration API. For finding faults only.
        per_user_daily_limit: Most chat requests of one user in a day; of one address where users are anonymous. 0 or less sets no limit.
        per_user_code_completions_daily_limit: Most autocomplete requests of one user in a day; of one address where users are anonymous. 0 or less sets no limit.
        per_community_user_chat_monthly_llm_request_limit: Most chat requests of one user of the free tier in a month. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_community_user_code_completions_monthly_llm_request_limit: Most autocomplete requests of one user of the free tier in a month. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_pro_user_chat_daily_llm_request_limit: Most chat requests of one user of the pro tier in a day. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_pro_user_code_completions_daily_llm_request_limit: Most autocomplete requests of one user of the pro tier in a day. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_community_user_chat_monthly_interaction_limit: Most chat exchanges of one user of the free tier in a month, each counted once however many requests it takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_community_user_code_completions_monthly_interaction_limit: Most completions of one user of the free tier in a month, each counted once however many requests it takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_pro_user_chat_daily_interaction_limit: Most chat exchanges of one user of the pro tier in a day, each counted once however many requests it takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
        per_pro_user_code_completions_daily_interaction_limit: Most completions of one user of the pro tier in a day, each counted once however many requests it takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit.
    """

    enabled: bool | None = None
    """Whether Cody is on, where `cody.enabled` is absent; absent too, Cody is off. Deprecated since contract
    1.0.0; use cody.enabled.
    """

    provider: CompletionsProvider | None = None
    """Who serves the models. Absent, with Cody on: Cody Gateway. Default where absent: "sourcegraph"."""

    endpoint: str | None = None
    """Where the provider is: a URL, or for Amazon Bedrock a region code or a VPC endpoint. Required for Amazon
    Bedrock and Azure OpenAI; the others have a default.
    """

    access_token: str | None = None
    """Key for the provider. Required for OpenAI, Anthropic, Google and Fireworks; absent for Amazon Bedrock or
    Azure OpenAI: the instance's own identity; for Cody Gateway: derived from `licenseKey`.
    """

    model: str | None = None
    """The model for conversations, where `chatModel` is absent. Deprecated since contract 1.0.0; use chatModel."""

    chat_model: str | None = None
    """The model for conversations, by the name that the provider's API knows; for Cody Gateway with the maker
    before it, such as `anthropic/claude-3-sonnet-20240229`. Anthropic has retired `claude-2` and
    `claude-instant-1`: name a full version.
    """

    chat_model_max_tokens: int | None = None
    """Most tokens that a client sends to `chatModel`. Absent or 0: a number that depends on the model's name."""

    fast_chat_model: str | None = None
    """The model for small tasks in the background where an answer must come at once, named as `chatModel` is."""

    fast_chat_model_max_tokens: int | None = None
    """Most tokens that a client sends to `fastChatModel`. Absent or 0: a number that depends on the model's
    name.
    """

    completion_model: str | None = None
    """The model for completing code at the cursor, named as `chatModel` is."""

    completion_model_max_tokens: int | None = None
    """Most tokens that a client sends to `completionModel`. Absent or 0: a number that depends on the model's
    name.
    """

    azure_chat_model: str | None = None
    """Azure OpenAI: the real name of the model behind the deployment that `chatModel` names. Token counts and
    the model's reference then use it.
    """

    azure_completion_model: str | None = None
    """Azure OpenAI: the real name of the model behind the deployment that `completionModel` names. Token counts
    and the model's reference then use it.
    """

    azure_use_deprecated_completions_api_for_old_models: bool | None = None
    """Azure OpenAI: whether autocomplete uses the older completions API, which some older models need. Default
    where absent: false.
    """

    user: str | None = None
    """OpenAI and Azure OpenAI: value of the API's `user` field in every request, by which the provider tells
    sources of requests apart.
    """

    smart_context_window: SmartContextWindow | None = None
    """Whether clients choose the number of tokens by the name of `chatModel`, whatever `chatModelMaxTokens`
    says. Default where absent: "enabled".
    """

    disable_client_config_api: bool | None = None
    """Whether clients are told not to use the client configuration API. For finding faults only. Default where
    absent: false.
    """

    per_user_daily_limit: int | None = None
    """Most chat requests of one user in a day; of one address where users are anonymous. 0 or less sets no
    limit. Default where absent: 0.
    """

    per_user_code_completions_daily_limit: int | None = None
    """Most autocomplete requests of one user in a day; of one address where users are anonymous. 0 or less sets
    no limit. Default where absent: 0.
    """

    per_community_user_chat_monthly_llm_request_limit: int | None = None
    """Most chat requests of one user of the free tier in a month. Has an effect on Sourcegraph.com only. 0 or
    less sets no limit. Default where absent: 0.
    """

    per_community_user_code_completions_monthly_llm_request_limit: int | None = None
    """Most autocomplete requests of one user of the free tier in a month. Has an effect on Sourcegraph.com only.
    0 or less sets no limit. Default where absent: 0.
    """

    per_pro_user_chat_daily_llm_request_limit: int | None = None
    """Most chat requests of one user of the pro tier in a day. Has an effect on Sourcegraph.com only. 0 or less
    sets no limit. Default where absent: 0.
    """

    per_pro_user_code_completions_daily_llm_request_limit: int | None = None
    """Most autocomplete requests of one user of the pro tier in a day. Has an effect on Sourcegraph.com only. 0
    or less sets no limit. Default where absent: 0.
    """

    per_community_user_chat_monthly_interaction_limit: int | None = None
    """Most chat exchanges of one user of the free tier in a month, each counted once however many requests it
    takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    per_community_user_code_completions_monthly_interaction_limit: int | None = None
    """Most completions of one user of the free tier in a month, each counted once however many requests it
    takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    per_pro_user_chat_daily_interaction_limit: int | None = None
    """Most chat exchanges of one user of the pro tier in a day, each counted once however many requests it
    takes. Has an effect on Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    per_pro_user_code_completions_daily_interaction_limit: int | None = None
    """Most completions of one user of the pro tier in a day, each counted once however many requests it takes.
    Has an effect on Sourcegraph.com only. 0 or less sets no limit. Default where absent: 0.
    """

    unknown: tuple[tuple[str, str], ...] = ()
    """Members that this version does not know: name and canonical JSON text, written back as they came."""

    @classmethod
    def from_json(cls, value: object, /) -> Self:
        """Return the record that a JSON value, as `json.loads` gives it, stands for. Raises ShapeError."""
        if value.__class__ is not dict:
            raise mismatch("an object", value)
        members: dict[str, Any] = value
        record = object.__new__(cls)
        set_enabled, set_provider, set_endpoint, set_access_token, set_model, set_chat_model, set_chat_model_max_tokens, set_fast_chat_model, set_fast_chat_model_max_tokens, set_completion_model, set_completion_model_max_tokens, set_azure_chat_model, set_azure_completion_model, set_azure_use_deprecated_completions_api_for_old_models, set_user, set_smart_context_window, set_disable_client_config_api, set_per_user_daily_limit, set_per_user_code_completions_daily_limit, set_per_community_user_chat_monthly_llm_request_limit, set_per_community_user_code_completions_monthly_llm_request_limit, set_per_pro_user_chat_daily_llm_request_limit, set_per_pro_user_code_completions_daily_llm_request_limit, set_per_community_user_chat_monthly_interaction_limit, set_per_community_user_code_completions_monthly_interaction_limit, set_per_pro_user_chat_daily_interaction_limit, set_per_pro_user_code_completions_daily_interaction_limit, set_unknown = _COMPLETIONS_CONFIGURATION_SETTERS
        known = 0
        at = ""
        its: Any
        try:
            if "enabled" in members:
                known += 1
                at = "enabled"
                its = members["enabled"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_enabled(record, its)
            else:
                set_enabled(record, None)
            if "provider" in members:
                known += 1
                at = "provider"
                its = members["provider"]
                its = read_listed(COMPLETIONS_PROVIDER_BY_VALUE, its)
                set_provider(record, its)
            else:
                set_provider(record, None)
            if "endpoint" in members:
                known += 1
                at = "endpoint"
                its = members["endpoint"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_endpoint(record, its)
            else:
                set_endpoint(record, None)
            if "accessToken" in members:
                known += 1
                at = "accessToken"
                its = members["accessToken"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_access_token(record, its)
            else:
                set_access_token(record, None)
            if "model" in members:
                known += 1
                at = "model"
                its = members["model"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_model(record, its)
            else:
                set_model(record, None)
            if "chatModel" in members:
                known += 1
                at = "chatModel"
                its = members["chatModel"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_chat_model(record, its)
            else:
                set_chat_model(record, None)
            if "chatModelMaxTokens" in members:
                known += 1
                at = "chatModelMaxTokens"
                its = members["chatModelMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_chat_model_max_tokens(record, its)
            else:
                set_chat_model_max_tokens(record, None)
            if "fastChatModel" in members:
                known += 1
                at = "fastChatModel"
                its = members["fastChatModel"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_fast_chat_model(record, its)
            else:
                set_fast_chat_model(record, None)
            if "fastChatModelMaxTokens" in members:
                known += 1
                at = "fastChatModelMaxTokens"
                its = members["fastChatModelMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_fast_chat_model_max_tokens(record, its)
            else:
                set_fast_chat_model_max_tokens(record, None)
            if "completionModel" in members:
                known += 1
                at = "completionModel"
                its = members["completionModel"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_completion_model(record, its)
            else:
                set_completion_model(record, None)
            if "completionModelMaxTokens" in members:
                known += 1
                at = "completionModelMaxTokens"
                its = members["completionModelMaxTokens"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_completion_model_max_tokens(record, its)
            else:
                set_completion_model_max_tokens(record, None)
            if "azureChatModel" in members:
                known += 1
                at = "azureChatModel"
                its = members["azureChatModel"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_azure_chat_model(record, its)
            else:
                set_azure_chat_model(record, None)
            if "azureCompletionModel" in members:
                known += 1
                at = "azureCompletionModel"
                its = members["azureCompletionModel"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_azure_completion_model(record, its)
            else:
                set_azure_completion_model(record, None)
            if "azureUseDeprecatedCompletionsAPIForOldModels" in members:
                known += 1
                at = "azureUseDeprecatedCompletionsAPIForOldModels"
                its = members["azureUseDeprecatedCompletionsAPIForOldModels"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_azure_use_deprecated_completions_api_for_old_models(record, its)
            else:
                set_azure_use_deprecated_completions_api_for_old_models(record, None)
            if "user" in members:
                known += 1
                at = "user"
                its = members["user"]
                if its.__class__ is not str:
                    raise mismatch("a string", its)
                set_user(record, its)
            else:
                set_user(record, None)
            if "smartContextWindow" in members:
                known += 1
                at = "smartContextWindow"
                its = members["smartContextWindow"]
                its = read_listed(SMART_CONTEXT_WINDOW_BY_VALUE, its)
                set_smart_context_window(record, its)
            else:
                set_smart_context_window(record, None)
            if "disableClientConfigAPI" in members:
                known += 1
                at = "disableClientConfigAPI"
                its = members["disableClientConfigAPI"]
                if its.__class__ is not bool:
                    raise mismatch("a boolean", its)
                set_disable_client_config_api(record, its)
            else:
                set_disable_client_config_api(record, None)
            if "perUserDailyLimit" in members:
                known += 1
                at = "perUserDailyLimit"
                its = members["perUserDailyLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_user_daily_limit(record, its)
            else:
                set_per_user_daily_limit(record, None)
            if "perUserCodeCompletionsDailyLimit" in members:
                known += 1
                at = "perUserCodeCompletionsDailyLimit"
                its = members["perUserCodeCompletionsDailyLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_user_code_completions_daily_limit(record, its)
            else:
                set_per_user_code_completions_daily_limit(record, None)
            if "perCommunityUserChatMonthlyLLMRequestLimit" in members:
                known += 1
                at = "perCommunityUserChatMonthlyLLMRequestLimit"
                its = members["perCommunityUserChatMonthlyLLMRequestLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_community_user_chat_monthly_llm_request_limit(record, its)
            else:
                set_per_community_user_chat_monthly_llm_request_limit(record, None)
            if "perCommunityUserCodeCompletionsMonthlyLLMRequestLimit" in members:
                known += 1
                at = "perCommunityUserCodeCompletionsMonthlyLLMRequestLimit"
                its = members["perCommunityUserCodeCompletionsMonthlyLLMRequestLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_community_user_code_completions_monthly_llm_request_limit(record, its)
            else:
                set_per_community_user_code_completions_monthly_llm_request_limit(record, None)
            if "perProUserChatDailyLLMRequestLimit" in members:
                known += 1
                at = "perProUserChatDailyLLMRequestLimit"
                its = members["perProUserChatDailyLLMRequestLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_pro_user_chat_daily_llm_request_limit(record, its)
            else:
                set_per_pro_user_chat_daily_llm_request_limit(record, None)
            if "perProUserCodeCompletionsDailyLLMRequestLimit" in members:
                known += 1
                at = "perProUserCodeCompletionsDailyLLMRequestLimit"
                its = members["perProUserCodeCompletionsDailyLLMRequestLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_pro_user_code_completions_daily_llm_request_limit(record, its)
            else:
                set_per_pro_user_code_completions_daily_llm_request_limit(record, None)
            if "perCommunityUserChatMonthlyInteractionLimit" in members:
                known += 1
                at = "perCommunityUserChatMonthlyInteractionLimit"
                its = members["perCommunityUserChatMonthlyInteractionLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_community_user_chat_monthly_interaction_limit(record, its)
            else:
                set_per_community_user_chat_monthly_interaction_limit(record, None)
            if "perCommunityUserCodeCompletionsMonthlyInteractionLimit" in members:
                known += 1
                at = "perCommunityUserCodeCompletionsMonthlyInteractionLimit"
                its = members["perCommunityUserCodeCompletionsMonthlyInteractionLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_community_user_code_completions_monthly_interaction_limit(record, its)
            else:
                set_per_community_user_code_completions_monthly_interaction_limit(record, None)
            if "perProUserChatDailyInteractionLimit" in members:
                known += 1
                at = "perProUserChatDailyInteractionLimit"
                its = members["perProUserChatDailyInteractionLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_pro_user_chat_daily_interaction_limit(record, its)
            else:
                set_per_pro_user_chat_daily_interaction_limit(record, None)
            if "perProUserCodeCompletionsDailyInteractionLimit" in members:
                known += 1
                at = "perProUserCodeCompletionsDailyInteractionLimit"
                its = members["perProUserCodeCompletionsDailyInteractionLimit"]
                if its.__class__ is not int:
                    its = read_integer(its)
                set_per_pro_user_code_completions_daily_interaction_limit(record, its)
            else:
                set_per_pro_user_code_completions_daily_interaction_limit(record, None)
        except KeyError:
            raise missing(at) from None
        except ShapeError as error:
            error.within(at)
            raise
        set_unknown(record, () if known == len(members) else read_unknown(members, ("enabled", "provider", "endpoint", "accessToken", "model", "chatModel", "chatModelMaxTokens", "fastChatModel", "fastChatModelMaxTokens", "completionModel", "completionModelMaxTokens", "azureChatModel", "azureCompletionModel", "azureUseDeprecatedCompletionsAPIForOldModels", "user", "smartContextWindow", "disableClientConfigAPI", "perUserDailyLimit", "perUserCodeCompletionsDailyLimit", "perCommunityUserChatMonthlyLLMRequestLimit", "perCommunityUserCodeCompletionsMonthlyLLMRequestLimit", "perProUserChatDailyLLMRequestLimit", "perProUserCodeCompletionsDailyLLMRequestLimit", "perCommunityUserChatMonthlyInteractionLimit", "perCommunityUserCodeCompletionsMonthlyInteractionLimit", "perProUserChatDailyInteractionLimit", "perProUserCodeCompletionsDailyInteractionLimit",)))
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the JSON value of this record: members in schema order, absent ones left out, unknown ones last."""
        members: dict[str, Any] = {}
        if self.enabled is not None:
            members["enabled"] = self.enabled
        if self.provider is not None:
            members["provider"] = str(self.provider)
        if self.endpoint is not None:
            members["endpoint"] = self.endpoint
        if self.access_token is not None:
            members["accessToken"] = self.access_token
        if self.model is not None:
            members["model"] = self.model
        if self.chat_model is not None:
            members["chatModel"] = self.chat_model
        if self.chat_model_max_tokens is not None:
            members["chatModelMaxTokens"] = self.chat_model_max_tokens
        if self.fast_chat_model is not None:
            members["fastChatModel"] = self.fast_chat_model
        if self.fast_chat_model_max_tokens is not None:
            members["fastChatModelMaxTokens"] = self.fast_chat_model_max_tokens
        if self.completion_model is not None:
            members["completionModel"] = self.completion_model
        if self.completion_model_max_tokens is not None:
            members["completionModelMaxTokens"] = self.completion_model_max_tokens
        if self.azure_chat_model is not None:
            members["azureChatModel"] = self.azure_chat_model
        if self.azure_completion_model is not None:
            members["azureCompletionModel"] = self.azure_completion_model
        if self.azure_use_deprecated_completions_api_for_old_models is not None:
            members["azureUseDeprecatedCompletionsAPIForOldModels"] = self.azure_use_deprecated_completions_api_for_old_models
        if self.user is not None:
            members["user"] = self.user
        if self.smart_context_window is not None:
            members["smartContextWindow"] = str(self.smart_context_window)
        if self.disable_client_config_api is not None:
            members["disableClientConfigAPI"] = self.disable_client_config_api
        if self.per_user_daily_limit is not None:
            members["perUserDailyLimit"] = self.per_user_daily_limit
        if self.per_user_code_completions_daily_limit is not None:
            members["perUserCodeCompletionsDailyLimit"] = self.per_user_code_completions_daily_limit
        if self.per_community_user_chat_monthly_llm_request_limit is not None:
            members["perCommunityUserChatMonthlyLLMRequestLimit"] = self.per_community_user_chat_monthly_llm_request_limit
        if self.per_community_user_code_completions_monthly_llm_request_limit is not None:
            members["perCommunityUserCodeCompletionsMonthlyLLMRequestLimit"] = self.per_community_user_code_completions_monthly_llm_request_limit
        if self.per_pro_user_chat_daily_llm_request_limit is not None:
            members["perProUserChatDailyLLMRequestLimit"] = self.per_pro_user_chat_daily_llm_request_limit
        if self.per_pro_user_code_completions_daily_llm_request_limit is not None:
            members["perProUserCodeCompletionsDailyLLMRequestLimit"] = self.per_pro_user_code_completions_daily_llm_request_limit
        if self.per_community_user_chat_monthly_interaction_limit is not None:
            members["perCommunityUserChatMonthlyInteractionLimit"] = self.per_community_user_chat_monthly_interaction_limit
        if self.per_community_user_code_completions_monthly_interaction_limit is not None:
            members["perCommunityUserCodeCompletionsMonthlyInteractionLimit"] = self.per_community_user_code_completions_monthly_interaction_limit
        if self.per_pro_user_chat_daily_interaction_limit is not None:
            members["perProUserChatDailyInteractionLimit"] = self.per_pro_user_chat_daily_interaction_limit
        if self.per_pro_user_code_completions_daily_interaction_limit is not None:
            members["perProUserCodeCompletionsDailyInteractionLimit"] = self.per_pro_user_code_completions_daily_interaction_limit
        return write_unknown(members, self.unknown)


_COMPLETIONS_CONFIGURATION_SETTERS: Final = setters(CompletionsConfiguration)
