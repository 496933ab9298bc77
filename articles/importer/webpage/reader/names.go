package reader

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// path describes the elements that a block stands in; what is said of an
// element is said once for all its blocks.
func (p *page) path(known map[*html.Node][]string, n *html.Node) []string {
	if n == nil || n == p.root || n.Type != html.ElementNode {
		return nil
	}
	if fs, ok := known[n]; ok {
		return fs
	}
	seen := map[string]bool{}
	var fs []string
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			fs = append(fs, s)
		}
	}
	for _, s := range p.path(known, n.Parent) {
		add(s)
	}
	switch n.Data {
	case "div", "span", "p", "tbody", "section", "a":
	default:
		add("in:" + n.Data)
	}
	if role := dom.Attr(n, "role"); role != "" && !strings.ContainsRune(role, ' ') {
		add("role:" + strings.ToLower(role))
	}
	if prop := dom.Attr(n, "itemprop"); prop != "" && !strings.ContainsRune(prop, ' ') {
		add("prop:" + strings.ToLower(prop))
	}
	if n.Data != "body" {
		for _, w := range words(n, "c") {
			add(w)
		}
	}
	known[n] = fs
	return fs
}

// words are the groups of the words that the class and the id of n are made of.
// An id that a heading's words make says nothing.
func words(n *html.Node, mark string) []string {
	names := dom.Attr(n, "class")
	if id := dom.Attr(n, "id"); id != "" && !isSlug(n, id) {
		names += " " + id
	}
	var out []string
	for i, name := range strings.Fields(names) {
		if i == 12 || len(name) > 60 {
			continue
		}
		for _, w := range strings.FieldsFunc(kebab(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
			for _, g := range nameGroups()[w] {
				out = append(out, mark+":"+g)
			}
		}
	}
	return out
}

//go:embed names.txt
var namesFile string

var nameGroups = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(namesFile) {
		group, names, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(names) {
			m[w] = append(m[w], group)
		}
	}
	return m
})

// kebab is a name in small letters with a hyphen before each word: mainText is
// main-text.
func kebab(s string) string {
	var b strings.Builder
	small := false
	for _, r := range s {
		if unicode.IsUpper(r) && small {
			b.WriteByte('-')
		}
		small = unicode.IsLower(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// isSlug reports whether an id is made of the words of the heading that it
// marks.
func isSlug(n *html.Node, id string) bool {
	h := n
	if !dom.Is(n, "h1", "h2", "h3", "h4", "h5", "h6") {
		h = nil
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				h = c
				break
			}
		}
		if !dom.Is(h, "h1", "h2", "h3", "h4", "h5", "h6") {
			return false
		}
	}
	a, b := fold(id), fold(dom.Text(h))
	return a != "" && (strings.HasPrefix(a, b) && b != "" || strings.Contains(b, a))
}
