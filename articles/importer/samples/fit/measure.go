package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"lede/articles/importer/chain"
	"lede/articles/importer/clipping"
)

// counts are lines and texts by label: how many are of it, were given it, and
// were given it rightly; and in how many texts that have the label or were given
// it, all of its lines are right.
type counts struct{ is, said, right, texts, whole int }

// measure counts how right labels are on texts that had no part in the fitting,
// by label and by what was left out.
// What is alike by the kind of by ("layout") is left out together, in at most so
// many parts; what has none of the kind stays in.
func measure(texts []text, by string, parts int, show string) (labels []counts, each map[string]counts) {
	var groups []string
	for _, t := range texts {
		if g := t.from[by]; g != "" && !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	labels, each = make([]counts, len(clipping.LabelNames)), map[string]counts{}
	for part := range min(parts, len(groups)) {
		outside := func(t text) bool {
			i := slices.Index(groups, t.from[by])
			return i >= 0 && i%parts == part
		}
		m := fit(slices.DeleteFunc(slices.Clone(texts), outside))
		for _, t := range texts {
			if !outside(t) {
				continue
			}
			got := m.Decode(sample(t).Features)
			right := tally(labels, t, got)
			g := each[t.from[by]]
			each[t.from[by]] = counts{right: g.right + right, is: g.is + len(got)}
			if show != "" && strings.Contains(t.name, show) {
				tell(t, got)
			}
		}
	}
	return labels, each
}

// tally counts the lines of a text, and returns how many are right.
func tally(labels []counts, t text, got []chain.Label) (right int) {
	text := make([]counts, len(labels))
	for i, want := range t.labels {
		text[want].is++
		text[got[i]].said++
		if int(got[i]) == int(want) {
			text[want].right++
			right++
		}
	}
	for i, c := range text {
		l := &labels[i]
		l.is, l.said, l.right = l.is+c.is, l.said+c.said, l.right+c.right
		if c.is+c.said > 0 {
			l.texts++
			if c.is == c.right && c.said == c.right {
				l.whole++
			}
		}
	}
	return right
}

// tell prints the lines that got another label.
func tell(t text, got []chain.Label) {
	for i, want := range t.labels {
		if int(got[i]) != int(want) {
			fmt.Printf("%s:%d %s for %s: %.90s\n", t.name, t.lines[i].Line+1, clipping.LabelNames[got[i]], clipping.LabelNames[want], t.lines[i].Text)
		}
	}
}

// report prints the counts, the worst of what was left out first.
func report(labels []counts, each map[string]counts) {
	share := func(n, all int) float64 { return float64(n) / float64(max(all, 1)) }
	all := counts{}
	for i, c := range labels {
		if c.is > 0 {
			fmt.Printf("%-10s %6d lines  precision %.3f  recall %.3f   whole in %.3f of %d texts\n",
				clipping.LabelNames[i], c.is, share(c.right, c.said), share(c.right, c.is), share(c.whole, c.texts), c.texts)
		}
		all.is, all.right, all.texts, all.whole = all.is+c.is, all.right+c.right, all.texts+c.texts, all.whole+c.whole
	}
	fmt.Printf("all        %6d lines  right %.4f   whole in %.3f of %d\n", all.is, share(all.right, all.is), share(all.whole, all.texts), all.texts)
	names := slices.SortedFunc(maps.Keys(each), func(a, b string) int { return each[a].right*each[b].is - each[b].right*each[a].is })
	for _, name := range names {
		fmt.Printf("  %-24s %.4f of %d\n", name, share(each[name].right, each[name].is), each[name].is)
	}
}
