package render

import "slices"

// balance breaks t into as few rows as wrap does, as even as they can be: the
// longest is as short as it can be, and among the ways to do that it takes the
// one with the least squares of what the rows lack, after the total-fit method
// (Knuth and Plass, Breaking Paragraphs into Lines, 1981).
func (t *text) balance(width int) []row {
	if width < 2 {
		return t.wrap(width)
	}
	pieces, words := t.pieces(), string(t.words)
	filled := fill(slices.Values(pieces), words, width)
	low, high := 1, width // the least width with as few rows
	for _, p := range pieces {
		low = max(low, p.width)
	}
	if len(filled) < 2 || low > width {
		return t.rows(filled, words)
	}
	for low < high {
		if mid := (low + high) / 2; len(fill(slices.Values(pieces), words, mid)) <= len(filled) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return t.rows(even(pieces, high), words)
}

// even sets pieces, none of them wider than a line, in the fewest lines, and
// among these ways in the one with the least squares of what lines lack.
func even(pieces []piece, width int) []line {
	type way struct{ lines, squares, from int }
	best := make([]way, len(pieces)+1) // to set the first pieces
	for i := range pieces {
		end := &best[i+1]
		end.lines = -1
		used := 0
		for j := i; j >= 0 && (j == i || !pieces[j].must); j-- {
			if used += pieces[j].width; j < i {
				used += pieces[j].blanks
			}
			full := used
			if pieces[i].hyphen && i+1 < len(pieces) {
				full++
			}
			if full > width && j < i {
				break
			}
			lack := max(0, width-full)
			w := way{best[j].lines + 1, best[j].squares + lack*lack, j}
			if end.lines < 0 || w.lines < end.lines || w.lines == end.lines && w.squares < end.squares {
				*end = w
			}
		}
	}
	var out []line
	for i := len(pieces); i > 0; i = best[i].from {
		first, last := pieces[best[i].from], pieces[i-1]
		hyphen := last.hyphen && i < len(pieces) && !last.must && last.width < width
		out = append(out, line{first.start, last.end, hyphen})
	}
	slices.Reverse(out)
	return out
}
