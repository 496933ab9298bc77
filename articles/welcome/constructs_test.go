package welcome_test

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// constructs are what the reader can draw. Among them the embedded articles
// use every one, so that reading them tries the whole renderer.
var constructs = []string{
	"heading 2", "heading 3", "heading 4",
	"emphasis", "strong", "strikethrough", "inline code", "hard break",
	"link to an article", "link to the web", "image", "<kbd>", "<sup>",
	"block quote", "nested quote", "pull-quote",
	"tight bullet list", "loose bullet list", "tight numbered list", "loose numbered list", "nested list", "task list",
	"code in sh", "code in go", "code in json", "code in diff",
	"table with alignment", "rule", "footnote", "CJK", "emoji",
}

func TestEveryConstructIsUsed(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	for _, p := range pieces(t) {
		for c := range survey(p.body) {
			used[c] = true
		}
	}
	for _, c := range constructs {
		if !used[c] {
			t.Errorf("no article uses: %s", c)
		}
	}
}

func TestEachHasPullQuoteListAndHeadings(t *testing.T) {
	t.Parallel()
	for _, p := range pieces(t) {
		used := survey(p.body)
		for _, c := range []string{"pull-quote", "list", "heading 2"} {
			if !used[c] {
				t.Errorf("%s: no %s", p.slug, c)
			}
		}
		if used["heading 1"] {
			t.Errorf("%s: a heading of level 1, which is the title's", p.slug)
		}
	}
}

func TestLinksLead(t *testing.T) {
	t.Parallel()
	all := pieces(t)
	known := map[string]bool{}
	for _, p := range all {
		known[p.slug] = true
	}
	linked := map[string]bool{}
	for _, p := range all {
		if n := len(p.front.Related); n < 2 || n > 3 {
			t.Errorf("%s: %d related, want 2 or 3", p.slug, n)
		}
		for _, slug := range p.front.Related {
			if !known[slug] || slug == p.slug {
				t.Errorf("%s: related %q is no other article", p.slug, slug)
			}
		}
		for _, dest := range destinations(p.body) {
			u, err := url.Parse(dest)
			if err != nil {
				t.Errorf("%s: link %q: %v", p.slug, dest, err)
				continue
			}
			slug, isFile := strings.CutSuffix(dest, path.Ext(dest))
			switch {
			case u.Scheme == "https" && u.Host != "":
			case isFile && known[slug]:
				linked[slug] = true
			default:
				t.Errorf("%s: link %q leads nowhere", p.slug, dest)
			}
		}
	}
	for slug := range known {
		if !linked[slug] && slug != "start-here" {
			t.Errorf("no article links to %s", slug)
		}
	}
}

func parse(body string) (ast.Node, []byte) {
	src := []byte(body)
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	return md.Parser().Parse(text.NewReader(src)), src
}

func destinations(body string) []string {
	var out []string
	doc, _ := parse(body)
	each(doc, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			out = append(out, string(n.Destination))
		case *ast.Image:
			out = append(out, string(n.Destination))
		}
	})
	return out
}

// survey returns the names of the constructs in body.
func survey(body string) map[string]bool {
	used := map[string]bool{}
	doc, src := parse(body)
	each(doc, func(n ast.Node) {
		for _, c := range name(n, src) {
			used[c] = true
		}
	})
	for _, r := range body {
		switch {
		case unicode.Is(unicode.Han, r):
			used["CJK"] = true
		case 0x1f300 <= r && r <= 0x1faff:
			used["emoji"] = true
		}
	}
	return used
}

func each(doc ast.Node, visit func(ast.Node)) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // visit returns no error
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// name returns what n is, in the words of constructs; nothing for the rest.
func name(n ast.Node, src []byte) []string {
	switch n := n.(type) {
	case *ast.Heading:
		return []string{fmt.Sprintf("heading %d", n.Level)}
	case *ast.Emphasis:
		return []string{[...]string{1: "emphasis", 2: "strong"}[n.Level]}
	case *east.Strikethrough:
		return []string{"strikethrough"}
	case *ast.CodeSpan:
		return []string{"inline code"}
	case *ast.Text:
		if n.HardLineBreak() {
			return []string{"hard break"}
		}
	case *ast.Link:
		if strings.HasPrefix(string(n.Destination), "https:") {
			return []string{"link to the web"}
		}
		return []string{"link to an article"}
	case *ast.Image:
		return []string{"image"}
	case *ast.RawHTML:
		return []string{string(n.Segments.Value(src))}
	case *ast.Blockquote:
		return quote(n, src)
	case *ast.List:
		return list(n)
	case *east.TaskCheckBox:
		return []string{"task list"}
	case *ast.FencedCodeBlock:
		return []string{"code in " + string(n.Language(src))}
	case *east.Table:
		for _, a := range n.Alignments {
			if a == east.AlignRight {
				return []string{"table with alignment"}
			}
		}
	case *ast.ThematicBreak:
		return []string{"rule"}
	case *east.Footnote:
		return []string{"footnote"}
	}
	return nil
}

func quote(n *ast.Blockquote, src []byte) []string {
	if n.Parent().Kind() == ast.KindBlockquote {
		return []string{"nested quote"}
	}
	if p, ok := n.LastChild().(*ast.Paragraph); ok && n.ChildCount() > 1 &&
		strings.HasPrefix(string(p.Lines().Value(src)), "— ") {
		return []string{"pull-quote"}
	}
	return []string{"block quote"}
}

func list(n *ast.List) []string {
	kind, spacing := "bullet", "loose"
	if n.IsOrdered() {
		kind = "numbered"
	}
	if n.IsTight {
		spacing = "tight"
	}
	names := []string{"list", spacing + " " + kind + " list"}
	if n.Parent().Kind() == ast.KindListItem {
		names = append(names, "nested list")
	}
	return names
}
