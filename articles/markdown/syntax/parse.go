package syntax

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Known is what a piece of a source may point to in the rest of it.
type Known struct {
	Refs    map[string]parser.Reference // by what goldmark makes of their labels
	Numbers map[string]int              // of footnotes, by their labels
}

// notesKey holds the numbers of the footnotes in a parser.Context. Without it
// every mark is text.
var notesKey = parser.NewContextKey()

// nestedKey says that what is parsed stands in something else, where no footnote
// is defined.
var nestedKey = parser.NewContextKey()

// Parse parses a piece of a source; nested says that the piece stands in
// something else, where no footnote is defined.
func Parse(r text.Reader, known Known, nested bool) ast.Node {
	pc := context{parser.NewContext(), known.Refs}
	pc.Set(notesKey, known.Numbers)
	if nested {
		pc.Set(nestedKey, true)
	}
	return dialect().Parse(r, parser.WithContext(pc))
}

// context lets a chunk use the link reference definitions of all chunks.
type context struct {
	parser.Context
	refs map[string]parser.Reference
}

func (c context) Reference(label string) (parser.Reference, bool) {
	r, ok := c.refs[label]
	return r, ok
}
