package feed

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/tagsoup"
)

// item reads an entry that stands in s.
func item(n *tagsoup.Node, s scope) Item {
	s = s.in(n.Attr)
	link, rels := links(n, s.base)
	it := Item{
		GUID: words(n, "guid", "id", "atom:id", "dc:identifier", "dcterms:identifier"), Link: link,
		Title: title(n), Authors: authors(n, s.base),
		Comments: rels["replies"], Language: nonEmpty(words(n, "language", "dc:language"), s.language),
	}
	if it.GUID == "" {
		it.GUID = n.Get("rdf:about")
	}
	if it.Link == "" {
		it.Link = it.permalink(n)
	}
	if o := words(n, "feedburner:origlink"); articles.IsWeb(o) {
		it.Origin = o
	}
	if c := wholeAddress(s.base, words(n, "comments")); c != "" {
		it.Comments = c
	}
	it.dates(n)
	it.texts(n, s)
	it.Tags = tags(n)
	it.Enclosures = enclosures(n, s.base)
	it.Pictures = pictures(n, s.base)
	if it.Link == "" {
		it.Link = mediaPage(n, s.base)
	}
	if it.Link == "" { // the Channel Definition Format
		it.Link = wholeAddress(s.base, n.Get("href"))
	}
	return it
}

// permalink is the address that an item's name is.
func (it *Item) permalink(n *tagsoup.Node) string {
	if g := n.First("guid"); g != nil && strings.EqualFold(g.Get("ispermalink"), "false") {
		return ""
	}
	if articles.IsWeb(it.GUID) {
		return it.GUID
	}
	return ""
}

// mediaPage is the address of an item that has it nowhere but with its content
// or its film.
func mediaPage(n *tagsoup.Node, base *url.URL) string {
	for _, c := range n.All("content", "atom:content") {
		if src := wholeAddress(base, c.Get("src")); src != "" {
			return src
		}
	}
	for _, m := range append(n.All("media:player"), inMedia(n, "media:player")...) {
		if u := wholeAddress(base, m.Get("url")); u != "" {
			return u
		}
	}
	return ""
}

// links are the page that n is about, and the address of each other relation.
// One of RSS has its address as text, one of Atom as an attribute.
func links(n *tagsoup.Node, base *url.URL) (page string, rels map[string]string) {
	rels = map[string]string{}
	best := 0
	for _, l := range n.Kids {
		if l.Name != "link" && l.Name != "atom:link" {
			continue
		}
		href, worth := nonEmpty(l.Get("href"), l.Get("rdf:resource")), 0
		rel := strings.ToLower(strings.TrimPrefix(l.Get("rel"), "http://www.iana.org/assignments/relation/"))
		kind := strings.ToLower(l.Get("type"))
		switch {
		case href == "":
			href, worth = l.Words(), 5
		case rel != "" && rel != "alternate":
		case kind == "" || strings.HasPrefix(kind, "text/html"), strings.Contains(kind, "xhtml"):
			worth = 4
		case strings.Contains(kind, "rss") || strings.Contains(kind, "atom"):
			worth = 1
		default:
			worth = 3
		}
		at := wholeAddress(scope{base: base}.in(l.Attr).base, href)
		if at == "" {
			continue
		}
		if worth > best {
			page, best = at, worth
		}
		if rels[rel] == "" {
			rels[rel] = at
		}
	}
	return page, rels
}

func (it *Item) dates(n *tagsoup.Node) {
	it.Published = date(n, "pubdate", "published", "atom:published", "issued", "atom:issued", "dcterms:issued", "dc:date",
		"dcterms:created", "created", "atom:created", "dcterms:date", "dc:issued", "dc:created", "date", "pubDate")
	it.Updated = date(n, "updated", "atom:updated", "modified", "atom:modified", "dcterms:modified", "dc:modified", "dc:date")
	if t, ok := dates.Stamp(n.Get("lastmod")); ok && it.Updated.IsZero() {
		it.Updated = t // the Channel Definition Format
	}
	if it.Published.IsZero() {
		it.Published = it.Updated
	}
}

// date is the first of the elements that holds a date.
func date(n *tagsoup.Node, names ...string) time.Time {
	for _, name := range names {
		for _, c := range n.All(name) {
			if t, ok := dates.Stamp(c.Words()); ok {
				return t
			}
		}
	}
	return time.Time{}
}

// mostTags is how many tags an article may have.
const mostTags = 50

func tags(n *tagsoup.Node) []string {
	var out []string
	add := func(tag string) {
		tag = articles.CleanLine(text(tag))
		if tag == "" || len(tag) > 100 || len(out) >= mostTags || articles.IsWeb(tag) ||
			slices.ContainsFunc(out, func(t string) bool { return strings.EqualFold(t, tag) }) {
			return
		}
		out = append(out, tag)
	}
	for _, c := range n.All("category", "atom:category", "dc:subject", "itunes:category") {
		switch term := nonEmpty(c.Get("label"), c.Get("term")); {
		case term != "":
			add(term)
		case c.Get("text") != "":
			add(c.Get("text"))
		default:
			add(c.Words())
		}
	}
	for _, c := range append(n.All("itunes:keywords", "media:keywords"), inMedia(n, "media:keywords")...) {
		for word := range strings.SplitSeq(c.Words(), ",") {
			add(word)
		}
	}
	return out
}

// mostEnclosures is how many files an item may have.
const mostEnclosures = 20

func enclosures(n *tagsoup.Node, base *url.URL) []Enclosure {
	var out []Enclosure
	add := func(ref, kind, title string) {
		at := wholeAddress(base, ref)
		if at == "" || len(out) >= mostEnclosures || slices.ContainsFunc(out, func(e Enclosure) bool { return e.URL == at }) {
			return
		}
		out = append(out, Enclosure{URL: at, Type: strings.ToLower(kind), Title: title})
	}
	for _, e := range n.All("enclosure") {
		add(nonEmpty(e.Get("url"), e.Get("rdf:resource")), e.Get("type"), "")
	}
	for _, l := range n.All("link", "atom:link") {
		if strings.EqualFold(l.Get("rel"), "enclosure") {
			add(l.Get("href"), l.Get("type"), l.Get("title"))
		}
	}
	for _, m := range append(n.All("media:content"), inMedia(n, "media:content")...) {
		kind := nonEmpty(m.Get("type"), m.Get("medium"))
		add(m.Get("url"), kind, plain(m.First("media:title")))
	}
	return out
}

// inMedia are the elements of a name in the groups of media of n, or with one
// medium.
func inMedia(n *tagsoup.Node, name string) []*tagsoup.Node {
	var out []*tagsoup.Node
	for _, g := range n.All("media:group", "media:content") {
		out = append(out, g.All(name)...)
		for _, c := range g.All("media:content") {
			out = append(out, c.All(name)...)
		}
	}
	return out
}

// words is the text of the first of the elements that has any.
func words(n *tagsoup.Node, names ...string) string {
	if c := first(n, names...); c != nil {
		return c.Words()
	}
	return ""
}

// first is the first of the elements that has a word or an element in it, those
// of the names before preferred; nil when there is none.
func first(n *tagsoup.Node, names ...string) *tagsoup.Node {
	for _, name := range names {
		for _, c := range n.All(name) {
			if c.HasElements() || c.Words() != "" {
				return c
			}
		}
	}
	return nil
}
