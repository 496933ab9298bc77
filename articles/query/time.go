package query

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Event is what happened to an article at a time.
type Event string

// The events.
const (
	Published Event = "date"
	Added     Event = "added"
	Opened    Event = "opened" // last
)

// Time compares when something happened. It is never found for what never happened.
type Time struct {
	Event   Event
	Compare Compare // for an age either AtMost, which is since then, or More, before it
	When    When
}

// When is a date, which may be a whole month or a year, or a time before now. That stays
// what it is until [Time.Span] is asked, so that a query that is kept stays true.
type When struct {
	Year, Month, Day int // Day, or both it and Month, are 0 when they are left out

	Ago  int
	Unit Unit // of Ago; 0 for a date
}

// Unit is what the time before now is counted in.
type Unit byte

// The units.
const (
	Hours  Unit = 'h'
	Days   Unit = 'd'
	Weeks  Unit = 'w'
	Months Unit = 'm'
	Years  Unit = 'y'

	Midnights Unit = '0' // whole days: 0 is today, and 1 yesterday
)

const (
	today     = "today"
	yesterday = "yesterday"
)

// isAge reports whether a time is an instant before now, and no date.
func (w When) isAge() bool { return w.Unit != 0 && w.Unit != Midnights }

// Span is the time within which it must have happened, for a reader whose time it is: from
// the one instant on, and before the other. A zero instant is no limit.
func (t Time) Span(now time.Time) (from, before time.Time) {
	start, end := t.When.span(now)
	switch {
	case t.When.isAge() && t.Compare == More:
		return time.Time{}, start
	case t.When.isAge():
		return start, time.Time{}
	}
	switch t.Compare {
	case Less:
		return time.Time{}, start
	case AtMost:
		return time.Time{}, end
	case More:
		return end, time.Time{}
	case AtLeast:
		return start, time.Time{}
	}
	return start, end
}

// holds reports whether something that happened at a time is found.
func (t Time) holds(at, now time.Time) bool {
	from, before := t.Span(now)
	return !at.IsZero() && !at.Before(from) && (before.IsZero() || at.Before(before))
}

// span is from when to when a date lasts; an age is an instant.
func (w When) span(now time.Time) (start, end time.Time) {
	zone := now.Location()
	switch w.Unit {
	case Hours:
		start = now.Add(-time.Duration(w.Ago) * time.Hour)
	case Days:
		start = now.AddDate(0, 0, -w.Ago)
	case Weeks:
		start = now.AddDate(0, 0, -7*w.Ago)
	case Months:
		start = now.AddDate(0, -w.Ago, 0)
	case Years:
		start = now.AddDate(-w.Ago, 0, 0)
	case Midnights:
		year, month, day := now.Date()
		return time.Date(year, month, day-w.Ago, 0, 0, 0, 0, zone), time.Date(year, month, day-w.Ago+1, 0, 0, 0, 0, zone)
	default:
		start = time.Date(w.Year, time.Month(max(1, w.Month)), max(1, w.Day), 0, 0, 0, 0, zone)
		switch {
		case w.Month == 0:
			return start, start.AddDate(1, 0, 0)
		case w.Day == 0:
			return start, start.AddDate(0, 1, 0)
		}
		return start, start.AddDate(0, 0, 1)
	}
	return start, start
}

// String is the time as it is typed: "7d", "2026-02", "today".
func (w When) String() string {
	switch {
	case w.isAge():
		return strconv.Itoa(w.Ago) + string(w.Unit)
	case w.Unit == Midnights && w.Ago == 0:
		return today
	case w.Unit == Midnights:
		return yesterday
	case w.Month == 0:
		return fmt.Sprintf("%04d", w.Year)
	case w.Day == 0:
		return fmt.Sprintf("%04d-%02d", w.Year, w.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Month, w.Day)
}

// parseWhen is a time as it is typed.
func parseWhen(s string) (w When, ok bool) {
	switch strings.ToLower(s) {
	case today:
		return When{Unit: Midnights}, true
	case yesterday:
		return When{Unit: Midnights, Ago: 1}, true
	}
	if n := len(s) - 1; n > 0 && strings.IndexByte("hdwmy", s[n]|0x20) >= 0 {
		ago, ok := digits(s[:n], 6)
		return When{Ago: ago, Unit: Unit(s[n] | 0x20)}, ok
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	var date [3]int
	if len(parts) > len(date) || len(parts) == 0 || len(parts[0]) != 4 || len(s) > len("2026-01-01") {
		return w, false
	}
	for i, part := range parts {
		if date[i], ok = digits(part, 4); !ok || date[i] == 0 {
			return w, false
		}
	}
	w = When{Year: date[0], Month: date[1], Day: date[2]}
	day := time.Date(w.Year, time.Month(max(1, w.Month)), max(1, w.Day), 0, 0, 0, 0, time.UTC)
	return w, int(day.Month()) == max(1, w.Month) && day.Day() == max(1, w.Day)
}

// digits is a number of so many digits at most.
func digits(s string, most int) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
		if i == most {
			return 0, false
		}
	}
	return n, s != ""
}
