package clipping

import (
	"slices"
	"strings"

	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// takeTitle takes the line that is the likeliest title of those before the text,
// and of those that are labelled so: none that tells a fact, and no entry of the
// contents. A line labelled so after the text began is a heading.
func (p *page) takeTitle() {
	first, _ := p.span()
	head := p.headOf(first)
	headings := map[string]bool{}
	for i := first + 1; i < len(p.lines); i++ {
		if p.lines[i].label == heading {
			headings[headingKey(p.lines[i].text)] = true
		}
	}
	listed := func(i int) bool { // it is an entry of the contents: so is one beside it
		const near = 2 // lines: a number may stand between
		if !headings[headingKey(p.lines[i].text)] {
			return false
		}
		for j := max(0, i-near); j <= min(i+near, len(head)-1); j++ {
			if j != i && headings[headingKey(head[j].text)] {
				return true
			}
		}
		return false
	}
	could := func(i int) bool {
		l := &head[i]
		return l.weight <= longest && l.label != site && strings.ContainsFunc(l.text, letterOrDigit) && !l.tells() && !drawnLine(l.text) && !trail(l.text) && !strings.ContainsAny(l.text, "←→") && !lexicon.Whole(l.text).HasAny(gone...) && !listed(i)
	}
	chances, at, most := p.titleChances(head), -1, 0.01
	for i, chance := range chances {
		if chance > most && could(i) {
			at, most = i, chance
		}
	}
	if over := at - 1; over >= 0 && could(over) && p.overDek(over, chances) {
		head[at].label, at = dek, over
	}
	if p.out.Title = p.subject; at >= 0 {
		p.lines[at].label, p.out.Title = title, headingText(p.lines[at].text)
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.label == byline && i < first && headings[headingKey(l.text)] {
			l.label = furniture // an entry of the contents
		}
		if l := &p.lines[i]; i < first && (l.label == heading || l.label == item) {
			switch { // "14. Mai 2025" is no item
			case l.dated():
				l.label = date
			case l.weight <= longest && l.words.HasAny(lexicon.ReadTime, lexicon.Views):
				l.label = fact
			}
		}
		if l := &p.lines[i]; l.label == title && i != at {
			if l.label = furniture; i > first && fold(l.text) != fold(p.out.Title) {
				l.label = heading
			}
		}
	}
}

// titleChances says how likely each line of the head is the title. A line that is
// the subject of the mail is, whatever the model makes of it; so is what looks like
// the name of the site where that has been: a page names its site once.
func (p *page) titleChances(head []line) []float64 {
	chances, named := make([]float64, len(head)), ""
	for i := range head {
		l, chance := &head[i], p.chances[i][title]
		switch l.label {
		case title:
			chance += 0.5
		case heading:
			chance = max(chance, p.chances[i][heading])
		case prose, dek, kicker, byline, furniture:
			if p.subject != "" && fold(l.text) == fold(p.subject) {
				chance++
			}
		case site:
			if named != "" && !strings.Contains(fold(l.text), named) {
				chance, l.label = max(chance, p.chances[i][site]), furniture
			}
			named = fold(l.text)
		}
		chances[i] = chance
	}
	return chances
}

// headOf is the lines in which the title is looked for: those before the text,
// and when none of them is labelled as one a heading right under its first line,
// which may be a remark of the page.
func (p *page) headOf(first int) []line {
	const near = 2 // lines
	end := min(first+1, len(p.lines), edgeLines)
	if slices.ContainsFunc(p.lines[:end], func(l line) bool { return l.label == title }) {
		return p.lines[:end]
	}
	for i := end; i < min(end+near, len(p.lines), edgeLines); i++ {
		if p.lines[i].label == heading {
			return p.lines[:i+1]
		}
	}
	return p.lines[:end]
}

// overDek reports whether of two lines that could be the title, with these chances,
// the one below is the dek: it is the longer, and the model or the gap over both
// allows it.
func (p *page) overDek(i int, chances []float64) bool {
	over, under := &p.lines[i], &p.lines[i+1]
	if over.words != 0 || over.label == site || fold(over.text) == fold(under.text) || words(over.text) < 2 || words(under.text) < 5 || under.gap > 1 {
		return false
	}
	together := over.gap > 0 && under.gap == 0 && p.chances[i+1][dek] > 0.04 && p.chances[i][kicker] < 0.3
	return together || chances[i]*3 > min(chances[i+1], 1)
}

// labelBio takes for text what is labelled as words about the author and has
// nothing that says so: it opens with no name that stands as an author's, no label
// stands over it, and it does not stand between the title and the text.
func (p *page) labelBio() {
	first, _ := p.span()
	for i := first + 1; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.label == bio && l.prose() && p.lines[i-1].label != bio && !p.headedBy(i, lexicon.AuthorLabel) && names.Leading(l.text) == "" && p.lines[i-1].text != p.out.Author {
			l.label = prose
		}
	}
}

