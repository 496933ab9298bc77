package webpage

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/webpage/facts"
)

// Feed is one that a page points to.
type Feed struct {
	Title string
	URL   string
	Type  string // its media type: "application/rss+xml"
}

// Feeds finds the feeds that a page points to, in its order ("RSS
// Autodiscovery", RSS Advisory Board).
func Feeds(src Source) []Feed {
	root, err := htmldoc.Tree(decode(src.Data[:min(len(src.Data), MaxSize)], src.Charset))
	if err != nil {
		return nil
	}
	return feeds(root, baseOf(root, src.URL))
}

func feeds(root *html.Node, base *url.URL) []Feed {
	var out []Feed
	known := map[string]bool{}
	for l := range dom.Each(root, "link", "a") {
		kind, _, _ := strings.Cut(strings.ToLower(dom.Attr(l, "type")), ";")
		kind = strings.TrimSpace(kind)
		if !facts.HasRel(l, "alternate") && !facts.HasRel(l, "feed") || !isFeed(kind) && !facts.HasRel(l, "feed") {
			continue
		}
		address := tidy.Whole(base, dom.Attr(l, "href"))
		if address == "" || known[address] || strings.Contains(address, "/oembed") || strings.Contains(address, "/wp-json/") {
			continue
		}
		known[address] = true
		out = append(out, Feed{Title: articles.CleanLine(dom.Attr(l, "title")), URL: articles.CleanLine(address), Type: kind})
	}
	return out
}

func isFeed(kind string) bool {
	switch kind {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml", "text/xml", "application/xml":
		return true
	}
	return false
}
