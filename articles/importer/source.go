package importer

import (
	"strings"

	"lede/articles"
	"lede/articles/importer/links"
	"lede/articles/importer/webpage"
)

// A source is where the bytes of an article came from.
type source struct {
	name   string // as the reader wrote it, for messages
	kind   string // a name that tells what it is by its end; may be empty
	origin string // see articles.Article
	hint   Hint

	// rest joins the following parts of an article to its first page; nil where
	// they are not at hand.
	rest func(first *webpage.Page) error
}

// age notes when the file of an article was written that says no date.
func (s source) age(a *articles.Article) {
	if a.Published.IsZero() {
		a.FileTime = s.hint.written
	}
}

// original is what an article was made of, of which data is the text.
func (s source) original(data string) *articles.Original {
	o := articles.Original{
		Name: s.name, URL: s.hint.URL, Charset: s.hint.Charset, WholePage: s.hint.WholePage, Reader: s.hint.Reader, Data: data,
	}
	if file, ok := s.file(); ok {
		o.Name = file // whichever way it was named
	} else if articles.IsWeb(s.origin) {
		o.Name = s.kind
	}
	return &o
}

// file is the slash path of the file that the article came from, if any.
func (s source) file() (string, bool) { return strings.CutPrefix(s.origin, "file:") }

// from is where the links in the source lead from.
func (s source) from() links.From { return links.From{Origin: s.origin, Disk: s.hint.disk} }
