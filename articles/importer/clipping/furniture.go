package clipping

import (
	"strings"
	"unicode"

	"lede/articles/importer/lexicon"
)

// span is where the text of the article begins and ends: its first line of
// prose, and the line after its last of the body. first is len(lines) without
// any.
func (p *page) span() (first, end int) {
	first, end = len(p.lines), 0
	for i := range p.lines {
		switch l := &p.lines[i]; {
		case l.label == prose && l.prose():
			first, end = min(first, i), i+1
		case l.label.body() && l.label != heading && !drawnLine(l.text):
			end = i + 1
		}
	}
	if first == len(p.lines) {
		for i := range p.lines {
			if p.lines[i].label.body() {
				return i, end
			}
		}
	}
	return first, end
}

// kept are the lines of the body.
func (p *page) kept() []line {
	first, end := p.span()
	again := p.again()
	keep := make([]bool, len(p.lines)+1)
	for i := len(p.lines) - 1; i >= 0; i-- {
		l := &p.lines[i]
		keep[i] = p.keeps(i, first, end, again)
		if first < i && keep[i+1] && l.label == furniture && l.words.HasAny(lexicon.Related, lexicon.References, lexicon.Contents) && (p.lines[i+1].gap == 0 || colon(l.text)) {
			keep[i] = true // what it heads stays, so its words stay as well
		}
	}
	var out []line
	gap := int32(0) // of lines that were left out
	for i := range p.lines {
		l := p.lines[i]
		if !keep[i] {
			gap = max(gap, l.gap, 1)
			continue
		}
		l.gap = max(l.gap, min(gap, 1))
		if !l.label.body() {
			if l.label = prose; p.overText(i) {
				l.label = heading
			}
		}
		gap = 0
		out = append(out, l)
	}
	return out
}

// overText reports whether a line that the model took for none of the text, and
// that stays all the same, stands as a heading does: short, by itself, over a
// paragraph. Of a text that is no page the words over its end matter, too.
func (p *page) overText(i int) bool {
	const most, mostWords = 80, 12
	l := &p.lines[i]
	if i == 0 || i+1 >= len(p.lines) || l.weight > most || l.gap == 0 || l.indent > 0 || words(l.text) > mostWords || words(l.text) == 0 || startsLower(l.text) {
		return false
	}
	if p.whole && (l.words.HasAny(sections...) || lexicon.Whole(l.text).Has(lexicon.References)) {
		return !ends(l.text)
	}
	if l.tells() {
		return false
	}
	last := lastMark(l.text)
	next := &p.lines[i+1]
	over := next.prose() || next.label == heading || next.gap == 0 && i+2 < len(p.lines) && p.lines[i+2].prose() && p.lines[i+2].gap > 0 && !next.words.HasAny(lexicon.Credit, lexicon.Image)
	return over && !marks(l.text) && l.words&^quiet == 0 && lexicon.Holds(l.text) == 0 && last != '.' && !stops(l.text) && !strings.Contains(l.text, ". ") && !quotedText(l.text) && !strings.ContainsAny(l.text, "@|©>") && dashed(l.text) == ""
}

// quiet are the kinds of words that a heading may have.
const quiet = 1<<lexicon.Common | 1<<lexicon.Particle | 1<<lexicon.Months | 1<<lexicon.And | 1<<lexicon.Weekday | 1<<lexicon.References

// keeps reports whether line i is of the body. Amid the text, and wherever it
// reads as prose, a line that the model takes for something else is left out only
// when its words or its place say so too.
func (p *page) keeps(i, first, end int, again map[string]int) bool {
	l := &p.lines[i]
	switch {
	case l.label.body():
		return i < end || l.label != heading
	case l.label == title && fold(l.text) == fold(p.out.Title):
		return false
	case p.taken(i, end):
		return false
	case first < i && i < end, l.prose() || l.weight >= sureProse:
		return !p.proven(i, i < end, again)
	}
	return false
}

// taken reports whether the words of line i stand in a field of the article.
func (p *page) taken(i, end int) bool {
	l := &p.lines[i]
	switch l.label {
	case dek, notice, bio:
		return true
	case tags:
		return len(p.out.Tags) > 0
	case related:
		return l.weight <= longest && (i >= end || p.headed(i))
	}
	return false
}

