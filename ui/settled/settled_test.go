package settled

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"
)

// Text of settled characters is as wide as they are together, in both ways to
// count that terminals have.
func TestColumns(t *testing.T) {
	t.Parallel()
	var all []rune
	for r := rune(0); r < 0x20000; r++ {
		n, ok := Columns(r)
		if !ok {
			continue
		}
		all = append(all, r)
		if s := string(r); n != displaywidth.String(s) || n != ansi.WcWidth.StringWidth(s) {
			t.Errorf("%U takes %d cells, counted alone", r, n)
		}
	}
	if len(all) < 30_000 {
		t.Fatalf("%d characters are settled", len(all))
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOf(rapid.SampledFrom(all)).Draw(t, "text")
		sum := 0
		for _, r := range text {
			n, _ := Columns(r)
			sum += n
		}
		if s := string(text); sum != displaywidth.String(s) || sum != ansi.WcWidth.StringWidth(s) {
			t.Fatalf("%q takes %d cells, counted one by one", s, sum)
		}
	})
}
