package samples

import (
	"fmt"
	"strings"
	"time"
)

// day writes the day of the article, or of its last change, as the site does.
func (w *writer) day(changed bool) string {
	old := w.when
	w.when = w.published
	if changed {
		w.when = w.updated
	}
	s := w.fill(w.dayForm)
	w.when = old
	return s
}

// calendar returns a part of the day that is being written; in prose, of any day.
func (w *writer) calendar(slot string) string {
	t := w.when
	if t.IsZero() {
		t = w.someDay()
	}
	list := func(name string, i int) string {
		if all := w.language.lists[name]; i < len(all) {
			return all[i]
		}
		return fmt.Sprint(i + 1)
	}
	switch slot {
	case "weekday":
		return list("weekdays", (int(t.Weekday())+6)%7)
	case "month":
		return list("months", int(t.Month())-1)
	case "mon":
		return list("short months", int(t.Month())-1)
	case "d":
		return fmt.Sprint(t.Day())
	case "dd":
		return fmt.Sprintf("%02d", t.Day())
	case "mm":
		return fmt.Sprintf("%02d", t.Month())
	case "y":
		return fmt.Sprint(t.Year())
	case "h":
		return fmt.Sprintf("%02d", t.Hour())
	case "h12":
		return fmt.Sprint(1 + t.Hour()%12)
	default:
		return fmt.Sprintf("%02d", t.Minute())
	}
}

// someDay returns a day whose numbers cannot be mistaken: after the 12th.
func (w *writer) someDay() time.Time {
	return time.Date(2009+w.n(17), time.Month(1+w.n(12)), 13+w.n(16), w.n(24), w.n(60), 0, 0, time.UTC)
}

// big writes a number with the marks that a site sets between thousands.
func (w *writer) big(n int) string {
	s := fmt.Sprint(n)
	mark := ","
	switch w.language.name {
	case "de", "es", "it", "pt", "nl", "tr":
		mark = "."
	case "fr", "ru", "pl", "sv":
		mark = "\u00a0"
	}
	if len(s) > 3 && w.marked {
		s = s[:len(s)-3] + mark + s[len(s)-3:]
	}
	return strings.TrimSpace(s)
}
