package frontmatter

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"lede/articles"
)

// A reader reads fields, and keeps what it makes nothing of.
type reader struct {
	fields Fields
	left   []leftover
}

// leftover is what nothing is made of of a field, as it is written.
type leftover struct {
	at    int // in the order of the file
	words string
}

// told are the words of what is left, in the order of the file.
func (r *reader) told() []string {
	slices.SortStableFunc(r.left, func(a, b leftover) int { return cmp.Compare(a.at, b.at) })
	var words []string
	for _, l := range r.left {
		words = append(words, l.words)
	}
	return words
}

// all is the most of a list that is read without end.
const all = mostValues

// take is what read makes of the first of names that has something for it, and of so
// much of a list. It looks at the others too: what it makes nothing of, anywhere, is
// left over. What read knows and has no use for is its zero value.
func take[T comparable](r *reader, names []string, most int, read func(item any, of Field) (T, bool)) []T {
	var none T
	var out []T
	for _, name := range names {
		field := r.fields.get(name)
		var got []T
		var left []any
		for _, item := range items(field.Value) {
			t, ok := read(item, field)
			switch {
			case !ok && !isComputed(item), t != none && out == nil && len(got) == most:
				left = append(left, item)
			case t != none:
				got = append(got, t)
			}
		}
		if words := articles.CleanLine(written(left)); words != "" {
			r.left = append(r.left, leftover{field.at, field.Name + ": " + words})
		}
		if out == nil {
			out = got
		}
	}
	return out
}

// one is [take] of one.
func one[T comparable](r *reader, names []string, read func(item any, of Field) (T, bool)) T {
	var none T
	return append(take(r, names, 1, read), none)[0]
}

// items are what a list has, with what the lists in it have: [[a]] without quotes is
// two of them. Anything else is the one item of a list.
func items(v any) []any {
	list, ok := v.([]any)
	if !ok {
		return []any{v}
	}
	var out []any
	for _, item := range list {
		out = append(out, items(item)...)
	}
	return out
}

// isComputed reports whether a value stands for one that a program puts in its place:
// {{ date }}, {% now %}, <% tp.file.title %>, `r Sys.Date()`, Eleventy's git Created.
func isComputed(v any) bool {
	s := strings.ToLower(articles.CleanLine(written(v)))
	for _, sign := range [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}, {"`r ", "`"}, {"`{", "`"}} {
		if strings.HasPrefix(s, sign[0]) && strings.HasSuffix(s, sign[1]) {
			return true
		}
	}
	switch s {
	case "created", "last modified", "git created", "git last modified", "today", "now", "last-modified":
		return true
	}
	return false
}

// written is a value in a line, with the names as they are written. A switch has no
// words.
func written(v any) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	switch x := v.(type) {
	case string:
		return x
	case []any:
		for _, item := range x {
			add(written(item))
		}
		return strings.Join(parts, ", ")
	case Fields:
		for _, f := range slices.SortedFunc(maps.Values(x), func(a, b Field) int { return cmp.Compare(a.at, b.at) }) {
			if words := written(f.Value); words != "" {
				add(f.Name + ": " + words)
			} else {
				add(f.Name)
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return ""
}
