package htmldoc

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tree "golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"lede/articles"
	"lede/articles/importer/charset"
	"lede/articles/importer/htmldoc/compose"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/markdown"
	words "lede/articles/markdown/plain"
)

// Words, signs that mean something in Markdown, and what stands between words.
var (
	bits = rapid.SampledFrom([]string{
		"a", "b1", "word", "Zoë", "日本", "語。", "「大事」", "ый", "٣", "ß", "é", "1", "2024", "10", "x",
		"*", "**", "_", "__", "`", "``", "[", "a]", "[x]", "(y)", "<", ">", "<b>", "</p>", "<!--", "&", "&amp;", "&lt", "\\", "\\(", "~", "~~", "$", "$5", "$$", "=", "==", "{", "}",
		"{{", "{%", "{:.c}", "{#i}", "%%", "^", "^[n]", "|", "#", "##", "+", "-", "--", "---", "1.", "2)", ":", ":::", ":smile:", "!", "!!!", "![", "?", "???", "~~~", "```", "===", ">", "•", "§",
		"http://a.example/c_d_e", "https://e.example/(x)", "https://e.example/a*b*c", "www.example.org", "a@b.example", "http://", "ftp://x.example/y", "[^1]", "[^1]:", "[a]:", "'", "\"", "…", "—", ".", ",", ";", "🙂", "＊", "\u200d", "|-|", "-|-",
	})
	gaps = rapid.SampledFrom([]string{"", "", "", " ", " ", "\n", "\u00a0", "\t", "  "})

	inlines = []string{"em", "i", "b", "strong", "del", "s", "mark", "code", "kbd", "samp", "a", "span", "cite", "var", "small", "u", "abbr", "font", "q", "label", "time", "bdi"}
	blocks  = []string{"p", "div", "section", "blockquote", "ul", "ol", "h1", "h2", "h3", "h6", "table", "dl", "figure", "details", "pre", "article", "center", "span style=display:block", "div style='white-space:pre-line'", "menu", "hr", "del", "b", "em", "mark", "a href=/x", "fieldset", "address", "x-part", "listing"}
)

// raised is what stands in signs where it cannot be raised.
var raised = append([]string{"sup", "sub"}, inlines...)

func text(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(1, 4).Draw(t, "bits") {
		b.WriteString(html.EscapeString(bits.Draw(t, "bit")))
		b.WriteString(gaps.Draw(t, "gap"))
	}
	return b.String()
}

// line draws inlines.
func line(t *rapid.T, deep int, inlines []string) string {
	var b strings.Builder
	for range rapid.IntRange(1, 4).Draw(t, "inlines") {
		switch rapid.IntRange(0, 5).Draw(t, "what") {
		case 0, 1:
			b.WriteString(text(t))
		case 2:
			b.WriteString(rapid.SampledFrom([]string{"<br>", "<br><br>", "<wbr>", "<img src=/p.png alt=''>", "<ruby>漢<rt>かん</rt></ruby>", "<!-- c -->", " "}).Draw(t, "leaf"))
		default:
			name := rapid.SampledFrom(inlines).Draw(t, "inline")
			var inner string
			if deep > 0 && name != "code" && name != "kbd" && name != "samp" {
				inner = line(t, deep-1, inlines)
			} else {
				inner = text(t)
			}
			open := name
			if name == "a" {
				open = "a href='https://e.example/" + rapid.SampledFrom([]string{"x", "a b", "(c)", "p.png"}).Draw(t, "href") + "'"
			}
			b.WriteString("<" + open + ">" + inner + "</" + name + ">")
		}
	}
	return b.String()
}

