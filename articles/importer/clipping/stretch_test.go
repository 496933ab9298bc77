package clipping

import (
	"fmt"
	"strings"
	"testing"
)

const paragraph = "It was a morning like any other in the town, and she went down to the harbour to look at the ships that lay there, as she had done for years."

// TestStretchIsReadOnce: what the rest of a stretch holds is known at each of
// its lines after it was asked at the first.
func TestStretchIsReadOnce(t *testing.T) {
	p := &page{toc: map[string]bool{}}
	p.lines = split(strings.Repeat("Words of a line\n", 500) + "- item\n" + strings.Repeat("Words\n", 300) + "\nApart\n")
	p.end = len(p.lines)
	for i := range 799 {
		if p.items(i); p.itemRun.from != 1 || p.itemRun.end != 801 || p.itemRun.last != 500 {
			t.Fatalf("at line %d: %+v", i, p.itemRun)
		}
		if p.verses(i); p.verseRun.from != 1 || p.verseRun.end != 801 || p.verseRun.last != 500 {
			t.Fatalf("at line %d: %+v", i, p.verseRun)
		}
	}
	p.end = 100
	if p.items(3); p.itemRun.end != 100 || p.itemRun.last > 3 {
		t.Errorf("with another end: %+v", p.itemRun)
	}
}

// TestLongStretches: what stands in a stretch is the same at any length.
func TestLongStretches(t *testing.T) {
	for name, test := range map[string]struct{ line, want string }{
		"paragraphs": {paragraph, "\n" + paragraph + "\n"},
		"list":       {"Bread of rye", "\n- Bread of rye\n"},
		"poem":       {"and the sea lay low,", "\nand the sea lay low,\\\n"},
	} {
		for _, n := range []int{5, 3_000} {
			src := "The Harbour\n\n" + paragraph + "\n\n" + strings.Repeat(test.line+"\n", n) + "\n" + paragraph + "\n"
			got := strings.ReplaceAll(Parse(src).Markdown, "\n", "\n\n")
			want := strings.ReplaceAll(test.want, "\n", "\n\n")
			if strings.Count(got, strings.TrimSpace(want)) < n-1 {
				t.Errorf("%s of %d lines: %d are as they should be:\n%.600s", name, n, strings.Count(got, want), got)
			}
		}
	}
}

// BenchmarkLongStretch reads texts without blank lines, as a novel saved with
// one paragraph a line is: twice as many lines may cost twice as much.
func BenchmarkLongStretch(b *testing.B) {
	for name, line := range map[string]string{
		"novel": paragraph + "\n“Yes,” she said.\n", "sentences": "Short words here.\n", "rows": "a,b,c,\n",
	} {
		for _, n := range []int{2_000, 4_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				src := "The Harbour\n\n" + paragraph + "\n\n" + strings.Repeat(line, n) + paragraph + "\n"
				for b.Loop() {
					Parse(src)
				}
			})
		}
	}
}

func TestLastButOne(t *testing.T) {
	p := &page{lines: split("Contents\n1. One\nTwo\n\nONE\nTwo\nOne\n" + paragraph)}
	got := p.lastButOne()
	for key, want := range map[string]int{"contents": 0, "one": 3, "two": 2} {
		if got[key] != want {
			t.Errorf("%q: got %d, want %d", key, got[key], want)
		}
	}
}

func BenchmarkTitle(b *testing.B) {
	for name, line := range map[string]string{"contents": "Contents\n", "menu": "All our news\n"} {
		for _, n := range []int{4_000, 8_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				src := "Site\n\n" + strings.Repeat(line, n) + "\n" + paragraph + "\n\n" + paragraph + "\n"
				for b.Loop() {
					Parse(src)
				}
			})
		}
	}
}
