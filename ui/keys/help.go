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
		for _, r := range rows(func(r *operation) bool { return r.scope&part.least != 0 && !done[r] }) {
			names := b.common(r.op, part.least)
			bound := b.Name(r.op, r.scope) != ""
			if r.scope&part.least != part.least || bound && len(names) == 0 || !bound && r.name == "" {
				continue
			}
			done[r] = true
			sections[at].Lines = b.line(sections[at].Lines, r, names)
		}
	}
	return sections
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
