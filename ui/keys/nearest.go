package keys

import (
	"fmt"

	"lede/articles/nearest"
)

// meant is ": did you mean …?" with the nearest of the names, or nothing when none
// is near.
func meant(name string, names []string) string {
	if near := nearest.First(name, names); near != "" {
		return fmt.Sprintf(": did you mean %s?", near)
	}
	return ""
}

// longestName bounds what an error shows of a name: none is nearly as long.
const longestName = 40

// short is a name as an error shows it.
func short(name string) string {
	if r := []rune(name); len(r) > longestName {
		return string(r[:longestName]) + "…"
	}
	return name
}
