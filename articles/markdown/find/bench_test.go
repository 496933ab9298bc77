package find_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/articles/markdown"
	"lede/articles/markdown/find"
)

// large is some 10 MB of prose with markup, its words all different enough, and
// one paragraph with rare words near its end.
func large(tb testing.TB) *markdown.Document {
	tb.Helper()
	var b strings.Builder
	for i := 0; b.Len() < 10<<20; i++ {
		fmt.Fprintf(&b, "Paragraph %d goes on about *the matters* of [section %d](https://example.org/%d), for a reader\nwho has `code%d` to look at and a **strong** liking for what comes next.\n\n", i, i/40, i, i)
		if i%40 == 0 {
			fmt.Fprintf(&b, "## Section %d\n\n- item %d\n- another\n\n", i/40, i)
		}
		if b.Len() > 9<<20 && b.Len() < 9<<20+300 {
			b.WriteString("Here the quick\n*brown* zebra jumps.\n\n")
		}
	}
	return markdown.Parse(b.String())
}

// tables is 10 MB of the shortest tables, the most that a parser can be given to
// do.
func tables() *markdown.Document {
	return markdown.Parse(strings.Repeat("a|b\n-|-\n", 10<<20/8))
}

func never() bool { return false }

// BenchmarkFirst is the time to the first answer in a text that no search has
// read: near, far, and none.
func BenchmarkFirst(b *testing.B) {
	d := large(b)
	for _, words := range []string{"the matters", "brown zebra", "absentees"} {
		b.Run(words, func(b *testing.B) {
			for b.Loop() {
				find.NewIndex(d).Seek(find.New(words), find.Place{}, false, nil, never)
			}
		})
	}
}

// BenchmarkFirstInTables ends with none found: when all was counted.
func BenchmarkFirstInTables(b *testing.B) {
	d := tables()
	for b.Loop() {
		x := find.NewIndex(d)
		x.Seek(find.New("zebra"), find.Place{}, false, nil, never)
		x.Count(find.New("zebra"), 0, never)
	}
}

// BenchmarkCount reads and counts the whole: for the first time, and again.
func BenchmarkCount(b *testing.B) {
	d := large(b)
	q := find.New("the")
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			find.NewIndex(d).Count(q, 0, never)
		}
	})
	b.Run("again", func(b *testing.B) {
		x := find.NewIndex(d)
		x.Count(q, 0, never)
		for b.Loop() {
			x.Count(q, 0, never)
		}
	})
}
