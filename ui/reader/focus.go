package reader

import "lede/ui/render"

// focused is the first and the last line of the window that are not dimmed: in
// focus mode those of one block, else all, and all while there are the marks of a
// search. The block is the first that reaches the reading line and begins on the
// screen, or else the one that stands there. A heading belongs to the block under
// it, and so does a rule: nobody reads it alone.
func (r *Reader) focused(window []render.Line) (first, last int) {
	if r.focus && !r.search.on() {
		if first, last, ok := r.standing(window); ok {
			return first, last
		}
	}
	return 0, len(window) - 1 // below the text too: the ending is there to be read
}

// standing is the lines of the block that is read; there is none below the text.
func (r *Reader) standing(window []render.Line) (first, last int, found bool) {
	all, reading := len(window)-1, r.readingLine()
	for i := 0; i <= all; i++ {
		if !window[i].Body {
			continue
		}
		from, to := i, blockEnd(window, i)
		i = to
		if to < reading {
			continue
		}
		whole := window[from].Opens && (to < all || from > 0)
		if !found || whole {
			first, last, found = from, to, true
		}
		if whole {
			break
		}
	}
	return first, last, found
}

// blockEnd is the last line of the block that begins at a line of a window, or
// goes on there from above it: with the block that it leads to, when it only leads.
func blockEnd(window []render.Line, from int) int {
	to, leads := from, true
	for i := from; i < len(window); i++ {
		switch l := window[i]; {
		case !l.Body && leads:
			continue // the space under a heading
		case i > from && (!l.Body || l.Opens && !leads):
			return to
		default:
			to, leads = i, leads && (l.IsHeading() || !l.HasWords()) && !l.IsPicture()
		}
	}
	return to
}

// readingLine is the line of the window that is read: a third down, but at the
// top of the article the first line and at its end the last, so that every
// block comes to be in focus.
func (r *Reader) readingLine() int {
	height := r.text()
	third := height / 3
	for i := range third {
		if !r.layout.Move(r.layout.Start(), i).Less(r.top) {
			return i
		}
	}
	end := r.layout.End(height)
	for i := range height - third {
		if !r.layout.Move(r.top, i).Less(end) {
			return height - 1 - i
		}
	}
	return third
}

// through is the top of the window that shows the text up to a share of it, as
// the bar at the bottom counts.
func (r *Reader) through(share float64) render.Pos {
	return r.bounded(r.layout.Move(r.layout.Reached(share), 1-r.text()))
}
