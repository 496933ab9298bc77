package clipping

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// mostRelated bounds the source's own list of related articles.
const mostRelated = 20

// readPage fills the article from the labels of a page.
func (p *page) readPage() {
	p.readContents()
	p.veto()
	p.takeTitle()
	p.settle()
	seen := map[string]bool{}
	for i := range p.lines {
		p.take(i, seen)
	}
	p.takeMail()
	p.findSite()
	blocks := p.takeEpigraphs(p.blocks(p.kept()))
	p.out.Markdown = emit(blocks)
	p.settleDates()
}

// takeTitle takes the line that is the likeliest title of those before the text,
// and of those that are labelled so: none that tells a fact, and none that stands
// in the text as a heading. A line labelled so after the text began is a heading.
func (p *page) takeTitle() {
	first, _ := p.span()
	head := p.lines[:min(first+1, len(p.lines), edgeLines)]
	headings := map[string]bool{}
	for i := first + 1; i < len(p.lines); i++ {
		if p.lines[i].label == heading {
			headings[headingKey(p.lines[i].text)] = true
		}
	}
	chances := model().Chances(p.features)
	could := func(i int) bool {
		l := &head[i]
		return l.weight <= longest && !l.tells() && !drawnLine(l.text) && !headings[headingKey(l.text)]
	}
	at, most := -1, 0.01
	for i := range head {
		chance := chances[i][title]
		if head[i].label == title {
			chance += 0.5
		}
		chance += p.opens(i, first)
		if chance > most && could(i) {
			at, most = i, chance
		}
	}
	if over := at - 1; over >= 0 && could(over) && overDek(head, over, chances) {
		head[at].label, at = dek, over
	}
	if p.out.Title = p.subject; at >= 0 {
		p.lines[at].label, p.out.Title = title, p.lines[at].text
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.label == title && i != at {
			if l.label = furniture; i > first && fold(l.text) != fold(p.out.Title) {
				l.label = heading
			}
		}
	}
}

// opens weighs what else speaks for a title and against it: the text begins with
// its words, or a shorter line over the text, the name of the site, is part of it.
func (p *page) opens(i, first int) float64 {
	const far, share, masthead = 80, 0.6, 8
	s := fold(p.lines[i].text)
	weight := 0.0
	if first < len(p.lines) && weigh(s) >= 4 && words(s) > 1 && words(s) <= 6 {
		if text := fold(p.lines[first].text[:min(far, len(p.lines[first].text))]); strings.Contains(text, s) {
			weight += share
		}
	}
	for j := range p.lines[:min(first, i, masthead)] {
		if l := &p.lines[j]; !l.label.body() && l.words == 0 && words(l.text) <= 3 && weigh(l.text) >= 4 && fold(l.text) != s && strings.Contains(p.lines[i].text, l.text) {
			return weight - share
		}
	}
	return weight
}

// veto takes for furniture what the model has for a notice or a title and what
// is a button or a label by all its words, and for who said a quotation the line
// that begins with a name which stands by itself elsewhere: "ada said:".
func (p *page) veto() {
	again := p.again()
	for i := range p.lines {
		l := &p.lines[i]
		if l.weight > longest {
			continue
		}
		switch l.label {
		case notice, title, related, bio, dek, byline:
			if lexicon.Whole(l.text).HasAny(lexicon.Button, lexicon.Comments, lexicon.Related, lexicon.Pages) {
				l.label = furniture
			}
		case prose, item, furniture, comment:
			at := strings.LastIndexByte(l.text, ' ')
			if colon(l.text) && at > 0 && words(l.text) <= 4 && i+1 < len(p.lines) && p.lines[i+1].gap == 0 && again[fold(l.text[:at])] > 0 {
				l.label = quoteBy
			}
		}
	}
}

// overDek reports whether of two lines that could be the title the one below is
// the dek: it is the longer, and the model or the gap over both allows it.
func overDek(head []line, i int, chances [][]float64) bool {
	over, under := &head[i], &head[i+1]
	if over.words != 0 || over.label == site || words(over.text) < 2 || words(under.text) < 5 || under.gap > 1 {
		return false
	}
	together := over.gap > 0 && under.gap == 0 && chances[i+1][dek] > 0.04 && chances[i][kicker] < 0.3
	return together || chances[i][title]*8 > chances[i+1][title]
}

// settle gives lines round the text the labels that their place among others
// tells, where the model had none for them: the dek under the title, the author
// by name, the words about the author.
func (p *page) settle() {
	first, end := p.span()
	at, named := -1, false
	for i := range p.lines[:min(first, len(p.lines))] {
		if p.lines[i].label == title {
			at = i
		}
		named = named || p.lines[i].label == byline
	}
	p.labelDek(at, first)
	for i := max(at-1, 0); i < min(first, len(p.lines)) && at >= 0 && !named; i++ {
		if l := &p.lines[i]; i != at && !l.label.body() && l.words == 0 && names.IsFullName(l.text) && l.label != caption && l.label != credit {
			l.label, named = byline, true
		}
	}
	if author := p.authorOf(first); author != "" {
		p.labelBio(author, end)
	}
}

