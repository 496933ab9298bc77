package htmlblock_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/markdown"
)

// TestMarkup: blocks of HTML become what Markdown makes of the same words.
func TestMarkup(t *testing.T) {
	for src, want := range map[string]string{
		"<p>one <b>two</b> <a href=\"/x\">three</a></p><p>four</p>":                                                           "<p>one <strong>two</strong> <a href=\"/x\">three</a></p>\n<p>four</p>\n",
		"<ul>\n<li>a\n<li>b <ul><li>c</li></ul>\n</ul>":                                                                       "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n",
		"<pre>a <img src=b.png alt=b> c</pre>":                                                                                "<pre><code>a b c\n</code></pre>\n",
		"<table><tr><td><ol start=4><li>a<li value=7>b</ol><ol reversed><li>c</ol><ol type=a><li>d</ol><li>e<td>f":            "<table>\n<thead>\n<tr>\n<th>4. a<br>\n7. b<br>\n• c<br>\na. d<br>\n• e</th>\n<th>f</th>\n</tr>\n</thead>\n</table>\n",
		"<table><tr><td>a<video src=x title=V></video>b":                                                                      "<p>a ▶ <a href=\"x\">V</a> b</p>\n",
		"<div><input type=checkbox checked> a <input value='b c'><select><optgroup label=g><option>o<option>p</select></div>": "<p>☑ a b c g o p</p>\n",
		"<ol><li>a</li><li value=7>b</li><li></li><li>c</li></ol>":                                                            "<ol>\n<li>a</li>\n</ol>\n<ol start=\"7\">\n<li>b</li>\n</ol>\n<ol start=\"9\">\n<li>c</li>\n</ol>\n",
		"<ol reversed><li>a<li>b<ol start=4><li>c</ol></ol><p>d":                                                              "<ol start=\"2\">\n<li>a</li>\n</ol>\n<ol>\n<li>b\n<ol start=\"4\">\n<li>c</li>\n</ol>\n</li>\n</ol>\n<p>d</p>\n",
		"<ol type=a><li><b>a</b><li><pre>b</pre></ol><ol><li></ol>":                                                           "<ul>\n<li>a. <strong>a</strong></li>\n<li>b. \n<pre><code>b\n</code></pre>\n</li>\n</ul>\n",
		"<ol start=3>\n\n<li>a</li>\n\n<li>b</li>\n\n</ol>":                                                                   "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n",
		"<blockquote><p>words</p><footer>— <cite>By</cite></footer></blockquote>":                                             "<blockquote>\n<p>words</p>\n<footer>— <em>By</em></footer>\n</blockquote>\n",
		"<blockquote>words <cite>By</cite></blockquote>":                                                                      "<blockquote>\n<p>words</p>\n<footer>— By</footer>\n</blockquote>\n",
		"<blockquote><p>words</p><p>— By</p></blockquote>":                                                                    "<blockquote>\n<p>words</p>\n<footer>— By</footer>\n</blockquote>\n",
		"<pre><code class=\"language-go\">a := 1\n\nif a &lt; 2 {\n</code></pre>":                                             "<pre><code class=\"language-go\">a := 1\n\nif a &lt; 2 {\n</code></pre>\n",
		"<h2 id=\"x\">Head <em>it</em></h2>\n<p>after":                                                                        "<h2 id=\"x\">Head <em>it</em></h2>\n<p>after</p>\n",
		"<div>a<br>b<hr>c</div>":                                                                                              "<p>a<br>\nb</p>\n<hr>\n<p>c</p>\n",
		"<table><caption>Cap</caption><tr><th>A<th align=right>B<tr><td colspan=2>1<tr><td>2<td><p>3<p>4</table>":             "<p>Cap</p>\n<table>\n<thead>\n<tr>\n<th>A</th>\n<th style=\"text-align:right\">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style=\"text-align:right\"></td>\n</tr>\n<tr>\n<td>2</td>\n<td style=\"text-align:right\">3<br>\n4</td>\n</tr>\n</tbody>\n</table>\n",
		"<table><tr><td>alone</td></tr></table>":                                                                              "<p>alone</p>\n",
		"<figure><img src=\"a.png\"><figcaption>Words</figcaption></figure>":                                                  "<p><img src=\"a.png\" alt=\"Words\"></p>\n",
		"<figure><img src=\"a.png\" alt=\"Seen\"><figcaption>*Words* <i>by</i> me</figcaption></figure>":                      "<p><img src=\"a.png\" alt=\"Seen\"></p>\n<p>*Words* <em>by</em> me</p>\n",
		"<figure><img src=\"a.png\"><figcaption>By <a href=\"/b\">B</a></figcaption></figure>":                                "<p><img src=\"a.png\" alt=\"\"></p>\n<p>By <a href=\"/b\">B</a></p>\n",
		"<figure><blockquote>said</blockquote><figcaption>— By</figcaption></figure>":                                         "<blockquote>\n<p>said</p>\n<footer>— By</footer>\n</blockquote>\n",
		"<dl><dt>Term<dd>Meaning<dt>Two</dl>":                                                                                 "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n<dt>Two</dt>\n</dl>\n",
		"<div>Press <kbd>Ctrl</kbd>, x<sup>2</sup></div>":                                                                     "<p>Press <kbd>Ctrl</kbd>, x<sup>2</sup></p>\n",
		"<iframe src=\"https://e.org/v/1\" title=\"A film\"></iframe>":                                                        "<p>▶ <a href=\"https://e.org/v/1\">A film</a></p>\n",
		"<div><video controls><source src=\"/m/film.mp4\">No film.</video></div>":                                             "<p>▶ <a href=\"/m/film.mp4\">film.mp4</a></p>\n<p>No film.</p>\n",
		"<div><object data=p.pdf title=P>Or <a href=p>here</a></object><iframe srcdoc=x title=S>old</iframe></div>":           "<p>▶ <a href=\"p.pdf\">P</a></p>\n<p>Or <a href=\"p\">here</a></p>\n<p>▶ S</p>\n",
		"<div>\n<iframe src=x title=T />\nafter\n</div>":                                                                      "<p>▶ <a href=\"x\">T</a></p>\n<p>after</p>\n",
		"<div>a<noscript><b>b</b></noscript></div>":                                                                           "<p>a<strong>b</strong></p>\n",
		"<div>a<script>b</script><style>c</style><!-- d -->e</div>":                                                           "<p>ae</p>\n",
		"<div>\n\n*inside*\n\n</div>":                                                                                         "<p><em>inside</em></p>\n",
		"- <div>a</div>\n- b":                                                                                                 "<ul>\n<li>\n<p>a</p>\n</li>\n<li>b</li>\n</ul>\n",
	} {
		var b strings.Builder
		if err := markdown.Parse(src).HTML(&b); err != nil {
			t.Fatal(err)
		}
		got := strings.TrimSuffix(b.String(), "\n") + "\n"
		if got != want {
			t.Errorf("%q:\n got %q\nwant %q", src, got, want)
		}
	}
}

