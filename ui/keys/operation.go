package keys

import (
	"fmt"
	"strings"
)

// Group is what the help calls a set of operations.
type Group string

// The groups, in the order of the help.
const (
	Moving    Group = "Moving"
	Library   Group = "Library"
	Selecting Group = "Selected rows"
	Finding   Group = "Finding the way"
	Links     Group = "Links"
	Going     Group = "Other articles"
	Acting    Group = "This article"
	Looks     Group = "Looks"
	Typing    Group = "Typing"
	Program   Group = "Program"
)

var groups = [...]Group{Moving, Library, Selecting, Finding, Links, Going, Acting, Looks, Typing, Program}

// Arg is what may stand behind the name of an operation in the palette.
type Arg struct {
	Name   string   // as the help writes it: "ORDER"
	Values []string // that it may be; none when it is free text
	// Others says that there may be values beside those, such as a reader's own themes.
	Others bool
	// Needed says that the operation does nothing without it.
	Needed bool
}

// operation is one row of the table. An operation that has other keys or words in
// other places has a row more for those, without a name.
type operation struct {
	op      Op
	name    string // in the configuration and the palette: "next-heading"
	scope   Scope
	keys    []string
	help    string // what it does
	hint    string // one word for the footer; empty keeps it out of there
	group   Group
	arg     Arg
	aliases []string // other names, that people know from elsewhere
}

// tables are the parts of the table, in the order of the help.
func tables() [5][]operation { return [...][]operation{moving, library, article, selecting, program} }

// rows lists the rows of the table for which yes holds.
func rows(yes func(*operation) bool) []*operation {
	var found []*operation
	for _, part := range tables() {
		for i := range part {
			if yes(&part[i]) {
				found = append(found, &part[i])
			}
		}
	}
	return found
}

// row is the first row of an operation, which has its name.
func (o Op) row() *operation {
	for _, part := range tables() {
		for i := range part {
			if part[i].op == o {
				return &part[i]
			}
		}
	}
	return &operation{}
}

// All lists every operation, in the order of the help.
func All() []Op {
	all := make([]Op, 0, numOps)
	for _, r := range rows(func(r *operation) bool { return r.name != "" }) {
		all = append(all, r.op)
	}
	return all
}

// String is the name of the operation: "next-heading".
func (o Op) String() string { return o.row().name }

// Help says what the operation does: "next heading".
func (o Op) Help() string { return o.row().help }

// Group is the group that the operation belongs to.
func (o Op) Group() Group { return o.row().group }

// Arg is what may stand behind its name; without a name, nothing may.
func (o Op) Arg() Arg { return o.row().arg }

// Aliases lists other names of the operation, that people know from elsewhere.
func (o Op) Aliases() []string { return o.row().aliases }

// Scope is everywhere that the operation is at hand, by a key or by its name.
func (o Op) Scope() Scope {
	var s Scope
	for _, part := range tables() {
		for i := range part {
			if part[i].op == o {
				s |= part[i].scope
			}
		}
	}
	return s
}

// EditsLine reports whether the operation edits the line that is typed.
func (o Op) EditsLine() bool { return CharForward <= o && o <= Paste }

// Find is the operation of a name or of an alias. The error names the nearest.
func Find(name string) (Op, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, r := range rows(func(r *operation) bool { return r.name != "" }) {
		if r.name == name {
			return r.op, nil
		}
		for _, alias := range r.aliases {
			if alias == name {
				return r.op, nil
			}
		}
	}
	return None, fmt.Errorf("there is no operation called %q%s", short(name), meant(name, names()))
}

// names are the names of all operations.
func names() []string {
	var all []string
	for _, op := range All() {
		all = append(all, op.String())
	}
	return all
}
