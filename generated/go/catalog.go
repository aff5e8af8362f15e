// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

// Catalogue source. The hand-edited source of models.json: `catalog.yaml` for the whole catalogue, and one
// file per provider.

// Catalog - The file `catalog/catalog.yaml`: the revision, the order of the providers, the default models,
// and what several providers share.
type Catalog struct {
	// Version of the content. The build writes the next one here when the content has changed; it can also be
	// edited by hand.
	Revision CatalogRevision `json:"revision"`

	// The providers in display order; their models follow in the same order. Each is the file
	// `providers/<id>.yaml`.
	//
	// At least 1 item. Items are unique.
	Providers []CatalogProviderID `json:"providers"`

	// The models that are used if a user has not chosen one.
	DefaultModels CatalogDefaultModels `json:"defaultModels"`

	// Sources of values, by short name. `checked` of a model has the day on which it was compared with each
	// source.
	Sources map[string]CatalogSource `json:"sources,omitempty"`

	// Context windows that models of several providers share, by the name that models use in `window`. A
	// provider cannot use these names for its own windows.
	Windows map[string]CatalogContextWindow `json:"windows,omitempty"`

	// Warnings that are accepted in the whole catalogue. Prefer to accept a warning for a single model or
	// provider.
	//
	// No two items have the same `code`.
	Exceptions []CatalogException `json:"exceptions,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *Catalog) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*Catalog).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r Catalog) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*Catalog).write)
}

func (r *Catalog) read(in *reader) {
	*r = Catalog{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "revision":
			found[0] = true
			readText(&r.Revision, in)
		case "providers":
			found[1] = true
			readArray(&r.Providers, in, readText)
		case "defaultModels":
			found[2] = true
			r.DefaultModels.read(in)
		case "sources":
			readMap(&r.Sources, in, (*CatalogSource).read)
		case "windows":
			readMap(&r.Windows, in, (*CatalogContextWindow).read)
		case "exceptions":
			readArray(&r.Exceptions, in, (*CatalogException).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "revision", "providers", "defaultModels")
}

func (r *Catalog) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("revision")
	writeText(&r.Revision, out)
	out.property("providers")
	writeArray(&r.Providers, out, writeText)
	out.property("defaultModels")
	r.DefaultModels.write(out)
	if r.Sources != nil {
		out.property("sources")
		writeMap(&r.Sources, out, (*CatalogSource).write)
	}
	if r.Windows != nil {
		out.property("windows")
		writeMap(&r.Windows, out, (*CatalogContextWindow).write)
	}
	if r.Exceptions != nil {
		out.property("exceptions")
		writeArray(&r.Exceptions, out, (*CatalogException).write)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogPublished - The file `catalog/published.json`: what the last published document contained. `python
// -m codegen config --publish` writes it; the build compares with it.
type CatalogPublished struct {
	// The revision of the last published document.
	Revision CatalogRevision `json:"revision"`

	// SHA-256 of the last published document, in hexadecimal.
	//
	// Matches `^[0-9a-f]{64}$`.
	Digest string `json:"digest"`

	// The models of the last published document, in its order.
	//
	// No two items have the same `modelRef`.
	Models []CatalogPublishedModel `json:"models"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogPublished) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogPublished).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogPublished) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogPublished).write)
}

func (r *CatalogPublished) read(in *reader) {
	*r = CatalogPublished{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "revision":
			found[0] = true
			readText(&r.Revision, in)
		case "digest":
			found[1] = true
			readText(&r.Digest, in)
		case "models":
			found[2] = true
			readOrEmpty(&r.Models, in, arrayReader[CatalogPublishedModel]((*CatalogPublishedModel).read))
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "revision", "digest", "models")
}

func (r *CatalogPublished) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("revision")
	writeText(&r.Revision, out)
	out.property("digest")
	writeText(&r.Digest, out)
	out.property("models")
	writeArray(&r.Models, out, (*CatalogPublishedModel).write)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogPublishedModel - The status and the lifecycle of a published model.
type CatalogPublishedModel struct {
	// The reference of the model.
	ModelRef ModelRef `json:"modelRef"`

	// Its status. Only a deprecated model may be removed.
	Status ModelStatus `json:"status"`

	// Day on which the vendor released it.
	ReleasedOn *CalendarDate `json:"releasedOn,omitempty"`

	// Day on which the provider deprecated it.
	DeprecatedOn *CalendarDate `json:"deprecatedOn,omitempty"`

	// Day from which the provider no longer serves it.
	RetiresOn *CalendarDate `json:"retiresOn,omitempty"`

	// Reference of the model to use instead.
	Replacement *ModelRef `json:"replacement,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogPublishedModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogPublishedModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogPublishedModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogPublishedModel).write)
}

func (r *CatalogPublishedModel) read(in *reader) {
	*r = CatalogPublishedModel{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "modelRef":
			found[0] = true
			readText(&r.ModelRef, in)
		case "status":
			found[1] = true
			readText(&r.Status, in)
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
	in.require(found[:], "modelRef", "status")
}

func (r *CatalogPublishedModel) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("modelRef")
	writeText(&r.ModelRef, out)
	out.property("status")
	writeText(&r.Status, out)
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
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogRevision - A day and a counter within it, `YYYY-MM-DD.N`, N from 1.
//
// Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}\.[1-9][0-9]{0,8}$`.
type CatalogRevision string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *CatalogRevision) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// CatalogDate - A calendar day, `YYYY-MM-DD`.
//
// Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`.
type CatalogDate string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *CatalogDate) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// CatalogProviderID - A provider's id, which is also the name of its file: lower-case letters, digits and `.
// _ -`, beginning with a letter or a digit.
//
// At most 64 characters. Matches `^[a-z0-9][a-z0-9._\-]*$`.
type CatalogProviderID string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *CatalogProviderID) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// CatalogRefPart - One part of a model reference: letters, digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + ,
// ; = %`.
//
// Matches `^[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+$`.
type CatalogRefPart string

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *CatalogRefPart) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, readText)
}

