package dialect_test

import (
	"strings"
	"testing"

	"lede/articles/importer/dialect"
)

// folder is the other texts of a folder, by what leads to them.
type folder map[string]string

func (f folder) Has(link string) bool { return f[link] != "" }

func (f folder) Place(link string) string { return link }

func (f folder) Text(link string) (string, bool) {
	text, ok := f[link]
	return text, ok
}

var notes = folder{
	"other": "# Other\n\nFirst. ^one\n\n## Part\n\nWords of the part. ![[#^one]]\n\n### Deeper\n\nMore.\n\n## Next\n\nNot this.\n\n- a\n- item two ^two\n\n| a |\n|---|\n| b |\n\n^three\n",
	"whole": "All of it, ![[whole]].\n",
	"loop":  "# L\n\n![[loop#L]]\n",
}

// TestRewrite: what a program would have acted on is Markdown afterwards.
func TestRewrite(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		p         dialect.Programs
		src, want string
	}{
		{0, "[[other|its words]], [[none|x]], [[other]], ![[other|y]] and `[[other|z]]` 50%%a and%%b ^name", "[its words](other), [[none|x]], [[other]], ![[other|y]] and `[[other|z]]` 50%%a and%%b ^name"},
		{dialect.Hugo, `{{< figure src="/a b.png" caption="The *first* one" >}}`, "![The *first* one](</a b.png>) "},
		{dialect.Hugo, "{{< figure\n    src=\"/a.png\"\n    caption=\"Its own\" >}}\nMore", "![Its own](/a.png) \nMore"},
		{dialect.Hugo, `{{< youtube id="dQw4" autoplay="true" >}}`, "<https://youtu.be/dQw4>"},
		{dialect.Hugo, `{{< vimeo id="1" title="A film" >}} {{< tweet user="Ann" id="2" >}} {{< instagram 3 >}}`, "[A film](https://vimeo.com/1) <https://x.com/Ann/status/2> <https://www.instagram.com/p/3>"},
		{dialect.Hugo, "{{% notice tip \"Remember\" %}}\nit\n{{% /notice %}}", "**Remember**\n\nit\n"},
		{dialect.Hugo, "{{% notice warning %}}\nMind *it*.\n{{% /notice %}}", "**Warning**\n\nMind *it*.\n"},
		{dialect.Hugo, `[words]({{< ref "post.md" >}}) and {{< ref "x y.md" >}}`, "[words](post.md) and [x y.md](<x y.md>)"},
		{dialect.Hugo, `{{< button href="/x" >}}Press{{< /button >}}`, "Press"},
		{dialect.Hugo, "{{< tab \"Its *label*\" >}}\nBODY\n\nmore\n{{< /tab >}}\n{{< cite \"a b\" >}}\nfriend", "**Its label**\n\nBODY\n\nmore\n\na b \nfriend"},
		{dialect.Hugo, `{{< details "More of it" >}}`, "More of it "},
		{dialect.Hugo, "{{< highlight go \"linenos=table\" >}}\na := `{{< x >}}`\n\nb\n{{< /highlight >}}", "```go\na := `{{< x >}}`\n\nb\n```\n"},
		{dialect.Hugo, "`{{< x >}}` \\{{< y >}} {{ page.title }}", "`{{< x >}}` \\{{< y >}} {{ page.title }}"},
		{dialect.Hugo, "```\n{{< x \"a b\" >}}\n```\n\n    {{< x \"a b\" >}}", "```\n{{< x \"a b\" >}}\n```\n\n    {{< x \"a b\" >}}"},
		{dialect.Hugo, "{{</* figure src=\"a\" */>}}", "{{\\< figure src=\"a\" \\>}}"},
		{dialect.Hugo, "{{%/* note */%}}", "{{% note %}}"},
		{dialect.Hugo, "1. one\n\n    {{< x \"a b\" >}}\n\n       {{< y \"c d\" >}}\n\n2. two\n\n# three\n    {{< z \"e f\" >}}\n\n    {{< z >}}", "1. one\n\n    a b \n\n       {{< y \"c d\" >}}\n\n2. two\n\n# three\n    e f \n\n    {{< z >}}"},
		{dialect.Hugo, "# Head {#id .c}\n\nWords {.lead}\n{#p}", "# Head <a id=\"id\"></a>\n\nWords \n<a id=\"p\"></a>\n"},
		{dialect.Hugo, "# Sets {a, b} and {{ x }}", "# Sets {a, b} and {{ x }}"},
		{dialect.Jekyll, "a {% raw %}{{ KEEP }} {% if %}{% endraw %} b", "a {{ KEEP }} {% if %} b"},
		{dialect.Jekyll, "{% raw %}\n{% if x %}\n{% endraw %}\nb", "{% if x %}\nb"},
		{dialect.Jekyll, `{% if page.name == "a b" %}words{% endif %}`, "words"},
		{dialect.Jekyll, `{% if x %}one{% else %}two{% endif %}`, "one two"},
		{dialect.Jekyll, `{% include img.html src="a.png" caption="Its words" %} KEEP`, "![Its words](a.png)  KEEP"},
		{dialect.Jekyll, `{% include note.html content="Its words" %} KEEP {% include b.html %}`, "Its words KEEP "},
		{dialect.Jekyll, "{% comment %}\nhidden\n\nmore\n{% endcomment %}\nshown", "shown"},
		{dialect.Jekyll, "{% comment %}\nnothing ends it", "\nnothing ends it"},
		{dialect.Jekyll, "{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```\n"},
		{dialect.Jekyll, "[a]({{ \"/b/\" | url }}) [c]({{ site.url }}/d) [e]({{ site.url }}{% link _p/f.md %}) [g]({% post_url 2020-01-02-h %})", "[a](/b/) [c](/d) [e](_p/f.md) [g](2020-01-02-h)"},
		{dialect.Jekyll, "[x][r]\n\n[r]: {% link six.md %}", "[x][r]\n\n[r]: six.md"},
		{dialect.Jekyll, "{{ site.a }} KEEP {{ site.b }} and {% word %}", "{{ site.a }} KEEP {{ site.b }} and {% word %}"},
		{dialect.Jekyll, "* TOC\n{:toc}\n\n![A](b.png){: width=\"9\"} *c*{: .d}", "* TOC\n\n![A](b.png) *c*"},
		{dialect.Zola, "{{ youtube(id=\"abc\") }}\n{% quote(author=\"V W\") %}\nBODY\n{% end %}", "<https://youtu.be/abc>\n**V W**\n\nBODY\n"},
		{dialect.MDX, "import Tabs from '@theme/Tabs';\nexport const x = 1;\n\n# T\n\n{/* x */} KEEP {/* y */}", "\n# T\n\n  KEEP  "},
		{dialect.MDX, "import the words of others\n\nexport goods", "import the words of others\n\nexport goods"},
		{dialect.MDX, "{/* one\n\ntwo */}\nKEEP", "KEEP"},
		{dialect.MDX, "<TabItem value=\"a\" label=\"Its label\">Words</TabItem>", "\n\n**Its label**\n\nWords"},
		{dialect.MDX, "export const A = () => {\n  const b = 1;\n\n  return (<p>{b}</p>);\n}\n\nKEEP\n\nexport const c = {\n\nKEEP", "\nKEEP\n\n\nKEEP"},
		{dialect.MDX, "<T>\n  <U\n    v=\"w\"\n  >\n\n    Words\n\n    ```go\n      code\n    ```\n\n    - a\n      - b\n\n        c\n\n            d\n\n  </U>\n</T>\n\n    e\n", "\n\n\n\n\n\n\nWords\n\n```go\n  code\n```\n\n- a\n  - b\n\n    c\n\n    d\n\n\n\n\n\n\n\n\ne\n"},
		{dialect.MDX, "- a\n  <N>\n    b\n  </N>\n\n  c\n\n      d\n\ne", "- a\n  \n\n  \n  b\n  \n\n  \n\n  c\n\n  d\n\ne"},
		{dialect.MDX, "- a <B>b</B>\n  <N title=\"c d\">e</N>\n\n  f", "- a b\n  \n\n  **c d**\n\n  e\n\n  f"},
		{dialect.MDX, ":::note[A *b*]{.c}\nd\n:::", "\n> [!note] A *b*\n> d\n\n"},
		{dialect.MDX, ":::note[Its title]\ncontent **bold**\n\n```\ncode\n```\n:::\nAfter.", "\n> [!note] Its title\n> content **bold**\n>\n> ```\n> code\n> ```\n\nAfter."},
		{dialect.MDX, "::::tip\n:::info\na\n:::\nb\n::::", "\n> [!tip]\n>\n> > [!info]\n> > a\n>\n> b\n\n"},
		{dialect.Pandoc, "::: {.callout-note}\n## Head\nbody\n:::", "\n> [!note]\n> ## Head\n> body\n\n"},
		{dialect.Pandoc, "::: callout-tip\na\n:::", "\n> [!tip]\n> a\n\n"},
		{dialect.MkDocs, "- a\n\n    === \"B\"\n\n        c", "- a\n\n\n    **B**\n\n\n    c"},
		{dialect.MkDocs, "!!! tip inline \"A hint\"\n\n    One.\n\n        code\n\nAfter.", "\n> [!tip] A hint\n>\n> One.\n>\n>     code\n>\n\nAfter."},
		{dialect.MkDocs, "- one\n\n    !!! b\n        c", "- one\n\n\n    > [!b]\n    > c"},
		{dialect.MkDocs, "!!! Stop this now\n\n!!! stop\nthis", "!!! Stop this now\n\n!!! stop\nthis"},
		{dialect.MkDocs, "=== \"C\"\n\n    words", "\n**C**\n\n\nwords"},
		{dialect.Obsidian, "A %%private%% line, %% another %% one.", "A  line,  one."},
		{dialect.Obsidian, "%%i in a batch file and %%j, 50%% of it and 20%% more", "%%i in a batch file and %%j, 50%% of it and 20%% more"},
		{dialect.Obsidian, "%%\nhidden\n\nmore\n%%\nshown\n\n%%\nopen", "shown\n\n%%\nopen"},
		{dialect.Obsidian, "Words ^blk-9\n\nx ^2\n\ny ^n\n\nz ^b1", "Words <a id=\"^blk-9\"></a>\n\nx ^2\n\ny ^n\n\nz <a id=\"^b1\"></a>"},
		{dialect.Obsidian, "[[a b|the words]], [[a#One#Two]], [[#here]], [[a#^id]] `[[c]]`", "[the words](<a b>), [a#One#Two](a#Two), [here](#here), [a](a#^id) `[[c]]`"},
		{dialect.Obsidian, "![[p c.png|300]] ![[d.png|Words|300x20]] ![[gone#x]]", "![](<p c.png>) ![Words](d.png) [gone#x](gone#x)"},
		{dialect.Obsidian, "![[other#^one]] ![[other#^two]]", "\n\nFirst.\n\n \n\n- item two\n\n"},
		{dialect.Obsidian, "![[whole]]", "\n\nAll of it, [whole](whole).\n\n"},
		{dialect.Obsidian, "> ![[other#^one]]\n> b\n\n- ![[whole|300]]\n- c\n\n1. d ![[other#^one]] e", "> First.\n>\n> b\n\n- All of it, [whole](whole).\n- c\n\n1. d \n\n   First.\n\n    e"},
		{dialect.Obsidian, "| a |\n|--|\n| ![[whole]] |", "| a |\n|--|\n| [whole](whole) |"},
		{dialect.Obsidian, "![[other#^three]]", "\n\n| a |\n|---|\n| b |\n\n"},
		{dialect.Obsidian, "![[other#Part]]", "\n\n## Part\n\nWords of the part. \n\nFirst.\n\n\n\n### Deeper\n\nMore.\n\n"},
		{dialect.Logseq, "title:: A page\ntags:: x\n\n- Block\n  id:: 65f1\n\t- Child [[a]] #[[b c]]\n\t  collapsed:: true\n- ((65f1))\n  :LOGBOOK:\n  CLOCK: x\n  :END:\n", "- Block\n\t- Child [a](a) [#b c](<b c>)\n- Block\n"},
		{dialect.Logseq, "- a\n- collapsed:: true\n  id:: x\n  b\n  c\n- k:: v\n- Caveat:: it is cold\n- id:: y z", "- a\n- b\n  c\n- Caveat:: it is cold\n"},
		{dialect.Logseq, "[words]([[A page]]) ![p](a.png){:height 10, :width 2.5}", "[words](<A page>) ![p](a.png)"},
		{dialect.MdBook, "{{#title My title}}\n[ref]: ./other.md", "\n[ref]: ./other.md"},
		{0, "{% raw %}KEEP{% endraw %} {{< x >}} %%a%% {/* b */} [[c|d]] # e {#f}", "{% raw %}KEEP{% endraw %} {{< x >}} %%a%% {/* b */} [[c|d]] # e {#f}"},
		{dialect.Logseq, "- #+BEGIN_QUOTE\n  a\n  b\n  #+END_QUOTE\n- c", "\n- > a\n  > b\n\n- c"},
		{dialect.Logseq, "#+begin_note\na\n#+end_note\nb\n#+BEGIN_SRC go\nx\n#+END_SRC\n#+BEGIN_QUOTE\nc", "> [!NOTE]\n> a\n\nb\n```go\nx\n```\n#+BEGIN_QUOTE\nc"},
		{dialect.Logseq, "- a\n  id:: 7-b\n- {{embed ((7-b))}} {{embed [[P q]]}} {{embed ((none))}}", "- a\n- a [[P q]] ((none))"},
		{0, "Text^[an *inline* note, see [x](y)] and `^[a b]` and 2^[n]", "Text[^inline-1] and `^[a b]` and 2^[n]\n\n[^inline-1]: an *inline* note, see [x](y)\n"},
	} {
		if got := dialect.Rewrite(c.p, c.src, notes).Markdown; got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.src, got, c.want)
		}
	}
}

