// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unmarshal reads a whole JSON text into a value. If that fails, the value does not change.
func unmarshal[T any](to *T, data []byte, read func(*T, *reader)) error {
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		return err
	}
	if !utf8.Valid(data) {
		return &ShapeError{Expected: "text in UTF-8", Found: "other bytes"}
	}
	in := &reader{text: string(data)}
	in.peek()
	var value T
	read(&value, in)
	if in.err != nil {
		return in.err
	}
	*to = value
	return nil
}

// A reader reads a syntactically valid JSON text. After the first error, every loop over properties or items ends and
// nothing more is read. Strings without escapes are parts of the whole text, not copies.
type reader struct {
	text   string
	offset int
	name   string // of the current property
	path   []step // to the current value
	err    *ShapeError
}

// A step leads from an object to a property, or from an array to an item.
type step struct {
	name  string
	index int
	array bool
}

// fail records that the current value is not the expected one. Neither text may contain a value of the document.
func (in *reader) fail(expected, found string) {
	if in.err == nil {
		in.err = &ShapeError{Pointer: in.pointer(), Expected: expected, Found: found}
	}
}

// mismatch records that the next value has another type than expected.
func (in *reader) mismatch(expected string) {
	found := "a number"
	switch in.text[in.offset] {
	case '{':
		found = "an object"
	case '[':
		found = "an array"
	case '"':
		found = "a string"
	case 't', 'f':
		found = "a boolean"
	case 'n':
		found = "null"
	}
	in.fail(expected, found)
}

// missing records that the object that was just read does not have a required property.
func (in *reader) missing(name string) {
	if in.err == nil {
		in.fail("a value", "nothing")
		in.err.Pointer += "/" + token(name)
	}
}

func (in *reader) pointer() string {
	var out strings.Builder
	for _, step := range in.path {
		out.WriteByte('/')
		if step.array {
			out.WriteString(strconv.Itoa(step.index))
		} else {
			out.WriteString(token(step.name))
		}
	}
	return out.String()
}

// peek skips white space and returns the next byte, or 0 at the end of the text.
func (in *reader) peek() byte {
	for ; in.offset < len(in.text); in.offset++ {
		if c := in.text[in.offset]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
	}
	return 0
}

// object enters an object. Each call of property then moves to its next property, and returns false at its end.
func (in *reader) object() {
	in.enter('{', "an object", step{})
}

// array enters an array. Each call of item then moves to its next item, and returns false at its end.
func (in *reader) array() {
	in.enter('[', "an array", step{index: -1, array: true})
}

func (in *reader) enter(mark byte, expected string, first step) {
	if in.err != nil {
		return
	}
	if in.text[in.offset] != mark {
		in.mismatch(expected)
		return
	}
	in.offset++
	in.path = append(in.path, first)
}

func (in *reader) property() bool {
	if !in.next('}') {
		return false
	}
	// An error in the name has the pointer of the object, because the property has no valid name.
	in.path = in.path[:len(in.path)-1]
	in.name = in.string()
	in.path = append(in.path, step{name: in.name})
	in.peek()
	in.offset++ // the colon
	in.peek()
	return in.err == nil
}

func (in *reader) item() bool {
	if !in.next(']') {
		return false
	}
	in.path[len(in.path)-1].index++
	return true
}

// next moves to the next part of an object or array. At the end it leaves the object or array and returns false.
func (in *reader) next(end byte) bool {
	if in.err != nil {
		return false
	}
	switch in.peek() {
	case end:
		in.offset++
		in.path = in.path[:len(in.path)-1]
		return false
	case ',':
		in.offset++
		in.peek()
	}
	return true
}

// null skips the next value if it is null, and returns whether it did.
func (in *reader) null() bool {
	if in.err != nil || in.text[in.offset] != 'n' {
		return false
	}
	in.offset += len("null")
	return true
}

// raw skips a value of any type and returns its JSON text.
func (in *reader) raw() string {
	start, depth := in.offset, 0
	for {
		switch c := in.peek(); c {
		case '"':
			in.offset = in.endOfString(in.offset)
		case '{', '[':
			in.offset++
			depth++
		case '}', ']':
			in.offset++
			depth--
		case ',', ':':
			in.offset++
		default:
			in.literal()
		}
		if depth == 0 {
			return in.text[start:in.offset]
		}
	}
}

// literal skips a number, true, false or null, and returns its JSON text.
func (in *reader) literal() string {
	start := in.offset
	for ; in.offset < len(in.text); in.offset++ {
		switch in.text[in.offset] {
		case ',', '}', ']', ' ', '\n', '\t', '\r':
			return in.text[start:in.offset]
		}
	}
	return in.text[start:]
}

