package markdown

import (
	"slices"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"lede/articles/markdown/chunk"
	"lede/articles/markdown/syntax"
)

// shared is what a chunk needs to know of all others.
type shared struct {
	syntax.Known

	notes map[string][]int // label → offsets of what may define it
}

// collect finds the definitions of links and footnotes in the places that were
// noted when the source was cut.
func (d *Document) collect() *shared {
	s := &shared{notes: scanNotes(d.Source)}
	s.Refs, s.Numbers = make(map[string]parser.Reference), noteNumbers(d.Source, s.notes)
	slices.SortFunc(d.cuts.Refs, func(a, b chunk.Span) int { return a.Start - b.Start })
	for _, at := range d.cuts.Refs {
		for r := range syntax.References(d.Source[at.Start:at.End], s.Numbers) {
			key := util.ToLinkReference(r.Label())
			if _, ok := s.Refs[key]; !ok { // the first of a label counts
				s.Refs[key] = r
			}
		}
	}
	return s
}
