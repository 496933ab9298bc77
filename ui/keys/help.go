package keys

import (
	"slices"
	"strings"
)

// At lists the operations that are at hand in a place, by a key or by name, in the
// order of the help.
func (b *Bindings) At(where Scope) []Op {
	var all []Op
	for _, r := range rows(func(r *operation) bool { return r.scope&where != 0 }) {
		if !slices.Contains(all, r.op) {
			all = append(all, r.op)
		}
	}
	return all
}

// Line is a line of a help or a manual: the keys of an operation and what it does.
type Line struct {
	Op   Op
	Keys []string // as messages show them; none when none is bound
	Does string
}

// Said is how a help names what does it: its keys, or the line of the palette.
func (l Line) Said() string {
	if len(l.Keys) == 0 {
		return ":" + l.Op.String()
	}
	return strings.Join(l.Keys, " ")
}

// Section is the lines of one group.
type Section struct {
	Title string
	Lines []Line
}

// Groups is the help of a place: what can be done there, by what it is about.
func (b *Bindings) Groups(where Scope) []Section {
	var sections []Section
	for _, g := range groups {
		s := Section{Title: string(g)}
		for _, r := range rows(func(r *operation) bool { return r.group == g && r.scope&where != 0 }) {
			s.Lines = b.line(s.Lines, r, b.Names(r.op, r.scope&where))
		}
		if len(s.Lines) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// line adds the line of a row, unless it says no more than one that is there. What
// has no key is done by its name.
func (b *Bindings) line(lines []Line, r *operation, names []string) []Line {
	if len(names) == 0 {
		names = []string{":" + r.op.String()}
	}
	for _, l := range lines {
		if l.Op == r.op && !slices.ContainsFunc(names, func(key string) bool { return !slices.Contains(l.Keys, key) }) {
			return lines
		}
	}
	return append(lines, Line{r.op, names, r.help})
}

// manualParts are the parts of the manual. A row stands in the first part of which it
// is at hand in all of a set of places.
var manualParts = [...]struct {
	title string
	sets  []Scope
}{
	{"everywhere", []Scope{InMoving &^ InHelp &^ InSelect}}, // where letters are looked for, or rows
	{"in the library and in an article", []Scope{InText}},
	{"in the library", []Scope{InList}},
	{"while rows are selected", []Scope{InSelect}},
	{"in an article", []Scope{InReader, InEnding}},
	{"in the feeds", []Scope{InFeeds}},
	{"in panels and menus", []Scope{InPanel, InMenu, InChoice}},
	{"in the help", []Scope{InHelp}},
	{"while typing", []Scope{InTyping}},
}

// Manual is all keys, as the README and the manual show them.
func (b *Bindings) Manual() []Section {
	sections := make([]Section, len(manualParts))
	for i, part := range manualParts {
		sections[i].Title = part.title
	}
	for _, r := range rows(func(*operation) bool { return true }) {
		if at, names := b.part(r); at >= 0 {
			sections[at].Lines = b.line(sections[at].Lines, r, names)
		}
	}
	return sections
}

// part is the part of the manual that a row belongs to, with its keys there; -1 when
// another row says the same.
func (b *Bindings) part(r *operation) (int, []string) {
	bound := b.Name(r.op, r.scope) != ""
	for at, part := range manualParts {
		for _, set := range part.sets {
			names := b.common(r.op, set)
			if r.scope&set == set && (len(names) > 0 || !bound && r.name != "") {
				return at, names
			}
		}
	}
	return -1, nil
}

// common are the keys that an operation has in each of some places.
func (b *Bindings) common(op Op, where Scope) []string {
	names := b.Names(op, where)
	for _, s := range where.Each() {
		there := b.Names(op, s)
		names = slices.DeleteFunc(names, func(name string) bool { return !slices.Contains(there, name) })
	}
	return names
}

// Nothing says that a key does nothing in a place, with what may have been meant, and
// where all that can be done is found: as a footer does, in a line of a narrow window.
func (b *Bindings) Nothing(where Scope, key string, near Op) string {
	say := short(show(key)) + " does nothing"
	for _, op := range [...]Op{near, Palette} {
		if name := b.Name(op, where); name != "" {
			say += " · " + name + " " + op.word(where)
		}
	}
	return say
}

// word is what a footer calls the operation in a place, or else its name.
func (o Op) word(where Scope) string {
	for _, r := range rows(func(r *operation) bool { return r.op == o && r.scope&where != 0 && r.hint != "" }) {
		return r.hint
	}
	return o.String()
}

// Hint is a key and one word for what it does, for a footer.
type Hint struct {
	Op   Op
	Key  string // "j k" for what has a way back
	Word string
}

// Hints are the words of a footer in a place, the help last.
func (b *Bindings) Hints(where Scope) []Hint {
	var hints []Hint
	for _, r := range rows(func(r *operation) bool {
		// What is selected is to be done something with: the rest is known from the list.
		elsewhere := where == InSelect && r.scope != InSelect && r.op != Help
		return r.scope&where != 0 && r.hint != "" && !elsewhere
	}) {
		key := b.Name(r.op, where)
		if back := b.Name(Up, where); r.op == Down && key != "" && back != "" {
			key += " " + back
		}
		if key != "" {
			hints = append(hints, Hint{r.op, key, r.hint})
		}
	}
	slices.SortStableFunc(hints, func(a, b Hint) int { return isHelp(a) - isHelp(b) })
	return hints
}

func isHelp(h Hint) int {
	if h.Op == Help {
		return 1
	}
	return 0
}