// CatalogSource - A source of values.
type CatalogSource struct {
	// Description of the source and of the values that come from it.
	//
	// At least 1 character.
	Title string `json:"title"`

	// URL of the source. If it has no public page, omit this and describe the source in the title.
	//
	// Matches `^https?://[^ ]+$`.
	Link *string `json:"link,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogSource) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogSource).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogSource) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogSource).write)
}

func (r *CatalogSource) read(in *reader) {
	*r = CatalogSource{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "title":
			found[0] = true
			readText(&r.Title, in)
		case "link":
			readOptional(&r.Link, in, readText)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "title")
}

func (r *CatalogSource) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("title")
	writeText(&r.Title, out)
	if r.Link != nil {
		out.property("link")
		writeText(r.Link, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogContextWindow - Numbers of tokens that clients send and request, in general and by subscription.
type CatalogContextWindow struct {
	// The budgets of tiers that are not listed below.
	Base CatalogWindow `json:"base"`

	// The budgets of the free tier.
	Free *CatalogWindow `json:"free,omitempty"`

	// The budgets of the pro tier.
	Pro *CatalogWindow `json:"pro,omitempty"`

	// The budgets of enterprise instances. Required if `free` or `pro` is set, because clients read it
	// without checking that it exists.
	Enterprise *CatalogWindow `json:"enterprise,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogContextWindow) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogContextWindow).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogContextWindow) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogContextWindow).write)
}

