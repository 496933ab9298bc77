package htmldoc

import (
	"strings"
	"testing"
)

func TestMarkdownOfElements(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ html, want string }{
		"headings":            {"<h1>One</h1><h3>Two <em>three</em></h3>", "# One\n\n### Two *three*"},
		"white space":         {"<p>  a \n <b> b </b>c</p>", "a **b** c"},
		"strong in a word":    {"<p>un<b>believ</b>able</p>", "un**believ**able"},
		"no mark can be read": {"<p>said<b>“no”</b>again</p>", "said<strong>“no”</strong>again"},
		"two marks meet":      {"<p><b>a</b><b>b</b></p>", "**ab**"},
		"line break":          {"<p>one<br>two</p>", "one\\\ntwo"},
		"two line breaks":     {"<p>one<br><br>two</p>", "one\n\ntwo"},
		"signs of Markdown":   {"<p>1. not *a* list [x] &lt;b&gt;</p>", "1\\. not \\*a\\* list \\[x\\] \\<b>"},
		"shortcodes":          {"<p>{{&lt; x &gt;}} and {% y %}</p>", "\\{{< x >}} and \\{% y %}"},
		"a dash begins":       {"<p>- said he</p>", "\\- said he"},
		"money":               {"<p>from $5 to $10</p>", "from \\$5 to \\$10"},
		"link":                {`<p><a href="/a(b)?utm_source=x&amp;id=2#n">words</a></p>`, "[words](https://example.org/a%28b%29?id=2#n)"},
		"script link":         {`<p>a <a href="javascript:go()">word</a> and <a href="data:text/html,x">one</a></p>`, "a word and one"},
		"link in the page":    {`<p><a href="#part">part</a></p>`, "part"},
		"link of blocks":      {`<a href="/x"><h2>Title</h2><p>Dek</p></a>`, "## [Title](https://example.org/x)\n\nDek"},
		"list":                {"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"},
		"loose list":          {"<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"},
		"numbers":             {`<ol start="9"><li>a</li><li>b</li></ol>`, "9. a\n10. b"},
		"list in a list":      {"<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"},
		"tasks":               {`<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>`, "- [x] a\n- [ ] b"},
		"quote":               {"<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"},
		"pull-quote":          {"<blockquote><p>Words.</p><footer>— <cite>Ann Roe</cite></footer></blockquote>", "> Words.\n>\n> — Ann Roe"},
		"quote in a figure":   {"<figure><blockquote>Words.</blockquote><figcaption>– Ann Roe</figcaption></figure>", "> Words.\n>\n> — Ann Roe"},
		"aside":               {`<aside class="pull-quote"><p>Words.</p><cite>Ann Roe</cite></aside>`, "> Words.\n>\n> — Ann Roe"},
		"callout":             {`<div class="admonition warning"><p class="admonition-title">Careful</p><p>Hot.</p></div>`, "> [!warning] Careful\n> Hot."},
		"code":                {"<pre><code class=\"language-go\">a := 1\n\n<b>b</b>()\n</code></pre>", "```go\na := 1\n\nb()\n```"},
		"code of spans":       {`<pre class="chroma"><span class="line">a</span><span class="line">b</span></pre>`, "```\na\nb\n```"},
		"code in a table":     {`<table><tr><td class="gutter"><pre>1` + "\n" + `2</pre></td><td><pre class="python">a` + "\n" + `b</pre></td></tr></table>`, "```python\na\nb\n```"},
		"code of ticks":       {"<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"},
		"span of code":        {"<p><code>a `b` | c</code></p>", "``a `b` | c``"},
		"table":               {"<table><tr><th>a</th><th align=right>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>", "| a | b |\n| --- | ---: |\n| 1\\|2 | 3 |"},
		"cells over cells":    {"<table><tr><td colspan=2>a</td></tr><tr><td rowspan=2>b</td><td>c</td></tr><tr><td>d</td></tr></table>", "| a |  |\n| --- | --- |\n| b | c |\n|  | d |"},
		"layout table":        {"<table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td></tr></table>", "a\n\nb"},
		"picture":             {`<figure><img src="/p.png" alt="A hill"><figcaption>The hill.</figcaption></figure>`, "![A hill](https://example.org/p.png)\n\nThe hill."},
		"lazy picture":        {`<p><img src="data:image/gif;base64,R0" data-src="/l.jpg" alt="x"></p>`, "![x](https://example.org/l.jpg)"},
		"largest of a set":    {`<p><img srcset="/s.jpg 1x, /m.jpg 2x"></p>`, "![](https://example.org/m.jpg)"},
		"picture in noscript": {`<p><img src="blank.gif" alt="x"><noscript><img src="/n.jpg"></noscript></p>`, "![x](https://example.org/n.jpg)"},
		"pixel":               {`<p>a<img src="https://t.example/p.gif" width=1 height=1></p>`, "a"},
		"no address":          {`<p>a<img src=""><img src="#" alt="x"></p>`, "a"},
		"permalink":           {`<h2 id="a">Title<a class="headerlink" href="#a">¶</a></h2>`, "## Title"},
		"definitions":         {"<dl><dt>Em</dt><dd>A width.</dd></dl>", "Em\n: A width."},
		"small words":         {"<p>21<sup>st</sup> m<sup>2</sup> H<sub>2</sub>O x<sup>abc</sup></p>", "21st m² H₂O x<sup>abc</sup>"},
		"marked":              {"<p>a <mark>b c</mark> <del>d</del> <q>e</q></p>", "a <mark>b c</mark> ~~d~~ “e”"},
		"ruby":                {"<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>", "漢(かん)"},
		"details":             {"<details><summary>More</summary><p>Inside.</p></details>", "**More**\n\nInside."},
		"film":                {`<iframe src="https://www.youtube.com/embed/abc?rel=0"></iframe>`, "[Video](https://www.youtube.com/watch?v=abc)"},
		"hidden":              {`<p>a</p><p hidden>b</p><p style="display: none">c</p><p>d e f g h</p>`, "a\n\nd e f g h"},
		"unfolded":            {`<h3><button aria-controls="x">Why?</button></h3><div id="x" hidden>Because of it.</div>`, "### Why?\n\nBecause of it."},
	} {
		p, err := Fragment("<!doctype html><body>"+c.html, here)
		if got := strings.TrimSpace(p.Markdown); err != nil || got != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, c.want)
		}
	}
}

