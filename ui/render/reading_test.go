package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// sequence is the letters and digits of s, with what only decorates removed.
func sequence(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// TestEveryWordInOrder sets prose of every kind at every width and reads it
// back: no word is lost, doubled or moved.
func TestEveryWordInOrder(t *testing.T) {
	const src = "Plain *words* and **strong ones with `code` in** them, [linked words](https://e.org) too.\n\n" +
		"> A quote of some length that has to wrap.\n> > And one inside of it, wrapping too.\n\n" +
		"- bullet one, quite long, so that it wraps\n  - nested bullet, long as well, wraps too\n\n    loose paragraph inside\n\n" +
		"# Heading that is long enough to wrap\n\nhard\\\nbreak  \nhere\n\n" +
		"```\ncode line that is certainly longer than the narrowest widths\n\ttabbed\n```\n\n" +
		"> Words of a pull quote, balanced.\n>\n> — The Author\n\n" +
		"<p>HTML words</p>\n\nExtra\u00adordinarily long words\n\n漢字とかなの混ざった文章。 Latin words between 漢字."
	const want = "Plain words and strong ones with code in them, linked words too." +
		"A quote of some length that has to wrap. And one inside of it, wrapping too." +
		"bullet one, quite long, so that it wraps nested bullet, long as well, wraps too loose paragraph inside" +
		"Heading that is long enough to wrap hard break here" +
		"code line that is certainly longer than the narrowest widths tabbed" +
		"Words of a pull quote, balanced. The Author" +
		"HTML words Extraordinarily long words 漢字とかなの混ざった文章。 Latin words between 漢字."
	a := &articles.Article{Title: "T", Markdown: src}
	for width := 2; width <= 200; width++ {
		o := options(t, width, "dark")
		o.Related = nil
		got := ansi.Strip(shown(t, render.New(a, o)))
		_, got, _ = strings.Cut(got, "─\n")
		if sequence(got) != sequence(want) {
			t.Fatalf("width %d:\n%s", width, got)
		}
	}
}

// TestWordsStayWhole: what fits a line is not cut.
func TestWordsStayWhole(t *testing.T) {
	l := render.New(sampler(t), options(t, 30, "mono"))
	text := ansi.Strip(shown(t, l))
	for _, word := range []string{"emphasis", "scrolling", "unnecessary", "Eleven", "paragraphs"} {
		if !strings.Contains(text, word) {
			t.Errorf("%q is cut:\n%s", word, text)
		}
	}
}

// TestQuoteKeepsItsBar: no word of a quote stands outside its bar.
func TestQuoteKeepsItsBar(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: "> " + strings.Repeat("some words of a quote ", 12) + "\n>\n> second paragraph of it"}
	for width := 20; width <= 200; width++ {
		o := options(t, width, "mono")
		o.Related = nil
		for i, line := range lines(t, render.New(a, o)) {
			line = strings.TrimSpace(ansi.Strip(line))
			if i > 3 && line != "" && !strings.HasPrefix(line, "│") {
				t.Fatalf("width %d, line %d is outside the bar: %q", width, i, line)
			}
		}
	}
}

func TestListsHang(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: "9. " + strings.Repeat("words ", 40) + "\n10. ten\n\n- " + strings.Repeat("words ", 40)}
	for width := 20; width <= 200; width++ {
		o := options(t, width, "mono")
		o.Related = nil
		indent := -1
		for _, line := range lines(t, render.New(a, o)) {
			line = ansi.Strip(line)
			at := strings.Index(line, "words")
			switch {
			case at < 0:
			case strings.Contains(line, "9. ") || strings.Contains(line, "• "):
				indent = ansi.StringWidth(line[:at])
			case at != indent:
				t.Fatalf("width %d: %q does not hang at %d", width, line, indent)
			}
		}
		if indent < 0 {
			t.Fatalf("width %d: no item", width)
		}
	}
}

func TestTablesLoseNothing(t *testing.T) {
	const src = "| One | Two | Three |\n|---|---:|:-:|\n| abcdefghij | " + "klmnop qrstuv wxyz" + " | 0123456789 |\n| full | cells | here |"
	a := &articles.Article{Title: "T", Markdown: src}
	for width := 20; width <= 200; width++ {
		o := options(t, width, "mono")
		o.Related = nil
		text := ansi.Strip(shown(t, render.New(a, o)))
		if width >= 40 && !strings.Contains(text, "│") {
			t.Errorf("width %d: no table:\n%s", width, text)
		}
		letters := []rune(sequence(text))
		slices.Sort(letters)
		for _, word := range []string{"abcdefghij", "klmnop", "qrstuv", "wxyz", "0123456789", "full", "cells", "here"} {
			for _, r := range word {
				if !slices.Contains(letters, r) {
					t.Fatalf("width %d: %q lost in\n%s", width, r, text)
				}
			}
		}
		if width >= 44 {
			for _, word := range []string{"abcdefghij", "klmnop", "0123456789"} {
				if !strings.Contains(text, word) {
					t.Fatalf("width %d: %q is cut in\n%s", width, word, text)
				}
			}
		}
	}
}

