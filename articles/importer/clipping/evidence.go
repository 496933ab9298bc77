package clipping

import (
	_ "embed"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// A text is read as a page of the web only when it is one beyond doubt; of any
// other text no line is left out. Words prove nothing by themselves: "Share",
// "6 min read" and "All rights reserved" stand in notes, licenses and manuals
// too. What tells a page is that several kinds of evidence stand in it, each in
// the place where pages have it, and what the model makes of its lines. How much
// each tells is fitted from pages and from texts that are none, of which each
// that is taken for a page counts as much as twenty pages that are taken for none.

//go:embed pages.txt
var pageWeights string

// weighPages are the weights of [page.evidence], by name.
var weighPages = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(pageWeights) {
		name, weight, _ := strings.Cut(strings.TrimSpace(line), " ")
		w, err := strconv.ParseFloat(weight, 64)
		if err != nil {
			panic(err) // the file is part of the program, and a test reads it
		}
		out[name] = w
	}
	return out
})

// isPage reports whether the text is beyond doubt a page of the web, with a text
// beside its furniture.
func (p *page) isPage() bool {
	if !slices.ContainsFunc(p.lines, func(l line) bool { return l.label.body() }) {
		return false
	}
	sum, weights, evidence := 0.0, weighPages(), p.evidence()
	for _, name := range slices.Sorted(maps.Keys(evidence)) { // in another order the sum is another
		sum += weights[name] * evidence[name]
	}
	return sum > 0
}

// Evidence tells whether a text is a page, each piece by its name and how much
// there is of it. The weights are fitted from it.
func Evidence(text string) map[string]float64 {
	p := open(plain(articles.Clean(text)))
	p.labelLines()
	return p.evidence()
}

const (
	fewProse = 180 // what hardly any prose weighs
	fewLines = 25  // how many a page hardly has
	edge     = 80  // lines above and below the prose that may hold furniture
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
	name  string
	at    place
	short bool // the words open a short line; else they are all it says
	kinds []lexicon.Kind
}

var clues = []clue{
	{name: "menu-above", at: above, kinds: []lexicon.Kind{lexicon.Menu}},
	{name: "menu-below", at: below, kinds: []lexicon.Kind{lexicon.Menu}},
	{name: "button", at: around, kinds: []lexicon.Kind{lexicon.Button}},
	{name: "ending", at: below, short: true, kinds: []lexicon.Kind{lexicon.TagsLabel, lexicon.AuthorLabel, lexicon.Related, lexicon.Comments, lexicon.Pages, lexicon.Aside}},
	{name: "footer", at: below, short: true, kinds: []lexicon.Kind{lexicon.Footer, lexicon.Letter}},
	{name: "offer", at: above, short: true, kinds: []lexicon.Kind{lexicon.Letter, lexicon.Cookie, lexicon.Sponsor}},
	{name: "insert", at: amid, short: true, kinds: []lexicon.Kind{lexicon.Ad, lexicon.Credit, lexicon.More, lexicon.Image}},
}

// evidence is what tells whether the text is a page: clues in their places, what
// stands round the title, and of each label how sure the model is of its surest
// line, and of how many.
func (p *page) evidence() map[string]float64 {
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
	out := map[string]float64{"any": 1, "head": float64(meta(top)), "column": float64(column(top, foot)), "dumped": float64(dumped(foot))}
	out["lines"] = math.Log1p(float64(len(p.lines)))
	if p.subject != "" {
		out["mail"] = 1
	}
	if len(p.lines) < fewLines {
		out["short"] = 1
	}
	if prosy < fewProse {
		out["hardly-prose"] = 1
	}
	for i := range clues {
		if n := clues[i].count(parts); n > 0 {
			out[clues[i].name] = 1
			out[clues[i].name+"-many"] = math.Log1p(float64(n))
		}
	}
	for label, name := range LabelNames {
		most, sum := 0.0, 0.0
		for _, row := range p.chances {
			most, sum = max(most, row[label]), sum+row[label]
		}
		out["sure-"+name], out["many-"+name] = most, math.Log1p(sum)
	}
	return out
}

// count says how many different lines have the clue.
func (c *clue) count(parts [][][]line) int {
	seen := map[string]bool{}
	for _, lines := range parts[c.at] {
		for i := range lines {
			l := &lines[i]
			sets := furnished(l) || c.at != amid && l.indent == 0 && l.weight <= 40 && !ends(l.text)
			if c.has(l) && sets || c.kinds[0] == lexicon.Menu && furnished(l) && trail(l.text) {
				seen[fold(l.text)] = true
			}
		}
	}
	return len(seen)
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
