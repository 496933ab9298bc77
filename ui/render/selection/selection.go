// Package selection tells what of a text is copied when a stretch of the screen is
// selected, and where on the screen that stands. Of the lines it knows what each gives
// to a copy: its segments.
package selection

// Caret is a place between two characters of what can be copied of a text. It is
// the same at every width; the zero Caret stands before all.
type Caret struct {
	Part int
	At   int // bytes of what is copied of the part
}

// Less reports whether c stands before d.
func (c Caret) Less(d Caret) bool {
	return c.Part < d.Part || c.Part == d.Part && c.At < d.At
}

// Stretch is what stands between two carets.
type Stretch struct{ From, To Caret }

// IsEmpty reports whether nothing stands there.
func (s Stretch) IsEmpty() bool { return !s.From.Less(s.To) }

// Union is the stretch from the beginning of one of two to the end of the other.
func (s Stretch) Union(o Stretch) Stretch {
	if o.From.Less(s.From) {
		s.From = o.From
	}
	if s.To.Less(o.To) {
		s.To = o.To
	}
	return s
}

// within is the bytes of s between two of a part.
func (s Stretch) within(part, from, to int) (first, end int) {
	if part < s.From.Part || part > s.To.Part {
		return to, to
	}
	first, end = from, to
	if part == s.From.Part {
		first = min(max(from, s.From.At), to)
	}
	if part == s.To.Part {
		end = max(first, min(to, s.To.At))
	}
	return first, end
}

// Columns are columns of a line of the screen, from 0; To is the one after them.
type Columns struct{ From, To int }
