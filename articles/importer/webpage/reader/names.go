package reader

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/facts"
)

//go:embed names.txt
var namesFile string

// nameBook has what words in classes and ids say of an element.
type nameBook struct {
	groups []string          // by bit
	words  map[string]uint32 // the groups of a word, as bits
}

var nameBookOf = sync.OnceValue(func() *nameBook {
	b := &nameBook{words: map[string]uint32{}}
	for line := range strings.Lines(namesFile) {
		group, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			b.words[w] |= 1 << len(b.groups)
		}
		b.groups = append(b.groups, group)
	}
	return b
})

// bits are those of some groups.
func (b *nameBook) bits(groups ...string) uint32 {
	var bits uint32
	for i, g := range b.groups {
		if slices.Contains(groups, g) {
			bits |= 1 << i
		}
	}
	return bits
}

// furnitureNames are the groups that speak of a part of the page, as bits.
var furnitureNames = sync.OnceValue(func() uint32 {
	return nameBookOf().bits("comment", "navigation", "share", "related", "side", "end", "advert", "ask", "form", "hidden")
})

// groupsOf are the groups of the words in the class and the id of n, as bits. A
// name with a small word in it is a phrase of what stands there, as is an id that
// a heading's words make: "comments-on-war" is no list of comments. What follows
// "--" says how an element looks.
func groupsOf(n *html.Node) uint32 {
	const mostNames = 12
	names := dom.Attr(n, "class")
	if id := dom.Attr(n, "id"); id != "" && !isSlug(n, id) {
		names += " " + id
	}
	var bits uint32
	for i, name := range strings.Fields(names) {
		if i < mostNames {
			bits |= nameBookOf().groupsOf(name)
		}
	}
	return bits
}

// groupsOf are the groups of the words in one name, as bits.
func (b *nameBook) groupsOf(name string) uint32 {
	const longest = 60 // bytes
	if len(name) > longest || strings.ContainsAny(name, ":[") || isTaxon(name) {
		return 0
	}
	name, _, _ = strings.Cut(strings.TrimLeft(name, "-"), "--")
	var bits uint32
	for w := range strings.FieldsFuncSeq(kebab(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(smallWords, w) {
			return 0
		}
		bits |= b.words[w]
	}
	return bits
}

// isTaxon reports whether a class says what a post is about, as blogs have it.
func isTaxon(name string) bool {
	return strings.HasPrefix(name, "category-") || strings.HasPrefix(name, "tag-") || strings.HasPrefix(name, "post-type-")
}

var smallWords = []string{"on", "of", "the", "in", "with", "and", "has", "no", "is", "to", "for", "a"}

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

// isSlug reports whether an id is made of the words of the heading that it marks, or
// that stands first in what it marks.
func isSlug(n *html.Node, id string) bool {
	if !dom.IsHeading(n) {
		n = dom.Find(n, func(*html.Node) bool { return true })
	}
	if !dom.IsHeading(n) {
		return false
	}
	a, b := facts.Fold(id), facts.Fold(dom.Text(n))
	return a != "" && (strings.HasPrefix(a, b) && b != "" || strings.Contains(b, a))
}

// elementKinds are the kinds of elements by name and role, of which some say what
// stands in them.
var elementKinds = []string{"article", "main", "section", "nav", "header", "footer", "aside", "form", "list", "table", "figure", "quote", "details", "dialog"}

// kindsByName and kindsByRole are the kinds that other names and roles mean.
var (
	kindsByName = map[string]string{
		"menu": "nav", "fieldset": "form", "label": "form", "button": "form", "select": "form",
		"ul": "list", "ol": "list", "dl": "list", "blockquote": "quote",
	}
	kindsByRole = map[string]string{
		"navigation": "nav", "menu": "nav", "menubar": "nav", "toolbar": "nav", "main": "main", "article": "article", "banner": "header",
		"contentinfo": "footer", "complementary": "aside", "search": "form", "dialog": "dialog", "alertdialog": "dialog",
	}
)

// elementKind is the place of the kind of n in elementKinds, or -1.
func elementKind(n *html.Node) int {
	kind := kindsByRole[dom.Attr(n, "role")]
	if kind == "" {
		kind = kindsByName[n.Data]
	}
	if kind == "" {
		kind = n.Data
	}
	return slices.Index(elementKinds, kind)
}
