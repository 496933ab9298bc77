package filename

import (
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Date is the date that bloggers put into the name of a file or of its
// folder, 2026-02-08-title.md, or into the folders above either, 2026/02/08.
func Date(name string) time.Time {
	dir := path.Dir(filepath.ToSlash(name))
	for _, part := range [...]string{path.Base(filepath.ToSlash(name)), path.Base(dir)} {
		if t, _, ok := cutDate(part); ok {
			return t
		}
	}
	for _, above := range [...]string{dir, path.Dir(dir)} {
		parts := strings.Split(above, "/")
		if n := len(parts); n >= 3 {
			if t, err := time.Parse(time.DateOnly, strings.Join(parts[n-3:], "-")); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}

// digitDates are the dates that stand at the start of a name as digits alone.
var digitDates = [...]string{"20060102150405", "200601021504", "20060102"}

// cutDate cuts a date and the separator after it from the start of a name. A
// date of digits alone is one of the last hundred years.
func cutDate(name string) (date time.Time, rest string, ok bool) {
	for _, layout := range append([]string{"2006-01-02", "2006_01_02", "2006.01.02"}, digitDates[:]...) {
		if len(name) < len(layout) {
			continue
		}
		date, err := time.Parse(layout, name[:len(layout)])
		rest = name[len(layout):]
		if err != nil || rest != "" && !strings.ContainsRune("-_. ", rune(rest[0])) ||
			layout[4] == '0' && (date.Year() < 1950 || date.Year() > 2099) {
			continue
		}
		return date.Truncate(24 * time.Hour), strings.TrimLeft(rest, "-_. "), true
	}
	return time.Time{}, name, false
}
