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
		kbd label legend li link main map mark menu meta meter nav nobr object ol optgroup option output p param picture
		pre progress q rp rt ruby s samp search section select slot small source span strike strong sub summary sup svg
		table tbody td template tfoot th thead time tr track tt u ul var video wbr math path g circle rect line`) {
		set[name] = struct{}{}
	}
	return set
})
