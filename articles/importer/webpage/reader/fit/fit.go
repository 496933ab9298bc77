// Command fit fits the weights by which the reader of pages tells an article
// from its page.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"

	"lede/articles/importer/chain"
	"lede/articles/importer/webpage/reader"
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
	var out []string
	for i, b := range c.blocks {
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
	pages := flag.Int("made", 300, "how many pages to make")
	tenths := flag.Bool("tenths", false, "leave out a tenth at a time in place of a source")
	flag.Parse()
	extra := made(*pages)
	cases := read(*dir)
	report(cases, extra, *tenths)
	file, err := os.Create(*out)
	check(err)
	check(chain.Fit(labels, append(extra, sampled(cases)...), how).Write(file))
	check(file.Close())
}

var labels = []string{"out", "in"}

var how = chain.Fitting{Rounds: 15, Pull: 0.03, Rarest: 3}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sampled are the cases of which the blocks make up the expected text.
func sampled(cases []*testCase) []chain.Sample {
	var out []chain.Sample
	for _, c := range cases {
		if f1(kept(c, asBool(c.labels)), c.gold) > 0.8 {
			out = append(out, chain.Sample{Features: c.features, Labels: c.labels})
		}
	}
	return out
}

// report prints how pages are read with weights that were not fitted to them.
func report(cases []*testCase, extra []chain.Sample, tenths bool) {
	groups := map[string][]*testCase{}
	for i, c := range cases {
		name := c.Source
		if tenths {
			name = strconv.Itoa(i % 10)
		}
		groups[name] = append(groups[name], c)
	}
	by := map[string][]float64{}
	for name, group := range groups {
		var rest []*testCase
		for other, cs := range groups {
			if other != name {
				rest = append(rest, cs...)
			}
		}
		slices.SortFunc(rest, func(a, b *testCase) int { return strings.Compare(a.ID, b.ID) })
		m := chain.Fit(labels, append(slices.Clone(extra), sampled(rest)...), how)
		for _, c := range group {
			f := f1(kept(c, reader.Choose(c.root, c.blocks, reader.Likely(m, c.features))), c.gold)
			for _, n := range append([]string{"all", c.Source}, c.Tags...) {
				by[n] = append(by[n], f)
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(by)) {
		summary(n, by[n])
	}
}

func asBool(labels []chain.Label) []bool {
	out := make([]bool, len(labels))
	for i, l := range labels {
		out[i] = l == 1
	}
	return out
}
