// Package nearest finds the names that a mistyped word may have been meant for:
// of commands, options, settings and operations.
package nearest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Of returns those of names that word may have been meant for, the nearest first,
// and of those that are as near the first of names first. They are few mistakes
// away from it, or begin with it; case does not matter, nor whether a hyphen, an
// underscore or a space parts two words. There are none for a word of one
// character, nor for one that is nothing like a name.
func Of(word string, names []string) []string {
	typed := spelled(word)
	if len(typed) < 2 {
		return nil
	}
	type near struct {
		name string
		far  int
	}
	var found []near
	for _, name := range names {
		if far, ok := distance(typed, spelled(name)); ok {
			found = append(found, near{name, far})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return cmp.Compare(a.far, b.far) })
	var out []string
	for _, n := range found {
		out = append(out, n.name)
	}
	return out
}

// First is the nearest of names, empty when word is like none of them.
func First(word string, names []string) string {
	if all := Of(word, names); len(all) > 0 {
		return all[0]
	}
	return ""
}

// spelled is a name as it is compared.
func spelled(name string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsSpace(r) {
			return '-'
		}
		return unicode.ToLower(r)
	}, name))
}

// distance is how far a typed word is from a name, twice as much for a mistake as
// for an end that is left off; ok is false when that is too far.
func distance(typed, name []rune) (far int, ok bool) {
	if len(typed) <= len(name) && slices.Equal(typed, name[:len(typed)]) {
		return min(1, len(name)-len(typed)), true
	}
	most := mistakes(max(len(typed), len(name)))
	if len(typed)-len(name) > most || len(name)-len(typed) > most {
		return 0, false // it is not looked at, however long it is
	}
	n := edits(typed, name)
	return 2 * n, n <= most
}

// mistakes is how many a word may have beside one of the length of the longer.
func mistakes(length int) int {
	switch {
	case length < 3:
		return 0
	case length < 6:
		return 1
	case length < 12:
		return 2
	}
	return 3
}

// edits counts the characters that are to be left out, put in, changed, or
// swapped with the one beside them to make one word of the other: the distance
// of Damerau and Levenshtein, no character being touched twice.
func edits(a, b []rune) int {
	before, last, this := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		this[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			this[j+1] = min(change, last[j+1]+1, this[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				this[j+1] = min(this[j+1], before[j-1]+1)
			}
		}
		before, last, this = last, this, before
	}
	return last[len(b)]
}
