package render

import (
	"strings"

	"lede/articles/markdown/find"
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
		r.segments[i].column += columns
	}
}

// settle counts the words of rows that follow one another from before on, and
// returns the count after them.
func settle(rows []row, before find.Counter) find.Counter {
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
func place(rows []row, margin int) {
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
			r.segments[j].column += margin
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
