package main

import (
	"fmt"
	"slices"

	"lede/articles/importer/chain"
	"lede/articles/importer/clipping"
)

// measure prints how many labels are right on texts whose groups had no part in
// the fitting: precision and recall of each label, and the worst texts.
func measure(texts []text, how chain.Fitting, folds int, show bool) {
	k := len(clipping.LabelNames)
	confused := make([][]int, k)
	for i := range confused {
		confused[i] = make([]int, k)
	}
	type result struct {
		name      string
		good, all int
	}
	var results []result
	kinds := map[string][2]int{}
	for f := range folds {
		in, outside := split(texts, f, folds)
		if folds == 1 {
			in = texts // how well the weights fit, not how good they are
		}
		m := fit(in, how)
		for _, t := range outside {
			r := result{name: t.name, all: len(t.labels)}
			for i, got := range m.Decode(sample(t).Features) {
				confused[t.labels[i]][got]++
				if int(got) == int(t.labels[i]) {
					r.good++
				} else if show {
					fmt.Printf("%s:%d %s for %s: %.90s\n", t.name, t.lines[i].Line+1, clipping.LabelNames[got], clipping.LabelNames[t.labels[i]], t.lines[i].Text)
				}
			}
			results = append(results, r)
			kinds[t.kind] = [2]int{kinds[t.kind][0] + r.good, kinds[t.kind][1] + r.all}
		}
	}
	good, all := 0, 0
	for i, name := range clipping.LabelNames {
		said, is := 0, 0
		for j := range k {
			said += confused[j][i]
			is += confused[i][j]
		}
		good += confused[i][i]
		all += is
		if is == 0 {
			continue
		}
		most, at := 0, i
		for j := range k {
			if j != i && confused[i][j] > most {
				most, at = confused[i][j], j
			}
		}
		fmt.Printf("%-10s %6d  precision %.3f  recall %.3f  most often taken for %s (%d)\n", name, is,
			float64(confused[i][i])/float64(max(said, 1)), float64(confused[i][i])/float64(is), clipping.LabelNames[at], most)
	}
	for kind, n := range kinds {
		fmt.Printf("%-10s %6d  right %.4f\n", kind, n[1], float64(n[0])/float64(n[1]))
	}
	fmt.Printf("all        %6d  right %.4f\n", all, float64(good)/float64(all))
	slices.SortFunc(results, func(a, b result) int { return a.good*b.all - b.good*a.all })
	for _, r := range results[:min(len(results), 12)] {
		fmt.Printf("  %s %d of %d\n", r.name, r.good, r.all)
	}
}
