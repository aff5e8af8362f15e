// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

const referenceSeparator = "::"

const referenceCharacters = "!#$%&'()*+,-./0123456789;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"

// ModelRefParts are the three parts of a model reference, provider::apiVersion::modelID.
type ModelRefParts struct {
	Provider   string
	APIVersion string
	ModelID    string
}

// String returns the reference as text.
func (p ModelRefParts) String() string {
	return strings.Join([]string{p.Provider, p.APIVersion, p.ModelID}, referenceSeparator)
}

// A ModelRefError reports that a text is not a model reference. It never contains the text.
type ModelRefError struct {
	Problems []string
}

// Error returns every problem.
func (e *ModelRefError) Error() string {
	return strings.Join(e.Problems, "; ")
}

// ParseModelRef returns the parts of a model reference. If the text is not one, it returns a *[ModelRefError].
func ParseModelRef[T ~string](ref T) (ModelRefParts, error) {
	if problems := CheckModelRef(ref); problems != nil {
		return ModelRefParts{}, &ModelRefError{problems}
	}
	parts := strings.Split(string(ref), referenceSeparator)
	return ModelRefParts{parts[0], parts[1], parts[2]}, nil
}

// CheckModelRef returns the problems of a model reference, part by part, and nil if it has none.
func CheckModelRef[T ~string](ref T) []string {
	if ref == "" {
		return []string{"the model reference is empty"}
	}
	parts := strings.Split(string(ref), referenceSeparator)
	if len(parts) != 3 {
		return []string{fmt.Sprintf("expected 3 parts separated by %q, found %d", referenceSeparator, len(parts))}
	}
	var problems []string
	for index, part := range parts {
		name := [...]string{"provider", "API version", "model ID"}[index]
		if part == "" {
			problems = append(problems, "the "+name+" is empty")
		} else if invalid := invalidCharacters(part); invalid != "" {
			problems = append(problems, "the "+name+" must not contain "+invalid)
		}
	}
	return problems
}

// SanitizeName returns the name with _ for each byte of its UTF-8 form that is not allowed in a part of a model reference.
// A valid name and "" stay as they are.
func SanitizeName(name string) string {
	sanitized := []byte(name)
	for index, c := range sanitized {
		if strings.IndexByte(referenceCharacters, c) < 0 {
			sanitized[index] = '_'
		}
	}
	return string(sanitized)
}

// invalidCharacters lists the characters that a part must not contain; of a long list, it counts the rest.
func invalidCharacters(part string) string {
	const most = 12
	found := map[rune]bool{}
	for _, character := range part {
		if !strings.ContainsRune(referenceCharacters, character) {
			found[character] = true
		}
	}
	var characters []rune
	for character := range found {
		characters = append(characters, character)
	}
	sort.Slice(characters, func(i, j int) bool { return characters[i] < characters[j] })
	var quoted []string
	for _, character := range characters {
		quoted = append(quoted, quotedCharacter(character))
	}
	if len(quoted) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(quoted[:most], ", "), len(quoted)-most)
	}
	if len(quoted) < 2 {
		return strings.Join(quoted, "")
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " and " + quoted[last]
}

func quotedCharacter(character rune) string {
	if unicode.IsControl(character) && !strings.ContainsRune("\n\r\t", character) {
		return fmt.Sprintf(`"\u%04x"`, character)
	}
	return strconv.Quote(string(character))
}
