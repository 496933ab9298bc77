package list

import (
	"testing"

	"lede/articles"
	"lede/store/storetest"
)

func BenchmarkMatch(b *testing.B) {
	x := &index{}
	for a := range storetest.Articles(10_000) {
		x.add(articles.Name{ID: a.ID, Title: a.Title, Author: a.Author, Tags: a.Tags})
	}
	for _, query := range []string{"p", "pager", "zzqx", "history pagers ada"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.match(query, func() bool { return false })
			}
		})
	}
}

func TestMatchGivesUpWhenStale(t *testing.T) {
	t.Parallel()
	x := &index{}
	x.add(articles.Name{ID: "x", Title: "A title"})
	if ids := x.match("title", func() bool { return true }); len(ids) != 0 {
		t.Errorf("a stale search found %v", ids)
	}
	if ids := x.match("ttl", func() bool { return false }); len(ids) != 1 || ids[0] != "x" {
		t.Errorf("found %v, want x", ids)
	}
}