func (r *CatalogContextWindow) read(in *reader) {
	*r = CatalogContextWindow{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "base":
			found[0] = true
			r.Base.read(in)
		case "free":
			readOptional(&r.Free, in, (*CatalogWindow).read)
		case "pro":
			readOptional(&r.Pro, in, (*CatalogWindow).read)
		case "enterprise":
			readOptional(&r.Enterprise, in, (*CatalogWindow).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "base")
}

func (r *CatalogContextWindow) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("base")
	r.Base.write(out)
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

// CatalogWindow - Token budgets of one request. Clients observe them; they are not the model's technical
// limits.
type CatalogWindow struct {
	// Maximum number of tokens that a client sends: prompt, history and context together (`maxInputTokens`).
	//
	// At least 1.
	Input int64 `json:"input"`

	// Maximum number of tokens that a client requests from the model (`maxOutputTokens`).
	//
	// At least 1.
	Output int64 `json:"output"`

	// The part of `input` for the conversation itself; the rest is for context that the user adds
	// (`maxUserInputTokens`).
	//
	// At least 1.
	UserInput *int64 `json:"userInput,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogWindow) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogWindow).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogWindow) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogWindow).write)
}

func (r *CatalogWindow) read(in *reader) {
	*r = CatalogWindow{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "input":
			found[0] = true
			readInteger(&r.Input, in)
		case "output":
			found[1] = true
			readInteger(&r.Output, in)
		case "userInput":
			readOptional(&r.UserInput, in, readInteger)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "input", "output")
}

func (r *CatalogWindow) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("input")
	writeInteger(&r.Input, out)
	out.property("output")
	writeInteger(&r.Output, out)
	if r.UserInput != nil {
		out.property("userInput")
		writeInteger(r.UserInput, out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogException - A warning of the build, or a disagreement that `modelconfig compare` reports, that is
// accepted on purpose. It applies to the object that contains it: one model, one provider's file, or the
// catalogue. Errors of the build cannot be accepted.
type CatalogException struct {
	// The code of the warning or disagreement, as the command prints it.
	//
	// Matches `^MC[0-9]{3}$`.
	Code string `json:"code"`

	// Why the warning is accepted, as a sentence.
	//
	// At least 1 character.
	Reason string `json:"reason"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogException) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogException).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogException) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogException).write)
}