// TestSigns: a text says itself what it is for, and prose about a program does not.
func TestSigns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, keys, text string
		want             dialect.Programs
	}{
		{"a.mdx", "", "x", dialect.MDX},
		{"a.qmd", "", "x", dialect.Pandoc | dialect.Hugo},
		{"a.md", "sidebar_position", "x", dialect.MDX},
		{"a.md", "layout", "{% raw %}", dialect.Jekyll},
		{"/b/_posts/a.md", "", "x", dialect.Jekyll},
		{"a.md", "title", "{{< youtube dQw4 >}}\n", dialect.Hugo},
		{"a.md", "title", "{{< a >}} KEEP {{< b >}}\n{% raw %}", 0},
		{"a.md", "", "{{< youtube dQw4 >}}\n", 0},
		{"a.md", "", "title:: x\n\n- y\n", dialect.Logseq},
		{"a.md", "", "x\n\n- y:: z\n", 0},
		{"a.md", "", "Caveat:: it is cold\n\n- y\n", 0},
	} {
		got := dialect.Of(c.name, c.text, func(key string) bool { return key != "" && key == c.keys })
		if got != c.want {
			t.Errorf("%+v: %b", c, got)
		}
	}
}

// TestLoops: texts that embed each other come to an end.
func TestLoops(t *testing.T) {
	t.Parallel()
	got := dialect.Rewrite(dialect.Obsidian, "![[loop#L]]", notes).Markdown
	if !strings.Contains(got, "# L") || len(got) > 1000 {
		t.Errorf("%q", got)
	}
}
