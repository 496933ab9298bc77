// Package dates reads the dates that publishers print, in many languages:
// "Feb 8, 2026", "8. Februar 2026", "08/02/2026", "2026年2月8日", RFC 3339.
package dates

import (
	"strings"
	"time"
	"unicode"
)

// Order says how a date such as 08/02/2026 is read, which is 8 February to
// most of the world and August 2 in the United States.
type Order int

// The orders. Under [Unsure] such a date counts as month first, and [Date]
// says that it was a guess.
const (
	Unsure Order = iota
	MonthFirst
	DayFirst
)

// Date is a date found in a text.
type Date struct {
	Time time.Time // midnight UTC when the text states no clock
	// Either is set when day and month could change places and nothing told
	// which is which.
	Either bool
	// Numbers is the order that the date itself proves, as 30/12/2026 does.
	Numbers    Order
	Start, End int // where it stands in the text, in bytes, with its clock
}

// Swapped is d with day and month changed.
func (d Date) Swapped() time.Time {
	t := d.Time
	return time.Date(t.Year(), time.Month(t.Day()), int(t.Month()), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
}

// Parse reads the first date in s. It reports false when there is none.
func Parse(s string, order Order) (time.Time, bool) {
	d, ok := Find(s, order)
	return d.Time, ok
}

// Find returns the first date in s. A date needs a year, a month and a day;
// the year must lie between 1000 and 2999.
func Find(s string, order Order) (Date, bool) {
	all := find(s, order, 1)
	if len(all) == 0 {
		return Date{}, false
	}
	return all[0], true
}

// mostText is how much of a text dates are looked for in: who wants a date reads
// a line, and not a book that stands in one.
const mostText = 64 << 10

// FindAll returns every date in s, in order.
func FindAll(s string, order Order) []Date { return find(s, order, len(s)) }

func find(s string, order Order, most int) []Date {
	s = s[:min(len(s), mostText)]
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return nil // as most lines
	}
	var out []Date
	toks := scan(s)
	for i := 0; i < len(toks) && len(out) < most; i++ {
		d, n := at(toks[i:], order)
		if n == 0 {
			continue
		}
		d.Start, d.End = toks[i].start, toks[i+n-1].end
		d, end := clock(d, toks[i+n:])
		if d.End = max(d.End, end); end > 0 && d.Time.Location() == time.UTC {
			if zone, n := zoneName(s[end:]); n > 0 {
				y, m, dom := d.Time.Date()
				d.Time = time.Date(y, m, dom, d.Time.Hour(), d.Time.Minute(), d.Time.Second(), d.Time.Nanosecond(), zone)
				d.End += n
			}
		}
		for i+1 < len(toks) && toks[i+1].start < d.End {
			i++
		}
		out = append(out, d)
	}
	return out
}

// at reads a date at the start of toks, and says how many tokens it took.
func at(toks []token, order Order) (Date, int) {
	t := toks[0]
	if t.month == 0 && !t.digits() {
		return Date{}, 0
	}
	for _, form := range forms {
		if d, n := form(toks, order); n > 0 {
			return d, n
		}
	}
	return Date{}, 0
}

var forms = []func([]token, Order) (Date, int){solar, compact, yearFirst, dayMonthYear, monthDayYear, numeric}

// compact is 20260208.
func compact(toks []token, _ Order) (Date, int) {
	if t := toks[0]; t.digits() && t.width == 8 {
		if d, ok := day(t.n/10000, t.n/100%100, t.n%100); ok && t.n/10000 >= 1900 {
			return d, 1
		}
	}
	return Date{}, 0
}

