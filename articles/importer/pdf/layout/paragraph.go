package layout

import (
	"math"
	"strings"
)

// paragraph is lines that belong together.
type paragraph struct {
	lines  []*line
	breaks map[int]bool // before which of its lines a line must end, as in a verse
	kind   kind
	level  int // of a heading, or how deep an item stands
	note   string
}

type kind int

const (
	prose kind = iota
	heading
	item
	code
	table
	footnote
	beside // what stands turned at the edge of a page
)

func (p *paragraph) first() *line { return p.lines[0] }
func (p *paragraph) last() *line  { return p.lines[len(p.lines)-1] }

func (p *paragraph) letters() int {
	n := 0
	for _, l := range p.lines {
		n += l.letters()
	}
	return n
}

// gap is what stands between two lines.
type gap int

const (
	goesOn gap = iota
	lineEnd
	paragraphEnd
)

// paragraphs cuts the lines of a block.
func (m *measures) paragraphs(b *block) []*paragraph {
	var out []*paragraph
	var p *paragraph
	for i, l := range b.lines {
		g := paragraphEnd
		if p != nil {
			var next *line
			if i+1 < len(b.lines) {
				next = b.lines[i+1]
			}
			g = m.between(p, l, next)
		}
		switch g {
		case paragraphEnd:
			p = &paragraph{breaks: map[int]bool{}}
			out = append(out, p)
		case lineEnd:
			p.breaks[len(p.lines)] = true
		}
		p.lines = append(p.lines, l)
	}
	return out
}

// between says what stands between the end of a paragraph and the line under it;
// next is the one after that.
func (m *measures) between(p *paragraph, l, next *line) gap {
	above := p.last()
	size := max(above.size, l.size)
	switch {
	case math.Abs(above.size-l.size) > 0.06*size+0.1, l.turned != above.turned:
		return paragraphEnd
	case !m.mono && above.mono != l.mono, l.bold && above.plain, above.bold && l.plain:
		return paragraphEnd
	case (above.italic && l.upright || above.upright && l.italic) && !above.isFull(l):
		return paragraphEnd
	case (len(l.cells) > 0) != (len(above.cells) > 0):
		return paragraphEnd
	case l.mono && !m.mono, len(l.cells) > 0:
		if above.base-l.base > 2.6*size {
			return paragraphEnd
		}
		return lineEnd
	case above.base-l.base > 1.25*m.usual(size) && above.base-l.base > 1.15*size && !(above.isFull(l) && above.runsInto(l)):
		return paragraphEnd
	case l.marker.kind != noMark && m.isItem(p, l), m.noteMark(l) != "" && m.noteMark(p.first()) != "":
		return paragraphEnd
	case l.words[0].Font.Bold && above.plain && isTerminal(above.text()):
		return paragraphEnd // it begins with words that are its heading
	case above.hasLeader():
		return lineEnd
	}
	return m.byShape(p, l, next)
}

// isItem reports whether the mark at the beginning of a line begins an item, and
// is not a number or a dash within a text.
func (m *measures) isItem(p *paragraph, l *line) bool {
	mark := p.first().marker
	switch {
	case l.marker.kind == bullet && !strings.Contains("–—-*", l.words[0].Text):
		return true
	case mark.kind == l.marker.kind && mark.style == l.marker.style:
		return math.Abs(p.first().Left-l.Left) < l.size || l.marker.value == mark.value+1
	}
	return !p.last().isFull(l) || isTerminal(p.last().text())
}

// isFull reports whether the first word of the next line would not have stood on
// this one too.
func (l *line) isFull(next *line) bool { return l.room(next) < 1.5*l.size }

func (l *line) room(next *line) float64 {
	return l.right - l.Right - next.words[0].width()
}

// byShape tells from where two lines of a font begin and end what is between
// them.
func (m *measures) byShape(p *paragraph, l, next *line) gap {
	const step = 0.7 // sizes
	above, first := p.last(), p.first()
	in := (l.Left - above.Left) / l.size
	switch {
	case math.Abs(above.middle()-l.middle()) < l.size/2 && math.Abs(in) > step/2 && above.Left-above.left > step*l.size && l.Left-l.left > step*l.size:
		if above.size > 1.1*m.size {
			return goesOn // a title
		}
		return lineEnd
	case first.marker.kind != noMark && l.Left > first.Left+step/2*l.size:
		return goesOn
	case in > step:
		hanging := next != nil && math.Abs(next.Left-l.Left) < step*l.size/2 && (above.isFull(l) || len(p.lines) == 1)
		if hanging && len(p.lines) == 1 && above.isFull(l) {
			return goesOn
		}
		if above.isFull(l) && !isTerminal(above.text()) {
			return goesOn
		}
		return paragraphEnd
	case in < -step && len(p.lines) > 1 && math.Abs(first.Left-l.Left) < step*l.size/2:
		return paragraphEnd // the first of a hanging paragraph
	case in < -step && len(p.lines) > 1 && !above.isFull(l):
		return paragraphEnd
	}
	room := above.room(l)
	switch {
	case room < 0.3*l.size, room < 1.5*l.size && !isTerminal(above.text()), above.words[len(above.words)-1].Hyphen:
		return goesOn
	case above.runsInto(l) && (room < 8*l.size || len(p.lines) > 1 && len(p.breaks) == 0):
		return goesOn
	case len(p.lines) == 1 && !isTerminal(above.text()), len(p.breaks) == len(p.lines)-1 && len(p.lines) > 1:
		return lineEnd
	}
	return paragraphEnd
}

// runsInto reports whether a sentence goes on from one line to the next.
func (l *line) runsInto(next *line) bool {
	return !isTerminal(l.text()) && beginsSmall(next.text())
}

// hasLeader reports whether a line has the dots of a table of contents.
func (l *line) hasLeader() bool {
	text := strings.ReplaceAll(l.text(), " ", "")
	return strings.Contains(text, "....") || strings.Contains(text, "····")
}

// noteMark is the mark that the line of a footnote begins with; empty for other
// lines.
func (m *measures) noteMark(l *line) string {
	if l.turned || len(l.words) < 2 || l.size > m.size*1.02 {
		return ""
	}
	w := &l.words[0]
	if !isNoteMark(w.Text) || !l.isRaised(w) && l.size > m.size*0.95 {
		return ""
	}
	return w.Text
}

// isNoteMark reports whether a word is what marks footnotes.
func isNoteMark(s string) bool {
	if s == "" || len(s) > 6 {
		return false
	}
	return strings.Trim(s, "0123456789") == "" && len(s) <= 3 || strings.Trim(s, "*†‡§¶‖") == ""
}
