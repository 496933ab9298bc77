package facts

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// The facts that are chosen among candidates.
const (
	title  = "title"
	author = "author"
	date   = "date"
	site   = "site"
)

// candidate is a value that a fact of the page may have, with what tells for it
// and against it.
type candidate struct {
	key      string // alike for values that mean the same
	value    string
	day      time.Time // the value of a date
	features []string  // each once, however often it was seen
}

// most bounds the candidates that are looked at for a fact.
const most = 60

//go:embed weights.txt
var table string

// weights say how much each feature of a candidate tells: a line of the table
// has the fact, the feature and its weight. "any" is what each begins with. They
// are set by hand: weights fitted to made and real pages chose no better, on
// pages of a source that had no part in the fitting.
var weights = sync.OnceValue(func() map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(table) {
		var fact, feature string
		var weight float64
		if _, err := fmt.Sscan(line, &fact, &feature, &weight); err != nil {
			panic(fmt.Sprintf("weights.txt: %v", err)) // the file is part of the program, and a test reads it
		}
		m[fact+" "+feature] = weight
	}
	return m
})

//go:embed vocabulary.txt
var vocabularyFile string

// vocabulary are the names in markup, by what they tell.
var vocabulary = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(vocabularyFile) {
		if kind, words, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			m[kind] = strings.Fields(words)
		}
	}
	return m
})

// tells reports whether a name in markup is one of a kind.
func tells(kind, name string) bool { return slices.Contains(vocabulary()[kind], name) }

// note gives features to the candidate of that key, which holds the first value
// that was noted for it.
func (f *Facts) note(fact string, c candidate, features ...string) {
	all := f.noted[fact]
	at := slices.IndexFunc(all, func(o candidate) bool { return o.key == c.key })
	if at < 0 {
		if at = len(all); c.key == "" || at == most {
			return
		}
		all = append(all, c)
	}
	for _, feature := range features {
		if feature != "" && !slices.Contains(all[at].features, feature) {
			all[at].features = append(all[at].features, feature)
		}
	}
	f.noted[fact] = all
}

// best is the candidate with most evidence, the first of equals; one without a
// key when none has more for it than against it.
func (f *Facts) best(fact string) (best candidate) {
	highest := 0.0
	for _, c := range f.noted[fact] {
		score := weights()[fact+" any"]
		for _, feature := range c.features {
			score += weights()[fact+" "+feature]
		}
		if score > highest {
			best, highest = c, score
		}
	}
	return best
}
