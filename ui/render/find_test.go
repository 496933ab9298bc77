package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/find"
	"lede/ui/render"
)

// Sequences that begin a mark in the theme mono.
const (
	foundSGR   = "\x1b[4;1m"
	foundOnSGR = "\x1b[1;7m"
)

// searched has the phrases that are looked for in markup of every kind; each is
// there as often as it says.
const searched = "Lead, so that the phrases stand within lines: a *quick* \nfox, **a quick fo**x and [a quick](https://e.org/quick) fox.\n\n" +
	"# A Quick Fox in a heading that wraps at some of the widths\n\n" +
	"> The quick fox is quoted at a length that has to wrap, a quick\n> fox and \"more\".\n>\n> — A quick Fox\n\n" +
	"- item one with a quick fox that goes on until it wraps somewhere\n  1. nested [^n]quick fox\n\n" +
	"```go\nx := 1 // a quick fox in code that is long enough to be broken by narrow windows\n```\n\n" +
	"| quick fox | b |\n|---|--:|\n| one | a quick fox in a cell that has to wrap |\n| two | 2 |\n\n" +
	"<p>A quick fox of HTML</p>\n\n漢字のquick fox、e\u0301 (quick fox).\n\n[^n]: note of a quick fox\n\n![quick fox](x.png)\n"

// TestEveryMatchIsMarked: at every width, each match that the words have is
// found on its line, and its letters are marked there, and no others.
func TestEveryMatchIsMarked(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: strings.Repeat(searched, 12)}
	q := find.New("quick fox")
	want := 0
	d := markdown.Parse(a.Markdown)
	for i := range d.Chunks {
		want += strings.Count(strings.ToLower(strings.Join(strings.Fields(d.Shown(i)), " ")), "quick fox")
	}
	a.Dek, a.Author, a.AuthorBio = "The quick fox of the dek", "A Quick", "Fox is found over a line end."
	a.Epigraphs = []articles.Quote{{Text: "No quick fox", By: "said a Quick Fox"}}
	want += 4 + 12 // and the notes
	for width := 20; width <= 200; width++ {
		l := render.New(a, options(t, width, "mono"))
		n := 0
		for i := range l.Index().Len() {
			for _, m := range l.Index().Matches(q, i) {
				n++
				if n%7 != width%7 { // each at some of the widths
					continue
				}
				p := l.Found(m)
				got := marked(l.Marked(p, 40, q, m), foundOnSGR)
				// The heads of a table that is set as a list are marked in each row.
				if s := strings.ToLower(sequence(got)); s == "" || strings.ReplaceAll(s, "quickfox", "") != "" || s != "quickfox" && width > 40 {
					t.Errorf("width %d: of match %d %q is marked:\n%s", width, n, got, text(l, p, 4))
				}
			}
		}
		if n != want {
			t.Fatalf("width %d: %d matches, want %d", width, n, want)
		}
	}
}

// marked is what stands in lines within marks.
func marked(lines []render.Line, begin string) string {
	var b strings.Builder
	for _, line := range lines {
		for _, part := range strings.Split(line.Text, begin)[1:] {
			part, _, _ = strings.Cut(part, "\x1b[m")
			b.WriteString(ansi.Strip(part) + " ")
		}
	}
	return b.String()
}

// TestMarksChangeNoWord: lines with marks are the same lines, and leave no
// sequence open.
func TestMarksChangeNoWord(t *testing.T) {
	a := sampler(t)
	for _, name := range []string{"dark", "mono"} {
		for _, words := range []string{"e", "the", ". ", "“", "scroll", "漢"} {
			for _, width := range []int{1, 2, 7, 20, 33, 80, 140} {
				l := render.New(a, options(t, width, name))
				plain := l.Lines(l.Start(), 1000)
				var all []string
				for i, line := range l.Marked(l.Start(), 1000, find.New(words), find.Match{Chunk: -1}) {
					if ansi.Strip(line.Text) != ansi.Strip(plain[i].Text) {
						t.Fatalf("%q at %d: %q is %q", words, width, plain[i].Text, line.Text)
					}
					all = append(all, line.Text)
				}
				if problem := faults(all, width); problem != "" {
					t.Errorf("%q at %d: %s", words, width, problem)
				}
			}
		}
	}
}

