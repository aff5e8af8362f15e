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

func plain[T any](data []byte) (any, error) {
	value := new(T)
	err := json.Unmarshal(data, value)
	return value, err
}