func TestFormulas(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ html, want string }{
		"KaTeX":   {`<p>so <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span>.</p>`, "so $x^2$."},
		"display": {`<p>so</p><math display="block" alttext="E=mc^2"><mi>E</mi></math>`, "so\n\n$$\nE=mc^2\n$$"},
		"MathJax": {`<p>so <script type="math/tex">a_1</script></p>`, "so $a_1$"},
		"MathML":  {`<p><math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math></p>`, `$\frac{a}{{b}^{2}}$`},
		"picture": {`<p>so <img class="latex" src="/f.png" alt="\pi r"></p>`, `so $\pi r$`},
	} {
		p, err := Fragment("<!doctype html><body>"+c.html, nil)
		if got := strings.TrimSpace(p.Markdown); err != nil || got != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, c.want)
		}
	}
}

func TestFootnotes(t *testing.T) {
	t.Parallel()
	const want = "One[^1] and two.[^2]\n\n[^1]: First, *so*.\n\n[^2]: Second.\n"
	for name, html := range map[string]string{
		"list": `<p>One<sup id="r1"><a href="#fn1">1</a></sup> and two.<sup id="r2"><a href="#fn2">2</a></sup></p>
<section class="footnotes"><h2>Footnotes</h2><ol><li id="fn1"><p>First, <em>so</em>. <a href="#r1">↩</a></p></li><li id="fn2">Second. <a href="#r2">↩︎</a></li></ol></section>`,
		"paragraphs": `<p>One<a href="#n1" id="b1">[1]</a> and two.<a href="#n2" id="b2">[2]</a></p>
<div class="notes"><p><a id="n1" href="#b1">[1]</a> First, <em>so</em>.</p><p><a id="n2" href="#b2">[2]</a> Second.</p></div>`,
		"hidden": `<p>One<span data-definition="x1"><a href="#">*</a></span> and two.<span data-definition="x2"><a href="#">*</a></span></p>
<aside id="x1" style="display:none">First, <em>so</em>.</aside><aside id="x2" style="display:none">Second.</aside>`,
	} {
		p, err := Fragment("<!doctype html><body>"+html, nil)
		if err != nil || p.Markdown != want {
			t.Errorf("%s: %v\n%s", name, err, p.Markdown)
		}
	}
}
