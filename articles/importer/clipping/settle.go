package clipping

import (
	"strings"

	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

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
	p.labelClosing(end)
	p.labelAmid(first, end)
	p.labelRelated()
	for i := max(at-1, 0); i < min(first, len(p.lines)) && at >= 0 && !named; i++ {
		if l := &p.lines[i]; i != at && !l.label.body() && l.words == 0 && names.IsFullName(l.text) && l.label != caption && l.label != credit {
			l.label, named = byline, true
		}
	}
	if author := p.authorOf(first); author != "" {
		p.labelBio(author, end)
	}
}

// labelAmid gives lines amid the text, which no label of their kind heads, back to
// it: a tag right under an item is another item, a related article that stands as
// headings do is one. The others there are what a page sets between paragraphs.
func (p *page) labelAmid(first, end int) {
	for i := first + 1; i < end; i++ {
		l := &p.lines[i]
		switch {
		case l.label == tags && l.gap == 0 && p.lines[i-1].label == item && !l.words.Has(lexicon.TagsLabel):
			l.label = item
		case l.label == related && p.overText(i):
			l.label = heading
		case l.label == related && !p.headedBy(i, lexicon.References):
			l.label = furniture
		}
	}
}

// labelClosing takes for the text the words that a letter closes with below its
// last paragraph, "Until next week,", and the name under them: no line of a
// page's furniture ends with a comma.
func (p *page) labelClosing(end int) {
	const far, mostWords = 12, 6
	for i := end; i < min(end+far, len(p.lines)-1); i++ {
		l := &p.lines[i]
		if l.label != furniture || l.gap == 0 || l.words.HasAny(sections...) || words(l.text) > mostWords || !startsUpper(l.text) || !strings.ContainsRune(",，", lastMark(l.text)) {
			continue
		}
		l.label = prose
		if name := &p.lines[i+1]; words(name.text) <= mostWords && name.gap <= 1 && startsUpper(name.text) {
			name.label = prose
		}
		return
	}
}

// labelRelated takes for a related article the line that stands right under one,
// in the same column, and that no words mark as anything else.
func (p *page) labelRelated() {
	for i := 1; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.label == furniture && p.lines[i-1].label == related && l.gap == 0 && p.lines[i-1].gap == 0 && l.words&^quiet == 0 && l.words&(1<<lexicon.References) == 0 && words(l.text) > 1 && !ends(l.text) && !l.tells() && p.headedBy(i, lexicon.Related) {
			l.label = related
		}
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
	for i := max(end-6, 1); i < len(p.lines); i++ {
		l := &p.lines[i]
		kind, _, text := marker(l.text) // a newspaper sets it behind a bullet, without a stop
		if l.weight < 30 || kind != bulletMark && !ends(l.text) || i < end && !p.headed(i) && l.gap == 0 {
			continue
		}
		rest, opens := strings.CutPrefix(text, author+" ")
		under := i > 0 && p.lines[i-1].text == author && l.label != comment
		if opens && startsLower(rest) && !l.words.HasAny(lexicon.Comments) || under && i >= end {
			l.label = bio
			return
		}
	}
}
