package row

import "lede/articles"

// gap is how many blanks part two columns.
const gap = 2

// place is a column in a line, and how wide it is there.
type place struct {
	column column
	width  int
}

// wish is a column that a line is to have: in full where it can, else shortly, and
// else cut to least. No column gets more than most; 0 is as wide as what stands in it.
type wish struct {
	column      column
	short       bool
	least, most int
}

// fit gives room to the columns of a line, to the first that is wished first, and
// returns those that found some, in the order in which they stand in a line.
func (w *widths) fit(room int, wishes ...wish) []place {
	var got [numColumns]int
	for _, wish := range wishes {
		full, short := w[wish.column].full, w[wish.column].short
		if wish.short {
			full = short
		}
		if wish.most > 0 {
			full, short = min(full, wish.most), min(short, wish.most)
		}
		least := short
		if wish.least > 0 {
			least = min(short, wish.least)
		}
		if full == 0 || room-gap < least {
			continue
		}
		got[wish.column] = min(full, room-gap)
		room -= got[wish.column] + gap
	}
	var line []place
	for _, c := range [...]column{dek, tags, source, progress, minutes, views, date} {
		if got[c] > 0 {
			line = append(line, place{c, got[c]})
		}
	}
	return line
}

// rest is what columns leave of so many.
func rest(columns int, line []place) int {
	for _, p := range line {
		columns -= p.width + gap
	}
	return max(0, columns)
}

// filled is columns without the tags of an article that has none: what stands before them
// takes their room.
func filled(r *articles.Row, line []place) []place {
	if len(line) > 0 && line[0].column == tags && len(r.Tags) == 0 {
		return line[1:]
	}
	return line
}

// titleLeast is what the figures leave to a title of so many columns, for of a list the
// titles are read; a name of a site finds room beside it from 80 columns on.
func titleLeast(columns int) int { return max(16, columns*3/8) }
