package render_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

func TestAnchorsKeepThePlace(t *testing.T) {
	a := sampler(t)
	a.Markdown = strings.Repeat(a.Markdown+"\n\n", 4)
	at := func(width int) *render.Layout { return render.New(a, options(t, width, "dark")) }
	home := at(72)
	others := []*render.Layout{at(40), at(97), at(33), at(120), home.With(options(t, 72, "dark"))}
	count := len(lines(t, home))
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		p := home.Move(home.Start(), r.IntN(count))
		anchor := home.Anchor(p)
		for i, l := range others {
			q := l.Find(anchor)
			if i == len(others)-1 && q != p {
				t.Errorf("%v is %v after resizes (anchor %+v)", p, q, anchor)
			}
			if words := strings.TrimLeft(anchor.Words, "\n"); words != "" && !sameWords(l, q, words) {
				t.Errorf("%+v is not at %v:\n%s", anchor, q, text(l, q, 5))
			}
		}
	}
}

// sameWords reports whether words begin in the first lines from p on.
func sameWords(l *render.Layout, p render.Pos, words string) bool {
	first := []rune(sequence(strings.Fields(words)[0]))
	return strings.Contains(sequence(strings.ToLower(text(l, p, 8))), string(first[:min(len(first), 6)]))
}

func text(l *render.Layout, p render.Pos, n int) string {
	var b strings.Builder
	for _, line := range l.Lines(p, n) {
		b.WriteString(ansi.Strip(line.Text) + "\n")
	}
	return b.String()
}

func TestAnchorSurvivesEdits(t *testing.T) {
	para := func(n int) string { return strings.Repeat("filler words that mean nothing ", n) + "\n\n" }
	const here = "the very place where the reader stopped"
	a := &articles.Article{Title: "T", Markdown: strings.Repeat(para(20), 20) + here + ", and more.\n\n" + strings.Repeat(para(20), 20)}
	l := render.New(a, options(t, 60, "mono"))
	p := l.Start()
	for !strings.Contains(text(l, p, 1), here) {
		p = l.Move(p, 1)
	}
	anchor := l.Anchor(p)
	edited := *a
	edited.Markdown = "A new beginning.\n\n" + para(90) + strings.Replace(a.Markdown, here, "**the very** place where the reader stopped", 1)
	m := render.New(&edited, options(t, 44, "mono"))
	if got := text(m, m.Find(anchor), 1); !strings.Contains(got, "the very place") {
		t.Errorf("found %q", got)
	}
}

func TestMoveIsInverse(t *testing.T) {
	l := render.New(sampler(t), options(t, 50, "mono"))
	all := lines(t, l)
	for n := range all {
		p := l.Move(l.Start(), n)
		if got := l.Lines(p, 1)[0].Text; got != all[n] {
			t.Fatalf("line %d is %q, not %q", n, got, all[n])
		}
		if back := l.Move(p, -n); back != l.Start() {
			t.Fatalf("%d down and up again is %v", n, back)
		}
	}
	end := l.End(10)
	if got := len(l.Lines(end, 99)); got != 10 {
		t.Errorf("%d lines from the end of ten", got)
	}
	if l.Move(l.Start(), 1<<30) != l.End(1) {
		t.Error("the end is not the end")
	}
	if last := l.Progress(l.BodyEnd()); last < 0.9 || last > 1 {
		t.Errorf("progress %v at the end of the body", last)
	}
}

func TestProgressGrows(t *testing.T) {
	l := render.New(sampler(t), options(t, 50, "mono"))
	before := -1.0
	for n := range lines(t, l) {
		p := l.Progress(l.Move(l.Start(), n))
		if p < before || p > 1 {
			t.Fatalf("line %d: %v after %v", n, p, before)
		}
		before = p
	}
	if before != 1 {
		t.Errorf("%v at the end", before)
	}
}

func TestHeadingsQuotesAndRelated(t *testing.T) {
	a := sampler(t)
	a.Markdown = strings.Repeat(a.Markdown+"\n\n"+strings.Repeat("Filler without anything. ", 300)+"\n\n", 3)
	l := render.New(a, options(t, 60, "mono"))
	headings, quotes := 0, 0
	for p, ok := l.Heading(l.Start(), 1); ok; p, ok = l.Heading(p, 1) {
		headings++
		if l.Section(p) == "" || l.Section(l.Move(p, 1)) != l.Section(p) {
			t.Errorf("section at %v is %q, then %q", p, l.Section(p), l.Section(l.Move(p, 1)))
		}
	}
	for p, ok := l.Quote(l.Start(), 1); ok; p, ok = l.Quote(p, 1) {
		quotes++
		if !strings.Contains(text(l, p, 1), "❝") {
			t.Errorf("%v is no quote: %q", p, text(l, p, 1))
		}
	}
	back := 0
	for p, ok := l.Heading(l.End(1), -1); ok; p, ok = l.Heading(p, -1) {
		back++
	}
	if headings != 3*6+2 || quotes != 3+1 || back != headings {
		t.Errorf("%d headings down, %d up, %d quotes", headings, back, quotes)
	}
	seen := map[int]bool{}
	for p, end := l.End(12), l.End(1); ; p = l.Move(p, 1) {
		if n, ok := l.RelatedAt(p); ok {
			seen[n] = true
		}
		if p == end {
			break
		}
	}
	if !seen[0] || !seen[1] || len(seen) != 2 {
		t.Errorf("related lines %v", seen)
	}
}

// What is near the end is told without laying the end out, the same as with it.
func TestBounded(t *testing.T) {
	for _, markdown := range []string{"", "One line.\n", sampler(t).Markdown, "Text.\n\n[a]: /b\n\n[c]: /d\n"} {
		l := render.New(&articles.Article{Title: "T", Markdown: markdown}, options(t, 60, "mono"))
		for _, height := range []int{1, 10, 40} {
			end := l.End(height)
			for p := l.Start(); ; p = l.Move(p, 1) {
				want := p
				if end.Less(p) {
					want = end
				}
				if got := l.Bounded(p, height); got != want {
					t.Fatalf("%v in a window of %d lines is bounded to %v, want %v", p, height, got, want)
				}
				if got, want := l.IsBodyEnd(p), !p.Less(l.BodyEnd()); got != want {
					t.Fatalf("%v is at the end of the body: %t, want %t", p, got, want)
				}
				if p == l.End(1) {
					break
				}
			}
		}
	}
}
