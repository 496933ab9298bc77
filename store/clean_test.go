package store

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"lede/articles"
)

// What another program wrote into a library comes out without anything that a
// terminal obeys, and can still be removed.
func TestForeignLibraryIsCleaned(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	evil := func(what string) string { return what + "\x1b]0;x\a\u009b31m\u202e\r" }
	a := &articles.Article{
		ID: articles.ID(evil("id")), Slug: evil("slug"), Origin: evil("file:/a  b"), URL: evil("https://example.org/"),
		Title: evil("title"), Dek: evil("dek\n"), Author: evil("author"), AuthorBio: evil("bio"), Site: evil("site"),
		Notices: []string{evil("notice")}, Tags: []string{evil("tag"), evil("own")}, Own: articles.TagEdit{Add: []string{evil("own")}, Take: []string{evil("taken")}}, Markdown: evil("body\n"),
		Epigraphs: []articles.Quote{{Text: evil("quote"), By: evil("by")}},
		Related:   []articles.Link{{Title: evil("link"), Target: evil("target")}},
		Links:     []string{evil("to")},
	}
	put(t, s, a)
	b := &articles.Article{ID: "b", Origin: "b", Title: "B", Tags: a.Tags, Author: a.Author, Markdown: "x\n"}
	put(t, s, b)

	check := func(what string, v any) {
		t.Helper()
		text := fmt.Sprintf("%+v", v)
		if at := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && unicode.IsControl(r) || r == '\u202e' }); at >= 0 {
			t.Errorf("%s: %q", what, text)
		}
	}
	rows, err := s.Rows(t.Context(), articles.Listing{Order: articles.ByTitle}, articles.Span{N: 9})
	if err != nil || len(rows) != 2 {
		t.Fatal(len(rows), err)
	}
	for _, r := range rows {
		r.SortTitle = "" // is never shown
		check("row", r)
	}
	rows, err = s.RowsByID(t.Context(), []articles.ID{a.ID})
	if err != nil || len(rows) != 1 || rows[0].Title != "title" {
		t.Errorf("by id: %+v %v", rows, err)
	}
	if err := s.Names(t.Context(), func(n articles.Name) bool { check("name", n); return true }); err != nil {
		t.Error(err)
	}
	all, err := s.Tags(t.Context())
	check("tags", all)
	if err != nil || len(all) != 2 {
		t.Errorf("tags %v, %v", all, err)
	}
	got, _, err := s.Article(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	check("article", *got)
	if got.Origin != "file:/a  b\n" || got.Markdown != "body\n\n" {
		t.Errorf("origin %q, body %q", got.Origin, got.Markdown)
	}
	related, err := s.Related(t.Context(), b, 9)
	if err != nil || len(related) != 1 {
		t.Fatal(related, err)
	}
	related[0].Reason = "" // speaks of b, which is not cleaned
	check("related", related)

	if c, err := s.Remove(t.Context(), a.ID); c.Articles != 1 || err != nil {
		t.Fatal(c, err)
	}
	if related, err := s.Related(t.Context(), b, 9); err != nil || len(related) != 0 {
		t.Errorf("what is removed is related: %+v %v", related, err)
	}
	var left int
	if err := s.read.QueryRowContext(t.Context(), `SELECT count(*) FROM trait WHERE article NOT IN (SELECT key FROM article)`).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d traits are left of nothing: %v", left, err)
	}
}
