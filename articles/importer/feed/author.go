package feed

import (
	"net/url"
	"slices"
	"strings"

	"lede/articles/importer/tagsoup"
)

// mostAuthors is how many authors an item may have.
const mostAuthors = 20

// authors are those whom n names, by the first kind of element that names any.
func authors(n *tagsoup.Node, base *url.URL) []Author {
	for _, name := range [...]string{"dc:creator", "author", "atom:author", "dc:author", "dcterms:creator", "itunes:author", "googleplay:author", "media:credit"} {
		var out []Author
		for _, c := range n.All(name) {
			a := author(c, base)
			if a != (Author{}) && len(out) < mostAuthors && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// author reads one, of Atom with elements, or of RSS as a text.
func author(n *tagsoup.Node, base *url.URL) Author {
	if !n.HasElements() {
		return byLine(text(n.Words()))
	}
	a := Author{
		Name:  plain(n.First("name", "atom:name", "foaf:name", "rdf:value", "title", "itunes:name")),
		Email: words(n, "email", "atom:email", "itunes:email"),
		URL:   wholeAddress(base, words(n, "uri", "atom:uri", "url", "atom:url", "homepage")),
	}
	if a == (Author{}) {
		return byLine(n.Words())
	}
	return a
}

// byLine reads "me@example.org (Name)", "Name <me@example.org>" and the like.
func byLine(s string) Author {
	s = strings.TrimPrefix(strings.TrimSpace(s), "mailto:")
	if !strings.Contains(s, "@") {
		return Author{Name: s}
	}
	before, inside, ok := strings.Cut(s, "(")
	if !ok {
		before, inside, ok = strings.Cut(s, "<")
	}
	inside = strings.TrimRight(strings.TrimSpace(inside), ")>")
	before = strings.Trim(strings.TrimSpace(before), `"'`)
	switch {
	case !ok && !strings.Contains(before, " "):
		return Author{Email: before}
	case !ok: // an address and a name side by side
		var a Author
		for word := range strings.FieldsSeq(before) {
			if strings.Contains(word, "@") && a.Email == "" {
				a.Email = strings.Trim(word, ",;")
			} else {
				a.Name = strings.TrimSpace(a.Name + " " + word)
			}
		}
		return a
	case strings.Contains(before, "@"):
		return Author{Name: inside, Email: before}
	}
	return Author{Name: before, Email: strings.TrimPrefix(inside, "mailto:")}
}

// String is what a by-line says of an author.
func (a Author) String() string {
	switch {
	case a.Name != "":
		return a.Name
	case strings.HasPrefix(strings.ToLower(a.Email), "noreply") || strings.HasPrefix(strings.ToLower(a.Email), "no-reply"):
		return ""
	}
	return a.Email
}
