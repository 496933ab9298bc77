package facts

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The facts that are chosen among candidates.
const (
	title   = "title"
	author  = "author"
	date    = "date"
	changed = "changed"
	site    = "site"
)

// candidate is a value that a fact of the page may have.
type candidate struct {
	key   string // alike for values that mean the same; none is no candidate
	value string
	day   time.Time      // the value of a date
	signs []string       // that it has wherever it stands
	tells map[string]int // what tells for it, each once
	less  int            // what tells against it, where that is least
}

// most bounds the candidates that are looked at for a fact.
const most = 60

//go:embed table.txt
var tableFile string

// row is one of the table: how far a sign tells for a value of a fact, or against
// it, and the names in markup that are one.
type row struct {
	weight int
	names  []string
}

// table has the rows by fact and sign. The weights are set by hand: weights fitted
// to made and real pages chose no better, on pages of a source that had no part in
// the fitting.
var table = sync.OnceValue(func() map[string]row {
	m := map[string]row{}
	for line := range strings.Lines(tableFile) {
		head, names, _ := strings.Cut(strings.TrimSpace(line), ":")
		r := row{names: strings.Fields(names)}
		at := strings.LastIndexByte(head, ' ') + 1
		if weight, err := strconv.Atoi(head[at:]); err == nil {
			head, r.weight = strings.TrimSpace(head[:at]), weight
		}
		m[head] = r
	}
	return m
})

// isNamed reports whether a name in markup is one of a row.
func isNamed(row, name string) bool { return slices.Contains(table()[row].names, name) }

// note notes what texts say of a fact, with the signs of where they stand, and
// reports whether they say anything.
func (f *Facts) note(fact string, texts []string, signs ...string) bool {
	switch fact {
	case author:
		return f.add(fact, f.authorOf(texts), signs...)
	case title:
		return f.add(fact, f.titleOf(first(texts)), signs...)
	case site:
		return f.add(fact, siteOf(first(texts)), signs...)
	}
	return f.add(fact, dayOf(f.date(texts...)), signs...)
}

// add notes that a candidate was seen once more. All that tells for it counts; what
// tells against it, where that was least.
func (f *Facts) add(fact string, c candidate, signs ...string) bool {
	at := slices.IndexFunc(f.noted[fact], func(o candidate) bool { return o.key == c.key })
	switch {
	case c.key == "" || at < 0 && len(f.noted[fact]) == most:
		return false
	case at < 0:
		c.tells, c.less = map[string]int{}, math.MinInt
		at = len(f.noted[fact])
		f.noted[fact] = append(f.noted[fact], c)
	}
	known, less := &f.noted[fact][at], 0
	for _, sign := range append(c.signs, signs...) {
		if weight := table()[fact+" "+sign].weight; weight > 0 {
			known.tells[sign] = weight
		} else {
			less += weight
		}
	}
	known.less = max(known.less, less)
	return true
}

// best is the candidate with most evidence, of equals the first or one that says
// more; one without a key when none has more for it than against it.
func (f *Facts) best(fact string) (best candidate) {
	highest := 0
	for _, c := range f.noted[fact] {
		score := table()[fact+" any"].weight + c.less
		for _, weight := range c.tells {
			score += weight
		}
		if score > highest || score == highest && strings.Contains(c.key, best.key) {
			best, highest = c, score
		}
	}
	return best
}

// stated notes what the page states of a fact for programs: of the sources of a
// kind, the first that says anything counts most.
func (f *Facts) stated(fact string) {
	notes := func(kind string, texts func(name string) []string) {
		sign := kind
		for _, name := range table()[fact+" "+kind].names {
			if f.note(fact, texts(name), sign) {
				sign = "more"
			}
		}
	}
	notes("ld", func(key string) []string { return f.ld.Names(f.work[key]) })
	notes("meta", func(name string) []string { return f.meta[name] })
	for _, o := range f.ld.All {
		switch {
		case fact == site && f.ld.IsType(o, aboutSite):
			f.note(site, f.ld.Names(o["name"]), "page")
		case fact == site, fact != title && f.ld.IsType(o, aboutPage):
			notes("page", func(key string) []string { return f.ld.Names(o[key]) })
		}
	}
}
