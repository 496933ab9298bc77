package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/query"
	"lede/articles/tokens"
)

// needed are words of which a text has one if any of the texts is in it that rules look
// for: of each of these the longest word. An empty one is in every text.
func needed(all []Rule) []string {
	var words []string
	for _, r := range all {
		r.Query.Map(func(t query.Text) query.Text {
			longest := ""
			for _, token := range tokens.Of(t.Words) {
				if letters, _ := lettersOf(token); len(letters) > len(longest) {
					longest = letters
				}
			}
			if !t.Title {
				words = append(words, longest)
			}
			return t
		})
	}
	return words
}

// mayHave reports whether one of some words may be in a text. It knows no Markdown: few
// texts have the words that rules look for, and only of those the markup is to be read,
// which takes many times longer.
func mayHave(source string, words []string) bool {
	if len(words) == 0 {
		return false
	}
	letters, torn := lettersOf(source)
	if torn {
		return true
	}
	for _, word := range words {
		if strings.Contains(letters, word) {
			return true
		}
	}
	return false
}

// lettersOf are the letters and digits of a text, folded, without all that is between
// them, as markup is within a word. Torn says that letters may be between them that nobody
// sees, such as the address of a link, or that some stand for others, as in &eacute;.
func lettersOf(text string) (letters string, torn bool) {
	var b strings.Builder
	b.Grow(len(text))
	const letter = 'a'
	before := byte(' ') // what the last byte was: a letter, or itself
	closed := func() bool { return before == ')' || before == '>' || before == ']' }
	for at := 0; at < len(text); {
		c := text[at]
		if c < utf8.RuneSelf {
			at++
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			isOfWord := 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
			switch {
			case closed() && (isOfWord || c == '[' || c == '<'), before == letter && (c == '[' || c == '<'),
				c == '&' && at < len(text) && text[at] != ' ':
				return "", true
			case isOfWord:
				b.WriteByte(c)
				before = letter
			default:
				before = c
			}
			continue
		}
		run := at
		for at < len(text) && text[at] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !unicode.In(r, unicode.L, unicode.N, unicode.M) {
				break
			}
			at += size
		}
		if at > run && closed() {
			return "", true
		}
		if at > run {
			b.WriteString(tokens.Fold(text[run:at]))
			before = letter
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if at += size; !unicode.Is(unicode.Cf, r) { // a soft hyphen, which parts no letters
			before = ' '
		}
	}
	return b.String(), false
}
