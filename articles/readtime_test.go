package articles

import (
	"strings"
	"testing"
)

func TestMeasureText(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]Length{
		"":                                {},
		"one two\nthree\tfour":            {Words: 4},
		"a dash – or a * star is no word": {Words: 8},
		"well-known, l’été and 3.14":      {Words: 4},
		"Привет, мир":                     {Words: 2},
		"한국어는 띄어쓰기를 한다":                   {Words: 3},
		"日本語の文章":                          {Characters: 6},
		"漢字 with English 文":               {Words: 2, Characters: 3},
		"ภาษาไทยไม่เว้นวรรค": {Words: 4},
		"e\u0301tude": {Words: 1},
	} {
		if got := MeasureText(in); got != want {
			t.Errorf("MeasureText(%q) = %+v, want %+v", in, got, want)
		}
	}
}

func TestMinutes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		l    Length
		want int
	}{
		{Length{}, 1},
		{Length{Words: 100}, 1},
		{Length{Words: 1480}, 6},
		{Length{Words: 357}, 2},
		{Length{Characters: 2000}, 5},
		{Length{Slow: 1190}, 10},
		{Length{Words: 238, Characters: 400, Slow: 119}, 3},
	} {
		if got := c.l.Minutes(); got != c.want {
			t.Errorf("%+v takes %d minutes, want %d", c.l, got, c.want)
		}
	}
}

func BenchmarkMeasureText(b *testing.B) {
	s := strings.Repeat("A line of ordinary text, and 漢字 now and then.\n", 6000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		MeasureText(s)
	}
}