func (r *CatalogException) read(in *reader) {
	*r = CatalogException{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "code":
			found[0] = true
			readText(&r.Code, in)
		case "reason":
			found[1] = true
			readText(&r.Reason, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "code", "reason")
}

func (r *CatalogException) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("code")
	writeText(&r.Code, out)
	out.property("reason")
	writeText(&r.Reason, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogProvider - A file `catalog/providers/<id>.yaml`: one provider and its models.
type CatalogProvider struct {
	// The provider's id: the first part of its models' references, and the name of this file.
	ID CatalogProviderID `json:"id"`

	// Display name, at most 128 bytes of UTF-8.
	//
	// At least 1 character. At most 128 characters.
	DisplayName string `json:"displayName"`

	// The versions of the provider's API that its models are called through: the second part of their
	// references.
	//
	// At least 1 item. Items are unique.
	APIVersions []CatalogRefPart `json:"apiVersions"`

	// Sources of values of this provider's models, by a short name that `catalog.yaml` does not use.
	Sources map[string]CatalogSource `json:"sources,omitempty"`

	// Context windows that only this provider's models have, by a name that `catalog.yaml` does not use.
	Windows map[string]CatalogContextWindow `json:"windows,omitempty"`

	// Warnings that are accepted in this whole file. Prefer to accept a warning for a single model.
	//
	// No two items have the same `code`.
	Exceptions []CatalogException `json:"exceptions,omitempty"`

	// The provider's models, in display order. The order also decides which model is inferred if a default is
	// missing.
	Models []CatalogModel `json:"models"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogProvider).write)
}

func (r *CatalogProvider) read(in *reader) {
	*r = CatalogProvider{}
	var found [4]bool
	for in.object(); in.property(); {
		switch in.name {
		case "id":
			found[0] = true
			readText(&r.ID, in)
		case "displayName":
			found[1] = true
			readText(&r.DisplayName, in)
		case "apiVersions":
			found[2] = true
			readArray(&r.APIVersions, in, readText)
		case "sources":
			readMap(&r.Sources, in, (*CatalogSource).read)
		case "windows":
			readMap(&r.Windows, in, (*CatalogContextWindow).read)
		case "exceptions":
			readArray(&r.Exceptions, in, (*CatalogException).read)
		case "models":
			found[3] = true
			readOrEmpty(&r.Models, in, arrayReader[CatalogModel]((*CatalogModel).read))
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "id", "displayName", "apiVersions", "models")
}

func (r *CatalogProvider) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("id")
	writeText(&r.ID, out)
	out.property("displayName")
	writeText(&r.DisplayName, out)
	out.property("apiVersions")
	writeArray(&r.APIVersions, out, writeText)
	if r.Sources != nil {
		out.property("sources")
		writeMap(&r.Sources, out, (*CatalogSource).write)
	}
	if r.Windows != nil {
		out.property("windows")
		writeMap(&r.Windows, out, (*CatalogContextWindow).write)
	}
	if r.Exceptions != nil {
		out.property("exceptions")
		writeArray(&r.Exceptions, out, (*CatalogException).write)
	}
	out.property("models")
	writeArray(&r.Models, out, (*CatalogModel).write)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogModel - One model: how to refer to it, what it can do, and how much text it takes.
type CatalogModel struct {
	// The ModelID, the last part of the reference `provider::apiVersion::id`. A name that does not change;
	// the name at the provider is `modelName`.
	ID CatalogRefPart `json:"id"`

	// One of the provider's `apiVersions`. Optional if the provider has only one.
	APIVersion *CatalogRefPart `json:"apiVersion,omitempty"`

	// Display name, at most 128 bytes of UTF-8.
	//
	// At least 1 character. At most 128 characters.
	DisplayName string `json:"displayName"`

	// Name of the model in the provider's API. If it is absent, the `id`.
	//
	// At least 1 character.
	ModelName *string `json:"modelName,omitempty"`

	// What the model can be used for. A set: models.json has it in the order of the schema.
	//
	// At least 1 item. Items are unique.
	Capabilities []Capability `json:"capabilities"`

	// What the model is best at, as the model picker groups it.
	Category ModelCategory `json:"category"`

	// How mature the model is, and whether clients should offer it.
	Status ModelStatus `json:"status"`

	// The lowest subscription that may use the model.
	Tier ModelTier `json:"tier"`

	// Name of a context window from `windows`, here or in `catalog.yaml`. Either this or `contextWindow`.
	//
	// At least 1 character.
	Window *string `json:"window,omitempty"`

	// The context window itself, for a model that does not share it. Either this or `window`.
	ContextWindow *CatalogContextWindow `json:"contextWindow,omitempty"`

	// Approximate price of the model, for comparison only.
	Cost *CatalogPrice `json:"cost,omitempty"`

	// Settings that clients need to use this model; copied unchanged.
	ClientSideConfig *ClientSideModelConfig `json:"clientSideConfig,omitempty"`

	// When the model was released and when it ends. What is unknown is absent.
	Lifecycle *CatalogLifecycle `json:"lifecycle,omitempty"`

	// The technical limits of the model, which no budget may exceed. They are not published in models.json.
	Limits *CatalogLimits `json:"limits,omitempty"`

	// The day on which the other values (names, capabilities, windows, status) were last compared with each
	// source, by name of the source.
	//
	// At least 1 property.
	Checked map[string]CatalogDate `json:"checked"`

	// Warnings about this model that are accepted on purpose.
	//
	// No two items have the same `code`.
	Exceptions []CatalogException `json:"exceptions,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogModel).write)
}

func (r *CatalogModel) read(in *reader) {
	*r = CatalogModel{}
	var found [7]bool
	for in.object(); in.property(); {
		switch in.name {
		case "id":
			found[0] = true
			readText(&r.ID, in)
		case "apiVersion":
			readOptional(&r.APIVersion, in, readText)
		case "displayName":
			found[1] = true
			readText(&r.DisplayName, in)
		case "modelName":
			readOptional(&r.ModelName, in, readText)
		case "capabilities":
			found[2] = true
			readArray(&r.Capabilities, in, readText)
		case "category":
			found[3] = true
			readText(&r.Category, in)
		case "status":
			found[4] = true
			readText(&r.Status, in)
		case "tier":
			found[5] = true
			readText(&r.Tier, in)
		case "window":
			readOptional(&r.Window, in, readText)
		case "contextWindow":
			readOptional(&r.ContextWindow, in, (*CatalogContextWindow).read)
		case "cost":
			readOptional(&r.Cost, in, (*CatalogPrice).read)
		case "clientSideConfig":
			readOptional(&r.ClientSideConfig, in, (*ClientSideModelConfig).read)
		case "lifecycle":
			readOptional(&r.Lifecycle, in, (*CatalogLifecycle).read)
		case "limits":
			readOptional(&r.Limits, in, (*CatalogLimits).read)
		case "checked":
			found[6] = true
			readMap(&r.Checked, in, readText)
		case "exceptions":
			readArray(&r.Exceptions, in, (*CatalogException).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "id", "displayName", "capabilities", "category", "status", "tier", "checked")
}

func (r *CatalogModel) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("id")
	writeText(&r.ID, out)
	if r.APIVersion != nil {
		out.property("apiVersion")
		writeText(r.APIVersion, out)
	}
	out.property("displayName")
	writeText(&r.DisplayName, out)
	if r.ModelName != nil {
		out.property("modelName")
		writeText(r.ModelName, out)
	}
	out.property("capabilities")
	writeArray(&r.Capabilities, out, writeText)
	out.property("category")
	writeText(&r.Category, out)
	out.property("status")
	writeText(&r.Status, out)
	out.property("tier")
	writeText(&r.Tier, out)
	if r.Window != nil {
		out.property("window")
		writeText(r.Window, out)
	}
	if r.ContextWindow != nil {
		out.property("contextWindow")
		r.ContextWindow.write(out)
	}
	if r.Cost != nil {
		out.property("cost")
		r.Cost.write(out)
	}
	if r.ClientSideConfig != nil {
		out.property("clientSideConfig")
		r.ClientSideConfig.write(out)
	}
	if r.Lifecycle != nil {
		out.property("lifecycle")
		r.Lifecycle.write(out)
	}
	if r.Limits != nil {
		out.property("limits")
		r.Limits.write(out)
	}
	out.property("checked")
	writeMap(&r.Checked, out, writeText)
	if r.Exceptions != nil {
		out.property("exceptions")
		writeArray(&r.Exceptions, out, (*CatalogException).write)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogChecks - The day on which values were last compared with a source, by name of the source.
//
// At least 1 property.
type CatalogChecks map[string]CatalogDate

// UnmarshalJSON reads the value from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (v *CatalogChecks) UnmarshalJSON(data []byte) error {
	return unmarshal(v, data, (*CatalogChecks).read)
}

func (v *CatalogChecks) read(in *reader) {
	readMap(v, in, readText)
}

// MarshalJSON writes the value. It writes nil as an empty array or object.
func (v CatalogChecks) MarshalJSON() ([]byte, error) {
	return marshal(&v, (*CatalogChecks).write)
}

func (v *CatalogChecks) write(out *writer) {
	writeMap(v, out, writeText)
}

// CatalogLifecycle - The days of a model's life on one route.
type CatalogLifecycle struct {
	// Day on which the vendor released the model (`releasedOn`).
	Released *CatalogDate `json:"released,omitempty"`

	// Day on which the provider deprecated the model (`deprecatedOn`).
	Deprecated *CatalogDate `json:"deprecated,omitempty"`

	// Day from which the provider no longer serves the model (`retiresOn`). A day before which it promises to
	// serve it does not count.
	Retires *CatalogDate `json:"retires,omitempty"`

	// Reference of the model of this catalogue to use instead, or `none` if there is none.
	//
	// At least 1 character.
	Replacement *string `json:"replacement,omitempty"`

	// The route that the days belong to, if it is not the vendor's own API.
	//
	// At least 1 character.
	Route *string `json:"route,omitempty"`

	// The day on which the lifecycle was last compared with each source.
	Checked CatalogChecks `json:"checked"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogLifecycle) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogLifecycle).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogLifecycle) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogLifecycle).write)
}

func (r *CatalogLifecycle) read(in *reader) {
	*r = CatalogLifecycle{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "released":
			readOptional(&r.Released, in, readText)
		case "deprecated":
			readOptional(&r.Deprecated, in, readText)
		case "retires":
			readOptional(&r.Retires, in, readText)
		case "replacement":
			readOptional(&r.Replacement, in, readText)
		case "route":
			readOptional(&r.Route, in, readText)
		case "checked":
			found[0] = true
			r.Checked.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "checked")
}

func (r *CatalogLifecycle) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Released != nil {
		out.property("released")
		writeText(r.Released, out)
	}
	if r.Deprecated != nil {
		out.property("deprecated")
		writeText(r.Deprecated, out)
	}
	if r.Retires != nil {
		out.property("retires")
		writeText(r.Retires, out)
	}
	if r.Replacement != nil {
		out.property("replacement")
		writeText(r.Replacement, out)
	}
	if r.Route != nil {
		out.property("route")
		writeText(r.Route, out)
	}
	out.property("checked")
	r.Checked.write(out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogLimits - The technical limits of a model, in tokens.
type CatalogLimits struct {
	// Size of the context window: input and output together, unless the vendor counts them apart.
	//
	// At least 1.
	Context *int64 `json:"context,omitempty"`

	// Maximum number of input tokens. If it is absent, the size of the context window.
	//
	// At least 1.
	Input *int64 `json:"input,omitempty"`

	// Maximum number of output tokens.
	//
	// At least 1.
	Output *int64 `json:"output,omitempty"`

	// The day on which the limits were last compared with each source.
	Checked CatalogChecks `json:"checked"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogLimits) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogLimits).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogLimits) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogLimits).write)
}

