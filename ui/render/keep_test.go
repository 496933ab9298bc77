package render_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/ui/render"
)

// block is a block of some kind whose words are found nowhere else.
func block(r *rand.Rand, n int) string {
	words := func(count int) string {
		out := make([]string, count)
		for i := range out {
			out[i] = fmt.Sprintf("%s%dq%d", []string{"wo", "of", "thing", "漢字", "é", "longerword"}[r.IntN(6)], n, i)
		}
		return strings.Join(out, " ")
	}
	switch r.IntN(12) {
	case 0:
		return "## Heading " + words(1+r.IntN(12))
	case 1:
		return "- " + words(20) + "\n  - " + words(15) + "\n\n- " + words(9)
	case 2:
		return "```go\n" + words(1+r.IntN(40)) + "\n\n\t" + words(12) + " := 1\n" + words(3) + "\n```"
	case 3:
		return "> " + words(25) + "\n>\n> — By" + words(2)
	case 4:
		return "> " + words(30) + "\n>\n> > " + words(12)
	case 5:
		table := "| " + words(4) + " | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|\n"
		for range 3 {
			n += 1000
			table += "| " + words(5) + " | x | y |\n"
		}
		return table
	case 6:
		return fmt.Sprintf("![Figure %d](p%d.png)", n, n)
	}
	return words(10 + r.IntN(120))
}

func blocks(r *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = block(r, i)
	}
	return out
}

// frames are pictures that have come, of so many rows each; none before.
type frames int

func (f frames) Rows(render.Picture) []string { return slices.Repeat([]string{"▒▒"}, int(f)) }

// TestThePlaceStays: through other widths, themes, measures, pictures that come
// above, and lines that are cut or wrapped, and back, every line of random texts
// is where it was, to the line, and at each station its first words are at the
// top.
func TestThePlaceStays(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	for range 4 {
		a := &articles.Article{Title: "T", Markdown: strings.Join(blocks(r, 60), "\n\n")}
		o := options(t, 72, "dark")
		home := render.New(a, o)
		count := strings.Count(shown(t, home), "\n")
		for range 40 {
			p := home.Move(home.Start(), r.IntN(count))
			anchor, l := home.Anchor(p), home
			for _, width := range []int{40, 97, 33, 120, 72} {
				o.Width, o.Cut = width, r.IntN(2) == 0
				o.Measure = []int{0, 40, 100}[r.IntN(3)]
				o.Theme = options(t, width, []string{"dark", "light", "mono"}[r.IntN(3)]).Theme
				o.Pictures = []render.Pictures{nil, frames(0), frames(7)}[r.IntN(3)]
				l = l.With(o)
				if q := l.Find(anchor); !startsAt(l, q, anchor) {
					t.Fatalf("seed %d, width %d: %q is not at %v:\n%s", seed, width, anchor.Words, q, text(l, q, 4))
				}
			}
			if q := l.With(options(t, 72, "dark")).Find(anchor); q != p {
				t.Fatalf("seed %d: %v, %q, came to be %v", seed, p, text(home, p, 1), q)
			}
		}
	}
}

// startsAt reports whether the letter that an anchor begins with stands on the
// line p, or on the first below it that has letters.
func startsAt(l *render.Layout, p render.Pos, a articles.Anchor) bool {
	bare := func(a articles.Anchor) int { return len(a.Words) - len(strings.TrimLeft(a.Words, "\n")) }
	first := l.Anchor(p)
	p = l.Move(p, bare(first))
	next := l.Anchor(l.Move(p, 1))
	return first.Chunk == a.Chunk && first.Letters <= a.Letters && bare(first) <= bare(a) &&
		(next.Chunk != a.Chunk || next.Letters > a.Letters || l.Move(p, 1) == p)
}

// TestThePlaceIsFoundInEditedText: after paragraphs came, went and moved, and
// words were corrected beside the place and in it, the reader is where the
// words went.
func TestThePlaceIsFoundInEditedText(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	sentence := func(n int) string {
		out := make([]string, 50)
		for i := range out {
			out[i] = fmt.Sprintf("%s%dq%d", []string{"and", "wo", "thing", "漢字"}[r.IntN(4)], n, i)
		}
		return strings.Join(out, " ")
	}
	lost := 0
	const tries = 150
	for range tries {
		paras := make([]string, 40)
		for i := range paras {
			paras[i] = sentence(i)
		}
		here := 5 + r.IntN(30)
		l := render.New(&articles.Article{Title: "T", Markdown: strings.Join(paras, "\n\n")}, options(t, 72, "mono"))
		p := l.Start()
		for !strings.Contains(text(l, p, 1), fmt.Sprintf("%dq%d", here, 10+r.IntN(30))) {
			if next := l.Move(p, 1); next != p {
				p = next
				continue
			}
			p = l.Start()
		}
		anchor := l.Anchor(p)
		words := strings.Fields(text(l, p, 1))
		edited := slices.Clone(paras)
		wrong := words[r.IntN(len(words))]
		edited[here] = strings.Replace(edited[here], wrong, "corrected", 1)           // in the place
		edited[here] = strings.Replace(edited[here], "q2 ", "q2 with more words ", 1) // before it
		edited[here] = strings.ReplaceAll(edited[here], words[0], "*"+words[0]+"*")
		edited[here-1] = sentence(here + 500)
		edited = slices.Delete(edited, 0, r.IntN(here-1))
		for range r.IntN(12) {
			edited = slices.Insert(edited, 0, sentence(600+r.IntN(300)))
		}
		m := render.New(&articles.Article{Title: "T", Markdown: strings.Join(edited, "\n\n")}, options(t, 30+r.IntN(90), "dark"))
		near := text(m, m.Move(m.Find(anchor), -1), 4)
		if !slices.ContainsFunc(words[:min(len(words), 3)], func(w string) bool { return strings.Contains(near, w) }) {
			lost++
			t.Logf("%q (without %q) is not in\n%s", words, wrong, near)
		}
	}
	if lost > 0 {
		t.Errorf("seed %d: lost %d places of %d", seed, lost, tries)
	}
}
