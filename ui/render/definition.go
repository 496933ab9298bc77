package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// definitionIndent is how far a meaning stands in from its term, in columns.
const definitionIndent = 4

// definitions sets a list of terms with what each means below it.
func (s *setter) definitions(n *east.DefinitionList, width int) []row {
	var out []row
	last := 0 // rows of the meaning before
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		rows := s.definition(c, width)
		meaning := c.Kind() != east.KindDefinitionTerm
		if last > 0 && len(rows) > 0 && (!meaning || max(last, len(rows)) > 1) { // wrapped meanings need air between
			out = append(out, row{passed: meaning})
		}
		out = append(out, rows...)
		if last = len(rows); !meaning {
			last = 0
		}
	}
	return out
}

func (s *setter) definition(n ast.Node, width int) []row {
	if n.Kind() == east.KindDefinitionTerm {
		return s.inline(n, cellHead).wrap(width)
	}
	if width-definitionIndent < leastInside {
		return s.blocks(n, width)
	}
	left := strings.Repeat(" ", definitionIndent)
	return indent(s.blocks(n, width-definitionIndent), left, left, definitionIndent)
}
