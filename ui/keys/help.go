package keys

import "slices"

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
			s.Lines = b.line(s.Lines, r, where)
		}
		if len(s.Lines) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// line adds the line of a row, unless it says no more than one that is there.
func (b *Bindings) line(lines []Line, r *operation, where Scope) []Line {
	one := Line{r.op, b.Names(r.op, r.scope&where), r.help}
	at := slices.IndexFunc(lines, func(l Line) bool { return l.Op == r.op })
	if at < 0 {
		return append(lines, one)
	}
	for _, key := range one.Keys {
		if !slices.Contains(lines[at].Keys, key) {
			return append(lines, one)
		}
	}
	return lines
}

// manualParts are the parts of the manual: each has what is at hand in its places and
// in no part before it.
var manualParts = [...]struct {
	title string
	least Scope // where a row must be at hand to belong to it
}{
	{"everywhere", InMoving},
	{"in the library and in an article", InText},
	{"in the library", InList},
	{"in an article", InReader},
	{"in an article", InEnding},
	{"in panels, menus and the help", InPanel},
	{"in panels, menus and the help", InMenu},
	{"in panels, menus and the help", InHelp},
	{"while typing", InTyping},
}

// Manual is all keys, as the README and the manual show them.
func (b *Bindings) Manual() []Section {
	var sections []Section
	done := make(map[*operation]bool)
	for _, part := range manualParts {
		at := slices.IndexFunc(sections, func(s Section) bool { return s.Title == part.title })
		if at < 0 {
			at = len(sections)
			sections = append(sections, Section{Title: part.title})
		}
		for _, r := range rows(func(r *operation) bool { return r.scope&part.least == part.least && !done[r] }) {
			done[r] = true
			sections[at].Lines = b.line(sections[at].Lines, r, r.scope)
		}
	}
	return sections
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
	for _, r := range rows(func(r *operation) bool { return r.scope&where != 0 && r.hint != "" }) {
		key := b.Name(r.op, where)
		if back := b.Name(Up, where); r.op == Down && key != "" && back != "" {
			key += " " + back
		}
		if key != "" {
			hints = append(hints, Hint{r.op, key, r.hint})
		}
	}
	return hints
}
