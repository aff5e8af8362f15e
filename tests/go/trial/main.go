// Trial reads requests, a line each, and answers each on a line: what a type makes of a JSON text.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"modelconfig"
)

// A request names a type of a package and a JSON text to read as it.
type request struct {
	Type string
	Text string
}

// An answer has the text that was written of what was read, or why nothing was.
type answer struct {
	Text  string                  `json:"text,omitempty"`
	Fault *modelconfig.ShapeError `json:"fault,omitempty"`
	Said  string                  `json:"said,omitempty"`
}

func main() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked request
		if err := json.Unmarshal(line, &asked); err != nil {
			panic(err)
		}
		out.Encode(tried(asked))
	}
}

func tried(asked request) answer {
	read, known := readers[asked.Type]
	if !known {
		panic(fmt.Sprintf("no type %q", asked.Type))
	}
	value, err := read([]byte(asked.Text))
	if err != nil {
		var fault *modelconfig.ShapeError
		errors.As(err, &fault)
		return answer{Fault: fault, Said: err.Error()}
	}
	text, err := json.Marshal(value)
	if err != nil {
		return answer{Said: err.Error()}
	}
	return answer{Text: string(text)}
}

func clientView[T any](view func(*T) ([]byte, error)) func([]byte) (any, error) {
	return func(data []byte) (any, error) {
		value := new(T)
		if err := json.Unmarshal(data, value); err != nil {
			return nil, err
		}
		text, err := view(value)
		return json.RawMessage(text), err
	}
}

func unionView[T any](read func([]byte) (T, error), view func(T) ([]byte, error)) func([]byte) (any, error) {
	return func(data []byte) (any, error) {
		value, err := read(data)
		if err != nil {
			return nil, err
		}
		text, err := view(value)
		return json.RawMessage(text), err
	}
}

// A reference has what the module says of a text that may be a model reference.
type reference struct {
	Problems  []string
	Parts     modelconfig.ModelRefParts
	Text      string
	Error     string
	Sanitized string
}

// references reads an array of names, each as its bytes, and checks each as a model reference.
func references(data []byte) (any, error) {
	var names [][]byte
	if err := json.Unmarshal(data, &names); err != nil {
		return nil, err
	}
	var results []reference
	for _, name := range names {
		text := string(name)
		result := reference{Problems: modelconfig.CheckModelRef(text), Sanitized: modelconfig.SanitizeName(text)}
		parts, err := modelconfig.ParseModelRef(modelconfig.ModelRef(text))
		result.Parts, result.Text = parts, parts.String()
		if err != nil {
			result.Error = err.Error()
		}
		results = append(results, result)
	}
	return results, nil
}

func init() {
	readers["modelconfig.references"] = references
}

func plain[T any](data []byte) (any, error) {
	value := new(T)
	err := json.Unmarshal(data, value)
	return value, err
}