func TestNothingHostileLeaves(t *testing.T) {
	for _, src := range []string{
		"&#27;]0;title&#7; &#x9b;31m \\&#27;", "[a](https://e.org/\x1b]8;;x\x07)", "[a](<https://e.org/&#27;&#7;>)", "<https://e.org/\u009c>",
		"`\x1b[2J`", "```\n\x1b[2J\n```", "```go\n\x1b[2J // \u009b\n```", "| \x1b[2J |\n|---|\n| &#27;c |", "<p>\x1b&#27;[m</p>", "a\rb\u2028c\u202ed",
		"[x](javascript:alert(1)) [y](data:text/html,x) [z](vbscript:x)", "![\x1b](\x07)", "# &#27;[31m", "> &#27;\n> — &#27;B",
	} {
		a := article(src)
		a.Title, a.Dek, a.Author, a.AuthorBio, a.Site = "T\x1b[31m", "D\x07", "A\u009b", "B\x1b]0;x\x07", "S\r"
		a.Tags, a.Notices = []string{"t\x1b"}, []string{"n\x1bc"}
		o := options(t, 40, "dark")
		o.Related[0].Title, o.Related[0].Reason, o.Related[0].URL = "R\x1b[2J", "\x07why", "https://e.org/\x1b"
		got := lines(t, render.New(a, o))
		if problem := faults(got, 40); problem != "" {
			t.Errorf("%q: %s", src, problem)
		}
		if text := strings.Join(got, "\n"); strings.Contains(text, "8;;javascript") || strings.Contains(text, "8;;data") || strings.Contains(text, "8;;vbscript") {
			t.Errorf("%q: a link that could run something:\n%q", src, text)
		}
	}
}

func TestLinks(t *testing.T) {
	a := &articles.Article{Title: "T", URL: "https://e.org/dir/page", Markdown: "[some long linked words here](other é.md) and https://x.org/ü"}
	a.Markdown = strings.Replace(a.Markdown, "other é.md", "<other é.md>", 1)
	o := options(t, 20, "dark")
	o.Related = nil
	text := shown(t, render.New(a, o))
	if n := strings.Count(text, "\x1b]8;;https://e.org/dir/other%20%C3%A9.md\x07"); n != 2 {
		t.Errorf("a link over two lines is opened %d times:\n%q", n, text)
	}
	if strings.Contains(ansi.Strip(text), "other") {
		t.Error("the address of a link is printed")
	}
	o.Hyperlinks = false
	if strings.Contains(shown(t, render.New(a, o)), "\x1b]8") {
		t.Error("links where none were wanted")
	}
}

func TestMonoHasNoColour(t *testing.T) {
	text := shown(t, render.New(sampler(t), options(t, 80, "mono")))
	for _, sgr := range regexp.MustCompile("\x1b\\[([0-9;]*)m").FindAllStringSubmatch(text, -1) {
		for _, p := range strings.Split(sgr[1], ";") {
			if !slices.Contains([]string{"", "1", "2", "3", "4", "7", "9"}, p) {
				t.Fatalf("colour %q without colours", sgr[0])
			}
		}
	}
	if !strings.Contains(text, "\x1b[1m") || !strings.Contains(text, "\x1b[3m") {
		t.Error("no weight and no slope left")
	}
}

// TestCodeBreaksAtWords: long code goes on as deep as it stands, and no word of
// it is cut that a line can hold; in a file it is not broken at all.
func TestCodeBreaksAtWords(t *testing.T) {
	const code = "\tif err := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {"
	a := &articles.Article{Title: "T", Markdown: "```go\n" + code + "\n```"}
	for width := 34; width <= 120; width++ {
		o := options(t, width, "mono")
		text := shown(t, render.New(a, o))
		for _, word := range []string{"context", "Background", "Stdin", "Stdout", "Stderr", "nil {"} {
			if !strings.Contains(ansi.Strip(text), word) {
				t.Fatalf("width %d: %q is cut:\n%s", width, word, text)
			}
		}
		for line := range strings.Lines(ansi.Strip(text)) {
			if before, _, ok := strings.Cut(line, "↪"); ok && !strings.HasSuffix(before, "    ") {
				t.Fatalf("width %d: %q does not stand in", width, line)
			}
		}
		o.WholeCode = true
		if whole := ansi.Strip(shown(t, render.New(a, o))); !strings.Contains(whole, strings.TrimSpace(code)) {
			t.Fatalf("width %d: broken in a file:\n%s", width, whole)
		}
	}
}

func TestAuthorIsNamedOnce(t *testing.T) {
	for bio, want := range map[string]int{"Ada Quill writes.": 1, "She writes.": 1, "Ada Quillers write.": 2} {
		a := &articles.Article{Title: "T", Author: "Ada Quill", AuthorBio: bio, Markdown: "Words."}
		o := options(t, 60, "mono")
		o.Related = nil
		_, ending, _ := strings.Cut(ansi.Strip(shown(t, render.New(a, o))), "Words.")
		if n := strings.Count(ending, "Ada Quill"); n != want {
			t.Errorf("%q: named %d times:\n%s", bio, n, ending)
		}
	}
}

// TestSmallTypography: what only a narrow column, or a careless typist, brings.
func TestSmallTypography(t *testing.T) {
	for src, want := range map[string][]string{
		"Two.  Blanks, \t not `in  code`": {"Two. Blanks, not in  code"},
		"term\n: a meaning that is long enough to wrap at least once\n: another": {
			"term", "a meaning that is long", "enough to wrap at", "least once", "", "another",
		},
		"term\n: short\n: another": {"term", "short", "another"},
		"▾ A summary that is long enough to wrap\n\nx": {
			"▾ A summary that is long", "  enough to wrap", "", "x",
		},
		"x[^a] y[^b]\n\n[^a]: One\n\n    and more.\n[^b]: Two": {
			"x[1] y[2]", "", strings.Repeat("─", 26), "Notes", "", "1. One", "", "   and more.", "", "2. Two",
		},
	} {
		got := plainBody(t, src, 28)
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q instead of %q", src, got, want)
		}
	}
}
