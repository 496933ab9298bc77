package chrome

import (
	"strings"

	"lede/ui/keys"
	"lede/ui/theme"
)

// Choices is a cursor on rows that stand above a line that is typed. Wherever there are
// such rows, the same keys go through them.
type Choices struct {
	N      int // how many there are
	Cursor int // on which it is; -1 for none
}

// Move moves the cursor by rows.
func (c *Choices) Move(by int) { c.Cursor = max(0, min(c.Cursor+by, c.N-1)) }

// Act moves the cursor as an operation says, where so many rows are seen at a time; false
// when it says nothing of it.
func (c *Choices) Act(o keys.Op, room int) bool {
	switch o {
	case keys.NextChoice:
		c.Move(1)
	case keys.PrevChoice:
		c.Move(-1)
	case keys.ChoicesDown:
		c.Move(room)
	case keys.ChoicesUp:
		c.Move(-room)
	default:
		return false
	}
	return true
}

// Able reports whether an operation on choices has something to do.
func (c *Choices) Able(o keys.Op) bool {
	switch o {
	case keys.NextChoice, keys.PrevChoice, keys.ChoicesDown, keys.ChoicesUp, keys.Complete:
		return c.N > 0
	}
	return true
}

// Seen are the first of the rows that are seen, where there is room for some, and what
// stands below the last.
func (c *Choices) Seen(room int) (first, below int) {
	first = max(0, min(c.Cursor-room+1, c.N-room))
	return first, min(c.N, first+room)
}

// ChoiceLine is a row with what stands at its right.
func ChoiceLine(t *theme.Theme, on bool, name, right string, width int) string {
	bar := " "
	if on {
		bar = t.Screen.Cursor.Render("▌")
	}
	return Fit(bar+" "+name, right, width)
}

// AtBottom draws lines over the bottom of a frame of a height, from a column on.
func AtBottom(frame string, height, left int, drawn []string) string {
	lines := strings.Split(frame, "\n")
	for len(lines) < height {
		lines = append(lines, "")
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	from := len(lines) - len(drawn)
	for i, line := range drawn {
		lines[from+i] = strings.Repeat(" ", left) + line
	}
	return strings.Join(lines, "\n")
}