// yearFirst is 2026-02-08, 2026/2/8, 2026. 2. 8., 2026年2月8日, 2026년 2월 8일,
// 2026 February 8.
func yearFirst(toks []token, _ Order) (Date, int) {
	if toks[0].width != 4 || len(toks) < 3 || !toks[0].digits() {
		return Date{}, 0
	}
	gap1, gap2 := toks[0].after, toks[1].after
	numbers := toks[1].digits() && toks[1].width <= 2 && strings.ContainsAny(gap1, "-/.年년‐–") && strings.ContainsAny(gap2, "-/.月월‐–")
	if !numbers && (toks[1].month == 0 || len(strings.TrimSpace(gap1)) > 1) {
		return Date{}, 0
	}
	month := toks[1].n
	if toks[1].month != 0 {
		month = int(toks[1].month)
	}
	if d, ok := day(toks[0].n, month, toks[2].n); ok && toks[2].digits() && toks[2].width <= 2 && len(gap1) < 8 && len(gap2) < 8 {
		return d, 3
	}
	return Date{}, 0
}

// dayMonthYear is 8 February 2026, 8. Februar 2026, 8 de febrero de 2026,
// 8th of February, 2026, 8-Feb-2026, 8 2月 2026.
func dayMonthYear(toks []token, _ Order) (Date, int) {
	if !toks[0].digits() || toks[0].width > 2 {
		return Date{}, 0
	}
	i := skip(toks, 1)
	if i >= len(toks) || !near(toks[i-1]) {
		return Date{}, 0
	}
	month, after := int(toks[i].month), toks[i]
	if rest, ok := strings.CutPrefix(after.after, "月"); ok && after.digits() && after.width <= 2 {
		month, after.after = after.n, rest
	}
	last := skip(toks, i+1)
	if month == 0 || last >= len(toks) || last == i+1 && !near(after) || last > i+1 && !near(toks[last-1]) {
		return Date{}, 0
	}
	i = last
	if d, ok := day(year(toks[i]), month, toks[0].n); ok {
		return d, i + 1
	}
	return Date{}, 0
}

// monthDayYear is Feb 8, 2026, February 8th 2026.
func monthDayYear(toks []token, _ Order) (Date, int) {
	if toks[0].month == 0 || len(toks) < 3 || !near(toks[0]) {
		return Date{}, 0
	}
	i := skip(toks, 2)
	if i >= len(toks) || !near(toks[i-1]) || !toks[1].digits() || toks[1].width > 2 {
		return Date{}, 0
	}
	if d, ok := day(year(toks[i]), int(toks[0].month), toks[1].n); ok {
		return d, i + 1
	}
	return Date{}, 0
}

// numeric is 08/02/2026, 08.02.2026, 08-02-2026 and 08.02.26.
func numeric(toks []token, order Order) (Date, int) {
	if len(toks) < 3 || !toks[0].digits() || !toks[1].digits() || toks[0].width > 2 || toks[1].width > 2 {
		return Date{}, 0
	}
	mark := strings.TrimSpace(toks[0].after)
	if mark != strings.TrimSpace(toks[1].after) || mark != "/" && mark != "." && mark != "-" {
		return Date{}, 0
	}
	y := year(toks[2])
	if toks[2].width == 2 && toks[2].digits() && mark != "-" {
		y = 2000 + toks[2].n
	}
	first, second := toks[0].n, toks[1].n
	dayFirst := first > 12 || order == DayFirst || order == Unsure && mark == "."
	if second > 12 {
		dayFirst = false
	}
	month, dom := first, second
	if dayFirst {
		month, dom = second, first
	}
	d, ok := day(y, month, dom)
	if !ok {
		return Date{}, 0
	}
	switch {
	case first > 12:
		d.Numbers = DayFirst
	case second > 12:
		d.Numbers = MonthFirst
	case first != second:
		d.Either = order == Unsure && mark != "."
	}
	return d, 3
}

// day checks that the day exists.
func day(y, m, d int) (Date, bool) {
	if y >= firstBuddhist && y < 2700 {
		y -= buddhist
	}
	if y < 1000 || y > 2999 || m < 1 || m > 12 || d < 1 || d > 31 {
		return Date{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return Date{Time: t}, t.Day() == d
}

func year(t token) int {
	if t.digits() && t.width == 4 {
		return t.n
	}
	return 0
}

// skip passes the small words between the parts of a date: "8 de febrero de
// 2026", "8th of February".
func skip(toks []token, i int) int {
	for i < len(toks) && toks[i].word != "" && small()[toks[i].word] {
		i++
	}
	return i
}
