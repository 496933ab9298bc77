// Package fuzzy finds names by some of their letters, as fzf does.
package fuzzy

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"
)

// longest is how much of a name is matched, in bytes: titles that are pages long
// do not hold the search up.
const longest = 1000

// prepare fills the matcher's tables, when they are needed first.
var prepare = sync.OnceFunc(func() { algo.Init("default") })

// Query is the words that a name is to hold, as fzf's matcher wants them: in lower
// case and without accents. Capital letters ask for nothing, not even as in fzf for
// themselves: titles have them in places of their own, and with letters that
// need not stand together, HES would find "History, Essays" before Hester.
type Query [][]rune

// Parse makes a query of what is typed.
func Parse(typed string) Query {
	prepare()
	var q Query
	for _, w := range strings.Fields(typed) {
		q = append(q, algo.NormalizeRunes([]rune(strings.ToLower(w))))
	}
	return q
}

// Matcher scores many names with a query. It is for one goroutine.
type Matcher struct {
	query Query
	slab  *util.Slab
}

// Matcher returns one for the query.
func (q Query) Matcher() *Matcher { return &Matcher{q, util.MakeSlab(16*1024, 2*1024)} }

// Score says how well a name holds every word of the query, letter by letter in
// order: the higher the better, 0 when it does not.
func (m *Matcher) Score(name []byte) int {
	chars := util.ToChars(name[:min(len(name), longest)])
	sum := 0
	for _, n := range m.query {
		res, _ := algo.FuzzyMatchV2(false, true, true, &chars, n, false, m.slab)
		if res.Start < 0 {
			return 0
		}
		sum += res.Score
	}
	return sum
}

// Marks returns the positions in s, in runes and in order, of the letters that
// the query matched; a word that is not in s marks nothing.
func (q Query) Marks(s string) []int {
	if len(q) == 0 || !utf8.ValidString(s) {
		return nil
	}
	chars := util.ToChars([]byte(s[:min(len(s), longest)]))
	var all []int
	for _, n := range q {
		if _, at := algo.FuzzyMatchV2(false, true, true, &chars, n, true, nil); at != nil {
			all = append(all, *at...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
