// Code generated from schema/ by `nox -s codegen`. DO NOT EDIT.
// Contract version 1.0.0, schema hash f40f46e8854cc4a8.

package modelconfig

import "encoding/json"

// A Member is a member of an object that this version does not know: its name, and its value as JSON text.
type Member struct {
	Name  string
	Value json.RawMessage
}

// Members are the members of an object that this version does not know, in their order. Where two have one name,
// only the first is written; where the object has a member of its own of that name, none is.
type Members []Member

// Get returns the value of a member as JSON text, and whether there is one.
func (m Members) Get(name string) (json.RawMessage, bool) {
	for _, member := range m {
		if member.Name == name {
			return member.Value, true
		}
	}
	return nil, false
}

// Set gives a member a value, which is JSON text. Copies of the record that were made before stay as they are.
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

// keep reads a member that this version does not know.
func (m *Members) keep(in *reader) {
	*m = append(*m, Member{in.name, json.RawMessage(in.raw())})
}

// settle leaves each name once, with the value that came last, as for the members that are known.
func (m *Members) settle() {
	if len(*m) < 2 {
		return
	}
	places := make(map[string]int, len(*m))
	settled := (*m)[:0]
	for _, member := range *m {
		if place, twice := places[member.Name]; twice {
			settled[place].Value = member.Value
			continue
		}
		places[member.Name] = len(settled)
		settled = append(settled, member)
	}
	*m = settled
}
