// Command fit fits the weights with which package clipping labels the lines of a
// text: from the pages that package samples makes, from the texts of clipping's
// own tests, and from folders of real texts.
//
//	go run ./articles/importer/samples/fit -o articles/importer/clipping/weights.txt [FOLDER …]
//
// A folder holds NN-name.txt with NN-name.json beside it (the anatomy that an
// editor sees), or NAME.txt with NAME.html (the article as HTML). With -check
// nothing is written: each group of texts is labelled with weights that the
// others gave, and the share of right labels is printed.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"lede/articles/importer/chain"
	"lede/articles/importer/clipping"
)

// text is a labelled text.
type text struct {
	name   string
	kind   string // made, told by an editor, or aligned
	group  string // texts that are alike: they are left out together
	lines  []clipping.Described
	labels []clipping.Label
	weight float64
}

func main() {
	out := flag.String("o", "", "file for the weights")
	check := flag.Bool("check", false, "measure with weights that the group of each text had no part in")
	folds := flag.Int("folds", 5, "into how many parts the groups are dealt")
	per := flag.Int("pages", 12, "pages that are made for each layout")
	rounds := flag.Int("rounds", 20, "how often each text is looked at")
	pull := flag.Float64("pull", 0.002, "how strongly weights are held near 0")
	show := flag.Bool("show", false, "with -check: print each line that got another label")
	dump := flag.String("dump", "", "print the labels of the texts with this in their names")
	fold := flag.Int("fold", -1, "leave out the texts of this part")
	list := flag.String("list", "", "file for the names of the texts that were left out")
	flag.Parse()
	texts := made(*per)
	for _, folder := range flag.Args() {
		more, err := read(folder)
		if err != nil {
			log.Fatal(err)
		}
		texts = append(texts, more...)
	}
	if *dump != "" {
		for _, t := range texts {
			if strings.Contains(t.name, *dump) {
				fmt.Println("==", t.name)
				for i, l := range t.lines {
					fmt.Printf("%4d %-10s %.100s\n", l.Line+1, clipping.LabelNames[t.labels[i]], l.Text)
				}
			}
		}
		return
	}
	how := chain.Fitting{Rounds: *rounds, Pull: *pull, Rarest: 3}
	if *check {
		measure(texts, how, *folds, *show)
		return
	}
	in, outside := split(texts, *fold, *folds)
	if err := errors.Join(writeNames(*list, outside), write(*out, fit(in, how))); err != nil {
		log.Fatal(err)
	}
}

// split parts the texts into those to fit from and those of one part; -1 is none.
// Texts of a group stay together.
func split(texts []text, part, parts int) (in, outside []text) {
	var groups []string
	for _, t := range texts {
		if !slices.Contains(groups, t.group) {
			groups = append(groups, t.group)
		}
		if slices.Index(groups, t.group)%parts == part {
			outside = append(outside, t)
		} else {
			in = append(in, t)
		}
	}
	return in, outside
}

func writeNames(file string, texts []text) error {
	if file == "" {
		return nil
	}
	var names strings.Builder
	for _, t := range texts {
		names.WriteString(t.name + "\n")
	}
	return os.WriteFile(file, []byte(names.String()), 0o600)
}

func fit(texts []text, how chain.Fitting) *chain.Model {
	samples := make([]chain.Sample, len(texts))
	for i, t := range texts {
		samples[i] = sample(t)
	}
	return chain.Fit(clipping.LabelNames, samples, how)
}

func sample(t text) chain.Sample {
	// A long text says more of itself, not more of others.
	s := chain.Sample{Weight: t.weight / math.Sqrt(float64(max(len(t.lines), 1)))}
	for i, l := range t.lines {
		s.Features = append(s.Features, l.Features)
		s.Labels = append(s.Labels, chain.Label(t.labels[i]))
	}
	return s
}

func write(file string, m *chain.Model) error {
	f, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("write the weights: %w", err)
	}
	if err := m.Write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
