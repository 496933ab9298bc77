// Command fit fits the weights with which package clipping labels the lines of a
// text: from the pages that package samples makes, and from the labelled texts
// of folders.
//
//	go run ./articles/importer/samples/fit -o articles/importer/clipping/weights.txt [FOLDER …]
//
// With -leave it writes nothing and measures: what is alike is left out together,
// and labelled with weights that the rest gave. -leave layout and -leave language
// do so with the pages that are made, -leave text with the texts of the folders,
// -leave folder with whole folders, -leave kind with what tells pages from other texts.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"

	"lede/articles/importer/chain"
	"lede/articles/importer/clipping"
)

// text is a labelled text.
type text struct {
	name   string
	from   map[string]string // what it is left out with: its layout, language, text, folder
	source string
	lines  []clipping.Described
	labels []clipping.Label
	weight float64
}

func main() {
	out := flag.String("o", "", "file for the weights")
	leave := flag.String("leave", "", "measure by layout, language, text or folder, each left out in turn")
	parts := flag.Int("parts", 100, "with -leave: leave out together so that there are at most so many parts")
	per := flag.Int("pages", 60, "pages that are made for each layout")
	kind := flag.String("kind", "", "file for the weights that tell pages from other texts, which are in folders without labels")
	show := flag.String("show", "", "print the lines of texts with this in their names, with -leave those with another label")
	flag.Parse()
	texts := made(*per)
	var plain []string
	for _, folder := range flag.Args() {
		if _, err := os.Stat(filepath.Join(folder, "labels")); errors.Is(err, fs.ErrNotExist) {
			plain = append(plain, folder)
			continue
		}
		more, err := read(folder)
		if err != nil {
			log.Fatal(err)
		}
		texts = append(texts, more...)
	}
	switch {
	case *kind != "" || *leave == "kind":
		known, err := kinds(texts, plain)
		if err != nil {
			log.Fatal(err)
		}
		if *kind == "" {
			reportKinds(known, *parts)
		} else if err := writeKinds(*kind, fitKinds(known)); err != nil {
			log.Fatal(err)
		}
	case *leave != "":
		report(measure(texts, *leave, *parts, *show))
	case *show != "":
		for _, t := range texts {
			if strings.Contains(t.name, *show) {
				fmt.Println("==", t.name)
				for i, l := range t.lines {
					fmt.Printf("%4d %-10s %.100s\n", l.Line+1, clipping.LabelNames[t.labels[i]], l.Text)
				}
			}
		}
	default:
		if err := write(*out, fit(texts)); err != nil {
			log.Fatal(err)
		}
	}
}

// fit looks at each text some 20 times. A feature that only one or two pages
// have says nothing of others.
func fit(texts []text) *chain.Model {
	samples := make([]chain.Sample, len(texts))
	for i, t := range texts {
		samples[i] = sample(t)
	}
	return chain.Fit(clipping.LabelNames, samples, chain.Fitting{Rounds: 20, Pull: 0.003, Rarest: 3})
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
