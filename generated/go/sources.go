// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

// Sources of a model configuration. Where the values of a model configuration come from, and when they were
// checked: `models.sources.json`, which is published beside `models.json`.

// ModelSources - The sources and the days of checks of one revision of the model configuration.
type ModelSources struct {
	// The revision of the model configuration that the values belong to.
	//
	// At least 1 character.
	Revision string `json:"revision"`

	// The sources, by the short name that `checked` and `recorded` use.
	Sources map[string]CatalogSource `json:"sources"`

	// What is accepted for all models.
	//
	// No two items have the same `code`.
	Exceptions []CatalogException `json:"exceptions,omitempty"`

	// The providers for whose models something is accepted.
	//
	// No two items have the same `id`.
	Providers []SourcedProvider `json:"providers,omitempty"`

	// The models, in the order of the model configuration.
	//
	// No two items have the same `modelRef`.
	Models []SourcedModel `json:"models"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *ModelSources) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*ModelSources).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r ModelSources) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*ModelSources).write)
}

func (r *ModelSources) read(in *reader) {
	*r = ModelSources{}
	var found [3]bool
	for in.object(); in.property(); {
		switch in.name {
		case "revision":
			found[0] = true
			readText(&r.Revision, in)
		case "sources":
			found[1] = true
			readMap(&r.Sources, in, (*CatalogSource).read)
		case "exceptions":
			readArray(&r.Exceptions, in, (*CatalogException).read)
		case "providers":
			readArray(&r.Providers, in, (*SourcedProvider).read)
		case "models":
			found[2] = true
			readOrEmpty(&r.Models, in, arrayReader[SourcedModel]((*SourcedModel).read))
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "revision", "sources", "models")
}

func (r *ModelSources) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("revision")
	writeText(&r.Revision, out)
	out.property("sources")
	writeMap(&r.Sources, out, (*CatalogSource).write)
	if r.Exceptions != nil {
		out.property("exceptions")
		writeArray(&r.Exceptions, out, (*CatalogException).write)
	}
	if r.Providers != nil {
		out.property("providers")
		writeArray(&r.Providers, out, (*SourcedProvider).write)
	}
	out.property("models")
	writeArray(&r.Models, out, (*SourcedModel).write)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SourcedProvider - What is accepted for all models of one provider.
type SourcedProvider struct {
	// The provider's id.
	ID CatalogProviderID `json:"id"`

	// What is accepted, with the reason.
	//
	// No two items have the same `code`.
	Exceptions []CatalogException `json:"exceptions"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SourcedProvider) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SourcedProvider).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SourcedProvider) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SourcedProvider).write)
}

func (r *SourcedProvider) read(in *reader) {
	*r = SourcedProvider{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "id":
			found[0] = true
			readText(&r.ID, in)
		case "exceptions":
			found[1] = true
			readOrEmpty(&r.Exceptions, in, arrayReader[CatalogException]((*CatalogException).read))
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "id", "exceptions")
}

func (r *SourcedProvider) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("id")
	writeText(&r.ID, out)
	out.property("exceptions")
	writeArray(&r.Exceptions, out, (*CatalogException).write)
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}

// SourcedModel - What the catalogue records about one model beside its properties in the model configuration.
type SourcedModel struct {
	// The reference of the model.
	ModelRef ModelRef `json:"modelRef"`

	// The days of the model's life. What is unknown is absent.
	Lifecycle *CatalogLifecycle `json:"lifecycle,omitempty"`

	// The technical limits of the model, which its budgets do not exceed.
	Limits *CatalogLimits `json:"limits,omitempty"`

	// The prices with their conditions. The model configuration has those of short prompts on the day of its
	// revision.
	Cost *CatalogCost `json:"cost,omitempty"`

	// The day on which the other values (names, capabilities, budgets, status) were last compared with each
	// source. Also that of a group of values without `checked`.
	Checked CatalogChecks `json:"checked"`

	// What is accepted for this model, with the reason.
	//
	// No two items have the same `code`.
	Exceptions []CatalogException `json:"exceptions,omitempty"`

	// Unknown has the properties that this version does not know.
	Unknown Members `json:"-"`
}

// UnmarshalJSON reads the object from JSON. If the JSON has another shape, it returns a *[ShapeError].
func (r *SourcedModel) UnmarshalJSON(data []byte) error {
	return unmarshal(r, data, (*SourcedModel).read)
}

// MarshalJSON writes the object: its properties in the order of the schema, then the unknown ones.
func (r SourcedModel) MarshalJSON() ([]byte, error) {
	return marshal(&r, (*SourcedModel).write)
}

func (r *SourcedModel) read(in *reader) {
	*r = SourcedModel{}
	var found [2]bool
	for in.object(); in.property(); {
		switch in.name {
		case "modelRef":
			found[0] = true
			readText(&r.ModelRef, in)
		case "lifecycle":
			readOptional(&r.Lifecycle, in, (*CatalogLifecycle).read)
		case "limits":
			readOptional(&r.Limits, in, (*CatalogLimits).read)
		case "cost":
			readOptional(&r.Cost, in, (*CatalogCost).read)
		case "checked":
			found[1] = true
			r.Checked.read(in)
		case "exceptions":
			readArray(&r.Exceptions, in, (*CatalogException).read)
		default:
			r.Unknown.keep(in)
		}
	}
	r.Unknown.removeDuplicates()
	in.require(found[:], "modelRef", "checked")
}

func (r *SourcedModel) write(out *writer) {
	start := len(out.text)
	out.mark('{')
	out.property("modelRef")
	writeText(&r.ModelRef, out)
	if r.Lifecycle != nil {
		out.property("lifecycle")
		r.Lifecycle.write(out)
	}
	if r.Limits != nil {
		out.property("limits")
		r.Limits.write(out)
	}
	if r.Cost != nil {
		out.property("cost")
		r.Cost.write(out)
	}
	out.property("checked")
	r.Checked.write(out)
	if r.Exceptions != nil {
		out.property("exceptions")
		writeArray(&r.Exceptions, out, (*CatalogException).write)
	}
	out.unknown(r.Unknown, start, clientNames{})
	out.mark('}')
}
