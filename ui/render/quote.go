package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
	"lede/ui/render/cells"
	"lede/ui/render/selection"
	"lede/ui/render/style"
)

// quote sets a block quote: a pull-quote when somebody is named, else a bar
// beside the text, as beside a note of the author.
func (s *setter) quote(n *ast.Blockquote, width int) []*row {
	label, rest, isCallout := plain.Callout(n, s.src)
	if by := n.LastChild(); !isCallout && by != nil && by.Kind() == nodes.KindByLine {
		return s.pullQuote(n, width)
	}
	if width < leastInside+2 {
		return s.blocks(n, width) // no room for a bar
	}
	var rows []*row
	if isCallout {
		rows = s.callout(n, label, rest, width-2)
	} else {
		rows = s.blocks(n, width-2)
	}
	return s.barred(rows)
}

// barred puts a bar before rows.
func (s *setter) barred(rows []*row) []*row {
	bar := style.Dye("│", s.inks.Of(style.QuoteBar, 0)) + " "
	return indent(rows, bar, bar, 2)
}

// container sets an element of HTML off from what stands around it: an aside and
// details with a bar as a note of the author has, others in the middle.
func (s *setter) container(n *nodes.Container, width int) []*row {
	if n.Name == "center" {
		return s.centred(n, width)
	}
	if width < leastInside+2 {
		return s.blocks(n, width)
	}
	return s.barred(s.blocks(n, width-2))
}

// label sets what stands above a note of the author.
func (s *setter) label(words string, width int) []*row {
	var head text
	head.add(words, ink{sgr: s.inks.Of(style.CellHead, 0)})
	return head.wrap(width)
}

// centred sets the words of n in the middle, line by line; code, tables and the
// like stay where they are.
func (s *setter) centred(n ast.Node, width int) []*row {
	return s.blocksAs(n, width, func(c ast.Node, rows []*row) {
		if kind := c.Kind(); kind != ast.KindParagraph && kind != ast.KindHeading {
			return
		}
		for i := range rows {
			if left := (width - rows[i].width) / 2; left > 0 && !rows[i].art {
				pad := strings.Repeat(" ", left)
				indent(rows[i:i+1], pad, pad, left)
			}
		}
	})
}

// callout sets a note of the author under its label.
func (s *setter) callout(n ast.Node, label string, rest ast.Node, width int) []*row {
	rows := s.label(label, width)
	in := inliner{setter: s, role: style.Body}
	for ; rest != nil; rest = rest.NextSibling() {
		in.node(rest)
	}
	if in.out.trim(); len(in.out.words) > 0 {
		rows = append(rows, in.out.wrap(width)...)
	}
	for c := n.FirstChild().NextSibling(); c != nil; c = c.NextSibling() {
		if more := s.block(c, width); len(more) > 0 {
			rows = append(append(rows, &row{}), more...)
		}
	}
	return rows
}

// pullQuote frames the words, evenly set, with the by-line on its own.
func (s *setter) pullQuote(n *ast.Blockquote, width int) []*row {
	var words []*row
	inside, _ := pullWidths(width)
	for c := n.FirstChild(); c != nil && c.Kind() != nodes.KindByLine; c = c.NextSibling() {
		var rows []*row
		if c.Kind() == ast.KindParagraph {
			rows = s.inline(c, style.Pull).balance(inside)
		} else {
			rows = s.block(c, inside)
		}
		if len(words) > 0 && len(rows) > 0 {
			words = append(words, &row{})
		}
		words = append(words, rows...)
	}
	return s.frame(words, s.byLine(s.inline(n.LastChild(), style.ByLine), inside), width)
}

// cited is a quote that is no Markdown, such as an epigraph.
func (s *setter) cited(q articles.Quote, width int) []*row {
	inside, _ := pullWidths(width)
	var words, by text
	words.add(q.Text, ink{sgr: s.inks.Of(style.Pull, 0)})
	if q.By == "" {
		return s.frame(words.balance(inside), nil, width)
	}
	by.add(q.By, ink{sgr: s.inks.Of(style.ByLine, 0)})
	return s.frame(words.balance(inside), s.byLine(&by, inside), width)
}

func (s *setter) byLine(t *text, width int) []*row {
	dash := style.Dye("— ", s.inks.Of(style.ByLine, 0))
	if width < leastInside {
		rows := t.wrap(width)
		leads(rows, "—", selection.NewText, 0, 0)
		return rows
	}
	rows := indent(t.wrap(width-2), dash, "  ", 2)
	leads(rows, "—", selection.NewText, 0, 1)
	return rows
}

// pullWidths are the columns for the words of a pull-quote and for its indent.
func pullWidths(width int) (inside, left int) {
	switch {
	case width >= 34:
		return width - 10, 2 // beside the frame, three blanks after its bar, two at the right
	case width >= leastInside+2:
		return width - 2, 0
	}
	return width, 0
}

// frame draws the open box of a pull-quote.
func (s *setter) frame(words, by []*row, width int) []*row {
	inside, left := pullWidths(width)
	if inside == width {
		return append(words, by...)
	}
	sgr := s.inks.Of(style.PullBar, 0)
	margin := strings.Repeat(" ", left)
	wide := width - 2*left
	gap := 1
	if left > 0 {
		gap = 3
	}
	bar := margin + style.Dye("┃", sgr)
	out := make([]*row, 0, len(words)+len(by)+5)
	edge := func(line string) {
		out = append(out, &row{text: margin + style.Dye(line, sgr), width: left + cells.Of(line)})
	}
	head := "┏━ ❝ "
	edge(head + strings.Repeat("━", wide-cells.Of(head)))
	out[0].mark = pullRow
	if left > 0 {
		out = append(out, &row{text: bar, width: left + 1})
	}
	rows := words
	if len(by) > 0 {
		rows = append(append(words, &row{}), by...)
	}
	lead := bar + strings.Repeat(" ", gap)
	for _, r := range indent(rows, lead, lead, left+1+gap) {
		if r.width > 0 && r.strip == nil && strings.HasSuffix(r.text, " ") {
			r.text = strings.TrimRight(r.text, " ")
		}
		out = append(out, r)
	}
	edge("┗━━━")
	return out
}
