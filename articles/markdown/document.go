package markdown

import (
	"iter"
	"slices"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/chunk"
	"lede/articles/markdown/htmlblock"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
	"lede/articles/markdown/syntax"
)

// Document is a source cut into chunks. Making one costs a scan of the source;
// everything else is worked out when it is asked for. It never changes and is
// safe for concurrent use.
type Document struct {
	// Source is what was parsed.
	Source string
	Chunks []chunk.Chunk

	cuts    chunk.Cuts
	shared  func() *shared
	notes   func() []Footnote
	outline func() []Heading
	likely  func() []int
}

// Parse scans src, which is clean, and cuts it into chunks.
func Parse(src string) *Document { return document(src, chunk.Cut(src, chunk.Least)) }

func document(src string, cuts chunk.Cuts) *Document {
	d := &Document{Source: src, Chunks: cuts.Chunks, cuts: cuts}
	d.shared = sync.OnceValue(d.collect)
	d.notes = sync.OnceValue(d.findNotes)
	d.outline = sync.OnceValue(d.findHeadings)
	d.likely = sync.OnceValue(d.findLikely)
	return d
}

// ChunkAt is the number of the chunk that holds the byte at offset, or of the
// last one before it.
func (d *Document) ChunkAt(offset int) int {
	n, found := slices.BinarySearchFunc(d.Chunks, offset, func(c chunk.Chunk, at int) int { return c.Start - at })
	if found {
		return n
	}
	return max(0, n-1)
}

// Markdown is what is parsed of chunk i: the line that opens a block which goes
// on in it, and its part of the source.
func (d *Document) Markdown(i int) string {
	c := d.Chunks[i]
	if c.Lead == "" {
		return d.Source[c.Start:c.End]
	}
	return c.Lead + d.Source[c.Start:c.End]
}

// Offset is where [Document.Markdown] of chunk i begins in the source, as if the
// line that opens its block stood before it there.
func (d *Document) Offset(i int) int { return d.Chunks[i].Start - len(d.Chunks[i].Lead) }

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
	if list, ok := root.FirstChild().(*ast.List); ok && c.Number > 0 {
		list.Start = c.Number
	}
	return root, src
}

// parse parses a piece of the source, which begins at base.
func (d *Document) parse(piece string, base int, keep func(raw string) bool) (ast.Node, []byte) {
	src := []byte(piece)
	root := syntax.Parse(text.NewReader(src), d.shared().Known, false)
	u := htmlblock.Markup{Src: src, Base: base, Boxes: d.cuts.Boxes, Keep: keep}
	u.Mark(root)
	e := elaborator{d, u.Src, keep}
	e.elaborate(root, deepestMeaning)
	return root, e.src
}

func keepNone(string) bool { return false }

// Footnote is the text of a footnote, parsed.
type Footnote struct {
	Number int
	Node   *nodes.Note
	Source []byte // what the segments of Node point into
}

// Footnotes are all footnotes, by number: those that a mark points to come first,
// in the order of their marks. They are parsed once and shared: change none.
func (d *Document) Footnotes() []Footnote { return d.notes() }

func (d *Document) findNotes() []Footnote {
	all := d.shared()
	var chunks []int // that may define one
	for _, places := range all.notes {
		for _, at := range places {
			chunks = append(chunks, d.ChunkAt(at))
		}
	}
	slices.Sort(chunks)
	notes := make([]Footnote, len(all.Numbers))
	for _, i := range slices.Compact(chunks) {
		root, src := d.AST(i)
		for n := root.FirstChild(); n != nil; n = n.NextSibling() {
			note, ok := n.(*nodes.Note)
			if !ok {
				continue
			}
			number := all.Numbers[note.Label]
			if number == 0 || notes[number-1].Node != nil { // defined once more: no word of it goes
				number = len(notes) + 1
				notes = append(notes, Footnote{})
			}
			notes[number-1] = Footnote{Number: number, Node: note, Source: src}
		}
	}
	return slices.DeleteFunc(notes, func(n Footnote) bool { return n.Node == nil })
}

// Words are those of a footnote, as they stand on the screen, block by block.
func (f Footnote) Words() iter.Seq[string] {
	return func(yield func(string) bool) {
		for c := f.Node.FirstChild(); c != nil; c = c.NextSibling() {
			if !yield(plain.Shown(c, f.Source)) {
				return
			}
		}
	}
}

// Said yields all words of the document as they stand on the screen, part by part: those
// of its chunks, with those of pictures, and those of its footnotes behind them.
func (d *Document) Said() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range d.Chunks {
			if !yield(d.Shown(i)) {
				return
			}
		}
		for _, note := range d.Footnotes() {
			for words := range note.Words() {
				if !yield(words) {
					return
				}
			}
		}
	}
}

// Plain is the words of chunk i as a reader sees them, without markup.
func (d *Document) Plain(i int) string {
	root, src := d.AST(i)
	return plain.Text(root, src)
}

// Shown is Plain with the words of pictures and the labels of callouts and code;
// see [plain.Shown].
func (d *Document) Shown(i int) string {
	root, src := d.AST(i)
	if d.Chunks[i].Joined {
		return plain.ShownOn(root, src)
	}
	return plain.Shown(root, src)
}
