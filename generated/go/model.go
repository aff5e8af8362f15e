// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

// Model configuration. Which LLM providers and models exist, what each can do, and which are the defaults:
// the document that a gateway publishes, an instance merges and Cody clients read.

// ContractVersion is the version of the contract that these types were generated from.
const ContractVersion = "1.1.0"

// SchemaHash changes when the schema of the document does.
const SchemaHash = "2dcdc77a1a62a5a5"

// ModelConfiguration - A complete model configuration. The same shape serves as the published catalogue, as
// the merged result on an instance, and, without its server-side properties, as the client view.
type ModelConfiguration struct {
	// Version of the wire format. Readers compare it with "1.0". It is independent of the contract version.
	// Clients up to July 2025 do not compare it.
	SchemaVersion SchemaVersion `json:"schemaVersion"`

	// Version of the content. An opaque string to readers; the catalogue writes `YYYY-MM-DD.N`, the day and a
	// counter within it. An instance without catalogue models writes "-".
	//
	// At least 1 character.
	Revision string `json:"revision"`

	// The providers of the models, in display order.
	//
	// No two items have the same `id`.
	Providers []Provider `json:"providers"`

	// The models, in display order. The order also decides which model is inferred if a default is missing.
	//
	// No two items have the same `modelRef`.
	Models []Model `json:"models"`

	// The models that are used if a user has not chosen one.
	DefaultModels DefaultModels `json:"defaultModels"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelConfiguration) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelConfiguration).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelConfiguration) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelConfiguration).write)
}

func (r *ModelConfiguration) read(in *reader) {
	*r = ModelConfiguration{}
	var found [5]bool
	for in.object(); in.property(); {
		switch in.name {
		case "schemaVersion":
			found[0] = true
			readText(&r.SchemaVersion, in)
		case "revision":
			found[1] = true
			readText(&r.Revision, in)
		case "providers":
			found[2] = true
			readOrEmpty(&r.Providers, in, arrayReader[Provider]((*Provider).read))
		case "models":
			found[3] = true
			readOrEmpty(&r.Models, in, arrayReader[Model]((*Model).read))
		case "defaultModels":
			found[4] = true
			r.DefaultModels.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "schemaVersion", "revision", "providers", "models", "defaultModels")
}

func (r *ModelConfiguration) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("schemaVersion")
	writeText(&r.SchemaVersion, out)
	out.property("revision")
	writeText(&r.Revision, out)
	out.property("providers")
	writeArray(&r.Providers, out, (*Provider).write)
	out.property("models")
	writeArray(&r.Models, out, (*Model).write)
	out.property("defaultModels")
	r.DefaultModels.write(out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SchemaVersion - Version of the wire format.
type SchemaVersion string

const (
	// SchemaVersion1_0 - The only version so far.
	SchemaVersion1_0 SchemaVersion = "1.0"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v SchemaVersion) Known() bool {
	switch v {
	case SchemaVersion1_0:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *SchemaVersion) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ProviderID - Identifies a provider within one document. It is the first part of the references of the
// provider's models. Valid characters: letters, digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`.
// Clients choose some behaviour by well-known ids such as `anthropic`.
//
// Matches `^[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+$`.
type ProviderID string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *ProviderID) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ModelRef - Identifies a model: `provider::apiVersion::modelID`, each part non-empty and of the characters
// that a ProviderID allows. The last part is a name that this document chooses; the name at the provider is
// `modelName`.
//
// Matches
// `^[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+::[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+::[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+$`.
type ModelRef string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *ModelRef) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// CalendarDate - A calendar day in UTC, `YYYY-MM-DD`.
//
// Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`.
type CalendarDate string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *CalendarDate) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// Provider - A service that runs models: a vendor, a cloud, or self-hosted servers.
type Provider struct {
	// The provider's identifier, unique within the document. Model pickers show it, with a capital letter.
	ID ProviderID `json:"id"`

	// Display name, at most 128 bytes of UTF-8. If it is absent or blank, an instance sets `Provider "id"`.
	// Clients up to July 2025 show the id instead.
	//
	// At most 128 characters. Always present in the client view.
	DisplayName *string `json:"displayName,omitempty"`

	// Settings that clients receive. It has no properties yet.
	ClientSideConfig *ClientSideProviderConfig `json:"clientSideConfig,omitempty"`

	// How the instance reaches the provider, including credentials. Never sent to clients, and never part of
	// a published catalogue.
	//
	// Server-side: never sent to clients.
	ServerSideConfig *ServerSideProviderConfig `json:"serverSideConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *Provider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*Provider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r Provider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*Provider).write)
}

func (r *Provider) read(in *reader) {
	*r = Provider{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "id":
			found[0] = true
			readText(&r.ID, in)
		case "displayName":
			readOptional(&r.DisplayName, in, readText)
		case "clientSideConfig":
			readOptional(&r.ClientSideConfig, in, (*ClientSideProviderConfig).read)
		case "serverSideConfig":
			readOptional(&r.ServerSideConfig, in, (*ServerSideProviderConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "id")
}

func (r *Provider) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("id")
	writeText(&r.ID, out)
	if value := filled(out, r.DisplayName, string(r.ID), providerName); value != nil {
		out.property("displayName")
		writeText(value, out)
	}
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.ServerSideConfig != nil && !out.client {
		out.property("serverSideConfig")
		r.ServerSideConfig.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{hidden: []string{"serversideconfig"}})
	out.mark('}')
}

// ClientSideProviderConfig - Client-side settings of a provider. It has no properties yet. It is declared so
// that readers accept the first one.
type ClientSideProviderConfig struct {
	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ClientSideProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ClientSideProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ClientSideProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ClientSideProviderConfig).write)
}

func (r *ClientSideProviderConfig) read(in *reader) {
	*r = ClientSideProviderConfig{}
	for in.object(); in.property(); {
		r.Unknown.keep(in)
	}
	r.Unknown.removeDuplicates()
}

func (r *ClientSideProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// Model - One model: how to refer to it, what it can do, and how much text it takes.
type Model struct {
	// The model's identifier, unique within the document.
	ModelRef ModelRef `json:"modelRef"`

	// Display name, at most 128 bytes of UTF-8, as model pickers show it. If it is absent or blank, an
	// instance sets the ModelID, the last part of `modelRef`.
	//
	// At most 128 characters. Always present in the client view.
	DisplayName *string `json:"displayName,omitempty"`

	// Name of the model in the provider's API. It may change while `modelRef` stays, for example when an
	// alias refers to a newer build.
	//
	// At least 1 character.
	ModelName string `json:"modelName"`

	// What the model can be used for. A set: the order has no meaning.
	//
	// Items are unique.
	Capabilities []Capability `json:"capabilities"`

	// What the model is best at, as the model picker groups it.
	Category ModelCategory `json:"category"`

	// How mature the model is, and whether clients should offer it.
	Status ModelStatus `json:"status"`

	// The lowest subscription that may use the model. Every model that a site administrator defines or
	// changes is `enterprise`.
	Tier ModelTier `json:"tier"`

	// Maximum numbers of tokens that clients send and request. Where the site's feature flag
	// `enhanced-context-window` is set, clients use the window of their tier in `modelConfigAllTiers`
	// instead, if that property is present. Of models whose `modelName` starts with `mistral` or `mixtral`,
	// clients use 85 % of this window's input.
	ContextWindow ContextWindow `json:"contextWindow"`

	// Settings that clients need to use this model. Clients up to July 2025 read only whether
	// `openAICompatible` is present, and its `contextSizeHintTotalCharacters`.
	ClientSideConfig *ClientSideModelConfig `json:"clientSideConfig,omitempty"`

	// Settings that only the instance needs to call the model. Never sent to clients, and never part of a
	// published catalogue.
	//
	// Server-side: never sent to clients.
	ServerSideConfig *ServerSideModelConfig `json:"serverSideConfig,omitempty"`

	// How much the model should reason before it answers. Set in a site configuration, for models with the
	// capability `reasoning`. The instance applies it; clients never receive it.
	//
	// Server-side: never sent to clients.
	ReasoningEffort *ReasoningEffort `json:"reasoningEffort,omitempty"`

	// Approximate price of the model, for comparison only. Clients up to July 2025 do not read it.
	EstimatedModelCost *ModelCost `json:"estimatedModelCost,omitempty"`

	// Context windows by subscription, for clients where the feature flag `enhanced-context-window` is set.
	// If it is present, clients read their tier from it without checking that it exists, so `enterprise` is
	// required. For clients, an instance sets each tier that is absent to the model's own window.
	ModelConfigAllTiers *ModelConfigAllTiers `json:"modelConfigAllTiers,omitempty"`

	// Day on which the vendor released the model.
	//
	// Since contract 1.1.0.
	ReleasedOn *CalendarDate `json:"releasedOn,omitempty"`

	// Day on which the provider deprecated the model, on the route through which the document's publisher
	// reaches it. It may be in the future.
	//
	// Since contract 1.1.0.
	DeprecatedOn *CalendarDate `json:"deprecatedOn,omitempty"`

	// Day from which the provider no longer serves the model, on the route through which the document's
	// publisher reaches it. If it is absent, no day has been announced.
	//
	// Since contract 1.1.0.
	RetiresOn *CalendarDate `json:"retiresOn,omitempty"`

	// The model of this document to use after `retiresOn`.
	//
	// Since contract 1.1.0.
	Replacement *ModelRef `json:"replacement,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *Model) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*Model).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r Model) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*Model).write)
}

