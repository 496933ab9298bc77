package render

import (
	"slices"
	"sort"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/style"
)

// Index is the words on the screen, part by part, for searches: the masthead's
// number is 0. What was read of the body is kept in all layouts of the article.
func (l *Layout) Index() *find.Index {
	if l.index == nil {
		l.says = l.saying() // About may change the article, not what was said of it
		words, doc := l.says, l.doc
		if l.bodyIndex == nil {
			l.bodyIndex = find.NewIndex(l.doc)
		}
		l.index = l.bodyIndex.Between(
			func() string { return words[0] },
			func() string { return notesWords(doc.Footnotes()) + "\n" + words[1] },
		)
	}
	return l.index
}

// saying is the words around the body, but for the notes.
func (l *Layout) saying() [2]string {
	return [2]string{mastheadWords(l.article, l.options.State), endingWords(l.article, l.options.Related)}
}

// Place is where in the words of its part the line p begins.
func (l *Layout) Place(p Pos) find.Place {
	p = l.clamp(p)
	for _, line := range l.part(p.Part)[p.Line:] {
		for _, said := range line.spans {
			if !said.again {
				return l.Index().Place(p.Part, said.from.Spot())
			}
		}
	}
	return l.Index().Place(p.Part, find.After)
}

// Found is the line that a match begins in.
func (l *Layout) Found(m find.Match) Pos {
	at := l.Index().Spot(m)
	lines, last := l.part(m.Chunk), 0
	for i, line := range lines {
		for _, said := range line.spans {
			switch {
			case said.from.Spot() <= at && at < said.to.Spot():
				return Pos{m.Chunk, i}
			case said.to.Spot() <= at:
				last = i
			}
		}
	}
	return l.clamp(Pos{m.Chunk, last})
}

// Marked is Lines with what q finds marked, and the current match more than the
// others.
func (l *Layout) Marked(at Pos, n int, q *find.Query, current find.Match) []Line {
	out := l.Lines(at, n)
	done := 0
	for i := max(0, at.Part); i < l.parts() && done < len(out); i++ {
		count := len(l.part(i))
		if i == at.Part {
			count -= min(max(0, at.Line), count)
		}
		count = min(count, len(out)-done)
		if count > 0 {
			marks := l.Index().Marks(q, i)
			for j := range out[done : done+count] {
				line := &out[done+j]
				line.Text = l.mark(*line, marks, current)
			}
		}
		done += count
	}
	return out
}

// mark is the text of a line with the marks that stand in it.
func (l *Layout) mark(line Line, marks []find.Mark, current find.Match) string {
	if !slices.ContainsFunc(line.spans, func(s span) bool {
		i := next(marks, s.from.Spot())
		return i < len(marks) && marks[i].First < s.to.Spot()
	}) {
		return line.Text
	}
	m := marker{marks: marks, current: current, spans: line.spans}
	m.inks[0], m.inks[1] = l.inks.Of(style.Found, 0), l.inks.Of(style.FoundOn, 0)
	return m.run(line.Text)
}

// next is the index of the first mark that does not end before at.
func next(marks []find.Mark, at find.Spot) int {
	return sort.Search(len(marks), func(i int) bool { return marks[i].Until >= at })
}

// marker writes a line anew with its marks.
type marker struct {
	marks   []find.Mark
	current find.Match
	spans   []span
	inks    [2]string // of a match, of the current one

	out    strings.Builder
	sgr    string // of the text, without marks
	marked string
}

func (m *marker) run(text string) string {
	column, state := 0, byte(0)
	var count find.Counter
	for text != "" {
		var seq string
		var n int
		if text[0] == '\x1b' {
			seq, _, n, state = ansi.DecodeSequence(text, state, nil)
			text = text[n:]
			m.escape(seq)
			continue
		}
		seq, _, n, state = ansi.DecodeSequence(text, state, nil)
		text = text[n:]
		ink := ""
		for len(m.spans) > 0 && column >= m.spans[0].column+m.spans[0].width {
			m.spans = m.spans[1:]
		}
		if len(m.spans) > 0 && column >= m.spans[0].column {
			if column == m.spans[0].column {
				count = m.spans[0].from
			}
			ink = m.inkOf(seq, &count)
		}
		m.turn(ink)
		m.out.WriteString(seq)
		column += cells.Of(seq)
	}
	m.turn("")
	return m.out.String()
}

// inkOf is how a character looks of which count comes before.
func (m *marker) inkOf(char string, count *find.Counter) string {
	ink := ""
	for _, r := range char {
		at := count.Count(r)
		i := next(m.marks, at)
		if i == len(m.marks) || m.marks[i].First > at || ink != "" {
			continue
		}
		ink = m.inks[0]
		if m.marks[i].Match == m.current {
			ink = m.inks[1]
		}
	}
	return ink
}

// escape passes a sequence of the text on.
func (m *marker) escape(seq string) {
	m.out.WriteString(seq)
	if !strings.HasSuffix(seq, "m") || !strings.HasPrefix(seq, "\x1b[") {
		return // a link
	}
	m.sgr = seq
	if seq == "\x1b[m" { // it ended the mark too
		m.sgr, m.marked = "", ""
	}
	m.lay(m.marked)
}

// lay writes a mark over the text, which is no longer faint under it.
func (m *marker) lay(ink string) {
	if ink != "" && (m.sgr == "\x1b[2m" || strings.HasPrefix(m.sgr, "\x1b[2;")) {
		m.out.WriteString("\x1b[22m")
	}
	m.out.WriteString(ink)
}

// turn begins a mark, or ends it.
func (m *marker) turn(ink string) {
	if ink == m.marked {
		return
	}
	if m.marked != "" {
		m.out.WriteString("\x1b[m" + m.sgr)
	}
	m.lay(ink)
	m.marked = ink
}
