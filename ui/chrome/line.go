package chrome

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// Cut shortens s to a width, with an ellipsis for what is left out.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	return ansi.Truncate(s, width, "…")
}

// CutMiddle is s in at most so many columns: what is left out is in its
// middle, as the two ends of an address say the most.
func CutMiddle(s string, width int) string {
	w := ansi.StringWidth(s)
	if w <= width {
		return s
	}
	if width < 3 {
		return Cut(s, width)
	}
	head := ansi.Truncate(s, width/2, "")
	return head + "…" + RightOf(s, w-(width-1-ansi.StringWidth(head)))
}

// RightOf is a line from a column on; a blank stands for a wide character that
// begins before it.
func RightOf(line string, column int) string {
	rest := ansi.TruncateLeft(line, column, "")
	if ansi.StringWidth(rest) > ansi.StringWidth(line)-column {
		return " " + ansi.TruncateLeft(line, column+1, "")
	}
	return rest
}

// Fit sets left and right on a line; left gives way.
func Fit(left, right string, width int) string {
	if s := Spread(left, right, width); s != "" {
		return s
	}
	return Cut(left, width)
}

// Spread sets left and right at the two ends of a line of a width; it is empty
// when they do not fit.
func Spread(left, right string, width int) string {
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right)
	if gap < 0 {
		return ""
	}
	return left + strings.Repeat(" ", gap) + right
}

// Grouped is a number with its thousands apart: 100,000.
func Grouped(n int) string { return articles.Grouped(n) }

// Wrapped is s in lines of a width.
func Wrapped(s string, width int) []string {
	const least = 8 // columns that words are not broken for
	return strings.Split(ansi.Wrap(s, max(least, width), ""), "\n")
}

// WidestPanel is how wide the rows of a panel get, in columns: beyond it the eye loses
// the line between the two ends of a row.
const WidestPanel = 110
