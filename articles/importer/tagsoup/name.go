package tagsoup

import "strings"

// binding is a prefix with what it is called here.
type binding struct{ prefix, short string }

// shorts are what the well-known vocabularies are called, by a part of their
// address, whatever prefix a document has for them. RSS has no prefix.
var shorts = [...]struct{ part, short string }{
	{"/rss/1.0/modules/content", "content"},
	{"/rss/1.0/modules/slash", "slash"},
	{"/rss/1.0/modules/syndication", "sy"},
	{"/rss/1.0/modules/wiki", "wiki"},
	{"/rss/1.0/modules/annotate", "annotate"},
	{"/dc/elements/", "dc"},
	{"/dc/terms", "dcterms"},
	{"/2005/atom", "atom"},
	{"purl.org/atom/ns", "atom"},
	{"purl.org/echo", "atom"},
	{"purl.org/pie", "atom"},
	{"example.com/newformat", "atom"},
	{"example.com/necho", "atom"},
	{"of/echo/namespace", "atom"},
	{"22-rdf-syntax-ns", "rdf"},
	{"itunes.com/dtds", "itunes"},
	{"example.com/dtds/podcast", "itunes"},
	{"googleplay/podcasts", "googleplay"},
	{"podcastindex", "podcast"},
	{"yahoo.com/mrss", "media"},
	{"1999/xhtml", "xhtml"},
	{"syndication/thread", "thr"},
	{"wellformedweb", "wfw"},
	{"feedburner", "feedburner"},
	{"2000/svg", "svg"},
	{"math/mathml", "mathml"},
	{"my.netscape.com", ""},
	{"channel.netscape.com", ""},
	{"userland.com", ""},
	{"purl.org/rss/1.0/", ""},
	{"purl.org/net/rss1.1", ""},
}

// shortOf is what a vocabulary is called that a document binds a prefix to.
func shortOf(prefix, address string) string {
	address = strings.ToLower(address)
	for _, s := range shorts {
		if strings.Contains(address, s.part) {
			return s.short
		}
	}
	return prefix
}

// bind makes note of the prefixes that a tag declares, and returns how many.
func (r *Reader) bind(attrs []Attr) int {
	n := 0
	for _, a := range attrs {
		prefix, ok := strings.CutPrefix(a.Name, "xmlns:")
		if !ok && a.Name != "xmlns" || len(r.bindings) >= mostBindings {
			continue
		}
		if a.Name == "xmlns" {
			prefix = ""
		}
		r.bindings = append(r.bindings, binding{prefix, shortOf(prefix, a.Value)})
		n++
	}
	return n
}

const mostBindings = 200

// named is the name of an element by its vocabulary: "dc:date", and "title"
// for one of RSS or of none that is known.
func (r *Reader) named(name string) string {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	short := prefix
	for i := len(r.bindings) - 1; i >= 0; i-- {
		if r.bindings[i].prefix == prefix {
			short = r.bindings[i].short
			break
		}
	}
	switch {
	case short == prefix:
		return name
	case short == "":
		return local
	}
	return short + ":" + local
}
