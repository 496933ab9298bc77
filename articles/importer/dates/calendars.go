package dates

import (
	"slices"
	"strings"
	"time"
)

// buddhist is how far the years of Thailand are ahead, and firstBuddhist the first
// year that is read as one of them: 2564 is 2021.
const buddhist, firstBuddhist = 543, 2430

// thaiMonths are the months of Thailand, January first.
const thaiMonths = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"

// eras are the years before the first ones of those that Japan and Taiwan count
// from: 令和5年 is 2023.
var eras = map[string]int{"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911}

// inEra is a year behind the name of an era, with four digits; t itself behind
// none.
func inEra(t token, before string) token {
	for name, start := range eras {
		if t.digits() && t.width <= 3 && strings.HasSuffix(strings.TrimSpace(before), name) {
			t.n, t.width = t.n+start, 4
		}
	}
	return t
}

// solarMonths are those of Iran; the first begins on 20 or 21 March.
var solarMonths = strings.Fields("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")

// solar is 31 اردیبهشت 1402, in the calendar of Iran: six months of 31 days, six of
// 30, the last of 29 but in leap years.
func solar(toks []token, _ Order) (Date, int) {
	if len(toks) < 3 || !toks[0].digits() || toks[0].n < 1 || toks[0].n > 31 || toks[2].width != 4 || toks[2].n < 1200 || toks[2].n > 1498 || !near(toks[0]) || !near(toks[1]) {
		return Date{}, 0
	}
	month := slices.Index(solarMonths, toks[1].word)
	if month < 0 {
		return Date{}, 0
	}
	days := month*31 - max(0, month-6) + toks[0].n - 1
	for y := 1400; y < toks[2].n; y++ {
		days += solarYear(y)
	}
	for y := toks[2].n; y < 1400; y++ {
		days -= solarYear(y)
	}
	return Date{Time: time.Date(2021, time.March, 21+days, 0, 0, 0, 0, time.UTC)}, 3 // the first day of 1400
}

// solarYear is how many days a year has: of 33 years, eight are leap years.
func solarYear(y int) int {
	if slices.Contains([]int{1, 5, 9, 13, 17, 22, 26, 30}, y%33) {
		return 366
	}
	return 365
}
