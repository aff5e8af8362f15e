// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.
// Contract version 1.0.1, schema hash 0506ad471dfbd474.

module modelconfig

go 1.22
