package find

// nearby is how many chunks before its own a match may begin: there may be one
// without words between.
const nearby = 2

// Mark is where a match stands in one chunk: the spots of its first and last
// letter or sign there.
type Mark struct {
	Match
	First, Until Spot
}

// Marks are the matches that stand in chunk i, and the parts of those that
// begin before it or end after it.
func (x *Index) Marks(q *Query, i int) []Mark {
	var out []Mark
	text := x.text(i)
	for j := max(0, i-nearby); j < i; j++ {
		for _, m := range x.Matches(q, j) {
			if m.Last == i {
				_, last := spots(text[:m.End], Counter{})
				out = append(out, Mark{m, 0, last})
			}
		}
	}
	var c Counter
	at := 0
	for _, m := range x.Matches(q, i) {
		c = c.Plus(Of(text[at:m.Start]))
		at = m.Start
		end := len(text)
		if m.Last == i {
			end = m.End
		}
		first, last := spots(text[m.Start:end], c)
		if m.Last > i {
			last = After
		}
		out = append(out, Mark{m, first, last})
	}
	return out
}

// Spot is where a match begins in its chunk.
func (x *Index) Spot(m Match) Spot {
	text := x.text(m.Chunk)
	first, _ := spots(text[m.Start:], Of(text[:m.Start]))
	return first
}

// Place is the first byte of the words of chunk i that does not stand before a
// spot.
func (x *Index) Place(i int, s Spot) Place {
	if i >= x.Len() {
		return Place{Chunk: i}
	}
	var c Counter
	text := x.text(i)
	for at, r := range text {
		if kindOf(r) != nothing && c.Count(r) >= s {
			return Place{i, at}
		}
	}
	return Place{i, len(text)}
}

// spots are those of the first and the last letter or sign of s, of which c
// comes before.
func spots(s string, c Counter) (first, last Spot) {
	first, last = c.Spot(), c.Spot()
	counted := false
	for _, r := range s {
		if kindOf(r) == nothing {
			continue
		}
		last = c.Count(r)
		if !counted {
			first, counted = last, true
		}
	}
	return first, last
}
