package render_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/articles/markdown"
	"lede/ui/render"
	"lede/ui/screentest"
	"lede/ui/theme"
)

func sampler(t testing.TB) *articles.Article {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", "sampler.md"))
	if err != nil {
		t.Fatal(err)
	}
	return article(strings.ReplaceAll(string(src), "\r\n", "\n"))
}

func article(src string) *articles.Article {
	a := &articles.Article{
		Title:     "The Pager That Refused to Die, and Other Stories of Scrolling Backwards",
		Dek:       "How more became less, and why scrolling backwards was a political act.",
		Author:    "Ada Quill",
		AuthorBio: "Ada Quill writes about terminals, type, and the people who read in them.",
		Site:      "The Terminal Review", Tags: []string{"unix", "pagers"},
		Published:   time.Date(2026, 2, 8, 0, 0, 0, 0, time.UTC),
		SourceViews: 12_400,
		Notices:     []string{"Market conditions may have changed since publication."},
		Epigraphs:   []articles.Quote{{Text: "The whole is more than its pages.", By: "Sam Reed"}},
		Markdown:    src,
	}
	a.Length = markdown.Survey(src).Length
	return a
}

func options(t testing.TB, width int, name string) render.Options {
	t.Helper()
	th, err := theme.New(name, theme.Dark, colorprofile.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	return render.Options{
		Width: width, Theme: th, Hyperlinks: name != "mono", State: articles.State{Views: 2},
		Related: []articles.Related{
			{Title: "Pull-Quotes, or How to Interrupt a Reader", Minutes: 6, Views: 3, Reason: "links here"},
			{Title: "Another one, with a title so long that it has to be set in two lines or more", Minutes: 11, Views: 1, Reason: "#unix"},
		},
	}
}

func shown(t testing.TB, l *render.Layout) string {
	t.Helper()
	var b strings.Builder
	if _, err := l.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSampler(t *testing.T) {
	for _, width := range []int{20, 40, 80, 120} {
		got := ansi.Strip(shown(t, render.New(sampler(t), options(t, width, "dark"))))
		name := filepath.Join("testdata", fmt.Sprintf("sampler-%d.txt", width))
		screentest.Match(t, name, strings.TrimSuffix(got, "\n"))
	}
}

// ours are the only escape sequences that may leave: SGR, and OSC 8 with a
// printable address.
var ours = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;;[!-~]*\x07")

// faults is what is wrong with lines of any article at any width.
func faults(lines []string, width int) string {
	for i, line := range lines {
		if w := max(ansi.StringWidth(line), ansi.StringWidthWc(line)); w > width {
			return fmt.Sprintf("line %d is %d wide, not %d: %q", i, w, width, line)
		}
		bare := ours.ReplaceAllString(line, "")
		for _, r := range bare {
			if unicode.IsControl(r) {
				return fmt.Sprintf("line %d leaks %q: %q", i, r, line)
			}
		}
		if articles.Clean(bare) != bare {
			return fmt.Sprintf("line %d is not clean: %q", i, line)
		}
		if bare != strings.TrimRight(bare, " ") {
			return fmt.Sprintf("line %d ends in blanks: %q", i, line)
		}
		if n := strings.LastIndex(line, "\x1b[m"); strings.LastIndex(line, "\x1b[") > max(n, 0) {
			return fmt.Sprintf("line %d leaves a style open: %q", i, line)
		}
		if links := strings.Count(line, "\x1b]8;;"); links != 2*strings.Count(line, "\x1b]8;;\x07") {
			return fmt.Sprintf("line %d leaves a link open: %q", i, line)
		}
	}
	return ""
}

func lines(t testing.TB, l *render.Layout) []string {
	return strings.Split(strings.TrimSuffix(shown(t, l), "\n"), "\n")
}

func TestNoFaultAtAnyWidth(t *testing.T) {
	for _, name := range []string{"dark", "light", "mono"} {
		l := render.New(sampler(t), options(t, 80, name))
		for width := 1; width <= 200; width++ {
			if problem := faults(lines(t, l.With(options(t, width, name))), width); problem != "" {
				t.Errorf("%s, width %d: %s", name, width, problem)
			}
		}
	}
}
