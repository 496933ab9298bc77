package tokens

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

const (
	shortestStemmed = 3 // letters of a word that has forms
	longestEnding   = 6 // letters that a form may have more than its stem
)

// Stem tells which words are forms of an English one: of "reading" they are "read",
// "reads", "readings" and itself.
type Stem struct {
	stem   string
	begins string
}

// StemOf is the stem of a word; false where it has no other forms.
func StemOf(word string) (Stem, bool) {
	if len(word) < shortestStemmed || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
		return Stem{}, false
	}
	stem := english.Stem(word, true)
	begins := stem
	for !strings.HasPrefix(word, begins) {
		begins = begins[:len(begins)-1] // the stem of "happy" is "happi"
	}
	return Stem{stem, begins}, len(begins) >= 2
}

// Begins is how all forms begin.
func (s Stem) Begins() string { return s.begins }

// Longest is how many letters a form has at most.
func (s Stem) Longest() int { return len(s.stem) + longestEnding }

// Has reports whether a word is a form.
func (s Stem) Has(word string) bool {
	return s.begins != "" && strings.HasPrefix(word, s.begins) && len(word) <= s.Longest() && english.Stem(word, true) == s.stem
}
