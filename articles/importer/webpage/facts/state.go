package facts

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/lazy"
)

// stateOf is the text that a page holds for its scripts alone: the longest one
// with a name of texts in the JSON of a script or an attribute. A page that shows
// a text itself has none.
func stateOf(root *html.Node) string {
	const shows, least = 100, 80 // bytes
	if body := dom.First(root, "body"); body == nil || dom.Outweighs(body, shows) {
		return ""
	}
	best := ""
	look := func(text string) {
		var state any
		if text = strings.TrimSpace(text); strings.IndexAny(text, "{[") == 0 && json.Unmarshal([]byte(text), &state) == nil {
			best = longest(state, best)
		}
	}
	for n := range dom.Each(root) {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "data-") {
				look(a.Val)
			}
		}
		if n.Data == "script" && strings.Contains(dom.Attr(n, "type"), "json") && n.FirstChild != nil {
			look(n.FirstChild.Data)
		}
	}
	if len(best) < least {
		return ""
	}
	return unbracketed(best)
}

// longest is the longest text in what JSON says, or best when none is longer.
func longest(state any, best string) string {
	switch state := state.(type) {
	case []any:
		for _, v := range state {
			best = longest(v, best)
		}
	case map[string]any:
		for name, v := range state {
			if s, ok := v.(string); !ok {
				best = longest(v, best)
			} else if isNamed("text", strings.ToLower(name)) && (len(s) > len(best) || len(s) == len(best) && s < best) {
				best = s
			}
		}
	}
	return best
}

// The tags of forums that those of HTML are called as, links, and those of other
// things: what opens them has a value, or else what closes them is seen.
var (
	sameTag   = &lazy.Regexp{Source: `(?i)\[(/?(?:p|b|i|u|h[1-6]))\]`}
	linkTag   = &lazy.Regexp{Source: `(?i)\[url=["']?([^\]"'<>]*)["']?\]`}
	otherTag  = &lazy.Regexp{Source: `(?i)\[(?:/[a-z]\w*|[a-z]\w*=[^\]]*|img)\]`}
	otherTags = strings.NewReplacer("\n", "<br>", "[*]", "<li>", "[list]", "<ul>", "[/list]", "</ul>", "[/url]", "</a>",
		"[quote]", "<blockquote>", "[/quote]", "</blockquote>", "[code]", "<pre>", "[/code]", "</pre>")
)

// unbracketed writes the tags of forums, such as [b], as those of HTML.
func unbracketed(s string) string {
	if !strings.Contains(s, "[/") {
		return s
	}
	s = sameTag.Get().ReplaceAllString(otherTags.Replace(s), "<$1>")
	return otherTag.Get().ReplaceAllString(linkTag.Get().ReplaceAllString(s, `<a href="$1">`), "")
}
