package markdown

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Chunk is a piece of a source that is Markdown by itself: a few whole
// top-level blocks. Offsets are in bytes.
type Chunk struct {
	Start, End int
	// Joined says that the chunk goes on with the block that the one before
	// ends in: a block too long to be set at once was parted.
	Joined bool

	lead   string // source to parse before it: the line that opens the block
	number int    // of its first item, when that block is a numbered list
}

// Document is a source cut into chunks. Making one costs a scan of the source;
// everything else is worked out when it is asked for. It never changes and is
// safe for concurrent use.
type Document struct {
	// Source is what was parsed, but for what is no text; see [directed].
	Source string
	Chunks []Chunk

	scanned *scanner
	shared  func() *shared
	notes   func() []Footnote
	outline func() []Heading
	likely  func() []int
}

// shared is what a chunk needs to know of all others.
type shared struct {
	refs    map[string]parser.Reference
	notes   map[string][]int // label → offsets of what may define it
	numbers map[string]int   // label → number
}

// Parse scans src, which is clean, and cuts it into chunks.
func Parse(src string) *Document {
	if len(src) < longSource {
		src = directed(src)
		return document(src, scan(src, leastChunk))
	}
	// Somebody waits: most texts have no directive, and are cut while that is
	// looked up.
	found := make(chan bool, 1)
	go func() { found <- hasDirective(src) }()
	s := scan(src, leastChunk)
	if <-found {
		src = directed(src)
		s = scan(src, leastChunk)
	}
	return document(src, s)
}

// longSource is how long a source is, in bytes, of which two questions are
// asked at a time.
const longSource = 1 << 20

func document(src string, s *scanner) *Document {
	d := &Document{Source: src, Chunks: s.chunks, scanned: s}
	d.shared = sync.OnceValue(d.collect)
	d.notes = sync.OnceValue(d.findNotes)
	d.outline = sync.OnceValue(d.findHeadings)
	d.likely = sync.OnceValue(d.findLikely)
	return d
}

// ChunkAt is the number of the chunk that holds the byte at offset, or of the
// last one before it.
func (d *Document) ChunkAt(offset int) int {
	n, found := slices.BinarySearchFunc(d.Chunks, offset, func(c Chunk, at int) int { return c.Start - at })
	if found {
		return n
	}
	return max(0, n-1)
}

// Markdown is what is parsed of chunk i: the line that opens a block which goes
// on in it, and its part of the source.
func (d *Document) Markdown(i int) string {
	c := d.Chunks[i]
	if c.lead == "" {
		return d.Source[c.Start:c.End]
	}
	return c.lead + d.Source[c.Start:c.End]
}

// Offset is where [Document.Markdown] of chunk i begins in the source, as if the
// line that opens its block stood before it there.
func (d *Document) Offset(i int) int { return d.Chunks[i].Start - len(d.Chunks[i].lead) }

// AST parses chunk i. Segments of the tree point into the bytes returned
// beside it. Footnotes are numbered, and links resolved, over the whole
// document.
func (d *Document) AST(i int) (ast.Node, []byte) {
	return d.chunk(i, keepNone)
}

// chunk parses chunk i; blocks of HTML that keep tells of stay as they are.
func (d *Document) chunk(i int, keep func(raw string) bool) (ast.Node, []byte) {
	c := d.Chunks[i]
	root, src := d.parse(d.Markdown(i), d.Offset(i), keep)
	if list, ok := root.FirstChild().(*ast.List); ok && c.number > 0 {
		list.Start = c.number
	}
	return root, src
}

// parse parses a piece of the source, which begins at base.
func (d *Document) parse(piece string, base int, keep func(raw string) bool) (ast.Node, []byte) {
	src := []byte(piece)
	root := dialect().Parse(text.NewReader(src), parser.WithContext(d.context()))
	u := markup{src, base, d.scanned.boxes, keep}
	u.mark(root)
	e := elaborator{d, u.src, keep}
	e.elaborate(root, deepestMeaning)
	return root, e.src
}

// context is what parsing a piece takes from the rest of the document.
func (d *Document) context() parser.Context {
	all := d.shared()
	pc := context{parser.NewContext(), all.refs}
	pc.Set(notesKey, all.numbers)
	return pc
}