// authorOf is the name in the first by-line.
func (p *page) authorOf(first int) string {
	for i := range p.lines[:min(first, len(p.lines))] {
		if l := &p.lines[i]; l.label == byline {
			if name, ok := names.ByLine(l.text); ok {
				return name
			} else if s := cells(l.text)[0]; names.IsFullName(s) {
				return s
			}
		}
	}
	return ""
}

// mostDek is how heavy a dek may be.
const mostDek = 420

// labelDek takes for the dek a sentence right under the title, or the first
// paragraph when a by-line, a fact or a notice stands between it and the next.
func (p *page) labelDek(at, first int) {
	for i := range p.lines[:min(first, len(p.lines))] {
		if p.lines[i].label == dek {
			return
		}
	}
	if under := at + 1; at >= 0 && under < first && under < len(p.lines) {
		l := &p.lines[under]
		if l.label != byline && l.label != date && l.words == 0 && l.weight >= 25 && words(l.text) >= 5 && !l.tells() && !quotedText(l.text) && l.label != caption && l.label != epigraph {
			l.label = dek
			return
		}
	}
	if first+1 >= len(p.lines) || p.lines[first].weight > mostDek {
		return
	}
	switch p.lines[first+1].label {
	case byline, date, fact, notice:
		p.lines[first].label = dek
	}
}

// labelBio takes for the words about the author what stands after the text and
// begins with the author's name, or stands under it.
func (p *page) labelBio(author string, end int) {
	for i := range p.lines {
		if p.lines[i].label == bio {
			return
		}
	}
	for i := max(end-2, 1); i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.weight < 30 || !ends(l.text) || i < end && !p.headed(i) && l.gap == 0 {
			continue
		}
		rest, opens := strings.CutPrefix(l.text, author+" ")
		under := i > 0 && p.lines[i-1].text == author && l.label != comment
		if opens && startsLower(rest) && !l.words.HasAny(lexicon.Comments) || under && i >= end {
			l.label = bio
			return
		}
	}
}

// take reads one line into the field that its label names. A text is taken once.
func (p *page) take(i int, seen map[string]bool) {
	l, a := &p.lines[i], p.out
	switch l.label {
	case dek:
		a.Dek = strings.TrimSpace(a.Dek + " " + l.text)
	case byline, date, fact:
		p.takeFacts(l.text, l.label == byline)
	case notice:
		if !slices.Contains(a.Notices, l.text) {
			a.Notices = append(a.Notices, l.text)
		}
	case tags:
		p.takeTags(l.text)
	case bio:
		p.takeBio(l.text)
	case related:
		s := l.text
		if kind, _, rest := marker(s); kind != noMark && rest != "" {
			s = rest
		}
		if !seen[fold(s)] && !p.headedBy(i, lexicon.Comments) && len(a.Related) < mostRelated {
			seen[fold(s)] = true
			a.Related = append(a.Related, articles.Link{Title: s})
		}
	case furniture, kicker:
		p.takeLabel(l)
		if first, _ := p.span(); i < first && l.words.HasAny(lexicon.Published, lexicon.Updated, lexicon.By) {
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
	if !lexicon.Of(s).HasAny(lexicon.Helped, lexicon.NoAuthor) && words(s) == 1 && !dates.IsLine(s) {
		a.Author = strings.TrimPrefix(s, "@") // a name on a forum
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

// takeBio reads a line about the author: a name by itself, or sentences.
func (p *page) takeBio(s string) {
	a := p.out
	if !ends(s) && names.IsName(s) && words(s) <= 6 {
		if a.Author == "" {
			a.Author = s
		}
		return
	}
	a.AuthorBio = strings.TrimSpace(a.AuthorBio + " " + s)
}

// takeMail takes from the head of a mail what its text does not say, and the
// author from the words about one.
func (p *page) takeMail() {
	a := p.out
	if a.Author == "" {
		a.Author = names.Leading(a.AuthorBio)
	}
	if a.Author == "" && names.IsFullName(p.sender) {
		a.Author = p.sender
	}
}

// takeEpigraphs takes a quote that stands at the very start or the very end
// of the body out of it.
func (p *page) takeEpigraphs(blocks []block) []block {
	epigraph := func(b block) bool {
		return b.kind == quoteBlock && (b.by != "" || b.front) && len(blocks) > 2
	}
	take := func(b block) {
		text := strings.ReplaceAll(strings.Join(b.parts, " "), "\n", " ")
		p.out.Epigraphs = append(p.out.Epigraphs, articles.Quote{Text: text, By: b.by})
	}
	if len(blocks) > 0 && epigraph(blocks[0]) {
		take(blocks[0])
		blocks = blocks[1:]
	}
	if n := len(blocks); n > 0 && epigraph(blocks[n-1]) {
		take(blocks[n-1])
		blocks = blocks[:n-1]
	}
	return blocks
}

// day is t's date as its publisher writes it, whatever the zone.
func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
