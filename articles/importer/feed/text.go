package feed

import (
	"encoding/base64"
	"html"
	"strings"

	"lede/articles"
	"lede/articles/importer/tagsoup"
)

// texts reads the summary and the content of an item.
func (it *Item) texts(n *tagsoup.Node, s scope) {
	it.Summary = textOf(first(n, "description", "summary", "atom:summary", "itunes:summary", "googleplay:description",
		"media:description", "dc:description", "dcterms:abstract", "abstract", "itunes:subtitle"), s)
	if it.Summary.HTML == "" {
		for _, m := range inMedia(n, "media:description") {
			if it.Summary = textOf(m, s); it.Summary.HTML != "" {
				break
			}
		}
	}
	it.Content = content(n, s)
	if it.Content.HTML == "" {
		it.both(n, s)
	}
}

// both reads an item that has a summary and a description beside it: the second
// of them is the text.
func (it *Item) both(n *tagsoup.Node, s scope) {
	var two []Text
	for _, c := range n.All("summary", "description") {
		if t := textOf(c, s); t.HTML != "" {
			two = append(two, t)
		}
	}
	if len(two) == 2 && first(n, "summary") != nil && first(n, "description") != nil {
		it.Summary, it.Content = two[0], two[1]
	}
}

// content is the text of an item, in HTML where it is given in several forms.
func content(n *tagsoup.Node, s scope) Text {
	var best Text
	rank := 0
	for _, c := range n.All("content:encoded", "content", "atom:content", "xhtml:body", "body", "xhtml:div", "fullitem") {
		kind := strings.ToLower(c.Get("type"))
		worth := 2
		switch {
		case c.Get("src") != "":
			continue
		case kind == "" || strings.Contains(kind, "html"):
			worth = 4
		case kind == "text" || kind == "text/plain":
		case isBinary(kind):
			continue
		}
		if worth <= rank {
			continue
		}
		if t := textOf(c, s); t.HTML != "" {
			best, rank = t, worth
		}
	}
	return best
}

func isBinary(kind string) bool {
	for _, lead := range [...]string{"image/", "audio/", "video/", "font/", "application/octet", "application/pdf", "application/zip"} {
		if strings.HasPrefix(kind, lead) {
			return true
		}
	}
	return false
}

func textOf(n *tagsoup.Node, s scope) Text {
	if n == nil {
		return Text{}
	}
	markup := markupOf(n)
	if strings.TrimSpace(markup) == "" {
		return Text{}
	}
	return Text{markup, s.in(n.Attr).base}
}

// markupOf is what n says, as HTML.
func markupOf(n *tagsoup.Node) string {
	kind, mode := strings.ToLower(n.Get("type")), strings.ToLower(n.Get("mode"))
	if n.HasElements() {
		return n.HTML()
	}
	words := n.Words()
	if mode == "base64" || kind != "" && mode == "" && isBase64Type(kind) {
		return fromBase64(words)
	}
	switch {
	case mode == "xml", strings.Contains(kind, "xhtml"):
		if !hasMarkup(words) {
			return html.EscapeString(words)
		}
		return words
	case strings.Contains(kind, "html"):
		return words
	case kind == "text" || kind == "text/plain":
		if !strings.Contains(words, "</") || !hasMarkup(words) { // much HTML is called text
			return paragraphs(words)
		}
		return words
	case hasMarkup(words):
		return words
	}
	return paragraphs(words)
}

// isBase64Type reports whether a content of Atom 1.0 of this type is written in
// base 64 (RFC 4287, 4.1.3.3).
func isBase64Type(kind string) bool {
	return strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "+xml") && !strings.HasSuffix(kind, "/xml")
}

func fromBase64(s string) string {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(s), ""))
	if err != nil {
		return html.EscapeString(s)
	}
	return tagsoup.Decode(string(data), "")
}

// paragraphs is a plain text as HTML: an empty line ends a paragraph, and lines
// stay lines where there are several.
func paragraphs(s string) string {
	s = html.EscapeString(strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")))
	if !strings.Contains(s, "\n") {
		return s
	}
	var b strings.Builder
	for part := range strings.SplitSeq(s, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			b.WriteString("<p>" + strings.ReplaceAll(part, "\n", "<br>\n") + "</p>\n")
		}
	}
	return b.String()
}

// title is that of a feed or an item, on one line.
func title(n *tagsoup.Node) string {
	t := first(n, "title", "atom:title", "media:title", "dc:title", "dcterms:title", "itunes:title")
	if t == nil {
		for _, m := range inMedia(n, "media:title") {
			if s := plain(m); s != "" {
				return s
			}
		}
	}
	return plain(t)
}

// plain is what n says without markup, on one line. Nil says nothing.
func plain(n *tagsoup.Node) string {
	if n == nil {
		return ""
	}
	kind := strings.ToLower(n.Get("type"))
	switch {
	case n.HasElements() || strings.EqualFold(n.Get("mode"), "base64") || isBase64Type(kind):
		return stripped(markupOf(n))
	case strings.Contains(kind, "html"):
		return stripped(literal(markupOf(n)))
	}
	return text(n.Words())
}

// text is a line that may be HTML and does not say so.
func text(s string) string {
	if hasMarkup(s) {
		return stripped(literal(s))
	}
	return articles.CleanLine(s)
}
