package lexicon

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CountOfViews reads how often a page says it was seen: "3 views", "Aufrufe: 1.234",
// "12.4k views", "阅读：1.2万".
func CountOfViews(s string) (int64, bool) {
	at := strings.IndexFunc(s, unicode.IsDigit)
	if at < 0 || len(s) > 80 {
		return 0, false
	}
	if kinds := Of(s); !kinds.Has(Views) || kinds.Has(ReadTime) {
		return 0, false
	}
	end := at
	for end < len(s) && strings.IndexByte("0123456789.,' ", s[end]) >= 0 {
		end++
	}
	if strings.ContainsFunc(s[end:], unicode.IsDigit) {
		return 0, false
	}
	number, rest := strings.Trim(s[at:end], " .,'"), strings.ToLower(strings.TrimSpace(s[end:]))
	for _, unit := range units {
		after, ok := strings.CutPrefix(rest, unit.mark)
		if r, _ := utf8.DecodeRuneInString(after); ok && (after == "" || !isWordRune(r)) {
			f, err := strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
			return int64(f*unit.n + 0.5), err == nil && f < 1e6 // before a unit a mark is the decimal one
		}
	}
	n, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "", " ", "", "'", "").Replace(number), 10, 64)
	return n, err == nil
}

// units are how counts are shortened.
var units = []struct {
	mark string
	n    float64
}{{"mln", 1e6}, {"mio", 1e6}, {"mil", 1e3}, {"тыс", 1e3}, {"млн", 1e6}, {"tys", 1e3}, {"tsd", 1e3}, {"万", 1e4}, {"萬", 1e4}, {"만", 1e4}, {"천", 1e3}, {"k", 1e3}, {"m", 1e6}}
