// Command fit fits the weights by which the reader of pages tells an article
// from its page: to pages that are made, and to labelled pages of a folder.
//
//	CORPUS=FOLDER go run ./articles/importer/webpage/reader/fit -o weights.txt
//
// With -leave it writes nothing and measures how the whole reader does on pages that
// had no part in the fitting: -leave tenth and -leave source leave out a tenth of the
// pages, or those of one source, at a time.
package main

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"

	"lede/articles/importer/forest"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/reader"
)

func main() {
	dir := flag.String("corpus", os.Getenv("CORPUS"), "folder of labelled pages; without one, made pages alone are fitted to")
	out := flag.String("o", "weights.txt", "file of the weights")
	leave := flag.String("leave", "", "measure by tenth or source, each left out in turn")
	flag.Parse()
	extra, cases := made(), read(*dir)
	for _, c := range cases {
		p, _ := c.page()
		c.describe(p, in(p.Blocks, c.want))
	}
	if *leave != "" {
		report(cases, extra, *leave == "tenth")
		return
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

// describe makes a case one to fit to: in it, long blocks weigh more than short ones.
func (c *testCase) describe(p *reader.Page, isText []bool) {
	c.sample = forest.Sample{Table: p.Features(), Is: isText}
	for _, b := range p.Blocks {
		c.sample.Weight = append(c.sample.Weight, math.Sqrt(float64(len(b.Text)+8)))
	}
}

// weighing is the sample with so much weight in all.
func (c *testCase) weighing(weight float64) forest.Sample {
	s, sum := c.sample, 0.0
	s.Weight = slices.Clone(s.Weight)
	for _, w := range s.Weight {
		sum += w
	}
	for i := range s.Weight {
		s.Weight[i] *= weight / sum
	}
	return s
}

// fitted are the trees for some pages. All weigh the same, but made ones less.
func fitted(cases, extra []*testCase) *forest.Forest {
	const weight, ofMade = 100, 7
	var all []forest.Sample
	for _, c := range cases {
		if slices.Contains(c.sample.Is, true) { // else its text stands in no block
			all = append(all, c.weighing(weight))
		}
	}
	for _, c := range extra {
		all = append(all, c.weighing(ofMade))
	}
	return forest.Fit(all, forest.Fitting{Trees: 200, Depth: 4, Rate: 0.06, Pull: 5, Least: 3, Share: 0.3, Seed: 1})
}

// report prints how pages are read with weights that were not fitted to them, by
// source and by tag.
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
		weights := fitted(slices.DeleteFunc(slices.Clone(cases), func(c *testCase) bool { return slices.Contains(group, c) }), extra)
		for _, c := range group {
			p, got := c.page()
			if body, _ := p.ArticleBy(weights); body != nil {
				got = append(got, tokens(dom.Text(body))...)
			}
			f := f1(got, c.want)
			for _, n := range append([]string{"all", c.Source}, c.Tags...) {
				by[n] = append(by[n], f)
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(by)) {
		s, sum := slices.Sorted(slices.Values(by[n])), 0.0
		for _, f := range s {
			sum += f
		}
		fmt.Printf("%-28s n %3d  mean %.3f  p10 %.3f  min %.3f\n", n, len(s), sum/float64(len(s)), s[len(s)/10], s[0])
	}
}

// f1 is how near some words are to others, whatever their order.
func f1(got, want []string) float64 {
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	both := 0
	for _, w := range got {
		if left[w] > 0 {
			left[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(got)+len(want)))
}
