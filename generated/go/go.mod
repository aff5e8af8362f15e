// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.
// Contract version 1.0.0, schema hash f40f46e8854cc4a8.

module modelconfig

go 1.22
