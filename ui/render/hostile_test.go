package render_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/ui/render"
)

// shapes are texts that a layout which is cut at paragraphs finds hard, of
// about so many bytes each.
func shapes(size int) map[string]string {
	words := "some words, and a *few* more of `them` "
	fill := func(piece string) string { return strings.Repeat(piece, size/len(piece)+1) }
	return map[string]string{
		"one paragraph":     fill(words),
		"one line of code":  "```go\n" + fill("x := f(y) + 1; ") + "\n```\n",
		"one block of code": "```go\n" + fill("if x := f(y); x != nil { return 1 }\n") + "```\n",
		"one table":         "| a | b | c |\n|---|---|---|\n" + fill("| one | "+words+" | 3 |\n"),
		"one list":          fill("- " + words + "\n"),
		"one numbered list": fill("1. " + words + "\n\n"),
		"one quote":         fill("> " + words + "\n"),
		"deep lists":        fill(deep()),
		"deep quotes":       fill(strings.Repeat("> ", 40) + words + "\n\n"),
		"link definitions":  fill("[a label]: https://example.org/page\n\n"),
		"definitions, used": "[a label]\n\n" + fill("[a label]: https://example.org/page\n"),
		"footnotes":         fill("Words.[^1]\n\n[^1]: A note.\n\n"),
		"no blank line":     fill(words + "\n"),
		"blank lines":       fill("\n"),
		"blanks":            fill(" "),
		"one line of Han":   fill("漢字かな交じり文。"),
		"one word":          fill("a"),
		"combining marks":   fill("e\u0301\u0302\u0303"),
		"joined emoji":      fill("👩\u200d"),
		"brackets":          fill("["),
		"stars":             fill("*a_"),
		"HTML":              fill("<div><p>words<b>"),
		"headings":          fill("## Heading\n"),
		"deep nesting":      fill(strings.Repeat("> - ", 20) + words + "\n\n"),
		"containers":        fill("<details>\n\n```go\n" + strings.Repeat("x := f(y) + 1 // "+words+"\n", 250) + "```\n\n</details>\n\n"),
		"open containers":   fill("<aside>\n\n" + words + "\n\n"),
		"small tables":      fill("a|b\n-|-\n"),
		"one admonition":    "!!! note\n" + fill("    "+words+"\n\n"),
		"admonitions":       fill("!!! note\n    " + words + "\n"),
		"one meaning":       "Term\n: is\n\n" + fill("    "+words+"\n\n"),
		"meanings":          "Term\n" + fill(": is\n\n    "+words+"\n\n"),
		"deep meanings":     fill(deepMeanings(words)),
		"formulas":          fill("$$\na\n$$\n"),
	}
}

func deep() string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "%s- item\n", strings.Repeat("  ", i))
	}
	return b.String()
}

func deepMeanings(words string) string {
	var b strings.Builder
	for i := range 12 {
		left := strings.Repeat("    ", i)
		fmt.Fprintf(&b, "%sTerm\n%s: %s\n\n", left, left, words)
	}
	return b.String()
}

// TestHardShapesAreWhole: each opens, scrolls and ends, and none of its lines
// is too wide.
func TestHardShapesAreWhole(t *testing.T) {
	t.Parallel()
	for name, src := range shapes(100_000) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := render.New(article(src), options(t, 40, "mono"))
			end := l.End(window)
			if lines := l.Lines(end, window); len(lines) == 0 || end.Less(l.Start()) {
				t.Errorf("%d lines at the end", len(lines))
			}
			if back := l.Move(l.Move(l.Start(), 500), -500); back != l.Start() {
				t.Errorf("500 lines down and up lead to %v", back)
			}
			var texts []string
			for _, line := range l.Lines(l.Move(l.Start(), 200), window) {
				texts = append(texts, line.Text)
			}
			if problem := faults(texts, 40); problem != "" {
				t.Error(problem)
			}
		})
	}
}

// BenchmarkHardShapes reports, for each shape of 10 MB, the time to the first
// screen and the worst frame among 300 lines down, a page from each tenth, the
// end, and another width.
func BenchmarkHardShapes(b *testing.B) {
	for name, src := range shapes(10_000_000) {
		b.Run(name, func(b *testing.B) {
			a := article(src)
			var first, worst time.Duration
			for b.Loop() {
				var l *render.Layout
				frame := func(f func()) time.Duration {
					start := time.Now()
					f()
					return time.Since(start)
				}
				first = max(first, frame(func() {
					l = render.New(a, options(b, 100, "dark"))
					l.Lines(l.Start(), window)
				}))
				at := l.Start()
				for range 300 {
					worst = max(worst, frame(func() { at = l.Move(at, 1); l.Lines(at, window) }))
				}
				for tenth := range 10 {
					at = render.Pos{Part: l.BodyEnd().Part * tenth / 10}
					worst = max(worst, frame(func() { l.Lines(at, window) }))
				}
				worst = max(worst, frame(func() { l.Lines(l.End(window), window) }))
				anchor := l.Anchor(at)
				worst = max(worst, frame(func() {
					m := l.With(options(b, 70, "dark"))
					m.Lines(m.Find(anchor), window)
				}))
			}
			b.ReportMetric(float64(first.Microseconds())/1000, "ms-first")
			b.ReportMetric(float64(worst.Microseconds())/1000, "ms-worst")
		})
	}
}
