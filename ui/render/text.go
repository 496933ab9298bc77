package render

import (
	"bytes"
	"strings"

	"lede/articles/markdown/find"
	"lede/ui/render/selection"
	"lede/ui/render/strip"
)

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
	uncopied      bool // a sign that nobody wants in a copy: that of a picture
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

// trim drops blanks and breaks at the end.
func (t *text) trim() {
	n := len(bytes.TrimRight(t.words, " \t\n"))
	t.words = t.words[:n]
	for len(t.runs) > 0 && (len(t.runs) > 1 && t.runs[len(t.runs)-2].end >= n || n == 0) {
		t.runs = t.runs[:len(t.runs)-1]
	}
	if len(t.runs) > 0 {
		t.runs[len(t.runs)-1].end = n
	}
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
	segments []selection.Segment // what of it is copied
	source   int                 // of a heading: offset of its line in the source
	strip    *strip.Strip        // when the row is wider than its place: all of it
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

// span is where words of the article stand in a row: what is not unsaid. Its
// words are counted from from to before to; in a row that is not yet placed
// these count from the row's own beginning.
type span struct {
	column, width int
	from, to      find.Counter
	again         bool // the words are counted elsewhere
}

// say notes that words of the article, so wide, stand in the row from a column
// on; no anchor counts those that are mute.
func (r *row) say(words string, column, width int, mute bool) {
	n := find.Of(words)
	from := r.said
	r.said = from.Plus(n)
	if !mute {
		r.letters += n.Letters
	}
	if n := len(r.spans); n > 0 && r.spans[n-1].column+r.spans[n-1].width == column && !r.spans[n-1].again {
		r.spans[n-1].width += width
		r.spans[n-1].to = r.said
		return
	}
	r.spans = append(r.spans, span{column, width, from, r.said, false})
}

// repeat notes words that are counted elsewhere, from from on.
func (r *row) repeat(words string, column, width int, from find.Counter) {
	r.spans = append(r.spans, span{column, width, from, from.Plus(find.Of(words)), true})
}

// shift moves the words of a row to the right.
func (r *row) shift(columns int) {
	for i := range r.spans {
		r.spans[i].column += columns
	}
	for i := range r.segments {
		r.segments[i].Column += columns
	}
}

// settle counts the words of rows that follow one another from before on, and
// returns the count after them.
func settle(rows []*row, before find.Counter) find.Counter {
	for _, r := range rows {
		for i := range r.spans {
			if !r.spans[i].again {
				r.spans[i].from, r.spans[i].to = before.Plus(r.spans[i].from), before.Plus(r.spans[i].to)
			}
		}
		before = before.Plus(r.said)
	}
	return before
}

// place gives the words of all rows of a part their places in it and on the
// screen.
func place(rows []*row, margin int) {
	bases := make([]find.Counter, len(rows))
	var count find.Counter
	for i, r := range rows {
		bases[i] = count
		if r.back > 0 && r.back <= i {
			bases[i] = bases[i-r.back]
		}
		for j := range r.spans {
			s, base := &r.spans[j], bases[i]
			if s.again {
				base = bases[i-min(i, r.top)]
			}
			s.column += margin
			s.from, s.to = base.Plus(s.from), base.Plus(s.to)
		}
		for j := range r.segments {
			r.segments[j].Column += margin
		}
		count = count.Plus(r.said)
	}
}

// said is the words of t that a search finds, and letters how many letters and
// digits of them an anchor counts.
func (t *text) said() (words string, letters int) {
	var b strings.Builder
	at := 0
	for _, r := range t.runs {
		piece := string(t.words[at:r.end])
		if !r.unsaid {
			b.WriteString(piece)
		}
		if !r.mute {
			letters += find.Of(piece).Letters
		}
		at = r.end
	}
	return b.String(), letters
}

// leads has a sign of ours copied before the words of rows: the number of an item.
// It shows in the first of them, from a column on, or not at all.
func leads(rows []*row, sign, glue string, column, width int) {
	if len(rows) == 0 {
		return
	}
	first := rows[0]
	if len(first.segments) > 0 {
		first.segments[0].Glue = " "
	}
	first.segments = append([]selection.Segment{{Glue: glue, Text: sign, Column: column, Width: width}}, first.segments...)
}

// passed marks rows that part nothing: a rule in a table.
func passed(rows ...*row) []*row {
	for i := range rows {
		rows[i].passed = true
	}
	return rows
}
