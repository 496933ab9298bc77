package main

import (
	"slices"
	"strings"

	"lede/articles/importer/webpage/reader"
)

// in says which blocks stand in the expected text, of which the words are given: a
// long one when most of its runs of three words do; a short one when its words stand
// there between the long ones around it.
func in(blocks []*reader.Block, want []string) []bool {
	const long, most = 6, 0.66 // words, share of runs
	at := map[string]int{}     // where a run of words stands, behind one
	for i := range want {
		if run := strings.Join(want[i:min(i+3, len(want))], " "); at[run] == 0 {
			at[run] = i + 1
		}
	}
	out := make([]bool, len(blocks))
	words := make([][]string, len(blocks))
	starts, ends := make([]int, len(blocks)), make([]int, len(blocks)) // of long ones, in the text
	for k, b := range blocks {
		words[k] = tokens(b.Text)
		var found []int
		runs := len(words[k]) - 2
		for i := range max(0, runs) {
			if n := at[strings.Join(words[k][i:i+3], " ")]; n > 0 {
				found = append(found, n-1)
			}
		}
		if len(words[k]) >= long && float64(len(found)) >= most*float64(runs) {
			slices.Sort(found)
			middle := found[len(found)/2]
			out[k], starts[k], ends[k] = true, max(0, middle-len(words[k])/2), middle+len(words[k])/2
		}
	}
	short := slices.Clone(out)
	for k := range blocks {
		if len(words[k]) >= long {
			continue
		}
		from, to := 0, len(want)
		if before := lastOf(short[:k]); before >= 0 {
			from = min(ends[before], len(want))
		}
		if after := slices.Index(short[k:], true); after > 0 {
			to = max(from, min(to, starts[k+after]+2))
		}
		text := " " + strings.Join(want[from:to], " ") + " "
		out[k] = strings.Contains(text, " "+strings.Join(words[k], " ")+" ")
	}
	for k := range blocks { // what has no words is as what stands around it
		if len(words[k]) == 0 {
			out[k] = k > 0 && out[k-1] && k+1 < len(out) && out[k+1]
		}
	}
	return out
}

func lastOf(is []bool) int {
	for i, yes := range slices.Backward(is) {
		if yes {
			return i
		}
	}
	return -1
}
