// Package clipping recovers the anatomy of an article from plain text: what a
// browser puts on the clipboard when a page is copied, a saved e-mail, a note.
//
// Such a text has lines and nothing else, so the rules are about lines:
//
//   - lines that were wrapped at a column are joined (wrap.go);
//   - each line is classed by the words of pages in many languages
//     (phrases.go, classify.go, label.go, fact.go);
//   - the title is the strongest line before the first prose (title.go);
//   - between title and body stand dek, by-line, dates, notices (head.go);
//   - the body ends at the first label of end matter after which little prose
//     follows (end.go); what stands there is read by its labels
//     (tail.go, related.go);
//   - the lines between become blocks (body.go, list.go, quote.go, code.go)
//     and the blocks Markdown (emit.go).
//
// All this holds of a text that is beyond doubt a page (evidence.go, signs.go).
// Of any other no word is left out (whole.go): what is laid out with spaces is
// shown as it stands, wrapped paragraphs are joined, the rest keeps its lines
// (layout.go).
//
// When in doubt a line stays in the body: a button too much is better than a
// paragraph lost. What the text does not state stays empty.
package clipping

import (
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/dates"
)

// page is a text while its anatomy is being found.
type page struct {
	lines   []line
	out     *articles.Article
	subject string // of a mail; empty for other texts
	sender  string // the name in a mail's From

	header []line // of a mail
	whole  bool   // the text is no page: no line of it is left out
	note   bool   // the text has no paragraphs of prose: a list, a poem, a memo
	title  int    // index of the title's line; -1 without one
	body   int    // index of the first line of the body
	end    int    // index after its last line
	skip   map[int]bool
	toc    map[string]bool // headings that a table of contents names, folded
	names  map[string]bool // names that the page shows as its author, folded
	folds  map[int]string  // lines, folded; see [page.folded]

	speakers map[string]bool // the labels of an interview

	itemRun  stretch // the latest that items read, and verses
	verseRun stretch

	order    *dates.Order    // how it writes 08/02/2026; nil before it was asked
	masthead map[string]bool // lines above the text that name the site, folded
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
	p := &page{
		out:   &articles.Article{},
		title: -1,
		skip:  map[int]bool{},
		toc:   map[string]bool{},
		names: map[string]bool{},

		speakers: map[string]bool{},
		masthead: map[string]bool{},
	}
	text = plain(articles.Clean(text))
	if strings.Count(text, "\n") > mostLines {
		p.out.Markdown = emit([]block{{kind: codeBlock, parts: []string{strings.Trim(text, "\n")}}})
		return p.out
	}
	p.lines = split(text)
	if log(p.lines) {
		p.out.Markdown = emit([]block{{kind: codeBlock, parts: verbatim(p.lines)}})
		return p.out
	}
	p.readMail()
	classify(p.lines)
	asWritten := slices.Clone(p.lines)
	p.lines = unwrap(p.lines, false)
	if !p.isPage() {
		p.lines = asWritten
		p.readWhole()
		return p.out
	}
	p.tellNote()
	p.readContents()
	p.skipPromotions()
	p.relabel()
	p.findTitle()
	p.readHead()
	p.labelAuthor()
	p.findEnd()
	p.readTail()
	p.skipLinks()
	p.findSpeakers()
	blocks := p.blocks()
	blocks = p.takeEpigraphs(blocks)
	p.out.Markdown = emit(blocks)
	p.findSite()
	p.settleDates()
	p.clean()
	return p.out
}

// clean makes every field a text of one line, as the domain promises.
func (p *page) clean() {
	a := p.out
	for _, s := range []*string{&a.Title, &a.Dek, &a.Author, &a.AuthorBio, &a.Site} {
		*s = articles.CleanLine(*s)
	}
	for i := range a.Notices {
		a.Notices[i] = articles.CleanLine(a.Notices[i])
	}
	for i := range a.Tags {
		a.Tags[i] = articles.CleanLine(a.Tags[i])
	}
	for i := range a.Related {
		a.Related[i].Title = articles.CleanLine(a.Related[i].Title)
	}
	for i, q := range a.Epigraphs {
		a.Epigraphs[i] = articles.Quote{Text: articles.CleanLine(q.Text), By: articles.CleanLine(q.By)}
	}
	a.Markdown = articles.Clean(a.Markdown)
}

// addNotice keeps a notice once.
func (p *page) addNotice(s string) {
	for _, n := range p.out.Notices {
		if n == s {
			return
		}
	}
	p.out.Notices = append(p.out.Notices, strings.TrimSpace(s))
}

// addTag keeps a tag once, without its mark.
func (p *page) addTag(s string) {
	s = strings.Trim(s, " #.,;、")
	if s == "" || weigh(s) > 60 {
		return
	}
	for _, t := range p.out.Tags {
		if strings.EqualFold(t, s) {
			return
		}
	}
	p.out.Tags = append(p.out.Tags, s)
}