// TestPlaceAndFoundAgree: the line of the first match from a line on is that
// line or below it.
func TestPlaceAndFoundAgree(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: strings.Repeat(searched, 3)}
	q := find.New("quick")
	for _, width := range []int{20, 48, 90} {
		l := render.New(a, options(t, width, "mono"))
		for p := l.Start(); p.Less(l.BodyEnd()); p = l.Move(p, 1) {
			m, ok := l.Index().Seek(q, l.Place(p), false, nil, func() bool { return false })
			if !ok {
				t.Fatalf("width %d: nothing from %v on", width, p)
			}
			line := l.Found(m)
			if m.Chunk >= l.Place(p).Chunk && line.Less(p) && !slices.ContainsFunc(l.Lines(line, p.Line-line.Line), func(x render.Line) bool {
				return strings.Contains(x.Text, "│")
			}) && m.Start >= l.Place(p).Offset {
				t.Errorf("width %d: from %v the next is at %v:\n%s", width, p, line, text(l, line, 6))
			}
		}
	}
}

func TestMarksWithoutColour(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: "One fox and *one fox* more."}
	l := render.New(a, options(t, 60, "mono"))
	q := find.New("one fox")
	all := l.Index().Matches(q, 1)
	lines := l.Marked(l.Found(all[0]), 1, q, all[0])
	if got := marked(lines, foundOnSGR); got != "One fox " {
		t.Errorf("the current match is marked on %q", got)
	}
	if got := marked(lines, foundSGR); got != "one fox " {
		t.Errorf("the other is marked on %q in %q", got, lines[len(lines)-1].Text)
	}
	if regexp.MustCompile(`\x1b\[[0-9;]*[34]8`).MatchString(lines[0].Text) {
		t.Error("a colour where there are none")
	}
}

// TestMarksAreNotFaint: where text is faint, for want of a colour, a match in it is as
// plain to see as elsewhere.
func TestMarksAreNotFaint(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: "Text.\n\n```go\n// a fox in a comment\n```\n"}
	l := render.New(a, options(t, 60, "mono"))
	q := find.New("fox")
	all := l.Index().Matches(q, 1)
	lines := l.Marked(l.Found(all[0]), 1, q, find.Match{Chunk: -1})
	if !strings.Contains(lines[0].Text, "\x1b[22m"+foundSGR+"fox") {
		t.Errorf("%q", lines[0].Text)
	}
}

func BenchmarkMarked(b *testing.B) {
	sizes(b, func(b *testing.B, a *articles.Article) {
		l := render.New(a, options(b, 100, "dark"))
		q := find.New("e")
		p := l.Move(l.Start(), 100)
		for b.Loop() {
			l.Marked(p, window, q, find.Match{Chunk: -1})
		}
	})
}

// TestSearchesReadTheScreen: the words of each part are those that its lines
// say, letter by letter, at every width.
func TestSearchesReadTheScreen(t *testing.T) {
	t.Parallel()
	a := sampler(t)
	a.Markdown = searched + "!!! tip \"Its title\"\n    Words.\n\n??? note\n    Folded.\n\n$$\na\n$$\n\nTerm\n:   one\n\n    two *three*\n\n    ```c\n    four\n    ```\n\n![a](b)![c](d) e![f](g)\n\n> [!quote]\n> Said.\n> — Her\n\n" +
		"```go title=\"a_name_that_is_too_long_for_narrow_screens.go\"\n" + strings.Repeat("x := 1\n\n", 4000) + "```\n\n" + a.Markdown
	for width := 20; width <= 200; width += 19 {
		l := render.New(a, options(t, width, "mono"))
		for part := range l.Index().Len() {
			if problem := l.Misread(part); problem != "" {
				t.Errorf("width %d: %s", width, problem)
			}
		}
	}
}
