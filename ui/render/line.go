package render

import (
	"lede/ui/render/selection"
	"lede/ui/render/strip"
)

// Pos is a line of a laid-out article: a part, and a line of it. The zero Pos
// is the first line.
type Pos struct{ Part, Line int }

// Less reports whether p stands above q.
func (p Pos) Less(q Pos) bool {
	return p.Part < q.Part || p.Part == q.Part && p.Line < q.Line
}

// Line is one line of the screen: centred, at most as wide as the screen, with
// no escape sequences but SGR and OSC 8, all of them closed.
type Line struct {
	Text string
	// Related is the number of the related article it belongs to, from 1; 0
	// for all other lines.
	Related int
	// Picture is the picture that the line is a part of, or the caption of;
	// zero for all other lines.
	Picture Picture
	// Links are the parts of it that belong to links, from left to right.
	Links []Span
	// Body says that it belongs to a paragraph or another block of the text;
	// Opens, that one begins with it. An item of a list counts as a block.
	Body, Opens bool

	before int // letters and digits of the part before the line
	own    int // and in it
	mark   mark
	art    bool         // a row of a picture
	spans  []span       // of the words in it, by their places in the part
	source int          // of a heading: offset of its line in the source
	strip  *strip.Strip // when it is cut: all of it; Text is only what stands before it

	segments []selection.Segment // what of it is copied
	passed   bool                // without segments, it parts nothing for a copy
	block    Block               // begins with it
}

// IsHeading reports whether the line is one of a heading of the text.
func (l Line) IsHeading() bool { return l.mark == headingRow }

// HasWords reports whether there are letters or digits in the line.
func (l Line) HasWords() bool { return l.own > 0 }

const (
	// mostParts is how many parts stay laid out: several screens each way.
	mostParts = 48
	// leastLines is how many lines stay at least, for parts of few lines.
	leastLines = 512
)

// cache keeps the parts that were asked for last.
type cache struct {
	parts map[int]*cached
	lines int // in all of them
	clock int
}

type cached struct {
	lines []Line
	used  int
}

func (c *cache) get(i int) ([]Line, bool) {
	p, ok := c.parts[i]
	if !ok {
		return nil, false
	}
	c.clock++
	p.used = c.clock
	return p.lines, true
}

func (c *cache) put(i int, lines []Line) {
	if c.parts == nil {
		c.parts = make(map[int]*cached)
	}
	for len(c.parts) >= mostParts && c.lines >= leastLines || len(c.parts) >= leastLines {
		c.dropOldest()
	}
	c.clock++
	c.parts[i] = &cached{lines, c.clock}
	c.lines += len(lines)
}

func (c *cache) dropOldest() {
	oldest, used := -1, 0
	for i, p := range c.parts {
		if oldest < 0 || p.used < used {
			oldest, used = i, p.used
		}
	}
	c.lines -= len(c.parts[oldest].lines)
	delete(c.parts, oldest)
}
