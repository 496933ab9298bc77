package importer

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/address"
	"lede/articles/importer/fetch"
	"lede/articles/importer/webpage"
)

// mostParts is how many pages one article may be spread over.
const mostParts = 20

// Web reads the article at a web address, to show it: a page with all of its
// parts, Markdown or plain text. The sort is told by what the server says and
// by the look of what came. An error is one line that names the address.
func Web(ctx context.Context, c *fetch.Client, address string) (Glance, error) {
	return Hint{}.Web(ctx, c, address)
}

// Web is [Web] with what is known of the article.
func (h Hint) Web(ctx context.Context, c *fetch.Client, address string) (Glance, error) {
	r, err := c.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		return Glance{}, err
	}
	h.URL, h.Charset = r.URL, r.Charset
	s := source{name: r.URL, kind: kindOf(r), origin: r.URL, hint: h}
	p := parts{ctx: ctx, client: c, public: !r.Private, hint: h, left: fetch.MaxSize - int64(len(r.Body)), seen: map[string]bool{r.URL: true}}
	if !h.Bookmark {
		s.rest = p.join
	}
	g, err := glanceAt(s, text(r.Body))
	switch {
	case h.Bookmark && g.Bundle == nil:
		return s.bookmark(g.Article), nil
	case err == nil && g.Article != nil && p.joined:
		g.Original = nil // it is not all that the article was made of
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

// parts fetches the parts of an article that is spread over several pages.
type parts struct {
	ctx    context.Context
	client *fetch.Client
	public bool // the first page is one of the public web
	hint   Hint
	left   int64 // of the size that all of them may have
	seen   map[string]bool
	joined bool
}

// join puts the following parts behind the first. A part that there is not, or
// that has nothing new in it, ends the article; one that does not come now is an
// error, for an article that ends in the middle is none.
func (p *parts) join(first *webpage.Page) error {
	texts := []string{first.Markdown}
	next := first.Next
	for n := 2; n <= mostParts && next != "" && !p.seen[address.Kept(next)]; n++ {
		p.seen[address.Kept(next)] = true
		page, err := p.part(next)
		if err != nil || page == nil {
			return err
		}
		for _, have := range texts {
			if have == page.Markdown {
				return nil
			}
		}
		texts = append(texts, page.Markdown)
		p.joined = true
		first.Markdown = strings.TrimRight(first.Markdown, "\n") + "\n\n" + renumbered(page.Markdown, n)
		next = page.Next
	}
	return nil
}

// part is the page at an address; nil when there is no part of an article.
func (p *parts) part(at string) (*webpage.Page, error) {
	if p.left <= 0 {
		return nil, nil
	}
	r, err := p.client.Get(p.ctx, fetch.Request{URL: at, Limit: p.left, Public: p.public})
	if refused, ok := errors.AsType[*fetch.Error](err); ok && refused.Status >= 400 && refused.Status < 429 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if r.URL != address.Kept(at) && p.seen[r.URL] || host(r.URL) != host(at) {
		return nil, nil
	}
	p.seen[r.URL] = true
	p.left -= int64(len(r.Body))
	page, err := webpage.Parse(webpage.Source{Data: text(r.Body), URL: r.URL, Charset: r.Charset, WholePage: p.hint.WholePage})
	if errors.Is(err, webpage.ErrNoArticle) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", r.URL, err)
	}
	return &page, nil
}

func host(at string) string {
	u, err := url.Parse(at)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

var noteStart = regexp.MustCompile(`(?m)^\[\^([^\]\s]+)\]:`)

// renumbered gives the footnotes of part n names that no other part has.
func renumbered(text string, n int) string {
	var pairs []string
	for _, found := range noteStart.FindAllStringSubmatch(text, -1) {
		label := found[1]
		pairs = append(pairs, "[^"+label+"]", "[^"+strconv.Itoa(n)+"-"+label+"]")
	}
	return strings.NewReplacer(pairs...).Replace(text)
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
