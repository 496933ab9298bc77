package render_test

import (
	"strings"
	"testing"

	"lede/ui/render"
)

// TestLostAnchor: words that stand near are found; for those that were taken
// away, or moved far, the place is where they stood.
func TestLostAnchor(t *testing.T) {
	const filler = "Some words of a paragraph, at length, so that it fills more than one line of the window.\n\n"
	const here = "The zebra place where the reader stopped.\n\n"
	before := strings.Repeat(filler, 4_000)
	o := options(t, 60, "mono")
	l := render.New(article(before+here+before+before), o)
	place := l.Move(l.Find(l.Anchor(render.Pos{Part: l.BodyEnd().Part / 3})), 0)
	for !strings.Contains(l.Lines(place, 1)[0].Text, "zebra") {
		place = l.Move(place, 1)
	}
	anchor := l.Anchor(place)
	for name, test := range map[string]struct {
		src   string
		found bool
	}{
		"near": {before + strings.Repeat(filler, 1_000) + here + before, true},
		"far":  {before + before + before + here, false},
		"lost": {before + before + before, false},
	} {
		m := render.New(article(test.src), o)
		p := m.Find(anchor)
		if found := strings.Contains(m.Lines(p, 1)[0].Text, "zebra"); found != test.found {
			t.Errorf("%s: found %t", name, found)
		}
		if !test.found && (p.Part < place.Part-1 || p.Part > place.Part+1) {
			t.Errorf("%s: went from part %d to %d", name, place.Part, p.Part)
		}
	}
}

// BenchmarkSection names the section far below what looks like headings and is
// none.
func BenchmarkSection(b *testing.B) {
	l := render.New(article(strings.Repeat("- item of a list\ngoes on\n---\n", 10_000)), options(b, 100, "dark"))
	p := l.BodyEnd()
	for b.Loop() {
		l.Section(p)
	}
}

func BenchmarkLostAnchor(b *testing.B) {
	l := render.New(article(strings.Repeat("Some words of a paragraph, at length.\n\n", 200_000)), options(b, 100, "dark"))
	a := l.Anchor(render.Pos{Part: 1_000, Line: 3})
	a.Words = "nowhere"
	for b.Loop() {
		l.Find(a)
	}
}
