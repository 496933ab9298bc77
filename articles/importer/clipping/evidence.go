package clipping

import (
	"strings"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// A text is read as a page of the web only when it is one beyond doubt; of any
// other text no line is left out. Words prove nothing by themselves: "Share",
// "6 min read" and "All rights reserved" stand in notes, licenses and manuals
// too. What tells a page is that several independent clues stand in it, each in
// the place where pages have it, and that the model takes those lines for
// furniture among their neighbours.
//
// Each clue weighs once, however often it stands there, so that a long text
// gathers no evidence by its length: two when hardly any text but a page has it,
// else one.
const (
	enough      = 4   // weight of a page
	enoughShort = 8   // of one with hardly any prose, whose furniture may be all it is about
	fewProse    = 180 // what hardly any prose weighs
	edge        = 80  // lines above and below the prose that may hold furniture
)

// place is where a clue stands.
type place uint8

const (
	above place = iota
	below
	around // above or below
	amid
)

// clue is a kind of furniture: lines with certain words, in a certain place.
type clue struct {
	at    place
	short bool // the words open a short line; else they are all it says
	one   int  // what a line of it weighs
	much  int  // how many different lines weigh two; 0 stands for no number
	kinds []lexicon.Kind
}

var clues = []clue{
	{at: above, one: 1, much: 3, kinds: []lexicon.Kind{lexicon.Menu}},
	{at: below, one: 1, much: 3, kinds: []lexicon.Kind{lexicon.Menu}},
	{at: around, one: 1, much: 2, kinds: []lexicon.Kind{lexicon.Button}},
	{at: below, one: 1, much: 2, short: true, kinds: []lexicon.Kind{lexicon.TagsLabel, lexicon.AuthorLabel, lexicon.Related, lexicon.Comments, lexicon.Pages, lexicon.Aside}},
	{at: below, one: 1, much: 2, short: true, kinds: []lexicon.Kind{lexicon.Footer, lexicon.Letter}},
	{at: above, one: 2, short: true, kinds: []lexicon.Kind{lexicon.Letter, lexicon.Cookie, lexicon.Sponsor}},
	{at: amid, one: 1, short: true, kinds: []lexicon.Kind{lexicon.Ad, lexicon.Credit, lexicon.More, lexicon.Image}},
}

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
	parts := [][][]line{above: {top}, below: {foot}, around: {top, foot}, amid: {p.lines[min(first, last+1) : last+1]}}
	kinds, weight, strong := 0, 0, false
	if p.subject != "" {
		kinds, weight = 1, 1
	}
	for _, n := range append([]int{meta(top), column(top, foot), dumped(foot)}, clueWeights(parts)...) {
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

// clueWeights weighs the clues.
func clueWeights(parts [][][]line) []int {
	out := make([]int, 0, len(clues))
	for _, c := range clues {
		seen := map[string]bool{}
		for _, lines := range parts[c.at] {
			for i := range lines {
				if l := &lines[i]; c.has(l) && (furnished(l) || c.at != amid && l.indent == 0 && l.weight <= 40 && !ends(l.text)) {
					seen[fold(l.text)] = true
				}
				if l := &lines[i]; c.kinds[0] == lexicon.Menu && furnished(l) && trail(l.text) {
					seen[fold(l.text)] = true
				}
				if c.at == above && c.much == 3 && 0 < i && i < 4 && c.has(&lines[i]) && c.has(&lines[i-1]) {
					seen["a pair under the name of a site"] = true
				}
			}
		}
		switch {
		case c.much > 0 && len(seen) >= c.much:
			out = append(out, 2)
		case len(seen) > 0:
			out = append(out, c.one)
		default:
			out = append(out, 0)
		}
	}
	return out
}

func (c *clue) has(l *line) bool {
	return whole(l).HasAny(c.kinds...) || c.short && l.weight <= 100 && l.words.HasAny(c.kinds...)
}

// furnished reports whether line l stands as a line of a page's furniture does:
// flush left, without marks, and the model takes it for no part of the text.
func furnished(l *line) bool {
	return l.indent == 0 && !l.label.body() && l.label != title && !strings.HasPrefix(l.text, "-") && !strings.HasPrefix(l.text, "|")
}

// whole is what a line is by all it says, or what the parts of a row are.
func whole(l *line) lexicon.Kinds {
	if l.weight > longest {
		return 0
	}
	text := unaddressed(l.text)
	kinds := lexicon.Whole(text)
	for _, part := range cells(text) {
		kinds |= lexicon.Whole(part)
	}
	return kinds
}

// meta weighs what stands round the title: a by-line, a date, and beside them
// what only a server counts; or on a line by itself what a release opens with.
func meta(top []line) int {
	by, day, counted := 0, 0, 0
	for i := range top {
		l := &top[i]
		if i < 3 && furnished(l) && l.weight <= 60 && l.words.Has(lexicon.Notice) && capitals(l.text) {
			return 3
		}
		if i == 0 || l.indent > 0 || l.weight > longest {
			continue
		}
		if _, ok := names.ByLine(l.text); ok || l.label == byline {
			by = 1
		}
		if _, dated := dates.Find(l.text, dates.Unsure); l.label == date || dated && (l.label == byline || l.dated()) {
			day = 1
		}
		if l.words.HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Comments, lexicon.Handled) && strings.ContainsAny(l.text, "0123456789") {
			counted = 1
		}
	}
	return max(min(by, day), 2*min(counted, by+day), counted)
}

// dumped weighs the list of addresses that a text browser writes below a page.
func dumped(foot []line) int {
	const least = 2
	n := 0
	for i := range foot {
		mark, address, _ := strings.Cut(strings.TrimSpace(foot[i].text), " ")
		if strings.HasPrefix(address, "http") && strings.Trim(mark, "[].0123456789") == "" {
			n++
		}
	}
	if n < least {
		return 0
	}
	return 2
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
