// Command fit fits the weights with which package facts chooses among what a
// page may be called, who may have written it and when.
//
//	go run ./fit testdata/pages.txt
//
// It learns from the pages that package samples makes, from the small ones of
// files, and from those of the folder that CORPUS names: its
// cases.jsonl tells the facts of each. With -check nothing is written: the pages
// of each source are read with weights that the others gave, and with those that
// were guessed.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"lede/articles/importer/webpage/facts"
)

// choice is what a page leaves to choose for one fact: candidates by their
// features, and which of them is right; -1 when none is to be told.
type choice struct {
	source, page, fact string
	candidates         [][]string
	values             []string
	right              int
	known              bool // the right one is among the candidates, or none is right
	weight             float64
}

var all = []string{facts.Title, facts.Author, facts.Date, facts.Site}

func main() {
	out := flag.String("o", "weights.txt", "file for the weights")
	check := flag.Bool("check", false, "measure with weights that the source of each page had no part in")
	corpus := flag.String("corpus", os.Getenv("CORPUS"), "folder of pages with their facts; may be empty")
	pull := flag.Float64("pull", 3, "how strongly weights are held near what was guessed")
	show := flag.Bool("show", false, "with -check: print what is chosen wrongly")
	flag.Parse()
	choices := slices.Concat(made(), written(flag.Args()), real(*corpus))
	if *check {
		measure(choices, *pull, *show)
		return
	}
	w := fit(choices, *pull)
	var b strings.Builder
	for _, feature := range slices.Sorted(maps.Keys(w)) {
		fmt.Fprintf(&b, "%s %g %.2f\n", feature, facts.Weights()[feature].Guess, w[feature])
	}
	if err := os.WriteFile(*out, []byte(b.String()), 0o600); err != nil {
		log.Fatal(err)
	}
}

// fit finds the weights under which the right candidates are likeliest: each is
// chosen with a chance that grows with the sum of its weights, and none with that
// of a sum of 0. They are held near what was guessed.
func fit(choices []choice, pull float64) map[string]float64 {
	const rounds = 400
	w, slope, square := map[string]float64{}, map[string]float64{}, map[string]float64{}
	for feature, weight := range facts.Weights() {
		w[feature] = weight.Guess
	}
	for range rounds {
		clear(slope)
		for _, c := range choices {
			if !c.known {
				continue
			}
			chance, _ := c.weigh(w)
			for i, features := range c.candidates {
				want := 0.0
				if i == c.right {
					want = 1
				}
				for _, f := range features {
					slope[f] += c.weight * (want - chance[i])
				}
			}
		}
		for f, s := range slope {
			s -= pull * (w[f] - facts.Weights()[f].Guess)
			square[f] += s * s
			w[f] += s / math.Sqrt(square[f]+1e-9) * 0.5
		}
	}
	return w
}

// weigh returns the chance of each candidate, and which has most: -1 when none
// has more than 0.
func (c choice) weigh(w map[string]float64) (chance []float64, best int) {
	total, highest := 1.0, 0.0
	best = -1
	for i, features := range c.candidates {
		sum := 0.0
		for _, f := range features {
			sum += w[f]
		}
		if sum > highest {
			best, highest = i, sum
		}
		chance = append(chance, math.Exp(min(sum, 50)))
		total += chance[i]
	}
	for i := range chance {
		chance[i] /= total
	}
	return chance, best
}

// tally counts how facts were chosen.
type tally struct{ right, wrong, missed, spurious, none, unknown int }

func (t *tally) add(c choice, best int) bool {
	switch {
	case !c.known:
		t.unknown++
		return true
	case best == c.right && best < 0:
		t.none++
		return true
	case best == c.right:
		t.right++
		return true
	case c.right < 0:
		t.spurious++
	case best < 0:
		t.missed++
	default:
		t.wrong++
	}
	return false
}

func (t *tally) String() string {
	told := t.right + t.wrong + t.missed
	return fmt.Sprintf("right %4d of %4d %.3f  wrong %3d  spurious %3d of %3d", t.right, told, float64(t.right)/float64(max(told, 1)), t.wrong, t.spurious, t.spurious+t.none)
}

// measure prints how the pages of each source are read with the weights that the
// others gave, and with those of the table.
func measure(choices []choice, pull float64, show bool) {
	sources := map[string]bool{}
	for _, c := range choices {
		sources[c.source] = true
	}
	counts := map[string]*tally{}
	for _, source := range slices.Sorted(maps.Keys(sources)) {
		var others []choice
		for _, c := range choices {
			if c.source != source {
				others = append(others, c)
			}
		}
		fitted := fit(others, pull)
		for _, c := range choices {
			if c.source != source {
				continue
			}
			for name, w := range map[string]map[string]float64{"left out": fitted, "guessed": fit(nil, 1)} {
				kind, _, _ := strings.Cut(source, ":")
				key := fmt.Sprintf("%-7s %-12s %s", c.fact, kind, name)
				t := counts[key]
				if t == nil {
					t = &tally{}
					counts[key] = t
				}
				if _, best := c.weigh(w); !t.add(c, best) && show {
					fmt.Printf("%-8s %s: %s: %s for %s\n", name, c.page, c.fact, c.told(best), c.told(c.right))
				}
			}
		}
	}
	for _, key := range slices.SortedFunc(maps.Keys(counts), cmp.Compare[string]) {
		fmt.Println(key, counts[key])
	}
}

// told is a candidate with its features.
func (c choice) told(i int) string {
	if i < 0 {
		return "none"
	}
	return fmt.Sprintf("%q %v", c.values[i], c.candidates[i])
}
