package ui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// labelled puts the letters of the links before them. No letter of the text is
// covered: a label takes the blanks before its link, and where there are too few the
// line makes room.
func (r *reader) labelled(lines []string) {
	links := r.inSight()
	last := len(links) - 1
	for i, p := range slices.Backward(links) { // from the right: what moves is behind
		label := hint(i, len(links))
		rest, ok := strings.CutPrefix(label, r.way.typed)
		if !ok {
			continue
		}
		before := 0 // columns that are another label's, or of the text before the line
		if i > 0 && links[i-1].row == p.row {
			before = links[i-1].column + 1
		}
		if i < last && links[i+1].row == p.row && links[i+1].column == p.column {
			continue // nothing of it shows
		}
		lines[p.row] = r.labelBefore(lines[p.row], rest, p.column, before)
	}
}

// labelBefore is a line with a label before a column; what stands before column
// least is not touched.
func (r *reader) labelBefore(line, label string, at, least int) string {
	styled := r.theme.Screen.Label.Render(label)
	blanks := 0
	for blanks < len(label) && at-blanks > least && isBlank(line, at-blanks-1) {
		blanks++
	}
	lacks := len(label) - blanks
	if lacks == 0 {
		return replaced(line, at-blanks, at, styled)
	}
	wide := replaced(line, at-blanks, at, styled)
	if over := ansi.StringWidth(wide) - r.width; over > 0 {
		margin := 0
		for margin < over && isBlank(wide, margin) {
			margin++
		}
		if margin < over { // no room at all: the label says more than a letter
			return replaced(line, at-blanks, min(r.width, at+lacks), styled)
		}
		return ansi.TruncateLeft(wide, margin, "")
	}
	return wide
}

// isBlank reports whether a column of a line is empty.
func isBlank(line string, column int) bool {
	return strings.TrimSpace(ansi.Strip(ansi.Cut(line, column, column+1))) == "" && ansi.StringWidth(line) > column
}
