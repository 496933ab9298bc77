package epub

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// contents is what the table of contents calls the documents of a book.
type contents map[string][]entry

// entry is a line of the table of contents.
type entry struct {
	label    string
	fragment bool // it leads into the document, not to its start
}

// mostEntries is how many lines a table of contents may have.
const mostEntries = 50_000

// title is what a document is called: by the entry that leads to its start, or
// by the only one that leads into it. Several that do name its sections.
func (c contents) title(name string) string {
	all := c[strings.ToLower(name)]
	for _, e := range all {
		if !e.fragment {
			return e.label
		}
	}
	if len(all) == 1 {
		return all[0].label
	}
	return ""
}

func (c contents) add(from, ref, label string) {
	name := strings.ToLower(resolve(from, ref))
	if label = line(label); name != "" && label != "" && len(label) < 1000 && len(c[name]) < 3 && len(c) < mostEntries {
		c[name] = append(c[name], entry{label, strings.Contains(ref, "#")})
	}
}

// readContents reads the table of contents of EPUB 3, or else that of EPUB 2.
func (r *reader) readContents() {
	r.contents = contents{}
	for _, i := range r.order {
		if strings.Contains(i.properties, " nav ") {
			if data, err := r.read(i.name, mostText); err == nil {
				r.contents.fromNav(i.name, data)
			}
			break
		}
	}
	if len(r.contents) > 0 {
		return
	}
	for _, i := range r.order {
		if i.id == r.toc || i.kind == "application/x-dtbncx+xml" {
			if data, err := r.read(i.name, mostXML); err == nil {
				r.contents.fromNCX(i.name, decode(data))
			}
			return
		}
	}
}

// isNav reports whether a document is the table of contents of EPUB 3.
func (r *reader) isNav(name string) bool {
	for _, i := range r.order {
		if i.name == name {
			return strings.Contains(i.properties, " nav ")
		}
	}
	return false
}

// onlyLists reports whether a page has nothing but lists of what is in the book,
// and headings over them: those are for programs, which show them in their own
// way.
func onlyLists(page *html.Node) bool {
	for c := range dom.Below(page) {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" &&
			dom.Above(c, "nav", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "title") == nil {
			return false
		}
	}
	return dom.First(page, "nav") != nil
}

// fromNav reads a navigation document.
func (c contents) fromNav(name, data string) {
	root, err := parseDocument(data)
	if err != nil {
		return
	}
	nav := dom.Find(root, func(n *html.Node) bool {
		return n.Data == "nav" && strings.Contains(" "+dom.Attr(n, "epub:type")+" ", " toc ")
	})
	if nav == nil {
		nav = dom.First(root, "nav")
	}
	if nav == nil {
		return
	}
	for _, a := range dom.Elements(nav, "a") {
		c.add(name, dom.Attr(a, "href"), headingOf(a))
	}
}

// fromNCX reads the table of contents of EPUB 2.
func (c contents) fromNCX(name, data string) {
	label, inPoint := "", false
	walk(data, func(e *element) {
		switch e.name {
		case "navPoint":
			label, inPoint = "", true
		case "content":
			if inPoint {
				c.add(name, e.attr["src"], label)
			}
		}
	}, func(e *element) {
		switch e.name {
		case "text":
			label = e.text
		case "navMap":
			inPoint = false
		}
	})
}
