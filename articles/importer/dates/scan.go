package dates

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// token is a run of digits or a run of letters, with what stands after it.
type token struct {
	word       string // in lower case; empty for digits
	month      time.Month
	n, width   int // the number and how many digits it has
	after      string
	start, end int
}

func (t token) digits() bool { return t.width > 0 }

// near reports whether the next token belongs to the same date: between the
// two stand only spaces and the marks of a date.
func near(t token) bool {
	return len(t.after) <= 4 && strings.Trim(t.after, " .,،-/\u00a0\u202fº°") == ""
}

// scan cuts s into tokens. Digits of any script count as digits.
func scan(s string) []token {
	toks := make([]token, 0, len(s)/4)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		start := i
		switch {
		case unicode.IsDigit(r):
			value, width := 0, 0
			for i < len(s) {
				r, n = utf8.DecodeRuneInString(s[i:])
				if !unicode.IsDigit(r) {
					break
				}
				if width < 9 {
					value = value*10 + digit(r)
				}
				width++
				i += n
			}
			toks = append(toks, token{n: value, width: width, start: start, end: i})
		case unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) && !unicode.Is(unicode.Hangul, r):
			for i < len(s) {
				r, n = utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r) {
					break
				}
				i += n
			}
			word := strings.ToLower(s[start:i])
			toks = append(toks, token{word: word, month: months()[word], start: start, end: i})
		default:
			i += n
		}
	}
	for i := range toks {
		next := len(s)
		if i+1 < len(toks) {
			next = toks[i+1].start
		}
		toks[i].after = s[toks[i].end:next]
		if strings.HasPrefix(toks[i].after, "年") {
			toks[i] = inEra(toks[i], s[:toks[i].start])
		}
	}
	return toks
}

// digit is the value of a decimal digit: in every script they are ten in a
// row, from a code that the digit zero starts.
func digit(r rune) int {
	if r <= '9' {
		return int(r - '0')
	}
	zero := r
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// clock adds the time of day that follows a date, and says where it ends.
func clock(d Date, toks []token) (Date, int) {
	const lead = 3 // words such as "at", "um", "T", "à"
	for i := 0; i < len(toks) && i <= lead; i++ {
		t := toks[i]
		if t.digits() && i+2 < len(toks) && t.after == "" && toks[i+1].word == "h" && toks[i+1].after == "" {
			t.after = "h" // 18h05
			toks = append([]token{t}, toks[i+2:min(len(toks), i+8)]...)
			i = 0
		}
		if !t.digits() {
			if len(t.word) > 4 || t.month != 0 {
				return d, 0
			}
			continue
		}
		if t.width > 2 || t.n > 24 || i+1 >= len(toks) || !toks[i+1].digits() || toks[i+1].width != 2 || toks[i+1].n > 59 || t.n == 24 && toks[i+1].n > 0 ||
			t.after != ":" && t.after != "." && t.after != "h" {
			return d, 0
		}
		hour, minute, second, nano, rest := t.n, toks[i+1].n, 0, 0, toks[i+2:]
		end := toks[i+1].end
		sign := toks[i+1].after
		if sign == ":" && len(rest) > 0 && rest[0].width == 2 {
			second, end, sign, rest = min(rest[0].n, 59), rest[0].end, rest[0].after, rest[1:]
			if (sign == "." || sign == ",") && len(rest) > 0 && rest[0].digits() {
				nano = fraction(rest[0])
				end, sign, rest = rest[0].end, rest[0].after, rest[1:]
			}
		}
		hour, end, sign, rest = meridiem(hour, end, sign, rest)
		zone, end := offset(end, sign, rest)
		y, m, dom := d.Time.Date()
		d.Time = time.Date(y, m, dom, hour, minute, second, nano, zone)
		return d, end
	}
	return d, 0
}

// fraction is a part of a second, in nanoseconds.
func fraction(t token) int {
	n := t.n
	for range max(0, 9-t.width) {
		n *= 10
	}
	return n
}

// meridiem reads am, pm, a.m. and p.m.
func meridiem(hour, end int, sign string, rest []token) (int, int, string, []token) {
	if len(rest) == 0 || strings.TrimSpace(sign) != "" {
		return hour, end, sign, rest
	}
	half, used := rest[0].word, 1
	if (half == "a" || half == "p") && len(rest) > 1 && rest[1].word == "m" {
		half, used = half+"m", 2
	}
	switch {
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	case half != "am" && half != "pm":
		return hour, end, sign, rest
	}
	last := rest[used-1]
	return hour, last.end, last.after, rest[used:]
}

// offset reads Z, GMT, EST, +01:00, -0500 and UTC+2.
func offset(end int, sign string, rest []token) (*time.Location, int) {
	if len(rest) == 0 || len(sign) > 2 {
		return time.UTC, end
	}
	t, sign := rest[0], strings.TrimSpace(sign)
	if hours, ok := zones[t.word]; ok && !t.digits() && strings.Trim(sign, "(") == "" {
		if mark := strings.TrimSpace(t.after); hours == 0 && (mark == "+" || mark == "-") && len(rest) > 1 { // GMT+2
			return offset(t.end, mark, rest[1:])
		}
		if hours == 0 {
			return time.UTC, t.end
		}
		return time.FixedZone(strings.ToUpper(t.word), int(hours*3600)), t.end
	}
	if sign != "+" && sign != "-" || !t.digits() {
		return time.UTC, end
	}
	hours, minutes, stop := t.n, 0, t.end
	switch {
	case t.width == 4:
		hours, minutes = t.n/100, t.n%100
	case t.width == 2 && t.after == ":" && len(rest) > 1 && rest[1].width == 2:
		minutes, stop = rest[1].n, rest[1].end
	}
	if hours > 14 || minutes > 59 {
		return time.UTC, end
	}
	secs := hours*3600 + minutes*60
	if sign == "-" {
		secs = -secs
	}
	if secs == 0 {
		return time.UTC, stop
	}
	return time.FixedZone("", secs), stop
}
