package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/find"
	"lede/ui/render"
)

// cutting is options for a screen on which what is too wide is cut.
func cutting(o render.Options) render.Options {
	o.Cut = true
	return o
}

func window40(l *render.Layout, p render.Pos) []string {
	var out []string
	for _, line := range l.Lines(p, 40) {
		out = append(out, line.Text)
	}
	return out
}

// wideWords is n words that are told apart, of all kinds of widths.
func wideWords(name string, n int) string {
	kinds := [...]string{"%s%d", "漢%s字%d", "👩\u200d👧%s%d", "e\u0301%s%d", "%s\u00ad%d", "ｗ%s%d。"}
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf(kinds[i%len(kinds)], name, i)
	}
	return strings.Join(words, " ")
}

// wideText has what may be cut, in containers of every kind.
func wideText() string {
	in := func(lead, s string) string { return lead + strings.ReplaceAll(s, "\n", "\n"+lead) + "\n\n" }
	fence := func(lang, name string) string {
		return "```" + lang + "\n" + wideWords(name, 40) + "\nshort" + name + "\n\n    \tdeep" + name + "\t" + wideWords(name+"x", 30) + "\n```"
	}
	table := "| key | " + strings.Repeat("column | ", 9) + "\n|---|" + strings.Repeat("---|", 9) + "\n"
	for i := range 4 {
		table += fmt.Sprintf("| row%d |", i)
		for j := range 9 {
			table += fmt.Sprintf(" [to%dx%d](https://e.org/%d) 漢字words%d that go on |", i, j, j, j)
		}
		table += "\n"
	}
	return "Words before.\n\n" + fence("", "a") + "\n\n" + in("> ", fence("go", "b")) +
		"- item\n\n  1. nested\n\n" + in("     ", fence("", "c")) + in("> ", fence("", "d")+"\n\n— by-line") +
		table + "\n" + in("> ", table) + in("    ", wideWords("e", 40)) + "Words after.\n"
}

// pairs notes the neighbours in the words of s, which show that nothing is
// missing between two shifts.
func pairs(to map[string]bool, s string) {
	for _, w := range strings.Fields(strings.NewReplacer("‹", " ", "›", " ").Replace(s)) {
		runes := []rune(w)
		for i := range runes {
			to[string(runes[i:min(i+2, len(runes))])] = true
		}
	}
}

// TestNothingIsLostBehindAnEdge: at every width, shifting to the end shows all
// of the words, changes no number of lines and no place, and makes no line too
// wide.
func TestNothingIsLostBehindAnEdge(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: wideText()}
	d, want := markdown.Parse(a.Markdown), map[string]bool{}
	for i := range d.Chunks {
		pairs(want, strings.ReplaceAll(d.Plain(i), "\u00ad", ""))
	}
	for width := 20; width <= 200; width++ {
		l := render.New(a, cutting(options(t, width, []string{"dark", "mono"}[width%2])))
		count := 0
		for p := l.Start(); p != l.End(1); p = l.Move(p, 1) {
			count++
		}
		anchor := l.Anchor(l.Move(l.Start(), 30))
		seen := map[string]bool{}
		for more := true; more; more = l.Shift(width, l.Start(), count) {
			var all []string
			for _, line := range l.Lines(l.Start(), count+1) {
				all = append(all, line.Text)
				pairs(seen, ansi.Strip(line.Text))
			}
			if problem := faults(all, width); problem != "" || len(all) != count+1 {
				t.Fatalf("width %d, shifted by %d, %d lines of %d: %s", width, l.Shifted(), len(all), count+1, problem)
			}
			if now := l.Anchor(l.Move(l.Start(), 30)); now != anchor {
				t.Fatalf("width %d: the place is %v, was %v", width, now, anchor)
			}
		}
		for w := range want {
			if !seen[w] {
				t.Errorf("width %d: %q is never shown", width, w)
			}
		}
		for l.Shift(-width, l.Start(), count) {
			continue
		}
		if l.Shifted() != 0 {
			t.Fatalf("width %d: back at %d", width, l.Shifted())
		}
	}
}

// TestWhatIsCutIsWrittenWhole: a pipe has all of the text.
func TestWhatIsCutIsWrittenWhole(t *testing.T) {
	a := article(wideText())
	if shown(t, render.New(a, cutting(options(t, 50, "dark")))) != shown(t, render.New(a, options(t, 50, "dark"))) {
		t.Error("it is not")
	}
}

