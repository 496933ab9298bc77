package tidy

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// drawings makes pictures of those drawings in the page that say what they show.
// Labels in a drawing are nothing without their places.
func drawings(root *html.Node) {
	for _, n := range dom.Elements(root, "svg") {
		if dom.Attr(n, "role") != "img" || isIcon(n) || dom.IsHidden(n) {
			continue
		}
		picture := dom.New("img", "")
		for c := range n.ChildNodes() {
			switch c.Data {
			case "title":
				dom.Set(picture, "alt", dom.Text(c))
			case "desc":
				dom.Set(picture, "title", dom.Text(c))
			}
		}
		if label := dom.Attr(n, "aria-label"); label != "" {
			dom.Set(picture, "alt", label)
		}
		dom.Replace(n, picture)
	}
}

// isIcon reports whether a drawing is as small as a letter, or that of a link or of a
// button.
func isIcon(n *html.Node) bool {
	const most = 48 // pixels
	width, err := strconv.ParseFloat(strings.TrimSuffix(dom.Attr(n, "width"), "px"), 64)
	return err == nil && width <= most || strings.HasSuffix(dom.Attr(n, "width"), "em") || dom.Above(n, "a", "button", "label", "summary", "nav") != nil
}