func (r *CatalogLimits) read(in *reader) {
	*r = CatalogLimits{}
	var found [1]bool
	for in.object(); in.property(); {
		switch in.name {
		case "context":
			readOptional(&r.Context, in, readInteger)
		case "input":
			readOptional(&r.Input, in, readInteger)
		case "output":
			readOptional(&r.Output, in, readInteger)
		case "checked":
			found[0] = true
			r.Checked.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "checked")
}

func (r *CatalogLimits) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Context != nil {
		out.property("context")
		writeInteger(r.Context, out)
	}
	if r.Input != nil {
		out.property("input")
		writeInteger(r.Input, out)
	}
	if r.Output != nil {
		out.property("output")
		writeInteger(r.Output, out)
	}
	out.property("checked")
	r.Checked.write(out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogPrice - Approximate price of a model, in US dollars per million tokens, as vendors print it. The
// build converts it to the unit of models.json.
type CatalogPrice struct {
	// Unit of the price in models.json: `mtok` if it is absent.
	Unit *ModelCostUnit `json:"unit,omitempty"`

	// Price of a million input tokens, in US dollars.
	//
	// At least 0. At most 1000000.
	Input float64 `json:"input"`

	// Price of a million output tokens, in US dollars.
	//
	// At least 0. At most 1000000.
	Output float64 `json:"output"`

	// Last day of these prices, of a promotion for example. Needs `then`.
	Until *CatalogDate `json:"until,omitempty"`

	// The prices after `until`. models.json has the prices of the day of its revision.
	Then *CatalogConditionalPrice `json:"then,omitempty"`

	// Higher prices of long prompts. models.json has the prices of short ones.
	//
	// At least 1 item. No two items have the same `above`.
	Tiers []CatalogLongPromptPrice `json:"tiers,omitempty"`

	// The prices of sources that have others, by name of the source. A source in `checked` without an entry
	// here had the prices of the model. At least one source must have them.
	//
	// At least 1 property.
	Recorded map[string]CatalogRecordedPrices `json:"recorded,omitempty"`

	// The day on which the prices were last compared with each source. If it is absent, that of the model's
	// other values counts.
	Checked CatalogChecks `json:"checked,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogPrice) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogPrice).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogPrice) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogPrice).write)
}

func (r *CatalogPrice) read(in *reader) {
	*r = CatalogPrice{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "unit":
			readOptional(&r.Unit, in, readText)
		case "input":
			found[0] = true
			readNumber(&r.Input, in)
		case "output":
			found[1] = true
			readNumber(&r.Output, in)
		case "until":
			readOptional(&r.Until, in, readText)
		case "then":
			readOptional(&r.Then, in, (*CatalogConditionalPrice).read)
		case "tiers":
			readArray(&r.Tiers, in, (*CatalogLongPromptPrice).read)
		case "recorded":
			readMap(&r.Recorded, in, (*CatalogRecordedPrices).read)
		case "checked":
			r.Checked.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "input", "output")
}

func (r *CatalogPrice) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	if r.Unit != nil {
		out.property("unit")
		writeText(r.Unit, out)
	}
	out.property("input")
	writeNumber(&r.Input, out)
	out.property("output")
	writeNumber(&r.Output, out)
	if r.Until != nil {
		out.property("until")
		writeText(r.Until, out)
	}
	if r.Then != nil {
		out.property("then")
		r.Then.write(out)
	}
	if r.Tiers != nil {
		out.property("tiers")
		writeArray(&r.Tiers, out, (*CatalogLongPromptPrice).write)
	}
	if r.Recorded != nil {
		out.property("recorded")
		writeMap(&r.Recorded, out, (*CatalogRecordedPrices).write)
	}
	if r.Checked != nil {
		out.property("checked")
		r.Checked.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogConditionalPrice - Prices of a model under a condition, in US dollars per million tokens.
type CatalogConditionalPrice struct {
	// Price of a million input tokens, in US dollars.
	//
	// At least 0. At most 1000000.
	Input float64 `json:"input"`

	// Price of a million output tokens, in US dollars.
	//
	// At least 0. At most 1000000.
	Output float64 `json:"output"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogConditionalPrice) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogConditionalPrice).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogConditionalPrice) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogConditionalPrice).write)
}

