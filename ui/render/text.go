package render

import "lede/articles/markdown/find"

// text is words with their styles, not yet in lines. A newline in it is a hard
// break; a soft hyphen shows only where a line ends at it.
type text struct {
	words []byte
	runs  []run
	// unplaced says that nobody will look for a word or a link in the rows: they
	// are printed.
	unplaced bool
}

// run styles the words up to its end.
type run struct {
	ink
	end int
}

// ink is how words look, where they lead, and whether they count.
type ink struct {
	sgr  string
	link string
	at   *Link // what following it leads to; nil outside of links
	mute bool  // not words of the text: captions, marks; no anchor counts them
	// unsaid are signs of ours, and words that stand elsewhere as well: no search
	// finds them here. Those that are said again, from the start of the text on,
	// are marked as they are where they count.
	unsaid, again bool
	uncopied      bool // a sign that nobody wants in a copy: the mark of a note
}

func (t *text) add(s string, i ink) {
	if s == "" {
		return
	}
	t.words = append(t.words, s...)
	if n := len(t.runs); n > 0 && t.runs[n-1].ink == i {
		t.runs[n-1].end = len(t.words)
		return
	}
	t.runs = append(t.runs, run{i, len(t.words)})
}

// row is a line within its container, without the margin of the page.
type row struct {
	text     string       // with escape sequences
	width    int          // in cells, at most
	spare    int          // cells of these that are not taken where grapheme clusters are counted
	letters  int          // letters and digits of the article's text in it
	said     find.Counter // letters and signs of all the words in it
	spans    []span
	back     int // rows up to the one that its spans are counted from
	top      int // and those of words that are said again
	related  int // number of the related article it belongs to, from 1
	picture  Picture
	links    []Span
	segments []segment // what of it is copied
	source   int       // of a heading: offset of its line in the source
	strip    *strip    // when the row is wider than its place: all of it
	mark     mark
	block    Block // what begins with the row
	art      bool  // a row of the picture itself
	passed   bool  // without segments, it parts nothing for a copy
	opens    bool  // a block, or an item of a list, begins with the row
	body     bool  // the row belongs to a block of the text
}

// mark says what begins at a row.
type mark uint8

const (
	plainRow mark = iota
	headingRow
	pullRow
	anyRow // in what a part is known to be without
)
