package markdown

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// longText is some 1 MB of paragraphs, code and tables in turn.
func longText() string {
	var b strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&b, "## Part %d\n\n%s\n\n- *item* [with a link](https://example.com/%d)\n\n```go\nfunc f%d() int { return %d }\n```\n\n| a | b |\n|---|---|\n| one | two |\n\n",
			i, strings.Repeat("Some words of **prose**, 漢字 among them, that go on. ", 12), i, i, i)
	}
	return b.String()
}

func TestGaugeIsNear(t *testing.T) {
	t.Parallel()
	src := longText()
	got, want := Gauge(src), Survey(src).Length
	for what, n := range map[string][2]int{
		"words": {got.Words, want.Words}, "characters": {got.Characters, want.Characters}, "slow words": {got.Slow, want.Slow},
	} {
		if off := math.Abs(float64(n[0])/float64(n[1]) - 1); off > .1 {
			t.Errorf("%d %s are estimated, %d is right", n[0], what, n[1])
		}
	}
	if short := "Four words of text."; Gauge(short) != Survey(short).Length {
		t.Error("a short text is estimated")
	}
}

func BenchmarkSurvey(b *testing.B) {
	src := longText()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Survey(src)
	}
}

func BenchmarkGauge(b *testing.B) {
	src := strings.Repeat(longText(), 10)
	for b.Loop() {
		Gauge(src)
	}
}
