package saved

import (
	"strconv"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/dates"
)

// seen is a text of an export, clean; it is empty when nobody would see anything
// of it. Every value goes through it before anything is decided by its being
// there.
func seen(s string) string {
	if s = articles.Clean(s); !articles.Shows(s) {
		return ""
	}
	return s
}

// when is a time as exports write it: seconds since 1970, or thousandths or
// millionths of them, or a date. It is zero when it is none, or not of a time
// that had such services.
func when(s string) time.Time {
	s = strings.TrimSpace(s)
	var at time.Time
	seconds, parts, _ := strings.Cut(s, ".")
	if strings.Trim(parts, "0123456789") != "" {
		seconds = s
	}
	if n, err := strconv.ParseInt(seconds, 10, 64); err == nil && n > 0 {
		const since1601 = 11_644_473_600 // seconds, from which Chrome counts
		if n > 1e16 {
			n = n/1e6 - since1601
		}
		for n > 1e11 {
			n /= 1000
		}
		at = time.Unix(n, 0).UTC()
	} else if at, err = time.Parse(time.RFC3339, s); err != nil {
		for _, layout := range [...]string{"2006-01-02 15:04:05.999999999-07:00", "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05", "January 2, 2006 3:04 PM"} {
			if at, err = time.Parse(layout, s); err == nil {
				break
			}
		}
		if err != nil {
			at, _ = dates.Parse(s, dates.Unsure)
		}
	}
	if at.Year() < 1990 || at.Year() > 2200 {
		return time.Time{}
	}
	return at.UTC()
}

// yes reports whether a value says so.
func yes(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "1", "true", "yes", "y", "t":
		return true
	}
	return false
}

// number is a share or a percentage as a share from 0 to 1.
func number(s string) float64 {
	s, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	n, err := strconv.ParseFloat(s, 64)
	if percent || n > 1 {
		n /= 100
	}
	if err != nil || !(n > 0) {
		return 0
	}
	return min(n, 1)
}

// mostNames is how many names are read of one value.
const mostNames = 100

// names parts tags: a list of JSON or Python, or words with |, commas or
// semicolons between them.
func names(s string) []string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return listed(s[1 : len(s)-1])
	}
	parts := strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' })
	if strings.Contains(s, "|") {
		parts = strings.SplitSeq(s, "|")
	}
	var out []string
	for name := range parts {
		if out = append(out, name); len(out) == mostNames {
			break
		}
	}
	return out
}

// listed is the texts of a list, each in quotation marks of its own.
func listed(s string) []string {
	var out []string
	for s != "" && len(out) < mostNames {
		at := strings.IndexAny(s, `"'`)
		if at < 0 {
			break
		}
		mark := s[at]
		s = s[at+1:]
		var b strings.Builder
		i := 0
		for ; i < len(s) && s[i] != mark; i++ {
			if s[i] == '\\' && i+1 < len(s) {
				i++
			}
			b.WriteByte(s[i])
		}
		out = append(out, b.String())
		s = s[min(len(s), i+1):]
	}
	return out
}
