package htmldoc

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"lede/articles/importer/htmldoc/dom"
)

var here = &url.URL{Scheme: "https", Host: "example.org", Path: "/here"}

// The forms that programs write one thing in, and the one that it gets.
func TestForms(t *testing.T) {
	t.Parallel()
	const film = "https://www.youtube.com/watch?v=abcdefghijk"
	for name, c := range map[string]struct{ html, want string }{
		// marks beside marks and letters
		"keys":           {"<p><kbd>Ctrl</kbd><kbd>C</kbd>", "`Ctrl`<kbd>C</kbd>"},
		"raised":         {"<p><i>mc</i><sup><i>2</i></sup> 10<sup>−9</sup> e<sup>-x</sup> 2<sup>½</sup> x<sup>∞</sup>", "*mc*² 10⁻⁹ e<sup>-x</sup> 2<sup>½</sup> x<sup>∞</sup>"},
		"bold raised":    {"<p><b>a</b><sup><b>b c</b></sup>", "<strong>a</strong><sup>**b c**</sup>"},
		"marked":         {"<p><mark>a</mark><mark>b</mark>", "<mark>a</mark><mark>b</mark>"},
		"one after one":  {"<p><b>a</b><b>b</b> <i>c</i><b>d</b>", "**ab** <em>c</em><strong>d</strong>"},
		"CJK":            {"<p>これは<b>「大事」</b>です<b>大事</b>な", "これは<strong>「大事」</strong>です**大事**な"},
		"beside a sign":  {"<p><em>(aside)</em>word un<i>frig</i>ging", "<em>(aside)</em>word un*frig*ging"},
		"over a break":   {"<p><b>a<br><br>b</b>", "**a**\n\n**b**"},
		"lists apart":    {"<ul><li>a</ul><ul><li>b</ul><ol><li>c</ol><ol><li>d</ol>", "- a\n\n* b\n\n1. c\n\n<!-- -->\n\n1. d"},
		"a link of x":    {"<ul><li><a href=https://x.example/>X</a>", "- [&#88;](https://x.example/)"},
		"an exclamation": {"<p>wow!<a href=https://x.example/>a</a>", `wow\![a](https://x.example/)`},
		"an address":     {"<p>(see https://x.example/a_b) https://x.example/c.", "(see <https://x.example/a_b>) https://x.example/c."},
		// what works the page, and what is drawn
		"a choice":                    {"<p>Choose <select><option>Red<option selected>Blue</select> now, in <input value=1999>.<p><select><option>A<option>B</select>", "Choose Blue now, in 1999."},
		"a credit":                    {`<p><img src=/p.png alt=Hill title='By "Ann"'><img src=/img_20.png title="IMG 20">`, `![Hill](https://example.org/p.png "By \"Ann\"")![](https://example.org/img_20.png)`},
		"roles":                       {"<div role=table><div role=row><span role=columnheader>H</span><span role=columnheader>I</span></div><div role=row><span role=cell>a</span><span role=cell>b</span></div></div><div role=list><div role=listitem>c</div></div><menu><li>d</menu>", "| H | I |\n| --- | --- |\n| a | b |\n\n- c\n\n* d"},
		"two lists of terms":          {"<dl><dt>a</dl><dl><dd>b</dl>", "a\n\nb"},
		"a list of hints":             {"<p>Type <input list=l><datalist id=l><option>A</datalist> here.", "Type here."},
		"a drawn fraction":            {"<p>x<span class=sfrac><span>1</span><span class=sr-only>/</span><span>2</span></span>", "x1/2"},
		"a drawn smile":               {"<p><img class=wp-smiley alt=':)' src=/s.png> <img alt=😀 src=/e.png>", ":) 😀"},
		"only a picture":              {"<h2><img src=/p.png alt=Hill></h2>", "![Hill](https://example.org/p.png)"},
		"marks of blocks":             {"<del><p>a</p><p>b</p></del><b><h2>c</h2><ul><li>d</ul></b><details><summary>e<div>f</div></summary>g</details>", "~~a~~\n\n~~b~~\n\n## c\n\n- **d**\n\n**e**\n\n**f**\n\ng"},
		"pictures without an address": {`<p>a <img alt="two words"> <img src="#"> b</p><img src="data:image/gif;base64,R0" alt="売上のグラフ"><img alt="Icon">`, "a ![two words]() b\n\n![売上のグラフ]()"},
		"a picture in a heading":      {`<h2>a <img src=/b.png alt="b c"> <img src=/d.png></h2><h2><img src=/e.png alt=e></h2>`, "## a ![b c](https://example.org/b.png)\n\n![e](https://example.org/e.png)"},
		"drawings":                    {`<p>a</p><svg role=img width=400><title>Sales by year</title><desc>They fell.</desc><text>2001</text></svg><p>b <svg role=img aria-label="two icons" width=16></svg><svg role=img><title>Icon</title></svg><svg><text>c d</text></svg>`, "a\n\n![Sales by year](<> \"They fell.\")\n\nb"},
		"pictures in code":            {`<pre>a <img src=b.png alt=b> c</pre><pre> <img src=/d.png alt=d> </pre>`, "```\na b c\n```\n\n![d](https://example.org/d.png)"},
		"a value of an item":          {"<ol><li value=5>a<li>b</ol>", "5. a\n6. b"},
		"values of items":             {"<ol><li>a<li value=7>b<ol><li value=2>c<li value=9>d</ol><li></li><li>e</ol>", "1. a\n\n<!-- -->\n\n7. b\n\n   2. c\n\n   <!-- -->\n\n   9. d\n\n<!-- -->\n\n9. e"},
		"numbers in a cell":           {"<table><tr><th>a<th>b<tr><td><ol start=4><li>c<ul><li>d</ul><li value=9>e</ol><td><ol reversed type=a><li>f<li>g</ol></table>", "| a | b |\n| --- | --- |\n| 4. c<br>• d<br>9. e | b. f<br>a. g |"},
		"a list reversed":             {"<ol reversed><li>a<li>b</ol>", "2. a\n\n<!-- -->\n\n1. b"},
		"letters":                     {"<ol type=a><li>a<li><pre>b</pre></ol><ol start=-1><li>c</ol>", "- a. a\n\n- b.\n\n  ```\n  b\n  ```\n\n* -1. c"},
		"no item":                     {"<ol>x<li>a</li>y<li>b</ol>", "x\n\n1. a\n\ny\n\n2. b"},
		// what is a block
		"breaks":           {"<div>one<br><br>two</div>", "one\n\ntwo"},
		"divs in a font":   {"<font><div>Alpha one</div><div>Beta two</div></font>", "Alpha one\n\nBeta two"},
		"divs in a cell":   {"<table><tr><td>a<td><div>Alpha</div><div>Beta</div><tr><td>b<td><ul><li>c<li>d</ul></table>", "| a | Alpha<br>Beta |\n| --- | --- |\n| b | • c<br>• d |"},
		"spans as blocks":  {`<p><span style="display: block">one</span><span style="display:block">two</span>`, "one\n\ntwo"},
		"kept lines":       {"<p style='white-space: pre-line'>one\ntwo", "one\\\ntwo"},
		"a shadow tree":    {`<x-card><template shadowrootmode=open><h2><slot name=t></slot></h2><slot></slot></template><span slot=t>Head</span><p>Text</x-card>`, "## Head\n\nText"},
		"a wide table":     {"<table><tr>" + strings.Repeat("<td>a", 60) + "</table>", strings.Repeat("a\n\n", 59) + "a"},
		"loose in a list":  {"<dl><dt>Em</dt><p>more</p><dd>A width.</dd></dl>", "Em\n\nmore\n\nA width."},
		"a caption before": {"<figure><figcaption>First</figcaption><p>Then</figure>", "First\n\nThen"},
		// words that are hidden, and words that are not
		"a button in a line": {"<p>A lamp is a <button>device</button> that gives light.<div><button>Share</button></div>", "A lamp is a device that gives light."},
		"an accordion":       {"<div><button aria-expanded=false>Why?</button><div hidden>Because of it.</div></div>", "**Why?**\n\nBecause of it."},
		"buttons of answers": {"<div><button class=q>Why?</button><div class=a><p>Because of it.</div></div><div class=h><button class=q>How?</button></div><div class=a><p>By hand.</div><button>Book</button>", "**Why?**\n\nBecause of it.\n\n**How?**\n\nBy hand."},
		"buttons of cards":   {"<div><button class=q>More</button><div class=a><p>One of them.</div></div><div><button class=q>More</button><div class=a><p>Another.</div></div>", "One of them.\n\nAnother."},
		"a quote of a board": {"<blockquote><div><cite>oak wrote:</cite>A wall.</div></blockquote>", "> oak wrote:\n>\n> A wall."},
		"a cited book":       {"<p><cite>Hart, F. <i>Weirs</i>. Oak.</cite> <cite>Walls</cite>", "Hart, F. *Weirs*. Oak. *Walls*"},
		"numbers of items":   {"<ul><li><span>[1]</span><span>A book.</span><li><span>2.</span><i>B</i><li><span>C.</span> c<li><b>No</b>vel</ul><p><span>(a)</span><span>a boat", "- \\[1\\] A book.\n- 2\\. *B*\n- C. c\n- **No**vel\n\n(a) a boat"},
		"a numbered formula": {`<table><tr><td></td><td><math display=block alttext="f=1"></math></td><td>(1)</td> </tr></table><table><tr><td>a<td><math alttext="f=2"></math></table>`, "$$\nf=1\n$$\n\n(1)\n\n| a | $f=2$ |\n| --- | --- |"},
		"a page of cells":    {"<table><tr><td><a href=/h>Home</a><td>" + strings.Repeat("A long text.<br><br>", 80) + "</table>", "[Home](https://example.org/h)\n\n" + strings.TrimSpace(strings.Repeat("A long text.\n\n", 80))},
		"hidden by class":    {"<p>a <span class=sr-only>b</span><span class=visually-hidden>c</span></p><p class=d-none>d</p><p class='hidden md:block'>e</p><p style='visibility: hidden'>f</p><p class=is-hidden>g", "a\n\ne"},
		"tabs":               {"<ul role=tablist><li role=tab>Linux<li role=tab>Other</ul><div><div role=tabpanel>a</div><div role=tabpanel hidden>b</div></div>", "**Linux**\n\na\n\n**Other**\n\nb"},
		"tabs of buttons":    {"<div class=tabs><div class=tab-nav><button>Linux</button><button>Other</button></div><div class=tab-pane>a</div><div class='tab-pane d-none'>b</div></div>", "**Linux**\n\na\n\n**Other**\n\nb"},
		"an icon":            {"<p>a <i aria-hidden=true>\uf005</i><span aria-hidden=true>words</span>", "a words"},
		"a pop-over":         {"<p>said <a href=/x>Ada</a><span class=tooltip-card>More of Ada</span> so", "said [Ada](https://example.org/x) so"},
		// code
		"numbers of lines":   {`<pre><code><span style="display:flex"><span style="user-select:none">1</span><span>a` + "\n" + `</span></span><span style="display:flex"><span style="user-select:none">2</span><span>b` + "\n</span></span></code></pre>", "```\na\nb\n```"},
		"numbers beside":     {"<pre><code><span><code><span>1\n</span><span>2\n</span></code></span><span>let a\n</span><span>let b\n</span></code></pre>", "```\nlet a\nlet b\n```"},
		"lines of an editor": {"<div class=cm-editor><div class=cm-gutters><div>1</div></div><div class=cm-content><div class=cm-line>a</div><div class=cm-line>  b</div></div></div>", "```\na\n  b\n```"},
		"lines out of order": {"<div class=monaco-editor><div class=view-lines><div class=view-line style='top:18px'>b</div><div class=view-line style='top:0px'>a</div></div></div>", "```\na\nb\n```"},
		"code around code":   {"<code class=lang-sh><pre>echo a\n  echo b\n</pre></code>", "```sh\necho a\n  echo b\n```"},
		"a table of lines":   {`<figure><table><tr><td class=gutter><pre><span class=line>1</span><br><span class=line>2</span><br></pre></td><td><pre><span class=line>a;</span><br><span class=line>b;</span><br></pre></td></tr></table></figure>`, "```\na;\nb;\n```"},
		"rows of lines":      {"<table><tr><td class=blob-num data-line-number=1><td class=blob-code>if x:<tr><td class=blob-num>2<td class=blob-code>  y()</table>", "```\nif x:\n  y()\n```"},
		"two cells of lines": {"<table><tr><td class=gutter><div class=line>1</div><div class=line>2</div><td class=code><div class=line>a</div><div class=line> b</div></table>", "```\na\n b\n```"},
		"from an editor":     {"<div style=\"font-family: Menlo, 'Courier New', monospace; white-space: pre;\"><div>if x:</div><div>  y()</div></div>", "```\nif x:\n  y()\n```"},
		"old code":           {"<listing>a\n b</listing><xmp><b></xmp>", "```\na\n b\n```\n\n```\n<b>\n```"},
		// formulas
		"drawn and said": {`<p>so <span class=MathJax_Preview>E</span><span class=MathJax><nobr>E</nobr><span class=MJX_Assistive_MathML><math><mi>E</mi></math></span></span><script type="math/tex">E=mc^2</script>`, "so $E=mc^2$"},
		"drawn beside":   {"<p>so <mjx-container class=MathJax><mjx-math aria-hidden=true><mjx-mi>x</mjx-mi></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>", "so $x$"},
		"in an element":  {"<p><math-renderer>$a_1$</math-renderer> <code class=language-math>x^2</code>", "$a_1$ $x^2$"},
		"in fences":      {"<p><math><mi>f</mi><mfenced><mi>a</mi><mi>b</mi></mfenced></math>", "$f (a, b)$"},
		"an attribute":   {`<p>so <span data-math="\frac12"><span class=katex><span class=katex-html aria-hidden=true>12</span></span></span>`, `so $\frac12$`},
		"a service":      {`<p>so <img src="https://latex.codecogs.com/svg.image?%5Cfrac%7Ba%7D%7Bb%7D"> <img src="https://www.zhihu.com/equation?tex=a%5E2">`, `so $\frac{a}{b}$ $a^2$`},
		"signs of TeX":   {`<p>so \(a*b*c\) and \[x_1*y\] end, not \(prose of many\)`, "so $a*b*c$ and\n\n$$\nx_1*y\n$$\n\nend, not \\\\(prose of many\\\\)"},
		"before a digit": {`<p>\(x\)2`, `$$x$$2`},
		// players
		"a lazy film":  {`<lite-youtube videoid=abcdefghijk playlabel=Play></lite-youtube><iframe data-src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe>`, "[Video](" + film + ")\n\n[A film](" + film + ")"},
		"sound":        {`<audio src=/a.mp3></audio><iframe src="https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb"></iframe>`, "[Audio](https://example.org/a.mp3)\n\n[Video](https://soundcloud.com/a/b)"},
		"other frames": {`<iframe src="https://codepen.example/p/1"></iframe><iframe src="https://www.googletagmanager.com/ns.html"></iframe><iframe></iframe><video></video><p>x`, "[codepen.example](https://codepen.example/p/1)\n\nx"},
		"a title that ends in ESC": {
			"<iframe src='https://www.youtube.com/embed/abcdefghijk' title='A\x1bP'></iframe><p>between <iframe src='https://www.youtube.com/embed/abcdefghijk' title='B!\b\x1b\\'></iframe>",
			"[A](" + film + ")\n\nbetween [B!](" + film + ")",
		},
		"an object": {`<object data=/r.pdf title=Report></object><p>or <object data=/s.pdf><a href=/s>here</a></object>`, "[Report](https://example.org/r.pdf)\n\nor\n\n[here](https://example.org/s)"},
		"PeerTube":  {`<iframe src="https://tube.example/videos/embed/9c9de5e8" title=T></iframe>`, "[T](https://tube.example/videos/watch/9c9de5e8)"},
		// notes
		"brackets":        {`<p>A<sup class=footnote>[<a href="#d1" id=r1>1</a>]</sup>.</p><div id=footnotes><div id=d1><a href="#r1">1</a>. Note.</div></div>`, "A[^1].\n\n[^1]: Note."},
		"labels":          {`<p>A<a href="#i2" id=i1><span>[</span>1<span>]</span></a>.</p><aside class=footnote-list><aside class=footnote id=i2><span><span>[</span><a role=doc-backlink href="#i1">1</a><span>]</span></span><p>Note.</p></aside></aside>`, "A[^1].\n\n[^1]: Note."},
		"a caret":         {`<p>A.<sup id=cite_ref-b><a href="#n">[1]</a></sup></p><ol class=references><li id=n><span>^ <a href="#cite_ref-b"><sup>a</sup></a> <a href="#cite_ref-c"><sup>b</sup></a></span> <span>Jones 2002.</span></ol>`, "A.[^1]\n\n[^1]: Jones 2002."},
		"old names":       {`<p>A<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.</p></div>`, "A[^1].\n\n[^1]: Note."},
		"a book":          {`<p>A<a epub:type=noteref href="#n1">1</a>.</p><aside epub:type=footnote id=n1><p>1. Note.</p></aside>`, "A[^1].\n\n[^1]: Note."},
		"under a table":   {`<p>1<sup><a href="#t">a</a></sup></p><p id=t class=footnote><sup>a</sup> Note of it.</p>`, "1[^1]\n\n[^1]: Note of it."},
		"signs":           {`<p>A.<sup><a href="#n1">*</a></sup></p><div class=notes><p id=n1>* First.</p></div>`, "A.[^1]\n\n[^1]: First."},
		"in the margin":   {`<p>A<span class="ltx_note ltx_role_footnote"><sup>1</sup><span class=ltx_note_outer><span class=ltx_note_content><sup>1</sup><span>1</span>Note.</span></span></span> on.`, "A[^1] on.\n\n[^1]: Note."},
		"numbered parts":  {`<p>See <a href="#s2">2</a>.</p><div id=s2><p>Part two <a href="#top">↑</a></p></div>`, "See 2.\n\nPart two ↑"},
		"a hidden note":   {`<p>Roots.<span class=inline-footnote title="Look.">1<span style="display:none">Look at it.</span></span>`, "Roots.[^1]\n\n[^1]: Look at it."},
		"a sidenote":      {`<p>Roots<label for=s class="margin-toggle sidenote-number"></label><input type=checkbox id=s class=margin-toggle><span class=sidenote>Look.</span> go on`, "Roots[^1] go on\n\n[^1]: Look."},
		"notes by number": {`<p>One<sup>1</sup> two<sup>2</sup></p><div class=x__footnotes><h4>Footnotes</h4><ol><li>First.<li>Second.</ol></div>`, "One[^1] two[^2]\n\n[^1]: First.\n\n[^2]: Second."},
		"who speaks":      {"<div data-message-author-role=user><p>Help me</p></div><div><h6 class=sr-only>Bot said:</h6><div data-message-author-role=assistant><p>Begin.</p></div></div>", "**User:**\n\nHelp me\n\n###### Bot said:\n\nBegin."},
		"for no scripts":  {"<div>Loading</div><noscript><p>" + strings.Repeat("A paragraph that is nowhere else. ", 9) + "</noscript>", "Loading\n\n" + strings.TrimSpace(strings.Repeat("A paragraph that is nowhere else. ", 9))},
	} {
		p, err := Fragment("<!doctype html><body>"+c.html, here)
		if got := strings.TrimSpace(p.Markdown); err != nil || got != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, c.want)
		}
	}
}

