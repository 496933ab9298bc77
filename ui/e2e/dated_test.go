//go:build unix

package e2e

import (
	"strings"
	"testing"
	"time"

	"lede/ui/screentest"
)

// A file without a date that was written now is among the newest, and shows when it was
// written as that.
func TestUndatedAreAmongTheNewest(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	for _, row := range h.rows(t) {
		h.must(t, "rm", row.ID)
	}
	h.write(t, "old.md", "---\ndate: 2019-04-01\n---\n# Of the Front Matter\n\nText.\n")
	h.write(t, "2021-03-05-path.md", "# Of the Path\n\nText.\n")
	h.must(t, "add", "2021-03-05-path.md", "old.md")
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 2", "Mar 5, 2021", "Apr 1, 2019")
	h.write(t, "note.md", note)
	h.must(t, "add", "note.md")
	s.WaitFor("All 3")
	s.Key("k", "j") // what comes in while the reader looks on moves nothing: it is above
	s.Until("the note stands first, with no date but that", func(screen *screentest.Screen) bool {
		lines := strings.Split(screen.String(), "\n")
		return strings.Contains(lines[2], "A Note") && isOfFile(lines[3]) &&
			strings.Contains(lines[5], "Of the Path") && strings.Contains(lines[8], "Of the Front Matter")
	})
	s.Key("q")
	left(t, s, 0)
}

func isOfFile(line string) bool {
	_, month, ok := strings.Cut(line, "  file ")
	_, err := time.Parse("Jan 2006", strings.TrimSpace(month))
	return ok && err == nil
}
