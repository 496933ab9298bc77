package render

import (
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"lede/ui/render/cells"
	"lede/ui/render/style"
)

// Picture is a picture that stands by itself, as the article names it.
type Picture struct {
	Source string
	Width  int // columns that it may take
}

// Pictures draws pictures, when a layout asks for them.
type Pictures interface {
	// Rows are the rows of a picture, none wider than it may be; blank ones
	// hold the place of a picture that is to come, and none stand for one
	// whose caption is all there is.
	Rows(p Picture) []string
}

// IsPicture reports whether a line is drawn and holds no words: its colours are
// the picture.
func (l Line) IsPicture() bool { return l.art }

// isFigure reports whether a paragraph holds pictures and nothing else.
func isFigure(n ast.Node, src []byte) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		inner := c
		if c.Kind() == ast.KindLink && c.ChildCount() == 1 {
			inner = c.FirstChild()
		}
		if t, ok := inner.(*ast.Text); inner.Kind() != ast.KindImage && (!ok || !util.IsBlank(t.Segment.Value(src))) {
			return false
		}
	}
	return n.FirstChild() != nil
}

// figures sets each picture of a paragraph that holds no words, with its caption
// under it.
func (s *setter) figures(n ast.Node, width int) []*row {
	if s.pictures == nil || n.ChildCount() == 1 {
		return s.figure(n, s.inline(n, style.Caption), width)
	}
	var rows []*row
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in := inliner{setter: s, role: style.Caption}
		in.node(c)
		in.out.trim()
		rows = append(rows, s.figure(c, &in.out, width)...)
	}
	return rows
}

// figure sets the first picture in n over the words of its caption.
func (s *setter) figure(n ast.Node, words *text, width int) []*row {
	if len(words.words) == 0 {
		return nil
	}
	rows := words.wrap(width)
	if width >= leastInside+2 {
		rows = hang(words, width, 2) // under the words, behind the sign
	}
	for n != nil && n.Kind() != ast.KindImage {
		n = n.FirstChild()
	}
	if n, ok := n.(*ast.Image); ok {
		return s.pictured(string(n.Destination), width, rows)
	}
	return rows
}

// caption sets what stands below the words of a picture, and begins where they
// do: behind their sign.
func (s *setter) caption(n ast.Node, width int) []*row {
	const sign = "  "
	if width < leastInside+cells.Of(sign) {
		return s.inline(n, style.Caption).wrap(width)
	}
	return indent(s.inline(n, style.Caption).wrap(width-cells.Of(sign)), sign, sign, cells.Of(sign))
}

// pictured puts a picture above its caption.
func (s *setter) pictured(source string, width int, caption []*row) []*row {
	if s.pictures == nil || source == "" {
		return caption
	}
	p := Picture{source, width}
	var out []*row
	for _, line := range s.pictures.Rows(p) {
		out = append(out, &row{text: line, width: cells.Of(ansi.Strip(line)), picture: p, art: true})
	}
	for i := range caption {
		caption[i].picture = p
	}
	return append(out, caption...)
}

// Where is the line p of old in l, when the two differ in their pictures alone:
// whichever of them came or went, above the line or below, it stays. In a
// picture it is as far above the caption as it was.
func (l *Layout) Where(old *Layout, p Pos) Pos {
	p = old.clamp(p)
	before, above := 0, 0
	lines := old.part(p.Part)
	for i, line := range lines {
		switch {
		case i < p.Line && !line.art:
			before++
		case i >= p.Line && line.art:
			above++
		case i >= p.Line:
			return l.above(p.Part, before, above)
		}
	}
	return l.clamp(p)
}

// above is the row of a picture that stands so many rows above the line which
// has so many lines of no picture before it.
func (l *Layout) above(part, before, rows int) Pos {
	lines := l.part(part)
	for i, line := range lines {
		if line.art {
			continue
		}
		if before > 0 {
			before--
			continue
		}
		for rows > 0 && i > 0 && lines[i-1].art {
			i, rows = i-1, rows-1
		}
		return Pos{part, i}
	}
	return l.clamp(Pos{part, len(lines)})
}
