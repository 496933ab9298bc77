package ui

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"lede/articles"
)

// roster is the names of every article, packed for matching: about 100 bytes
// an article and three allocations in all, so that 100,000 stay small.
type roster struct {
	text []byte   // the haystacks, one after another
	ends []uint32 // where each ends in text
	ids  []byte   // the IDs, one after another
	idAt []uint32 // where each ends in ids
}

// usualName is the length of most names, in bytes: a title, an author and tags.
const usualName = 72

// loadRoster makes room for about n names at once: a roster that grew would
// leave as much again as garbage.
func loadRoster(ctx context.Context, lib Library, n int) (*roster, error) {
	r := &roster{
		text: make([]byte, 0, n*usualName), ends: make([]uint32, 0, n),
		ids: make([]byte, 0, n*len(articles.NewID(""))), idAt: make([]uint32, 0, n),
	}
	err := lib.Names(ctx, func(n articles.Name) bool {
		r.add(n)
		return true
	})
	return r, err
}

func (r *roster) add(n articles.Name) {
	r.text = append(r.text, n.Title...)
	if n.Author != "" {
		r.text = append(append(r.text, ' '), n.Author...)
	}
	for _, t := range n.Tags {
		r.text = append(append(r.text, " #"...), t...)
	}
	r.ends = append(r.ends, uint32(len(r.text)))
	r.ids = append(r.ids, n.ID...)
	r.idAt = append(r.idAt, uint32(len(r.ids)))
}

func (r *roster) name(i int) []byte { return r.text[start(r.ends, i):r.ends[i]] }

func (r *roster) id(i int) articles.ID {
	return articles.ID(r.ids[start(r.idAt, i):r.idAt[i]])
}

func start(ends []uint32, i int) uint32 {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}

// longestMatched is how much of a name is matched, in bytes: titles that are
// pages long do not hold the filter up.
const longestMatched = 1000

// match returns the articles whose names hold every word of the query, letter
// by letter in order, best first. It gives up, with nothing, when stale says
// that nobody waits for the answer.
func (r *roster) match(query string, stale func() bool) []articles.ID {
	type hit struct{ at, score int32 }
	var hits []hit
	needles, slab := newNeedles(query), util.MakeSlab(16*1024, 2*1024)
	for i := range r.ends {
		if i%1024 == 0 && stale() {
			return nil
		}
		name := r.name(i)
		chars := util.ToChars(name[:min(len(name), longestMatched)])
		if score := needles.score(&chars, slab); score > 0 {
			hits = append(hits, hit{int32(i), int32(score)})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return int(b.score - a.score) })
	ids := make([]articles.ID, len(hits))
	for i, h := range hits {
		ids[i] = r.id(int(h.at))
	}
	return ids
}

// prepareMatcher fills the matcher's tables, when the first filter needs them.
var prepareMatcher = sync.OnceFunc(func() { algo.Init("default") })

// needles are the words of a query, as fzf's matcher wants them: in lower case
// and without accents. Capital letters ask for nothing, not even as in fzf for
// themselves: titles have them in places of their own, and with letters that
// need not stand together, HES would find "History, Essays" before Hester.
type needles [][]rune

func newNeedles(query string) needles {
	prepareMatcher()
	var ns needles
	for _, w := range strings.Fields(query) {
		ns = append(ns, algo.NormalizeRunes([]rune(strings.ToLower(w))))
	}
	return ns
}

func (ns needles) score(name *util.Chars, slab *util.Slab) int {
	sum := 0
	for _, n := range ns {
		res, _ := algo.FuzzyMatchV2(false, true, true, name, n, false, slab)
		if res.Start < 0 {
			return 0
		}
		sum += res.Score
	}
	return sum
}

// marks returns the positions in s, in runes and in order, of the letters that
// the query matched; a word that is not in s marks nothing.
func (ns needles) marks(s string) []int {
	if len(ns) == 0 || !utf8.ValidString(s) {
		return nil
	}
	chars := util.ToChars([]byte(s[:min(len(s), longestMatched)]))
	var all []int
	for _, n := range ns {
		if _, at := algo.FuzzyMatchV2(false, true, true, &chars, n, true, nil); at != nil {
			all = append(all, *at...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
