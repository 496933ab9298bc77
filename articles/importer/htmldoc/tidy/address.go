package tidy

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// Addresses makes the addresses below root whole, finds those of pictures that
// a script would have loaded, drops pictures that only count readers, and makes
// links of players.
func Addresses(root *html.Node, base *url.URL) {
	for _, n := range dom.Elements(root) {
		switch n.Data {
		case "a":
			href := dom.Attr(n, "href")
			if isPermalink(n, href) {
				dom.Remove(n)
			} else if strings.HasPrefix(href, "#") && dom.Above(n, "h1", "h2", "h3", "h4", "h5", "h6") != nil {
				dom.Unwrap(n) // it leads to itself, or back to the table of contents
			} else if href != "" {
				dom.Set(n, "href", Whole(base, href))
			}
		case "amp-img", "amp-anim":
			dom.Rename(n, "img")
			picture(n, base)
		case "img":
			picture(n, base)
		default:
			player(n, base)
		}
	}
}

// isPermalink reports whether a link is the sign beside a heading that leads to
// the heading itself.
func isPermalink(n *html.Node, href string) bool {
	if !strings.Contains(href, "#") {
		return false
	}
	switch dom.Text(n) {
	case "¶", "#", "§", "🔗", "permalink", "Permalink", "Link to this heading", "Permanent link":
		return true
	}
	return false
}

// Whole is an address as seen from base, without what follows a reader about;
// empty when it leads nowhere or runs a script.
func Whole(base *url.URL, ref string) string {
	ref = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return -1
		}
		return r
	}, strings.TrimSpace(ref))
	scheme, _, ok := strings.Cut(ref, ":")
	if ok && !strings.ContainsAny(scheme, "/?#.") {
		switch strings.ToLower(strings.Map(visible, scheme)) {
		case "javascript", "data", "vbscript", "blob", "about":
			return ""
		}
	}
	if strings.HasPrefix(ref, "#") {
		return ref
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	articles.Untrack(u)
	return u.String()
}

func visible(r rune) rune {
	if r <= ' ' {
		return -1
	}
	return r
}

// lazy are the attributes that scripts keep the address of a picture in.
var lazy = []string{"data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-full-src", "data-url", "data-image", "data-img-src", "data-original-src", "data-actualsrc", "data-echo"}

func picture(n *html.Node, base *url.URL) {
	src := dom.Attr(n, "src")
	if src == "" || strings.HasPrefix(src, "data:") || isPlaceholder(src) {
		if better := lazyAddress(n); better != "" {
			src = better
		}
	}
	if src != "" {
		src = Whole(base, src)
	}
	if strings.HasPrefix(src, "#") || base != nil && src == base.String() {
		src = ""
	}
	if src == "" && articles.MeasureText(dom.Attr(n, "alt")).Total() < 2 || isPixel(n, src) {
		dom.Remove(n)
		return
	}
	dom.Set(n, "src", src) // one without an address still has its words, if it is no icon
}

func isPlaceholder(src string) bool {
	return dom.Holds(strings.ToLower(src), "placeholder", "blank.", "spacer", "lazy", "loading", "transparent", "1x1", "pixel")
}

func lazyAddress(n *html.Node) string {
	for _, name := range lazy {
		if src := dom.Attr(n, name); src != "" && !strings.HasPrefix(src, "data:") {
			return src
		}
	}
	sets := []string{dom.Attr(n, "srcset"), dom.Attr(n, "data-srcset"), dom.Attr(n, "data-lazy-srcset")}
	if dom.Is(n.Parent, "picture") {
		for _, s := range dom.Elements(n.Parent, "source") {
			sets = append(sets, dom.Attr(s, "srcset"), dom.Attr(s, "data-srcset"))
		}
	}
	for _, set := range sets {
		if src := largest(set); src != "" {
			return src
		}
	}
	return ""
}

// largest is the address of the largest picture of a srcset.
func largest(set string) string {
	best, most := "", -1.0
	for part := range strings.SplitSeq(set, ", ") {
		words := strings.Fields(strings.TrimSuffix(strings.TrimSpace(part), ","))
		if len(words) == 0 || strings.HasPrefix(words[0], "data:") {
			continue
		}
		size := 0.0
		if len(words) > 1 {
			size, _ = strconv.ParseFloat(strings.TrimRight(words[1], "wxh"), 64)
		}
		if size > most {
			best, most = words[0], size
		}
	}
	return best
}

// isPixel reports whether a picture is there to count readers.
func isPixel(n *html.Node, src string) bool {
	tiny := func(name string) bool {
		v := strings.TrimSuffix(dom.Attr(n, name), "px")
		return v == "0" || v == "1"
	}
	return tiny("width") && (tiny("height") || !dom.Has(n, "height")) || tiny("height") && !dom.Has(n, "width") ||
		dom.Holds(src, "doubleclick.net/", "facebook.com/tr?", "scorecardresearch.com/", "google-analytics.com/", "pixel.wp.com/", "feedburner.com/~r/", "feeds.feedburner.com/~", "quantserve.com/", "/b.gif?", "pixel.quantserve")
}
