// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

// Legacy completions configuration. The section `completions` of a site configuration, read if
// `modelConfiguration` is absent.

// CompletionsConfiguration - The older way to configure the models of an instance: one provider, and one
// model for each use. It is converted to `modelConfiguration` before it takes effect.
type CompletionsConfiguration struct {
	// Whether Cody is on if `cody.enabled` is absent. If both are absent, Cody is off.
	//
	// Deprecated: since contract 1.0.0; use cody.enabled.
	Enabled *bool `json:"enabled,omitempty"`

	// The provider of the models. If it is absent and Cody is on: Cody Gateway.
	//
	// Default where absent: "sourcegraph".
	Provider *CompletionsProvider `json:"provider,omitempty"`

	// Endpoint of the provider: a URL, or for Amazon Bedrock a region code or a VPC endpoint. Required for
	// Amazon Bedrock and Azure OpenAI; the other providers have a default.
	Endpoint *string `json:"endpoint,omitempty"`

	// Key for the provider. Required for OpenAI, Anthropic, Google and Fireworks; if it is absent for Amazon
	// Bedrock or Azure OpenAI, the instance's own identity is used; for Cody Gateway it is derived from
	// `licenseKey`.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// The model for conversations if `chatModel` is absent.
	//
	// Deprecated: since contract 1.0.0; use chatModel.
	Model *string `json:"model,omitempty"`

	// The model for conversations, by its name in the provider's API; for Cody Gateway with the vendor before
	// it, such as `anthropic/claude-sonnet-5`. Anthropic has retired `claude-2` and `claude-instant-1`: use a
	// full version.
	ChatModel *string `json:"chatModel,omitempty"`

	// Maximum number of tokens that a client sends to `chatModel`. Absent or 0: a number that depends on the
	// model's name.
	//
	// At least 0.
	ChatModelMaxTokens *int64 `json:"chatModelMaxTokens,omitempty"`

	// The model for small background tasks that need a fast answer, named like `chatModel`.
	FastChatModel *string `json:"fastChatModel,omitempty"`

	// Maximum number of tokens that a client sends to `fastChatModel`. Absent or 0: a number that depends on
	// the model's name.
	//
	// At least 0.
	FastChatModelMaxTokens *int64 `json:"fastChatModelMaxTokens,omitempty"`

	// The model for completing code at the cursor, named like `chatModel`.
	CompletionModel *string `json:"completionModel,omitempty"`

	// Maximum number of tokens that a client sends to `completionModel`. Absent or 0: a number that depends
	// on the model's name.
	//
	// At least 0.
	CompletionModelMaxTokens *int64 `json:"completionModelMaxTokens,omitempty"`

	// Azure OpenAI: the name of the model behind the deployment in `chatModel`. It is used for token counts
	// and the model's reference.
	AzureChatModel *string `json:"azureChatModel,omitempty"`

	// Azure OpenAI: the name of the model behind the deployment in `completionModel`. It is used for token
	// counts and the model's reference.
	AzureCompletionModel *string `json:"azureCompletionModel,omitempty"`

	// Azure OpenAI: whether autocomplete uses the older completions API, which some older models need.
	//
	// Default where absent: false.
	AzureUseDeprecatedCompletionsAPIForOldModels *bool `json:"azureUseDeprecatedCompletionsAPIForOldModels,omitempty"`

	// OpenAI and Azure OpenAI: value of the API's `user` field in every request, by which the provider
	// distinguishes the sources of requests.
	User *string `json:"user,omitempty"`

	// Whether clients choose the number of tokens by the name of `chatModel` instead of by
	// `chatModelMaxTokens`.
	//
	// Default where absent: "enabled".
	SmartContextWindow *SmartContextWindow `json:"smartContextWindow,omitempty"`

	// Whether clients are instructed not to use the client configuration API. For debugging only.
	//
	// Default where absent: false.
	DisableClientConfigAPI *bool `json:"disableClientConfigAPI,omitempty"`

	// Maximum number of chat requests of one user in a day; of one IP address if users are anonymous. 0 or
	// less sets no limit.
	//
	// Default where absent: 0.
	PerUserDailyLimit *int64 `json:"perUserDailyLimit,omitempty"`

	// Maximum number of autocomplete requests of one user in a day; of one IP address if users are anonymous.
	// 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerUserCodeCompletionsDailyLimit *int64 `json:"perUserCodeCompletionsDailyLimit,omitempty"`

	// Maximum number of chat requests of one user of the free tier in a month. Applies to Sourcegraph.com
	// only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerCommunityUserChatMonthlyLLMRequestLimit *int64 `json:"perCommunityUserChatMonthlyLLMRequestLimit,omitempty"`

	// Maximum number of autocomplete requests of one user of the free tier in a month. Applies to
	// Sourcegraph.com only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerCommunityUserCodeCompletionsMonthlyLLMRequestLimit *int64 `json:"perCommunityUserCodeCompletionsMonthlyLLMRequestLimit,omitempty"`

	// Maximum number of chat requests of one user of the pro tier in a day. Applies to Sourcegraph.com only.
	// 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerProUserChatDailyLLMRequestLimit *int64 `json:"perProUserChatDailyLLMRequestLimit,omitempty"`

	// Maximum number of autocomplete requests of one user of the pro tier in a day. Applies to
	// Sourcegraph.com only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerProUserCodeCompletionsDailyLLMRequestLimit *int64 `json:"perProUserCodeCompletionsDailyLLMRequestLimit,omitempty"`

	// Maximum number of chat exchanges of one user of the free tier in a month, each counted once,
	// independent of its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerCommunityUserChatMonthlyInteractionLimit *int64 `json:"perCommunityUserChatMonthlyInteractionLimit,omitempty"`

	// Maximum number of completions of one user of the free tier in a month, each counted once, independent
	// of its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerCommunityUserCodeCompletionsMonthlyInteractionLimit *int64 `json:"perCommunityUserCodeCompletionsMonthlyInteractionLimit,omitempty"`

	// Maximum number of chat exchanges of one user of the pro tier in a day, each counted once, independent
	// of its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerProUserChatDailyInteractionLimit *int64 `json:"perProUserChatDailyInteractionLimit,omitempty"`

	// Maximum number of completions of one user of the pro tier in a day, each counted once, independent of
	// its number of requests. Applies to Sourcegraph.com only. 0 or less sets no limit.
	//
	// Default where absent: 0.
	PerProUserCodeCompletionsDailyInteractionLimit *int64 `json:"perProUserCodeCompletionsDailyInteractionLimit,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CompletionsConfiguration) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CompletionsConfiguration).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CompletionsConfiguration) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CompletionsConfiguration).write)
}

func (r *CompletionsConfiguration) read(in *reader) {
	*r = CompletionsConfiguration{}
	for in.object(); in.property(); {
		switch in.name {
		case "enabled":
			readOptional(&r.Enabled, in, readBoolean)
		case "provider":
			readOptional(&r.Provider, in, (*CompletionsProvider).read)
		case "endpoint":
			readOptional(&r.Endpoint, in, readText)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "model":
			readOptional(&r.Model, in, readText)
		case "chatModel":
			readOptional(&r.ChatModel, in, readText)
		case "chatModelMaxTokens":
			readOptional(&r.ChatModelMaxTokens, in, readInteger)
		case "fastChatModel":
			readOptional(&r.FastChatModel, in, readText)
		case "fastChatModelMaxTokens":
			readOptional(&r.FastChatModelMaxTokens, in, readInteger)
		case "completionModel":
			readOptional(&r.CompletionModel, in, readText)
		case "completionModelMaxTokens":
			readOptional(&r.CompletionModelMaxTokens, in, readInteger)
		case "azureChatModel":
			readOptional(&r.AzureChatModel, in, readText)
		case "azureCompletionModel":
			readOptional(&r.AzureCompletionModel, in, readText)
		case "azureUseDeprecatedCompletionsAPIForOldModels":
			readOptional(&r.AzureUseDeprecatedCompletionsAPIForOldModels, in, readBoolean)
		case "user":
			readOptional(&r.User, in, readText)
		case "smartContextWindow":
			readOptional(&r.SmartContextWindow, in, (*SmartContextWindow).read)
		case "disableClientConfigAPI":
			readOptional(&r.DisableClientConfigAPI, in, readBoolean)
		case "perUserDailyLimit":
			readOptional(&r.PerUserDailyLimit, in, readInteger)
		case "perUserCodeCompletionsDailyLimit":
			readOptional(&r.PerUserCodeCompletionsDailyLimit, in, readInteger)
		case "perCommunityUserChatMonthlyLLMRequestLimit":
			readOptional(&r.PerCommunityUserChatMonthlyLLMRequestLimit, in, readInteger)
		case "perCommunityUserCodeCompletionsMonthlyLLMRequestLimit":
			readOptional(&r.PerCommunityUserCodeCompletionsMonthlyLLMRequestLimit, in, readInteger)
		case "perProUserChatDailyLLMRequestLimit":
			readOptional(&r.PerProUserChatDailyLLMRequestLimit, in, readInteger)
		case "perProUserCodeCompletionsDailyLLMRequestLimit":
			readOptional(&r.PerProUserCodeCompletionsDailyLLMRequestLimit, in, readInteger)
		case "perCommunityUserChatMonthlyInteractionLimit":
			readOptional(&r.PerCommunityUserChatMonthlyInteractionLimit, in, readInteger)
		case "perCommunityUserCodeCompletionsMonthlyInteractionLimit":
			readOptional(&r.PerCommunityUserCodeCompletionsMonthlyInteractionLimit, in, readInteger)
		case "perProUserChatDailyInteractionLimit":
			readOptional(&r.PerProUserChatDailyInteractionLimit, in, readInteger)
		case "perProUserCodeCompletionsDailyInteractionLimit":
			readOptional(&r.PerProUserCodeCompletionsDailyInteractionLimit, in, readInteger)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *CompletionsConfiguration) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Enabled != nil {
		out.property("enabled")
		writeBoolean(r.Enabled, out)
	}
	if r.Provider != nil {
		out.property("provider")
		writeText(r.Provider, out)
	}
	if r.Endpoint != nil {
		out.property("endpoint")
		writeText(r.Endpoint, out)
	}
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.Model != nil {
		out.property("model")
		writeText(r.Model, out)
	}
	if r.ChatModel != nil {
		out.property("chatModel")
		writeText(r.ChatModel, out)
	}
	if r.ChatModelMaxTokens != nil {
		out.property("chatModelMaxTokens")
		writeInteger(r.ChatModelMaxTokens, out)
	}
	if r.FastChatModel != nil {
		out.property("fastChatModel")
		writeText(r.FastChatModel, out)
	}
	if r.FastChatModelMaxTokens != nil {
		out.property("fastChatModelMaxTokens")
		writeInteger(r.FastChatModelMaxTokens, out)
	}
	if r.CompletionModel != nil {
		out.property("completionModel")
		writeText(r.CompletionModel, out)
	}
	if r.CompletionModelMaxTokens != nil {
		out.property("completionModelMaxTokens")
		writeInteger(r.CompletionModelMaxTokens, out)
	}
	if r.AzureChatModel != nil {
		out.property("azureChatModel")
		writeText(r.AzureChatModel, out)
	}
	if r.AzureCompletionModel != nil {
		out.property("azureCompletionModel")
		writeText(r.AzureCompletionModel, out)
	}
	if r.AzureUseDeprecatedCompletionsAPIForOldModels != nil {
		out.property("azureUseDeprecatedCompletionsAPIForOldModels")
		writeBoolean(r.AzureUseDeprecatedCompletionsAPIForOldModels, out)
	}
	if r.User != nil {
		out.property("user")
		writeText(r.User, out)
	}
	if r.SmartContextWindow != nil {
		out.property("smartContextWindow")
		writeText(r.SmartContextWindow, out)
	}
	if r.DisableClientConfigAPI != nil {
		out.property("disableClientConfigAPI")
		writeBoolean(r.DisableClientConfigAPI, out)
	}
	if r.PerUserDailyLimit != nil {
		out.property("perUserDailyLimit")
		writeInteger(r.PerUserDailyLimit, out)
	}
	if r.PerUserCodeCompletionsDailyLimit != nil {
		out.property("perUserCodeCompletionsDailyLimit")
		writeInteger(r.PerUserCodeCompletionsDailyLimit, out)
	}
	if r.PerCommunityUserChatMonthlyLLMRequestLimit != nil {
		out.property("perCommunityUserChatMonthlyLLMRequestLimit")
		writeInteger(r.PerCommunityUserChatMonthlyLLMRequestLimit, out)
	}
	if r.PerCommunityUserCodeCompletionsMonthlyLLMRequestLimit != nil {
		out.property("perCommunityUserCodeCompletionsMonthlyLLMRequestLimit")
		writeInteger(r.PerCommunityUserCodeCompletionsMonthlyLLMRequestLimit, out)
	}
	if r.PerProUserChatDailyLLMRequestLimit != nil {
		out.property("perProUserChatDailyLLMRequestLimit")
		writeInteger(r.PerProUserChatDailyLLMRequestLimit, out)
	}
	if r.PerProUserCodeCompletionsDailyLLMRequestLimit != nil {
		out.property("perProUserCodeCompletionsDailyLLMRequestLimit")
		writeInteger(r.PerProUserCodeCompletionsDailyLLMRequestLimit, out)
	}
	if r.PerCommunityUserChatMonthlyInteractionLimit != nil {
		out.property("perCommunityUserChatMonthlyInteractionLimit")
		writeInteger(r.PerCommunityUserChatMonthlyInteractionLimit, out)
	}
	if r.PerCommunityUserCodeCompletionsMonthlyInteractionLimit != nil {
		out.property("perCommunityUserCodeCompletionsMonthlyInteractionLimit")
		writeInteger(r.PerCommunityUserCodeCompletionsMonthlyInteractionLimit, out)
	}
	if r.PerProUserChatDailyInteractionLimit != nil {
		out.property("perProUserChatDailyInteractionLimit")
		writeInteger(r.PerProUserChatDailyInteractionLimit, out)
	}
	if r.PerProUserCodeCompletionsDailyInteractionLimit != nil {
		out.property("perProUserCodeCompletionsDailyInteractionLimit")
		writeInteger(r.PerProUserCodeCompletionsDailyInteractionLimit, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CompletionsProvider - The provider of the models of a legacy configuration.
type CompletionsProvider string

const (
	// CompletionsProviderSourcegraph - Cody Gateway.
	CompletionsProviderSourcegraph CompletionsProvider = "sourcegraph"

	// CompletionsProviderAnthropic - Anthropic's own API.
	CompletionsProviderAnthropic CompletionsProvider = "anthropic"

	// CompletionsProviderOpenAI - OpenAI's own API.
	CompletionsProviderOpenAI CompletionsProvider = "openai"

	// CompletionsProviderAzureOpenAI - Azure OpenAI; models are named by their deployments.
	CompletionsProviderAzureOpenAI CompletionsProvider = "azure-openai"

	// CompletionsProviderAWSBedrock - Amazon Bedrock.
	CompletionsProviderAWSBedrock CompletionsProvider = "aws-bedrock"

	// CompletionsProviderFireworks - Fireworks AI.
	CompletionsProviderFireworks CompletionsProvider = "fireworks"

	// CompletionsProviderGoogle - Gemini by Google's own API, or models at Vertex AI.
	CompletionsProviderGoogle CompletionsProvider = "google"
)

// Known returns whether the value is one of those listed. Readers reject all others.
func (v CompletionsProvider) Known() bool {
	switch v {
	case CompletionsProviderSourcegraph,
		CompletionsProviderAnthropic,
		CompletionsProviderOpenAI,
		CompletionsProviderAzureOpenAI,
		CompletionsProviderAWSBedrock,
		CompletionsProviderFireworks,
		CompletionsProviderGoogle:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the value is not listed, it returns a *[ShapeError].
func (v *CompletionsProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, (*CompletionsProvider).read)
}

func (v *CompletionsProvider) read(in *reader) {
	readListed(v, in, "one of sourcegraph, anthropic, openai, azure-openai, aws-bedrock, fireworks, google", "sourcegraph", "anthropic", "openai", "azure-openai", "aws-bedrock", "fireworks", "google")
}

// SmartContextWindow - Whether clients choose the number of tokens themselves.
type SmartContextWindow string

const (
	// SmartContextWindowEnabled - By the model's name.
	SmartContextWindowEnabled SmartContextWindow = "enabled"

	// SmartContextWindowDisabled - As configured.
	SmartContextWindowDisabled SmartContextWindow = "disabled"
)

// Known returns whether the value is one of those listed. Readers reject all others.
func (v SmartContextWindow) Known() bool {
	switch v {
	case SmartContextWindowEnabled,
		SmartContextWindowDisabled:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the value is not listed, it returns a *[ShapeError].
func (v *SmartContextWindow) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, (*SmartContextWindow).read)
}

func (v *SmartContextWindow) read(in *reader) {
	readListed(v, in, "one of enabled, disabled", "enabled", "disabled")
}
