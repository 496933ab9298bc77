package format

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// column is one of those before the title, with a fixed width in cells.
type column struct {
	width int
	text  func(articles.Row) string
}

// columns are those before the title, from the left. [Rows] leaves them out
// from the right: the last is the one that a title needs least.
var columns = [...]column{
	{10, func(r articles.Row) string { return string(r.ID) }},
	{8, func(r articles.Row) string { return mark(r.State) }},
	{8, func(r articles.Row) string { return fmt.Sprintf("%4d min", r.Minutes) }},
	{10, func(r articles.Row) string {
		if r.Published.IsZero() {
			return ""
		}
		return r.Published.Format(time.DateOnly)
	}},
	{18, func(r articles.Row) string { return r.Author }},
}

// between is the room between two columns.
const between = 2

// Shape is how the lines of a list are laid out.
type Shape struct {
	columns []column
	width   int // of a line, in cells; 0 is any
}

// Rows is the shape of lines of at most so many cells, 0 for any: it has as many columns as leave a title half of the width.
func Rows(width int) Shape {
	s := Shape{width: width}
	used := 0
	for _, c := range columns {
		used += c.width + between
		if width > 0 && used > width/2 {
			break
		}
		s.columns = append(s.columns, c)
	}
	return s
}

// Write prints a row; the title comes last, for nobody knows how long it is.
func (s Shape) Write(w io.Writer, r articles.Row) error {
	var b strings.Builder
	for _, c := range s.columns {
		text := ansi.Truncate(c.text(r), c.width, "…")
		b.WriteString(text + strings.Repeat(" ", c.width-ansi.StringWidth(text)+between))
	}
	line := b.String() + r.Title
	if s.width > 0 {
		line = ansi.Truncate(line, s.width, "…")
	}
	_, err := fmt.Fprintln(w, line)
	return err
}

// Count is a number in a column: a person gets its thousands apart, and a pipe its digits.
func Count(n int, person bool) string {
	if person {
		return articles.Grouped(n)
	}
	return strconv.Itoa(n)
}

// WriteLeft prints a row with the minutes that remain of it.
func (s Shape) WriteLeft(w io.Writer, r articles.Row) error {
	r.Minutes = r.MinutesLeft()
	return s.Write(w, r)
}

// mark says in at most eight cells what the reader did with an article.
func mark(s articles.State) string {
	s.Archived = false // that does not say how far it was read
	word := "unread"
	switch {
	case s.Read:
		word = "read"
	case s.InProgress():
		word = fmt.Sprintf("%d%%", int(s.Place.Progress*100))
	}
	if s.Starred {
		word += " *"
	}
	return word
}
