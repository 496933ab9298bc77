package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/chunk"
)

// wholeRows keeps what stands in a row of a table behind its last column, which
// GFM leaves out: it goes on in the last cell.
type wholeRows struct{ parser.ParagraphTransformer }

// Transform implements [parser.ParagraphTransformer].
func (w wholeRows) Transform(node *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := node.Lines()
	all := lines.Sliced(0, lines.Len())
	ends := make([]int, len(all))
	for i, line := range all {
		ends[i] = line.TrimRightSpace(r.Source()).Stop
	}
	parent, before := node.Parent(), node.PreviousSibling()
	w.ParagraphTransformer.Transform(node, r, pc)
	var table ast.Node
	switch {
	case node.Parent() != nil:
		table = node.NextSibling()
	case before != nil:
		table = before.NextSibling()
	default:
		table = parent.FirstChild()
	}
	if table == nil || table.Kind() != east.KindTable {
		return
	}
	i := len(ends) - 1
	for row := table.LastChild(); row != nil && row.Kind() == east.KindTableRow; row = row.PreviousSibling() {
		widen(row.LastChild(), ends[i], r.Source())
		i--
	}
}

// widen makes a cell reach to the end of its line, when words stand there.
func widen(cell ast.Node, end int, src []byte) {
	if cell == nil || cell.Lines().Len() == 0 {
		return
	}
	seg := cell.Lines().At(0)
	rest, bar := bytes.CutPrefix(bytes.TrimLeft(src[seg.Stop:max(seg.Stop, end)], " \t"), []byte("|"))
	if words := bytes.TrimRight(rest, " \t|"); bar && len(bytes.Trim(words, " \t|")) > 0 {
		seg.Stop = end - (len(rest) - len(words))
		cell.Lines().Set(0, seg)
	}
}

// underTable keeps an underline below a table from making a heading of the words
// before it: they would change places.
type underTable struct{ parser.BlockParser }

// Open implements [parser.BlockParser].
func (p underTable) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if last := pc.LastOpenedBlock().Node; last != nil && ast.IsParagraph(last) {
		for i := 1; i < last.Lines().Len(); i++ {
			line := last.Lines().At(i)
			if chunk.IsDelimiterRow(string(bytes.TrimSpace(line.Value(r.Source())))) {
				return nil, parser.NoChildren
			}
		}
	}
	return p.BlockParser.Open(parent, r, pc)
}
