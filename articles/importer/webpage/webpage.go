// Package webpage makes an article of a web page: what the page says of it
// (facts), its text without the page around it (reader), as Markdown (compose).
package webpage

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/charset"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/compose"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/webpage/facts"
	"lede/articles/importer/webpage/reader"
)

// MaxSize is the most that a page may have, in bytes.
const MaxSize = 20 << 20

// ErrNoArticle says that a page has no article in it. What it is called and
// what it says of itself can still be kept.
var ErrNoArticle = errors.New("the page has no article in it")

// Source is a page as it was fetched or saved.
type Source struct {
	Data    string
	URL     string // where it came from; may be empty
	Charset string // what the Content-Type of its answer says; may be empty

	// WholePage keeps all that the page shows, without looking for the article
	// in it.
	WholePage bool
}

// Page is what a page holds.
type Page struct {
	*articles.Article
	Language string // of the page, as it says: "en-GB"
	Next     string // address of the next part of the same article
	Feeds    []Feed
}

// decode turns the bytes of a page into UTF-8. Its server is believed before
// the page itself, as browsers do.
func decode(data, declared string) string {
	return charset.Decode(data, declared, charset.OfPage(data))
}

// Parse reads a page. With [ErrNoArticle] the page has what can be kept as a
// bookmark: title, dek, site and address.
func Parse(src Source) (Page, error) {
	if len(src.Data) > MaxSize {
		return Page{}, fmt.Errorf("the page is over the limit of %d MB", MaxSize>>20)
	}
	if strings.Count(src.Data, "<") > htmldoc.MostTags {
		return Page{}, fmt.Errorf("the page has more than %d tags, which no article has", htmldoc.MostTags)
	}
	root, err := htmldoc.Tree(decode(src.Data, src.Charset))
	if err != nil {
		return Page{}, fmt.Errorf("parse the page: %w", err)
	}
	base := baseOf(root, src.URL)
	f := facts.Read(root, base)
	p := Page{Article: f.Article, Language: f.Language, Feeds: feeds(root, base), Next: next(root, base)}
	notes := tidy.Tree(root, base)
	body := dom.First(root, "body")
	if body == nil {
		body = root
	}
	if !src.WholePage {
		dropPager(body, base)
		asks := asksForPassword(body)
		f.Seen(body)
		page := reader.NewPage(body, f)
		var kept []*reader.Block
		body, kept = page.Article()
		if wall := sayings(f.Window, page, kept).wall(p.Article, asks); wall != nil {
			p.CleanLines()
			return p, wall
		}
	}
	if body != nil {
		p.Markdown = compose.Markdown(body, notes)
	}
	p.CleanLines()
	if !articles.Shows(p.Markdown) {
		return p, ErrNoArticle
	}
	return p, nil
}

// baseOf is what the addresses of a page are seen from.
func baseOf(root *html.Node, address string) *url.URL {
	page, err := url.Parse(tidy.Whole(nil, address))
	if err != nil || !articles.IsWeb(address) {
		page = nil
	}
	if page == nil { // a saved page may still say where it stood
		for l := range dom.Each(root, "link") {
			if href := dom.Attr(l, "href"); facts.HasRel(l, "canonical") && articles.IsWeb(href) {
				page, _ = url.Parse(href)
				break
			}
		}
	}
	b := dom.First(root, "base")
	if b == nil || dom.Attr(b, "href") == "" {
		return page
	}
	base, err := url.Parse(dom.Attr(b, "href"))
	switch {
	case err != nil:
		return page
	case page != nil:
		return page.ResolveReference(base)
	case articles.IsWeb(base.String()):
		return base
	}
	return page
}
