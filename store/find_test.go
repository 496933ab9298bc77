package store

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/query"
	"lede/store/storetest"
)

// found is the titles that a query finds, in the order of the title.
func found(t testing.TB, s *Store, text string) (titles []string, all articles.Found) {
	t.Helper()
	q, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	all, err = s.Find(t.Context(), q, articles.ByTitle)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.RowsByKey(t.Context(), all.Keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		titles = append(titles, r.Title)
	}
	return titles, all
}

func TestFind(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, a := range []*articles.Article{
		{Title: "Alpha", Dek: "Of the étude", Author: "Ada Quill", Site: "The Review", URL: "https://blog.example.org/a", Tags: []string{"Go", "unix/shell"}, Markdown: "The pager [scrolls](https://hidden.example) on.\n\n> A quote."},
		{Title: "Beta", Markdown: "Scrolling is a habit. 東京都に住む。\n\n```go\nfmt.Println()\n```"},
		{Title: "Gamma of the pager", Markdown: "It runs.[^1]\n\n![A lighthouse](a.png)\n\n[^1]: With lobsters.", Published: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)},
		{Title: "Delta", Markdown: "He was running C++, as one does."},
	} {
		a.Origin = "test:" + a.Title
		a.ID, a.Length = articles.NewID(a.Origin), markdown.Gauge(a.Markdown)
		put(t, s, a)
	}
	if err := s.SetStarred(t.Context(), articles.NewID("test:Beta"), true); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		asked string
		want  []string
	}{
		{"pager", []string{"Alpha", "Gamma of the pager"}},
		{"page*", []string{"Alpha", "Gamma of the pager"}},
		{"hidden", nil},
		{"etude", []string{"Alpha"}},
		{"quill", []string{"Alpha"}},
		{"go", []string{"Alpha", "Beta"}},              // a tag, and the label of code
		{"lobsters", []string{"Gamma of the pager"}},   // in a footnote
		{"lighthouse", []string{"Gamma of the pager"}}, // what stands for a picture
		{"c++", []string{"Delta"}},
		{"c", nil},
		{"title:pager", []string{"Gamma of the pager"}},
		{"scrolls", []string{"Alpha", "Beta"}}, // the first has the word itself
		{`"scrolls"`, []string{"Alpha"}},
		{"pager -quote", []string{"Gamma of the pager"}},
		{"pager or habit", []string{"Alpha", "Beta", "Gamma of the pager"}},
		{"is:starred", []string{"Beta"}},
		{"-is:starred", []string{"Alpha", "Delta", "Gamma of the pager"}},
		{"tag:unix", []string{"Alpha"}},
		{"tag:GO", []string{"Alpha"}},
		{"site:example.org", []string{"Alpha"}},
		{"author:ada", []string{"Alpha"}},
		{"has:code", []string{"Beta"}},
		{"has:quote", []string{"Alpha"}},
		{"has:notes", []string{"Gamma of the pager"}},
		{"after:2025", []string{"Gamma of the pager"}},
		{"東京", []string{"Beta"}},
		{"京", []string{"Beta"}},
		{"東京都に住む", []string{"Beta"}},
		{"is:archived", nil},
		{"time:>5", nil},
	} {
		if got, _ := found(t, s, c.asked); !slices.Equal(got, c.want) {
			t.Errorf("%s finds %q, not %q", c.asked, got, c.want)
		}
	}
	if _, all := found(t, s, "scrolls"); all.Literal != 1 || len(all.Keys) != 2 {
		t.Errorf("of scrolls %d are literal of %d", all.Literal, len(all.Keys))
	}
	if _, all := found(t, s, "habti"); all.Meant != "habit" || len(all.Near) != 1 || len(all.Keys) != 0 {
		t.Errorf("habti means %q: %+v", all.Meant, all)
	}
	if err := s.write.QueryRowContext(t.Context(), `INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1) RETURNING 1`).Err(); err != nil {
		t.Error(err)
	}
}

