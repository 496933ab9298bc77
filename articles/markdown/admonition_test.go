package markdown_test

import (
	"strings"
	"testing"

	"lede/articles/markdown"
)

// TestAdmonitions: the notes of MkDocs hold what stands in below them, and
// exclamations are no notes.
func TestAdmonitions(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"!!! note\n    One *word*.\n\n    Two.\n\nAfter.": "<aside>\n<p><strong>Note</strong></p>\n<p>One <em>word</em>.</p>\n<p>Two.</p>\n</aside>\n<p>After.</p>\n",
		"!!! tip inline end \"A <hint>\"\n\n    Apart.":   "<aside>\n<p><strong>A &lt;hint&gt;</strong></p>\n<p>Apart.</p>\n</aside>\n",
		"!!! quote \"\"\n    Bare.":                       "<aside>\n<p>Bare.</p>\n</aside>\n",
		"???+ info \"More\"\n    Folded.":                 "<details>\n<summary>More</summary>\n<p>Folded.</p>\n</details>\n",
		"!!! a\n    ```go\n    x\n\n    y\n    ```":       "<aside>\n<p><strong>A</strong></p>\n<pre><code class=\"language-go\">x\n\ny\n</code></pre>\n</aside>\n",
		"!!! a\n    !!! b\n        c":                     "<aside>\n<p><strong>A</strong></p>\n<aside>\n<p><strong>B</strong></p>\n<p>c</p>\n</aside>\n</aside>\n",
		"- one\n\n    !!! b\n        c":                   "<ul>\n<li>\n<p>one</p>\n<aside>\n<p><strong>B</strong></p>\n<p>c</p>\n</aside>\n</li>\n</ul>\n",
		"!!! Stop this now":                               "<p>!!! Stop this now</p>\n",
		"!!! stop\nthis":                                  "<p>!!! stop\nthis</p>\n",
		"!!! what, now?\n    indeed":                      "<p>!!! what, now?\nindeed</p>\n",
		"!!! note \"open\n    words":                      "<p>!!! note &quot;open\nwords</p>\n",
		"??? \n    words":                                 "<p>???\nwords</p>\n",
		"!!! a\n    ![x](y.png) ! ok":                     "<aside>\n<p><strong>A</strong></p>\n<p><img src=\"y.png\" alt=\"x\"> ! ok</p>\n</aside>\n",
	} {
		var b strings.Builder
		if err := markdown.Parse(src).HTML(&b); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); got != want {
			t.Errorf("%q:\n got %q\nwant %q", src, got, want)
		}
	}
}

// TestLabelsAreWords: a search finds what stands above notes and code, and the
// read time does not count it.
func TestLabelsAreWords(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"!!! tip \"A hint\"\n    words": "A hint\nwords",
		"??? tip\n    words":            "▾ Tip\nwords",
		"> [!NOTE] Mind\n> words":       "Mind\nwords",
		"```go title=\"a.go\"\nx\n```":  "go · a.go\nx",
		"```go\nx\n```":                 "go\nx",
	} {
		d := markdown.Parse(src)
		if got := d.Shown(0); got != want {
			t.Errorf("%q shows %q, want %q", src, got, want)
		}
		if words := want[strings.IndexByte(want, '\n')+1:]; d.Plain(0) != words {
			t.Errorf("%q reads %q, want %q", src, d.Plain(0), words)
		}
	}
}