func (r *CatalogConditionalPrice) read(in *reader) {
	*r = CatalogConditionalPrice{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "input":
			found[0] = true
			readNumber(&r.Input, in)
		case "output":
			found[1] = true
			readNumber(&r.Output, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "input", "output")
}

func (r *CatalogConditionalPrice) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("input")
	writeNumber(&r.Input, out)
	out.property("output")
	writeNumber(&r.Output, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogLongPromptPrice - Prices of prompts of more than a number of tokens.
type CatalogLongPromptPrice struct {
	// The prices are valid for prompts of more input tokens than this.
	//
	// At least 1.
	Above int64 `json:"above"`

	// The prices of such prompts.
	Prices CatalogConditionalPrice `json:"prices"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogLongPromptPrice) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogLongPromptPrice).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogLongPromptPrice) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogLongPromptPrice).write)
}

func (r *CatalogLongPromptPrice) read(in *reader) {
	*r = CatalogLongPromptPrice{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "above":
			found[0] = true
			readInteger(&r.Above, in)
		case "prices":
			found[1] = true
			r.Prices.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "above", "prices")
}

func (r *CatalogLongPromptPrice) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("above")
	writeInteger(&r.Above, out)
	out.property("prices")
	r.Prices.write(out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogRecordedPrices - Prices in US dollars per million tokens, as sources print them.
type CatalogRecordedPrices struct {
	// Price of a million input tokens, in US dollars.
	//
	// At least 0.
	Input float64 `json:"input"`

	// Price of a million output tokens, in US dollars.
	//
	// At least 0.
	Output float64 `json:"output"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogRecordedPrices) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogRecordedPrices).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogRecordedPrices) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogRecordedPrices).write)
}

