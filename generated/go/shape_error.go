// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import (
	"errors"
	"strings"
)

// A ShapeError reports that a JSON value does not have the shape of the type that it is read as. It never contains a
// value of the document, which may be a credential.
type ShapeError struct {
	Pointer  string // JSON Pointer of the value; empty for the whole document
	Expected string
	Found    string
}

// Error returns the pointer, what was expected and what was found.
func (e *ShapeError) Error() string {
	location := e.Pointer
	if location == "" {
		location = "the document"
	}
	return location + ": expected " + e.Expected + ", found " + e.Found
}

func token(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

var errNoVariant = errors.New("modelconfig: a required union is nil or contains a nil pointer")
