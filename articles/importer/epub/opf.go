package epub

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
)

// item is a file of the manifest.
type item struct {
	id, name   string // name is that in the archive
	kind       string // its media type
	properties string
	fallback   string
}

// reference is a place of a document in the spine.
type reference struct {
	id    string
	apart bool // linear="no": it belongs beside the text
}

// manifest is what the package document says.
type manifest struct {
	at    string // its name
	items map[string]*item
	order []*item // the same, in their order
	spine []reference
	toc   string // id of the NCX

	unique string // id of the identifier that counts
	meta   []*element
}

// mostSpine is how many documents a book may have.
const mostSpine = 20_000

// parsePackage reads a package document.
func parsePackage(at, data string) *manifest {
	m := &manifest{at: at, items: map[string]*item{}}
	inMeta := false
	walk(data, func(e *element) {
		switch strings.ToLower(e.name) {
		case "package":
			m.unique = e.attr["unique-identifier"]
		case "metadata":
			inMeta = true
		case "item":
			if id := e.attr["id"]; m.items[id] == nil {
				m.items[id] = &item{
					id: id, name: resolve(at, e.attr["href"]), kind: strings.ToLower(e.attr["media-type"]),
					properties: " " + e.attr["properties"] + " ", fallback: e.attr["fallback"],
				}
				m.order = append(m.order, m.items[id])
			}
		case "spine":
			m.toc = e.attr["toc"]
		case "itemref":
			if len(m.spine) < mostSpine {
				m.spine = append(m.spine, reference{e.attr["idref"], strings.EqualFold(e.attr["linear"], "no")})
			}
		}
	}, func(e *element) {
		switch {
		case e.name == "metadata":
			inMeta = false
		case inMeta && len(m.meta) < 1000:
			m.meta = append(m.meta, e)
		}
	})
	if len(m.spine) == 0 { // it says no order: that of its list is one
		for _, i := range m.order {
			if strings.Contains(i.kind, "html") && len(m.spine) < mostSpine {
				m.spine = append(m.spine, reference{id: i.id})
			}
		}
	}
	return m
}

// values are the texts of all metadata of a name, each a line.
func (m *manifest) values(name string) []string {
	var out []string
	for _, e := range m.meta {
		if value := line(e.text); e.name == name && value != "" && !slices.Contains(out, value) {
			out = append(out, value)
		}
	}
	return out
}

func (m *manifest) value(name string) string {
	return append(m.values(name), "")[0]
}

// line is a text of one line; old tools wrote entities twice.
func line(s string) string { return articles.CleanLine(html.UnescapeString(s)) }

// refined is what a property of EPUB 3 says of the metadata with an id.
func (m *manifest) refined(id, property string) string {
	for _, e := range m.meta {
		if id != "" && e.attr["refines"] == "#"+id && e.attr["property"] == property {
			return line(e.text)
		}
	}
	return ""
}

// title is the title that says of itself that it is the main one, or else the
// first.
func (m *manifest) title() string {
	for _, e := range m.meta {
		if e.name == "title" && line(e.text) != "" && m.refined(e.attr["id"], "title-type") == "main" {
			return line(e.text)
		}
	}
	return m.value("title")
}

// identifier is what tells the book from all others; empty when it says none.
func (m *manifest) identifier() string {
	first := ""
	for _, e := range m.meta {
		if e.name != "identifier" || line(e.text) == "" {
			continue
		}
		if e.attr["id"] == m.unique {
			return line(e.text)
		}
		first = cmp.Or(first, line(e.text))
	}
	return first
}

// authors are those who made the book, in their order.
func (m *manifest) authors() string {
	const most = 20
	names := m.values("creator")
	return strings.Join(names[:min(most, len(names))], ", ")
}

// fill gives the book what its package says of it.
func (m *manifest) fill(b *Book) {
	b.Title, b.Author, b.Identifier = m.title(), m.authors(), m.identifier()
	b.Language, b.Publisher = m.value("language"), m.value("publisher")
	b.Description = plain(m.value("description"))
	for _, subject := range m.values("subject") {
		for tag := range strings.SplitSeq(subject, ";") {
			if tag = line(tag); tag != "" && len(b.Tags) < 20 && !slices.Contains(b.Tags, tag) {
				b.Tags = append(b.Tags, tag)
			}
		}
	}
	for _, e := range m.meta {
		switch {
		case e.name == "date":
			at, ok := dates.Parse(written(e.text), dates.Unsure)
			event := strings.ToLower(e.attr["event"])
			if ok && event != "modification" && event != "conversion" && (b.Published.IsZero() || event == "publication") {
				b.Published = at
			}
		case e.name == "meta" && strings.HasSuffix(e.attr["property"], "modified") && e.attr["refines"] == "":
			if at, ok := dates.Parse(written(e.text), dates.Unsure); ok {
				b.Updated = at
			}
		}
	}
}

// written is a date as it can be read: of a year alone, its first day.
func written(s string) string {
	s = line(s)
	if year, err := strconv.Atoi(s); err == nil && len(s) == 4 && year > 0 {
		return s + "-01-01"
	}
	return s
}

// plain is the words of a description, that may be HTML.
func plain(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	return articles.CleanLine(dom.Text(root))
}
