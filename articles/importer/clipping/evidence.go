package clipping

import (
	"strings"

	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// A text is read as a page of the web only when it is one beyond doubt; of any
// other text no line is left out. Words prove nothing by themselves: "Share",
// "6 min read" and "All rights reserved" stand in notes, licenses and manuals
// too. What tells a page is that several independent kinds of furniture stand in
// it, each in the place where pages have it, and that the model takes those
// lines for furniture among their neighbours.
//
// Each kind weighs once, however often it stands there, so that a long text
// gathers no evidence by its length. A kind weighs two when hardly any text but
// a page has it, else one.
const (
	enough      = 4   // weight of a page
	enoughShort = 8   // of one with hardly any prose, whose furniture may be all it is about
	fewProse    = 180 // what hardly any prose weighs
	edge        = 80  // lines above and below the prose that may hold furniture
)

// isPage reports whether the text is beyond doubt a page of the web.
func (p *page) isPage() bool {
	first, last, prosy := len(p.lines), -1, int32(0)
	for i := range p.lines {
		if p.lines[i].prose() && p.lines[i].label == prose {
			first, last = min(first, i), i
			prosy += p.lines[i].weight
		}
	}
	if last < 0 {
		first, last = len(p.lines)/2, len(p.lines)/2-1
	}
	top := p.lines[:min(first+1, len(p.lines), edge)]
	foot := p.lines[max(last+1, len(p.lines)-edge):]
	weight, kinds, strong := 0, 0, false
	for _, n := range []int{
		menus(top), menus(foot), meta(top), p.opening(top), buttons(top, foot), labels(foot), footer(foot), contacts(top, foot), inserts(p.lines[min(first, last+1) : last+1]),
		column(top, foot),
	} {
		if n > 0 {
			kinds++
		}
		weight += n
		strong = strong || n > 1
	}
	need := enough
	if prosy < fewProse {
		need = enoughShort
	}
	return strong && kinds > 1 && weight >= need
}

// furnished reports whether line l stands as a line of a page's furniture does:
// flush left, without marks, and the model takes it for no part of the text.
func furnished(l *line) bool {
	return l.indent == 0 && !l.label.body() && l.label != title && !strings.HasPrefix(l.text, "-") && !strings.HasPrefix(l.text, "|")
}

// count is the number of different lines of furniture that have one of the kinds.
func count(lines []line, kinds ...lexicon.Kind) int {
	seen := map[string]bool{}
	for i := range lines {
		if l := &lines[i]; furnished(l) && whole(l).HasAny(kinds...) {
			seen[fold(l.text)] = true
		}
	}
	return len(seen)
}

// whole is what a line is by all it says, or what the parts of a row are.
func whole(l *line) lexicon.Kinds {
	if l.weight > longest {
		return 0
	}
	kinds := lexicon.Whole(l.text)
	for _, part := range cells(l.text) {
		kinds |= lexicon.Whole(part)
	}
	return kinds
}

// grade is two for much, one for some.
func grade(n, much int) int {
	switch {
	case n >= much:
		return 2
	case n > 0:
		return 1
	}
	return 0
}

// menus weighs what leads through a site.
func menus(lines []line) int {
	n := count(lines, lexicon.Menu)
	for i := range lines {
		l := &lines[i]
		if i > 0 && i < 4 && n == 2 && l.gap == 0 && furnished(l) && l.words.Has(lexicon.Menu) && lines[i-1].words.Has(lexicon.Menu) {
			n++ // a pair under the name of a site
		}
		if furnished(l) && trail(l.text) {
			n++
		}
		if furnished(l) && menuRow(l.text) {
			n += 3
		}
	}
	return grade(n, 3)
}

// meta weighs what stands round the title: a by-line, a date, and beside them
// what only a server counts.
func meta(top []line) int {
	by, day, counted := 0, 0, 0
	for i := range top {
		l := &top[i]
		if i == 0 || l.indent > 0 || l.weight > longest {
			continue
		}
		if _, ok := names.ByLine(l.text); ok || l.label == byline {
			by = 1
		}
		if l.dated() || l.label == date {
			day = 1
		}
		if l.words.HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Comments, lexicon.Handled) && strings.ContainsAny(l.text, "0123456789") {
			counted = 1
		}
	}
	return max(min(by, day), 2*min(counted, by+day), counted)
}

// buttons weighs what a reader of the page presses: one next to another is a row
// of them.
func buttons(parts ...[]line) int {
	n := 0
	for _, lines := range parts {
		n += count(lines, lexicon.Button)
	}
	return grade(n, 2)
}

// labels weighs the sections of end matter.
func labels(foot []line) int {
	n := 0
	for _, k := range []lexicon.Kind{lexicon.TagsLabel, lexicon.AuthorLabel, lexicon.Related, lexicon.Comments, lexicon.Pages, lexicon.Aside} {
		for i := range foot {
			if l := &foot[i]; furnished(l) && l.weight <= 60 && (whole(l) | l.words).Has(k) && i+1 < len(foot) {
				n++
				break
			}
		}
	}
	return grade(n, 2)
}

// footer weighs the foot of a page.
func footer(foot []line) int {
	for i := range foot {
		if l := &foot[i]; furnished(l) && l.words.HasAny(lexicon.Footer, lexicon.Letter) {
			return 1
		}
	}
	return 0
}

// opening weighs the first lines of what was sent: of a release "for immediate
// release", of a letter where to read it in a browser.
func (p *page) opening(top []line) int {
	for i := range top[:min(3, len(top))] {
		l := &top[i]
		kinds := l.words | whole(l)
		if furnished(l) && (lexicon.Whole(l.text).Has(lexicon.Notice) || kinds.HasAny(lexicon.Letter, lexicon.Footer)) {
			return 3
		}
	}
	return 0
}

// contacts weighs where somebody can be reached, above or below a text.
func contacts(parts ...[]line) int {
	for _, lines := range parts {
		for i := range lines {
			if l := &lines[i]; furnished(l) && l.weight <= 60 && strings.Contains(l.text, "@") && !strings.Contains(l.text, " ") {
				return 1
			}
		}
	}
	return 0
}

// inserts weighs what stands between two paragraphs.
func inserts(lines []line) int {
	for i := range lines {
		if l := &lines[i]; furnished(l) && l.words.HasAny(lexicon.Ad, lexicon.Credit, lexicon.More, lexicon.Image) {
			return 1
		}
	}
	return 0
}

// column weighs columns of many entries without a gap, as menus, archives and
// lists of topics are copied.
func column(parts ...[]line) int {
	const long, known = 8, 2
	for _, lines := range parts {
		run, menu := 0, 0
		for i := range lines {
			l := &lines[i]
			if l.gap > 0 || l.label.body() || l.weight > 40 || ends(l.text) {
				run, menu = 0, 0
				continue
			}
			run++
			if l.words.HasAny(lexicon.Menu, lexicon.Button) {
				menu++
			}
			if run >= long && menu >= known {
				return 2
			}
		}
	}
	return 0
}