func (r *CatalogRecordedPrices) read(in *reader) {
	*r = CatalogRecordedPrices{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "input":
			found[0] = true
			readNumber(&r.Input, in)
		case "output":
			found[1] = true
			readNumber(&r.Output, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "input", "output")
}

func (r *CatalogRecordedPrices) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("input")
	writeNumber(&r.Input, out)
	out.property("output")
	writeNumber(&r.Output, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogDefaultModels - References of the models that are used if a user has not chosen one. Each must be in
// the catalogue.
type CatalogDefaultModels struct {
	// For conversations. Needs the capability `chat`.
	Chat ModelRef `json:"chat"`

	// For small background tasks that need a fast answer. Needs the capability `chat`.
	FastChat ModelRef `json:"fastChat"`

	// For completing code at the cursor. Needs the capability `autocomplete`.
	CodeCompletion ModelRef `json:"codeCompletion"`

	// For conversations of a user who has reached a limit. Needs the capability `chat`.
	FallbackChat *ModelRef `json:"fallbackChat,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogDefaultModels) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogDefaultModels).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogDefaultModels) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogDefaultModels).write)
}

func (r *CatalogDefaultModels) read(in *reader) {
	*r = CatalogDefaultModels{}
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

func (r *CatalogDefaultModels) write(out *writer) {
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
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogPrices - Prices of a model under a condition, in the unit of its cost.
type CatalogPrices struct {
	// Price of one unit of input tokens, in US cents.
	//
	// At least 0.
	Input float64 `json:"input"`

	// Price of one unit of output tokens, in US cents.
	//
	// At least 0.
	Output float64 `json:"output"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogPrices) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogPrices).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogPrices) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogPrices).write)
}

