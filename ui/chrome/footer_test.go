package chrome

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/keys"
	"lede/ui/theme"
)

// The hints of a panel are whole at any width, and the one that leaves it goes last.
func TestHeadKeepsTheWayOut(t *testing.T) {
	t.Parallel()
	names, err := keys.New("", nil)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := theme.New("mono", theme.Unknown, 0)
	if err != nil {
		t.Fatal(err)
	}
	hints := []Hint{{keys.ReadHere, "read here"}, {keys.Browse, "browser"}, {keys.Copy, "copy"}, {keys.Cancel, "closes"}}
	for width := range 80 {
		got := ansi.Strip(Head(plain, names, keys.InMenu, "Link", width, hints...))
		if ansi.StringWidth(got) > width {
			t.Errorf("%d columns: %q", width, got)
		}
		if width < len("Link  Esc closes") {
			continue
		}
		said, ok := strings.CutPrefix(got, "Link  ")
		for i, hint := range strings.Split(said, " · ") {
			all := []string{"Enter read here", "o browser", "y copy"}
			ok = ok && (hint == "Esc closes" || i < len(all) && hint == all[i])
		}
		if !ok || !strings.HasSuffix(said, "Esc closes") {
			t.Errorf("%d columns: %q", width, got)
		}
	}
}