// What is repeated costs as much each time: a square of so many would take
// minutes.
func TestManyOfAKind(t *testing.T) {
	t.Parallel()
	const many = 30_000
	for name, part := range map[string]string{
		"paragraphs": "<p>a", "inlines": "<i>a</i>", "marks": "<b>a</b><sup>2x</sup>", "texts": "a<!-- -->", "lists": "<ul><li>a</ul>", "cells": "<table><tr><td>a<td>b</table>",
		"hidden": "<p class=hidden>a</p>", "buttons": "<button aria-expanded=false>a</button>", "notes": "<span class=footnote title='long enough'>1</span>", "frames": "<iframe src=/x></iframe>",
		"formulas": "\\(a^2\\)", "breaks": "a<br>", "quotes": "<blockquote>a<cite>b</cite></blockquote>", "addresses": "http://a.example/_", "emails": "a@b.example.", "hosts": "http://a–", "codes": "<code>a</code>", "pre": "<pre>a</pre>",
		"asides": "<p>a<aside>A sentence that is long enough to be of the author.</aside>", "slots": "<x-a><template shadowrootmode=open><slot></slot></template>a</x-a>", "stars": "*", "brackets": "[", "panels": "<div class=tab-pane>a</div><div class=tab-pane>b</div><i>c</i>", "signs": "\\[$$",
	} {
		start := time.Now()
		if _, err := Fragment(strings.Repeat(part, many), nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s took %v", name, time.Since(start))
	}
}

func TestIsHidden(t *testing.T) {
	t.Parallel()
	for markup, want := range map[string]bool{
		`<p hidden>a`: true, `<p hidden=until-found>a`: false, `<p style="Display : NONE !important">a`: true, `<p style="color:red;visibility:collapse">a`: true,
		`<p class="a hidden">a`: true, `<p class="hidden lg:flex">a`: false, `<p class="d-none d-md-block">a`: false, `<p class="d-none d-print-block">a`: true, `<p class="hidden group-hover:block">a`: true,
		`<p class="sr-only">a`: true, `<p class="hidden-markov-models">a`: false, `<p aria-hidden=true>a`: false, `<p aria-hidden=true>★`: true, `<div aria-hidden=true class="modal fade">a</div>`: true,
		`<p>a`: false, `<p class="Visually-Hidden">a`: true,
	} {
		root, err := Tree(markup)
		if err != nil {
			t.Fatal(err)
		}
		if n := dom.First(dom.First(root, "body"), "p", "div"); dom.IsHidden(n) != want {
			t.Errorf("%s: %v", markup, !want)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	var page strings.Builder
	for i := 0; page.Len() < 1<<20; i++ {
		fmt.Fprintf(&page, `<section id=s%d class="part wide"><h2>Part %d</h2><p>Some <b>bold</b> words and <a href="/x/%d">a link</a>, with <code>code</code> and H<sub>2</sub>O, to fill a page with.</p><ul><li>one<li>two</ul></section>`, i, i, i)
	}
	b.SetBytes(int64(page.Len()))
	for b.Loop() {
		if _, err := Fragment(page.String(), nil); err != nil {
			b.Fatal(err)
		}
	}
}
