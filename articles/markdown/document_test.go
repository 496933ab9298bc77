package markdown_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lede/articles/markdown"
	"lede/articles/markdown/plain"
)

func TestHTMLRunsNothing(t *testing.T) {
	const src = "<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b<br>c [x](javascript:alert(1))\n\n" +
		"> words\n>\n> — <b onclick=x>By</b>\n\nsee[^1]\n\n[^1]: the *note*\n"
	var b strings.Builder
	if err := markdown.Parse(src).HTML(&b); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "alert(1)<", "onerror", "javascript:", "<b onclick"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("%s is in\n%s", bad, b.String())
		}
	}
	for _, good := range []string{"b<br>c", "<footer>— ", "<li id=\"fn-1\" value=\"1\">\n<p>the <em>note</em></p>"} {
		if !strings.Contains(b.String(), good) {
			t.Errorf("%s is not in\n%s", good, b.String())
		}
	}
}

func TestHTMLKeepsHarmlessTags(t *testing.T) {
	for src, want := range map[string]string{
		"<KBD class=x onclick=y>q</kbd> x<sup>2</sup><br/>":                                                         "<p><kbd>q</kbd> x<sup>2</sup><br></p>\n",
		"<details open>\n<summary>S &amp; <b>b</b></summary>\n\nx":                                                  "<p>▾ <strong>S &amp; <strong>b</strong></strong></p>\n<p>x</p>\n",
		"<details open>\n<summary>S &amp; &lt;i></summary>\n\n*x*\n\n</details>":                                    "<details>\n<summary>S &amp; &lt;i&gt;</summary>\n<p><em>x</em></p>\n</details>",
		"One\nTwo *2*\n: a\n: b\nlazy":                                                                              "<dl>\n<dt>One</dt>\n<dt>Two <em>2</em></dt>\n<dd>a</dd>\n<dd>b\nlazy</dd>\n</dl>\n",
		"T\n:   a\n\n    *b*\n\n    - c\n\n:   d\n\n        e\n\nf":                                                 "<dl>\n<dt>T</dt>\n<dd>\na\n<p><em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n</dd>\n<dd>\nd\n<pre><code>e\n</code></pre>\n</dd>\n</dl>\n<p>f</p>\n",
		"T\n: a\n\n    U\n    : b\n\n        c":                                                                     "<dl>\n<dt>T</dt>\n<dd>\na\n<dl>\n<dt>U</dt>\n<dd>\nb\n<p>c</p>\n</dd>\n</dl>\n</dd>\n</dl>\n",
		"T\n\n: apart\n\n: again\n\n::: no\n: yes":                                                                  "<dl>\n<dt>T</dt>\n<dd>apart</dd>\n<dd>again</dd>\n</dl>\n<dl>\n<dt>::: no</dt>\n<dd>yes</dd>\n</dl>\n",
		"a <mark>b</mark> <iframe src=x>":                                                                           "<p>a <mark>b</mark> ▶ <a href=\"x\">x</a></p>\n",
		"a <data value=1>b</data> <!-- c --> <label>d</label> <x y> <track src=e>":                                  "<p>a b  d &lt;x y&gt; &lt;track src=e&gt;</p>\n",
		"a<iframe src='/x' title='T &amp;lt; <em>'>old *words*</iframe>b":                                           "<p>a ▶ <a href=\"/x\">T &amp;lt; &lt;em&gt;</a> b</p>\n",
		"a <video title=V><source src=e.mp4></video> <object data=p.pdf>c</object>":                                 "<p>a ▶ V ▶ <a href=\"e.mp4\">e.mp4</a> ▶ <a href=\"p.pdf\">p.pdf</a> c</p>\n",
		"[a <audio src=e title=S>](u) <embed src=javascript:x title=E/>":                                            "<p><a href=\"u\">a ▶ S</a> ▶ <a href=\"\">E/</a></p>\n",
		"| a |\n|---|\n| b <iframe src=x aria-label=F></iframe> c |":                                                "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b ▶ <a href=\"x\">F</a> c</td>\n</tr>\n</tbody>\n</table>\n",
		"a <ol reversed><li value=7 onclick=x>b</li></ol><p>c</p><p>d":                                              "<p>a <ol reversed=\"\"><li value=\"7\">b</li></ol> c  d</p>\n",
		"a <video src=e title=V>**b**":                                                                              "<p>a ▶ <a href=\"e\">V</a> <strong>b</strong></p>\n",
		"a <input type=checkbox checked>b <input value='c \"d'> <input type=hidden value=e><input type=checkbox> f": "<p>a ☑ b c &#34;d ☐  f</p>\n",
		"an <iframe> of yours </iframe>":                                                                            "<p>an &lt;iframe&gt; of yours &lt;/iframe&gt;</p>\n",
		"a <img src=x.png title=T> b":                                                                               "<p>a <img src=\"x.png\" alt=\"\" title=\"T\"> b</p>\n",
		"a <img src='x y.png' alt=\"p>\" onload=z> <center>c</center>":                                              "<p>a <img src=\"x y.png\" alt=\"p&gt;\"> <center>c</center></p>\n",
		"<img src=javascript:x> <foo>":                                                                              "<p><img alt=\"\"> &lt;foo&gt;</p>\n",
		"[[Some Note#Part|words]] [[javascript:x]]":                                                                 "<p><a href=\"Some%20Note#Part\">Some Note#Part|words</a> <a href=\"\">javascript:x</a></p>\n",
		"if [[ -f x ]] or [[a ]] or [[ ]]":                                                                          "<p>if [[ -f x ]] or [[a ]] or [[ ]]</p>\n",
		"[[Note#^mark]] [[Note#One#Two]] [[#Here]] ![[a.png|a]] ![[b]]":                                             "<p><a href=\"Note#%5Emark\">Note#^mark</a> <a href=\"Note#One#Two\">Note#One#Two</a> <a href=\"#Here\">#Here</a> <a href=\"a.png\">a.png|a</a> <a href=\"b\">b</a></p>\n",
		"| a |\n|---|\n| [[Note\\|words]] |":                                                                        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><a href=\"Note\">Note|words</a></td>\n</tr>\n</tbody>\n</table>\n",
		"> words\n> -- By":                                                                                          "<blockquote>\n<p>words</p>\n<footer>— By</footer>\n</blockquote>\n",
	} {
		var b strings.Builder
		if err := markdown.Parse(src).HTML(&b); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%q:\n got %q\nwant %q", src, b.String(), want)
		}
	}
}

