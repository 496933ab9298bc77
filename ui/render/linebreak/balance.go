package linebreak

import "slices"

// Balance breaks words into as few lines as [Fill] does, as even as they can be: the
// longest is as short as it can be, and among the ways to do that it takes the
// one with the least squares of what the lines lack, after the total-fit method
// (Knuth and Plass, Breaking Paragraphs into Lines, 1981).
func Balance(words string, width int) []Line {
	pieces := All(words)
	filled := Fill(slices.Values(pieces), words, width)
	low, high := 1, width // the least width with as few lines
	for _, p := range pieces {
		low = max(low, p.Width)
	}
	if len(filled) < 2 || low > width {
		return filled
	}
	for low < high {
		if mid := (low + high) / 2; len(Fill(slices.Values(pieces), words, mid)) <= len(filled) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return even(pieces, high)
}

// even sets pieces, none of them wider than a line, in the fewest lines, and
// among these ways in the one with the least squares of what lines lack.
func even(pieces []Piece, width int) []Line {
	type way struct{ lines, squares, from int }
	best := make([]way, len(pieces)+1) // to set the first pieces
	for i := range pieces {
		end := &best[i+1]
		end.lines = -1
		used := 0
		for j := i; j >= 0 && (j == i || !pieces[j].Must); j-- {
			if used += pieces[j].Width; j < i {
				used += pieces[j].Blanks
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
	var out []Line
	for i := len(pieces); i > 0; i = best[i].from {
		first, last := pieces[best[i].from], pieces[i-1]
		hyphen := last.hyphen && i < len(pieces) && !last.Must && last.Width < width
		out = append(out, Line{first.start, last.end, hyphen})
	}
	slices.Reverse(out)
	return out
}
