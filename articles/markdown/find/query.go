package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is what is looked for. It is immutable.
type Query struct {
	marks func(text string, yield func(start, end int) bool) // looks for it, where it is no run of letters

	runes  []rune // folded, unless exact
	exact  bool   // case matters
	anchor int    // index of the rune that is looked for first: the rarest
	forms  []string
	reach  int    // bytes that a match has at most
	word   *Query // the longest word, when the query is more than that; may be nil
}

// New is the query that a reader typed. One without capitals finds all cases.
// It is nil when there is nothing to look for.
func New(typed string) *Query {
	text := normal(typed)
	q := newQuery([]rune(text), strings.ContainsFunc(text, unicode.IsUpper))
	if q == nil {
		return nil
	}
	if word := longestWord(text); word != text && word != "" {
		q.word = newQuery([]rune(word), q.exact)
	} else if word == text {
		q.word = q
	}
	return q
}

// By is a query for what a function finds in the words of a chunk, from left to right.
func By(marks func(text string, yield func(start, end int) bool)) *Query { return &Query{marks: marks} }

func newQuery(runes []rune, exact bool) *Query {
	if len(runes) == 0 {
		return nil
	}
	q := &Query{runes: runes, exact: exact, reach: len(runes) * utf8.UTFMax}
	for i, r := range runes {
		if !exact {
			runes[i] = fold(r)
		}
		if rarity(runes[i]) > rarity(runes[q.anchor]) {
			q.anchor = i
		}
	}
	rare := runes[q.anchor]
	q.forms = append(q.forms, string(rare))
	for r := unicode.SimpleFold(rare); !exact && r != rare; r = unicode.SimpleFold(r) {
		q.forms = append(q.forms, string(r))
	}
	return q
}

// longestWord is the longest run of letters in s.
func longestWord(s string) string {
	best := ""
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return kindOf(r) != letter }) {
		if len(w) > len(best) {
			best = w
		}
	}
	return best
}

// common are the blank and the letters of English prose by how often they
// come, which is near enough for the neighbouring languages.
const common = " etaoinshrdlcumwfgypbvkjxqz"

func rarity(r rune) int {
	if at := strings.IndexRune(common, unicode.ToLower(r)); at >= 0 {
		return at
	}
	return len(common)
}

// fold is the same for all cases of a letter.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	if least < utf8.RuneSelf {
		return fold(least)
	}
	return least
}

// each gives the matches in text from left to right, none over another, until
// yield is false.
func (q *Query) each(text string, yield func(start, end int) bool) {
	if q.marks != nil {
		q.marks(text, yield)
		return
	}
	var next [8]int // where each form comes next; no letter has so many
	forms := q.forms[:min(len(q.forms), len(next))]
	from := 0
	for i, form := range forms {
		next[i] = index(text, form, 0)
	}
	for {
		f := -1
		for i := range forms {
			if next[i] >= 0 && (f < 0 || next[i] < next[f]) {
				f = i
			}
		}
		if f < 0 {
			return
		}
		at := next[f]
		if start, end, ok := q.around(text, at); ok && start >= from {
			if !yield(start, end) {
				return
			}
			from = end
		}
		for i, form := range forms {
			if next[i] >= 0 && next[i] < max(at+1, from) {
				next[i] = index(text, form, max(at+1, from))
			}
		}
	}
}

func index(s, part string, from int) int {
	if from > len(s) {
		return -1
	}
	at := strings.Index(s[from:], part)
	if at < 0 {
		return -1
	}
	return at + from
}

// around is the match whose anchor stands at a byte of text.
func (q *Query) around(text string, at int) (start, end int, ok bool) {
	start, end = at, at
	for i := q.anchor - 1; i >= 0; i-- {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if n == 0 || !q.same(r, q.runes[i]) {
			return 0, 0, false
		}
		start -= n
	}
	for _, want := range q.runes[q.anchor:] {
		r, n := utf8.DecodeRuneInString(text[end:])
		if n == 0 || !q.same(r, want) {
			return 0, 0, false
		}
		end += n
	}
	return start, end, true
}

func (q *Query) same(r, want rune) bool {
	return r == want || !q.exact && fold(r) == want
}

// in reports whether text has a match.
func (q *Query) in(text string) (found bool) {
	q.each(text, func(int, int) bool {
		found = true
		return false
	})
	return found
}

// isBarredBy reports whether a piece of Markdown surely has not the rarest letter
// of the query among its words, so that it need not be parsed. Words that are not
// in the source as they are come of entities and addresses, or are "picture".
func (q *Query) isBarredBy(source string) bool {
	if q.marks != nil {
		return false
	}
	rare := q.runes[q.anchor]
	if rare >= utf8.RuneSelf || kindOf(rare) != letter || strings.ContainsRune("picture", unicode.ToLower(rare)) {
		return false
	}
	for r := unicode.SimpleFold(rare); ; r = unicode.SimpleFold(r) {
		if strings.ContainsRune(source, r) {
			return false
		}
		if r == rare {
			break
		}
	}
	return strings.IndexByte(source, '&') < 0 && strings.IndexByte(source, '%') < 0
}

// mayBeIn reports whether a piece of Markdown looks as if its words had a
// match. It is wrong where markup, an entity or the end of a line parts a word.
func (q *Query) mayBeIn(source string) bool { return q.word == nil || q.word.in(source) }
