package clipping

import (
	"strings"
)

// A column is a run of short lines without a gap between them, as the menus, the
// archives and the topics of a site are copied.
const (
	longColumn   = 8 // lines
	knownEntries = 2 // of them that stand in the menus of most sites
)

// columns weighs the columns of entries above and below the text.
func (e *evidence) columns() {
	if e.column(0, min(edge, len(e.p.lines)/2)) || e.column(e.labelsFrom(), len(e.p.lines)) {
		e.laidOut = true
		e.add(2)
	}
}

// column reports whether a column stands between two lines. What a line before
// it announces, with a colon, is a list of the author's.
func (e *evidence) column(from, to int) bool {
	run, announced := 0, false
	known := map[string]bool{}
	for i := from; i < to; i++ {
		l := &e.p.lines[i]
		if l.gap > 0 || !entry(l) {
			run = 0
			clear(known)
		}
		if !entry(l) {
			continue
		}
		if run == 0 {
			announced = i > 0 && strings.HasSuffix(e.p.lines[i-1].text, ":")
		}
		if run++; announced {
			continue
		}
		if knownEntry(l) {
			known[fold(l.text)] = true
		}
		if run >= longColumn && len(known) >= knownEntries {
			return true
		}
	}
	return false
}

// entry reports whether a line could be one of a menu.
func entry(l *line) bool {
	kind, _, _ := marker(l.text)
	return l.indent <= 2 && (kind == noMark || tallied(l.text)) && l.weight <= 40 && words(l.text) <= 5 && !stops(l.text) &&
		!strings.ContainsAny(l.text, ";={}\t") && !looksLikeCode(l.raw)
}

// knownEntry reports whether an entry of a column is one that sites have: a word
// of their menus, or a topic or month with the number of its articles behind it.
func knownEntry(l *line) bool {
	return l.class == menu || l.class == button || tallied(l.text)
}

// tallied reports whether an entry ends with a number in brackets: "May (16)".
func tallied(s string) bool {
	name, tally, ok := strings.Cut(strings.TrimSuffix(s, ")"), " (")
	return ok && strings.HasSuffix(s, ")") && strings.ContainsFunc(name, letterOrDigit) && tally != "" &&
		strings.Trim(tally, "0123456789,.") == ""
}

// listing weighs headlines with their dates under a label of end matter.
func (e *evidence) listing() {
	const dated = 3
	for i := e.labelsFrom(); i < len(e.p.lines); i++ {
		if !e.is(i, relatedLabel, navLabel, asideLabel) {
			continue
		}
		n := 0
		for j := i + 1; j < len(e.p.lines) && j < i+6*dated && !e.p.lines[j].class.endMatter(); j++ {
			if e.p.lines[j].class == fact && isDate(e.p.lines[j].text) && words(e.p.lines[j].text) <= 5 {
				n++
			}
		}
		if n >= dated {
			e.laidOut = true
			e.add(2)
			return
		}
	}
}

// unbroken weighs paragraphs that are longer than any line that was wrapped.
func (e *evidence) unbroken() {
	const most, enough = 200, 3
	if !e.laidOut {
		return
	}
	n := 0
	for i := range e.p.lines {
		if l := &e.p.lines[i]; l.prose() && l.weight > most && !strings.Contains(l.raw, "\t") {
			n++
		}
	}
	if n >= enough {
		e.add(1)
	}
}
