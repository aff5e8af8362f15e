// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import (
	_ "embed" // for models.json
	"encoding/json"
)

//go:embed models.json
var embedded string

// Load returns the catalogue that was current when this module was generated. Each call returns a new document.
func Load() (*ModelConfiguration, error) {
	document := new(ModelConfiguration)
	if err := json.Unmarshal([]byte(embedded), document); err != nil {
		return nil, err
	}
	return document, nil
}

// ModelsJSON returns the JSON text of that catalogue.
func ModelsJSON() []byte {
	return []byte(embedded)
}
