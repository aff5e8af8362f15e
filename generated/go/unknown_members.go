// Code generated from schema/ by `python3 dev.py -s codegen`. DO NOT EDIT.

package modelconfig

import "encoding/json"

// A Member is a property that this version does not know: its name, and its value as JSON text.
type Member struct {
	Name  string
	Value json.RawMessage
}

// Members are the properties of an object that this version does not know, in their order. If several have the same
// name, only the first is written. If the object itself has a property with that name, none is written.
type Members []Member

// Get returns the value of a property as JSON text, and whether it exists.
func (m Members) Get(name string) (json.RawMessage, bool) {
	for _, member := range m {
		if member.Name == name {
			return member.Value, true
		}
	}
	return nil, false
}

// Set sets the value of a property, which is JSON text. Earlier copies of the object do not change.
func (m *Members) Set(name string, value json.RawMessage) {
	members := append(make(Members, 0, len(*m)+1), *m...)
	for index := range members {
		if members[index].Name == name {
			members[index].Value = value
			*m = members
			return
		}
	}
	*m = append(members, Member{name, value})
}

// keep reads a property that this version does not know.
func (m *Members) keep(in *reader) {
	*m = append(*m, Member{in.name, json.RawMessage(in.raw())})
}

// removeDuplicates keeps each name once, with its last value, as for known properties.
func (m *Members) removeDuplicates() {
	if len(*m) < 2 {
		return
	}
	positions := make(map[string]int, len(*m))
	unique := (*m)[:0]
	for _, member := range *m {
		if position, found := positions[member.Name]; found {
			unique[position].Value = member.Value
			continue
		}
		positions[member.Name] = len(unique)
		unique = append(unique, member)
	}
	*m = unique
}
