package facts

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"time"
)

// The facts that are chosen among candidates.
const (
	Title  = "title"
	Author = "author"
	Date   = "date"
	Site   = "site"
)

// Candidate is a value that a fact of the page may have, with what tells for it
// and against it.
type Candidate struct {
	Value    string
	Day      time.Time // the value of a date
	Features []string  // each once, however often it was seen

	key string // alike for values that mean the same
}

// most bounds the candidates that are looked at for a fact.
const most = 200

// The weights are fitted to pages that are made, to the small ones of testdata,
// and to those of the folder that CORPUS names. What they are worth tells
// go run ./fit -check.
//
//go:generate go run ./fit testdata/pages.txt
//go:embed weights.txt
var table string

// Weight is how much a feature tells: as a person guessed, and as the pages say
// that it was fitted to. Pages are too few to fit it without a guess.
type Weight struct{ Guess, Fitted float64 }

// Weights returns the weights by the fact and the name of the feature. A line of
// the table holds both, the guess and the weight.
var Weights = sync.OnceValue(func() map[string]Weight {
	m := map[string]Weight{}
	for line := range strings.Lines(table) {
		var fact, feature string
		var w Weight
		if _, err := fmt.Sscan(line, &fact, &feature, &w.Guess, &w.Fitted); err != nil {
			panic(fmt.Sprintf("weights.txt: %v", err)) // the file is part of the program, and a test reads it
		}
		m[fact+" "+feature] = w
	}
	return m
})

// note gives features to the candidate of that key, which holds the first value
// that was noted for it.
func (f *Facts) note(fact, key string, c Candidate, features ...string) {
	if key == "" {
		return
	}
	all := f.noted[fact]
	var at *Candidate
	for _, o := range all {
		if o.key == key {
			at = o
		}
	}
	if at == nil {
		if len(all) == most {
			return
		}
		c.key, at = key, &c
		f.noted[fact] = append(all, at)
	}
	for _, feature := range features {
		if feature != "" && !hasFold(at.Features, feature) {
			at.Features = append(at.Features, feature)
		}
	}
}

// Candidates are those of a fact, in the order in which they were found.
func (f *Facts) Candidates(fact string) []*Candidate { return f.noted[fact] }

// best is the candidate with most evidence, the first of equals; nil when none
// has more for it than against it.
func (f *Facts) best(fact string) *Candidate {
	var best *Candidate
	highest := 0.0
	for _, c := range f.noted[fact] {
		score := Weights()[fact+" any"].Fitted
		for _, feature := range c.Features {
			score += Weights()[fact+" "+feature].Fitted
		}
		if score > highest {
			best, highest = c, score
		}
	}
	return best
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string, ok bool) {
	at := strings.LastIndex(s, sep)
	if at < 0 {
		return "", s, false
	}
	return s[:at], s[at+len(sep):], true
}
