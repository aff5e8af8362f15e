// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.
// Contract version 1.0.0, schema hash f40f46e8854cc4a8.

package modelconfig

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unmarshal reads a whole JSON text into a value. Where that fails the value stays as it was.
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

// A reader goes through a JSON text whose syntax is right. After the first fault, every loop over members or items
// ends and nothing more is read. Texts without escapes are parts of the whole text, not copies.
type reader struct {
	text string
	at   int
	name string // of the member that is being read
	path []step // to the value that is being read
	err  *ShapeError
}

// A step leads from an object to a member, or from an array to an item.
type step struct {
	name  string
	index int
	array bool
}

// fault notes that the value being read is not what was expected. Neither text may hold a value of the document.
func (in *reader) fault(expected, found string) {
	if in.err == nil {
		in.err = &ShapeError{Pointer: in.pointer(), Expected: expected, Found: found}
	}
}

// mismatch notes that the value which comes next is of another kind than expected.
func (in *reader) mismatch(expected string) {
	found := "a number"
	switch in.text[in.at] {
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
	in.fault(expected, found)
}

// missing notes that the object just read has no such member.
func (in *reader) missing(member string) {
	if in.err == nil {
		in.fault("a value", "nothing")
		in.err.Pointer += "/" + token(member)
	}
}

func (in *reader) pointer() string {
	var out strings.Builder
	for _, at := range in.path {
		out.WriteByte('/')
		if at.array {
			out.WriteString(strconv.Itoa(at.index))
		} else {
			out.WriteString(token(at.name))
		}
	}
	return out.String()
}

// peek goes over blanks and returns what comes next; at the end of the text, 0.
func (in *reader) peek() byte {
	for ; in.at < len(in.text); in.at++ {
		if c := in.text[in.at]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
	}
	return 0
}

// object enters an object; member then goes from one member to the next, as long as there is one.
func (in *reader) object() {
	in.enter('{', "an object", step{})
}

// array enters an array; item then goes from one item to the next, as long as there is one.
func (in *reader) array() {
	in.enter('[', "an array", step{index: -1, array: true})
}

func (in *reader) enter(mark byte, expected string, first step) {
	if in.err != nil {
		return
	}
	if in.text[in.at] != mark {
		in.mismatch(expected)
		return
	}
	in.at++
	in.path = append(in.path, first)
}

func (in *reader) member() bool {
	if !in.next('}') {
		return false
	}
	// A fault of the name is one of the object, which has no other name for the place.
	in.path = in.path[:len(in.path)-1]
	in.name = in.string()
	in.path = append(in.path, step{name: in.name})
	in.peek()
	in.at++ // the colon
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

// next goes to the next part of an object or array. At its end it leaves it and returns false.
func (in *reader) next(end byte) bool {
	if in.err != nil {
		return false
	}
	switch in.peek() {
	case end:
		in.at++
		in.path = in.path[:len(in.path)-1]
		return false
	case ',':
		in.at++
		in.peek()
	}
	return true
}

// null goes over null, if that is what comes next.
func (in *reader) null() bool {
	if in.err != nil || in.text[in.at] != 'n' {
		return false
	}
	in.at += len("null")
	return true
}

// raw goes over a value of any kind and returns its text.
func (in *reader) raw() string {
	start, depth := in.at, 0
	for {
		switch c := in.peek(); c {
		case '"':
			in.at = in.endOfString(in.at)
		case '{', '[':
			in.at++
			depth++
		case '}', ']':
			in.at++
			depth--
		case ',', ':':
			in.at++
		default:
			in.literal()
		}
		if depth == 0 {
			return in.text[start:in.at]
		}
	}
}

// literal goes over a number, true, false or null, and returns its text.
func (in *reader) literal() string {
	start := in.at
	for ; in.at < len(in.text); in.at++ {
		switch in.text[in.at] {
		case ',', '}', ']', ' ', '\n', '\t', '\r':
			return in.text[start:in.at]
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

// string goes over a string and returns what it says.
func (in *reader) string() string {
	start := in.at + 1
	in.at = in.endOfString(in.at)
	quoted := in.text[start : in.at-1]
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
					in.fault("text in Unicode", "half of a surrogate pair")
					return ""
				}
				character = utf16.DecodeRune(character, unit(quoted[2:]))
				quoted = quoted[6:]
			}
			out.WriteRune(character)
		default: // the quotation mark, the backslash and the slash mean themselves
			out.WriteByte(c)
		}
	}
}

// unit returns the number that four hexadecimal digits write.
func unit(digits string) rune {
	number, _ := strconv.ParseUint(digits[:4], 16, 16)
	return rune(number)
}

func readText[T ~string](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if in.text[in.at] != '"' {
		in.mismatch("a string")
		return
	}
	*to = T(in.string())
}

func readBoolean[T ~bool](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if c := in.text[in.at]; c != 't' && c != 'f' {
		in.mismatch("a boolean")
		return
	}
	*to = in.literal() == "true"
}

// readInteger reads a number without a fraction, however it is written: 2 and 2.0 are the same number.
func readInteger[T ~int64](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if c := in.text[in.at]; c != '-' && (c < '0' || c > '9') {
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
		in.fault("an integer", "a number beyond 64 bits")
	case number != math.Trunc(number):
		in.fault("an integer", "a number with a fraction")
	default:
		*to = T(number)
	}
}

func readNumber[T ~float64](to *T, in *reader) {
	if in.err != nil {
		return
	}
	if c := in.text[in.at]; c != '-' && (c < '0' || c > '9') {
		in.mismatch("a number")
		return
	}
	number, err := strconv.ParseFloat(in.literal(), 64)
	if err != nil {
		in.fault("a number", "a number beyond 64 bits")
	}
	*to = T(number)
}

// constant goes over a string that can only be one.
func (in *reader) constant(expected, value string) {
	readListed(new(string), in, expected, value)
}

// readListed reads one of the strings that a closed enumeration lists.
func readListed[T ~string](to *T, in *reader, expected string, listed ...string) {
	if in.err != nil {
		return
	}
	if in.text[in.at] != '"' {
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
	in.fault(expected, "another string")
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
	for in.object(); in.member(); {
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

func mapReader[T any](each func(*T, *reader)) func(*map[string]T, *reader) {
	return func(to *map[string]T, in *reader) { readMap(to, in, each) }
}

func listedReader(expected string, listed ...string) func(*string, *reader) {
	return func(to *string, in *reader) { readListed(to, in, expected, listed...) }
}

func readOptional[T any](to **T, in *reader, each func(*T, *reader)) {
	value := new(T)
	each(value, in)
	*to = value
}

// readOptionalOrNull reads a member that null says to be absent.
func readOptionalOrNull[T any](to **T, in *reader, each func(*T, *reader)) {
	if in.null() {
		*to = nil
	} else {
		readOptional(to, in, each)
	}
}

// readOrNull reads a member that null says to be absent, of a type that has a nil of its own.
func readOrNull[T any](to *T, in *reader, each func(*T, *reader)) {
	if in.null() {
		var none T
		*to = none
	} else {
		each(to, in)
	}
}

// tag returns the string that a member of the coming object has, without going further. It is one of those listed.
func (in *reader) tag(member, expected string, listed ...string) string {
	start := in.at
	var text string
	found := false
	for in.object(); in.member(); {
		if in.name == member {
			readListed(&text, in, expected, listed...)
			found = true
		} else {
			in.raw()
		}
	}
	if !found {
		in.missing(member)
	}
	in.at = start
	return text
}

// require notes which required member was not found; found and members have the same order.
func (in *reader) require(found []bool, members ...string) {
	for index, member := range members {
		if !found[index] {
			in.missing(member)
		}
	}
}
