package render

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"
)

// Text whose characters are counted one by one is as wide as its clusters are,
// in both ways that terminals have.
func TestSettledCells(t *testing.T) {
	for r := rune(' '); r < 0x20000; r++ {
		if n, ok := settledCells(string(r)); ok && (n != displaywidth.String(string(r)) || n != ansi.WcWidth.StringWidth(string(r))) {
			t.Errorf("%U takes %d cells, counted alone", r, n)
		}
	}
	sign := rapid.SampledFrom([]rune("aé—…’ßжΩ仮名ガ、！한글z0 ©\u00a0"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(sign).Draw(t, "text"))
		n, ok := settledCells(s)
		if !ok || n != displaywidth.String(s) || n != ansi.WcWidth.StringWidth(s) {
			t.Fatalf("%q takes %d cells, counted one by one: %t", s, n, ok)
		}
	})
}
