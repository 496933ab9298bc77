package selection

// Segment is a stretch of a row that is copied, from left to right. What a reader
// sees beside it is not: margins, bars, frames, bullets' indents, signs of ours.
type Segment struct {
	// Glue is what stands between it and the segment before: a newline where a text
	// begins, and where its line was broken for the screen what the break took away:
	// mostly a blank, and nothing within a word. Rows without segments that stand
	// between make a newline two.
	Glue string
	Text string

	Column, Width int // where it shows
	Tab           int // columns of the line of code before it, for its tabs
	// Down is how many rows below the one that has it the segment shows: all those of
	// a row of a table are with the first, as they are read cell by cell.
	Down int
}

// NewText is the glue of what begins anew.
const NewText = "\n"
