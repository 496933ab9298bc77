package render

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
	"lede/ui/render/cells"
	"lede/ui/render/style"
	"lede/ui/render/syntax"
)

// leastInside is the width below which a container takes no more columns for
// its bar or indent: what it holds is worth more than that.
const leastInside = 8

// setter sets the blocks of one chunk in rows.
type setter struct {
	inks       *style.Inks
	src        []byte
	offset     int // of src in the source of the article
	hyperlinks bool
	base       *url.URL       // of the article, for relative links; may be nil
	pictures   Pictures       // may be nil
	lexers     *syntax.Lexers // may be nil
	part       int            // number of the part that is set
	links      *int           // how many links it has so far
	depth      int            // of lists
	goesOn     bool           // the block goes on in the next chunk
	wholeCode  bool           // lines of code are not broken
	cut        bool           // lines of code, and tables, that are too wide are cut
	longest    int            // cells of the longest line of code that goes on elsewhere
	unplaced   bool           // the rows are printed: see [text]
	midLine    bool           // the block goes on from the chunk before in the middle of a line
}

// blocks sets the children of n, with an empty row between them; none where
// tight text meets a list, or a figure its caption.
func (s *setter) blocks(n ast.Node, width int) []*row {
	return s.blocksAs(n, width, func(ast.Node, []*row) {})
}

// blocksAs is blocks with something done to the rows of each.
func (s *setter) blocksAs(n ast.Node, width int, set func(c ast.Node, rows []*row)) []*row {
	var out []*row
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		rows := s.block(c, width)
		if len(rows) == 0 {
			continue
		}
		if len(out) > 0 && !tightBefore(c) {
			out = append(out, &row{})
		}
		set(c, rows)
		out = append(out, rows...)
	}
	return out
}

func tightBefore(n ast.Node) bool {
	before := n.PreviousSibling()
	return before != nil && (before.Kind() == ast.KindTextBlock && n.Kind() == ast.KindList ||
		before.Kind() == ast.KindParagraph && nodes.IsCaption(n))
}

// block sets one block; no rows for a block that shows nothing.
func (s *setter) block(n ast.Node, width int) []*row {
	switch n := n.(type) {
	case *ast.Heading:
		return s.heading(n, width)
	case *ast.Paragraph, *ast.TextBlock:
		return s.paragraph(n, width)
	case *ast.Blockquote:
		return s.quote(n, width)
	case *ast.List:
		return s.list(n, width)
	case *ast.FencedCodeBlock:
		language := plain.CodeLanguage(n, s.src)
		return s.code(string(n.Lines().Value(s.src)), language, plain.CodeLabel(n, s.src), width)
	case *ast.CodeBlock:
		return s.code(string(n.Lines().Value(s.src)), "", "", width)
	case *ast.ThematicBreak:
		return s.pause(width)
	case *east.Table:
		return s.table(n, width)
	case *east.DefinitionList:
		return s.definitions(n, width)
	case *nodes.Container:
		return s.container(n, width)
	case *nodes.Note:
		return nil // stands in the notes at the end
	case *nodes.ByLine:
		return s.byLine(s.inline(n, style.ByLine), width)
	}
	return s.blocks(n, width)
}

func (s *setter) paragraph(n ast.Node, width int) []*row {
	if isFigure(n, s.src) {
		return s.figures(n, width)
	}
	if nodes.IsCaption(n) {
		return s.caption(n, width)
	}
	t := s.inline(n, style.Body)
	if len(t.words) == 0 {
		return nil
	}
	if isFormula(n) && width >= leastInside+formulaIndent {
		left := strings.Repeat(" ", formulaIndent)
		return indent(t.wrap(width-formulaIndent), left, left, formulaIndent)
	}
	if bytes.HasPrefix(t.words, []byte(nodes.Unfolded)) && width >= leastInside+2 {
		return hang(t, width, cells.Of(nodes.Unfolded))
	}
	return t.wrap(width)
}

// formulaIndent is how far a formula of its own stands in, in columns.
const formulaIndent = 4

func isFormula(n ast.Node) bool {
	maths, ok := n.FirstChild().(*nodes.Maths)
	return ok && maths.Display
}

// headingSigns tell the lower levels apart where there is neither colour nor
// weight; the first two have a rule under them.
var headingSigns = [...]string{"", "", "▸ ", "▹ ", "› ", "· "}

func (s *setter) heading(n *ast.Heading, width int) []*row {
	level := min(max(n.Level, 1), 6)
	r := style.Heading1 + style.Role(level-1)
	t := s.inline(n, r)
	if len(t.words) == 0 {
		return nil
	}
	sign := headingSigns[level-1]
	var rows []*row
	if sign == "" || width < leastInside+cells.Of(sign) {
		rows = t.balance(width)
	} else {
		rows = indent(t.balance(width-cells.Of(sign)), style.Dye(sign, s.inks.Of(r, 0)), "  ", cells.Of(sign))
	}
	rows[0].mark = headingRow
	rows[0].source = s.offset + 1 + bytes.LastIndexByte(s.src[:n.Lines().At(0).Start], '\n')
	if level <= 2 {
		widest := 0
		for _, r := range rows {
			widest = max(widest, r.width)
		}
		line := [...]string{"━", "─"}[level-1]
		rows = append(rows, &row{text: style.Dye(strings.Repeat(line, widest), s.inks.Of(r, 0)), width: widest})
	}
	return rows
}

// indent puts first before the first row and rest before the others, both
// so many columns wide. Rows that are empty get what of it can be seen.
func indent(rows []*row, first, rest string, columns int) []*row {
	lead := first
	for i := range rows {
		if i == 1 {
			lead = rest
		}
		rows[i].shift(columns)
		if rows[i].width == 0 {
			rows[i].text = strings.TrimRight(lead, " ")
			rows[i].width = 0
			if rows[i].text != "" {
				rows[i].width = columns
			}
			continue
		}
		rows[i].text = lead + rows[i].text
		rows[i].width += columns
		rows[i].links = moved(rows[i].links, columns)
		if rows[i].strip != nil {
			rows[i].strip.At += columns
		}
	}
	return rows
}

// pause is a thematic break: three stars in the middle.
func (s *setter) pause(width int) []*row {
	const stars = "*   *   *"
	w := len(stars)
	if width < w {
		return []*row{{text: style.Dye("*", s.inks.Of(style.Rule, 0)), width: 1}}
	}
	left := (width - w) / 2
	return []*row{{text: strings.Repeat(" ", left) + style.Dye(stars, s.inks.Of(style.Rule, 0)), width: left + w}}
}