// gone are the kinds of words that the article does not have.
var gone = []lexicon.Kind{
	lexicon.Menu, lexicon.Button, lexicon.Ad, lexicon.Image, lexicon.Credit, lexicon.TagsLabel, lexicon.AuthorLabel, lexicon.Related,
	lexicon.Comments, lexicon.Pages, lexicon.Aside, lexicon.Contents, lexicon.More, lexicon.WordCount, lexicon.ReadTime, lexicon.Views,
	lexicon.Counted, lexicon.Footer, lexicon.Cookie, lexicon.Helped, lexicon.Published, lexicon.Updated, lexicon.Handled, lexicon.Sponsor,
	lexicon.Letter, lexicon.MailHead, lexicon.By, lexicon.NoAuthor,
}

// proven reports whether there is evidence beside its label that line i is no
// part of the article: the lexicon knows its words, it stands again elsewhere, it
// is a date or a number by itself, or the line over it says what it is; the last
// is not enough for a paragraph over the text or amid it.
func (p *page) proven(i int, amid bool, again map[string]int) bool {
	l := &p.lines[i]
	opening, _ := lexicon.Opening(l.text)
	if l.words.HasAny(gone...) || opening.HasAny(gone...) || again[fold(l.text)] > 1 && !l.prose() && !p.inCode(i) {
		return true
	}
	if l.weight <= longest && (l.dated() || l.label == byline && l.tells() || !strings.ContainsFunc(l.text, unicode.IsLetter) && !p.ruled(i)) {
		return true
	}
	return !(l.prose() && amid) && p.headed(i)
}

// ruled reports whether line i is the rule under the head of a table that a program
// drew, or stands right under it.
func (p *page) ruled(i int) bool {
	under := func(i int) bool { return i > 0 && p.lines[i].gap == 0 }
	return under(i) && (under(i-1) && drawnLine(p.lines[i-1].text) || drawnLine(p.lines[i].text) && i+1 < len(p.lines) && under(i+1))
}

// inCode reports whether line i stands among lines of which one is surely code:
// those of a program may stand again elsewhere.
func (p *page) inCode(i int) bool {
	const far = 8
	for j := i; j > max(0, i-far) && p.lines[j].gap == 0; j-- {
		if looksLikeCode(p.lines[j-1].raw) {
			return true
		}
	}
	for j := i + 1; j < min(len(p.lines), i+far) && p.lines[j].gap == 0; j++ {
		if looksLikeCode(p.lines[j].raw) {
			return true
		}
	}
	return false
}

// headed reports whether a line over line i says that no text of the article
// follows: "Comments", "Related".
func (p *page) headed(i int) bool { return p.headedBy(i, sections...) }

// headedBy reports whether the nearest label over line i is one of some kinds.
func (p *page) headedBy(i int, kinds ...lexicon.Kind) bool {
	const far = 60
	for j := i - 1; j >= max(0, i-far); j-- {
		m := &p.lines[j]
		if m.label.body() {
			return false
		}
		if m.weight <= 60 && m.words.HasAny(sections...) {
			return m.words.HasAny(kinds...)
		}
	}
	return false
}

// again counts how often each short line stands in the text.
func (p *page) again() map[string]int {
	n := map[string]int{}
	for i := range p.lines {
		if p.lines[i].weight <= longest {
			n[fold(p.lines[i].text)]++
		}
	}
	return n
}

// readContents learns from a table of contents which headings stand below
// others: those with a number such as 1.1, beside them or over them.
func (p *page) readContents() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.weight > mostHeading || l.label == heading {
			continue
		}
		number, rest, _ := strings.Cut(l.text, " ")
		if number == "" || strings.Trim(number, "0123456789.") != "" || !strings.Contains(strings.Trim(number, "."), ".") {
			continue
		}
		if rest == "" && i+1 < len(p.lines) {
			rest = p.lines[i+1].text
		}
		p.deep[headingKey(rest)] = true
	}
}
