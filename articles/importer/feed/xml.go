package feed

import (
	"net/url"
	"strings"

	"lede/articles/importer/tagsoup"
)

// isRoot reports whether an element is what feeds begin with.
func isRoot(name string) bool {
	switch name {
	case "rss", "rdf:rdf", "rdf", "feed", "atom:feed", "channel":
		return true
	}
	return false
}

// isEntry reports whether t begins an entry of Atom, which may be a document of
// its own (RFC 4287, 2).
func isEntry(t tagsoup.Token) bool {
	return t.Name == "atom:entry" || t.Name == "entry" && strings.Contains(tagsoup.Get(t.Attr, "xmlns"), "Atom")
}

func isItem(name string) bool { return name == "item" || name == "entry" || name == "atom:entry" }

// ends says which elements of a feed cannot hold others: an item stands in
// nothing but a feed, most that an item says of itself holds a text alone, and a
// title holds no more than the markup of texts.
func ends(open, name string) bool {
	if name == "item" || name == "entry" {
		return !isRoot(open) && open != "items" && !holdsOthers(open)
	}
	switch strings.TrimPrefix(open, "atom:") {
	case "link", "guid", "pubdate", "category", "comments", "id", "updated", "published", "issued", "modified", "created", "dc:creator", "dc:date":
		return true
	case "title":
		prefix, _, ok := strings.Cut(name, ":")
		return ok && prefix != "xhtml" && prefix != "html" && prefix != "h" && prefix != "svg" || tellsOfItem(name)
	}
	return false
}

// holdsOthers reports whether an element of another vocabulary may hold items of
// its own, such as an older state of the item that it stands in. Those that hold
// a text alone do not.
func holdsOthers(open string) bool {
	vocabulary, _, ok := strings.Cut(open, ":")
	switch vocabulary {
	case "atom", "content", "dc", "dcterms", "feedburner", "googleplay", "itunes", "media", "rdf", "slash", "sy", "wfw":
		return false
	}
	return ok
}

// tellsOfItem reports whether an element is one that an item or a feed has beside
// its title, and HTML does not have.
func tellsOfItem(name string) bool {
	switch name {
	case "link", "guid", "pubdate", "description", "category", "comments", "id", "updated", "published", "issued", "modified", "created",
		"content", "subtitle", "author", "enclosure", "language", "copyright", "generator", "tagline", "image", "rights", "summary", "source":
		return true
	}
	return false
}

