package clipping

import (
	"strings"
	"unicode"
)

// menus weighs what leads through a site: menus, skip links, breadcrumbs.
func (e *evidence) menus() {
	n := len(e.p.lines)
	above := e.count(0, e.top, menu)
	for i := range e.top {
		l := &e.p.lines[i]
		if e.is(i, menu) && (skips(l.text) || i < 6 && len(fields(l.text)) >= 3 || bareMenu(l.text) == menu) {
			above = max(above, 3)
		}
	}
	switch {
	case above >= 3:
		e.add(2)
	case above > 0:
		e.add(1)
	}
	switch below := e.company(e.foot, n, menu, footer, button, navLabel); {
	case below >= 3 && e.count(e.foot, n, menu) >= 2:
		e.add(2)
	case e.count(e.foot, n, menu) > 0 && below >= 2:
		e.add(1)
	}
	if e.count(0, e.top, crumbs) > 0 {
		e.add(1)
	}
}

// skips reports whether a menu's entry jumps to the content of its page.
func skips(s string) bool {
	s = fold(s)
	for _, content := range []string{"content", "inhalt", "contenu", "contenido", "contenuto", "conteúdo", "inhoud", "innehåll", "treści", "содержан", "本文", "본문"} {
		if strings.Contains(s, content) {
			return true
		}
	}
	return false
}

// meta weighs what stands round the title: a by-line, a date, a read time, a
// number of views or of comments. A by-line with a date is usual in any text
// that is signed; beside what only a server counts it is a page's.
func (e *evidence) meta() {
	signed, counted := e.facts()
	by, date, beside := false, false, false
	for i, kinds := range signed {
		by, date = by || kinds&1 != 0, date || kinds&2 != 0
		for near := i - 3; near <= i+3; near++ {
			beside = beside || counted[near]
		}
	}
	switch {
	case beside:
		e.add(2)
	case by && date:
		e.add(1)
	}
}

// facts finds the lines near the title that name an author (1) or a date (2),
// and those with what only a server or a journal counts. The first line of a
// note may be its date.
func (e *evidence) facts() (signed map[int]int, counted map[int]bool) {
	signed, counted = map[int]int{}, map[int]bool{}
	for i := range e.top {
		l := &e.p.lines[i]
		if e.is(i, count, commentsLabel) && strings.ContainsFunc(l.text, unicode.IsLetter) && strings.ContainsFunc(l.text, unicode.IsDigit) {
			counted[i] = true
		}
		if i == 0 || !e.is(i, fact) {
			continue
		}
		for _, part := range fields(l.text) {
			_, views := viewsIn(part)
			_, named := byline(part)
			lead, _, _ := strings.Cut(fold(part), ":")
			if views || isReadTime(part) || strings.Contains(handled, "|"+lead+"|") && isDate(part) {
				counted[i] = true
			}
			if named || withRole(part) != "" {
				signed[i] |= 1
			}
			if isDate(part) {
				signed[i] |= 2
			}
		}
	}
	return signed, counted
}

// buttons weighs what a reader of the page presses: one next to another is a
// row of them.
func (e *evidence) buttons() {
	n := len(e.p.lines)
	both := max(e.company(0, e.top, button, count), e.company(e.foot, n, button, count))
	switch all := e.count(0, e.top, button) + e.count(e.foot, n, button); {
	case all >= 2 && both >= 2:
		e.laidOut = true
		e.add(2)
	case all > 0:
		e.add(1)
	}
}

// labels weighs the sections of end matter.
func (e *evidence) labels() {
	n := 0
	for _, c := range []class{tagsLabel, authorLabel, relatedLabel, commentsLabel, navLabel, asideLabel} {
		for i := e.labelsFrom(); i < len(e.p.lines); i++ {
			bare := !strings.ContainsAny(e.p.lines[i].text, ":：") && c != commentsLabel
			if e.is(i, c) && (!bare || i+1 < len(e.p.lines)) {
				n++
				break
			}
		}
	}
	switch {
	case n >= 3:
		e.add(3)
	case n > 0:
		e.add(n)
	}
}

// labelsFrom is the line from which labels of end matter count: the prose of
// comments and of other articles' deks may stand under them.
func (e *evidence) labelsFrom() int {
	return max(len(e.p.lines)/2, len(e.p.lines)-edge)
}

// copyright weighs the line of rights that ends a page.
func (e *evidence) copyright() {
	if e.count(max(e.foot, len(e.p.lines)-12), len(e.p.lines), footer) > 0 {
		e.add(1)
	}
}

// inserts weighs what parts two paragraphs of a page: advertisements, and the
// credits of pictures.
func (e *evidence) inserts() {
	for _, c := range []class{ad, credit, image} {
		for i := range e.p.lines {
			between := i > 0 && i+1 < len(e.p.lines) && (e.p.lines[i-1].prose() || e.p.lines[i+1].prose())
			if between && e.is(i, c) && i < 4*edge {
				e.add(1)
				break
			}
		}
	}
}

// letter weighs what makes a mail a newsletter: that it tells how to stop it,
// and that it can be read in a browser.
func (e *evidence) letter() {
	if e.p.subject == "" {
		return
	}
	for i := max(0, len(e.p.lines)-6); i < len(e.p.lines); i++ {
		if e.is(i, footer) && !strings.Contains(e.p.lines[i].text, "©") {
			e.add(2)
			break
		}
	}
	for i := range min(4, len(e.p.lines)) {
		if s := fold(e.p.lines[i].text); strings.Contains(s, "browser") || strings.Contains(s, "navigateur") || strings.Contains(s, "navegador") {
			e.add(2)
			break
		}
	}
}

// release weighs the marks of a press release, which frame its text.
func (e *evidence) release() {
	n := len(e.p.lines)
	for i := range min(5, n) {
		if !strings.HasPrefix(fold(e.p.lines[i].text), "for immediate release") {
			continue
		}
		for j := max(i+1, n-8); j < n; j++ {
			if s := e.p.lines[j].text; s == "###" || s == "# # #" || s == "-30-" {
				e.add(2)
				e.add(2)
				return
			}
		}
	}
}
