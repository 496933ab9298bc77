package render

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"

	"lede/ui/settled"
)

// cells is the most columns that s takes on a screen; soft hyphens take none.
// A terminal counts by grapheme clusters when it has mode 2027, else character
// by character, as wcwidth does: a family of four is two cells or eight. Which
// of them it is, is known late or never, so that nothing may rest on the lesser.
func cells(s string) int {
	if isASCII(s) {
		return len(s)
	}
	if n, ok := settledCells(s); ok {
		return n
	}
	total := 0
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		total += clusterCells(g.Value(), g.Width())
	}
	return total
}

// spare is how many of the columns of s a terminal that counts by grapheme
// clusters does not take.
func spare(s string, cells int) int {
	if isASCII(s) {
		return 0
	}
	if _, ok := settledCells(s); ok {
		return 0
	}
	return cells - displaywidth.String(strings.ReplaceAll(s, softHyphen, ""))
}

// clusterCells is the columns of one grapheme cluster, of so many when counted
// as one.
func clusterCells(cluster string, whole int) int {
	if len(cluster) == 1 {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(cluster); n == len(cluster) {
		if columns, ok := settled.Columns(r); ok {
			return columns
		}
	}
	if strings.Contains(cluster, softHyphen) {
		cluster = strings.ReplaceAll(cluster, softHyphen, "")
		whole = displaywidth.String(cluster)
	}
	return max(whole, ansi.WcWidth.StringWidth(cluster))
}

// settledCells is the columns of s when every character of it is one that takes
// its own, whichever way a terminal counts; false when one may be of a cluster.
// Most text is such, and need not be looked through for clusters.
func settledCells(s string) (int, bool) {
	total := 0
	for _, r := range s {
		n, ok := settled.Columns(r)
		if !ok {
			return 0, false
		}
		total += n
	}
	return total, true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
