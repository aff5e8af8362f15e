// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.
// Contract version 1.0.0, schema hash f40f46e8854cc4a8.

// Package modelconfig holds the model configuration as Go types: which LLM providers and models exist, what each can
// do, and which are the defaults. A gateway publishes that document, an instance merges it, clients read it.
//
// The types read as tolerant readers do. Members that this version does not know are kept in a field Unknown and
// written back as they came. An enumeration takes any string, and its method Known tells whether this version lists it;
// the few closed ones take no other. A member that may be absent is a pointer, a slice, a map or an interface, and nil
// where it is absent, so that false, 0 and the empty string stay what they are. Patterns, ranges and references are not
// checked: that is the work of a validator with the schema.
package modelconfig

// ContractVersion is the version of the contract that these types were generated from.
const ContractVersion = "1.0.0"

// SchemaHash changes when the schema of the document does.
const SchemaHash = "f40f46e8854cc4a8"

// Ptr returns a pointer to a value, for a member that may be absent.
func Ptr[T any](value T) *T {
	return &value
}
