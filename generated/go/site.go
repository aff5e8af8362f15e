// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

// Site configuration. How a site administrator changes which providers and models an instance offers.

// SiteConfiguration - The parts of an instance's site configuration that concern models. The file has many
// other properties, which are ignored.
type SiteConfiguration struct {
	// Which providers and models the instance offers. If it is present, `completions` is ignored.
	ModelConfiguration *SiteModelConfiguration `json:"modelConfiguration,omitempty"`

	// The older way to configure models. Read only if `modelConfiguration` is absent.
	//
	// Deprecated: since contract 1.0.0; use modelConfiguration.
	Completions *CompletionsConfiguration `json:"completions,omitempty"`

	// The instance's licence key. The token for Cody Gateway is derived from it if `sourcegraph.accessToken`
	// is absent.
	//
	// Secret: masked in all output; do not log it.
	LicenseKey *string `json:"licenseKey,omitempty"`

	// Whether Cody is on. If it is absent, `completions.enabled` decides.
	CodyEnabled *bool `json:"cody.enabled,omitempty"`

	// Which of Cody's features are on. If it is absent, all are on; if it is present, those that it does not
	// name are off.
	ConfigFeatures *ConfigFeatures `json:"configFeatures,omitempty"`

	// Whether clients search for the origin of generated code. Off if it is absent.
	AttributionEnabled *bool `json:"attribution.enabled,omitempty"`

	// What clients do with generated code of known origin. Has no effect without `attribution.enabled`.
	//
	// Default where absent: "permissive".
	AttributionMode *AttributionMode `json:"attribution.mode,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteConfiguration) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteConfiguration).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteConfiguration) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteConfiguration).write)
}

func (r *SiteConfiguration) read(in *reader) {
	*r = SiteConfiguration{}
	for in.object(); in.property(); {
		switch in.name {
		case "modelConfiguration":
			readOptionalOrNull(&r.ModelConfiguration, in, (*SiteModelConfiguration).read)
		case "completions":
			readOptionalOrNull(&r.Completions, in, (*CompletionsConfiguration).read)
		case "licenseKey":
			readOptional(&r.LicenseKey, in, readText)
		case "cody.enabled":
			readOptional(&r.CodyEnabled, in, readBoolean)
		case "configFeatures":
			readOptionalOrNull(&r.ConfigFeatures, in, (*ConfigFeatures).read)
		case "attribution.enabled":
			readOptional(&r.AttributionEnabled, in, readBoolean)
		case "attribution.mode":
			readOptional(&r.AttributionMode, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *SiteConfiguration) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.ModelConfiguration != nil {
		out.property("modelConfiguration")
		r.ModelConfiguration.write(out)
	}
	if r.Completions != nil {
		out.property("completions")
		r.Completions.write(out)
	}
	if r.LicenseKey != nil {
		out.property("licenseKey")
		writeText(r.LicenseKey, out)
	}
	if r.CodyEnabled != nil {
		out.property("cody.enabled")
		writeBoolean(r.CodyEnabled, out)
	}
	if r.ConfigFeatures != nil {
		out.property("configFeatures")
		r.ConfigFeatures.write(out)
	}
	if r.AttributionEnabled != nil {
		out.property("attribution.enabled")
		writeBoolean(r.AttributionEnabled, out)
	}
	if r.AttributionMode != nil {
		out.property("attribution.mode")
		writeText(r.AttributionMode, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteModelConfiguration - What a site administrator changes about the published models: which are offered,
// which providers serve them, which are added, and which are the defaults.
type SiteModelConfiguration struct {
	// The catalogue models, which Sourcegraph provides through Cody Gateway; `{}` offers all of them. Null or
	// absent: none, only the models defined here.
	Sourcegraph *SourcegraphModels `json:"sourcegraph,omitempty"`

	// Providers to change or to add, applied in this order. Needed to use your own keys or self-hosted
	// models.
	//
	// No two items have the same `id`.
	ProviderOverrides []ProviderOverride `json:"providerOverrides,omitempty"`

	// Models to change or to add. New models are listed after the catalogue models, in this order.
	//
	// No two items have the same `modelRef`.
	ModelOverrides []ModelOverride `json:"modelOverrides,omitempty"`

	// Models to add with settings that are known to work, by reference.
	//
	// Deprecated: since contract 1.0.0; use selfHostedModels.
	ModelOverridesRecommendedSettings []RecommendedModel `json:"modelOverridesRecommendedSettings,omitempty"`

	// Well-known open models to add that you host yourself, with settings that are known to work. Add any
	// other model in `modelOverrides`.
	SelfHostedModels []SelfHostedModel `json:"selfHostedModels,omitempty"`

	// The models that are used if a user has not chosen one.
	DefaultModels *SiteDefaultModels `json:"defaultModels,omitempty"`

	// Instruction inserted before every chat of every user, with any model. Keep it short, because it uses
	// tokens each time.
	SystemPreInstruction *string `json:"systemPreInstruction,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteModelConfiguration) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteModelConfiguration).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteModelConfiguration) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteModelConfiguration).write)
}