// start is where the XML of a document begins: behind what a server or a
// program put before it.
func start(text string) string {
	head := text[:min(len(text), 4<<10)]
	first := -1
	for _, sign := range [...]string{"<?xml", "<!--", "<!DOCTYPE", "<rss", "<feed", "<rdf:RDF", "<entry", "<atom:"} {
		if at := strings.Index(head, sign); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return text[max(0, first):]
}

// isXML reports whether the beginning of a document is that of a feed.
func isXML(data string) bool {
	const far, elements = 64 << 10, 4
	data = strings.TrimLeft(data, " \t\r\n") // some servers send blank lines first
	head := data[:min(len(data), far)]
	if !strings.Contains(head[:min(len(head), 1<<10)], "<") {
		return strings.HasPrefix(head, "\x4c\x6f\xa7\x94") && isXML(tagsoup.Decode(head, ""))
	}
	head = start(strings.TrimLeft(tagsoup.Decode(head, ""), " \t\r\n"))
	if !strings.HasPrefix(head, "<") {
		return false
	}
	r := tagsoup.NewReader(head)
	for n := 0; n < elements; {
		switch t := r.Next(); {
		case t.Kind == tagsoup.EOF:
			return false
		case t.Kind != tagsoup.Start:
		case n == 0 && (t.Name == "channel" || isEntry(t)):
			return true
		case isRoot(t.Name):
			return t.Name != "channel"
		case t.Name == "opml":
			return false
		default:
			n++
		}
	}
	return false
}

// parser reads a feed in XML.
type parser struct {
	*tagsoup.Reader
	feed  *Feed
	head  tagsoup.Node // what the feed says of itself
	scope []scope      // of the elements that hold it
	found bool
}

// scope is what holds for the elements in another.
type scope struct {
	base     *url.URL
	language string
}

// in is the scope of what stands in an element with these attributes.
func (s scope) in(attrs []tagsoup.Attr) scope {
	if b := tagsoup.Get(attrs, "xml:base"); b != "" {
		if u := whole(s.base, b); u != nil {
			s.base = u
		}
	}
	if l := tagsoup.Get(attrs, "xml:lang"); l != "" {
		s.language = l
	}
	return s
}

func parseXML(text string, base *url.URL) (*Feed, error) {
	p := parser{Reader: tagsoup.NewReader(start(text)), feed: &Feed{}, scope: []scope{{base: base}}}
	p.Ends = ends
	for {
		t := p.Next()
		switch t.Kind {
		case tagsoup.EOF:
			if !p.found {
				return nil, ErrNoFeed
			}
			if p.feed.base == nil {
				p.feed.base = base
			}
			p.close()
			return p.feed, nil
		case tagsoup.Start:
			p.element(t)
		case tagsoup.End:
			if len(p.scope) > 1 {
				p.scope = p.scope[:len(p.scope)-1]
			}
		}
	}
}

// mostHead is how many elements a feed may have to speak of itself.
const mostHead = 500

// element reads one that stands in none but what holds a feed.
func (p *parser) element(t tagsoup.Token) {
	now := p.scope[len(p.scope)-1].in(t.Attr)
	p.found = p.found || isEntry(t)
	switch {
	case isRoot(t.Name):
		p.found = true
		if p.feed.Link == "" { // the Channel Definition Format
			p.feed.Link = wholeAddress(now.base, tagsoup.Get(t.Attr, "href"))
		}
		p.scope = append(p.scope, now)
		p.feed.base = now.base
		if now.language != "" && p.feed.Language == "" {
			p.feed.Language = now.language
		}
	case !p.found: // what came before is no feed, but one may be in it
		p.scope = append(p.scope, now)
	case isItem(t.Name):
		if len(p.feed.Items) >= MaxItems {
			p.feed.Left++
			p.pass()
			return
		}
		around := p.scope[len(p.scope)-1]
		if around.base == nil {
			around.base = p.site()
		}
		p.feed.Items = append(p.feed.Items, item(p.Tree(t), around))
	case t.Name == "items", t.Name == "textinput", len(p.head.Kids) >= mostHead:
		p.pass()
	default:
		n := p.Tree(t)
		p.head.Kids = append(p.head.Kids, n)
	}
}

// pass reads to the end of the element that has just begun.
func (p *parser) pass() {
	for depth := 1; depth > 0; {
		switch p.Next().Kind {
		case tagsoup.EOF:
			return
		case tagsoup.Start:
			depth++
		case tagsoup.End:
			depth--
		}
	}
}

// site is the page of the feed, as far as it is known; nil when it is not.
func (p *parser) site() *url.URL {
	link, rels := links(&p.head, nil)
	return whole(nil, nonEmpty(link, rels["self"]))
}

// close reads what the feed says of itself.
func (p *parser) close() {
	f, n := p.feed, &p.head
	s := scope{base: f.base, language: f.Language}
	link, rels := links(n, s.base)
	f.Link = nonEmpty(link, f.Link)
	if f.base == nil {
		f.base = whole(nil, link)
		s.base = f.base
	}
	f.Title = title(n)
	f.Description = plain(first(n, "description", "subtitle", "atom:subtitle", "tagline", "atom:tagline", "itunes:summary",
		"itunes:subtitle", "googleplay:description", "media:description", "dc:description", "abstract"))
	if l := n.First("language", "dc:language"); l != nil && l.Words() != "" {
		f.Language = l.Words()
	}
	f.Authors = authors(n, s.base)
	f.Self, f.Hub, f.Next = rels["self"], rels["hub"], rels["next"]
	f.Updated = date(n, "updated", "atom:updated", "modified", "atom:modified", "lastbuilddate", "pubdate", "dc:date")
	f.Image = image(n, s.base)
}

func image(n *tagsoup.Node, base *url.URL) string {
	if i := n.First("image"); i != nil {
		if u := i.First("url", "link"); u != nil && u.Words() != "" {
			return wholeAddress(base, u.Words())
		}
	}
	for _, name := range [...]string{"logo", "atom:logo", "icon", "atom:icon"} {
		if i := n.First(name); i != nil {
			return wholeAddress(base, i.Words())
		}
	}
	for _, name := range [...]string{"itunes:image", "googleplay:image", "media:thumbnail"} {
		if i := n.First(name); i != nil {
			return wholeAddress(base, nonEmpty(i.Get("href"), i.Get("url")))
		}
	}
	return ""
}

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
