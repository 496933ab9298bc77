package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text is a document in the order of reading.
type text struct {
	measures
	all     []*paragraph
	notes   map[string]*paragraph // footnotes by page and mark: see noteKey
	noted   []*paragraph          // the same, in order
	words   map[string]int        // how often each word stands in it, in small letters
	dashes  bool                  // dashes at the beginning of lines mark items
	indents bool                  // paragraphs begin with an indent
}

// read puts the words of pages in order.
func read(pages []Page) *text {
	even := evenFonts(pages)
	lines := make([][]*line, len(pages))
	for i, p := range pages {
		lines[i] = linesOf(p, i, even)
	}
	t := &text{measures: measure(lines), notes: map[string]*paragraph{}, words: map[string]int{}}
	// Where most of it stands at the edges of pages, that is the text.
	if kept := dropFurniture(lines, t.size); 2*letters(kept) > letters(lines) {
		lines = kept
	}
	t.measures = measure(lines)
	byPage := make([][]*block, len(lines))
	var blocks []*block
	for i, l := range lines {
		byPage[i] = inOrder(l)
		blocks = append(blocks, byPage[i]...)
	}
	columns(blocks)
	t.pitches(blocks)
	t.count(blocks)
	for _, onPage := range byPage {
		t.addPage(onPage)
	}
	t.demoteRows()
	t.demoteFront()
	t.level()
	return t
}

func letters(pages [][]*line) int {
	n := 0
	for _, lines := range pages {
		for _, l := range lines {
			n += l.letters()
		}
	}
	return n
}

// count learns which words the document has, and how it sets paragraphs.
func (t *text) count(blocks []*block) {
	in, out := 0, 0
	t.dashes = true
	for _, b := range blocks {
		for i, l := range b.lines {
			for _, w := range l.words {
				if !w.Hyphen {
					t.words[bare(w.Text)]++
				}
			}
			if i == 0 || len(l.cells) > 0 {
				continue
			}
			above := b.lines[i-1]
			if above.marker.kind == bullet && strings.Contains("–—-", above.words[0].Text) && l.Left < above.marker.left-t.size/3 && l.marker.kind == noMark {
				t.dashes = false
			}
			if above.isFull(l) {
				continue
			}
			if l.Left-above.Left > 0.7*l.size && l.Left-above.Left < 4*l.size {
				in++
			} else if math.Abs(l.Left-above.Left) < 1 && above.base-l.base < 1.25*t.usual(l.size) {
				out++
			}
		}
	}
	t.indents = in > out
}

// bare is a word in small letters without the signs around it.
func bare(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// addPage adds the paragraphs of a page. One that went on at the end of the page
// or column before gets the rest of its lines.
func (t *text) addPage(blocks []*block) {
	marks := map[string]bool{}
	for _, b := range blocks {
		for _, l := range b.lines {
			for i := range l.words {
				if w := &l.words[i]; i > 0 && isNoteMark(w.Text) && l.isRaised(w) {
					marks[w.Text] = true
				}
			}
		}
	}
	for _, b := range blocks {
		for i, p := range t.paragraphs(b) {
			t.classify(p, marks)
			if p.kind == footnote {
				if key := noteKey(p.first().page, p.note); t.notes[key] == nil {
					t.notes[key] = p
					t.noted = append(t.noted, p)
					continue
				}
				p.kind = prose
			}
			if open := t.open(p.first().size); i == 0 && open != nil && t.continues(open, p) {
				for at := range p.breaks {
					open.breaks[len(open.lines)+at] = true
				}
				if p.kind == code {
					open.breaks[len(open.lines)] = true
				}
				open.lines = append(open.lines, p.lines...)
				continue
			}
			t.all = append(t.all, p)
		}
	}
}

// open is the paragraph that the text may go on with: the last one, or that
// before what stands at the foot of a column in small letters.
func (t *text) open(size float64) *paragraph {
	const small, floats = 0.95, 3
	for i := len(t.all) - 1; i >= max(0, len(t.all)-floats); i-- {
		if p := t.all[i]; p.kind != beside && (p.kind == code || p.kind == heading || p.first().size > small*size) {
			return p
		}
	}
	return nil
}

// continues reports whether a paragraph at the beginning of a page or column is
// the rest of one before.
func (t *text) continues(p, rest *paragraph) bool {
	above, l := p.last(), rest.first()
	elsewhere := l.page != above.page || l.base > above.base
	switch {
	case p.kind == code && rest.kind == code:
		return elsewhere && math.Abs(above.size-l.size) < 0.3
	case p.kind != prose && p.kind != item, rest.kind != prose:
		return false
	case math.Abs(above.size-l.size) > 0.06*l.size, above.mono != l.mono, l.turned, len(l.cells)+len(above.cells) > 0:
		return false
	case above.words[len(above.words)-1].Hyphen:
		return true
	case !elsewhere:
		return false
	case !isTerminal(above.text()):
		return beginsSmall(l.text()) || above.isFull(l) && p.letters() > 60 && l.Left-l.left < l.size/2
	}
	return t.indents && p.kind == prose && above.right-above.Right < l.size && l.Left-l.left < l.size/2 && len(rest.lines) > 1 && len(p.lines) > 1
}

// classify says what a paragraph is by its own look; marks are those of
// footnotes in the text of its page.
func (t *text) classify(p *paragraph, marks map[string]bool) {
	l := p.first()
	switch mark := t.noteMark(l); {
	case l.turned:
		p.kind = beside
	case l.mono && !t.mono:
		p.kind = code
	case len(l.cells) > 0 && len(p.lines) > 1:
		p.kind = table
	case mark != "" && marks[mark]:
		p.kind, p.note = footnote, mark
	case t.isHeading(p):
		p.kind = heading
	case l.marker.kind == number, l.marker.kind == bullet && (t.dashes || !strings.Contains("–—-", l.words[0].Text)):
		p.kind = item
	}
}

// isHeading reports whether a paragraph looks like a heading: few words, larger
// or bolder than the text, or all in capitals.
func (t *text) isHeading(p *paragraph) bool {
	const (
		larger    = 1.1
		longest   = 160 // letters
		boldest   = 100
		capitals  = 60
		mostLines = 4
	)
	n, words := p.letters(), p.text()
	if n > longest || len(p.lines) > mostLines || !strings.ContainsFunc(words, unicode.IsLetter) || n < 2 {
		return false
	}
	l := p.first()
	end, _ := utf8.DecodeLastRuneInString(words)
	sentence := strings.ContainsRune(".,;", end) && l.marker.kind != number
	switch {
	case l.size > larger*t.size:
		return !sentence || n < boldest/2
	case l.size < 0.95*t.size, sentence, end == ':', len(p.lines) > 2:
		return false
	case p.isBold() && !t.bold:
		return n <= boldest && l.marker.kind != bullet
	}
	return len(p.lines) == 1 && len(p.breaks) == 0 && n <= capitals && isCapitals(words)
}

func (p *paragraph) isBold() bool {
	for _, l := range p.lines {
		if !l.bold {
			return false
		}
	}
	return true
}

func isCapitals(s string) bool {
	const fewest = 4
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= fewest
}

func (p *paragraph) text() string {
	var b strings.Builder
	for _, l := range p.lines {
		b.WriteString(l.text())
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}
