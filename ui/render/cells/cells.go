// Package cells tells how many columns of a screen a text takes, on every
// terminal that may show it.
package cells

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"

	"lede/ui/settled"
)

// SoftHyphen is a hyphen that shows, and takes a column, only where a line ends at
// it.
const SoftHyphen = "\u00ad"

// Of is the most columns that s takes on a screen; soft hyphens take none.
// A terminal counts by grapheme clusters when it has mode 2027, else character
// by character, as wcwidth does: a family of four is two cells or eight. Which
// of them it is, is known late or never, so that nothing may rest on the lesser.
func Of(s string) int {
	if isASCII(s) {
		return len(s)
	}
	if n, ok := settledCells(s); ok {
		return n
	}
	total := 0
	for _, width := range Clusters(s) {
		total += width
	}
	return total
}

// Clusters are the grapheme clusters of s, each with the columns that it takes.
func Clusters(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		g := displaywidth.StringGraphemes(s)
		for g.Next() {
			if v := g.Value(); !yield(v, ofCluster(v, g.Width())) {
				return
			}
		}
	}
}

// Spare is how many of the columns of s a terminal that counts by grapheme
// clusters does not take.
func Spare(s string, cells int) int {
	if isASCII(s) {
		return 0
	}
	if _, ok := settledCells(s); ok {
		return 0
	}
	return cells - displaywidth.String(strings.ReplaceAll(s, SoftHyphen, ""))
}

// ofCluster is the columns of one grapheme cluster, of so many when counted
// as one.
func ofCluster(cluster string, whole int) int {
	if len(cluster) == 1 {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(cluster); n == len(cluster) {
		if columns, ok := settled.Columns(r); ok {
			return columns
		}
	}
	if strings.Contains(cluster, SoftHyphen) {
		cluster = strings.ReplaceAll(cluster, SoftHyphen, "")
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
