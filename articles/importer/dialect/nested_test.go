package dialect_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"pgregory.net/rapid"

	"lede/articles/importer/dialect"
)

// nest is blocks of MDX, as people set them in: tags in items, items and code in
// tags.
type nest struct {
	*rapid.T
	words, code, items int
}

func (n *nest) word() string {
	n.words++
	return fmt.Sprintf("w%dx", n.words)
}

func (n *nest) blocks(deep int) string {
	var out []string
	for range n.count("blocks", 1, 3) {
		kind := n.count("kind", 0, 3)
		if deep == 0 {
			kind %= 2
		}
		switch kind {
		case 0:
			out = append(out, n.word()+"\n"+n.word()+"\n")
		case 1:
			n.code++
			out = append(out, "```\n  "+n.word()+"\n\n"+n.word()+"\n```\n")
		case 2:
			n.items++
			out = append(out, "- "+n.word()+"\n\n"+indented(n.blocks(deep-1), 2))
		case 3:
			gap := strings.Repeat("\n", n.count("gap", 0, 1))
			out = append(out, "<Tab\n  id=\"a\">\n"+gap+indented(n.blocks(deep-1), 2*n.count("in", 0, 3))+gap+"</Tab>\n")
		}
	}
	return strings.Join(out, "\n")
}

func (n *nest) count(name string, least, most int) int {
	return rapid.IntRange(least, most).Draw(n.T, name)
}

func indented(text string, columns int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			b.WriteString(strings.Repeat(" ", columns))
		}
		b.WriteString(line)
	}
	return b.String()
}

// TestNestedTags: however far tags and items stand one in the other, each word is
// shown once, in its place, and code, items and prose stay what they are.
func TestNestedTags(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		n := &nest{T: rt}
		src := n.blocks(4)
		got := dialect.Rewrite(dialect.MDX, src, nil).Markdown
		var page bytes.Buffer
		if err := goldmark.Convert([]byte(got), &page); err != nil {
			rt.Fatal(err)
		}
		at := 0
		for i := range n.words {
			next := strings.Index(page.String()[at:], fmt.Sprintf("w%dx", i+1))
			if next < 0 {
				rt.Fatalf("%q: word %d is lost in\n%s", src, i+1, got)
			}
			at += next
		}
		for tag, want := range map[string]int{"<pre>": n.code, "<li>": n.items, "`": 0} {
			if found := strings.Count(page.String(), tag); found != want {
				rt.Fatalf("%q: %d of %s, not %d, in\n%s\nof %s", src, found, tag, want, got, page.String())
			}
		}
	})
}
