package main

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lede/articles/importer/clipping"
	"lede/articles/importer/samples"
)

// kind is a text that is a page or is none, with what tells of it.
type kind struct {
	name     string
	page     bool
	evidence map[string]float64
}

// kinds are the labelled texts that have something of a page beside the article,
// and of texts that are no pages those in the folders without labels, and what
// remains of the labelled ones when the page is taken off: title and text.
func kinds(texts []text, folders []string) ([]kind, error) {
	var out []kind
	for i := range texts {
		t := &texts[i]
		if t.beside() >= 2 {
			out = append(out, kind{t.name, true, clipping.Evidence(t.source)})
		}
		out = append(out, kind{t.name + " alone", false, clipping.Evidence(t.alone())})
	}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil {
			return nil, fmt.Errorf("find texts: %w", err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				return nil, fmt.Errorf("read a text: %w", err)
			}
			out = append(out, kind{filepath.Base(file), false, clipping.Evidence(string(source))})
		}
	}
	return out, nil
}

// ofArticle are the labels of what a text has that is no page.
var ofArticle = []samples.Label{
	samples.Title, samples.Heading, samples.Prose, samples.Item, samples.Quote, samples.QuoteBy, samples.Code, samples.Table, samples.Epigraph,
}

// beside counts the lines that are no part of an article nor say whose it is.
func (t *text) beside() int {
	n := 0
	for _, l := range t.labels {
		name := samples.Label(clipping.LabelNames[l])
		if !slices.Contains(ofArticle, name) && !slices.Contains([]samples.Label{samples.Byline, samples.Date, samples.Dek}, name) {
			n++
		}
	}
	return n
}

// alone is the article of the text without its page.
func (t *text) alone() string {
	lines := strings.Split(t.source, "\n")
	for i, l := range t.lines {
		if !slices.Contains(ofArticle, samples.Label(clipping.LabelNames[t.labels[i]])) {
			lines[l.Line] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// Fitting of what tells pages: how often each text is looked at, how far a look
// moves a weight, how strongly weights are held near 0. A text that is no page and
// is taken for one loses words, and counts more.
const (
	pageRounds = 60
	pageStep   = 0.2
	pagePull   = 0.003
	dearer     = 20
)

// fitKinds fits the weights of the evidence (logistic regression by AdaGrad).
func fitKinds(texts []kind) map[string]float64 {
	weights, seen := map[string]float64{}, map[string]float64{}
	order := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // an order that is the same each time is what is wanted
	pages := 0
	for _, t := range texts {
		if t.page {
			pages++
		}
	}
	share := float64(len(texts)-pages) / float64(pages) // so that pages count as much as the others
	for range pageRounds {
		for _, i := range order.Perm(len(texts)) {
			t := &texts[i]
			move, weight := -chance(t, weights), float64(dearer)
			if t.page {
				move, weight = 1+move, share
			}
			for name, much := range t.evidence {
				v := weight*move*much - pagePull*weights[name]
				seen[name] += v * v
				weights[name] += pageStep * v / math.Sqrt(seen[name]+1e-6)
			}
		}
	}
	return weights
}

// chance is how likely the text is a page.
func chance(t *kind, weights map[string]float64) float64 {
	sum := 0.0
	for name, much := range t.evidence {
		sum += weights[name] * much
	}
	return 1 / (1 + math.Exp(-sum))
}

// reportKinds prints how many texts are taken for what they are by weights that
// the others gave, in parts, and which are not.
func reportKinds(texts []kind, parts int) {
	right, all := map[bool]int{}, map[bool]int{}
	for part := range parts {
		var others []kind
		for i := range texts {
			if i%parts != part {
				others = append(others, texts[i])
			}
		}
		weights := fitKinds(others)
		for i := part; i < len(texts); i += parts {
			t := &texts[i]
			if all[t.page]++; t.page == (chance(t, weights) > 0.5) {
				right[t.page]++
				continue
			}
			fmt.Printf("%-40s page %-5t chance %.2f\n", t.name, t.page, chance(t, weights))
		}
	}
	fmt.Printf("%d of %d pages, %d of %d other texts\n", right[true], all[true], right[false], all[false])
}

// writeKinds keeps weights, a line each.
func writeKinds(file string, weights map[string]float64) error {
	var b strings.Builder
	names := make([]string, 0, len(weights))
	for name := range weights {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "%s %.2f\n", name, weights[name])
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil { //nolint:gosec // a file of the source, for everybody to read
		return errors.Join(errors.New("write the weights of pages"), err)
	}
	return nil
}
