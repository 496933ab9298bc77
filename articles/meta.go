package articles

import (
	"fmt"
	"strconv"
	"time"
)

// ReadLabel is a read time as it is shown: "6 min read".
func ReadLabel(minutes int) string { return strconv.Itoa(minutes) + " min read" }

// ViewsLabel is the two counts of views as they are shown: "3 views"; with a
// count that the source states, "12.4k views · you 2". It is empty when there
// are none.
func ViewsLabel(own int, source int64) string {
	switch {
	case source > 0 && own > 0:
		return fmt.Sprintf("%s · you %s", counted(source), Abbreviate(int64(own)))
	case source > 0:
		return counted(source)
	case own > 0:
		return counted(int64(own))
	}
	return ""
}

func counted(n int64) string {
	if n == 1 {
		return "1 view"
	}
	return Abbreviate(n) + " views"
}

// Abbreviate is a count in at most five characters: 999, 12.4k, 3.1M.
func Abbreviate(n int64) string {
	switch {
	case n < 1000:
		return strconv.FormatInt(n, 10)
	case n < 999_950:
		return tenths(float64(n)/1000) + "k"
	case n < 999_950_000:
		return tenths(float64(n)/1_000_000) + "M"
	}
	return tenths(float64(n)/1_000_000_000) + "G"
}

func tenths(f float64) string {
	if f >= 99.95 {
		return strconv.FormatFloat(f, 'f', 0, 64)
	}
	s := strconv.FormatFloat(f, 'f', 1, 64)
	if s[len(s)-2:] == ".0" {
		return s[:len(s)-2]
	}
	return s
}

// SeriesLabel is the series of an article and its place in it as they are
// shown: "Moby-Dick · 3 of 135", or as much of it as is known.
func SeriesLabel(a *Article) string {
	name := CleanLine(a.Series)
	switch {
	case name == "" || a.Part <= 0:
		return name
	case a.Parts >= a.Part:
		return fmt.Sprintf("%s · %d of %d", name, a.Part, a.Parts)
	}
	return fmt.Sprintf("%s · part %d", name, a.Part)
}

// DateLabel is a date as it is shown: "Feb 8, 2026"; empty for no date.
func DateLabel(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("Jan 2, 2006")
}
