package keys

import (
	"fmt"
	"unicode/utf8"
)

// meant is ": did you mean …?" with the nearest of the names, or nothing when none
// is near.
func meant(name string, names []string) string {
	if near := nearest(name, names); near != "" {
		return fmt.Sprintf(": did you mean %s?", near)
	}
	return ""
}

// longestName bounds what is compared: no name is nearly as long.
const longestName = 40

// nearest is the one of the names that is fewest letters away, when those are no
// more than a third of it.
func nearest(name string, names []string) string {
	if len(name) > longestName {
		return ""
	}
	best, least := "", 1+max(1, utf8.RuneCountInString(name)/3)
	for _, n := range names {
		if d := distance(name, n); d < least {
			best, least = n, d
		}
	}
	return best
}

// distance is how many letters to put in, take out, change or swap make one word
// of another.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			same := 1
			if x[i] == y[j] {
				same = 0
			}
			row[j+1] = min(last[j]+same, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// short is a name as an error shows it.
func short(name string) string {
	if r := []rune(name); len(r) > longestName {
		return string(r[:longestName]) + "…"
	}
	return name
}
