// Package clipping recovers the anatomy of an article from plain text: what a
// browser puts on the clipboard when a page is copied, a saved e-mail, a note.
//
// Such a text has lines and nothing else:
//
//   - it is found which lines are laid out with spaces and which were wrapped at a
//     column, and these are joined (layout.go, wrap.go);
//   - each line is described by its shape, its words, its place and its
//     neighbours (features.go, context.go); the words of languages are the lexicon's;
//   - a fitted model finds the labels of all lines together (label.go); its
//     weights come from labelled pages, see the command samples/fit;
//   - what is labelled as title, by-line, date and the like fills the fields of
//     the article (anatomy.go, settle.go), the rest becomes blocks of HTML (blocks.go,
//     list.go, quote.go, code.go), which package compose writes as Markdown.
//
// A line is left out only of a text that is beyond doubt a page (evidence.go),
// and amid the text only when two independent kinds of evidence agree
// (furniture.go). Of any other text no word is left out (whole.go), and what is
// laid out with spaces is shown as it stands.
//
// When in doubt a line stays: a button too much is better than a paragraph
// lost. What the text does not state stays empty.
package clipping

import (
	"slices"
	"strings"
	"unicode"

	"lede/articles"
	"lede/articles/importer/dates"
)

// page is a text while its anatomy is being found.
type page struct {
	lines    []line
	out      *articles.Article
	features [][]string      // of the lines, or of those at the start of a long text
	subject  string          // of a mail; empty for other texts
	sender   string          // the name in a mail's From
	header   []line          // of a mail
	whole    bool            // the text is no page: no line of it is left out
	deep     map[string]bool // headings below others, folded
	turns    map[string]int  // the labels of an interview, and how often each speaks
	ordered  *dates.Order    // how it writes 08/02/2026; nil before it was asked
}

// mostLines is how many lines a text has at most of which the anatomy is looked
// for: no page and hardly a book has as many, and each line takes memory. What
// has more is shown as it stands.
const mostLines = 400_000

// Parse returns the article that text holds. It fills the title, dek, author
// with bio, site, dates, views, notices, tags, epigraphs, related articles and
// the body as Markdown, each only when the text states it. It never fails: a
// text without any structure becomes a body without a title.
func Parse(text string) *articles.Article {
	text = plain(articles.Clean(text))
	if strings.Count(text, "\n") > mostLines {
		return &articles.Article{Markdown: emit(element("pre", text))}
	}
	if lines := split(text); log(lines) || program(lines) {
		return &articles.Article{Markdown: emit(element("pre", verbatim(lines, 0)))}
	}
	p := open(text)
	p.labelLines()
	if p.isPage() {
		p.readPage()
	} else {
		p.readWhole()
	}
	p.clean()
	return p.out
}

// open cuts a text into lines and joins what was wrapped.
func open(text string) *page {
	p := &page{out: &articles.Article{}, deep: map[string]bool{}}
	p.lines = mend(split(expandTabs(text)))
	p.readMail()
	p.takeTurns()
	p.drawSignature()
	takeMargin(p.lines)
	p.centre()
	for i := range p.lines {
		if i < edgeLines || i >= len(p.lines)-edgeLines {
			p.lines[i].look()
		}
	}
	p.layOut()
	p.lines = unwrap(p.lines)
	return p
}

// mend puts together what a browser copied in pieces: the first letter of a
// paragraph that is set large, and formulas of which each sign is a line.
func mend(lines []line) []line {
	const tiny, several, most = 3, 3, 60
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if next := i + 1; next < len(lines) && l.weight == 1 && startsUpper(l.text) && lines[next].gap == 0 && startsLower(lines[next].text) && lines[next].weight > sureProse/2 {
			l.text += lines[next].text
			l.raw, l.weight = l.text, l.weight+lines[next].weight
			i = next
		}
		j := i + 1
		for j < min(len(lines), i+most) && lines[j].gap == 0 && lines[j].weight <= tiny {
			j++
		}
		if j-i >= several && j < len(lines) && lines[j].gap == 0 && lines[j].weight > tiny && !startsUpper(lines[j].text) && hasSign(lines[i:j]) {
			parts := make([]string, 0, j-i+1)
			for k := i; k <= j; k++ {
				parts = append(parts, lines[k].text)
			}
			if len(out) > 0 && l.weight <= tiny && l.gap == 0 {
				l = out[len(out)-1]
				out, parts = out[:len(out)-1], slices.Insert(parts, 0, l.text)
			}
			l.text = strings.Join(parts, " ")
			l.raw, l.weight = l.text, weigh(l.text)
			i = j
		}
		out = append(out, l)
	}
	return out
}

// hasSign reports whether one of the lines is a sign of mathematics.
func hasSign(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool {
		return strings.ContainsFunc(l.text, func(r rune) bool { return unicode.Is(unicode.Sm, r) })
	})
}

// clean makes every field a text of one line, as the domain promises.
func (p *page) clean() {
	a := p.out
	a.CleanLines()
	a.Markdown = articles.Clean(a.Markdown)
}
