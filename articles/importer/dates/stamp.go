package dates

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// Stamp reads a time that a program wrote, as feeds have it: RFC 3339 and what
// ISO 8601 has beside ("2003-12", "2003-335", "20031231T101455"), RFC 822 with
// a year of two digits, the order of asctime, and what [Parse] reads. What a
// stamp leaves out is its beginning: a year alone is its first of January.
func Stamp(s string) (time.Time, bool) {
	const longest = 100
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return time.Time{}, false
	}
	for _, layout := range [...]string{time.RFC3339, time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil {
			return zoned(t, s)
		}
	}
	if t, ok := Epoch(s); ok {
		return t, true
	}
	if t, ok := part(s); ok {
		return t, true
	}
	t, ok := Parse(ordered(s), Unsure)
	if !ok {
		return time.Time{}, false
	}
	return sane(t)
}

// Epoch reads a number of seconds or milliseconds since 1970, of a time from
// 1990 on.
func Epoch(s string) (t time.Time, ok bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
	case len(s) == 13:
		t = time.UnixMilli(n).UTC()
	case len(s) == 9, len(s) == 10:
		t = time.Unix(n, 0).UTC()
	}
	return t, t.Year() >= 1990
}

// zoned is t with the zone that s ends with: package time knows the names of
// local zones only, and takes others for UTC.
func zoned(t time.Time, s string) (time.Time, bool) {
	name, offset := t.Zone()
	if hours, known := zones[strings.ToLower(name)]; known && offset == 0 && hours != 0 && strings.HasSuffix(s, name) {
		y, m, d := t.Date()
		t = time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.FixedZone(name, int(hours*3600)))
	}
	return sane(t)
}

// sane leaves out the dates of programs that had none: 0001-01-01.
func sane(t time.Time) (time.Time, bool) { return t, t.Year() >= 1000 && t.Year() < 3000 }

// part reads a year, a month, a day of the year, and dates without signs
// between their numbers.
func part(s string) (time.Time, bool) {
	s, _ = strings.CutPrefix(s, "--")
	for _, layout := range [...]string{
		"2006-01", "2006", "2006-002", "2006002", "200601", "20060102T150405Z0700", "20060102T150405", "20060102150405", "06-01-02T15:04:05Z07:00",
		"2006-01-02T15Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 -0700 MST",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return sane(t)
		}
	}
	return time.Time{}, false
}

// half is what a language calls a half of the day.
type half struct{ word, sign string }

// halves are those of languages that write them before the clock.
var halves = sync.OnceValue(func() []half {
	var out []half
	for sign, kind := range map[string]lexicon.Kind{"am": lexicon.Morning, "pm": lexicon.Afternoon} {
		for _, w := range lexicon.Words(kind) {
			if r, n := utf8.DecodeRuneInString(w); n < len(w) && unicode.In(r, unicode.Han, unicode.Hangul) {
				out = append(out, half{w, sign})
			}
		}
	}
	return out
})

// ordered puts the parts of a stamp into the order that [Parse] reads: a year
// of two digits gets its century, one behind the clock comes before it, and the
// halves of a Korean or Chinese day go behind it.
func ordered(s string) string {
	for _, half := range halves() {
		if before, after, ok := strings.Cut(s, half.word); ok {
			s = before + after + " " + half.sign
		}
	}
	toks := scan(s)
	for i := range toks {
		if toks[i].month == 0 {
			continue
		}
		switch last := len(toks) - 1; {
		case i > 0 && i+1 < len(toks) && toks[i-1].digits() && toks[i-1].width <= 2 && toks[i+1].digits() && toks[i+1].width == 2:
			return fmt.Sprintf("%d-%02d-%02d%s", century(toks[i+1].n), int(toks[i].month), toks[i-1].n, s[toks[i+1].end:])
		case i+1 < last && toks[i+1].digits() && toks[i+1].width <= 2 && toks[last].width == 4 && !strings.ContainsAny(toks[last-1].after, "+-") && strings.Contains(s[toks[i+1].end:toks[last].start], ":"):
			return fmt.Sprintf("%d-%02d-%02d%s", toks[last].n, int(toks[i].month), toks[i+1].n, s[toks[i+1].end:toks[last].start])
		}
		break
	}
	return s
}

// century is a year of two digits as RFC 2822 reads it, with a later turn.
func century(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}
