// Package htmltag reads tags of HTML one by one: names, attributes, and whether
// what stands in a text is a tag at all. It knows no tree of them.
package htmltag

import (
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/util"
)

// BreaksLine reports whether what stands behind a tag within a line begins a line
// of its own: behind a <br>, and before and behind each block and cell.
func BreaksLine(tag string) bool {
	name := strings.TrimPrefix(Name(tag), "/")
	return IsBlock(name) || IsCell(name)
}

// Name is the name of an HTML tag in lower case, with a slash before it
// when it closes: "em", "/em". It is empty for a comment and the like.
func Name(tag string) string {
	s := strings.TrimPrefix(tag, "<")
	end := 0
	if strings.HasPrefix(s, "/") {
		end++
	}
	for end < len(s) && util.IsAlphaNumeric(s[end]) {
		end++
	}
	return strings.ToLower(s[:end])
}

// Shows reports whether an inline tag is none of HTML's and so most likely
// words: "a <name> of yours". Custom elements have a hyphen and are tags;
// elements that may not stand in a text, such as <script>, are shown as well.
func Shows(raw string) bool {
	name := strings.TrimPrefix(Name(raw), "/")
	if name == "" || strings.ContainsAny(raw, "-:=\n") {
		return false
	}
	return !IsKnown(name)
}

// IsKnown reports whether HTML has an element of this name, so that what looks like
// its tag within a line is one.
func IsKnown(name string) bool {
	_, known := inlineTags()[name]
	return known
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
		return Text(rest[:end])
	}
}

// Said is what a tag shows that has no words between it and another: the box of a
// task, what stands in a field, the label of a group of choices.
func Said(tag string) string {
	switch Name(tag) {
	case "optgroup":
		return Attribute(tag, "label") + " "
	case "input":
		switch strings.ToLower(Attribute(tag, "type")) {
		case "checkbox":
			if _, checked := Lookup(tag, "checked"); checked {
				return "☑ "
			}
			return "☐ "
		case "", "text", "button", "submit", "reset", "number", "date", "time", "search", "url", "email", "tel":
			return Attribute(tag, "value")
		}
	}
	return ""
}

// Lookup is [Attribute] that tells too whether the tag has it, be it without a value.
func Lookup(tag, name string) (value string, has bool) {
	if value = Attribute(tag, name); value != "" {
		return value, true
	}
	words := strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return strings.ContainsRune(" \n\t=/>", r) })
	return "", slices.Contains(words, name)
}

// IsBlock reports whether an element of this name is a block.
func IsBlock(name string) bool {
	switch name {
	case "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "section", "article",
		"header", "footer", "aside", "figure", "figcaption", "blockquote", "pre", "details", "summary",
		"h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "main", "nav", "center",
		"form", "fieldset", "legend", "option", "optgroup", "hgroup", "dialog", "search":
		return true
	}
	return false
}

// IsCell reports whether an element of this name is a cell of a table or of a
// definition list, or a row of cells.
func IsCell(name string) bool {
	switch name {
	case "td", "th", "tr", "dt", "dd":
		return true
	}
	return false
}
