// Package tokens parts a text into what it is searched by: its words, without case and
// accents. One rule serves the index, what is typed to search, and the marks in what was
// found, so that they never disagree.
//
//   - A word is a run of letters and digits. What stands between two of them parts them:
//     "pull-quotes" are two words, which follow one another.
//   - Case is folded, and the accents of scripts whose letters can stand without them:
//     Latin, Greek and Cyrillic ("Étude" is "etude").
//   - Scripts that set no blanks between words, and Korean, whose words have endings, give
//     each two letters that follow one another, and the last letter alone: "東京都" is
//     "東京", "京都" and "都". So a word is found within a sentence, and one letter as the
//     beginning of such a pair.
//   - "c++", "c#" and their like are words of their own.
package tokens

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is how long a token may be, in bytes: what is longer is no word, such as an
// image written as text, and is cut.
const longest = 64

// Each calls yield with the tokens of a text in their order, and where each stands in
// it, in bytes, until yield returns false.
func Each(text string, yield func(token string, from, to int) bool) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		var next int
		var ok bool
		switch {
		case isPaired(r):
			next, ok = pairs(text, at, yield)
		case isOfWord(r):
			next, ok = word(text, at, yield)
		default:
			next, ok = at+size, true
		}
		if !ok {
			return
		}
		at = next
	}
}

// word yields the word that begins at a place, and returns where it ends.
func word(text string, at int, yield func(string, int, int) bool) (end int, ok bool) {
	plain := true // ASCII without capitals: it is its own token
	end = at
	for end < len(text) {
		if c := text[end]; c < utf8.RuneSelf {
			if !isASCIIOfWord(c) {
				break
			}
			plain = plain && (c < 'A' || c > 'Z')
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isOfWord(r) && !unicode.IsMark(r) && !isJoiner(r) || isPaired(r) {
			break
		}
		plain = false
		end += size
	}
	if end-at == 1 {
		end += sharp(text[end:])
	}
	token := text[at:end]
	if !plain {
		token = Fold(token)
	}
	return end, token == "" || yield(cut(token), at, end)
}

// sharp is the length of what makes a letter the name of a language: c++, f#.
func sharp(after string) int {
	for _, s := range []string{"++", "#"} {
		if rest, ok := strings.CutPrefix(after, s); ok {
			if r, _ := utf8.DecodeRuneInString(rest); !isOfWord(r) {
				return len(s)
			}
		}
	}
	return 0
}

// pairs yields the tokens of a run of letters between which no blank parts words.
func pairs(text string, at int, yield func(string, int, int) bool) (end int, ok bool) {
	for {
		middle := letter(text, at)
		r, _ := utf8.DecodeRuneInString(text[middle:])
		if middle == len(text) || !isPaired(r) {
			return middle, yield(Fold(text[at:middle]), at, middle)
		}
		end = letter(text, middle)
		if !yield(Fold(text[at:end]), at, end) {
			return end, false
		}
		at = middle
	}
}

// letter is where the letter at a place ends, with its marks.
func letter(text string, at int) int {
	_, size := utf8.DecodeRuneInString(text[at:])
	for at += size; at < len(text); at += size {
		var r rune
		if r, size = utf8.DecodeRuneInString(text[at:]); !unicode.IsMark(r) {
			break
		}
	}
	return at
}

// Fold is a word as it is searched by: without case, accents and other ways to write
// the same letters.
func Fold(word string) string {
	if isASCII(word) {
		return strings.ToLower(word)
	}
	var b strings.Builder
	b.Grow(len(word))
	bare := false
	for _, r := range norm.NFKD.String(word) {
		mark := unicode.IsMark(r)
		if mark && (bare || b.Len() == 0) || !mark && !isOfWord(r) { // a letter may be made of others and a sign
			continue
		}
		bare = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
		if typed := plain(r); typed != "" {
			b.WriteString(typed)
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return norm.NFC.String(b.String())
}

// plain is how a letter with a stroke, or two in one, which Unicode takes apart in no
// form, is typed where a keyboard lacks it; empty for all others.
func plain(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ':
		return "d"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ı':
		return "i"
	case 'ς':
		return "σ"
	}
	return ""
}

func cut(token string) string {
	if len(token) <= longest {
		return token
	}
	at := longest
	for !utf8.RuneStart(token[at]) {
		at--
	}
	return token[:at]
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isASCIIOfWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isOfWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIOfWord(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// isJoiner reports whether a rune stands within words without being seen.
func isJoiner(r rune) bool { return r == '\u00ad' || r == '\u200d' || r == '\u200c' }

// isPaired reports whether a letter is of a script whose words no blank parts.
func isPaired(r rune) bool {
	if r < 0x0e00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Bopomofo, unicode.Yi) && !unicode.IsPunct(r) || r == 'ー'
}

// Open reports whether a text ends in a word, which goes on with the next letter.
func Open(text string) bool {
	open := false
	Each(text, func(_ string, _, to int) bool {
		open = to == len(text)
		return true
	})
	return open
}

// Of lists the tokens of a text.
func Of(text string) []string {
	var all []string
	Each(text, func(token string, _, _ int) bool {
		all = append(all, token)
		return true
	})
	return all
}
