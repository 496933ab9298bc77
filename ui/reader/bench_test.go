package reader

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/articles/markdown"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/gallery"
	"lede/ui/keys"
	"lede/ui/theme"
)

// opened is a reader of 100 columns and 58 lines with an article, and timers that are
// never due.
func opened(t testing.TB, a *articles.Article) *Reader {
	t.Helper()
	th, err := theme.New("dark", theme.Dark, colorprofile.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	names, err := keys.New("", nil)
	if err != nil {
		t.Fatal(err)
	}
	never := func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	out, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	fx := effect.New(t.Context(), nil, never)
	r := New(fx, th, names, effect.Settings{}, gallery.New(gallery.Options{Getenv: os.Getenv, Terminal: out, Tick: never}))
	r.Resize(100, 58)
	r.Open(1, effect.Reading{Article: a}, Goal{})
	return r
}

func foxes(n int) *articles.Article {
	a := &articles.Article{ID: "beasts", Title: "On beasts"}
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("Some words of a paragraph that has none.\n\n", 20))
		fmt.Fprintf(&b, "Here the *quick*\nfox number %d jumps.\n\n", i+1)
	}
	b.WriteString(strings.Repeat("Words after them.\n\n", 20))
	a.Markdown = b.String()
	a.Length = markdown.Gauge(a.Markdown)
	return a
}

// BenchmarkFirstSearch types a letter in an article of 10 MB that no search has
// read: what the key takes, and the answer beside it. The count that follows
// keeps no key waiting longer than countFor.
func BenchmarkFirstSearch(b *testing.B) {
	r := opened(b, foxes(12_000))
	var key, answer []time.Duration
	for b.Loop() {
		r.Open(r.request+1, r.Reading, Goal{})
		r.Act(keys.Command{Op: keys.Search})
		start := time.Now()
		r.Type(tea.KeyPressMsg{Code: 'x', Text: "x"})
		_ = r.View(&chrome.Notice{})
		key = append(key, time.Since(start))
		cmd := r.seek(r.layout.Place(r.top), 1)
		r.Update(cmd())
		_ = r.View(&chrome.Notice{})
		answer = append(answer, time.Since(start))
	}
	report(b, "key", key)
	report(b, "answer", answer)
}

// report gives the percentiles of what was measured, in milliseconds.
func report(b *testing.B, name string, times []time.Duration) {
	b.Helper()
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(times[len(times)/2]), name+"-ms-median")
	b.ReportMetric(ms(times[len(times)*99/100]), name+"-ms-p99")
}

// BenchmarkNextMatch goes from match to match in an article of 10 MB.
func BenchmarkNextMatch(b *testing.B) {
	r := opened(b, foxes(12_000))
	r.Act(keys.Command{Op: keys.Search, Arg: "fox"})
	for r.search.sums = []int{0}; !r.search.counted(r.layout.Index().Len()); {
		r.Update(r.count()())
	}
	r.search.seeking = false
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		r.Act(keys.Command{Op: keys.NextMatch})
		_ = r.View(&chrome.Notice{})
		times = append(times, time.Since(start))
	}
	report(b, "next", times)
}