func TestOutline(t *testing.T) {
	const src = "# One\n\n```\n# no\n```\n\nTwo *2*\n===\n\n- # in an item\n\n    # code\n\n### Three ###\n\n> # quoted\n\n<!--\n# hidden\n-->\n\nnot\none\n\n-----\n"
	want := []markdown.Heading{
		{Level: 1, Text: "One", Offset: 0},
		{Level: 1, Text: "Two 2", Offset: strings.Index(src, "Two")},
		{Level: 3, Text: "Three", Offset: strings.Index(src, "###")},
	}
	if got := markdown.Parse(src).Outline(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOutlineAndPlainAreThoseOfTheWhole(t *testing.T) {
	var src strings.Builder
	for i := range 400 {
		fmt.Fprintf(&src, "## Section %d\n\nWords of it, see [r] and[^n].\n\n1. item\n2. item\n\nUnder\n-----\n\n", i)
	}
	src.WriteString("[r]: /target\n\n[^n]: note\n")
	d := markdown.Parse(src.String())
	if len(d.Chunks) < 10 {
		t.Fatalf("%d chunks", len(d.Chunks))
	}
	found := markdown.Survey(src.String())
	if !slices.Equal(d.Outline(), found.Headings) {
		t.Error("the outline differs from that of a survey")
	}
	var plain strings.Builder
	for i, c := range d.Chunks {
		if d.ChunkAt(c.Start) != i || d.ChunkAt(c.End-1) != i {
			t.Fatalf("chunk %d is not found by its bytes", i)
		}
		plain.WriteString(d.Plain(i))
	}
	if n := strings.Count(plain.String(), "Words of it, see r and."); n != 400 {
		t.Errorf("%d of 400 paragraphs have their link and their mark", n)
	}
	if notes := d.Footnotes(); len(notes) != 1 || notes[0].Number != 1 {
		t.Errorf("notes %v", notes)
	}
}

// TestFootnotesAreParsedOnce: a layout asks for them again at each width.
func TestFootnotesAreParsedOnce(t *testing.T) {
	d := markdown.Parse(noted(20))
	first, again := d.Footnotes(), d.Footnotes()
	if len(first) != 20 || len(again) != 20 {
		t.Fatalf("%d notes, then %d", len(first), len(again))
	}
	for i, note := range first {
		if note.Number != i+1 || plain.Text(note.Node.FirstChild(), note.Source) != fmt.Sprintf("note %d", i) {
			t.Errorf("note %d is number %d: %q", i, note.Number, plain.Text(note.Node.FirstChild(), note.Source))
		}
		if note.Node != again[i].Node {
			t.Errorf("note %d is parsed anew", i)
		}
		if &note.Source[0] != &first[0].Source[0] {
			t.Errorf("the chunk of note %d is parsed for it alone", i)
		}
	}
}

// noted is a text of so many notes.
func noted(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Words[^%d].\n\n[^%d]: note %d\n\n", i, i, i)
	}
	return b.String()
}

func BenchmarkFootnotes(b *testing.B) {
	for _, n := range []int{1_000, 2_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			src := noted(n)
			for b.Loop() {
				markdown.Parse(src).Footnotes()
			}
		})
	}
}

// Lines that may underline a heading are read once, however many follow one
// another without a blank one.
func TestManyUnderlines(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"---\n": 0, "a\n---\n": 50_000, "a\n===\n": 50_000, "===\n": 25_000, "- a\n---\n": 0} {
		for _, start := range []string{"", "<div>\n"} {
			n := 0
			for range markdown.Parse(start + strings.Repeat(text, 50_000)).Headings() {
				n++
			}
			if start == "" && n != want {
				t.Errorf("%q has %d headings, want %d", text, n, want)
			}
		}
	}
}
