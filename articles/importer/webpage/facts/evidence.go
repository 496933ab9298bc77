package facts

import (
	"cmp"
	_ "embed"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"lede/articles"
)

// The facts that are chosen among candidates.
const (
	title   = "title"
	author  = "author"
	date    = "date"
	changed = "changed"
	site    = "site"
)

// candidate is a value that a fact of the page may have, with what tells for it
// and against it.
type candidate struct {
	key      string // alike for values that mean the same; none is no candidate
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

// says adds a feature where it is so.
func says(features *[]string, feature string, so bool) {
	if so && !slices.Contains(*features, feature) {
		*features = append(*features, feature)
	}
}

// note notes what texts say of a fact, with what tells for it, and reports
// whether they say anything: of several names all, else the first of them.
func (f *Facts) note(fact string, texts []string, features ...string) bool {
	return f.add(fact, f.candidate(fact, texts), features)
}

// candidate is what texts say of a fact, cleaned as that fact needs it.
func (f *Facts) candidate(fact string, texts []string) candidate {
	switch fact {
	case author:
		return f.authorOf(texts)
	case title:
		s := f.withoutSite(first(texts))
		c := candidate{key: cmp.Or(fold(s), s), value: s}
		says(&c.features, "site", f.isSite(s))
		return c
	case site:
		s := strings.Trim(first(texts), separators+" ")
		if u, err := url.Parse(s); err == nil && articles.IsWeb(s) {
			s = strings.TrimPrefix(u.Host, "www.")
		}
		return candidate{key: fold(s), value: s}
	}
	return dayOf(f.date(texts...))
}

// add notes that a candidate was seen once more: all that tells for it counts, and
// what tells against an author or a day where it was so each time.
func (f *Facts) add(fact string, c candidate, features []string) bool {
	for _, feature := range features {
		says(&c.features, feature, feature != "")
	}
	all := f.noted[fact]
	at := slices.IndexFunc(all, func(o candidate) bool { return o.key == c.key })
	switch {
	case c.key == "" || at < 0 && len(all) == most:
		return false
	case at < 0:
		f.noted[fact] = append(all, c)
		return true
	}
	known := all[at].features
	all[at].features = slices.DeleteFunc(slices.Clone(known), func(s string) bool {
		return fact != title && weights()[fact+" "+s] < 0 && !slices.Contains(c.features, s)
	})
	for _, feature := range c.features {
		says(&all[at].features, feature, fact == title || weights()[fact+" "+feature] > 0)
	}
	return true
}

// best is the candidate with most evidence, of equals the first or one that says
// more; one without a
// key when none has more for it than against it.
func (f *Facts) best(fact string) (best candidate) {
	highest := 0.0
	for _, c := range f.noted[fact] {
		features := slices.Clone(c.features)
		for _, part := range f.noted[fact] { // what tells for one of several authors tells for all
			if fact == author && part.key != c.key && strings.Contains(c.key, part.key) && !slices.Contains(part.features, "site") {
				for _, feature := range part.features {
					says(&features, feature, weights()[fact+" "+feature] > 0)
				}
			}
		}
		score := weights()[fact+" any"]
		for _, feature := range features {
			score += weights()[fact+" "+feature]
		}
		if score > highest || score == highest && strings.Contains(c.key, best.key) {
			best, highest = c, score
		}
	}
	return best
}
