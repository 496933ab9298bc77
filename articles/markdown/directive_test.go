package markdown_test

import (
	"strings"
	"testing"

	"lede/articles/markdown"
)

// TestDirectives: what other programs act on is not shown raw; its words are.
func TestDirectives(t *testing.T) {
	for src, want := range map[string]string{
		"{{< figure src=\"/a b.png\" caption=\"The *first* one\" >}}":                          "<p><img src=\"/ab.png\" alt=\"The first one\"></p>\n",
		"{{< youtube dQw4w9WgXcQ >}}":                                                          "<p>youtu.be/dQw4w9WgXcQ</p>\n",
		"{{< youtube id=\"dQw4w9WgXcQ\" autoplay=\"true\" >}}":                                 "<p><a href=\"https://youtu.be/dQw4w9WgXcQ\">https://youtu.be/dQw4w9WgXcQ</a></p>\n",
		"{{% notice warning %}}\nMind *it*.\n{{% /notice %}}":                                  "<p><strong>Warning</strong>\nMind <em>it</em>.\n</p>\n",
		"[words]({{< ref \"post.md\" >}}) and {{< ref \"x.md\" >}}":                            "<p><a href=\"post.md\">words</a> and x.md</p>\n",
		"{{< button href=\"/x\" >}}Press{{< /button >}}":                                       "<p>Press</p>\n",
		"{{< details \"More of it\" >}}":                                                       "<p>More of it </p>\n",
		"{% highlight go linenos %}\na := \"{{< x >}}\"\n\nb\n{% endhighlight %}":              "<pre><code class=\"language-go\">a := &quot;{{&lt; x &gt;}}&quot;\n\nb\n</code></pre>\n",
		"{% image \"/a.jpg\" \"A [pier]\" %}":                                                  "<p><img src=\"/a.jpg\" alt=\"A (pier)\"></p>\n",
		"{{< legacy-img src=\"b.jpg\" alt=\"One\" caption=\"Two\" >}}For":                      "<p><img src=\"b.jpg\" alt=\"One · Two\"> For</p>\n",
		"{% if page.name == \"a b\" %}words{% endif %}":                                        "<p>words</p>\n",
		"{% raw %}words{% endraw %}":                                                           "<p>words</p>\n",
		"{% include img.html src=\"a\" caption=\"Its words\" %}":                               "<p>Its words</p>\n",
		"{% comment %}\nhidden\n\nmore\n{% endcomment %}\n\nshown":                             "<p>shown</p>\n",
		"a %%hidden%% b, 100%% c":                                                              "<p>a  b, 100%% c</p>\n",
		"%%\nhidden\n\nmore\n%%\n\nshown":                                                      "<p>shown</p>\n",
		"a ==mark== b, x == y == z, a==b==c":                                                   "<p>a <strong>mark</strong> b, x == y == z, a==b==c</p>\n",
		"words ^block-id\n\nx ^2":                                                              "<p>words </p>\n<p>x ^2</p>\n",
		"words\n{: .lead}":                                                                     "<p>words</p>\n",
		"`{{< x >}}` ``{% y %}`` `==a==` {{ page.title }}":                                     "<p><code>{{&lt; x &gt;}}</code> <code>{% y %}</code> <code>==a==</code> {{ page.title }}</p>\n",
		"```\n{{< x >}} ==a== %%b%%\n```":                                                      "<pre><code>{{&lt; x &gt;}} ==a== %%b%%\n</code></pre>\n",
		"    {{< x >}}":                                                                        "<pre><code>{{&lt; x &gt;}}\n</code></pre>\n",
		"{{< figure\n    src=\"/a.png\"\n    caption=\"Its *own* words\"\n>}}\nMore":           "<p><img src=\"/a.png\" alt=\"Its\nown\nwords\">\n\nMore</p>\n",
		"{{< tab \"Linux\" >}}{{< icon name=\"cog\" >}}":                                       "<p>Linux </p>\n",
		"{{< quote author=`A \"B\" C` >}}x{{< /quote >}}":                                      "<p>A &quot;B&quot; C x</p>\n",
		"[a]({{ \"/b/\" | url }}) [c]({{ site.url }}/d) [e]({{ site.url }}{% link _p/f.md %})": "<p><a href=\"/b/\">a</a> <a href=\"/d\">c</a> <a href=\"_p/f.md\">e</a></p>\n",
		"![A](b.png){: width=\"9\"} *c*{: .d} e {.f}":                                          "<p><img src=\"b.png\" alt=\"A\"> <em>c</em> e </p>\n",
		"* TOC\n{:toc}":                     "<ul>\n<li>TOC</li>\n</ul>\n",
		":::note\nMind it.\n:::":            "<p><em>Note</em>\nMind it.</p>\n",
		":::tip[A hint]\n\nMind it.\n\n:::": "<p><strong>A hint</strong></p>\n<p>Mind it.</p>\n",
		"a {/* not\nseen */} b":             "<p>a \n b</p>\n",
		"{% codeblock lang:go title:\"main.go\" %}\nx\n{% endcodeblock %}": "<pre><code class=\"language-go\">x\n</code></pre>\n",
		"Under\n=====": "<h1>Under</h1>\n",
	} {
		var b strings.Builder
		d := markdown.Parse(src)
		if err := d.HTML(&b); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(b.String(), "\n") + "\n"; got != want {
			t.Errorf("%q:\n got %q\nwant %q", src, got, want)
		}
		if len(d.Source) != len(src) {
			t.Errorf("%q: the length changes", src)
		}
	}
}