// body draws blocks.
func body(t *rapid.T, deep int, inlines []string) string {
	var b strings.Builder
	for range rapid.IntRange(1, 3).Draw(t, "blocks") {
		open := rapid.SampledFrom(blocks).Draw(t, "block")
		name, _, _ := strings.Cut(open, " ")
		inner := func() string {
			if deep > 0 && rapid.Bool().Draw(t, "nest") {
				return body(t, deep-1, inlines)
			}
			return line(t, 2, inlines)
		}
		b.WriteString("<" + open + ">")
		switch name {
		case "hr":
		case "pre", "listing":
			b.WriteString("<code>x" + text(t) + "\n <b>" + text(t) + "</b></code>")
		case "h1", "h2", "h3", "h6", "p":
			b.WriteString(line(t, 1, inlines))
		case "ul", "ol", "menu":
			for range rapid.IntRange(1, 3).Draw(t, "items") {
				b.WriteString(rapid.SampledFrom([]string{"<li>", "<li>", "<li value=7>"}).Draw(t, "item") + inner() + "</li>")
			}
		case "dl":
			for range rapid.IntRange(1, 2).Draw(t, "terms") {
				b.WriteString("<dt>" + line(t, 1, inlines) + "</dt><dd>" + inner() + "</dd>")
			}
		case "table":
			cells := rapid.IntRange(1, 3).Draw(t, "cells")
			if rapid.Bool().Draw(t, "captioned") {
				b.WriteString("<caption>" + line(t, 1, inlines) + "</caption>")
			}
			for range rapid.IntRange(1, 3).Draw(t, "rows") {
				b.WriteString("<tr>" + "<td" + rapid.SampledFrom([]string{"", " colspan=2", " rowspan=2", " rowspan=3 colspan=2"}).Draw(t, "span") + ">" + inner() + "</td>")
				for range cells - 1 {
					b.WriteString("<td>" + inner() + "</td>")
				}
				b.WriteString("</tr>")
			}
		case "figure":
			b.WriteString(inner() + "<figcaption>" + line(t, 1, inlines) + "</figcaption>")
		case "details":
			b.WriteString("<summary>" + line(t, 1, inlines) + "</summary>" + inner())
		default:
			b.WriteString(inner())
		}
		b.WriteString("</" + name + ">" + rapid.SampledFrom([]string{"", "", "\n", "loose *words*"}).Draw(t, "between"))
	}
	return b.String()
}

// shown is what a browser shows of n but for blanks, with the signs that stand
// for what it shows otherwise.
func shown(b *strings.Builder, n *tree.Node, cell bool) {
	before, after := "", ""
	switch {
	case n.Type == tree.TextNode:
		b.WriteString(n.Data)
		return
	case dom.Is(n, "rp", "script", "style", "template", "noscript", "svg", "math", "select", "title", "head"):
		return
	case dom.Is(n, "rt"):
		before, after = "(", ")"
	case dom.Is(n, "q") && dom.Text(n) != "" && !strings.ContainsRune("“\"'„«「", []rune(dom.Text(n))[0]):
		before, after = "“", "”"
	}
	b.WriteString(before)
	for c := range n.ChildNodes() {
		shown(b, c, cell)
	}
	b.WriteString(after)
}

// folded is s as far as it must be the same: what is raised is as good as level,
// bullets in the cells of tables are left out.
func folded(s string, keep func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case !keep(r):
			return -1
		case r == '−':
			return '-'
		}
		return r
	}, norm.NFKC.String(articles.Clean(s)))
}

// visible leaves out dashes, which the by-line of a quote loses, and what may
// stand around a formula.
func visible(r rune) bool {
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !strings.ContainsRune("•-—―~$", r)
}

func letters(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// plain is all that a reader sees of a text in Markdown.
func plain(md string) string {
	d := markdown.Parse(md)
	var b strings.Builder
	for i := range d.Chunks {
		b.WriteString(d.Plain(i))
		b.WriteByte('\n')
	}
	for _, n := range d.Footnotes() {
		b.WriteString(words.Text(n.Node, n.Source))
	}
	return b.String()
}

// Every sign that a piece of HTML shows stands in the words of its Markdown once,
// in order, and no other does.
func TestNoWordIsLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		same(t, body(t, rapid.IntRange(0, 3).Draw(t, "depth"), inlines), visible)
	})
}

func TestNoRaisedLetterIsLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		same(t, body(t, rapid.IntRange(0, 2).Draw(t, "depth"), raised), letters)
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

func same(t failer, markup string, keep func(rune) bool) {
	root, err := Tree(markup)
	if err != nil {
		return
	}
	var b strings.Builder
	shown(&b, root, false)
	want := folded(b.String(), keep)
	got, err := Fragment(markup, nil)
	if err != nil {
		t.Fatalf("%q: %v", markup, err)
	}
	if have := folded(plain(got.Markdown), keep); have != want {
		have, want = differing(have, want)
		t.Fatalf("it has the words %.160q\nand not %.160q\nas\n%s\nbecame\n%s", have, want, markup, got.Markdown)
	}
}

func FuzzNoLetterIsLost(f *testing.F) {
	for _, s := range []string{
		"<p>a <b>b</b><sup><b>c</b></sup> <i>mc</i><sup><i>2</i></sup> <kbd>Ctrl</kbd><kbd>C</kbd>",
		"<ul><li>1. a<ul><li># b</ul><li><p>c<pre>d\n e</pre></ul><ul><li>f</ul><ol><li>g</ol><ol start=7><li>h</ol>",
		"<table><tr><th>a|b<th>c<tr><td><ul><li>d<li>e</ul><td rowspan=2 colspan=9>f</table><dl><dt>g<dd>h<dd><p>i<p>j</dl>",
		"<ul>f<ol start=7><li>g</ol></ul>",
		"<div>one<br><br>two</div><font><div>three</div></font><a href=x><p>four</p><p>five</p></a>",
		"<p>1<q>a</q>*b*[c](d) http://e.example/f_g_ <code>`h`</code> $5 and $6 \\(i\\) {#j} :k: ^[l] ~m~ <mark>n</mark><mark>o</mark>",
		"<p>a\b<b>a</b> <code>c\b<i>c</i></code> \x1b[<i>31md</i><noscript>e&#8;<i>e</i></noscript><pre>f\b<b>f</b></pre>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		if !utf8.ValidString(markup) {
			return // what is read is decoded first
		}
		root, err := Tree(markup)
		if err != nil || strings.Count(markup, "<") > 2000 {
			return
		}
		composed(t, root)
	})
}

// composed fails when a letter of a tidied tree is not in its Markdown.
func composed(t failer, root *tree.Node) {
	notes := tidy.Tree(root, nil)
	for _, n := range dom.Elements(root) {
		if dom.Has(n, "data-note") || dom.Has(n, "data-callout") || dom.Has(n, "data-tex") {
			return // what they show stands elsewhere
		}
	}
	body := dom.First(root, "body")
	if body == nil || len(notes) > 0 {
		return
	}
	var b strings.Builder
	shown(&b, body, false)
	want := folded(b.String(), letters)
	md := compose.Markdown(body, nil)
	if have := folded(plain(md), letters); have != want {
		have, want = differing(have, want)
		t.Fatalf("it has the words %.160q\nand not %.160q\nin\n%.3000s", have, want, md)
	}
}

// differing are two texts from a little before they differ.
func differing(a, b string) (string, string) {
	const before = 40
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	at = max(0, at-before)
	return a[at:], b[at:]
}

// The pages of LEDE_CORPUS, a directory that need not be there.
func TestNoLetterOfAPageIsLost(t *testing.T) {
	t.Parallel()
	corpus := os.Getenv("LEDE_CORPUS")
	if corpus == "" {
		t.Skip("LEDE_CORPUS is not set")
	}
	err := filepath.WalkDir(corpus, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !strings.HasSuffix(path, ".html") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil || len(data) > 4<<20 {
			return err
		}
		if root, err := Tree(charset.Decode(string(data), "", charset.OfPage(string(data)))); err == nil {
			composed(named{t, path}, root)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// named tells of a fault which page has it, and goes on.
type named struct {
	t    *testing.T
	page string
}

func (n named) Fatalf(format string, args ...any) { n.t.Errorf(n.page+": "+format, args...) }
