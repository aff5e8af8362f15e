// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.

module modelconfig

go 1.22
