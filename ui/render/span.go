package render

import (
	"strings"

	"lede/articles/markdown/find"
)

// span is where words of the article stand in a row: what is not mute. Its
// words are counted from from to before to; in a row that is not yet placed
// these count from the row's own beginning.
type span struct {
	column, width int
	from, to      find.Counter
}

// say notes that words of the article stand in the row behind what is before.
func (r *row) say(before, words string) {
	from := find.Counter{Letters: r.letters, Signs: r.signs}
	to := from.Plus(find.Of(words))
	r.letters, r.signs = to.Letters, to.Signs
	column, width := cells(before), cells(words)
	if n := len(r.spans); n > 0 && r.spans[n-1].column+r.spans[n-1].width == column {
		r.spans[n-1].width += width
		r.spans[n-1].to = to
		return
	}
	r.spans = append(r.spans, span{column, width, from, to})
}

// shift moves the words of a row to the right.
func (r *row) shift(columns int) {
	for i := range r.spans {
		r.spans[i].column += columns
	}
}

// settle counts the words of rows that follow one another from before on, and
// returns the count after them.
func settle(rows []row, before find.Counter) find.Counter {
	for _, r := range rows {
		for i := range r.spans {
			r.spans[i].from, r.spans[i].to = before.Plus(r.spans[i].from), before.Plus(r.spans[i].to)
		}
		before = before.Plus(find.Counter{Letters: r.letters, Signs: r.signs})
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
			s := &r.spans[j]
			s.column += margin
			s.from, s.to = bases[i].Plus(s.from), bases[i].Plus(s.to)
		}
		count = count.Plus(find.Counter{Letters: r.letters, Signs: r.signs})
	}
}

// said is the words of t that count.
func (t *text) said() string {
	var b strings.Builder
	at := 0
	for _, r := range t.runs {
		if !r.mute {
			b.Write(t.words[at:r.end])
		}
		at = r.end
	}
	return b.String()
}