// labelClosing takes for the text the words that a letter closes with below its
// last paragraph, "Until next week,", and the name under them: no line of a page's
// furniture ends with a comma.
func (p *page) labelClosing() {
	const far, mostWords = 12, 6
	_, end := p.span()
	for i := end; i < min(end+far, len(p.lines)-1); i++ {
		l, name := &p.lines[i], &p.lines[i+1]
		if !l.label.body() && l.gap > 0 && words(l.text) <= mostWords && startsUpper(l.text) && strings.ContainsRune(",，", lastMark(l.text)) {
			l.label = prose
			if words(name.text) <= mostWords && name.gap <= 1 && startsUpper(name.text) {
				name.label = prose
			}
			return
		}
	}
}

// labelRows keeps rows whole. A tag right under an item of the text, or under words
// that end with a colon, is another item; amid the text a related article that
// stands as headings do is one, and others are what a page sets between paragraphs;
// after it the last of a row of related articles is related as well, when no word
// tells what else it is.
func (p *page) labelRows() {
	first, end := p.span()
	for i := first + 1; i < len(p.lines); i++ {
		l, above := &p.lines[i], &p.lines[i-1]
		switch {
		case i >= end:
			if l.label == furniture && above.label == related && l.gap == 0 && l.words&^quiet == 0 && words(l.text) > 2 && !ends(l.text) {
				l.label = related
			}
		case l.label == tags && !l.words.Has(lexicon.TagsLabel) && (l.gap == 0 && above.label == item || above.label == prose && colon(above.text)):
			l.label = item
		case l.label == related && p.overText(i):
			l.label = heading
		case l.label == related && !p.headedBy(i, lexicon.References):
			l.label = furniture
		}
	}
}

// labelNotices takes for notices the sentences that open as one does, where pages
// have them, round the first paragraph and the last; round the last also those that
// hold the words of one.
func (p *page) labelNotices() {
	const least = 30 // how heavy it is
	first, end := p.span()
	for i := range p.lines {
		l := &p.lines[i]
		if first+1 < i && i < end-2 || i > end+1 || end-first < 4 || l.weight < least || !ends(l.text) {
			continue
		}
		opening, _ := lexicon.Opening(l.text)
		if l.label == bio && names.Leading(l.text) != "" && !opening.Has(lexicon.Notice) {
			continue
		}
		if (opening.Has(lexicon.Notice) || i > first+1 && l.words.Has(lexicon.Notice)) && slices.Contains([]Label{prose, furniture, fact, caption, quote, bio, dek}, l.label) {
			l.label = notice
		}
	}
}

// labelDek takes for the dek the first paragraph when a by-line, a fact or a
// notice stands between it and the next.
func (p *page) labelDek() {
	const most = 420 // how heavy a dek may be
	first, _ := p.span()
	for i := range p.lines[:min(first, len(p.lines))] {
		if p.lines[i].label == dek {
			return
		}
	}
	if first+1 >= len(p.lines) || p.lines[first].weight > most {
		return
	}
	switch p.lines[first+1].label {
	case byline, date, fact, notice:
		p.lines[first].label = dek
	}
}

// findAuthor names the author of a page without a by-line: by a name that stands
// by itself under the title, else by the words about the author, else by a mail's
// sender.
func (p *page) findAuthor() {
	a := p.out
	first, _ := p.span()
	under := false
	for i := range p.lines[:min(first, len(p.lines))] {
		l := &p.lines[i]
		under = under || l.label == title
		if a.Author == "" && under && l.label != title && !l.label.body() && l.words == 0 && names.IsFullName(l.text) {
			a.Author = l.text
		}
	}
	if a.Author == "" {
		a.Author = names.Leading(a.AuthorBio)
	}
	if a.Author == "" && names.IsFullName(p.sender) {
		a.Author = p.sender
	}
}

// findBio takes for the words about the author what stands after the text and
// begins with the author's name, or stands under it.
func (p *page) findBio() {
	const least = 30 // how heavy it is
	a := p.out
	if a.Author == "" || a.AuthorBio != "" {
		return
	}
	_, end := p.span()
	for i := max(end-6, 1); i < len(p.lines); i++ {
		l := &p.lines[i]
		kind, _, text := marker(l.text) // a newspaper sets it behind a bullet, without a stop
		if l.weight < least || kind != bulletMark && !ends(l.text) || i < end && l.gap == 0 {
			continue
		}
		rest, opens := strings.CutPrefix(text, a.Author+" ")
		under := p.lines[i-1].text == a.Author && l.label != comment && i >= end
		if under || opens && startsLower(rest) {
			l.label, a.AuthorBio = bio, text
			return
		}
	}
}
