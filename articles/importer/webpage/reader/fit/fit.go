// Command fit fits the weights by which the reader of pages tells an article
// from its page.
package main

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"sort"
	"strconv"

	"lede/articles/importer/forest"
)

func bag(ws []string) map[string]int {
	m := map[string]int{}
	for _, w := range ws {
		m[w]++
	}
	return m
}

func f1(got, want []string) float64 {
	g, w := bag(got), bag(want)
	both := 0
	for k, n := range g {
		both += min(n, w[k])
	}
	if both == 0 {
		return 0
	}
	p, r := float64(both)/float64(len(got)), float64(both)/float64(len(want))
	return 2 * p * r / (p + r)
}

func kept(c *testCase, keep []bool) []string {
	out := slices.Clone(c.notes)
	for i, b := range c.Blocks {
		if keep[i] {
			out = append(out, tokens(b.Text)...)
		}
	}
	return out
}

func summary(name string, xs []float64) {
	s := append([]float64{}, xs...)
	sort.Float64s(s)
	sum := 0.0
	for _, x := range s {
		sum += x
	}
	fmt.Printf("%-28s n %3d  mean %.3f  p10 %.3f  min %.3f\n", name, len(s), sum/float64(len(s)), s[len(s)/10], s[0])
}

func main() {
	dir := flag.String("corpus", os.Getenv("CORPUS"), "folder of labelled pages; without one, made pages alone are fitted to")
	out := flag.String("o", "weights.txt", "file of the weights")
	pages := flag.Int("made", 150, "how many pages of articles to make, with twice as many of other kinds")
	leave := flag.String("leave", "source", "what to leave out at a time to report on: source, tenth, or none for no report")
	flag.Parse()
	extra := made(*pages)
	cases := read(*dir)
	if *leave != "none" {
		report(cases, extra, *leave == "tenth")
	}
	file, err := os.Create(*out)
	check(err)
	check(fitted(cases, extra).Write(file))
	check(file.Close())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var how = forest.Fitting{Trees: 200, Depth: 4, Rate: 0.06, Pull: 5, Least: 3, Share: 0.3, Seed: 1}

// fitted are the trees for some pages, of which those count whose blocks make up
// the expected text; made pages count less.
func fitted(cases, extra []*testCase) *forest.Forest {
	const madeWeight = 0.07
	var all []forest.Sample
	for _, c := range cases {
		if f1(kept(c, c.labels), c.gold) > 0.8 {
			all = append(all, c.sample(1))
		}
	}
	for _, c := range extra {
		all = append(all, c.sample(madeWeight))
	}
	return forest.Fit(all, how)
}

// sample is a page to fit to. All pages weigh the same, in them long blocks more
// than short ones.
func (c *testCase) sample(weight float64) forest.Sample {
	const whole = 100
	s := forest.Sample{Table: c.table, Is: c.labels}
	sum := 0.0
	for _, b := range c.Blocks {
		w := math.Sqrt(float64(len(b.Text) + 8))
		s.Weight = append(s.Weight, w)
		sum += w
	}
	for i := range s.Weight {
		s.Weight[i] *= whole * weight / sum
	}
	return s
}

// report prints how pages are read with weights that were not fitted to them.
func report(cases, extra []*testCase, tenths bool) {
	groups := map[string][]*testCase{}
	for i, c := range cases {
		name := c.Source
		if tenths {
			name = strconv.Itoa(i % 10)
		}
		groups[name] = append(groups[name], c)
	}
	by := map[string][]float64{}
	for _, group := range groups {
		rest := slices.DeleteFunc(slices.Clone(cases), func(c *testCase) bool { return slices.Contains(group, c) })
		m := fitted(rest, extra)
		for _, c := range group {
			f := f1(kept(c, c.Choose(m.Odds(c.table))), c.gold)
			for _, n := range append([]string{"all", c.Source}, c.Tags...) {
				by[n] = append(by[n], f)
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(by)) {
		summary(n, by[n])
	}
}
