package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lede/articles/markdown/nodes"
	"lede/ui/render/selection"
)

// Stretch is what stands between two places of what can be copied of the text. It is
// the same at every width.
type Stretch = selection.Stretch

// mostCopied is how many parts are kept as they are copied: those of a window.
const mostCopied = 16

// copied is what is copied of a part.
func (l *Layout) copied(part int) *selection.Text {
	if c, ok := l.copies[part]; ok {
		return c
	}
	lines := make([]selection.Line, len(l.part(part)))
	for i, line := range l.part(part) {
		lines[i] = selection.Line{Segments: line.segments, Passed: line.passed}
	}
	c := selection.New(part, lines)
	if l.copies == nil || len(l.copies) >= mostCopied {
		l.copies = make(map[int]*selection.Text)
	}
	l.copies[part] = c
	return c
}

// Copy is the text of a stretch as it is copied: whole lines, however they are
// broken on the screen, without margins, bars and frames. Paragraphs are parted by an
// empty line; items have their bullets, rows of tables have tabs between cells.
func (l *Layout) Copy(s Stretch) string {
	var out strings.Builder
	for part := max(0, s.From.Part); part <= s.To.Part && part < l.parts(); part++ {
		out.WriteString(l.copied(part).Copy(s))
	}
	return strings.Trim(out.String(), "\n")
}

// All is the whole text.
func (l *Layout) All() Stretch {
	return Stretch{To: l.copied(l.parts() - 1).All().To}
}

// Holds reports whether a stretch of another layout is the same text here.
func (l *Layout) Holds(s Stretch, other *Layout) bool {
	if s.To.Part >= l.parts() || s.To.Part >= other.parts() {
		return false
	}
	return l.copied(s.From.Part).String() == other.copied(s.From.Part).String() &&
		l.copied(s.To.Part).String() == other.copied(s.To.Part).String()
}

// Under is the character at a column of the line p. Beside the words it is the place,
// without a character, that is nearest in the line, or else above it.
func (l *Layout) Under(p Pos, column int) Stretch {
	p = l.clamp(p)
	return l.copied(p.Part).Under(p.Line, l.unshifted(p, column))
}

// WordAt is the word that a stretch of a character stands in (UAX #29), or the sign.
func (l *Layout) WordAt(s Stretch) Stretch { return l.copied(s.From.Part).Word(s) }

// Selected is where a stretch stands in each of n lines of the screen from p on.
func (l *Layout) Selected(s Stretch, p Pos, n int) [][]selection.Columns {
	out := make([][]selection.Columns, 0, n)
	for i := max(0, p.Part); i < l.parts() && len(out) < n; i++ {
		count, first := len(l.part(i)), 0
		if i == p.Part {
			first = min(max(0, p.Line), count)
		}
		for j := first; j < count && len(out) < n; j++ {
			out = append(out, l.selected(s, Pos{i, j}))
		}
	}
	return out
}

func (l *Layout) selected(s Stretch, p Pos) []selection.Columns {
	if s.IsEmpty() || p.Part < s.From.Part || p.Part > s.To.Part {
		return nil
	}
	var out []selection.Columns
	for _, c := range l.copied(p.Part).Selected(s, p.Line) {
		if c = l.windowed(p, c); c.From < c.To {
			out = append(out, c)
		}
	}
	return out
}

// Block is a kind of block that can be copied as a whole.
type Block uint8

// The kinds; no block begins with a line of none.
const (
	NoBlock Block = iota
	Paragraph
	Heading
	Quote
	Code
	Item
	Table
)

// String is what a reader calls it.
func (b Block) String() string {
	return [...]string{"text", "paragraph", "heading", "quote", "code", "item", "table"}[b]
}

// blockOf is the kind of a block of the text.
func blockOf(n ast.Node) Block {
	switch n.(type) {
	case *ast.Heading:
		return Heading
	case *ast.Blockquote, *nodes.Container:
		return Quote
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return Code
	case *ast.List:
		return Item
	case *east.Table:
		return Table
	}
	return Paragraph
}

// goOn has the first row of chunk i, of the block n, go on with the text of the one
// before.
func (l *Layout) goOn(n ast.Node, r *row, i int) {
	before := l.doc.Source[:l.doc.Chunks[i].Start]
	if len(r.segments) == 0 || r.segments[0].Glue != selection.NewText {
		return
	}
	switch {
	case strings.HasSuffix(before, " "), strings.HasSuffix(before, "\n") && n.Kind() == ast.KindParagraph:
		r.segments[0].Glue = " "
	case !strings.HasSuffix(before, "\n"):
		r.segments[0].Glue = ""
	}
}

// BlockAt is the block that the line p belongs to, and its kind: all of it, however
// much of it shows. Outside of the text it is the lines between two empty ones.
func (l *Layout) BlockAt(p Pos) (Stretch, Block) {
	p = l.clamp(p)
	first, kind := l.blockStart(p)
	last := p
	for {
		next := l.Move(last, 1)
		if next == last || l.begins(next) {
			break
		}
		last = next
	}
	return l.stretch(first, last), kind
}

// begins reports whether a block begins at a line.
func (l *Layout) begins(p Pos) bool {
	line := l.part(p.Part)[p.Line]
	if line.Body {
		return line.block != NoBlock
	}
	if p.Line == 0 {
		return !l.isBody(p.Part) || !l.doc.Chunks[p.Part-1].Joined
	}
	return len(line.segments) == 0 && !line.passed && !l.isBody(p.Part)
}

// blockStart is the first line of the block that p belongs to.
func (l *Layout) blockStart(p Pos) (Pos, Block) {
	for !l.begins(p) {
		before := l.Move(p, -1)
		if before == p {
			break
		}
		p = before
	}
	return p, l.part(p.Part)[p.Line].block
}

// stretch is what stands on the lines from first to last.
func (l *Layout) stretch(first, last Pos) Stretch {
	var out Stretch
	found := false
	for p := first; ; {
		if s, ok := l.copied(p.Part).On(p.Line); ok && !found {
			out, found = s, true
		} else if ok && out.To.Less(s.To) {
			out.To = s.To
		}
		next := l.Move(p, 1)
		if p == last || next == p {
			return out
		}
		p = next
	}
}