// TestFindsWhatMatches: a library finds of any query what the query says of each article
// alone, also after articles were changed, taken out and brought back.
func TestFindsWhatMatches(t *testing.T) {
	t.Parallel()
	s := library(t, 40)
	for i := range 10 {
		put(t, s, edition(i, 1))
	}
	if _, err := s.Remove(t.Context(), storetest.Article(20).ID, storetest.Article(21).ID); err != nil {
		t.Fatal(err)
	}
	undo(t, s)
	if _, err := s.Star(t.Context(), true, storetest.Article(3).ID, storetest.Article(30).ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(t.Context(), true, storetest.Article(4).ID, storetest.Article(5).ID); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	subjects := map[articles.ID]*query.Subject{}
	var words []string
	err := s.Each(t.Context(), func(id articles.ID) error {
		a, state, err := s.Article(t.Context(), id)
		d := markdown.Parse(a.Markdown)
		subjects[id] = &query.Subject{Article: a, State: state, Archived: state.Archived, Now: now, Body: func() string {
			text := ""
			for i := range d.Chunks {
				text += d.Plain(i) + "\n"
			}
			return text
		}}
		words = append(words, a.Title, a.Markdown[:20], a.Author)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	leaf := rapid.OneOf(
		rapid.Map(rapid.SampledFrom(words), func(w string) string { return query.Quote(w[:min(len(w), 12)]) }),
		rapid.SampledFrom([]string{
			`"pagers"`, `"the"`, "pag*", "is:read", "is:unread", "is:starred", "tag:unix", "tag:type", "time:<3", "words:>500",
			"author:ada", "site:review", "has:dek", "has:date", "after:2015", "before:2010", "-is:read", `-"the"`, "title:on*",
		}),
	)
	rapid.Check(t, func(rt *rapid.T) {
		text := leaf.Draw(rt, "first")
		for range rapid.IntRange(0, 3).Draw(rt, "more") {
			text += rapid.SampledFrom([]string{" ", " or "}).Draw(rt, "join") + leaf.Draw(rt, "leaf")
		}
		q, err := query.Parse(text)
		if err != nil {
			rt.Skip(err)
		}
		all, err := s.Find(t.Context(), q, articles.Newest)
		if err != nil {
			rt.Fatal(text, err)
		}
		rows, err := s.RowsByKey(t.Context(), all.Keys[:all.Literal])
		if err != nil {
			rt.Fatal(err)
		}
		got := map[articles.ID]bool{}
		for _, r := range rows {
			got[r.ID] = true
		}
		for id, subject := range subjects {
			if want := query.Match(q, subject); want != got[id] {
				rt.Fatalf("%s: %q is found %v, and matches %v", text, subject.Article.Title, got[id], want)
			}
		}
	})
}

// TestIndexLater: a library that is older than its index is indexed bit by bit, also while
// articles come and go.
func TestIndexLater(t *testing.T) {
	t.Parallel()
	s := library(t, 300)
	before, _ := found(t, s, "the")
	alter(t, s, `INSERT INTO fulltext (fulltext) VALUES ('delete-all')`)
	alter(t, s, `INSERT INTO fulltext_name (fulltext_name) VALUES ('delete-all')`)
	alter(t, s, `DELETE FROM word`)
	alter(t, s, `INSERT INTO unindexed SELECT key FROM article`)
	if left, err := s.IndexSome(t.Context()); err != nil || left == 0 || left >= 300 {
		t.Fatal(left, err)
	}
	gone := storetest.Article(2)
	if _, err := s.Remove(t.Context(), gone.ID); err != nil {
		t.Fatal(err)
	}
	put(t, s, edition(3, 1))
	for left := 1; left > 0; {
		var err error
		if left, err = s.IndexSome(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	undo(t, s)
	if after, _ := found(t, s, "the"); len(after) != len(before) {
		t.Errorf("%d found, %d before", len(after), len(before))
	}
	alter(t, s, `INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1)`)
	alter(t, s, `INSERT INTO fulltext_name (fulltext_name, rank) VALUES ('integrity-check', 1)`)
	sound(t, s)
}

// BenchmarkFind asks for rare words and common ones, and for what is typed on the way to
// them, in a large library.
func BenchmarkFind(b *testing.B) {
	s := largeLibrary(b)
	for _, asked := range []string{"t", "th", "the", "after", "after b", "after bago", "bagoxx", `"of the"`, "bago tag:unix -is:read"} {
		q, err := query.ParseTyping(asked)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(asked, func(b *testing.B) {
			for b.Loop() {
				all, err := s.Find(b.Context(), q, articles.BestMatch)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := s.RowsByKey(b.Context(), all.Keys[:min(40, len(all.Keys))]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestReindex: an index that is not what the articles make is told, and made anew.
func TestReindex(t *testing.T) {
	t.Parallel()
	s := library(t, 60)
	if fault, err := s.CheckIndex(t.Context()); fault != nil || err != nil {
		t.Fatal(fault, err)
	}
	before, _ := found(t, s, "the")
	alter(t, s, `UPDATE article SET title = 'Another Title' WHERE key = 7`)
	if fault, err := s.CheckIndex(t.Context()); fault == nil || err != nil {
		t.Errorf("a title that the index does not have: %v, %v", fault, err)
	}
	if err := s.Reindex(t.Context()); err != nil {
		t.Fatal(err)
	}
	if fault, err := s.CheckIndex(t.Context()); fault != nil || err != nil {
		t.Error(fault, err)
	}
	if after, _ := found(t, s, "the"); len(after) != len(before) {
		t.Errorf("%d found, %d before", len(after), len(before))
	}
	if got, _ := found(t, s, `title:"another title"`); len(got) != 1 {
		t.Errorf("found %q", got)
	}
}

// What is to have copies is in the library, or else a mistake in the query says so.
func TestCopiesOfWhat(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for i, id := range []articles.ID{"1f0a", "1f0b", "1f"} {
		a := story(i, "Alpha")
		a.ID = id
		put(t, s, a)
	}
	for text, want := range map[string]string{
		"copies:zz":            "zz needs the id of an article: none begins so",
		"is:unread -copies:zz": "zz needs the id of an article: none begins so",
		"a (b or copies:zz)":   "zz needs the id of an article: none begins so",
		`zz copies:"z \"z"`:    `"z \"z" needs the id of an article: none begins so`,
		"copies:1f0":           "1f0 needs the id of an article: several begin so",
		"copies:1f0a":          "of Alpha: 0",
		"copies:1f":            "of Alpha: 2",
	} {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Find(t.Context(), q, articles.Newest)
		said := "of " + got.Original
		if mistake, ok := errors.AsType[*query.Mistake](err); ok {
			said = strings.TrimPrefix(mistake.Say, "copies:")
			if at := mistake.Text[mistake.From:mistake.To]; !strings.HasPrefix(said, at+" ") || mistake.Text != q.String() {
				t.Errorf("%s: the mistake is at %q of %q", text, at, mistake.Text)
			}
		}
		if said != want {
			t.Errorf("%s: %s, not %s: %v", text, said, want, err)
		}
	}
	q, err := query.ParseTyping("copies:1f0")
	if err != nil {
		t.Fatal(err)
	}
	if found, err := s.Find(t.Context(), q, articles.Newest); err != nil || found.Original != "Alpha: 0" {
		t.Errorf("while it is typed: %+v, %v", found, err)
	}
}

// What has a word in its title comes before what has it in its text, also where another
// will do, or another form of it.
func TestBestMatchHasTitlesFirst(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for i, a := range []*articles.Article{
		{Title: "Café", Markdown: "One."},
		{Title: "Rust", Markdown: "Two."},
		{Title: "Ribbon", Markdown: "Four."},
		{Title: "Three", Markdown: "A café, and a ribbon."},
	} {
		a.Origin = "test:" + a.Title
		a.ID, a.Published = articles.NewID(a.Origin), time.Date(2025, 1, 1+i, 0, 0, 0, 0, time.UTC)
		put(t, s, a)
	}
	for asked, n := range map[string]int{"café or rust": 3, "(café or rust) -is:archived": 3, "ribbons": 2, "ribbons or rust": 3} {
		q, err := query.Parse(asked)
		if err != nil {
			t.Fatal(err)
		}
		all, err := s.Find(t.Context(), q, articles.BestMatch)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := s.RowsByKey(t.Context(), all.Keys)
		if err != nil || len(rows) != n || rows[n-1].Title != "Three" {
			t.Errorf("%s: %v, %v", asked, rows, err)
		}
	}
}
