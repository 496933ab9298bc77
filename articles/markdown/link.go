package markdown

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

// MayLink reports whether the source of chunk i looks as if it held a link or
// the mark of a footnote. It parses nothing.
func (d *Document) MayLink(i int) bool {
	src := d.Source[d.Chunks[i].Start:d.Chunks[i].End]
	return strings.ContainsAny(src, "[<@") || strings.Contains(src, "://") || strings.Contains(src, "www.")
}

// NextLink is the number of the nearest chunk that holds a link or the mark of
// a footnote, from chunk i on, or back when dir is negative. It parses what
// may; stop ends the search.
func (d *Document) NextLink(i, dir int, stop func() bool) (int, bool) {
	for ; 0 <= i && i < len(d.Chunks) && !stop(); i += dir {
		if d.MayLink(i) && d.links(i) {
			return i, true
		}
	}
	return 0, false
}

func (d *Document) links(i int) bool {
	root, src := d.AST(i)
	found := false
	_ = ast.Walk(root, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *nodes.Note:
			return ast.WalkSkipChildren, nil // stands at the end of the article
		case *ast.Link, *ast.AutoLink, *nodes.NoteMark:
			found = true
		case *ast.RawHTML:
			tag := string(n.Segments.Value(src))
			found = found || htmltag.Name(tag) == "a" && htmltag.Attribute(tag, "href") != ""
		}
		if found {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}

// Fragment is the offset in the source of what a link such as "#the-measure"
// points to: a heading, by its words as sites commonly make names of them, or
// an element with that id or name.
func (d *Document) Fragment(name string) (offset int, ok bool) {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	seen := make(map[string]int)
	loose := -1
	for _, h := range d.Outline() {
		if h.ID != "" && h.ID == name {
			return h.Offset, true
		}
		slug := headingName(h.Text)
		n := seen[slug]
		seen[slug]++
		if n > 0 {
			slug += "-" + strconv.Itoa(n)
		}
		if slug == strings.ToLower(name) {
			return h.Offset, true
		}
		if loose < 0 && articles.Slug(h.Text) == articles.Slug(name) && articles.Slug(name) != "" {
			loose = h.Offset
		}
	}
	if loose >= 0 {
		return loose, true
	}
	for _, form := range [...]string{`id="%"`, `id='%'`, `name="%"`, `name='%'`, `{#%}`} {
		if at := strings.Index(d.Source, strings.ReplaceAll(form, "%", name)); at >= 0 && name != "" {
			return at, true
		}
	}
	return 0, false
}

// IsNamed reports whether a link such as "#the-measure" may mean a heading of these
// words.
func IsNamed(name, heading string) bool {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	slug := articles.Slug(name)
	return slug != "" && (headingName(heading) == strings.ToLower(name) || articles.Slug(heading) == slug)
}

// headingName is the words of a heading in lower case, hyphens for the blanks,
// without signs: the name that code forges give it.
func headingName(words string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, words)
}
