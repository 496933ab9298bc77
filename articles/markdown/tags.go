package markdown

import (
	"strings"
	"sync"
)

// ShowsTag reports whether an inline tag is none of HTML's and so most likely
// words: "a <name> of yours". Custom elements have a hyphen and are tags;
// elements that may not stand in a text, such as <script>, are shown as well.
func ShowsTag(raw string) bool {
	name := strings.TrimPrefix(TagName(raw), "/")
	if name == "" || strings.ContainsAny(raw, "-:=\n") {
		return false
	}
	_, known := inlineTags()[name]
	return !known
}

var inlineTags = sync.OnceValue(func() map[string]struct{} {
	set := make(map[string]struct{})
	for name := range strings.FieldsSeq(`a abbr acronym address area article aside audio b base bdi bdo big blockquote
		br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
		embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins
		kbd label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture
		pre progress q rp rt ruby s samp search section select slot small source span strike strong sub summary sup svg
		table tbody td template tfoot th thead time tr track tt u ul var video wbr math path g circle rect line`) {
		set[name] = struct{}{}
	}
	return set
})

// Attribute is the value of an attribute of an HTML tag, entities decoded;
// empty when it has none.
func Attribute(tag, name string) string {
	lower := strings.ToLower(tag)
	for at := 0; ; {
		i := strings.Index(lower[at:], name)
		if i < 0 || len(lower) != len(tag) {
			return ""
		}
		at += i + len(name)
		rest := strings.TrimLeft(tag[at:], " \n\t")
		if !strings.HasPrefix(rest, "=") || strings.IndexByte(" \n\t\"'", lower[at-len(name)-1]) < 0 {
			continue
		}
		rest = strings.TrimLeft(rest[1:], " \n\t")
		end := strings.IndexAny(rest, " \n\t>")
		if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
			quote := rest[:1]
			rest = rest[1:]
			end = strings.Index(rest, quote)
		}
		if end < 0 {
			return ""
		}
		return HTMLText(rest[:end])
	}
}
