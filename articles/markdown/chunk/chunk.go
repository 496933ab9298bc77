// Package chunk cuts the source of an article into chunks that are Markdown by
// themselves, and notes what stands where in it. It looks at lines alone and
// parses nothing, so that a reader need not wait for a long text.
package chunk

// Chunk is a piece of a source that is Markdown by itself: a few whole
// top-level blocks. Offsets are in bytes.
type Chunk struct {
	Start, End int
	// Joined says that the chunk goes on with the block that the one before
	// ends in: a block too long to be set at once was parted.
	Joined bool

	Lead   string // source to parse before it: the line that opens the block
	Number int    // of its first item, when that block is a numbered list
}

// Span is a piece of a source, in bytes.
type Span struct{ Start, End int }

// Cuts is what a look through a source finds.
type Cuts struct {
	Chunks []Chunk
	Refs   []Span // where link reference definitions may stand
	Heads  []Span // where headings may stand
	Boxes  Boxes
}
