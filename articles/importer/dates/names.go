package dates

import (
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // a zone such as "America/New_York" is read alike on every machine
	"unicode"

	"lede/articles/importer/lexicon"
)

// months maps a name to its month, in small letters.
var months = sync.OnceValue(func() map[string]time.Month {
	m := make(map[string]time.Month, 512)
	for _, language := range append(lexicon.MonthNames(), strings.Fields(thaiMonths)) {
		for i, forms := range language {
			for form := range strings.SplitSeq(forms, "/") {
				if _, taken := m[form]; !taken && form != "_" {
					m[form] = time.Month(i + 1)
				}
			}
		}
	}
	return m
})

// small are the words between the parts of a date: "8 de febrero", "8th of
// February".
var small = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range lexicon.Words(lexicon.DateWord) {
		m[w] = true
	}
	return m
})

// zones are the abbreviations of time zones that publishers print, in hours
// from UTC. Those that name more than one zone are left out.
var zones = map[string]float64{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "msk": 3,
	"est": -5, "edt": -4, "et": -5, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "pt": -8,
	"jst": 9, "kst": 9, "aest": 10, "aedt": 11,
}

// zoneName reads the name of a place that stands for its zone, at the start of
// s, and says how many bytes it takes: "America/New_York".
func zoneName(s string) (*time.Location, int) {
	start := len(s) - len(strings.TrimLeft(s, " (["))
	name := s[start:]
	if end := strings.IndexFunc(name, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !strings.ContainsRune("/_-+", r)
	}); end >= 0 {
		name = name[:end]
	}
	if area, place, ok := strings.Cut(name, "/"); !ok || area == "" || place == "" || start > 2 || name[0] < 'A' || name[0] > 'Z' {
		return nil, 0
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, 0
	}
	return zone, start + len(name)
}
