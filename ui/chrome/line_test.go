package chrome

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestCutMiddle(t *testing.T) {
	t.Parallel()
	for width := range 30 {
		got := CutMiddle("https://example.org/世界/of/paths", width)
		if w := ansi.StringWidth(got); w > width {
			t.Errorf("%d columns: %q", width, got)
		}
		if width > 12 && (!strings.HasPrefix(got, "https:") || !strings.HasSuffix(got, "paths")) {
			t.Errorf("%d columns: %q", width, got)
		}
	}
}