func (r *Model) read(in *reader) {
	*r = Model{}
	var found [7]bool
	for in.object(); in.property(); {
		switch in.name {
		case "modelRef":
			found[0] = true
			readText(&r.ModelRef, in)
		case "displayName":
			readOptional(&r.DisplayName, in, readText)
		case "modelName":
			found[1] = true
			readText(&r.ModelName, in)
		case "capabilities":
			found[2] = true
			readOrEmpty(&r.Capabilities, in, arrayReader[Capability](readText))
		case "category":
			found[3] = true
			readText(&r.Category, in)
		case "status":
			found[4] = true
			readText(&r.Status, in)
		case "tier":
			found[5] = true
			readText(&r.Tier, in)
		case "contextWindow":
			found[6] = true
			r.ContextWindow.read(in)
		case "clientSideConfig":
			readOptional(&r.ClientSideConfig, in, (*ClientSideModelConfig).read)
		case "serverSideConfig":
			readOptional(&r.ServerSideConfig, in, (*ServerSideModelConfig).read)
		case "reasoningEffort":
			readOptional(&r.ReasoningEffort, in, readText)
		case "estimatedModelCost":
			readOptional(&r.EstimatedModelCost, in, (*ModelCost).read)
		case "modelConfigAllTiers":
			readOptional(&r.ModelConfigAllTiers, in, (*ModelConfigAllTiers).read)
		case "releasedOn":
			readOptional(&r.ReleasedOn, in, readText)
		case "deprecatedOn":
			readOptional(&r.DeprecatedOn, in, readText)
		case "retiresOn":
			readOptional(&r.RetiresOn, in, readText)
		case "replacement":
			readOptional(&r.Replacement, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "modelRef", "modelName", "capabilities", "category", "status", "tier", "contextWindow")
}

func (r *Model) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("modelRef")
	writeText(&r.ModelRef, out)
	if value := filled(out, r.DisplayName, string(r.ModelRef), displayName); value != nil {
		out.property("displayName")
		writeText(value, out)
	}
	out.property("modelName")
	writeText(&r.ModelName, out)
	out.property("capabilities")
	writeArray(&r.Capabilities, out, writeText)
	out.property("category")
	writeText(&r.Category, out)
	out.property("status")
	writeText(&r.Status, out)
	out.property("tier")
	writeText(&r.Tier, out)
	out.property("contextWindow")
	r.ContextWindow.write(out)
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.ServerSideConfig != nil && !out.client {
		out.property("serverSideConfig")
		r.ServerSideConfig.write(out)
	}
	if r.ReasoningEffort != nil && !out.client {
		out.property("reasoningEffort")
		writeText(r.ReasoningEffort, out)
	}
	if r.EstimatedModelCost != nil {
		out.property("estimatedModelCost")
		r.EstimatedModelCost.write(out)
	}
	if r.ModelConfigAllTiers != nil {
		tiers := *r.ModelConfigAllTiers
		if out.client {
			for _, tier := range []**ModelTierConfig{&tiers.Free, &tiers.Pro, &tiers.Enterprise} {
				if *tier == nil {
					*tier = &ModelTierConfig{ContextWindow: r.ContextWindow}
				}
			}
		}
		out.property("modelConfigAllTiers")
		tiers.write(out)
	}
	if r.ReleasedOn != nil {
		out.property("releasedOn")
		writeText(r.ReleasedOn, out)
	}
	if r.DeprecatedOn != nil {
		out.property("deprecatedOn")
		writeText(r.DeprecatedOn, out)
	}
	if r.RetiresOn != nil {
		out.property("retiresOn")
		writeText(r.RetiresOn, out)
	}
	if r.Replacement != nil {
		out.property("replacement")
		writeText(r.Replacement, out)
	}
	out.unknown(r.Unknown, start, clientNames{hidden: []string{"reasoningeffort", "serversideconfig"}})
	out.mark('}')
}

// Capability - A use of a model.
type Capability string

const (
	// CapabilityAutocomplete - Completes code at the cursor.
	CapabilityAutocomplete Capability = "autocomplete"

	// CapabilityChat - Answers in a conversation.
	CapabilityChat Capability = "chat"

	// CapabilityEdit - Rewrites a selection as instructed.
	CapabilityEdit Capability = "edit"

	// CapabilityVision - Reads images that a user adds.
	CapabilityVision Capability = "vision"

	// CapabilityReasoning - Reasons before it answers, which takes time and output tokens. Clients do not
	// offer such a model for edits.
	CapabilityReasoning Capability = "reasoning"

	// CapabilityTools - Calls tools that the client provides. Clients up to July 2025 do not read it.
	CapabilityTools Capability = "tools"

	// CapabilitySmartApply - Applies a suggested change to a file. Clients up to July 2025 do not read it.
	CapabilitySmartApply Capability = "smartApply"

	// CapabilityFallback - Can be used after a user has reached a limit. Clients up to July 2025 do not read
	// it.
	CapabilityFallback Capability = "fallback"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v Capability) Known() bool {
	switch v {
	case CapabilityAutocomplete,
		CapabilityChat,
		CapabilityEdit,
		CapabilityVision,
		CapabilityReasoning,
		CapabilityTools,
		CapabilitySmartApply,
		CapabilityFallback:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *Capability) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ModelCategory - What a model is best at.
type ModelCategory string

const (
	// ModelCategoryAccuracy - The best answers, but slower.
	ModelCategoryAccuracy ModelCategory = "accuracy"

	// ModelCategoryBalanced - Good answers at moderate speed.
	ModelCategoryBalanced ModelCategory = "balanced"

	// ModelCategorySpeed - Fast answers.
	ModelCategorySpeed ModelCategory = "speed"

	// ModelCategoryOther - None of these: older and special-purpose models. Never inferred as a default.
	ModelCategoryOther ModelCategory = "other"

	// ModelCategoryDeprecated - A status rather than a category; accepted because existing site
	// configurations have it. Never inferred as a default.
	//
	// Deprecated: since contract 1.0.0; use status `deprecated`.
	ModelCategoryDeprecated ModelCategory = "deprecated"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v ModelCategory) Known() bool {
	switch v {
	case ModelCategoryAccuracy,
		ModelCategoryBalanced,
		ModelCategorySpeed,
		ModelCategoryOther,
		ModelCategoryDeprecated:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *ModelCategory) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ModelStatus - How mature a model is.
type ModelStatus string

const (
	// ModelStatusExperimental - May change or be removed without notice. Clients offer it with a badge.
	ModelStatusExperimental ModelStatus = "experimental"

	// ModelStatusBeta - Nearly ready; may have defects.
	ModelStatusBeta ModelStatus = "beta"

	// ModelStatusStable - Ready for general use.
	ModelStatusStable ModelStatus = "stable"

	// ModelStatusDeprecated - Being retired. Still served, so that old references work; clients hide it.
	ModelStatusDeprecated ModelStatus = "deprecated"

	// ModelStatusWaitlist - Announced; offered only to admitted users. Clients hide it from enterprise users.
	ModelStatusWaitlist ModelStatus = "waitlist"

	// ModelStatusInternal - For the developers of Cody. Clients offer it to every user, with a badge.
	ModelStatusInternal ModelStatus = "internal"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v ModelStatus) Known() bool {
	switch v {
	case ModelStatusExperimental,
		ModelStatusBeta,
		ModelStatusStable,
		ModelStatusDeprecated,
		ModelStatusWaitlist,
		ModelStatusInternal:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *ModelStatus) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ModelTier - A subscription tier.
type ModelTier string

const (
	// ModelTierFree - All users, free of charge.
	ModelTierFree ModelTier = "free"

	// ModelTierPro - Individuals with a paid subscription.
	ModelTierPro ModelTier = "pro"

	// ModelTierEnterprise - Users of an enterprise instance.
	ModelTierEnterprise ModelTier = "enterprise"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v ModelTier) Known() bool {
	switch v {
	case ModelTierFree,
		ModelTierPro,
		ModelTierEnterprise:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *ModelTier) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ReasoningEffort - How much a model should reason before it answers.
type ReasoningEffort string

const (
	// ReasoningEffortLow - Little: fast and cheap. An Anthropic model gets the smallest thinking budget,
	// 1,024 tokens.
	ReasoningEffortLow ReasoningEffort = "low"

	// ReasoningEffortMedium - Some. The thinking budget of an Anthropic model is half of `maxOutputTokens`.
	ReasoningEffortMedium ReasoningEffort = "medium"

	// ReasoningEffortHigh - Much: slow and costly. The thinking budget of an Anthropic model is half of
	// `maxOutputTokens`.
	ReasoningEffortHigh ReasoningEffort = "high"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v ReasoningEffort) Known() bool {
	switch v {
	case ReasoningEffortLow,
		ReasoningEffortMedium,
		ReasoningEffortHigh:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *ReasoningEffort) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ContextWindow - Token budgets of one request. Clients observe these budgets; they are not the model's
// technical limits, so the output budget may exceed the input budget.
type ContextWindow struct {
	// Maximum number of tokens that a client sends: prompt, history and context together.
	//
	// At least 1.
	MaxInputTokens int64 `json:"maxInputTokens"`

	// Maximum number of tokens that a client requests from the model.
	//
	// At least 1.
	MaxOutputTokens int64 `json:"maxOutputTokens"`

	// The part of `maxInputTokens` for the conversation itself: what the user types, and its history. The
	// rest is for context that the user adds. Clients up to July 2025 read it only in `modelConfigAllTiers`,
	// where the feature flag `enhanced-context-window` is set. If it is absent, or not less than
	// `maxInputTokens`, the conversation may use the whole input budget; clients divide only exactly 45,000,
	// into 15,000 for the conversation and 30,000 for context.
	//
	// At least 1.
	MaxUserInputTokens *int64 `json:"maxUserInputTokens,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ContextWindow) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ContextWindow).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ContextWindow) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ContextWindow).write)
}

func (r *ContextWindow) read(in *reader) {
	*r = ContextWindow{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "maxInputTokens":
			found[0] = true
			readInteger(&r.MaxInputTokens, in)
		case "maxOutputTokens":
			found[1] = true
			readInteger(&r.MaxOutputTokens, in)
		case "maxUserInputTokens":
			readOptional(&r.MaxUserInputTokens, in, readInteger)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "maxInputTokens", "maxOutputTokens")
}

func (r *ContextWindow) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("maxInputTokens")
	writeInteger(&r.MaxInputTokens, out)
	out.property("maxOutputTokens")
	writeInteger(&r.MaxOutputTokens, out)
	if r.MaxUserInputTokens != nil {
		out.property("maxUserInputTokens")
		writeInteger(r.MaxUserInputTokens, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelConfigAllTiers - Settings of a model by subscription.
type ModelConfigAllTiers struct {
	// For users of the free tier. If it is absent, clients get the model's own window.
	Free *ModelTierConfig `json:"free,omitempty"`

	// For users of the pro tier. If it is absent, clients get the model's own window.
	Pro *ModelTierConfig `json:"pro,omitempty"`

	// For users of an enterprise instance.
	Enterprise *ModelTierConfig `json:"enterprise,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelConfigAllTiers) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelConfigAllTiers).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelConfigAllTiers) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelConfigAllTiers).write)
}

func (r *ModelConfigAllTiers) read(in *reader) {
	*r = ModelConfigAllTiers{}
	for in.object(); in.property(); {
		switch in.name {
		case "free":
			readOptional(&r.Free, in, (*ModelTierConfig).read)
		case "pro":
			readOptional(&r.Pro, in, (*ModelTierConfig).read)
		case "enterprise":
			readOptional(&r.Enterprise, in, (*ModelTierConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ModelConfigAllTiers) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Free != nil {
		out.property("free")
		r.Free.write(out)
	}
	if r.Pro != nil {
		out.property("pro")
		r.Pro.write(out)
	}
	if r.Enterprise != nil {
		out.property("enterprise")
		r.Enterprise.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelTierConfig - Settings of a model within one subscription.
type ModelTierConfig struct {
	// The budgets in this tier, in place of the model's own.
	ContextWindow ContextWindow `json:"contextWindow"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelTierConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelTierConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelTierConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelTierConfig).write)
}

func (r *ModelTierConfig) read(in *reader) {
	*r = ModelTierConfig{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "contextWindow":
			found[0] = true
			r.ContextWindow.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "contextWindow")
}

func (r *ModelTierConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("contextWindow")
	r.ContextWindow.write(out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelCost - Approximate price of a model.
type ModelCost struct {
	// Number of tokens that the two prices are for.
	Unit ModelCostUnit `json:"unit"`

	// Price of one unit of input tokens, in US cents.
	//
	// At least 0.
	InputTokenPennies float64 `json:"inputTokenPennies"`

	// Price of one unit of output tokens, in US cents.
	//
	// At least 0.
	OutputTokenPennies float64 `json:"outputTokenPennies"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelCost) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelCost).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelCost) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelCost).write)
}

func (r *ModelCost) read(in *reader) {
	*r = ModelCost{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "unit":
			found[0] = true
			readText(&r.Unit, in)
		case "inputTokenPennies":
			found[1] = true
			readNumber(&r.InputTokenPennies, in)
		case "outputTokenPennies":
			found[2] = true
			readNumber(&r.OutputTokenPennies, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "unit", "inputTokenPennies", "outputTokenPennies")
}

func (r *ModelCost) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("unit")
	writeText(&r.Unit, out)
	out.property("inputTokenPennies")
	writeNumber(&r.InputTokenPennies, out)
	out.property("outputTokenPennies")
	writeNumber(&r.OutputTokenPennies, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ModelCostUnit - Number of tokens that a price is for.
type ModelCostUnit string

const (
	// ModelCostUnitMtok - A million tokens.
	ModelCostUnitMtok ModelCostUnit = "mtok"

	// ModelCostUnitBtok - A billion tokens.
	ModelCostUnitBtok ModelCostUnit = "btok"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v ModelCostUnit) Known() bool {
	switch v {
	case ModelCostUnitMtok,
		ModelCostUnitBtok:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *ModelCostUnit) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// ClientSideModelConfig - Client-side settings of a model, by kind of API.
type ClientSideModelConfig struct {
	// Settings for a model behind an OpenAI-compatible API. If it is present, even empty, autocomplete
	// accepts the model whatever its provider and name are.
	OpenAICompatible *ClientSideOpenAICompatible `json:"openAICompatible,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ClientSideModelConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ClientSideModelConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ClientSideModelConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ClientSideModelConfig).write)
}

func (r *ClientSideModelConfig) read(in *reader) {
	*r = ClientSideModelConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "openAICompatible":
			readOptional(&r.OpenAICompatible, in, (*ClientSideOpenAICompatible).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ClientSideModelConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.OpenAICompatible != nil {
		out.property("openAICompatible")
		r.OpenAICompatible.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// DefaultModels - The models that are used if a user has not chosen one.
type DefaultModels struct {
	// For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients do not
	// edit with a model that lacks it.
	//
	// The value must be present at `/models/*/modelRef`.
	Chat ModelRef `json:"chat"`

	// For small background tasks that need a fast answer. Needs the capability `chat`. Clients up to July
	// 2025 do not read it.
	//
	// The value must be present at `/models/*/modelRef`.
	FastChat ModelRef `json:"fastChat"`

	// For completing code at the cursor. Needs the capability `autocomplete`. Clients have no autocomplete if
	// they do not know the provider's id, or, at Fireworks and Google, the ModelID; `openAICompatible` in the
	// model's `clientSideConfig` lifts both limits.
	//
	// The value must be present at `/models/*/modelRef`.
	CodeCompletion ModelRef `json:"codeCompletion"`

	// For conversations of a user who has reached a limit. Needs the capability `chat`. Current clients read
	// the same value as `unlimitedChat`.
	//
	// The value must be present at `/models/*/modelRef`.
	FallbackChat *ModelRef `json:"fallbackChat,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *DefaultModels) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*DefaultModels).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r DefaultModels) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*DefaultModels).write)
}

func (r *DefaultModels) read(in *reader) {
	*r = DefaultModels{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "chat":
			found[0] = true
			readText(&r.Chat, in)
		case "fastChat":
			found[1] = true
			readText(&r.FastChat, in)
		case "codeCompletion":
			found[2] = true
			readText(&r.CodeCompletion, in)
		case "fallbackChat":
			readOptional(&r.FallbackChat, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "chat", "fastChat", "codeCompletion")
}

func (r *DefaultModels) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("chat")
	writeText(&r.Chat, out)
	out.property("fastChat")
	writeText(&r.FastChat, out)
	out.property("codeCompletion")
	writeText(&r.CodeCompletion, out)
	if r.FallbackChat != nil {
		out.property("fallbackChat")
		writeText(r.FallbackChat, out)
	}
	if out.client && r.FallbackChat != nil {
		out.property("unlimitedChat")
		writeText(r.FallbackChat, out)
	}
	out.unknown(r.Unknown, start, clientNames{copies: []string{"unlimitedChat"}})
	out.mark('}')
}

// ClientSideOpenAICompatible - How clients use a model behind an OpenAI-compatible API. Every property is
// optional; for an absent one, the client decides. Clients up to July 2025 read only
// `contextSizeHintTotalCharacters`, and that this object is present. JetBrains clients expect integers for
// all numbers.
type ClientSideOpenAICompatible struct {
	// Texts at which the model stops. Set them if the model continues after its answer. Clients up to July
	// 2025 do not read it.
	StopSequences []string `json:"stopSequences,omitempty"`

	// The token with which the model marks the end of a text. Clients remove it. Clients up to July 2025 do
	// not read it.
	EndOfText *string `json:"endOfText,omitempty"`

	// Maximum number of context characters that autocomplete sends: prefix, suffix and snippets together. 0
	// counts as absent: clients then send 4,096.
	//
	// At least 0.
	ContextSizeHintTotalCharacters *int64 `json:"contextSizeHintTotalCharacters,omitempty"`

	// Maximum number of characters before the cursor that autocomplete sends. Clients up to July 2025 do not
	// read it.
	//
	// At least 0.
	ContextSizeHintPrefixCharacters *int64 `json:"contextSizeHintPrefixCharacters,omitempty"`

	// Maximum number of characters after the cursor that autocomplete sends. Clients up to July 2025 do not
	// read it.
	//
	// At least 0.
	ContextSizeHintSuffixCharacters *int64 `json:"contextSizeHintSuffixCharacters,omitempty"`

	// Instruction inserted before every chat message to this model. A user's own setting overrides it.
	// Clients up to July 2025 do not read it.
	ChatPreInstruction *string `json:"chatPreInstruction,omitempty"`

	// Instruction inserted after every edit request to this model. A user's own setting overrides it. Clients
	// up to July 2025 do not read it.
	EditPostInstruction *string `json:"editPostInstruction,omitempty"`

	// Time in milliseconds that clients wait for a completion of one line before they show none. 0 counts as
	// absent. Clients up to July 2025 do not read it.
	//
	// At least 0.
	AutocompleteSinglelineTimeout *int64 `json:"autocompleteSinglelineTimeout,omitempty"`

	// Time in milliseconds that clients wait for a completion of several lines before they show none. 0
	// counts as absent. Clients up to July 2025 do not read it.
	//
	// At least 0.
	AutocompleteMultilineTimeout *int64 `json:"autocompleteMultilineTimeout,omitempty"`

	// Chat: number of most likely tokens from which the next token is sampled. In a site configuration, -1
	// counts as absent. Clients up to July 2025 do not read it.
	ChatTopK *float64 `json:"chatTopK,omitempty"`

	// Chat: the next token is sampled from the most likely tokens that together have this probability, 0 to
	// 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
	//
	// At least 0. At most 1.
	ChatTopP *float64 `json:"chatTopP,omitempty"`

	// Chat: sampling temperature. 0 always selects the most likely token; most servers allow up to 2. In a
	// site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
	//
	// At least 0.
	ChatTemperature *float64 `json:"chatTemperature,omitempty"`

	// Chat: maximum number of tokens that the model produces for one answer. 0 counts as absent; in a site
	// configuration, so does -1. Clients up to July 2025 do not read it.
	//
	// At least 0.
	ChatMaxTokens *int64 `json:"chatMaxTokens,omitempty"`

	// Autocomplete: number of most likely tokens from which the next token is sampled. In a site
	// configuration, -1 counts as absent. Clients up to July 2025 do not read it.
	AutoCompleteTopK *float64 `json:"autoCompleteTopK,omitempty"`

	// Autocomplete: the next token is sampled from the most likely tokens that together have this
	// probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read
	// it.
	//
	// At least 0. At most 1.
	AutoCompleteTopP *float64 `json:"autoCompleteTopP,omitempty"`

	// Autocomplete: sampling temperature. 0 always selects the most likely token; most servers allow up to 2.
	// In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
	//
	// At least 0.
	AutoCompleteTemperature *float64 `json:"autoCompleteTemperature,omitempty"`

	// Autocomplete: maximum number of tokens that the model produces for a completion of one line. 0 counts
	// as absent; in a site configuration, so does -1. Clients up to July 2025 do not read it.
	//
	// At least 0.
	AutoCompleteSinglelineMaxTokens *int64 `json:"autoCompleteSinglelineMaxTokens,omitempty"`

	// Autocomplete: maximum number of tokens that the model produces for a completion of several lines. 0
	// counts as absent; in a site configuration, so does -1. Clients up to July 2025 do not read it.
	//
	// At least 0.
	AutoCompleteMultilineMaxTokens *int64 `json:"autoCompleteMultilineMaxTokens,omitempty"`

	// Edit: number of most likely tokens from which the next token is sampled. In a site configuration, -1
	// counts as absent. Clients up to July 2025 do not read it.
	EditTopK *float64 `json:"editTopK,omitempty"`

	// Edit: the next token is sampled from the most likely tokens that together have this probability, 0 to
	// 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
	//
	// At least 0. At most 1.
	EditTopP *float64 `json:"editTopP,omitempty"`

	// Edit: sampling temperature. 0 always selects the most likely token; most servers allow up to 2. In a
	// site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
	//
	// At least 0.
	EditTemperature *float64 `json:"editTemperature,omitempty"`

	// Edit: maximum number of tokens that the model produces for one edit. 0 counts as absent; in a site
	// configuration, so does -1. Clients up to July 2025 do not read it.
	//
	// At least 0.
	EditMaxTokens *int64 `json:"editMaxTokens,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ClientSideOpenAICompatible) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ClientSideOpenAICompatible).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ClientSideOpenAICompatible) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ClientSideOpenAICompatible).write)
}

func (r *ClientSideOpenAICompatible) read(in *reader) {
	*r = ClientSideOpenAICompatible{}
	for in.object(); in.property(); {
		switch in.name {
		case "stopSequences":
			readArray(&r.StopSequences, in, readText)
		case "endOfText":
			readOptional(&r.EndOfText, in, readText)
		case "contextSizeHintTotalCharacters":
			readOptional(&r.ContextSizeHintTotalCharacters, in, readInteger)
		case "contextSizeHintPrefixCharacters":
			readOptional(&r.ContextSizeHintPrefixCharacters, in, readInteger)
		case "contextSizeHintSuffixCharacters":
			readOptional(&r.ContextSizeHintSuffixCharacters, in, readInteger)
		case "chatPreInstruction":
			readOptional(&r.ChatPreInstruction, in, readText)
		case "editPostInstruction":
			readOptional(&r.EditPostInstruction, in, readText)
		case "autocompleteSinglelineTimeout":
			readOptional(&r.AutocompleteSinglelineTimeout, in, readInteger)
		case "autocompleteMultilineTimeout":
			readOptional(&r.AutocompleteMultilineTimeout, in, readInteger)
		case "chatTopK":
			readOptional(&r.ChatTopK, in, readNumber)
		case "chatTopP":
			readOptional(&r.ChatTopP, in, readNumber)
		case "chatTemperature":
			readOptional(&r.ChatTemperature, in, readNumber)
		case "chatMaxTokens":
			readOptional(&r.ChatMaxTokens, in, readInteger)
		case "autoCompleteTopK":
			readOptional(&r.AutoCompleteTopK, in, readNumber)
		case "autoCompleteTopP":
			readOptional(&r.AutoCompleteTopP, in, readNumber)
		case "autoCompleteTemperature":
			readOptional(&r.AutoCompleteTemperature, in, readNumber)
		case "autoCompleteSinglelineMaxTokens":
			readOptional(&r.AutoCompleteSinglelineMaxTokens, in, readInteger)
		case "autoCompleteMultilineMaxTokens":
			readOptional(&r.AutoCompleteMultilineMaxTokens, in, readInteger)
		case "editTopK":
			readOptional(&r.EditTopK, in, readNumber)
		case "editTopP":
			readOptional(&r.EditTopP, in, readNumber)
		case "editTemperature":
			readOptional(&r.EditTemperature, in, readNumber)
		case "editMaxTokens":
			readOptional(&r.EditMaxTokens, in, readInteger)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ClientSideOpenAICompatible) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.StopSequences != nil {
		out.property("stopSequences")
		writeArray(&r.StopSequences, out, writeText)
	}
	if r.EndOfText != nil {
		out.property("endOfText")
		writeText(r.EndOfText, out)
	}
	if r.ContextSizeHintTotalCharacters != nil {
		out.property("contextSizeHintTotalCharacters")
		writeInteger(r.ContextSizeHintTotalCharacters, out)
	}
	if r.ContextSizeHintPrefixCharacters != nil {
		out.property("contextSizeHintPrefixCharacters")
		writeInteger(r.ContextSizeHintPrefixCharacters, out)
	}
	if r.ContextSizeHintSuffixCharacters != nil {
		out.property("contextSizeHintSuffixCharacters")
		writeInteger(r.ContextSizeHintSuffixCharacters, out)
	}
	if r.ChatPreInstruction != nil {
		out.property("chatPreInstruction")
		writeText(r.ChatPreInstruction, out)
	}
	if r.EditPostInstruction != nil {
		out.property("editPostInstruction")
		writeText(r.EditPostInstruction, out)
	}
	if r.AutocompleteSinglelineTimeout != nil {
		out.property("autocompleteSinglelineTimeout")
		writeInteger(r.AutocompleteSinglelineTimeout, out)
	}
	if r.AutocompleteMultilineTimeout != nil {
		out.property("autocompleteMultilineTimeout")
		writeInteger(r.AutocompleteMultilineTimeout, out)
	}
	if r.ChatTopK != nil {
		out.property("chatTopK")
		writeNumber(r.ChatTopK, out)
	}
	if r.ChatTopP != nil {
		out.property("chatTopP")
		writeNumber(r.ChatTopP, out)
	}
	if r.ChatTemperature != nil {
		out.property("chatTemperature")
		writeNumber(r.ChatTemperature, out)
	}
	if r.ChatMaxTokens != nil {
		out.property("chatMaxTokens")
		writeInteger(r.ChatMaxTokens, out)
	}
	if r.AutoCompleteTopK != nil {
		out.property("autoCompleteTopK")
		writeNumber(r.AutoCompleteTopK, out)
	}
	if r.AutoCompleteTopP != nil {
		out.property("autoCompleteTopP")
		writeNumber(r.AutoCompleteTopP, out)
	}
	if r.AutoCompleteTemperature != nil {
		out.property("autoCompleteTemperature")
		writeNumber(r.AutoCompleteTemperature, out)
	}
	if r.AutoCompleteSinglelineMaxTokens != nil {
		out.property("autoCompleteSinglelineMaxTokens")
		writeInteger(r.AutoCompleteSinglelineMaxTokens, out)
	}
	if r.AutoCompleteMultilineMaxTokens != nil {
		out.property("autoCompleteMultilineMaxTokens")
		writeInteger(r.AutoCompleteMultilineMaxTokens, out)
	}
	if r.EditTopK != nil {
		out.property("editTopK")
		writeNumber(r.EditTopK, out)
	}
	if r.EditTopP != nil {
		out.property("editTopP")
		writeNumber(r.EditTopP, out)
	}
	if r.EditTemperature != nil {
		out.property("editTemperature")
		writeNumber(r.EditTemperature, out)
	}
	if r.EditMaxTokens != nil {
		out.property("editMaxTokens")
		writeInteger(r.EditMaxTokens, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ServerSideProviderConfig - How an instance reaches a provider: exactly one property, named after the kind
// of API. Exists only inside an instance.
type ServerSideProviderConfig struct {
	// The provider is Amazon Bedrock.
	AWSBedrock *AWSBedrockProviderConfig `json:"awsBedrock,omitempty"`

	// The provider is Azure OpenAI.
	AzureOpenAI *AzureOpenAIProviderConfig `json:"azureOpenAi,omitempty"`

	// The provider is a vendor that needs only a token and an endpoint, such as Anthropic.
	GenericProvider *GenericProviderConfig `json:"genericProvider,omitempty"`

	// The provider is any server that implements the OpenAI API, including Hugging Face TGI.
	OpenAICompatible *OpenAICompatibleProviderConfig `json:"openAICompatible,omitempty"`

	// The provider's models are reached through Cody Gateway.
	SourcegraphProvider *SourcegraphProviderConfig `json:"sourcegraphProvider,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ServerSideProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ServerSideProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ServerSideProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ServerSideProviderConfig).write)
}

func (r *ServerSideProviderConfig) read(in *reader) {
	*r = ServerSideProviderConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "awsBedrock":
			readOptional(&r.AWSBedrock, in, (*AWSBedrockProviderConfig).read)
		case "azureOpenAi":
			readOptional(&r.AzureOpenAI, in, (*AzureOpenAIProviderConfig).read)
		case "genericProvider":
			readOptional(&r.GenericProvider, in, (*GenericProviderConfig).read)
		case "openAICompatible":
			readOptional(&r.OpenAICompatible, in, (*OpenAICompatibleProviderConfig).read)
		case "sourcegraphProvider":
			readOptional(&r.SourcegraphProvider, in, (*SourcegraphProviderConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ServerSideProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.AWSBedrock != nil {
		out.property("awsBedrock")
		r.AWSBedrock.write(out)
	}
	if r.AzureOpenAI != nil {
		out.property("azureOpenAi")
		r.AzureOpenAI.write(out)
	}
	if r.GenericProvider != nil {
		out.property("genericProvider")
		r.GenericProvider.write(out)
	}
	if r.OpenAICompatible != nil {
		out.property("openAICompatible")
		r.OpenAICompatible.write(out)
	}
	if r.SourcegraphProvider != nil {
		out.property("sourcegraphProvider")
		r.SourcegraphProvider.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AWSBedrockProviderConfig - How an instance reaches Amazon Bedrock.
type AWSBedrockProviderConfig struct {
	// An AWS region code such as `us-west-2` for the public endpoint, or the URL of a VPC endpoint.
	Endpoint string `json:"endpoint"`

	// The AWS region that requests are signed for. Blank if it is known only from the endpoint.
	Region *string `json:"region,omitempty"`

	// `ACCESS_KEY_ID:SECRET_ACCESS_KEY`, or these two and `:SESSION_TOKEN`. Absent or blank: the credentials
	// of the instance's own AWS role.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token instead.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// How requests are authenticated.
	AuthMethod *AWSBedrockAuthMethod `json:"authMethod,omitempty"`

	// How the URL of a request is made from `endpoint`.
	URLBuilder *AWSBedrockURLBuilder `json:"urlBuilder,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *AWSBedrockProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*AWSBedrockProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r AWSBedrockProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*AWSBedrockProviderConfig).write)
}

func (r *AWSBedrockProviderConfig) read(in *reader) {
	*r = AWSBedrockProviderConfig{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "endpoint":
			found[0] = true
			readText(&r.Endpoint, in)
		case "region":
			readOptional(&r.Region, in, readText)
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
	in.require(found[:], "endpoint")
}

func (r *AWSBedrockProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	if r.Region != nil {
		out.property("region")
		writeText(r.Region, out)
	}
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

// AWSBedrockAuthMethod - How requests to Amazon Bedrock are authenticated.
type AWSBedrockAuthMethod string

const (
	// AWSBedrockAuthMethodAWS - Signed with AWS credentials, as Bedrock itself requires.
	AWSBedrockAuthMethodAWS AWSBedrockAuthMethod = "AWS"

	// AWSBedrockAuthMethodDirect - The access token is sent unchanged, for a proxy in front of Bedrock that
	// signs the requests.
	AWSBedrockAuthMethodDirect AWSBedrockAuthMethod = "direct"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v AWSBedrockAuthMethod) Known() bool {
	switch v {
	case AWSBedrockAuthMethodAWS,
		AWSBedrockAuthMethodDirect:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *AWSBedrockAuthMethod) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// AWSBedrockURLBuilder - How the URL of a request to Amazon Bedrock is made.
type AWSBedrockURLBuilder string

const (
	// AWSBedrockURLBuilderAWS - By the rules of AWS, from the region or the VPC endpoint.
	AWSBedrockURLBuilderAWS AWSBedrockURLBuilder = "AWS"

	// AWSBedrockURLBuilderDirect - The endpoint is used unchanged, for a proxy in front of Bedrock.
	AWSBedrockURLBuilderDirect AWSBedrockURLBuilder = "direct"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v AWSBedrockURLBuilder) Known() bool {
	switch v {
	case AWSBedrockURLBuilderAWS,
		AWSBedrockURLBuilderDirect:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *AWSBedrockURLBuilder) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// AzureOpenAIProviderConfig - How an instance reaches Azure OpenAI.
type AzureOpenAIProviderConfig struct {
	// URL of the Azure OpenAI resource, as the Azure portal shows it.
	Endpoint string `json:"endpoint"`

	// API key from the Azure portal. Absent or blank: the workload or managed identity of the instance.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token instead.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// Version of the Azure OpenAI API, a date such as `2024-10-21`.
	APIVersion *string `json:"apiVersion,omitempty"`

	// Value of the API's `user` field in every request, by which Azure distinguishes the sources of requests.
	// May be blank.
	User *string `json:"user,omitempty"`

	// Whether completions go to the older completions API, which some older models need.
	UseDeprecatedCompletionsAPI *bool `json:"useDeprecatedCompletionsAPI,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *AzureOpenAIProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*AzureOpenAIProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r AzureOpenAIProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*AzureOpenAIProviderConfig).write)
}

func (r *AzureOpenAIProviderConfig) read(in *reader) {
	*r = AzureOpenAIProviderConfig{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "endpoint":
			found[0] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "accessTokenQuery":
			readOptional(&r.AccessTokenQuery, in, (*AccessTokenQuery).read)
		case "apiVersion":
			readOptional(&r.APIVersion, in, readText)
		case "user":
			readOptional(&r.User, in, readText)
		case "useDeprecatedCompletionsAPI":
			readOptional(&r.UseDeprecatedCompletionsAPI, in, readBoolean)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "endpoint")
}

func (r *AzureOpenAIProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
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
	if r.User != nil {
		out.property("user")
		writeText(r.User, out)
	}
	if r.UseDeprecatedCompletionsAPI != nil {
		out.property("useDeprecatedCompletionsAPI")
		writeBoolean(r.UseDeprecatedCompletionsAPI, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// GenericProviderConfig - How an instance reaches a vendor's own API.
type GenericProviderConfig struct {
	// The vendor of the API.
	ServiceName GenericServiceName `json:"serviceName"`

	// URL of the API.
	Endpoint string `json:"endpoint"`

	// The key that the vendor issued; for Vertex AI the key of a service account, its JSON in base64. Absent
	// for Google: its application default credentials.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token instead.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// Google only: credentials for workload identity federation, in place of a token.
	GoogleWorkloadIdentityConfig *GoogleWorkloadIdentityConfig `json:"googleWorkloadIdentityConfig,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *GenericProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*GenericProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r GenericProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*GenericProviderConfig).write)
}

func (r *GenericProviderConfig) read(in *reader) {
	*r = GenericProviderConfig{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "serviceName":
			found[0] = true
			readText(&r.ServiceName, in)
		case "endpoint":
			found[1] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "accessTokenQuery":
			readOptional(&r.AccessTokenQuery, in, (*AccessTokenQuery).read)
		case "googleWorkloadIdentityConfig":
			readOptional(&r.GoogleWorkloadIdentityConfig, in, (*GoogleWorkloadIdentityConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "serviceName", "endpoint")
}

func (r *GenericProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("serviceName")
	writeText(&r.ServiceName, out)
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
	if r.GoogleWorkloadIdentityConfig != nil {
		out.property("googleWorkloadIdentityConfig")
		r.GoogleWorkloadIdentityConfig.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// GenericServiceName - A vendor whose API the instance supports natively.
type GenericServiceName string

const (
	// GenericServiceNameAnthropic - Anthropic's messages API.
	GenericServiceNameAnthropic GenericServiceName = "anthropic"

	// GenericServiceNameFireworks - Fireworks AI.
	GenericServiceNameFireworks GenericServiceName = "fireworks"

	// GenericServiceNameGoogle - Google Gemini, and the models of Vertex AI.
	GenericServiceNameGoogle GenericServiceName = "google"

	// GenericServiceNameOpenAI - OpenAI.
	GenericServiceNameOpenAI GenericServiceName = "openai"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v GenericServiceName) Known() bool {
	switch v {
	case GenericServiceNameAnthropic,
		GenericServiceNameFireworks,
		GenericServiceNameGoogle,
		GenericServiceNameOpenAI:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *GenericServiceName) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// GoogleWorkloadIdentityConfig - Credentials of Google's workload identity federation: a file, or its
// content. Set one of the two.
type GoogleWorkloadIdentityConfig struct {
	// Path of the credentials file, as the instance's containers see it.
	CredentialsFile *string `json:"credentialsFile,omitempty"`

	// Content of the credentials file, in base64.
	//
	// Secret: masked in all output; do not log it.
	CredentialsJSON *string `json:"credentialsJSON,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *GoogleWorkloadIdentityConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*GoogleWorkloadIdentityConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r GoogleWorkloadIdentityConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*GoogleWorkloadIdentityConfig).write)
}

func (r *GoogleWorkloadIdentityConfig) read(in *reader) {
	*r = GoogleWorkloadIdentityConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "credentialsFile":
			readOptional(&r.CredentialsFile, in, readText)
		case "credentialsJSON":
			readOptional(&r.CredentialsJSON, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *GoogleWorkloadIdentityConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.CredentialsFile != nil {
		out.property("credentialsFile")
		writeText(r.CredentialsFile, out)
	}
	if r.CredentialsJSON != nil {
		out.property("credentialsJSON")
		writeText(r.CredentialsJSON, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// OpenAICompatibleProviderConfig - How an instance reaches a server that implements the OpenAI API.
type OpenAICompatibleProviderConfig struct {
	// Addresses of the server. The instance distributes its requests over them.
	Endpoints []OpenAICompatibleEndpoint `json:"endpoints"`

	// Whether the instance logs every request and answer. For debugging only: the log then contains prompts.
	EnableVerboseLogs *bool `json:"enableVerboseLogs,omitempty"`

	// Whether autocomplete uses the older `/completions` route instead of `/chat/completions`.
	//
	// Default where absent: true.
	UseLegacyCompletions *bool `json:"useLegacyCompletions,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *OpenAICompatibleProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*OpenAICompatibleProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r OpenAICompatibleProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*OpenAICompatibleProviderConfig).write)
}

func (r *OpenAICompatibleProviderConfig) read(in *reader) {
	*r = OpenAICompatibleProviderConfig{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "endpoints":
			found[0] = true
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
	in.require(found[:], "endpoints")
}

func (r *OpenAICompatibleProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
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

// OpenAICompatibleEndpoint - One address of a server that implements the OpenAI API, and its credentials.
type OpenAICompatibleEndpoint struct {
	// Base URL of the API, to which `/chat/completions` and the like are appended.
	URL string `json:"url"`

	// Token sent as `Authorization: Bearer`. Absent or blank if the server needs none.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// A request by which the instance fetches the token instead.
	AccessTokenQuery *AccessTokenQuery `json:"accessTokenQuery,omitempty"`

	// HTTP headers of every request, by name. If they are set, `accessToken` and `accessTokenQuery` are
	// ignored, so they must include the authentication.
	//
	// Secret: masked in all output; do not log it.
	Headers map[string]string `json:"headers,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *OpenAICompatibleEndpoint) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*OpenAICompatibleEndpoint).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r OpenAICompatibleEndpoint) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*OpenAICompatibleEndpoint).write)
}

func (r *OpenAICompatibleEndpoint) read(in *reader) {
	*r = OpenAICompatibleEndpoint{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "url":
			found[0] = true
			readText(&r.URL, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		case "accessTokenQuery":
			readOptional(&r.AccessTokenQuery, in, (*AccessTokenQuery).read)
		case "headers":
			readMap(&r.Headers, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "url")
}

func (r *OpenAICompatibleEndpoint) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("url")
	writeText(&r.URL, out)
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	if r.AccessTokenQuery != nil {
		out.property("accessTokenQuery")
		r.AccessTokenQuery.write(out)
	}
	if r.Headers != nil {
		out.property("headers")
		writeMap(&r.Headers, out, writeText)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SourcegraphProviderConfig - How an instance reaches Cody Gateway.
type SourcegraphProviderConfig struct {
	// Base URL of the gateway.
	Endpoint string `json:"endpoint"`

	// Token for the gateway: the configured one, or the one derived from the licence key. Absent if neither
	// exists.
	//
	// Secret: masked in all output; do not log it.
	AccessToken *string `json:"accessToken,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SourcegraphProviderConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SourcegraphProviderConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SourcegraphProviderConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SourcegraphProviderConfig).write)
}

func (r *SourcegraphProviderConfig) read(in *reader) {
	*r = SourcegraphProviderConfig{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "endpoint":
			found[0] = true
			readText(&r.Endpoint, in)
		case "accessToken":
			readOptional(&r.AccessToken, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "endpoint")
}

func (r *SourcegraphProviderConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("endpoint")
	writeText(&r.Endpoint, out)
	if r.AccessToken != nil {
		out.property("accessToken")
		writeText(r.AccessToken, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AccessTokenQuery - A request by which the instance fetches an access token, for tokens that expire.
type AccessTokenQuery struct {
	// URL that returns the token.
	URL string `json:"url"`

	// HTTP method of the request. POST is usual with `formData`.
	//
	// Default where absent: "GET".
	Method *AccessTokenQueryMethod `json:"method,omitempty"`

	// HTTP headers of the request, by name.
	//
	// Secret: masked in all output; do not log it.
	Headers map[string]string `json:"headers,omitempty"`

	// User name and password, sent as HTTP basic authentication.
	//
	// Secret: masked in all output; do not log it.
	BasicAuth *BasicAuth `json:"basicAuth,omitempty"`

	// Form fields of the request's body, by name.
	//
	// Secret: masked in all output; do not log it.
	FormData map[string]string `json:"formData,omitempty"`

	// Parameters appended to the URL, by name.
	//
	// Secret: masked in all output; do not log it.
	QueryParams map[string]string `json:"queryParams,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *AccessTokenQuery) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*AccessTokenQuery).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r AccessTokenQuery) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*AccessTokenQuery).write)
}

func (r *AccessTokenQuery) read(in *reader) {
	*r = AccessTokenQuery{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "url":
			found[0] = true
			readText(&r.URL, in)
		case "method":
			readOptional(&r.Method, in, readText)
		case "headers":
			readMap(&r.Headers, in, readText)
		case "basicAuth":
			readOptional(&r.BasicAuth, in, (*BasicAuth).read)
		case "formData":
			readMap(&r.FormData, in, readText)
		case "queryParams":
			readMap(&r.QueryParams, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "url")
}

func (r *AccessTokenQuery) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("url")
	writeText(&r.URL, out)
	if r.Method != nil {
		out.property("method")
		writeText(r.Method, out)
	}
	if r.Headers != nil {
		out.property("headers")
		writeMap(&r.Headers, out, writeText)
	}
	if r.BasicAuth != nil {
		out.property("basicAuth")
		r.BasicAuth.write(out)
	}
	if r.FormData != nil {
		out.property("formData")
		writeMap(&r.FormData, out, writeText)
	}
	if r.QueryParams != nil {
		out.property("queryParams")
		writeMap(&r.QueryParams, out, writeText)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AccessTokenQueryMethod - HTTP method of the request for a token, in upper case.
type AccessTokenQueryMethod string

const (
	// AccessTokenQueryMethodGET - Reads the token. The default.
	AccessTokenQueryMethodGET AccessTokenQueryMethod = "GET"

	// AccessTokenQueryMethodPOST - Requests a token, usually with `formData`.
	AccessTokenQueryMethodPOST AccessTokenQueryMethod = "POST"

	// AccessTokenQueryMethodPUT - For servers that create tokens with PUT.
	AccessTokenQueryMethodPUT AccessTokenQueryMethod = "PUT"

	// AccessTokenQueryMethodPATCH - For servers that renew tokens with PATCH.
	AccessTokenQueryMethodPATCH AccessTokenQueryMethod = "PATCH"

	// AccessTokenQueryMethodDELETE - For servers that replace a token by deleting it.
	AccessTokenQueryMethodDELETE AccessTokenQueryMethod = "DELETE"

	// AccessTokenQueryMethodHEAD - Has a response without a body, so rarely a token.
	AccessTokenQueryMethodHEAD AccessTokenQueryMethod = "HEAD"

	// AccessTokenQueryMethodOPTIONS - For servers that answer OPTIONS with a token.
	AccessTokenQueryMethodOPTIONS AccessTokenQueryMethod = "OPTIONS"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v AccessTokenQueryMethod) Known() bool {
	switch v {
	case AccessTokenQueryMethodGET,
		AccessTokenQueryMethodPOST,
		AccessTokenQueryMethodPUT,
		AccessTokenQueryMethodPATCH,
		AccessTokenQueryMethodDELETE,
		AccessTokenQueryMethodHEAD,
		AccessTokenQueryMethodOPTIONS:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *AccessTokenQueryMethod) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// BasicAuth - User name and password of HTTP basic authentication.
type BasicAuth struct {
	// User name.
	//
	// Secret: masked in all output; do not log it.
	Username *string `json:"username,omitempty"`

	// Password.
	//
	// Secret: masked in all output; do not log it.
	Password *string `json:"password,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *BasicAuth) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*BasicAuth).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r BasicAuth) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*BasicAuth).write)
}

func (r *BasicAuth) read(in *reader) {
	*r = BasicAuth{}
	for in.object(); in.property(); {
		switch in.name {
		case "username":
			readOptional(&r.Username, in, readText)
		case "password":
			readOptional(&r.Password, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *BasicAuth) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Username != nil {
		out.property("username")
		writeText(r.Username, out)
	}
	if r.Password != nil {
		out.property("password")
		writeText(r.Password, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ServerSideModelConfig - What an instance needs to call a model, in addition to the provider's settings:
// exactly one property, named after the kind of API.
type ServerSideModelConfig struct {
	// The model runs on capacity reserved at Amazon Bedrock.
	AWSBedrockProvisionedThroughput *AWSBedrockProvisionedThroughput `json:"awsBedrockProvisionedThroughput,omitempty"`

	// The model is behind an OpenAI-compatible API.
	OpenAICompatible *ServerSideOpenAICompatible `json:"openAICompatible,omitempty"`

	// The model is at Amazon Bedrock and needs its own settings.
	AWSBedrock *AWSBedrockModelConfig `json:"awsBedrock,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ServerSideModelConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ServerSideModelConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ServerSideModelConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ServerSideModelConfig).write)
}

func (r *ServerSideModelConfig) read(in *reader) {
	*r = ServerSideModelConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "awsBedrockProvisionedThroughput":
			readOptional(&r.AWSBedrockProvisionedThroughput, in, (*AWSBedrockProvisionedThroughput).read)
		case "openAICompatible":
			readOptional(&r.OpenAICompatible, in, (*ServerSideOpenAICompatible).read)
		case "awsBedrock":
			readOptional(&r.AWSBedrock, in, (*AWSBedrockModelConfig).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ServerSideModelConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.AWSBedrockProvisionedThroughput != nil {
		out.property("awsBedrockProvisionedThroughput")
		r.AWSBedrockProvisionedThroughput.write(out)
	}
	if r.OpenAICompatible != nil {
		out.property("openAICompatible")
		r.OpenAICompatible.write(out)
	}
	if r.AWSBedrock != nil {
		out.property("awsBedrock")
		r.AWSBedrock.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AWSBedrockProvisionedThroughput - Capacity reserved at Amazon Bedrock for one model.
type AWSBedrockProvisionedThroughput struct {
	// Amazon Resource Name of the reservation, sent in place of the model's name.
	ARN string `json:"arn"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *AWSBedrockProvisionedThroughput) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*AWSBedrockProvisionedThroughput).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r AWSBedrockProvisionedThroughput) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*AWSBedrockProvisionedThroughput).write)
}

func (r *AWSBedrockProvisionedThroughput) read(in *reader) {
	*r = AWSBedrockProvisionedThroughput{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "arn":
			found[0] = true
			readText(&r.ARN, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "arn")
}

func (r *AWSBedrockProvisionedThroughput) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("arn")
	writeText(&r.ARN, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// ServerSideOpenAICompatible - How an instance names a model to an OpenAI-compatible API.
type ServerSideOpenAICompatible struct {
	// Text sent as `model`. Set it if the server expects another text than the model's name, such as `tgi`.
	// Absent or blank: the `modelName`.
	APIModel *string `json:"apiModel,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ServerSideOpenAICompatible) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ServerSideOpenAICompatible).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ServerSideOpenAICompatible) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ServerSideOpenAICompatible).write)
}

func (r *ServerSideOpenAICompatible) read(in *reader) {
	*r = ServerSideOpenAICompatible{}
	for in.object(); in.property(); {
		switch in.name {
		case "apiModel":
			readOptional(&r.APIModel, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *ServerSideOpenAICompatible) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.APIModel != nil {
		out.property("apiModel")
		writeText(r.APIModel, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AWSBedrockModelConfig - Settings of one model at Amazon Bedrock.
type AWSBedrockModelConfig struct {
	// Amazon Resource Name of a reservation or an inference profile, sent in place of the model's name.
	ARN *string `json:"arn,omitempty"`

	// Whether Bedrock answers faster at a higher price. Only some models and regions support it.
	LatencyOptimization *AWSBedrockLatencyOptimization `json:"latencyOptimization,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *AWSBedrockModelConfig) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*AWSBedrockModelConfig).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r AWSBedrockModelConfig) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*AWSBedrockModelConfig).write)
}

func (r *AWSBedrockModelConfig) read(in *reader) {
	*r = AWSBedrockModelConfig{}
	for in.object(); in.property(); {
		switch in.name {
		case "arn":
			readOptional(&r.ARN, in, readText)
		case "latencyOptimization":
			readOptional(&r.LatencyOptimization, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
}

func (r *AWSBedrockModelConfig) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.ARN != nil {
		out.property("arn")
		writeText(r.ARN, out)
	}
	if r.LatencyOptimization != nil {
		out.property("latencyOptimization")
		writeText(r.LatencyOptimization, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// AWSBedrockLatencyOptimization - Whether Amazon Bedrock serves a model with lower latency.
type AWSBedrockLatencyOptimization string

const (
	// AWSBedrockLatencyOptimizationStandard - The usual latency and price.
	AWSBedrockLatencyOptimizationStandard AWSBedrockLatencyOptimization = "standard"

	// AWSBedrockLatencyOptimizationOptimized - Lower latency, at a higher price.
	AWSBedrockLatencyOptimizationOptimized AWSBedrockLatencyOptimization = "optimized"
)

// Known returns whether this version lists the value. Later versions may list more, and readers accept any string.
func (v AWSBedrockLatencyOptimization) Known() bool {
	switch v {
	case AWSBedrockLatencyOptimizationStandard,
		AWSBedrockLatencyOptimizationOptimized:
		return true
	}
	return false
}

// UnmarshalJSON reads the value from JSON. If the JSON is not a string, it returns a *[ShapeError].
func (v *AWSBedrockLatencyOptimization) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}
