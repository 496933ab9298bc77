package articles

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean returns s without anything that could control a terminal or disguise
// the order of its text: C0 controls but tab and newline, DEL, C1 controls,
// bidirectional overrides and isolates, tag characters, interlinear
// annotation, and U+10EEEE, kitty's image placeholder. Carriage returns
// become newlines, bytes that are not UTF-8 become U+FFFD, and Unicode's line
// and paragraph separators become newlines. Text that is clean already is
// returned as it is, without a copy.
//
// It removes single characters and never parses a sequence: what followed an
// ESC stays as harmless text, so nothing can hide behind a malformed one.
func Clean(s string) string {
	at := firstUnclean(s)
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	for i := at; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\r':
			if i+1 >= len(s) || s[i+1] != '\n' {
				b.WriteByte('\n')
			}
		case r == '\u2028' || r == '\u2029' || r == '\u0085':
			b.WriteByte('\n')
		case r == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		case !unsafe(r):
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// CleanLine is [Clean] for a text of one line, such as a title or an error:
// runs of white space become one space and the ends are trimmed.
func CleanLine(s string) string {
	s = Clean(s)
	if isLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
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

func firstUnclean(s string) int {
	for i := 0; i < len(s); {
		for i+8 <= len(s) && plain(s[i:i+8]) {
			i += 8
		}
		if i >= len(s) {
			break
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

// plain reports whether the eight bytes of s are all from space to tilde: most
// of most texts are, and an article is looked through before it is shown. A
// byte is too small or too large when the sum overflows into its highest bit
// ("Determine if a word has a byte between m and n", Anderson, Bit Twiddling
// Hacks).
func plain(s string) bool {
	const ones = 0x0101010101010101
	const high = ones << 7
	v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	below := (v - 0x20*ones) & ^v
	above := v + ones // 0x7f becomes 0x80
	return (v|below|above)&high == 0
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
