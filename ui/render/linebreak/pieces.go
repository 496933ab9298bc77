package linebreak

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"lede/ui/render/cells"
)

// Piece is a stretch of text that is never broken, unless it alone is wider
// than a line: what stands between two break opportunities.
type Piece struct {
	Width  int
	Blanks int  // cells of the blanks after it
	Must   bool // a line ends after it

	start, end int  // without the blanks after it
	hyphen     bool // ends in a soft hyphen
}

// Pieces parts words at the break opportunities of UAX #14, and where parts the
// segmenter's rules leave to those who know the text, by ours. A
// paragraph of many megabytes has as many pieces as words, and
// filling lines needs them one by one.
func Pieces(words string) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		b := breaker{words: words, yield: yield}
		rest, state := words, -1
		for rest != "" && !b.enough {
			at := len(words) - len(rest)
			if n := plainWord(rest); n > 0 && b.start == at && b.word == at {
				b.say(Piece{start: at, end: at + n - 1, Width: n - 1, Blanks: 1})
				b.start, b.word = at+n, at+n
				rest, state = rest[n:], -1
				continue
			}
			var segment string
			segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			b.segment(len(words)-len(rest)-len(segment), len(words)-len(rest))
		}
	}
}

// All are the [Pieces] of a text that is set in lines more than once.
func All(words string) []Piece {
	const each = 5 // bytes; most texts have longer words
	return slices.AppendSeq(make([]Piece, 0, len(words)/each+1), Pieces(words))
}

// plainWord is the length of the word that s begins with and the blank after it,
// when it has no more than letters and digits of ASCII, apostrophes inside, and a
// mark that ends a clause, and such a letter or digit comes next: most words have.
// No rule keeps those two together (LB18 of UAX #14), whatever stands before, so
// the segmenter need not look.
func plainWord(s string) int {
	n := 0
	for n < len(s) && (isPlain(s[n]) || s[n] == '\'' && n > 0 && n+1 < len(s) && isPlain(s[n+1])) {
		n++
	}
	if n > 0 && n < len(s) && endsClause(s[n]) {
		n++
	}
	if n == 0 || n+1 >= len(s) || s[n] != ' ' || !isPlain(s[n+1]) {
		return 0
	}
	// A mark may stand on the letter, whose base it is then.
	if n+2 < len(s) && s[n+2] >= utf8.RuneSelf {
		return 0
	}
	return n + 1
}