func (r *SiteModelConfiguration) read(in *reader) {
	*r = SiteModelConfiguration{}
	for in.object(); in.property(); {
		switch in.name {
		case "sourcegraph":
			readOptionalOrNull(&r.Sourcegraph, in, (*SourcegraphModels).read)
		case "providerOverrides":
			readOrNull(&r.ProviderOverrides, in, arrayReader[ProviderOverride]((*ProviderOverride).read))
		case "modelOverrides":
			readOrNull(&r.ModelOverrides, in, arrayReader[ModelOverride]((*ModelOverride).read))
		case "modelOverridesRecommendedSettings":
			readOrNull(&r.ModelOverridesRecommendedSettings, in, arrayReader[RecommendedModel](readText))
		case "selfHostedModels":
			readOrNull(&r.SelfHostedModels, in, arrayReader[SelfHostedModel]((*SelfHostedModel).read))
		case "defaultModels":
			readOptionalOrNull(&r.DefaultModels, in, (*SiteDefaultModels).read)
		case "systemPreInstruction":
			readOptional(&r.SystemPreInstruction, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *SiteModelConfiguration) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Sourcegraph != nil {
		out.property("sourcegraph")
		r.Sourcegraph.write(out)
	}
	if r.ProviderOverrides != nil {
		out.property("providerOverrides")
		writeArray(&r.ProviderOverrides, out, (*ProviderOverride).write)
	}
	if r.ModelOverrides != nil {
		out.property("modelOverrides")
		writeArray(&r.ModelOverrides, out, (*ModelOverride).write)
	}
	if r.ModelOverridesRecommendedSettings != nil {
		out.property("modelOverridesRecommendedSettings")
		writeArray(&r.ModelOverridesRecommendedSettings, out, writeText)
	}
	if r.SelfHostedModels != nil {
		out.property("selfHostedModels")
		writeArray(&r.SelfHostedModels, out, (*SelfHostedModel).write)
	}
	if r.DefaultModels != nil {
		out.property("defaultModels")
		r.DefaultModels.write(out)
	}
	if r.SystemPreInstruction != nil {
		out.property("systemPreInstruction")
		writeText(r.SystemPreInstruction, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SourcegraphModels - How the instance gets the catalogue models, and which of them it offers.
type SourcegraphModels struct {
	// URL of Cody Gateway, scheme included. Set it only to use another gateway than the public one.
	//
	// Default where absent: "https://cody-gateway.sourcegraph.com".
	Endpoint *string `json:"endpoint,omitempty"`

	// Token for the gateway. If it is absent, one is derived from `licenseKey`.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// Which of the catalogue models are offered. If it is absent, all of them.
	ModelFilters *ModelFilters `json:"modelFilters,omitempty"`

	// Interval at which the gateway is polled for a newer list of models.
	//
	// Default where absent: "6h".
	PollingInterval *PollingInterval `json:"pollingInterval,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SourcegraphModels) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SourcegraphModels).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SourcegraphModels) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SourcegraphModels).write)
}

func (r *SourcegraphModels) read(in *reader) {
	*r = SourcegraphModels{}
	for in.object(); in.property(); {
		switch in.name {
		case "endpoint":
			readOptional(&r.Endpoint, in, readText)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "modelFilters":
			readOptionalOrNull(&r.ModelFilters, in, (*ModelFilters).read)
		case "pollingInterval":
			readOptional(&r.PollingInterval, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *SourcegraphModels) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Endpoint != nil {
		out.property("endpoint")
		writeText(r.Endpoint, out)
	}
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.ModelFilters != nil {
		out.property("modelFilters")
		r.ModelFilters.write(out)
	}
	if r.PollingInterval != nil {
		out.property("pollingInterval")
		writeText(r.PollingInterval, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// PollingInterval - A length of time, or `never`: whole numbers of days, hours, minutes and seconds, in this
// order, each followed by `d`, `h`, `m` or `s`.
//
// At least 2 characters. Matches `^(never|([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?)$`.
type PollingInterval string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *PollingInterval) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ModelFilters - Which of the catalogue models are offered: a model must pass all three filters. Models that
// are defined in this configuration and providers are never filtered.
type ModelFilters struct {
	// Only models with these statuses pass; with an empty array, none pass. Null or absent: any status.
	StatusFilter []ModelStatus `json:"statusFilter,omitempty"`

	// Only models whose reference matches one of these patterns pass. Null, absent or empty: any model.
	Allow []ModelFilterRule `json:"allow,omitempty"`

	// Models whose reference matches one of these patterns do not pass, even if it matches a pattern of
	// `allow`.
	Deny []ModelFilterRule `json:"deny,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelFilters) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelFilters).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelFilters) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelFilters).write)
}

func (r *ModelFilters) read(in *reader) {
	*r = ModelFilters{}
	for in.object(); in.property(); {
		switch in.name {
		case "statusFilter":
			readOrNull(&r.StatusFilter, in, arrayReader[ModelStatus](readText))
		case "allow":
			readOrNull(&r.Allow, in, arrayReader[ModelFilterRule](readText))
		case "deny":
			readOrNull(&r.Deny, in, arrayReader[ModelFilterRule](readText))
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ModelFilters) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.StatusFilter != nil {
		out.property("statusFilter")
		writeArray(&r.StatusFilter, out, writeText)
	}
	if r.Allow != nil {
		out.property("allow")
		writeArray(&r.Allow, out, writeText)
	}
	if r.Deny != nil {
		out.property("deny")
		writeArray(&r.Deny, out, writeText)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelFilterRule - A model's reference. A `*` at its beginning, its end or both matches any text.
// Case-sensitive.
//
// At least 1 character. Matches `^\*?[^*]*\*?$`.
type ModelFilterRule string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *ModelFilterRule) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ProviderOverride - A provider to change, by its id, or a new one.
type ProviderOverride struct {
	// The provider's id. An id that no catalogue provider has adds a provider.
	ID ProviderID `json:"id"`

	// Display name, at most 128 bytes of UTF-8. Blank or absent: the name of the catalogue provider; for a
	// new provider, `Provider "id"`. Model pickers show the id instead.
	//
	// At most 128 characters.
	DisplayName *string `json:"displayName,omitempty"`

	// Settings that clients receive. It has no properties yet.
	ClientSideConfig *ClientSideProviderConfig `json:"clientSideConfig,omitempty"`

	// How the instance reaches the provider. A new provider without it cannot be reached; a catalogue
	// provider without it is reached through Cody Gateway.
	ServerSideConfig SiteProviderConfig `json:"serverSideConfig,omitempty"`

	// Settings for each of the provider's models, both catalogue models and models added here. A model's own
	// override takes precedence.
	DefaultModelConfig *DefaultModelConfig `json:"defaultModelConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ProviderOverride) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ProviderOverride).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ProviderOverride) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ProviderOverride).write)
}

func (r *ProviderOverride) read(in *reader) {
	*r = ProviderOverride{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "id":
			found[0] = true
			readText(&r.ID, in)
		case "displayName":
			readOptional(&r.DisplayName, in, readText)
		case "clientSideConfig":
			readOptionalOrNull(&r.ClientSideConfig, in, (*ClientSideProviderConfig).read)
		case "serverSideConfig":
			readOrNull(&r.ServerSideConfig, in, readVariantOfSiteProviderConfig)
		case "defaultModelConfig":
			readOptionalOrNull(&r.DefaultModelConfig, in, (*DefaultModelConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "id")
}

func (r *ProviderOverride) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("id")
	writeText(&r.ID, out)
	if r.DisplayName != nil {
		out.property("displayName")
		writeText(r.DisplayName, out)
	}
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.ServerSideConfig != nil {
		out.property("serverSideConfig")
		writeVariantOfSiteProviderConfig(&r.ServerSideConfig, out)
	}
	if r.DefaultModelConfig != nil {
		out.property("defaultModelConfig")
		r.DefaultModelConfig.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteProviderConfig - How the instance reaches a provider, by kind of API. The property `type` identifies
// the kind.
//
// The variants are *[SiteAWSBedrockProvider], *[SiteAzureOpenAIProvider], *[SiteAnthropicProvider],
// *[SiteFireworksProvider], *[SiteGoogleProvider], *[SiteOpenAIProvider], *[SiteOpenAICompatibleProvider],
// *[SiteHuggingFaceTGIProvider], *[SiteSourcegraphProvider].
type SiteProviderConfig interface {
	// Type returns the value of the property "type", which identifies the variant.
	Type() string
	isSiteProviderConfig()
	write(*writer)
}

// UnmarshalSiteProviderConfig reads a variant from JSON. If the JSON has another shape, it returns a *[ShapeError].
func UnmarshalSiteProviderConfig(data []byte) (SiteProviderConfig, error) {
	var value SiteProviderConfig
	err := unmarshal(&value, data, readVariantOfSiteProviderConfig)
	return value, err
}

func readVariantOfSiteProviderConfig(to *SiteProviderConfig, in *reader) {
	switch in.tag("type", "one of awsBedrock, azureOpenAI, anthropic, fireworks, google, openai, openaicompatible, huggingface-tgi, sourcegraph", "awsBedrock", "azureOpenAI", "anthropic", "fireworks", "google", "openai", "openaicompatible", "huggingface-tgi", "sourcegraph") {
	case "awsBedrock":
		value := new(SiteAWSBedrockProvider)
		value.read(in)
		*to = value
	case "azureOpenAI":
		value := new(SiteAzureOpenAIProvider)
		value.read(in)
		*to = value
	case "anthropic":
		value := new(SiteAnthropicProvider)
		value.read(in)
		*to = value
	case "fireworks":
		value := new(SiteFireworksProvider)
		value.read(in)
		*to = value
	case "google":
		value := new(SiteGoogleProvider)
		value.read(in)
		*to = value
	case "openai":
		value := new(SiteOpenAIProvider)
		value.read(in)
		*to = value
	case "openaicompatible":
		value := new(SiteOpenAICompatibleProvider)
		value.read(in)
		*to = value
	case "huggingface-tgi":
		value := new(SiteHuggingFaceTGIProvider)
		value.read(in)
		*to = value
	case "sourcegraph":
		value := new(SiteSourcegraphProvider)
		value.read(in)
		*to = value
	}
}

func writeVariantOfSiteProviderConfig(from *SiteProviderConfig, out *writer) {
	if *from == nil {
		out.fail(errNoVariant)
		return
	}
	(*from).write(out)
}

// SiteAWSBedrockProvider - Models at Amazon Bedrock.
type SiteAWSBedrockProvider struct {
	// An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint if
	// throughput is provisioned.
	Endpoint string `json:"endpoint"`

	// The AWS region that requests are signed for, such as `us-west-2`.
	Region string `json:"region"`

	// `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials
	// of the instance's own AWS role.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token, for tokens that expire. Set it in place of
	// `accessToken`.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// How requests are authenticated. Set it for a proxy in front of Bedrock.
	//
	// Default where absent: "AWS".
	AuthMethod *AWSBedrockAuthMethod `json:"authMethod,omitempty"`

	// How the URL of a request is made from `endpoint`. Set it for a proxy in front of Bedrock.
	//
	// Default where absent: "AWS".
	URLBuilder *AWSBedrockURLBuilder `json:"urlBuilder,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "awsBedrock", the only value of this property.
//
// Always `awsBedrock`: identifies the kind.
func (SiteAWSBedrockProvider) Type() string {
	return "awsBedrock"
}

func (*SiteAWSBedrockProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteAWSBedrockProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteAWSBedrockProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteAWSBedrockProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteAWSBedrockProvider).write)
}

func (r *SiteAWSBedrockProvider) read(in *reader) {
	*r = SiteAWSBedrockProvider{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'awsBedrock'", "awsBedrock")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "region":
			found[2] = true
			readText(&r.Region, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "accessTokenQuery":
			readOptional(&r.AccessTokenQuery, in, (*AccessTokenQuery).read)
		case "authMethod":
			readOptional(&r.AuthMethod, in, readText)
		case "urlBuilder":
			readOptional(&r.URLBuilder, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint", "region")
}

func (r *SiteAWSBedrockProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("awsBedrock")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	out.property("region")
	writeText(&r.Region, out)
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.AccessTokenQuery != nil {
		out.property("accessTokenQuery")
		r.AccessTokenQuery.write(out)
	}
	if r.AuthMethod != nil {
		out.property("authMethod")
		writeText(r.AuthMethod, out)
	}
	if r.URLBuilder != nil {
		out.property("urlBuilder")
		writeText(r.URLBuilder, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteAzureOpenAIProvider - Models at Azure OpenAI. A model's `modelName` is the name of its deployment in
// the Azure portal.
type SiteAzureOpenAIProvider struct {
	// URL of the Azure OpenAI resource, as the Azure portal shows it.
	Endpoint string `json:"endpoint"`

	// API key from the Azure portal. Absent or blank: the workload or managed identity of the instance.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token, for tokens that expire. Set it in place of
	// `accessToken`.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// Version of the Azure OpenAI API, a date such as `2024-10-21`. Set it if a model needs another version
	// than the instance uses.
	APIVersion *string `json:"apiVersion,omitempty"`

	// Value of the API's `user` field in every request, by which Azure distinguishes the sources of requests.
	// May be blank.
	User string `json:"user"`

	// Whether completions go to the older completions API. Set it for models that the newer one does not
	// offer, such as `gpt-35-turbo-instruct`.
	UseDeprecatedCompletionsAPI bool `json:"useDeprecatedCompletionsAPI"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "azureOpenAI", the only value of this property.
//
// Always `azureOpenAI`: identifies the kind.
func (SiteAzureOpenAIProvider) Type() string {
	return "azureOpenAI"
}

func (*SiteAzureOpenAIProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteAzureOpenAIProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteAzureOpenAIProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteAzureOpenAIProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteAzureOpenAIProvider).write)
}

func (r *SiteAzureOpenAIProvider) read(in *reader) {
	*r = SiteAzureOpenAIProvider{}
	var found [4]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'azureOpenAI'", "azureOpenAI")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "accessTokenQuery":
			readOptional(&r.AccessTokenQuery, in, (*AccessTokenQuery).read)
		case "apiVersion":
			readOptional(&r.APIVersion, in, readText)
		case "user":
			found[2] = true
			readText(&r.User, in)
		case "useDeprecatedCompletionsAPI":
			found[3] = true
			readBoolean(&r.UseDeprecatedCompletionsAPI, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint", "user", "useDeprecatedCompletionsAPI")
}

func (r *SiteAzureOpenAIProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("azureOpenAI")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.AccessTokenQuery != nil {
		out.property("accessTokenQuery")
		r.AccessTokenQuery.write(out)
	}
	if r.APIVersion != nil {
		out.property("apiVersion")
		writeText(r.APIVersion, out)
	}
	out.property("user")
	writeText(&r.User, out)
	out.property("useDeprecatedCompletionsAPI")
	writeBoolean(&r.UseDeprecatedCompletionsAPI, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteAnthropicProvider - Anthropic's own API.
type SiteAnthropicProvider struct {
	// URL of the messages API.
	Endpoint string `json:"endpoint"`

	// API key from Anthropic.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token, for tokens that expire. Set it in place of
	// `accessToken`.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "anthropic", the only value of this property.
//
// Always `anthropic`: identifies the kind.
func (SiteAnthropicProvider) Type() string {
	return "anthropic"
}

func (*SiteAnthropicProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteAnthropicProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteAnthropicProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteAnthropicProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteAnthropicProvider).write)
}

func (r *SiteAnthropicProvider) read(in *reader) {
	*r = SiteAnthropicProvider{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'anthropic'", "anthropic")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "accessTokenQuery":
			readOptional(&r.AccessTokenQuery, in, (*AccessTokenQuery).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint")
}

func (r *SiteAnthropicProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("anthropic")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.AccessTokenQuery != nil {
		out.property("accessTokenQuery")
		r.AccessTokenQuery.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteFireworksProvider - Models at Fireworks AI.
type SiteFireworksProvider struct {
	// URL of the completions API.
	Endpoint string `json:"endpoint"`

	// API key from Fireworks AI.
	//
	// Secret: masked in all output; do not log it.
	AccessToken string `json:"accessToken"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "fireworks", the only value of this property.
//
// Always `fireworks`: identifies the kind.
func (SiteFireworksProvider) Type() string {
	return "fireworks"
}

func (*SiteFireworksProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteFireworksProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteFireworksProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteFireworksProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteFireworksProvider).write)
}

func (r *SiteFireworksProvider) read(in *reader) {
	*r = SiteFireworksProvider{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'fireworks'", "fireworks")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			found[2] = true
			readText(&r.AccessToken, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint", "accessToken")
}

func (r *SiteFireworksProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("fireworks")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	out.property("accessToken")
	writeText(&r.AccessToken, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteGoogleProvider - Gemini by Google's own API, or models at Vertex AI, including those of other vendors.
type SiteGoogleProvider struct {
	// URL of the models: of the Gemini API, or of a publisher's models in a project and region of Vertex AI.
	Endpoint string `json:"endpoint"`

	// API key of the Gemini API; for Vertex AI the key of a service account, its JSON in base64. Absent, with
	// `googleWorkloadIdentityConfig` absent too: Google's application default credentials.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// Credentials for Vertex AI by workload identity federation. Set it in place of `accessToken`.
	GoogleWorkloadIdentityConfig *GoogleWorkloadIdentityConfig `json:"googleWorkloadIdentityConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "google", the only value of this property.
//
// Always `google`: identifies the kind.
func (SiteGoogleProvider) Type() string {
	return "google"
}

func (*SiteGoogleProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteGoogleProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteGoogleProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteGoogleProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteGoogleProvider).write)
}

func (r *SiteGoogleProvider) read(in *reader) {
	*r = SiteGoogleProvider{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'google'", "google")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "googleWorkloadIdentityConfig":
			readOptional(&r.GoogleWorkloadIdentityConfig, in, (*GoogleWorkloadIdentityConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint")
}

func (r *SiteGoogleProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("google")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.GoogleWorkloadIdentityConfig != nil {
		out.property("googleWorkloadIdentityConfig")
		r.GoogleWorkloadIdentityConfig.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteOpenAIProvider - OpenAI's own API. For other servers that implement it, use `openaicompatible`.
type SiteOpenAIProvider struct {
	// Base URL of the API.
	Endpoint string `json:"endpoint"`

	// API key from OpenAI.
	//
	// Secret: masked in all output; do not log it.
	AccessToken string `json:"accessToken"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "openai", the only value of this property.
//
// Always `openai`: identifies the kind.
func (SiteOpenAIProvider) Type() string {
	return "openai"
}

func (*SiteOpenAIProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteOpenAIProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteOpenAIProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteOpenAIProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteOpenAIProvider).write)
}

func (r *SiteOpenAIProvider) read(in *reader) {
	*r = SiteOpenAIProvider{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'openai'", "openai")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			found[2] = true
			readText(&r.AccessToken, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint", "accessToken")
}

func (r *SiteOpenAIProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("openai")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	out.property("accessToken")
	writeText(&r.AccessToken, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteOpenAICompatibleProvider - Any server that implements the OpenAI API: a vendor, a proxy, or a
// self-hosted server.
type SiteOpenAICompatibleProvider struct {
	// Addresses of the server. The instance distributes its requests over them.
	Endpoints []OpenAICompatibleEndpoint `json:"endpoints"`

	// Whether the instance logs every request and answer. For debugging only: the log then contains prompts.
	EnableVerboseLogs *bool `json:"enableVerboseLogs,omitempty"`

	// Whether autocomplete uses the older `/completions` route. Set it to false for a server that offers
	// `/chat/completions` only.
	//
	// Default where absent: true.
	UseLegacyCompletions *bool `json:"useLegacyCompletions,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "openaicompatible", the only value of this property.
//
// Always `openaicompatible`: identifies the kind.
func (SiteOpenAICompatibleProvider) Type() string {
	return "openaicompatible"
}

func (*SiteOpenAICompatibleProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteOpenAICompatibleProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteOpenAICompatibleProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteOpenAICompatibleProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteOpenAICompatibleProvider).write)
}

func (r *SiteOpenAICompatibleProvider) read(in *reader) {
	*r = SiteOpenAICompatibleProvider{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'openaicompatible'", "openaicompatible")
		case "endpoints":
			found[1] = true
			readOrEmpty(&r.Endpoints, in, arrayReader[OpenAICompatibleEndpoint]((*OpenAICompatibleEndpoint).read))
		case "enableVerboseLogs":
			readOptional(&r.EnableVerboseLogs, in, readBoolean)
		case "useLegacyCompletions":
			readOptional(&r.UseLegacyCompletions, in, readBoolean)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoints")
}

func (r *SiteOpenAICompatibleProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("openaicompatible")
	out.property("endpoints")
	writeArray(&r.Endpoints, out, (*OpenAICompatibleEndpoint).write)
	if r.EnableVerboseLogs != nil {
		out.property("enableVerboseLogs")
		writeBoolean(r.EnableVerboseLogs, out)
	}
	if r.UseLegacyCompletions != nil {
		out.property("useLegacyCompletions")
		writeBoolean(r.UseLegacyCompletions, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteHuggingFaceTGIProvider - A server that runs Hugging Face's Text Generation Inference.
type SiteHuggingFaceTGIProvider struct {
	// Addresses of the server. The instance distributes its requests over them.
	Endpoints []OpenAICompatibleEndpoint `json:"endpoints"`

	// Whether the instance logs every request and answer. For debugging only: the log then contains prompts.
	EnableVerboseLogs *bool `json:"enableVerboseLogs,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "huggingface-tgi", the only value of this property.
//
// Always `huggingface-tgi`: identifies the kind.
func (SiteHuggingFaceTGIProvider) Type() string {
	return "huggingface-tgi"
}

func (*SiteHuggingFaceTGIProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteHuggingFaceTGIProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteHuggingFaceTGIProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteHuggingFaceTGIProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteHuggingFaceTGIProvider).write)
}

func (r *SiteHuggingFaceTGIProvider) read(in *reader) {
	*r = SiteHuggingFaceTGIProvider{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'huggingface-tgi'", "huggingface-tgi")
		case "endpoints":
			found[1] = true
			readOrEmpty(&r.Endpoints, in, arrayReader[OpenAICompatibleEndpoint]((*OpenAICompatibleEndpoint).read))
		case "enableVerboseLogs":
			readOptional(&r.EnableVerboseLogs, in, readBoolean)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoints")
}

func (r *SiteHuggingFaceTGIProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("huggingface-tgi")
	out.property("endpoints")
	writeArray(&r.Endpoints, out, (*OpenAICompatibleEndpoint).write)
	if r.EnableVerboseLogs != nil {
		out.property("enableVerboseLogs")
		writeBoolean(r.EnableVerboseLogs, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteSourcegraphProvider - Cody Gateway. A catalogue provider without a server-side configuration is reached
// through it anyway; set it to use another gateway or token for one provider.
type SiteSourcegraphProvider struct {
	// Base URL of the gateway.
	Endpoint string `json:"endpoint"`

	// Token for the gateway.
	//
	// Secret: masked in all output; do not log it.
	AccessToken string `json:"accessToken"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "sourcegraph", the only value of this property.
//
// Always `sourcegraph`: identifies the kind.
func (SiteSourcegraphProvider) Type() string {
	return "sourcegraph"
}

func (*SiteSourcegraphProvider) isSiteProviderConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteSourcegraphProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteSourcegraphProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteSourcegraphProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteSourcegraphProvider).write)
}

func (r *SiteSourcegraphProvider) read(in *reader) {
	*r = SiteSourcegraphProvider{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'sourcegraph'", "sourcegraph")
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			found[2] = true
			readText(&r.AccessToken, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "endpoint", "accessToken")
}

func (r *SiteSourcegraphProvider) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("sourcegraph")
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	out.property("accessToken")
	writeText(&r.AccessToken, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// DefaultModelConfig - Settings for each of a provider's models. Each property that is set replaces that of
// the model; the others do not change. The tier of each changed model becomes `enterprise`.
type DefaultModelConfig struct {
	// What the models can be used for; replaces each model's whole array.
	Capabilities []Capability `json:"capabilities,omitempty"`

	// What the models are best at.
	Category *ModelCategory `json:"category,omitempty"`

	// How mature the models are.
	Status *ModelStatus `json:"status,omitempty"`

	// Maximum numbers of tokens that clients send and request.
	ContextWindow *ContextWindowOverride `json:"contextWindow,omitempty"`

	// Approximate price of the models.
	ModelCost *ModelCostOverride `json:"modelCost,omitempty"`

	// Settings that clients need to use the models. Clients up to July 2025 read only whether
	// `openaicompatible` is present, and its `contextSizeHintTotalCharacters`.
	ClientSideConfig *SiteClientModelConfig `json:"clientSideConfig,omitempty"`

	// What the instance needs to call the models, in addition to the provider's settings.
	ServerSideConfig SiteModelServerConfig `json:"serverSideConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *DefaultModelConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*DefaultModelConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r DefaultModelConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*DefaultModelConfig).write)
}

func (r *DefaultModelConfig) read(in *reader) {
	*r = DefaultModelConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "capabilities":
			readOrNull(&r.Capabilities, in, arrayReader[Capability](readText))
		case "category":
			readOptional(&r.Category, in, readText)
		case "status":
			readOptional(&r.Status, in, readText)
		case "contextWindow":
			readOptionalOrNull(&r.ContextWindow, in, (*ContextWindowOverride).read)
		case "modelCost":
			readOptionalOrNull(&r.ModelCost, in, (*ModelCostOverride).read)
		case "clientSideConfig":
			readOptionalOrNull(&r.ClientSideConfig, in, (*SiteClientModelConfig).read)
		case "serverSideConfig":
			readOrNull(&r.ServerSideConfig, in, readVariantOfSiteModelServerConfig)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *DefaultModelConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Capabilities != nil {
		out.property("capabilities")
		writeArray(&r.Capabilities, out, writeText)
	}
	if r.Category != nil {
		out.property("category")
		writeText(r.Category, out)
	}
	if r.Status != nil {
		out.property("status")
		writeText(r.Status, out)
	}
	if r.ContextWindow != nil {
		out.property("contextWindow")
		r.ContextWindow.write(out)
	}
	if r.ModelCost != nil {
		out.property("modelCost")
		r.ModelCost.write(out)
	}
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.ServerSideConfig != nil {
		out.property("serverSideConfig")
		writeVariantOfSiteModelServerConfig(&r.ServerSideConfig, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelOverride - A model to change, by its reference, or a new one. To change a catalogue model, set only
// the properties that change. In both cases its tier becomes `enterprise`.
type ModelOverride struct {
	// The model's reference, `provider::apiVersion::modelID`. A reference that no catalogue model has adds a
	// model to that provider. If the version is not known, use `unknown`.
	ModelRef ModelRef `json:"modelRef"`

	// Display name, at most 128 bytes of UTF-8. Blank or absent: the name of the catalogue model; for a new
	// model, its ModelID.
	//
	// At most 128 characters.
	DisplayName *string `json:"displayName,omitempty"`

	// Name of the model in the provider's API. Absent, for a new model: its ModelID.
	ModelName *string `json:"modelName,omitempty"`

	// What the model can be used for, as a whole array. Required for a new model; if it is absent, the
	// catalogue model's array is kept.
	Capabilities []Capability `json:"capabilities,omitempty"`

	// What the model is best at. A new model without it is `balanced`.
	Category *ModelCategory `json:"category,omitempty"`

	// How mature the model is. A new model without it is `stable`.
	Status *ModelStatus `json:"status,omitempty"`

	// Maximum numbers of tokens that clients send and request. Each number also changes the window for
	// `enterprise`, which `maxInputTokens` and `maxOutputTokens` together replace. A new model without it has
	// 4,000 and 4,000.
	ContextWindow *ContextWindowOverride `json:"contextWindow,omitempty"`

	// How much the model should reason before it answers. Works only with the capability `reasoning`.
	ReasoningEffort *ReasoningEffort `json:"reasoningEffort,omitempty"`

	// Approximate price of the model.
	ModelCost *ModelCostOverride `json:"modelCost,omitempty"`

	// Settings that clients need to use this model; replaces the model's own. Clients up to July 2025 read
	// only whether `openaicompatible` is present, and its `contextSizeHintTotalCharacters`.
	ClientSideConfig *SiteClientModelConfig `json:"clientSideConfig,omitempty"`

	// What the instance needs to call the model, in addition to the provider's settings; replaces the model's
	// own.
	ServerSideConfig SiteModelServerConfig `json:"serverSideConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelOverride) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelOverride).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelOverride) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelOverride).write)
}

func (r *ModelOverride) read(in *reader) {
	*r = ModelOverride{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "modelRef":
			found[0] = true
			readText(&r.ModelRef, in)
		case "displayName":
			readOptional(&r.DisplayName, in, readText)
		case "modelName":
			readOptional(&r.ModelName, in, readText)
		case "capabilities":
			readOrNull(&r.Capabilities, in, arrayReader[Capability](readText))
		case "category":
			readOptional(&r.Category, in, readText)
		case "status":
			readOptional(&r.Status, in, readText)
		case "contextWindow":
			readOptionalOrNull(&r.ContextWindow, in, (*ContextWindowOverride).read)
		case "reasoningEffort":
			readOptional(&r.ReasoningEffort, in, readText)
		case "modelCost":
			readOptionalOrNull(&r.ModelCost, in, (*ModelCostOverride).read)
		case "clientSideConfig":
			readOptionalOrNull(&r.ClientSideConfig, in, (*SiteClientModelConfig).read)
		case "serverSideConfig":
			readOrNull(&r.ServerSideConfig, in, readVariantOfSiteModelServerConfig)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "modelRef")
}

func (r *ModelOverride) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("modelRef")
	writeText(&r.ModelRef, out)
	if r.DisplayName != nil {
		out.property("displayName")
		writeText(r.DisplayName, out)
	}
	if r.ModelName != nil {
		out.property("modelName")
		writeText(r.ModelName, out)
	}
	if r.Capabilities != nil {
		out.property("capabilities")
		writeArray(&r.Capabilities, out, writeText)
	}
	if r.Category != nil {
		out.property("category")
		writeText(r.Category, out)
	}
	if r.Status != nil {
		out.property("status")
		writeText(r.Status, out)
	}
	if r.ContextWindow != nil {
		out.property("contextWindow")
		r.ContextWindow.write(out)
	}
	if r.ReasoningEffort != nil {
		out.property("reasoningEffort")
		writeText(r.ReasoningEffort, out)
	}
	if r.ModelCost != nil {
		out.property("modelCost")
		r.ModelCost.write(out)
	}
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.ServerSideConfig != nil {
		out.property("serverSideConfig")
		writeVariantOfSiteModelServerConfig(&r.ServerSideConfig, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ContextWindowOverride - Token budgets of one request. Each number that is set replaces that of the model;
// absent or 0 keeps it.
type ContextWindowOverride struct {
	// Maximum number of tokens that a client sends: prompt, history and context together.
	//
	// At least 0.
	MaxInputTokens *int64 `json:"maxInputTokens,omitempty"`

	// Maximum number of tokens that a client requests from the model.
	//
	// At least 0.
	MaxOutputTokens *int64 `json:"maxOutputTokens,omitempty"`

	// The part of `maxInputTokens` for the conversation itself: what the user types, and its history. The
	// rest is for context that the user adds.
	//
	// At least 0.
	MaxUserInputTokens *int64 `json:"maxUserInputTokens,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ContextWindowOverride) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ContextWindowOverride).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ContextWindowOverride) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ContextWindowOverride).write)
}

func (r *ContextWindowOverride) read(in *reader) {
	*r = ContextWindowOverride{}
	for in.object(); in.property(); {
		switch in.name {
		case "maxInputTokens":
			readOptional(&r.MaxInputTokens, in, readInteger)
		case "maxOutputTokens":
			readOptional(&r.MaxOutputTokens, in, readInteger)
		case "maxUserInputTokens":
			readOptional(&r.MaxUserInputTokens, in, readInteger)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ContextWindowOverride) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.MaxInputTokens != nil {
		out.property("maxInputTokens")
		writeInteger(r.MaxInputTokens, out)
	}
	if r.MaxOutputTokens != nil {
		out.property("maxOutputTokens")
		writeInteger(r.MaxOutputTokens, out)
	}
	if r.MaxUserInputTokens != nil {
		out.property("maxUserInputTokens")
		writeInteger(r.MaxUserInputTokens, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelCostOverride - Approximate price of a model, for comparison and for counting usage only.
type ModelCostOverride struct {
	// Number of tokens that the prices are for.
	Unit ModelCostUnit `json:"unit"`

	// Price of one unit of input tokens, in the instance's usage credits.
	//
	// At least 0.
	InputTokenCredits *float64 `json:"inputTokenCredits,omitempty"`

	// Price of one unit of output tokens, in the instance's usage credits.
	//
	// At least 0.
	OutputTokenCredits *float64 `json:"outputTokenCredits,omitempty"`

	// Price of one unit of input tokens, in US cents.
	//
	// At least 0.
	//
	// Deprecated: since contract 1.0.0; use inputTokenCredits.
	InputTokenPennies *float64 `json:"inputTokenPennies,omitempty"`

	// Price of one unit of output tokens, in US cents.
	//
	// At least 0.
	//
	// Deprecated: since contract 1.0.0; use outputTokenCredits.
	OutputTokenPennies *float64 `json:"outputTokenPennies,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelCostOverride) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelCostOverride).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelCostOverride) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelCostOverride).write)
}

func (r *ModelCostOverride) read(in *reader) {
	*r = ModelCostOverride{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "unit":
			found[0] = true
			readText(&r.Unit, in)
		case "inputTokenCredits":
			readOptional(&r.InputTokenCredits, in, readNumber)
		case "outputTokenCredits":
			readOptional(&r.OutputTokenCredits, in, readNumber)
		case "inputTokenPennies":
			readOptional(&r.InputTokenPennies, in, readNumber)
		case "outputTokenPennies":
			readOptional(&r.OutputTokenPennies, in, readNumber)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "unit")
}

func (r *ModelCostOverride) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("unit")
	writeText(&r.Unit, out)
	if r.InputTokenCredits != nil {
		out.property("inputTokenCredits")
		writeNumber(r.InputTokenCredits, out)
	}
	if r.OutputTokenCredits != nil {
		out.property("outputTokenCredits")
		writeNumber(r.OutputTokenCredits, out)
	}
	if r.InputTokenPennies != nil {
		out.property("inputTokenPennies")
		writeNumber(r.InputTokenPennies, out)
	}
	if r.OutputTokenPennies != nil {
		out.property("outputTokenPennies")
		writeNumber(r.OutputTokenPennies, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteClientModelConfig - Client-side settings of a model, by kind of API.
type SiteClientModelConfig struct {
	// Settings for a model behind an OpenAI-compatible API. If it is present, even empty, autocomplete
	// accepts the model whatever its provider and name are.
	OpenAICompatible *ClientSideOpenAICompatible `json:"openaicompatible,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteClientModelConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteClientModelConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteClientModelConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteClientModelConfig).write)
}

func (r *SiteClientModelConfig) read(in *reader) {
	*r = SiteClientModelConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "openaicompatible":
			readOptional(&r.OpenAICompatible, in, (*ClientSideOpenAICompatible).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *SiteClientModelConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.OpenAICompatible != nil {
		out.property("openaicompatible")
		r.OpenAICompatible.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteModelServerConfig - What the instance needs to call a model, by kind of API. The property `type`
// identifies the kind.
//
// The variants are *[SiteOpenAICompatibleModel], *[SiteAWSBedrockModel], *[SiteAWSBedrockProvisionedModel].
type SiteModelServerConfig interface {
	// Type returns the value of the property "type", which identifies the variant.
	Type() string
	isSiteModelServerConfig()
	write(*writer)
}

// UnmarshalSiteModelServerConfig reads a variant from JSON. If the JSON has another shape, it returns a *[ShapeError].
func UnmarshalSiteModelServerConfig(data []byte) (SiteModelServerConfig, error) {
	var value SiteModelServerConfig
	err := unmarshal(&value, data, readVariantOfSiteModelServerConfig)
	return value, err
}

func readVariantOfSiteModelServerConfig(to *SiteModelServerConfig, in *reader) {
	switch in.tag("type", "one of openaicompatible, awsBedrock, awsBedrockProvisionedThroughput", "openaicompatible", "awsBedrock", "awsBedrockProvisionedThroughput") {
	case "openaicompatible":
		value := new(SiteOpenAICompatibleModel)
		value.read(in)
		*to = value
	case "awsBedrock":
		value := new(SiteAWSBedrockModel)
		value.read(in)
		*to = value
	case "awsBedrockProvisionedThroughput":
		value := new(SiteAWSBedrockProvisionedModel)
		value.read(in)
		*to = value
	}
}

func writeVariantOfSiteModelServerConfig(from *SiteModelServerConfig, out *writer) {
	if *from == nil {
		out.fail(errNoVariant)
		return
	}
	(*from).write(out)
}

// SiteOpenAICompatibleModel - A model behind an OpenAI-compatible API.
type SiteOpenAICompatibleModel struct {
	// Text sent as `model`. Set it if the server expects another text than the model's name, such as `tgi`.
	// Absent or blank: the `modelName`.
	APIModel *string `json:"apiModel,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "openaicompatible", the only value of this property.
//
// Always `openaicompatible`: identifies the kind.
func (SiteOpenAICompatibleModel) Type() string {
	return "openaicompatible"
}

func (*SiteOpenAICompatibleModel) isSiteModelServerConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteOpenAICompatibleModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteOpenAICompatibleModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteOpenAICompatibleModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteOpenAICompatibleModel).write)
}

func (r *SiteOpenAICompatibleModel) read(in *reader) {
	*r = SiteOpenAICompatibleModel{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'openaicompatible'", "openaicompatible")
		case "apiModel":
			readOptional(&r.APIModel, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type")
}

func (r *SiteOpenAICompatibleModel) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("openaicompatible")
	if r.APIModel != nil {
		out.property("apiModel")
		writeText(r.APIModel, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteAWSBedrockModel - A model at Amazon Bedrock that needs its own settings.
type SiteAWSBedrockModel struct {
	// Whether Bedrock answers faster at a higher price. Only some models and regions support it.
	//
	// Default where absent: "standard".
	LatencyOptimization *AWSBedrockLatencyOptimization `json:"latencyOptimization,omitempty"`

	// Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name.
	ARN *string `json:"arn,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "awsBedrock", the only value of this property.
//
// Always `awsBedrock`: identifies the kind.
func (SiteAWSBedrockModel) Type() string {
	return "awsBedrock"
}

func (*SiteAWSBedrockModel) isSiteModelServerConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteAWSBedrockModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteAWSBedrockModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteAWSBedrockModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteAWSBedrockModel).write)
}

func (r *SiteAWSBedrockModel) read(in *reader) {
	*r = SiteAWSBedrockModel{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'awsBedrock'", "awsBedrock")
		case "latencyOptimization":
			readOptional(&r.LatencyOptimization, in, readText)
		case "arn":
			readOptional(&r.ARN, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type")
}

func (r *SiteAWSBedrockModel) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("awsBedrock")
	if r.LatencyOptimization != nil {
		out.property("latencyOptimization")
		writeText(r.LatencyOptimization, out)
	}
	if r.ARN != nil {
		out.property("arn")
		writeText(r.ARN, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteAWSBedrockProvisionedModel - A model that runs on capacity reserved at Amazon Bedrock.
type SiteAWSBedrockProvisionedModel struct {
	// Amazon Resource Name of the reservation, sent in place of the model's name.
	ARN string `json:"arn"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// Type returns "awsBedrockProvisionedThroughput", the only value of this property.
//
// Always `awsBedrockProvisionedThroughput`: identifies the kind.
func (SiteAWSBedrockProvisionedModel) Type() string {
	return "awsBedrockProvisionedThroughput"
}

func (*SiteAWSBedrockProvisionedModel) isSiteModelServerConfig() {}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteAWSBedrockProvisionedModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteAWSBedrockProvisionedModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteAWSBedrockProvisionedModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteAWSBedrockProvisionedModel).write)
}

func (r *SiteAWSBedrockProvisionedModel) read(in *reader) {
	*r = SiteAWSBedrockProvisionedModel{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "type":
			found[0] = true
			in.constant("the constant 'awsBedrockProvisionedThroughput'", "awsBedrockProvisionedThroughput")
		case "arn":
			found[1] = true
			readText(&r.ARN, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "type", "arn")
}

func (r *SiteAWSBedrockProvisionedModel) write(out *writer) {
	if r == nil {
		out.fail(errNoVariant)
		return
	}
	start := len(out.text)
	out.mark('{')
	out.property("type")
	out.string("awsBedrockProvisionedThroughput")
	out.property("arn")
	writeText(&r.ARN, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// RecommendedModel - Reference of a model with recommended settings: `bigcode::v1::starcoder2-7b`,
// `bigcode::v1::starcoder2-15b`, `mistral::v1::mistral-7b-instruct`, `mistral::v1::mixtral-8x7b-instruct` or
// `mistral::v1::mixtral-8x22b-instruct`. Any other value is ignored, with a warning.
type RecommendedModel string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *RecommendedModel) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// SelfHostedModel - A well-known open model that you host yourself. It becomes the model
// `provider::apiVersion::modelID` with settings that are known to work.
type SelfHostedModel struct {
	// Id of the provider that serves the model; define it in `providerOverrides`.
	Provider ProviderID `json:"provider"`

	// Second part of the model's reference. Blank counts as absent.
	//
	// Matches `^[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]*$`. Default where absent: "v1".
	APIVersion *string `json:"apiVersion,omitempty"`

	// Name of the open model.
	Model SelfHostedModelName `json:"model"`

	// Settings that replace the ones that are known to work.
	Override *SelfHostedModelOverride `json:"override,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SelfHostedModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SelfHostedModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SelfHostedModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SelfHostedModel).write)
}

func (r *SelfHostedModel) read(in *reader) {
	*r = SelfHostedModel{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "provider":
			found[0] = true
			readText(&r.Provider, in)
		case "apiVersion":
			readOptional(&r.APIVersion, in, readText)
		case "model":
			found[1] = true
			readText(&r.Model, in)
		case "override":
			readOptionalOrNull(&r.Override, in, (*SelfHostedModelOverride).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "provider", "model")
}

func (r *SelfHostedModel) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("provider")
	writeText(&r.Provider, out)
	if r.APIVersion != nil {
		out.property("apiVersion")
		writeText(r.APIVersion, out)
	}
	out.property("model")
	writeText(&r.Model, out)
	if r.Override != nil {
		out.property("override")
		r.Override.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SelfHostedModelName - Name of an open model and, after `@`, the version of its settings:
// `starcoder2-7b@v1`, `starcoder2-15b@v1`, `mistral-7b-instruct@v1`, `mixtral-8x7b-instruct@v1` or
// `mixtral-8x22b-instruct@v1`. Any other value is ignored, with a warning.
type SelfHostedModelName string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *SelfHostedModelName) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// SelfHostedModelOverride - Settings that replace the ones that are known to work for a self-hosted model.
type SelfHostedModelOverride struct {
	// Display name, at most 128 bytes of UTF-8.
	//
	// At most 128 characters.
	DisplayName *string `json:"displayName,omitempty"`

	// Maximum numbers of tokens that clients send and request.
	ContextWindow *ContextWindowOverride `json:"contextWindow,omitempty"`

	// Approximate price of the model.
	ModelCost *ModelCostOverride `json:"modelCost,omitempty"`

	// Settings that clients need, without the enclosing `openaicompatible` of a model override.
	ClientSideConfig *ClientSideOpenAICompatible `json:"clientSideConfig,omitempty"`

	// What the instance needs to call the model, in addition to the provider's settings.
	ServerSideConfig SiteModelServerConfig `json:"serverSideConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SelfHostedModelOverride) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SelfHostedModelOverride).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SelfHostedModelOverride) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SelfHostedModelOverride).write)
}

func (r *SelfHostedModelOverride) read(in *reader) {
	*r = SelfHostedModelOverride{}
	for in.object(); in.property(); {
		switch in.name {
		case "displayName":
			readOptional(&r.DisplayName, in, readText)
		case "contextWindow":
			readOptionalOrNull(&r.ContextWindow, in, (*ContextWindowOverride).read)
		case "modelCost":
			readOptionalOrNull(&r.ModelCost, in, (*ModelCostOverride).read)
		case "clientSideConfig":
			readOptionalOrNull(&r.ClientSideConfig, in, (*ClientSideOpenAICompatible).read)
		case "serverSideConfig":
			readOrNull(&r.ServerSideConfig, in, readVariantOfSiteModelServerConfig)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *SelfHostedModelOverride) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.DisplayName != nil {
		out.property("displayName")
		writeText(r.DisplayName, out)
	}
	if r.ContextWindow != nil {
		out.property("contextWindow")
		r.ContextWindow.write(out)
	}
	if r.ModelCost != nil {
		out.property("modelCost")
		r.ModelCost.write(out)
	}
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.ServerSideConfig != nil {
		out.property("serverSideConfig")
		writeVariantOfSiteModelServerConfig(&r.ServerSideConfig, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteDefaultModels - The models that are used if a user has not chosen one. A model that is missing or does
// not have the capability is replaced, by the catalogue's default if possible.
type SiteDefaultModels struct {
	// For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients do not
	// edit with a model that lacks it.
	Chat *SiteDefaultModelRef `json:"chat,omitempty"`

	// For small background tasks that need a fast answer. Needs the capability `chat`. Clients up to July
	// 2025 do not read it.
	FastChat *SiteDefaultModelRef `json:"fastChat,omitempty"`

	// For completing code at the cursor. Needs the capability `autocomplete`. Clients have no autocomplete if
	// they do not know the provider's id, or, at Fireworks and Google, the ModelID; `openaicompatible` in the
	// model's `clientSideConfig` lifts both limits.
	CodeCompletion *SiteDefaultModelRef `json:"codeCompletion,omitempty"`

	// For conversations of a user who has reached a limit.
	FallbackChat *SiteDefaultModelRef `json:"fallbackChat,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SiteDefaultModels) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SiteDefaultModels).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SiteDefaultModels) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SiteDefaultModels).write)
}

func (r *SiteDefaultModels) read(in *reader) {
	*r = SiteDefaultModels{}
	for in.object(); in.property(); {
		switch in.name {
		case "chat":
			readOptional(&r.Chat, in, readText)
		case "fastChat":
			readOptional(&r.FastChat, in, readText)
		case "codeCompletion":
			readOptional(&r.CodeCompletion, in, readText)
		case "fallbackChat":
			readOptional(&r.FallbackChat, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *SiteDefaultModels) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Chat != nil {
		out.property("chat")
		writeText(r.Chat, out)
	}
	if r.FastChat != nil {
		out.property("fastChat")
		writeText(r.FastChat, out)
	}
	if r.CodeCompletion != nil {
		out.property("codeCompletion")
		writeText(r.CodeCompletion, out)
	}
	if r.FallbackChat != nil {
		out.property("fallbackChat")
		writeText(r.FallbackChat, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SiteDefaultModelRef - A model's reference, `provider::apiVersion::modelID`; blank counts as absent.
//
// Matches
// `^([a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+::[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+::[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+)?$`.
type SiteDefaultModelRef string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *SiteDefaultModelRef) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ConfigFeatures - Which of Cody's features are on. A feature that is not named is off.
type ConfigFeatures struct {
	// Whether chat is on.
	//
	// Default where absent: false.
	Chat *bool `json:"chat,omitempty"`

	// Whether autocomplete is on.
	//
	// Default where absent: false.
	AutoComplete *bool `json:"autoComplete,omitempty"`

	// Whether commands are on, such as those that explain code or write tests.
	//
	// Default where absent: false.
	Commands *bool `json:"commands,omitempty"`

	// Whether chat accepts images. Accepted for site configurations that have it; an instance does not read
	// it.
	//
	// Default where absent: false.
	ChatVision *bool `json:"chatVision,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ConfigFeatures) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ConfigFeatures).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ConfigFeatures) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ConfigFeatures).write)
}

func (r *ConfigFeatures) read(in *reader) {
	*r = ConfigFeatures{}
	for in.object(); in.property(); {
		switch in.name {
		case "chat":
			readOptional(&r.Chat, in, readBoolean)
		case "autoComplete":
			readOptional(&r.AutoComplete, in, readBoolean)
		case "commands":
			readOptional(&r.Commands, in, readBoolean)
		case "chatVision":
			readOptional(&r.ChatVision, in, readBoolean)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ConfigFeatures) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Chat != nil {
		out.property("chat")
		writeBoolean(r.Chat, out)
	}
	if r.AutoComplete != nil {
		out.property("autoComplete")
		writeBoolean(r.AutoComplete, out)
	}
	if r.Commands != nil {
		out.property("commands")
		writeBoolean(r.Commands, out)
	}
	if r.ChatVision != nil {
		out.property("chatVision")
		writeBoolean(r.ChatVision, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AttributionMode - What clients do with generated code of known origin.
type AttributionMode string

const (
	// AttributionModePermissive - Show the code and where it is known from.
	AttributionModePermissive AttributionMode = "permissive"

	// AttributionModeEnforced - Do not show the code.
	AttributionModeEnforced AttributionMode = "enforced"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v AttributionMode) Known() bool {
	switch v {
	case AttributionModePermissive,
		AttributionModeEnforced:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *AttributionMode) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}
