package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/articles/markdown/chunk"
)

// shared is what a chunk needs to know of all others.
type shared struct {
	refs    map[string]parser.Reference
	notes   map[string][]int // label → offsets of what may define it
	numbers map[string]int   // label → number
}

// context is what parsing a piece takes from the rest of the document.
func (d *Document) context() parser.Context {
	all := d.shared()
	pc := context{parser.NewContext(), all.refs}
	pc.Set(notesKey, all.numbers)
	return pc
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

// collect finds the definitions of links and footnotes in the places that the
// scanner noted.
func (d *Document) collect() *shared {
	s := &shared{refs: make(map[string]parser.Reference), notes: scanNotes(d.Source)}
	s.numbers = noteNumbers(d.Source, s.notes)
	slices.SortFunc(d.cuts.Refs, func(a, b chunk.Span) int { return a.Start - b.Start })
	for _, at := range d.cuts.Refs {
		s.define(d.Source[at.Start:at.End])
	}
	return s
}

// define notes the link definitions in a piece of the source. The first of a
// label counts.
func (s *shared) define(piece string) {
	note := func(r parser.Reference) {
		key := util.ToLinkReference(r.Label())
		if _, ok := s.refs[key]; !ok {
			s.refs[key] = r
		}
	}
	if onlyDefinitions(piece) {
		for line := range strings.Lines(piece) {
			if label, target, ok := plainDefinition(line); ok {
				note(parser.NewReference([]byte(label), []byte(target), nil))
			}
		}
		return
	}
	pc := parser.NewContext()
	pc.Set(notesKey, s.numbers)
	dialect().Parse(text.NewReader([]byte(piece)), parser.WithContext(pc))
	for _, r := range pc.References() {
		note(r)
	}
}
