package clipping

import "strings"

// A text is read as a page of the web only when it is one beyond doubt; of any
// other text no line is left out. Words prove nothing by themselves: "Share",
// "6 min read", "Advertisement" and "All rights reserved" stand in notes,
// licenses and manuals too. What tells a page is that several independent
// kinds of furniture stand in it, each in the place where pages have it:
//
//   - above the text, or right under its title: a menu, a path through the
//     site, a link that skips to the content; a by-line with a date, a read
//     time, a number of views or comments;
//   - below the text: labels of end matter, a number of comments, a menu, a
//     copyright with entries of a menu round it;
//   - beside either: buttons, one next to another or next to facts;
//   - in either edge: a column of many entries without a gap, as menus, archives
//     and lists of topics are copied; under a label of end matter, headlines
//     with their dates;
//   - between two paragraphs: an advertisement, the credit of a picture.
//
// Beside rows of buttons, columns and such lists, that each paragraph is a line
// of its own, however long, says a little too: a page is copied so.
//
// Each kind weighs once, however often it stands there, so that a long text
// gathers no evidence by its length. A kind weighs two when hardly any text
// but a page has it (see signs.go), else one. A page needs
// [enoughEvidence], of two kinds at the least and one of them strong. What a page has
// flush left does not count when it is indented or heads indented lines, as in
// a manual, or when a line is drawn under it.

// enoughEvidence is how much evidence makes a text a page, where it has three
// paragraphs of prose. With fewer, what looks like furniture may be all that the
// text is about: twice as much is asked for.
const enoughEvidence = 4

// edge is how many lines above and below the prose may hold furniture.
const edge = 80

// evidence weighs the signs of a page.
type evidence struct {
	p         *page
	top, foot int // the lines before top and from foot on are the edges
	weight    int
	kinds     int
	strong    bool
	laidOut   bool // rows of buttons, columns or lists stand as only a page has them
}

// isPage reports whether the text is beyond doubt a page of the web.
func (p *page) isPage() bool {
	first, last, paragraphs := -1, -1, 0
	for i := range p.lines {
		if p.lines[i].prose() {
			if first < 0 {
				first = i
			}
			last = i
			paragraphs++
		}
	}
	e := &evidence{p: p, top: min(first+6, len(p.lines)), foot: last + 1}
	need := enoughEvidence
	if first < 0 {
		e.top, e.foot = len(p.lines)/2, len(p.lines)/2
	}
	if paragraphs < 3 {
		need *= 2
	}
	e.top = min(e.top, edge)
	e.foot = max(e.foot, len(p.lines)-edge)
	for _, weigh := range []func(){e.menus, e.meta, e.buttons, e.labels, e.copyright, e.inserts, e.letter, e.release, e.columns, e.listing, e.unbroken} {
		weigh()
	}
	return e.strong && e.kinds > 1 && e.weight >= need
}

// add weighs a sign; two is a strong one.
func (e *evidence) add(n int) {
	e.weight += n
	e.kinds++
	e.strong = e.strong || n > 1
}

// is reports whether line i is furniture of class c that stands as on a page.
func (e *evidence) is(i int, c ...class) bool {
	if i < 0 || i >= len(e.p.lines) {
		return false
	}
	l := &e.p.lines[i]
	if l.indent > 0 || strings.HasPrefix(l.text, "-") || strings.HasPrefix(l.text, "|") || strings.Contains(l.text, "\t") && l.class == menu {
		return false
	}
	if i+1 < len(e.p.lines) && (e.p.lines[i+1].indent > 0 || e.p.lines[i+1].class == rule && e.p.lines[i+1].gap == 0) {
		return false
	}
	for _, want := range c {
		if l.class == want {
			return true
		}
	}
	return false
}

// count is the number of different lines of a class between two lines.
func (e *evidence) count(from, to int, c ...class) int {
	seen := map[string]bool{}
	for i := from; i < to; i++ {
		if e.is(i, c...) {
			seen[fold(e.p.lines[i].text)] = true
		}
	}
	return len(seen)
}

// company is the most lines of a class that stand one next to another.
func (e *evidence) company(from, to int, c ...class) int {
	run, most := 0, 0
	for i := from; i < to; i++ {
		if e.is(i, c...) {
			run++
			most = max(most, run)
		} else {
			run = 0
		}
	}
	return most
}