func keepNone(string) bool { return false }

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
	slices.SortFunc(d.scanned.refs, func(a, b span) int { return a.start - b.start })
	for _, at := range d.scanned.refs {
		s.define(d.Source[at.start:at.end])
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

// Footnote is the text of a footnote, parsed.
type Footnote struct {
	Number int
	Node   *Note
	Source []byte // what the segments of Node point into
}

// Footnotes are the footnotes that a mark points to, by number. They are
// parsed once and shared: change none.
func (d *Document) Footnotes() []Footnote { return d.notes() }

func (d *Document) findNotes() []Footnote {
	type tree struct {
		root ast.Node
		src  []byte
	}
	all := d.shared()
	notes := make([]Footnote, len(all.numbers))
	trees := make(map[int]tree)
	for label, number := range all.numbers {
		// The first place that may define it mostly does: no other is parsed.
		for _, at := range all.notes[label] {
			i := d.ChunkAt(at)
			t, ok := trees[i]
			if !ok {
				t.root, t.src = d.AST(i)
				trees[i] = t
			}
			if note := noteIn(t.root, label); note != nil {
				notes[number-1] = Footnote{Number: number, Node: note, Source: t.src}
				break
			}
		}
	}
	return slices.DeleteFunc(notes, func(n Footnote) bool { return n.Node == nil })
}

// noteIn is the first footnote of a label in a chunk, nil when there is none.
func noteIn(root ast.Node, label string) *Note {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if note, ok := n.(*Note); ok && note.Label == label {
			return note
		}
	}
	return nil
}

// Outline is every top-level heading, in order.
func (d *Document) Outline() []Heading { return d.outline() }

// HeadingChunks are the numbers of the chunks that may hold a heading, in
// order, found without parsing.
func (d *Document) HeadingChunks() []int { return d.likely() }

func (d *Document) findLikely() []int {
	var out []int
	for _, h := range d.scanned.heads {
		if i := d.ChunkAt(h.start); len(out) == 0 || out[len(out)-1] != i {
			out = append(out, i)
		}
	}
	return out
}

func (d *Document) findHeadings() []Heading {
	return slices.AppendSeq(make([]Heading, 0, len(d.scanned.heads)), d.Headings())
}

// Headings are the top-level headings, in order, each parsed when its turn
// comes.
func (d *Document) Headings() iter.Seq[Heading] {
	return func(yield func(Heading) bool) {
		// Where the lines of the latest begin, how far they are read, and how many
		// bytes of them were for nothing.
		run, done, wasted := -1, 0, 0
		for _, h := range d.scanned.heads {
			if h.start != run {
				run, done, wasted = h.start, h.start, 0
			}
			if wasted > 4096+8*(h.end-run) {
				continue // as within a block of HTML
			}
			if h.start = max(h.start, done); h.start >= h.end {
				continue
			}
			root, src := d.parse(d.Source[h.start:h.end], h.start, keepNone)
			n, ok := root.LastChild().(*ast.Heading)
			switch root.LastChild().(type) {
			case *ast.Heading, *ast.ThematicBreak: // nothing before it is read once more
				done = h.end + 1
			default:
				wasted += len(src)
			}
			if !ok {
				continue
			}
			words := strings.ReplaceAll(Text(n, src), "\n", " ")
			// A tag may stand within its line.
			start := strings.LastIndexByte(d.Source[:h.start], '\n') + 1
			if src[0] != '<' {
				start = h.start + lineStart(src, n)
			}
			if !yield(Heading{Level: n.Level, Text: words, Offset: start, ID: headingID(n)}) {
				return
			}
		}
	}
}

// Plain is the words of chunk i as a reader sees them, without markup.
func (d *Document) Plain(i int) string {
	root, src := d.AST(i)
	return Text(root, src)
}

// Shown is Plain with the words of pictures and the labels of callouts and code;
// see [Shown].
func (d *Document) Shown(i int) string {
	root, src := d.AST(i)
	w := writer{src: src, all: true}
	if d.Chunks[i].Joined {
		w.wentOn = root.FirstChild()
	}
	return w.words(root)
}
