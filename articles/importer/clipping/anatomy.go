package clipping

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// mostRelated bounds the source's own list of related articles.
const mostRelated = 20

// readPage fills the article from the labels of a page, and what no label gave
// from what stands in its place.
func (p *page) readPage() {
	p.readContents()
	p.labelQuestion()
	p.labelComments()
	p.takeTitle()
	p.labelClosing()
	p.labelRows()
	p.labelNotices()
	p.labelDek()
	first, _ := p.span()
	for i := range p.lines {
		if p.lines[i].label != bio {
			p.take(i, i < first)
		}
	}
	p.labelBio()
	for i := range p.lines {
		if p.lines[i].label == bio {
			p.takeBio(p.lines[i].text)
		}
	}
	p.findAuthor()
	p.findBio()
	p.findSite()
	p.dateline()
	p.out.Markdown = emit(p.takeEpigraphs(p.blocks(p.kept()))...)
}

// take reads one line, which stands over the text or not, into the field that its
// label names; words about the author are none of these. A text is taken once.
func (p *page) take(i int, over bool) {
	l, a := &p.lines[i], p.out
	switch l.label {
	case dek: // it stands in one place
		if a.Dek != "" && p.lines[i-1].label != dek {
			l.label = caption
			return
		}
		a.Dek = strings.TrimSpace(a.Dek + " " + l.text)
	case byline, date, fact:
		p.takeFacts(l.text, l.label == byline)
	case notice:
		if !slices.Contains(a.Notices, l.text) {
			a.Notices = append(a.Notices, l.text)
		}
	case tags:
		p.takeTags(l.text)
	case related:
		s := unaddressed(l.text)
		if kind, _, rest := marker(s); kind != noMark && rest != "" {
			s = rest
		}
		if !l.dated() && !p.headedBy(i, lexicon.Comments) && len(a.Related) < mostRelated && !slices.Contains(a.Related, articles.Link{Title: s}) {
			a.Related = append(a.Related, articles.Link{Title: s})
		}
	case furniture, kicker:
		p.takeLabel(l)
		if over && l.words.HasAny(lexicon.Published, lexicon.Updated, lexicon.By) {
			p.takeFacts(l.text, false)
		}
	}
}

// takeLabel reads what a label carries beside it: "Tags: paper, light".
func (p *page) takeLabel(l *line) {
	kinds, lead := lexicon.Opening(l.text)
	if kinds.Has(lexicon.TagsLabel) && len(lead) < len(l.text) {
		p.takeTags(l.text)
	}
	if n, ok := lexicon.CountOfViews(l.text); ok && p.out.SourceViews == 0 {
		p.out.SourceViews = n
	}
}

// takeFacts reads a line of facts: by-line, dates, views. A line that is labelled
// as the by-line names the author even without a word such as "by".
func (p *page) takeFacts(s string, named bool) {
	a := p.out
	for _, part := range cells(s) {
		if n, ok := lexicon.CountOfViews(part); ok {
			if a.SourceViews == 0 {
				a.SourceViews = n
			}
			continue
		}
		if lexicon.Of(part).Has(lexicon.ReadTime) {
			continue
		}
		p.takeDates(part)
		if a.Author != "" {
			continue
		}
		if name, ok := names.ByLine(part); ok {
			a.Author = name
		} else if d, ok := dates.Find(part, dates.Unsure); ok { // "Posted on May 3, 2025 by Jane Roe"
			a.Author, _ = names.ByLine(strings.TrimLeft(part[d.End:], " ,"))
		}
	}
	if a.Author != "" || !named {
		return
	}
	for _, part := range cells(s) {
		if kinds, by := lexicon.Opening(part); kinds.Has(lexicon.By) && names.IsHandle(strings.TrimSpace(part[len(by):])) {
			a.Author = strings.TrimSpace(part[len(by):]) // "Thread starter dora_w"
			return
		}
		lead, _, _ := strings.Cut(part, ",")
		if lead = strings.TrimSpace(lead); !dates.IsLine(part) && (names.IsName(lead) || names.IsHandle(lead)) && lexicon.Whole(lead)&^(1<<lexicon.Particle) == 0 {
			a.Author = lead
			return
		}
	}
}

// takeDates reads the dates of a line, each by the words before it.
func (p *page) takeDates(s string) {
	from := 0
	for _, d := range dates.FindAll(s, p.order()) {
		lead := lexicon.Closing("· "+s[from:d.Start]) | lexicon.Of(s[from:d.Start])
		tail := lexicon.Whole(s[d.End:])
		from = d.End
		if lead.Has(lexicon.Handled) {
			continue
		}
		at := &p.out.Published
		if (lead | tail).Has(lexicon.Updated) {
			at = &p.out.Updated
		}
		if at.IsZero() {
			*at = day(d.Time)
		}
	}
}

// takeTags reads the tags of a line, after the words that head them.
func (p *page) takeTags(s string) {
	if kinds, lead := lexicon.Opening(s); kinds.Has(lexicon.TagsLabel) && len(lead) < len(s) {
		s = s[len(lead):]
	} else if at := strings.IndexAny(s, ":："); at >= 0 && lexicon.Whole(s[:at]).Has(lexicon.TagsLabel) {
		_, n := utf8.DecodeRuneInString(s[at:])
		s = s[at+n:]
	}
	s = strings.Trim(s, ". :：—“”‘’\"'")
	marks := ",;、，·•|؛،\t"
	switch {
	case strings.ContainsAny(s, marks):
	case strings.Contains(s, "#"):
		marks = "#"
	case strings.Contains(s, " / "):
		marks = "/"
	case strings.Contains(s, "  "):
		s = strings.ReplaceAll(s, "  ", ",")
	}
	for _, t := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		t = strings.Trim(t, " #.,;、")
		if t != "" && weigh(t) <= 60 && !slices.ContainsFunc(p.out.Tags, func(o string) bool { return strings.EqualFold(o, t) }) {
			p.out.Tags = append(p.out.Tags, t)
		}
	}
}

// takeBio reads a line about the author: a name by itself, or sentences. A word or
// two are what the author is on this site: "Staff writer".
func (p *page) takeBio(s string) {
	const fewest = 5 // words
	a := p.out
	if !ends(s) && names.IsName(s) && words(s) <= 6 {
		if a.Author == "" {
			a.Author = s
		}
		return
	}
	if !ends(s) && words(s) < fewest {
		return
	}
	a.AuthorBio = strings.TrimSpace(a.AuthorBio + " " + s)
}
