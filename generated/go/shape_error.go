// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.
// Contract version 1.0.0, schema hash f40f46e8854cc4a8.

package modelconfig

import (
	"errors"
	"strings"
)

// A ShapeError says that a JSON value has not the shape of the type that it was read as. It never holds a value of
// the document, which may be a secret.
type ShapeError struct {
	Pointer  string // JSON Pointer of the place; empty for the whole document
	Expected string
	Found    string
}

// Error returns the place, what was expected there and what was found.
func (e *ShapeError) Error() string {
	place := e.Pointer
	if place == "" {
		place = "the document"
	}
	return place + ": expected " + e.Expected + ", found " + e.Found
}

func token(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

var errNoVariant = errors.New("modelconfig: a union is nil, or holds a nil pointer, where a value has to be written")
