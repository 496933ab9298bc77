package facts

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// stateOf is the text that a page holds for its scripts alone: the longest one
// with a name of texts in the JSON of a script or an attribute. A page that shows
// a text itself has none.
func stateOf(root *html.Node) string {
	const shows, least = 100, 80 // bytes
	body := dom.First(root, "body")
	if body == nil || dom.Outweighs(body, shows) {
		return ""
	}
	best := ""
	read := func(text string) {
		var state any
		if text = strings.TrimSpace(text); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
			if json.Unmarshal([]byte(text), &state) == nil {
				best = longest(state, best)
			}
		}
	}
	for _, n := range dom.Elements(root) {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "data-") {
				read(a.Val)
			}
		}
		if n.Data == "script" && strings.Contains(dom.Attr(n, "type"), "json") && n.FirstChild != nil {
			read(n.FirstChild.Data)
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
			if s, ok := v.(string); ok && slices.Contains([]string{"body", "content", "html", "text", "articlebody", "markdown"}, strings.ToLower(name)) {
				if len(s) > len(best) || len(s) == len(best) && s < best {
					best = s
				}
			} else if !ok {
				best = longest(v, best)
			}
		}
	}
	return best
}

var bracketTag = regexp.MustCompile(`(?i)\[(/?)([a-z][a-z0-9]*|\*)(?:=["']?([^\]"']*)["']?)?\]`)

// unbracketed writes the tags of forums, such as [b], as those of HTML; others that
// are closed say nothing.
func unbracketed(s string) string {
	if !strings.Contains(s, "[/") {
		return s
	}
	names := map[string]string{
		"p": "p", "b": "b", "i": "i", "u": "u", "h1": "h1", "h2": "h2", "h3": "h3",
		"url": "a", "list": "ul", "olist": "ol", "*": "li", "quote": "blockquote", "code": "pre",
	}
	return bracketTag.ReplaceAllStringFunc(strings.ReplaceAll(s, "\n", "<br>"), func(tag string) string {
		m := bracketTag.FindStringSubmatch(tag)
		name := names[strings.ToLower(m[2])]
		switch {
		case name == "" && strings.Contains(s, "[/"+m[2]+"]"):
			return ""
		case name == "":
			return tag
		case m[3] != "":
			return "<" + name + ` href="` + html.EscapeString(m[3]) + `">`
		}
		return "<" + m[1] + name + ">"
	})
}
