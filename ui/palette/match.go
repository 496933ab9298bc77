package palette

import (
	"slices"
	"strings"

	"lede/articles"
	"lede/ui/fuzzy"
	"lede/ui/keys"
)

// match lists what can be done by what is typed: what that says in so many words, then
// the best by their names, and what was done lately before its equals. The first has
// the cursor when it is surely meant.
func (p *Palette) match() {
	p.rows, p.chosen.Cursor, p.wrong = nil, 0, ""
	defer func() { p.chosen.N = len(p.rows) }()
	typed := p.prompt.Text()
	if name, arg, ok := strings.Cut(typed, " "); ok || p.prompt.EndsInBlank() {
		if op, err := keys.Find(name); err == nil && op.Arg().Name != "" {
			if p.values(op, strings.TrimSpace(arg)); len(p.rows) > 0 {
				return
			}
		}
	}
	said := p.said(typed)
	query := fuzzy.Parse(typed)
	m := query.Matcher()
	type scored struct {
		row
		score int
	}
	var all []scored
	for i, r := range p.all() {
		if r.line == said.line {
			continue
		}
		score := 1
		if typed != "" {
			score = m.Score([]byte(r.line))
			if score == 0 && says(r.does, typed) {
				score = 1 // letters far apart in a sentence mean nothing
			}
		}
		if score > 0 {
			all = append(all, scored{r, score*1000 - i})
		}
	}
	if typed != "" {
		slices.SortStableFunc(all, func(a, b scored) int { return b.score - a.score })
	}
	if said.line != "" {
		p.rows = append(p.rows, said)
	}
	for _, s := range all {
		p.rows = append(p.rows, s.row)
	}
	if typed != "" && said.line == "" && len(p.rows) > 0 && (!isMeant(p.rows[0].line, typed) || p.isElsewhere(typed)) {
		p.chosen.Cursor = -1
	}
}

// isElsewhere reports whether a name is that of an operation of other places.
func (p *Palette) isElsewhere(name string) bool {
	op, err := keys.Find(name)
	return err == nil && op.String() == name && op.Scope()&p.of == 0
}

// said is the row of what is typed when that is a command in full, by whichever of its
// names; else it has no line.
func (p *Palette) said(typed string) row {
	if thing := thing(typed); articles.IsWeb(thing) {
		return row{line: thing, does: p.does + " the page at this address"}
	} else if thing != "" {
		return row{line: thing, does: "add what is at this path"}
	}
	c, err := keys.Parse(typed, p.of)
	if err != nil || !p.able(c.Op) {
		return row{}
	}
	line := c.Op.String()
	if c.Arg != "" {
		line += " " + c.Arg
	}
	return p.row(c.Op, line)
}

// thing is the address or the path that is typed. One that begins with two slashes is of
// the web: where no line was open, the letters before them were keys, and the colon
// opened the palette.
func thing(typed string) string {
	if rest, ok := strings.CutPrefix(typed, "//"); ok && !strings.HasPrefix(rest, "/") {
		return articles.WebAddress("https:" + typed)
	}
	return articles.Thing(typed)
}

// isMeant reports whether somebody who types a few letters means a command of the name:
// it begins with them, or one of its words does, or they are several and stand in it in
// their order. Two letters somewhere in a name, or words in what it does, are no reason
// to do it.
func isMeant(name, typed string) bool {
	const few = 3
	typed = strings.ToLower(typed)
	return strings.HasPrefix(name, typed) ||
		len(typed) >= few && strings.Contains("-"+name, "-"+typed) ||
		len(typed) > few && fuzzy.Parse(typed).Matcher().Score([]byte(name)) > 0
}

// says reports whether a sentence holds all words that are typed.
func says(sentence, typed string) bool {
	sentence = strings.ToLower(sentence)
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(typed)), func(w string) bool { return !strings.Contains(sentence, w) })
}

// all is everything that can be done, what was done lately first.
func (p *Palette) all() []row {
	var rows []row
	for _, line := range p.recent {
		if c, err := keys.Parse(line, p.of); err == nil && p.able(c.Op) {
			rows = append(rows, p.row(c.Op, line))
		}
	}
	lately := len(rows)
	for _, op := range p.names.At(p.of) {
		name := op.String()
		if name == "" || op == keys.Palette || !p.able(op) || slices.ContainsFunc(rows[:lately], func(r row) bool { return r.line == name }) {
			continue
		}
		rows = append(rows, p.row(op, name))
	}
	return rows
}

// row is the row of a line that does an operation. A value speaks for itself: the help
// and the key are those of the bare name, which goes on to the next.
func (p *Palette) row(op keys.Op, line string) row {
	bare, arg := line == op.String(), op.Arg()
	if !bare && len(arg.Values) > 0 {
		return row{line: line}
	}
	return row{line: line, does: op.Help(), key: p.names.Name(op, p.of), more: arg.Needed && bare}
}

// values lists what may stand behind the name of an operation: first what is typed.
func (p *Palette) values(op keys.Op, begun string) {
	for _, v := range slices.Concat(op.Arg().Values, p.others[op]) {
		r := p.row(op, op.String()+" "+v)
		switch {
		case v == begun:
			p.rows = slices.Insert(p.rows, 0, r)
		case strings.HasPrefix(v, begun):
			p.rows = append(p.rows, r)
		}
	}
}
