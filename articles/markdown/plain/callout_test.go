package plain_test

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/plain"
)

// TestLabelsAreWords: a search finds what stands above notes and code; the label
// of code is no word of the text.
func TestLabelsAreWords(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"> [!NOTE] Mind\n> words":      "Note · Mind\nwords",
		"```go title=\"a.go\"\nx\n```": "go · a.go\nx",
		"```go\nx\n```":                "go\nx",
	} {
		d := markdown.Parse(src)
		if got := d.Shown(0); got != want {
			t.Errorf("%q shows %q, want %q", src, got, want)
		}
		words := want
		if src[0] == '`' {
			words = want[strings.IndexByte(want, '\n')+1:]
		}
		if d.Plain(0) != words {
			t.Errorf("%q reads %q, want %q", src, d.Plain(0), words)
		}
	}
}

func TestCalloutLabel(t *testing.T) {
	for src, want := range map[string]string{
		"> [!NOTE]\n> words":      "Note",
		"> [!étape]\n> words":     "Étape",
		"> [!tip]- A title\n> x":  "Tip · A title",
		"> [!tip] TIP\n> x":       "TIP",
		"> [!ЗАМЕТКА]\n> слова":   "Заметка",
		"> [!note]\n>\n> words":   "Note",
		"> [not one]\n>\n> words": "",
		"> [!\xffx]\n>\n> words":  "\ufffdx",
	} {
		root, bytes := markdown.Parse(articles.Clean(src)).AST(0)
		if got, _, _ := plain.Callout(root.FirstChild().(*ast.Blockquote), bytes); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}