func (in *reader) endOfString(start int) int {
	for i := start + 1; ; i++ {
		switch in.text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// string skips a string and returns its value.
func (in *reader) string() string {
	start := in.offset + 1
	in.offset = in.endOfString(in.offset)
	quoted := in.text[start : in.offset-1]
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted
	}
	return in.unescaped(quoted)
}

func (in *reader) unescaped(quoted string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(quoted, `\`)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		quoted = after[1:]
		switch c := after[0]; c {
		case 'b':
			out.WriteByte('\b')
		case 'f':
			out.WriteByte('\f')
		case 'n':
			out.WriteByte('\n')
		case 'r':
			out.WriteByte('\r')
		case 't':
			out.WriteByte('\t')
		case 'u':
			character := unit(quoted)
			quoted = quoted[4:]
			if utf16.IsSurrogate(character) {
				if !strings.HasPrefix(quoted, `\u`) || utf16.DecodeRune(character, unit(quoted[2:])) == utf8.RuneError {
					in.fail("text in Unicode", "half of a surrogate pair")
					return ""
				}
				character = utf16.DecodeRune(character, unit(quoted[2:]))
				quoted = quoted[6:]
			}
			out.WriteRune(character)
		default: // the quotation mark, the backslash and the slash
			out.WriteByte(c)
		}
	}
}

// unit returns the UTF-16 code unit of four hexadecimal digits.
func unit(digits string) rune {
	number, _ := strconv.ParseUint(digits[:4], 16, 16)
	return rune(number)
}

func readText[T ~string](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if in.text[in.offset] != '"' {
		in.mismatch("a string")
		return
	}
	*to = T(in.string())
}

func readBoolean[T ~bool](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if c := in.text[in.offset]; c != 't' && c != 'f' {
		in.mismatch("a boolean")
		return
	}
	*to = in.literal() == "true"
}

// readInteger reads an integer. As in JSON Schema, 2.0 is an integer.
func readInteger[T ~int64](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if c := in.text[in.offset]; c != '-' && (c < '0' || c > '9') {
		in.mismatch("an integer")
		return
	}
	digits := in.literal()
	if number, err := strconv.ParseInt(digits, 10, 64); err == nil {
		*to = T(number)
		return
	}
	number, err := strconv.ParseFloat(digits, 64)
	switch {
	case err != nil || math.Abs(number) >= 1<<63:
		in.fail("an integer", "a number beyond 64 bits")
	case number != math.Trunc(number):
		in.fail("an integer", "a number with a fraction")
	default:
		*to = T(number)
	}
}

func readNumber[T ~float64](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if c := in.text[in.offset]; c != '-' && (c < '0' || c > '9') {
		in.mismatch("a number")
		return
	}
	number, err := strconv.ParseFloat(in.literal(), 64)
	if err != nil {
		in.fail("a number", "a number beyond 64 bits")
	}
	*to = T(number)
}

// constant skips a string with only one valid value.
func (in *reader) constant(expected, value string) {
	readListed(new(string), in, expected, value)
}

// readListed reads a string that must be one of the listed values.
func readListed[T ~string](to *T, in *reader, expected string, listed ...string) {
	if in.err != nil {
		return
	}
	if in.text[in.offset] != '"' {
		in.mismatch(expected)
		return
	}
	text := in.string()
	for _, value := range listed {
		if value == text {
			*to = T(text)
			return
		}
	}
	in.fail(expected, "another string")
}

func readArray[S ~[]T, T any](to *S, in *reader, each func(*T, *reader)) {
	items := S{}
	for in.array(); in.item(); {
		var item T
		items = append(items, item)
		each(&items[len(items)-1], in)
	}
	*to = items
}

func readMap[M ~map[string]T, T any](to *M, in *reader, each func(*T, *reader)) {
	values := M{}
	for in.object(); in.property(); {
		name := in.name
		var value T
		each(&value, in)
		values[name] = value
	}
	*to = values
}

func arrayReader[T any](each func(*T, *reader)) func(*[]T, *reader) {
	return func(to *[]T, in *reader) { readArray(to, in, each) }
}

func readOptional[T any](to **T, in *reader, each func(*T, *reader)) {
	value := new(T)
	each(value, in)
	*to = value
}

// readOptionalOrNull reads an optional property for which null means absent.
func readOptionalOrNull[T any](to **T, in *reader, each func(*T, *reader)) {
	if in.null() {
		*to = nil
	} else {
		readOptional(to, in, each)
	}
}

// readOrNull reads an optional property for which null means absent, and whose type has a nil value.
func readOrNull[T any](to *T, in *reader, each func(*T, *reader)) {
	if in.null() {
		var none T
		*to = none
	} else {
		each(to, in)
	}
}

// readOrEmpty reads a required array, for which null means an empty one.
func readOrEmpty[S ~[]T, T any](to *S, in *reader, each func(*S, *reader)) {
	if in.null() {
		*to = S{}
	} else {
		each(to, in)
	}
}

// tag returns the value of a property of the next object, which must be one of the listed values. It skips nothing.
func (in *reader) tag(name, expected string, listed ...string) string {
	start := in.offset
	var text string
	found := false
	for in.object(); in.property(); {
		if in.name == name {
			readListed(&text, in, expected, listed...)
			found = true
		} else {
			in.raw()
		}
	}
	if !found {
		in.missing(name)
	}
	in.offset = start
	return text
}

// require records which required property was not found. The flags and the names have the same order.
func (in *reader) require(found []bool, names ...string) {
	for index, name := range names {
		if !found[index] {
			in.missing(name)
		}
	}
}
