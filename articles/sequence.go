package articles

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sequences finds the control sequences of terminals in a text (ECMA-48), so that
// they go whole. What only looks like the beginning of one leaves its text.
type sequences struct {
	s    string
	ends [2]int // where the next sign stands that ends a string, of each kind; 0 unknown
}

// longestString is how far the end of a string of control is looked for, in bytes:
// pictures are long.
const longestString = 256 << 10

// length is how many bytes at i are a control sequence, or the beginning of one
// that nothing ends; 0 for none.
func (q *sequences) length(i int) int {
	s := q.s[i:]
	var sign byte // what a 7-bit sequence has behind its ESC
	var n int     // bytes of its beginning
	raw := false
	switch {
	case s[0] == 0x1b && len(s) > 1:
		sign, n = s[1], 2
	case s[0] == 0xc2 && len(s) > 1 && 0x90 <= s[1] && s[1] <= 0x9f:
		sign, n = s[1]-0x40, 2
	case 0x90 <= s[0] && s[0] <= 0x9f:
		sign, n, raw = s[0]-0x40, 1, true
	default:
		return 0
	}
	if raw && (len(s) < 2 || s[1] < '0' || '9' < s[1]) {
		return 0 // a byte of some encoding
	}
	switch {
	case sign == '[':
		return n + csi(s[n:])
	case sign == ']':
		return n + q.str(i+n, 1)
	case sign == 'P', sign == 'X', sign == '^', sign == '_':
		return n + q.str(i+n, 0)
	case s[0] != 0x1b:
		return 0
	case strings.IndexByte("()*+-./%#$", sign) >= 0: // a charset
		for n < min(len(s), 4) && strings.IndexByte("()*+-%", s[n]) >= 0 {
			n++
		}
		if n < len(s) && strings.IndexByte("0123456789ABCGKRUYZ@<>=`", s[n]) >= 0 {
			return n + 1
		}
	case strings.IndexByte("78=>|}~\\", sign) >= 0:
		return n
	case strings.IndexByte("DEHMNOZc", sign) >= 0 && n < len(s) && s[n] < ' ' && unsafe(rune(s[n])):
		// A letter before words may be the first of them: it stays, though a terminal
		// would take it. One letter too many is less than a word that is another.
		return n
	}
	return 0
}

// csi is the length of what follows the sign of a CSI: its parameters, and the
// letter that ends it.
func csi(s string) int {
	n := 0
	for n < min(len(s), 128) && ' ' <= s[n] && s[n] <= '?' {
		if s[n] < '0' && (n == 0 || s[n] == ' ') && !(n+1 < len(s) && strings.IndexByte("q@A", s[n+1]) >= 0 && n > 0) {
			break // a blank belongs to the text, but for "CSI 2 q" and its like
		}
		n++
	}
	if n < len(s) && '@' <= s[n] && s[n] <= '~' {
		return n + 1
	}
	return n
}

// str is the length of a string of control and of what ends it: ST, and for kind 1
// BEL as well. Where nothing ends it, it is its number alone.
func (q *sequences) str(from, kind int) int {
	end := q.ends[kind]
	if end < from || end == 0 {
		end = q.next(from, kind)
		q.ends[kind] = end
	}
	if end < len(q.s) && end-from <= longestString && (kind == 0 || strings.IndexByte(q.s[from:end], '\n') < 0) {
		switch q.s[end] {
		case 0x1b, 0xc2:
			return end + 2 - from
		}
		return end + 1 - from
	}
	n := 0
	for from+n < len(q.s) && n < 8 && '0' <= q.s[from+n] && q.s[from+n] <= '9' {
		n++
	}
	if n > 0 && from+n < len(q.s) && q.s[from+n] == ';' {
		return n + 1
	}
	return 0
}

// next is where a sign stands that ends a string; the length of the text for none.
func (q *sequences) next(from, kind int) int {
	for i := from; i < len(q.s); i++ {
		switch c := q.s[i]; {
		case c == 0x07 && kind == 1, c == 0x1b && i+1 < len(q.s) && q.s[i+1] == '\\', c == 0xc2 && i+1 < len(q.s) && q.s[i+1] == 0x9c,
			c == 0x9c && (i == 0 || q.s[i-1] < utf8.RuneSelf):
			return i
		}
	}
	return len(q.s)
}

// overstruck is what shows of a character that others are typed over, as printers
// and manuals made bold and underlined ones, and how long all of it is: r begins
// it, n bytes long, and a backspace follows.
func overstruck(s string, r rune, n int) (shown string, length int) {
	shown = s[:n]
	for n < len(s) && s[n] == '\b' {
		over, size := utf8.DecodeRuneInString(s[n+1:])
		switch {
		case size == 0 || unsafe(over) || over < ' ' || over == utf8.RuneError:
			return shown, n + 1
		case over == r || over == '_' && r != '_':
		case r == '_' || !unicode.IsLetter(r) && !unicode.IsDigit(r):
			shown, r = s[n+1:n+1+size], over
		default:
			return shown, n + 1 // no two letters are one
		}
		n += 1 + size
	}
	return shown, n
}
