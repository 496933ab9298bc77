package markdown_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/plain"
)

// shownByCommonMark is the text of the page that plain CommonMark makes of src.
func shownByCommonMark(t testing.TB, src string) string {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithRendererOptions(ghtml.WithUnsafe())).Convert([]byte(src), &page); err != nil {
		t.Fatal(err)
	}
	z := html.NewTokenizer(&page)
	var out strings.Builder
	for skip := ""; ; {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.StartTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "template", "iframe", "title", "xmp", "noembed", "noframes", "textarea", "plaintext", "noscript":
				z.NextIsNotRawText()
				if skip == "" {
					skip = string(name)
				}
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == skip {
				skip = ""
			}
		case html.TextToken:
			if skip == "" {
				out.Write(z.Text())
			}
		}
	}
}

// lettersIn are the letters and digits of s, each as it stands level and small.
func lettersIn(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(articles.Clean(s)))
}

// missing is where in want the first letter stands that does not come in got, in
// order; empty when all do.
func missing(want, got string) string {
	g := []rune(lettersIn(got))
	w := []rune(lettersIn(want))
	at, jumped := 0, 0
	for i, r := range w {
		from := at
		for at < len(g) && g[at] != r {
			at++
		}
		if jumped == 0 && at > from+100 {
			jumped = i
		}
		if at == len(g) {
			if jumped == 0 {
				jumped = i
			}
			return string(w[max(0, jumped-20):min(len(w), jumped+20)])
		}
		at++
	}
	return ""
}

// plainOf is all that is shown of a document, its notes at the end.
func plainOf(src string) string {
	d := markdown.Parse(src)
	var out strings.Builder
	for i := range d.Chunks {
		out.WriteString(d.Plain(i) + "\n")
	}
	for _, note := range d.Footnotes() {
		for c := note.Node.FirstChild(); c != nil; c = c.NextSibling() {
			out.WriteString(plain.Text(c, note.Source) + "\n")
		}
	}
	return out.String()
}

func shownOf(src string) string {
	d := markdown.Parse(src)
	var out strings.Builder
	for i := range d.Chunks {
		out.WriteString(d.Shown(i) + "\n")
	}
	return out.String()
}

// pieces are signs of Markdown, of its additions, and of what other programs write.
var pieces = []string{
	"*", "**", "_", "__", "`", "``", "~", "~~", "==", "^", "$", "$$", "\\(", "\\)", "\\[", "\\]", "\\begin{x}", "\\end{x}", "\\\\", "\\",
	"[", "](", ")", "](x y)", "[[", "]]", "![", "![[", "|", "|\n|---|\n|", "| a | b |\n|---|---|\n|", ": ", "\n: ", "{%", "%}", "{{<", ">}}", "{{", "}}", "%%", "{/*", "*/}",
	"{: .c}", "{#id}", " ^blockid", "\n:::", "\n!!! note\n    ", "prop9:: ", "import x from 'y'\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n\t", "\n\n", "\n",
	" ", " ", " ", "  \n", "\\\n", "\n# ", " {#x}\n", "\n===\n", "\n---\n", "\n```\n", "\n~~~ go title=\"q\"\n", "<sup>", "</sup>", "<sub>", "</sub>", "<b>", "</b>",
	"<Tab label=\"l\">", "<div>", "</div>", "\n<div>\n", "\n</div>\n", "<details>", "<summary>", "</summary>", "</details>", "<br>", "<a href=\"x\">", "</a>", "<x y>", "<kbd>",
	"\n<table><tr><td>", "</td></tr></table>", "\n<ul><li>", "\n<p>", "</p>", "\n<pre>", "</pre>", "&amp;", "&lt;", "&#65;", "&copy;", "http://e.org/", "https://", "www.e.org", "a@e.org", "mailto:a@e.org",
	"<https://e.org>", ":", ";", ".", ",", "!", "(", ")", "“", "”", "「", "」", "。", "漢字", "한국", "é", "²", "½", "\n[r]: ", "[r]", "\n> [!note] ", "\n> [!tip]\n> ", "\n— ", "--", "'", "\"", "\n\n\n", "\n> — ", "=", "-", "+", "#", ">",
}