// isPlain reports whether c is a letter or digit of ASCII.
func isPlain(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

func endsClause(c byte) bool {
	return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?'
}

// breaker parts words in pieces.
type breaker struct {
	words  string
	yield  func(Piece) bool
	enough bool // whoever asked for the pieces wants no more
	start  int  // of the piece that is open
	word   int  // where the word begins that the place at hand stands in, or behind
}

func (b *breaker) say(p Piece) { b.enough = b.enough || !b.yield(p) }

// segment takes the next segment of UAX #14. The segmenter follows an edition
// that keeps some signs with the word before them over a blank: a word may
// begin with a slash or a dot.
func (b *breaker) segment(from, to int) {
	s := b.words[from:to]
	for i := 1; i < len(s); i++ {
		switch {
		case s[i-1] == ' ' && s[i] != ' ' && s[i] != '\n':
			b.at(from + i)
		case (s[i] == 0xe2 || i >= 3 && s[i-3] == 0xe2) && b.besideQuote(from+i):
			b.at(from + i)
		}
	}
	b.at(to)
}

// besideQuote reports whether a curly quote stands between ideographs and opens
// at i, or closes before it (rule LB19a of UAX #14).
func (b *breaker) besideQuote(i int) bool {
	head, rest := b.words[:i], b.words[i:]
	if q := firstRune(rest); q == '“' || q == '‘' {
		return isWide(lastRune(head)) && isWide(firstRune(rest[len("“"):]))
	}
	q, n := utf8.DecodeLastRuneInString(head)
	return (q == '”' || q == '’') && isWide(firstRune(rest)) && isWide(lastRune(head[:i-n])) && !isClosing(firstRune(rest))
}

func isWide(r rune) bool { return 0x2e80 <= r && r < 0xa4d0 || 0xac00 <= r && r < 0xd7a4 }

// at ends the open piece at i, if a line may break there.
func (b *breaker) at(i int) {
	head, rest := b.words[:i], b.words[i:]
	last := head[len(head)-1]
	switch {
	case rest == "" || last == '\n':
	case last == ' ':
		before, after := strings.TrimRight(b.words[b.word:i], " "), firstWord(rest)
		alone := b.start == b.word
		b.word = i
		if leansLeft(after, before) || leansRight(before) || alone && isDash(before) {
			return
		}
	case splitsEmoji(head, rest) || b.splitsWord(i):
		return
	}
	b.cut(i)
}

func (b *breaker) cut(i int) {
	segment := b.words[b.start:i]
	word := strings.TrimRight(segment, " \n\t")
	p := Piece{start: b.start, end: b.start + len(word), Width: cells.Of(word)}
	p.hyphen = strings.HasSuffix(word, cells.SoftHyphen)
	p.Blanks = len(strings.TrimRight(segment, "\n")) - len(word)
	p.Must = strings.HasSuffix(segment, "\n")
	b.say(p)
	b.start = i
	if p.end < i {
		b.word = i
	}
}

func firstWord(s string) string {
	if at := strings.IndexAny(s, " \n"); at >= 0 {
		return s[:at]
	}
	return s
}

// leansLeft reports whether a word of signs belongs to the word before it: the
// mark after a blank in French, the per cent, and a dash, but for one that
// names who said the sentence before it.
func leansLeft(word, before string) bool {
	if word == "" || before == "" {
		return false
	}
	if isDash(word) {
		return !strings.ContainsRune(".!?…”’\"»", lastRune(before))
	}
	if word == "%" || word == "‰" {
		return unicode.IsDigit(lastRune(before))
	}
	return strings.Trim(word, "!?:;»›)]}。、，！？：；") == ""
}

func isDash(word string) bool { return word == "—" || word == "–" }

// leansRight reports whether a word of signs belongs to the word after it.
func leansRight(word string) bool {
	return word != "" && strings.Trim(word, "«‹([{¿¡（「『") == ""
}

// splitsWord reports whether a break inside a word at i would be a poor one:
// behind the hyphen, dash or slash that it begins with (-v, —Yes, /usr) or behind
// its first letter (e-mail, A/B), before a dash, inside C++, and inside a word of
// Korean, which has blanks between its words.
func (b *breaker) splitsWord(i int) bool {
	before, after := lastRune(b.words[:i]), firstRune(b.words[i:])
	switch {
	case before == '+' && after == '+', isHangul(before) && isHangul(after):
		return true
	case before == '-' || before == '—' || before == '–' || before == '/' || before == '\u2010':
		lead := strings.TrimRight(b.words[b.word:i], "-—–/\u2010")
		if len(lead) > 16 {
			return false
		}
		named := strings.TrimLeftFunc(lead, isSign)
		return named == "" || utf8.RuneCountInString(named) == 1 && !isWide(firstRune(named))
	}
	return (after == '—' || after == '–') && !isWide(before)
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// splitsEmoji reports whether the end of a segment is no place to break: inside
// an emoji with a skin tone or a joiner, where the segmenter breaks against
// rules LB9 and LB30b of UAX #14, and calls the break mandatory. Only a newline
// is that here.
func splitsEmoji(segment, rest string) bool {
	const joiner = '\u200d'
	last, next := lastRune(segment), firstRune(rest)
	return last == joiner && rest != "" || next == joiner || '\U0001f3fb' <= next && next <= '\U0001f3ff'
}