func (r *CatalogPrices) read(in *reader) {
	*r = CatalogPrices{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "input":
			found[0] = true
			readNumber(&r.Input, in)
		case "output":
			found[1] = true
			readNumber(&r.Output, in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "input", "output")
}

func (r *CatalogPrices) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("input")
	writeNumber(&r.Input, out)
	out.property("output")
	writeNumber(&r.Output, out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogPriceTier - Prices of prompts of more than a number of tokens.
type CatalogPriceTier struct {
	// The prices are valid for prompts of more input tokens than this.
	//
	// At least 1.
	Above int64 `json:"above"`

	// The prices of such prompts.
	Prices CatalogPrices `json:"prices"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogPriceTier) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogPriceTier).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogPriceTier) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogPriceTier).write)
}

func (r *CatalogPriceTier) read(in *reader) {
	*r = CatalogPriceTier{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "above":
			found[0] = true
			readInteger(&r.Above, in)
		case "prices":
			found[1] = true
			r.Prices.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "above", "prices")
}

func (r *CatalogPriceTier) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("above")
	writeInteger(&r.Above, out)
	out.property("prices")
	r.Prices.write(out)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// CatalogCost - Approximate price of a model.
type CatalogCost struct {
	// Number of tokens that the two prices are for.
	Unit ModelCostUnit `json:"unit"`

	// Price of one unit of input tokens, in US cents (`inputTokenPennies`).
	//
	// At least 0.
	Input float64 `json:"input"`

	// Price of one unit of output tokens, in US cents (`outputTokenPennies`).
	//
	// At least 0.
	Output float64 `json:"output"`

	// Last day of these prices, of a promotion for example. Needs `then`.
	Until *CatalogDate `json:"until,omitempty"`

	// The prices after `until`. models.json has the prices of the day of its revision.
	Then *CatalogPrices `json:"then,omitempty"`

	// Higher prices of long prompts. models.json has the prices of short ones.
	//
	// At least 1 item. No two items have the same `above`.
	Tiers []CatalogPriceTier `json:"tiers,omitempty"`

	// The prices that independent sources had on the day of the check, by name of the source. At least one of
	// them must have the prices of the model.
	//
	// At least 1 property.
	Recorded map[string]CatalogRecordedPrices `json:"recorded,omitempty"`

	// The day on which the prices were last compared with each source. If it is absent, that of the model's
	// other values counts.
	Checked CatalogChecks `json:"checked,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *CatalogCost) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*CatalogCost).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r CatalogCost) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*CatalogCost).write)
}

func (r *CatalogCost) read(in *reader) {
	*r = CatalogCost{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "unit":
			found[0] = true
			readText(&r.Unit, in)
		case "input":
			found[1] = true
			readNumber(&r.Input, in)
		case "output":
			found[2] = true
			readNumber(&r.Output, in)
		case "until":
			readOptional(&r.Until, in, readText)
		case "then":
			readOptional(&r.Then, in, (*CatalogPrices).read)
		case "tiers":
			readArray(&r.Tiers, in, (*CatalogPriceTier).read)
		case "recorded":
			readMap(&r.Recorded, in, (*CatalogRecordedPrices).read)
		case "checked":
			r.Checked.read(in)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "unit", "input", "output")
}

func (r *CatalogCost) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("unit")
	writeText(&r.Unit, out)
	out.property("input")
	writeNumber(&r.Input, out)
	out.property("output")
	writeNumber(&r.Output, out)
	if r.Until != nil {
		out.property("until")
		writeText(r.Until, out)
	}
	if r.Then != nil {
		out.property("then")
		r.Then.write(out)
	}
	if r.Tiers != nil {
		out.property("tiers")
		writeArray(&r.Tiers, out, (*CatalogPriceTier).write)
	}
	if r.Recorded != nil {
		out.property("recorded")
		writeMap(&r.Recorded, out, (*CatalogRecordedPrices).write)
	}
	if r.Checked != nil {
		out.property("checked")
		r.Checked.write(out)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}
