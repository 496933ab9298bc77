package articles

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean returns s without anything that could control a terminal or disguise
// the order of its text: C0 controls but tab and newline, DEL, C1 controls,
// bidirectional overrides and isolates, tag characters, interlinear
// annotation, and U+10EEEE, kitty's image placeholder. Carriage returns
// become newlines, and so do form feeds and vertical tabs, which are that to a
// terminal, and Unicode's line and paragraph separators. Bytes that are not UTF-8
// become U+FFFD. Text that is clean already is returned as it is, without a copy.
//
// The control sequences of terminals go whole; of what begins as one and is none
// the control characters alone go, so nothing can hide behind a malformed one.
// Characters that were typed over, as for bold, stand once.
func Clean(s string) string {
	at := firstUnclean(s)
	if at < 0 {
		return s
	}
	if s[at] == '\b' { // it is about the character before
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	q := sequences{s: s}
	for i := at; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if skip := q.length(i); skip > 0 {
			i += skip
			continue
		}
		switch {
		case r == '\r':
			if i+1 >= len(s) || s[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\f' || r == '\v':
			b.WriteByte('\n')
		case r == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		case unsafe(r):
		case i+n < len(s) && s[i+n] == '\b':
			shown, length := overstruck(s[i:], r, n)
			b.WriteString(shown)
			n = length
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// IsClean reports whether [Clean] would change nothing of s. It is valid UTF-8 then.
func IsClean(s string) bool { return firstUnclean(s) < 0 }

// CleanLine is [Clean] for a text of one line, such as a title or an error:
// runs of white space become one space and the ends are trimmed. A line that
// nobody sees, see [Shows], is empty, so that another is taken in its place.
func CleanLine(s string) string {
	s = Clean(s)
	switch {
	case !Shows(s):
		return ""
	case isLine(s):
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// Shows reports whether a reader sees anything of a clean text: it can be all
// white space, zero-width spaces, soft hyphens and the like.
func Shows(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return ' ' < r && r < 0x7f || !unicode.In(r, unicode.White_Space, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Cc)
	})
}

// isLine reports whether the only white space of s is single spaces inside.
func isLine(s string) bool {
	space := true
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || space) {
			return false
		}
		space = r == ' '
	}
	return !space || s == ""
}

// firstUnclean is where the first thing stands that [Clean] would change, or -1.
// Somebody waits for a long text to be shown, so both halves are looked through
// at a time.
func firstUnclean(s string) int {
	const long = 1 << 20
	if len(s) < long {
		return uncleanIn(s)
	}
	half := len(s) / 2
	for !utf8.RuneStart(s[half]) && half < len(s)-1 {
		half++
	}
	second := make(chan int, 1)
	go func() { second <- firstUnclean(s[half:]) }()
	if at := firstUnclean(s[:half]); at >= 0 {
		return at
	}
	if at := <-second; at >= 0 {
		return half + at
	}
	return -1
}

func uncleanIn(s string) int {
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			n := plain(s[i : i+8])
			if i += n; n == 8 {
				continue
			}
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\t' && c != '\n' || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || unsafe(r) || r == '\u2028' || r == '\u2029' {
			return i
		}
		i += n
	}
	return -1
}

const (
	ones = 0x0101010101010101
	high = ones << 7
)

// word is the first eight bytes of s.
func word(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// plain is how many of the eight bytes of s, from the first, are from space to
// tilde or newlines: most of most texts are, and an article is looked through
// before it is shown. A byte is too small or too large when a sum overflows
// into its highest bit ("Determine if a word has a byte between m and n",
// Anderson, Bit Twiddling Hacks); behind the first that is, a sum may run over
// from the byte before, which no longer matters.
func plain(s string) int {
	v := word(s)
	large := v | (v + ones)                            // 0x7f becomes 0x80
	control := ^(v + 0x60*ones)                        // below 0x20
	newline := ^((v ^ '\n'*ones) + 0x7f*ones) & ^large // 0 after the exclusive or
	odd := (large | control&^newline) & high
	return bits.TrailingZeros64(odd) / 8
}

// unsafe reports whether r must not reach a terminal from outside.
func unsafe(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, 0x7f <= r && r <= 0x9f: // C0, DEL, C1
		return true
	case r < 0x200e:
		return r == 0x061c // Arabic letter mark
	case r == 0x200e || r == 0x200f, // left-to-right and right-to-left marks
		0x202a <= r && r <= 0x202e, // embeddings and overrides
		0x2066 <= r && r <= 0x206f, // isolates and deprecated format characters
		r == 0xfeff,                // byte order mark
		0xfff9 <= r && r <= 0xfffb, // interlinear annotation
		0xe0000 <= r && r <= 0xe007f,
		r == 0x10eeee:
		return true
	}
	return false
}

// CleanLines makes every field but the text itself a clean line, see [CleanLine],
// as importers promise. Of tags, notices, epigraphs and links those go of which
// nobody would see anything.
func (a *Article) CleanLines() {
	for _, s := range []*string{&a.Title, &a.Dek, &a.Author, &a.AuthorBio, &a.Site, &a.URL} {
		*s = CleanLine(*s)
	}
	a.Tags, a.Notices = cleanLines(a.Tags), cleanLines(a.Notices)
	for i, q := range a.Epigraphs {
		a.Epigraphs[i] = Quote{Text: CleanLine(q.Text), By: CleanLine(q.By)}
	}
	a.Epigraphs = slices.DeleteFunc(a.Epigraphs, func(q Quote) bool { return q == Quote{} })
	for i, l := range a.Related {
		a.Related[i] = Link{Title: CleanLine(l.Title), Target: CleanLine(l.Target)}
	}
	a.Related = slices.DeleteFunc(a.Related, func(l Link) bool { return l == Link{} })
}

func cleanLines(all []string) []string {
	for i, s := range all {
		all[i] = CleanLine(s)
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}
