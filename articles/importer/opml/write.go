package opml

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"lede/articles"
)

// Write writes the list as OPML 2.0. [Parse] reads it back: the feeds, their
// switches and folders, and the order in each.
func (l *List) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString(xml.Header + "<opml version=\"2.0\" xmlns:lede=\"" + namespace + "\">\n  <head>\n    <title>" + escaped(l.Title) + "</title>\n  </head>\n  <body>\n")
	tree := folder{}
	for i := range l.Feeds {
		f := &l.Feeds[i]
		if len(f.Folders) == 0 {
			tree.put(f, nil)
		}
		for _, path := range f.Folders {
			if !isCategory(path) {
				tree.put(f, path)
			}
		}
	}
	tree.write(&b, "    ")
	b.WriteString("  </body>\n</opml>\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write the list of feeds: %w", err)
	}
	return nil
}

// folder is what stands in one: feeds and folders, in the order of their first.
type folder struct {
	name  string
	order []any // *Feed or *folder
	named map[string]*folder
}

func (d *folder) put(f *Feed, path []string) {
	for _, name := range path {
		in := d.named[name]
		if in == nil {
			in = &folder{name: name}
			if d.named == nil {
				d.named = map[string]*folder{}
			}
			d.named[name] = in
			d.order = append(d.order, in)
		}
		d = in
	}
	d.order = append(d.order, f)
}

func (d *folder) write(b *strings.Builder, indent string) {
	for _, one := range d.order {
		switch x := one.(type) {
		case *folder:
			name := escaped(x.name)
			b.WriteString(indent + `<outline text="` + name + `" title="` + name + "\">\n")
			x.write(b, indent+"  ")
			b.WriteString(indent + "</outline>\n")
		case *Feed:
			title := escaped(x.Title)
			if title == "" {
				title = escaped(x.URL)
				b.WriteString(indent + `<outline type="rss" text="` + title + `"`)
			} else {
				b.WriteString(indent + `<outline type="rss" text="` + title + `" title="` + title + `"`)
			}
			b.WriteString(` xmlUrl="` + escaped(x.URL) + `"`)
			if x.Site != "" {
				b.WriteString(` htmlUrl="` + escaped(x.Site) + `"`)
			}
			if categories := x.categories(); categories != "" {
				b.WriteString(` category="` + escaped(categories) + `"`)
			}
			b.WriteString(x.own() + "/>\n")
		}
	}
}

// categories are those of a feed as an attribute has them; a comma or a slash
// would part a name.
func (f *Feed) categories() string {
	var out []string
	for _, path := range f.Folders {
		if !isCategory(path) {
			continue
		}
		var names []string
		for _, name := range path[1:] {
			names = append(names, strings.NewReplacer(",", " ", "/", " ").Replace(name))
		}
		joined := strings.Join(names, "/")
		if len(names) > 1 {
			joined = "/" + joined
		}
		out = append(out, joined)
	}
	return strings.Join(out, ",")
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(articles.CleanLine(s))) // a builder takes all
	return b.String()
}
