package steady

import (
	"iter"
	"regexp"
)

var word = regexp.MustCompile(`[^\s"',:;|<>{}\[\]&]+`)

// signs are what can stand where a word is looked for: nothing, what nobody sees,
// the same as JSON, YAML and HTML write it, what begins a tag or a heading, a byte
// that is no character.
var signs = [...]string{"", "\x01", `\u0001`, "&#27;", "\u200b", "# ", "\xff", "a\u00a0 \x1b[1m"}

// Spoilt are the variants of a text with one of its words replaced by signs that
// nobody sees, and the like: for what is judged before it is clean.
func Spoilt(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, at := range word.FindAllStringIndex(text, -1) {
			for _, sign := range signs {
				if !yield(text[:at[0]] + sign + text[at[1]:]) {
					return
				}
			}
		}
	}
}