// source is a text of words, each found once, with signs between them.
func source(t *rapid.T) string {
	var b strings.Builder
	n := rapid.IntRange(1, 40).Draw(t, "parts")
	for i := range n {
		if rapid.Bool().Draw(t, "word") {
			fmt.Fprintf(&b, "w%d", i)
		}
		b.WriteString(rapid.SampledFrom(pieces).Draw(t, "piece"))
	}
	src := b.String()
	if strings.Contains(src, "|") || strings.Contains(src, ": ") {
		// Code ends in its cell, and what stands in below a meaning is none: a tag there
		// is one.
		src = strings.NewReplacer("`", "'", "<", "(", "&", "+").Replace(src)
	}
	return articles.Clean(src)
}

// TestReadingDeletesNothing: what CommonMark would show stands in the words of the
// text and in what a search looks in, in its order.
func TestReadingDeletesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) { losesNothing(t, source(t)) })
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func losesNothing(t failer, src string) {
	t.Helper()
	want := saidOnce(shownByCommonMark(&testing.T{}, src))
	if lost := missing(want, plainOf(src)); lost != "" {
		t.Fatalf("%q: lost near %q of\n%q, which reads\n%q", src, lost, want, plainOf(src))
	}
	if lost := missing(want, shownOf(src)); lost != "" {
		t.Fatalf("%q: a search does not find %q of\n%q in\n%q", src, lost, want, shownOf(src))
	}
}

// saidOnce is a text in which no title of a note of the author is its kind again, as in
// "[!note] Note": both are one label.
func saidOnce(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		kind, title, ok := strings.Cut(line, "]")
		kind, isNote := strings.CutPrefix(strings.TrimSpace(kind), "[!")
		if ok && isNote && strings.EqualFold(strings.TrimSpace(kind), strings.TrimSpace(strings.TrimLeft(title, "+-"))) {
			lines[i] = "[!" + kind + "]"
		}
	}
	return strings.Join(lines, "\n")
}

// TestNotesAreShown: each footnote stands below the text, marked or not, and
// however often it is defined.
func TestNotesAreShown(t *testing.T) {
	t.Parallel()
	words := []string{"a1[^x] ", "b2[^y] ", "\n\n", "\n", "\n[^x]: c3\n", "\n[^y]: d4\n\n    e5\n", "\n\n[^x]: f6", "\n[^z]: g7\n", "> ", "- ", "\n: h8\n\n    [^x]: i9 there\n", "T ", "```\n"}
	rapid.Check(t, func(t *rapid.T) {
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 15).Draw(t, "src"), "")
		counts := make(map[rune]int)
		for _, r := range lettersIn(shownByCommonMark(&testing.T{}, src)) {
			counts[r]++
		}
		got := lettersIn(plainOf(src))
		for _, r := range "a1b2c3d4e5f6g7h8i9" {
			if strings.Count(got, string(r)) < counts[r] {
				t.Fatalf("%q: %q is lost in %q", src, r, plainOf(src))
			}
		}
	})
}

// TestRealTextsLoseNothing: the articles that lede comes with, and those of a
// corpus where there is one.
func TestRealTextsLoseNothing(t *testing.T) {
	t.Parallel()
	var files []string
	for _, pattern := range []string{"../welcome/*.md", "../../ui/render/testdata/*.md", os.Getenv("LEDE_CORPUS") + "/*.md", os.Getenv("LEDE_CORPUS") + "/*/*.md"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		src := articles.Clean(string(data))
		if strings.Contains(src, "\n[^") || strings.HasPrefix(src, "---\n") {
			_, src, _ = strings.Cut(src, "\n---\n")
		}
		if strings.Contains(src, "[^") {
			continue // notes stand elsewhere
		}
		src = strings.ReplaceAll(src, "- [x] ", "- ")
		if lost := missing(shownByCommonMark(t, src), plainOf(src)); lost != "" {
			t.Errorf("%s: lost near %q", file, lost)
		}
	}
}

func FuzzReadingDeletesNothing(f *testing.F) {
	for i := 0; i+7 < len(pieces); i += 7 {
		f.Add("a1 " + strings.Join(pieces[i:i+7], " b2 ") + " c3")
	}
	f.Add(">[!0] 0")
	f.Add("> [!note]- Note\n> b2 c3")
	f.Fuzz(func(t *testing.T, src string) {
		if src = articles.Clean(src); len(src) > 4<<10 || strings.Contains(src, "[^") || strings.Contains(src, ":") {
			t.Skip()
		}
		losesNothing(t, src)
	})
}
