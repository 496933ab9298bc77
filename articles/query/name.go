package query

import (
	"strings"

	"lede/articles/tokens"
)

// Match makes what tells whether a name is meant. A tag is, or one that stands below it
// with slashes; a folder, or one that is in it; of all others a name that has the words
// of the value, one after another: "quill" is in "Ada Quill" and "example.org" in
// "blog.example.org". A library asks it of each name that it knows, not of each article.
func (n Named) Match() func(name string) bool {
	switch n.Field {
	case Tag:
		return n.below(false)
	case Folder:
		return n.below(!strings.HasPrefix(n.Value, "/"))
	}
	words := needle(n.Value, n.Prefix)
	return func(name string) bool { return strings.Contains(haystack(name), words) }
}

// below tells whether a path is the value or in it, from its start on or anywhere.
func (n Named) below(anywhere bool) func(path string) bool {
	want := parts(n.Value)
	return func(path string) bool {
		have := parts(path)
		for from := 0; from+len(want) <= len(have); from++ {
			if n.startsWith(have[from:], want) {
				return true
			}
			if !anywhere {
				break
			}
		}
		return false
	}
}

func (n Named) startsWith(have, want []string) bool {
	for i, part := range want {
		if have[i] != part && (i < len(want)-1 || !n.Prefix || !strings.HasPrefix(have[i], part)) {
			return false
		}
	}
	return true
}

// parts are those of a path, as they are compared.
func parts(path string) []string {
	all := strings.Split(strings.Trim(path, "/"), "/")
	for i, part := range all {
		all[i] = key(part)
	}
	return all
}

// key is a name as it is compared: its words, or its signs when it has none.
func key(name string) string {
	if words := tokens.Of(name); len(words) > 0 {
		return strings.Join(words, " ")
	}
	return strings.Join(strings.Fields(tokens.Fold(name)), " ")
}

// haystack is a text as words are looked for in it, with a blank before and behind each.
func haystack(text string) string { return " " + key(text) + " " }

// needle is what a haystack has in it when the text has the words. The last word may be
// only begun, as it is when it is one letter of a pair.
func needle(words string, prefix bool) string {
	k := key(words)
	if prefix || tokens.Begins(k[strings.LastIndexByte(k, ' ')+1:]) {
		return " " + k
	}
	return " " + k + " "
}
