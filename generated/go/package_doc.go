// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

// Package modelconfig has the model configuration as Go types: which LLM providers and models exist, what each can
// do, and which are the defaults. A gateway publishes that document, an instance merges it, clients read it.
//
// The types accept what later versions add. Unknown properties are kept in a field Unknown and written unchanged.
// An open enumeration accepts any string, and its method Known returns whether this version lists it. A closed
// enumeration accepts only the listed values. An optional property is a pointer, a slice, a map or an interface, and
// nil if it is absent, so that absent differs from false, 0 and the empty string. Patterns, ranges and references are
// not checked; use a validator with the schema for that.
//
// ClientView returns what clients may see of a document. ParseModelRef, CheckModelRef and SanitizeName are for model
// references.
package modelconfig

// Ptr returns a pointer to a value, for an optional property.
func Ptr[T any](value T) *T {
	return &value
}
