// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import (
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"
	"unicode/utf8"
)

// marshal returns a value as JSON text.
func marshal[T any](from *T, write func(*T, *writer)) ([]byte, error) {
	return written(&writer{}, from, write)
}

func written[T any](out *writer, from *T, write func(*T, *writer)) ([]byte, error) {
	write(from, out)
	if out.err != nil {
		return nil, out.err
	}
	return out.text, nil
}

// A writer collects a JSON text, and the first error. It writes either everything, or what clients may see.
type writer struct {
	text   []byte
	err    error
	client bool
}

func (out *writer) fail(err error) {
	if out.err == nil {
		out.err = err
	}
}

// separate writes a comma, unless the object or array is empty so far.
func (out *writer) separate() {
	if last := out.text[len(out.text)-1]; last != '{' && last != '[' {
		out.text = append(out.text, ',')
	}
}

func (out *writer) mark(mark byte) {
	out.text = append(out.text, mark)
}

func (out *writer) property(name string) {
	out.separate()
	out.string(name)
	out.mark(':')
}

// unknown writes the unknown properties whose names the current object, which starts at an offset, does not have yet.
func (out *writer) unknown(members Members, start int, names clientNames) {
	if len(members) == 0 || out.err != nil {
		return
	}
	taken := map[string]bool{}
	in := &reader{text: string(out.text[start:]) + "}"}
	for in.object(); in.property(); in.raw() {
		taken[in.name] = true
	}
	for _, member := range members {
		if taken[member.Name] || out.client && names.hide(member) {
			continue
		}
		taken[member.Name] = true
		out.property(member.Name)
		switch {
		case member.Value == nil:
			out.text = append(out.text, "null"...)
		case !json.Valid(member.Value):
			out.fail(fmt.Errorf("modelconfig: the value of the unknown property %q is not JSON", member.Name))
		case out.client:
			out.visible(&reader{text: string(member.Value)})
		default:
			out.text = append(out.text, member.Value...)
		}
	}
}

func (out *writer) string(text string) {
	const digits = "0123456789abcdef"
	out.mark('"')
	for _, character := range text {
		switch {
		case character == '"' || character == '\\':
			out.text = append(out.text, '\\', byte(character))
		case character < ' ':
			out.text = append(out.text, '\\', 'u', '0', '0', digits[character>>4], digits[character&15])
		default:
			out.text = utf8.AppendRune(out.text, character)
		}
	}
	out.mark('"')
}

func writeText[T ~string](from *T, out *writer) {
	out.string(string(*from))
}

func writeBoolean[T ~bool](from *T, out *writer) {
	out.text = strconv.AppendBool(out.text, bool(*from))
}

func writeInteger[T ~int64](from *T, out *writer) {
	out.text = strconv.AppendInt(out.text, int64(*from), 10)
}

// writeNumber writes the shortest text that is read as the same number. From 2^53 on it writes an exponent, because
// readers that support integers of any size would take the zeros of a plain number for exact digits.
func writeNumber[T ~float64](from *T, out *writer) {
	number := float64(*from)
	size := math.Abs(number)
	if !(size <= math.MaxFloat64) {
		out.fail(fmt.Errorf("modelconfig: %v is not a JSON number", number))
		return
	}
	format := byte('f')
	if size != 0 && (size < 1e-6 || size >= 1<<53) {
		format = 'e'
	}
	out.text = strconv.AppendFloat(out.text, number, format, -1, 64)
}

func writeArray[S ~[]T, T any](from *S, out *writer, each func(*T, *writer)) {
	out.mark('[')
	for index := range *from {
		out.separate()
		each(&(*from)[index], out)
	}
	out.mark(']')
}

func writeMap[M ~map[string]T, T any](from *M, out *writer, each func(*T, *writer)) {
	names := make([]string, 0, len(*from))
	for name := range *from {
		if !out.client || folded(name) != serverSide {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	out.mark('{')
	for _, name := range names {
		value := (*from)[name]
		out.property(name)
		each(&value, out)
	}
	out.mark('}')
}
