package importer

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
	"unsafe"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/filetype"
)

// Web reads the article at a web address, to show it: a page with all of its
// parts, Markdown or plain text. The sort is told by what the server says and
// by the look of what came. An error is one line that names the address.
func Web(ctx context.Context, c *fetch.Client, address string) (Glance, error) {
	return Hint{}.Web(ctx, c, address)
}

// Web is [Web] with what is known of the article.
func (h Hint) Web(ctx context.Context, c *fetch.Client, address string) (Glance, error) {
	r, err := c.Get(ctx, fetch.Request{URL: address, Public: h.Public, Access: h.Access})
	if err != nil {
		return Glance{}, err
	}
	h.URL, h.Charset, h.ctx = r.URL, r.Charset, ctx
	s := source{name: r.URL, kind: kindOf(r), origin: r.URL, hint: h}
	p := parts{ctx: ctx, client: c, public: !r.Private, hint: h, left: fetch.MaxSize - int64(len(r.Body)), seen: map[string]bool{r.URL: true}}
	if !h.Bookmark {
		s.rest = p.join
	}
	g, err := glanceAt(s, text(r.Body))
	switch {
	case h.Bookmark && g.Bundle == nil:
		return s.bookmark(g.Article), nil
	case err == nil && g.Bundle == nil && isForeign(r.Type) && !filetype.IsPage(g.Original.Data):
		return Glance{}, fmt.Errorf("%s is %s and no text to read: lede add --bookmark keeps its address", r.URL, r.Type)
	case err == nil && g.Article != nil && p.joined:
		g.Original = nil // it is not all that the article was made of
	}
	if g.Bundle != nil && g.Bundle.Kind == FeedBundle {
		g.Bundle.Asked, g.Bundle.Answer = address, r
	}
	if h.Images && err == nil && g.Article != nil {
		g.Images, g.Lost = fetchImages(ctx, c, g.Article, r.URL, !r.Private)
	}
	return g, err
}

// kindOf is a name that tells what came, as the name of a file does.
func kindOf(r *fetch.Response) string {
	switch r.Type {
	case "text/html", "application/xhtml+xml":
		return "page.html"
	case "text/markdown", "text/x-markdown":
		return "text.md"
	case "", "text/plain", "application/octet-stream", "binary/octet-stream":
		if u, err := url.Parse(r.URL); err == nil {
			return path.Base(u.Path)
		}
	}
	return ""
}

// isForeign reports whether a type is one of what nobody reads as an article.
func isForeign(kind string) bool {
	family, what, _ := strings.Cut(kind, "/")
	switch family {
	case "image", "audio", "video", "font", "model":
		return true
	}
	switch what {
	case "css", "javascript", "x-javascript", "json", "calendar", "vcard", "wasm":
		return true
	}
	return false
}

// bookmark makes of an article what is kept of one that is not kept itself: what
// it says of itself, and its address. Without an article, such as a film, the
// address is its title too.
func (s source) bookmark(of *articles.Article) Glance {
	a := articles.Article{}
	if of != nil {
		a = *of
	}
	a.Original = nil // what was not kept is not to come back
	a.Bookmark = true
	a.Origin, a.URL, a.Slug = s.origin, s.origin, ""
	a.Markdown = "<" + a.URL + ">\n"
	if a.Title == "" {
		_, a.Title, _ = strings.Cut(a.URL, "://")
	}
	finish(&a, s)
	return Glance{Article: &a}
}

// errNothing says that a page at an address has no article.
var errNothing = errors.New("has no article in it: lede add --bookmark keeps its title and address")

// text is the data of an answer, which nobody writes to any more, without a copy of it.
func text(data []byte) string {
	return unsafe.String(unsafe.SliceData(data), len(data)) //nolint:gosec // as strings.Builder does
}
