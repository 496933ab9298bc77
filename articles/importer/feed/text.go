package feed

import (
	"encoding/base64"
	"html"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/tagsoup"
)

// texts reads the summary and the content of an item.
func (it *Item) texts(n *tagsoup.Node, s scope) {
	it.Summary = textOf(first(n, "description", "summary", "atom:summary", "itunes:summary", "googleplay:description",
		"media:description", "dc:description", "dcterms:abstract", "itunes:subtitle"), s)
	if it.Summary.HTML == "" {
		for _, m := range inMedia(n, "media:description") {
			if it.Summary = textOf(m, s); it.Summary.HTML != "" {
				break
			}
		}
	}
	it.Content = content(n, s)
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

// hasMarkup reports whether a text that does not say what it is, is HTML: it
// has a tag of it, or a character by its name or number.
func hasMarkup(s string) bool {
	for at := 0; ; at++ {
		i := strings.IndexAny(s[at:], "<&")
		if i < 0 {
			return false
		}
		at += i
		if s[at] == '&' {
			end := strings.IndexByte(s[at:min(len(s), at+12)], ';')
			if end > 1 && html.UnescapeString(s[at:at+end+1]) != s[at:at+end+1] {
				return true
			}
		} else if isTag(s[at:]) {
			return true
		}
	}
}

// isTag reports whether s begins with a tag of HTML, and not with a sign that
// is smaller than the next.
func isTag(s string) bool {
	name := strings.TrimPrefix(s[1:min(len(s), 20)], "/")
	n := 0
	for n < len(name) && (name[n] >= 'a' && name[n] <= 'z' || name[n] >= 'A' && name[n] <= 'Z' || name[n] >= '1' && name[n] <= '6') {
		n++
	}
	if n == len(name) || !strings.ContainsRune(" \t\r\n/>", rune(name[n])) {
		return strings.HasPrefix(s, "<!--")
	}
	if end := strings.IndexAny(s[1:min(len(s), longestTag)], "<>"); end < 0 || s[1+end] != '>' {
		return false
	}
	_, known := slices.BinarySearch(tagNames[:], strings.ToLower(name[:n]))
	return known
}

// longestTag is how many bytes a tag may have, to be one.
const longestTag = 4000

// parts reports whether s begins with a tag that parts the words at its sides.
func parts(s string) bool {
	name := strings.ToLower(strings.TrimLeft(s[:min(len(s), 14)], "</"))
	for _, inline := range [...]string{"a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
		"samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr"} {
		if rest, ok := strings.CutPrefix(name, inline); ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z') {
			return false
		}
	}
	return true
}

// tagNames are the elements of HTML that texts are made of, in order.
var tagNames = [...]string{
	"a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "big", "blockquote", "body", "br", "button", "caption", "center",
	"cite", "code", "col", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer",
	"form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "li",
	"link", "main", "mark", "math", "meta", "nav", "noscript", "object", "ol", "p", "param", "picture", "pre", "q", "s", "samp", "script",
	"section", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot",
	"th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
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
	if n.HasElements() || strings.Contains(kind, "html") || strings.EqualFold(n.Get("mode"), "base64") || isBase64Type(kind) {
		return stripped(markupOf(n))
	}
	return text(n.Words())
}

// text is a line that may be HTML and does not say so.
func text(s string) string {
	if hasMarkup(s) {
		return stripped(s)
	}
	return articles.CleanLine(s)
}

// stripped is HTML on one line without its tags. What was escaped twice, as
// "&amp;amp;", comes out as it was meant.
func stripped(s string) string {
	var b strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(s[:at])
		s = s[at:]
		switch {
		case s == "":
		case strings.HasPrefix(s, "<!--"):
			_, s, _ = strings.Cut(s, "-->")
		case isTag(s):
			if parts(s) {
				b.WriteByte(' ')
			}
			_, s, _ = strings.Cut(s, ">")
		default:
			b.WriteByte('<')
			s = s[1:]
		}
	}
	line := html.UnescapeString(b.String())
	if again := html.UnescapeString(line); again != line && !strings.Contains(again, "<") {
		line = again
	}
	return articles.CleanLine(line)
}
