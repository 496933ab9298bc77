package facts

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
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
	for n := range dom.Each(root) {
		var texts []string
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "data-") {
				texts = append(texts, a.Val)
			}
		}
		if n.Data == "script" && strings.Contains(dom.Attr(n, "type"), "json") && n.FirstChild != nil {
			texts = append(texts, n.FirstChild.Data)
		}
		for _, text := range texts {
			var state any
			if text = strings.TrimSpace(text); strings.IndexAny(text, "{[") == 0 && json.Unmarshal([]byte(text), &state) == nil {
				best = longest(state, best)
			}
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
			} else if tells("text", strings.ToLower(name)) && (len(s) > len(best) || len(s) == len(best) && s < best) {
				best = s
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
	return bracketTag.ReplaceAllStringFunc(strings.ReplaceAll(s, "\n", "<br>"), func(tag string) string {
		m := bracketTag.FindStringSubmatch(tag)
		name := strings.ToLower(m[2])
		if names := vocabulary()["bracket "+name]; len(names) > 0 {
			name = names[0]
		} else if !tells("bracket", name) {
			if strings.Contains(s, "[/"+m[2]+"]") {
				return ""
			}
			return tag
		}
		if m[3] != "" {
			return "<" + name + ` href="` + html.EscapeString(m[3]) + `">`
		}
		return "<" + m[1] + name + ">"
	})
}
