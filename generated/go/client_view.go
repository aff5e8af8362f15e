// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"
)

// ClientView returns a document as clients may see it, as JSON text. The properties that the schema marks as the
// server's are left out, and so is every property named serverSideConfig, in any spelling and at any depth. Other unknown
// properties stay. Display names, copies under a second name, and the windows of tiers that a model's
// modelConfigAllTiers leaves out are filled in. The view has no null.
func ClientView(document *ModelConfiguration) ([]byte, error) {
	return written(&writer{client: true}, document, (*ModelConfiguration).write)
}

// serverSide is the folded name of the property that clients never see.
const serverSide = "serversideconfig"

// maxDisplayName is the number of characters of a display name that is made from an id.
const maxDisplayName = 128

// clientNames are the names of unknown properties that clients do not see in an object.
type clientNames struct {
	hidden []string // of server-side properties, folded
	copies []string // of properties that only the view has
}

// hide returns whether clients do not see an unknown property.
func (names clientNames) hide(member Member) bool {
	if value := bytes.TrimSpace(member.Value); len(value) == 0 || string(value) == "null" {
		return true
	}
	for _, name := range names.copies {
		if name == member.Name {
			return true
		}
	}
	name := folded(member.Name)
	for _, hidden := range names.hidden {
		if hidden == name {
			return true
		}
	}
	return name == serverSide
}

// visible writes a value that this version does not know as clients may see it.
func (out *writer) visible(in *reader) {
	switch in.peek() {
	case '{':
		out.visibleObject(in)
	case '[':
		out.mark('[')
		for in.array(); in.item(); {
			if !in.null() {
				out.separate()
				out.visible(in)
			}
		}
		out.mark(']')
	default:
		out.text = append(out.text, in.raw()...)
	}
}

// visibleObject writes the properties of an object that clients may see. It does not change their names, which may
// have halves of surrogate pairs.
func (out *writer) visibleObject(in *reader) {
	out.mark('{')
	for in.object(); in.next('}'); {
		quoted := in.raw()
		in.peek()
		in.offset++ // the colon
		in.peek()
		switch {
		case in.null():
		case folded(unquoted(quoted)) == serverSide:
			in.raw()
		default:
			out.separate()
			out.text = append(out.text, quoted...)
			out.mark(':')
			out.visible(in)
		}
	}
	out.mark('}')
}

// unquoted returns the value of a string, as far as it is text in Unicode.
func unquoted(quoted string) string {
	text := ""
	_ = json.Unmarshal([]byte(quoted), &text)
	return text
}

// folds has the characters outside ASCII that are letters of ASCII when case is ignored.
var folds = map[rune]string{
	'\u00df': "ss",
	'\u017f': "s",
	'\u1e9e': "ss",
	'\u212a': "k",
	'\ufb00': "ff",
	'\ufb01': "fi",
	'\ufb02': "fl",
	'\ufb03': "ffi",
	'\ufb04': "ffl",
	'\ufb05': "st",
	'\ufb06': "st",
}

// folded returns a name in lower case, with its letters and digits only. Readers differ in whether case matters, and
// spaces, dots and invisible characters are added by pasting.
func folded(name string) string {
	var out strings.Builder
	for _, character := range name {
		switch letters, found := folds[character]; {
		case found:
			out.WriteString(letters)
		case 'A' <= character && character <= 'Z':
			out.WriteRune(character + 'a' - 'A')
		case unicode.IsLetter(character) || unicode.IsNumber(character):
			out.WriteRune(character)
		}
	}
	return out.String()
}

// filled returns the value of a property. For clients, it computes one that is absent or blank from another property.
func filled[T ~string](out *writer, value *T, source string, compute func(string) string) *T {
	if !out.client || value != nil && !isBlank(string(*value)) {
		return value
	}
	return Ptr(T(compute(source)))
}

func isBlank(text string) bool {
	return strings.TrimFunc(text, func(c rune) bool { return unicode.IsSpace(c) || c >= 0x1c && c <= 0x1f }) == ""
}

// displayName returns the name of a model that has none: the last part of its reference.
func displayName(ref string) string {
	if end := strings.LastIndex(ref, referenceSeparator); end >= 0 {
		ref = ref[end+len(referenceSeparator):]
	}
	return shortened(ref, maxDisplayName)
}

// providerName returns the name of a provider that has none.
func providerName(id string) string {
	return `Provider "` + shortened(id, maxDisplayName-len(`Provider ""`)) + `"`
}

func shortened(text string, length int) string {
	characters := []rune(text)
	if len(characters) <= length {
		return text
	}
	return string(characters[:length-len("...")]) + "..."
}
