package ui

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2"
	"charm.land/lipgloss/v2"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/markdown"
)

// illustrated is an article of words with a picture in every section.
func illustrated(t *testing.T) *articles.Article {
	t.Helper()
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "p.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewNRGBA(image.Rect(0, 0, 320, 120))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# Illustrated\n\n")
	for i := range 30 {
		fmt.Fprintf(&b, "## Part %d\n\n", i)
		for j := range 4 {
			fmt.Fprintf(&b, "Paragraph %d.%d has words enough to fill more than one line of the text, whatever "+
				"the width at which somebody chooses to read it, and number %d of them ends here.\n\n", i, j, 10*i+j)
		}
		fmt.Fprintf(&b, "```\ncode of part %d = %s\n```\n\n", i, strings.Repeat("wide ", 30))
		fmt.Fprintf(&b, "![Figure %d](p.png)\n\n- one item of list %d, which is long enough that it breaks\n- another of %d\n\n", i, i, i)
	}
	a, err := importer.Read(filepath.Join(dir, "illustrated.md"), b.String())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestThePlaceSurvivesEverything: wherever the reader is, a scroll there and back,
// a walk through other widths, images off and on, another theme, code that is cut
// and shifted, and a search that stays on end where they began.
func TestThePlaceSurvivesEverything(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 3), Reading{Article: illustrated(t)})
	d.a.colors = colors{} // it follows the background
	d.resize(72, 30)
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	moves := strings.Fields("j k d u space b ] [ G g")
	for range 40 {
		for range 1 + r.IntN(6) {
			d.press(moves[r.IntN(len(moves))])
		}
		if r.IntN(3) == 0 {
			d.press("/ p a r a g enter n")
		}
		was, line := d.a.reader.Top(), d.firstLine()
		if n := r.IntN(60); d.a.reader.Layout().Move(was, n).Less(d.a.reader.Layout().End(d.a.height - 1)) {
			d.press(strings.Repeat("j ", n) + strings.Repeat("k ", n))
			if now := d.a.reader.Top(); now != was {
				t.Fatalf("seed %d: %d lines there and back lead from %v to %v", seed, n, was, now)
			}
		}
		for _, width := range []int{40, 97, 33, 120, 72} {
			switch r.IntN(5) {
			case 0:
				d.press("i i")
			case 1:
				d.take(tea.BackgroundColorMsg{Color: []color.Color{color.White, color.Black}[r.IntN(2)]})
			case 2:
				d.press("w . . , w")
			}
			d.resize(width, 20+r.IntN(20))
			d.screen()
		}
		d.resize(72, 30)
		if now := d.a.reader.Top(); now != was {
			t.Fatalf("seed %d: was at %v, %q; is at %v, %q", seed, was, line, now, d.firstLine())
		}
	}
}

// BenchmarkModel is what keys and resizing cost the program, from the message
// to the screen that it wants shown, in an article of 10 MB on 58 lines: the
// 99th percentile of each. Beside it stands a bare program that has Glamour
// render a text of 100 kB whole, as it would for a resize.
func BenchmarkModel(b *testing.B) {
	a := &articles.Article{ID: "long", Title: "Long", Markdown: strings.Repeat(essay("long", 40).Markdown+"\n\n", 400)}
	for len(a.Markdown) < 10<<20 {
		a.Markdown += a.Markdown
	}
	a.Markdown = a.Markdown[:10<<20]
	a.Length = markdown.Gauge(a.Markdown)
	o := options(b, openLibrary(b, 3))
	o.Readings, o.tick = []Reading{{Article: a}}, never
	app, err := newApp(b.Context(), o)
	if err != nil {
		b.Fatal(err)
	}
	// Only what happens in the program's loop is measured; commands run beside it.
	step := func(msg tea.Msg) time.Duration {
		start := time.Now()
		app.Update(msg)
		_ = app.View().Content
		return time.Since(start)
	}
	step(tea.WindowSizeMsg{Width: 100, Height: 58})
	step(app.openQueued(0, "")())
	keys := func(names ...string) func(i int) time.Duration {
		return func(i int) time.Duration { return step(keyPress(names[i%len(names)])) }
	}
	for _, work := range []struct {
		name string
		do   func(i int) time.Duration
	}{
		{"line", keys("j")},
		{"page", keys("space")},
		{"jump", func(i int) time.Duration {
			step(keyPress(fmt.Sprint(i * 7 % 10)))
			step(keyPress(fmt.Sprint(i * 3 % 10)))
			return step(keyPress("%"))
		}},
		{"end", keys("G", "g")},
		{"resize", func(i int) time.Duration { return step(tea.WindowSizeMsg{Width: 60 + i%41, Height: 58}) }},
	} {
		b.Run(work.name, func(b *testing.B) {
			var all []time.Duration
			for i := 0; b.Loop(); i++ {
				all = append(all, work.do(i))
			}
			slices.Sort(all)
			b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1e3, "p99-ms")
		})
	}
	b.Run("bare", func(b *testing.B) {
		text := a.Markdown[:100<<10]
		for b.Loop() {
			g, err := glamour.NewTermRenderer(glamour.WithStandardStyle("dark"), glamour.WithWordWrap(72))
			if err != nil {
				b.Fatal(err)
			}
			out, err := g.Render(text)
			if err != nil {
				b.Fatal(err)
			}
			_ = lipgloss.NewStyle().Width(100).Render(out)
		}
	})
}
