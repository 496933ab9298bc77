package articles

import (
	"strings"
	"unicode/utf8"
)

// Opening is the first words of a line, as many as a title has at most, for an
// article without one.
func Opening(line string) string {
	const most = 60
	if utf8.RuneCountInString(line) <= most {
		return line
	}
	cut := string([]rune(line)[:most])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 {
		cut = cut[:at]
	}
	return cut + "…"
}

// MostlyUTF8 reports whether of the characters beyond ASCII most are UTF-8: a
// text may be cut, or have bytes of something else in it.
func MostlyUTF8(data string) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= bad
}
