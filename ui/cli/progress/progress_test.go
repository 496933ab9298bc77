package progress

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestLine(t *testing.T) {
	for _, tt := range []struct {
		done, total, width int
		want               string
	}{
		{3, 6, 80, "adding " + strings.Repeat("▓", 15) + strings.Repeat("░", 15) + " 3 of 6"},
		{6, 6, 80, "adding " + strings.Repeat("▓", 30) + " 6 of 6"},
		{2, 4, 25, "adding ▓▓▓▓▓░░░░░ 2 of 4"},
		{2, 4, 19, "2 of 4"},
		{2, 4, 4, "2 o"},
		{7, 0, 80, "adding … 7"}, // not counted yet
		{7, 0, 5, "addi"},
		{0, 0, 1, ""},
	} {
		got := line("adding", tt.done, tt.total, tt.width)
		if got != tt.want || ansi.StringWidth(got) >= tt.width {
			t.Errorf("%d of %d in %d columns: %q, want %q", tt.done, tt.total, tt.width, got, tt.want)
		}
	}
}
