package store

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/rules"
	"lede/store/storetest"
)

// The library that the benchmarks share, made once in a run.
const large = 100_000

var shared struct {
	once sync.Once
	dir  string
}

func largeLibrary(b *testing.B) *Store {
	b.Helper()
	if testing.Short() {
		b.Skip("makes a library of 100,000 articles")
	}
	shared.once.Do(func() {
		dir, err := os.MkdirTemp("", "lede-store")
		if err != nil {
			b.Fatal(err)
		}
		shared.dir = dir
		s, err := Open(b.Context(), filepath.Join(dir, "library.db"))
		if err != nil {
			b.Fatal(err)
		}
		fill(b, s, storetest.Articles(large))
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	})
	return open(b, filepath.Join(shared.dir, "library.db"))
}

func BenchmarkOpenFirstPage(b *testing.B) {
	path := largeLibrary(b).path
	for b.Loop() {
		s, err := Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Counts(b.Context()); err != nil {
			b.Fatal(err)
		}
		if rows, err := s.Rows(b.Context(), articles.Listing{}, articles.Span{N: 40}); err != nil || len(rows) != 40 {
			b.Fatal(len(rows), err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRows asks for the page of 40 rows in the middle of a listing.
func BenchmarkRows(b *testing.B) {
	s := largeLibrary(b)
	middle, err := s.RowsByID(b.Context(), []articles.ID{storetest.Article(large / 2).ID})
	if err != nil {
		b.Fatal(err)
	}
	for _, order := range articles.Orders {
		l := articles.Listing{Shelf: articles.Unread, Order: order}
		b.Run(order.String(), func(b *testing.B) {
			for b.Loop() {
				rows, err := s.Rows(b.Context(), l, articles.Span{From: &middle[0], N: 40})
				if err != nil || len(rows) != 40 {
					b.Fatal(len(rows), err)
				}
			}
		})
	}
}

// BenchmarkIndex counts the rows before the last one: the worst case.
func BenchmarkIndex(b *testing.B) {
	s := largeLibrary(b)
	last, err := s.Rows(b.Context(), articles.Listing{}, articles.Span{Back: true, N: 1})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if n, err := s.Index(b.Context(), articles.Listing{}, last[0]); n != large-1 || err != nil {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	s := largeLibrary(b)
	for b.Loop() {
		n := 0
		err := s.Names(b.Context(), func(articles.Name) bool { n++; return true })
		if n != large || err != nil {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkArticle(b *testing.B) {
	s := largeLibrary(b)
	for b.Loop() {
		if _, _, err := s.Article(b.Context(), storetest.Article(large/2).ID); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPutAll adds 10,000 articles to an empty library.
func BenchmarkPutAll(b *testing.B) {
	for b.Loop() {
		fill(b, open(b, filepath.Join(b.TempDir(), "library.db")), storetest.Articles(10_000))
	}
}

// BenchmarkPutAllRuled is BenchmarkPutAll with 20 rules, of which 10 look for words in the
// texts: it takes at most a tenth more time.
func BenchmarkPutAllRuled(b *testing.B) {
	var all []rules.Rule
	for i := range 5 {
		for _, text := range []string{
			"crypto%d nft%[1]d -> mute", `"slow reading%d" or winter%[1]d -> star`, "#unix author:ada title:part%d -> tag later",
			"site:review%d.example time:<3 -> read",
		} {
			r, err := rules.Parse(fmt.Sprintf(text, i))
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, r)
		}
	}
	ask := rules.Ask(all, rules.Source{})
	for b.Loop() {
		fill(b, open(b, filepath.Join(b.TempDir(), "library.db")), func(yield func(*articles.Article) bool) {
			for a := range storetest.Articles(10_000) {
				if a.Rule = ask; !yield(a) {
					return
				}
			}
		})
	}
}

// BenchmarkStar stars articles of a large library and takes the stars away.
func BenchmarkStar(b *testing.B) {
	s := largeLibrary(b)
	for i := 0; b.Loop(); i++ {
		if err := s.SetStarred(b.Context(), storetest.Article(i/2%100).ID, i%2 == 0); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFeeds counts the articles of 200 feeds that have all of a library.
func BenchmarkFeeds(b *testing.B) {
	data, err := os.ReadFile(largeLibrary(b).path)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	s := open(b, path)
	feeds := make([]articles.Feed, 200)
	for i := range feeds {
		feeds[i] = articles.Feed{URL: fmt.Sprintf("https://%d.example/feed", i), Folders: [][]string{{"Folder", fmt.Sprint(i % 10)}}}
	}
	if _, err := s.AddFeeds(b.Context(), feeds); err != nil {
		b.Fatal(err)
	}
	alter(b, s, `INSERT INTO entry (feed, guid, link, article, owner, sum, page)
		SELECT key % 200 + 1, key, '', key, 1, '', 0 FROM article`)
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			if all, err := s.Feeds(b.Context()); len(all) != 200 || all[7].Articles != large/200 || err != nil {
				b.Fatal(len(all), err)
			}
		}
	})
	b.Run("articles of one", func(b *testing.B) {
		for b.Loop() {
			if ids, err := s.From(b.Context(), articles.Origins{Feeds: []int64{feeds[7].Key}}); len(ids) != large/200 || err != nil {
				b.Fatal(len(ids), err)
			}
		}
	})
	b.Run("read one and undo", func(b *testing.B) {
		ids, err := s.From(b.Context(), articles.Origins{Feeds: []int64{feeds[7].Key}})
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if c, err := s.Mark(b.Context(), true, ids...); c.Articles != len(ids) || err != nil {
				b.Fatal(c, err)
			}
			undo(b, s)
		}
	})
}

// mostBulk is how many articles a hand is to change, and to change back, within a
// second each in a large library.
const mostBulk = 10_000

// BenchmarkBulk does to 10,000 articles what a hand does to many, and undoes it.
func BenchmarkBulk(b *testing.B) {
	s := largeLibrary(b)
	var ids []articles.ID
	for i := range mostBulk {
		ids = append(ids, storetest.Article(i*(large/mostBulk)).ID)
	}
	edit := articles.TagEdit{Add: []string{"go", "unix"}, Take: []string{"type"}}
	for name, do := range map[string]func() (articles.Change, error){
		"tag":     func() (articles.Change, error) { return s.Tag(b.Context(), edit, ids...) },
		"star":    func() (articles.Change, error) { return s.Star(b.Context(), true, ids...) },
		"read":    func() (articles.Change, error) { return s.Mark(b.Context(), true, ids...) },
		"archive": func() (articles.Change, error) { return s.Archive(b.Context(), true, ids...) },
		"remove":  func() (articles.Change, error) { return s.Remove(b.Context(), ids...) },
	} {
		b.Run(name, func(b *testing.B) {
			var did, undid time.Duration
			for b.Loop() {
				start := time.Now()
				c, err := do()
				did += time.Since(start)
				if err != nil || c.Articles < mostBulk*9/10 {
					b.Fatal(c.Articles, err)
				}
				start = time.Now()
				c, err = s.Undo(b.Context(), time.Time{})
				undid += time.Since(start)
				if err != nil || c.Left > 0 {
					b.Fatal(c, err)
				}
			}
			b.ReportMetric(did.Seconds()/float64(b.N), "s/do")
			b.ReportMetric(undid.Seconds()/float64(b.N), "s/undo")
		})
	}
}

func BenchmarkTags(b *testing.B) {
	s := largeLibrary(b)
	for b.Loop() {
		if all, err := s.Tags(b.Context()); err != nil || len(all) == 0 {
			b.Fatal(len(all), err)
		}
	}
}