// TestMatchesBehindAnEdgeAreShown: whatever is searched comes into the window
// and is marked there, and so does every link.
func TestMatchesBehindAnEdgeAreShown(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: wideText()}
	for width := 20; width <= 200; width += 9 {
		l := render.New(a, cutting(options(t, width, "mono")))
		for n := range 40 {
			for _, name := range []string{"a", "b", "c", "d", "e"} {
				q := find.New(fmt.Sprintf("%s%d", name, n))
				for i := range l.Index().Len() {
					for _, m := range l.Index().Matches(q, i) {
						l.ShowMatch(m)
						got := marked(l.Marked(l.Found(m), 1, q, m), foundOnSGR)
						if !strings.HasPrefix(sequence(got), fmt.Sprintf("%s%d", name, n)) {
							t.Fatalf("width %d: of %s%d %q is marked in %q", width, name, n, got, text(l, l.Found(m), 1))
						}
					}
				}
			}
		}
		links := 0
		for p, k, ok := l.Link(l.Start(), 1, 99); ok && k.Related == 0; links++ {
			l.ShowLink(p, k)
			line := l.Lines(p, 1)[0]
			at := slices.IndexFunc(line.Links, func(s render.Span) bool { return s.Is(k) })
			if s := line.Links[at]; s.From >= s.To || !strings.HasPrefix(ansi.Strip(ansi.Cut(line.Text, s.From, s.To)), "to") {
				t.Fatalf("width %d: link %v stands at %d to %d of %q", width, k.Target, s.From, s.To, ansi.Strip(line.Text))
			}
			if at+1 < len(line.Links) {
				k = *line.Links[at+1].Link
				continue
			}
			p, k, ok = l.Link(l.Move(p, 1), 1, 99)
		}
		if links != 2*36 {
			t.Errorf("width %d: %d links", width, links)
		}
	}
}

// TestPartsOfCodeAreShiftedAlike: code that is laid out in parts moves as one,
// and no further than its longest line needs; what fits stays where it is.
func TestPartsOfCodeAreShiftedAlike(t *testing.T) {
	short := strings.Repeat(strings.Repeat("fits\n", 99)+"\n", 20)
	src := "```\n" + short + strings.Repeat("x", 60) + "yz\n" + short + "```\n\nA word.\n\n```\nfits as well\n```\n\n```\n" + strings.Repeat("0", 900) + "\n```\n"
	l := render.New(&articles.Article{Title: "T", Markdown: src}, cutting(options(t, 42, "mono")))
	l.ShiftTo(500)
	counts := map[string]int{}
	for p := l.Start(); p != l.End(1); p = l.Move(p, 1) {
		counts[strings.TrimSpace(text(l, p, 1))]++
	}
	if counts["fits"] != 0 || counts["‹"] != 2*20*99 || counts["fits as well"] != 1 || counts["‹ "+strings.Repeat("x", 36)+"yz"] != 1 {
		t.Errorf("%v", counts)
	}
}

// BenchmarkShift is what a step sideways costs in code of one line of 10 MB,
// and in a block of 1 MB, and how long the first screen of it takes.
func BenchmarkShift(b *testing.B) {
	for name, src := range map[string]string{
		"line of 10 MB":     "```\n" + strings.Repeat("x := f(y) + 1; ", 700_000) + "\n```\n",
		"line of Han":       "```\n" + strings.Repeat("漢字かな交じり文。", 400_000) + "\n```\n",
		"block of 1 MB":     "```go\n" + strings.Repeat(strings.Repeat("if x := f(y); x != nil { return 1 } ", 6)+"\n", 5_000) + "```\n",
		"table of 1 MB":     strings.Repeat("| column ", 30) + "|\n" + strings.Repeat("|---", 30) + "|\n" + strings.Repeat(strings.Repeat("| some words ", 30)+"|\n", 2_500),
		"parted, of 200 kB": "```go\n" + strings.Repeat(strings.Repeat("x := f(y)\n", 20)+strings.Repeat("words ", 20)+"\n\n", 600) + "```\n",
	} {
		b.Run(name, func(b *testing.B) {
			var first, worst time.Duration
			for b.Loop() {
				start := time.Now()
				l := render.New(article(src), cutting(options(b, 100, "dark")))
				p := l.Move(l.Start(), 20)
				l.Lines(p, window)
				first = max(first, time.Since(start))
				for range 300 {
					start = time.Now()
					l.Shift(36, p, window)
					l.Lines(p, window)
					worst = max(worst, time.Since(start))
				}
			}
			b.ReportMetric(float64(first.Microseconds())/1000, "ms-first")
			b.ReportMetric(float64(worst.Microseconds())/1000, "ms-worst")
		})
	}
}
