package list

import (
	"context"
	"slices"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/fuzzy"
)

// index is the names of every article, packed for matching: about 100 bytes
// an article and three allocations in all, so that 100,000 stay small.
type index struct {
	text []byte   // the haystacks, one after another
	ends []uint32 // where each ends in text
	ids  []byte   // the IDs, one after another
	idAt []uint32 // where each ends in ids
}

// usualName is the length of most names, in bytes: a title, an author and tags.
const usualName = 72

// newIndex makes room for about n names at once: an index that grew would
// leave as much again as garbage.
func newIndex(ctx context.Context, lib effect.Library, n int) (*index, error) {
	x := &index{
		text: make([]byte, 0, n*usualName), ends: make([]uint32, 0, n),
		ids: make([]byte, 0, n*len(articles.NewID(""))), idAt: make([]uint32, 0, n),
	}
	err := lib.Names(ctx, func(n articles.Name) bool {
		x.add(n)
		return true
	})
	return x, err
}

func (x *index) add(n articles.Name) {
	x.text = append(x.text, n.Title...)
	if n.Author != "" {
		x.text = append(append(x.text, ' '), n.Author...)
	}
	for _, t := range n.Tags {
		x.text = append(append(x.text, " #"...), t...)
	}
	x.ends = append(x.ends, uint32(len(x.text)))
	x.ids = append(x.ids, n.ID...)
	x.idAt = append(x.idAt, uint32(len(x.ids)))
}

func (x *index) name(i int) []byte { return x.text[start(x.ends, i):x.ends[i]] }

func (x *index) id(i int) articles.ID {
	return articles.ID(x.ids[start(x.idAt, i):x.idAt[i]])
}

func start(ends []uint32, i int) uint32 {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}

// match returns the articles whose names hold every word of the query, letter
// by letter in order, best first. It gives up, with nothing, when stale says
// that nobody waits for the answer.
func (x *index) match(query string, stale func() bool) []articles.ID {
	type hit struct{ at, score int32 }
	var hits []hit
	m := fuzzy.Parse(query).Matcher()
	for i := range x.ends {
		if i%1024 == 0 && stale() {
			return nil
		}
		if score := m.Score(x.name(i)); score > 0 {
			hits = append(hits, hit{int32(i), int32(score)})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return int(b.score - a.score) })
	ids := make([]articles.ID, len(hits))
	for i, h := range hits {
		ids[i] = x.id(int(h.at))
	}
	return ids
}