// TestMarkupInSurvey: what is in HTML counts as what it is.
func TestMarkupInSurvey(t *testing.T) {
	const src = "words\n\n<div>\n<h2>One</h2>\n    <h3 id=z>Two</h3>\n<blockquote>said<footer>By</footer></blockquote>\n<a href=\"/t\">t</a></div>\n\nWords <a class=b href='/u?a&amp;b'>u</a>.\n"
	found := markdown.Survey(src)
	if len(found.Headings) != 2 || found.Headings[1].ID != "z" || found.Headings[1].Offset != strings.Index(src, "    <h3") {
		t.Errorf("headings %+v", found.Headings)
	}
	if got := markdown.Parse(src).Outline(); len(got) != 2 || got[0].Text != "One" {
		t.Errorf("outline %+v", got)
	}
	if len(found.Quotes) != 1 || found.Quotes[0].By != "By" || !slices.Equal(found.Links, []string{"/t", "/u?a&b"}) {
		t.Errorf("%+v", found)
	}
}

// FuzzMarkup: whatever the tags, no word between them is lost. Only letters and
// what tags are made of are taken: signs of Markdown hide words on purpose, and
// the caption of a picture becomes its words, which are no text.
func FuzzMarkup(f *testing.F) {
	f.Add("<table><td>A<table><tr>B<li>C</table>D")
	f.Add("<dl>A<dt>B<blockquote>C<dd>D</dl><ul>E<ol><footer>F<cite>G")
	f.Add("<h1>A<summary>B<pre>C<td>D</h1>E<figure><img><figcaption>F</figure><caption>G")
	f.Fuzz(func(t *testing.T, tags string) {
		const hidden = "img script style template iframe noscript noembed noframes xmp plaintext textarea title select"
		tags = strings.Map(func(r rune) rune {
			if letters(string(r)) == "" && !strings.ContainsRune("</ >", r) {
				return -1
			}
			return r
		}, tags)
		lower := strings.ToLower(tags)
		if len(tags) > 2_000 {
			t.Skip()
		}
		for name := range strings.FieldsSeq(hidden) {
			if strings.Contains(lower, name) {
				t.Skip()
			}
		}
		src := articles.Clean("<div>x" + tags)
		var got strings.Builder
		d := markdown.Parse(src)
		for i := range d.Chunks {
			got.WriteString(d.Plain(i))
		}
		words := letters(got.String())
		for _, word := range textOf(src) {
			if !strings.Contains(words, letters(word)) {
				t.Fatalf("%q: %q is not in %q", src, word, got.String())
			}
		}
	})
}

// textOf is the words between tags.
func textOf(src string) []string {
	var words []string
	for z := html.NewTokenizer(strings.NewReader(src)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return words
		case html.TextToken:
			words = append(words, strings.Fields(string(z.Text()))...)
		}
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}
