package store

import (
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// TestTextsAreCompressed: what is kept of a text is smaller than it. A text that an older
// lede kept as it was is read, found again and undone all the same.
func TestTextsAreCompressed(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := storetest.Article(1)
	put(t, s, a)
	kept := func() (markdown, packed int) {
		t.Helper()
		if err := s.read.QueryRowContext(t.Context(), `SELECT length(CAST(markdown AS BLOB)), coalesce(length(packed), 0)
			FROM body`).Scan(&markdown, &packed); err != nil {
			t.Fatal(err)
		}
		return markdown, packed
	}
	reads := func(text string) {
		t.Helper()
		got, _, err := s.Article(t.Context(), a.ID)
		if err != nil || got.Markdown != text {
			t.Errorf("it reads %.40q, want %.40q: %v", got.Markdown, text, err)
		}
		sound(t, s)
	}
	if markdown, packed := kept(); markdown != 0 || packed == 0 || packed > len(a.Markdown)*2/3 {
		t.Errorf("%d bytes and %d compressed of a text of %d", markdown, packed, len(a.Markdown))
	}
	reads(a.Markdown)

	alter(t, s, `UPDATE body SET markdown = ?, packed = NULL`, a.Markdown)
	reads(a.Markdown)
	if got := put(t, s, a); got != articles.Unchanged {
		t.Errorf("put again: %v", got)
	}
	edited := *a
	edited.Markdown = "Short.\n"
	c := articles.Change{Kind: articles.Adding}
	if _, err := s.PutWithin(t.Context(), &c, &edited); err != nil {
		t.Fatal(err)
	}
	if markdown, packed := kept(); markdown != len(edited.Markdown) || packed != 0 {
		t.Errorf("%d bytes and %d compressed of %q", markdown, packed, edited.Markdown)
	}
	reads(edited.Markdown)
	if _, err := s.Undo(t.Context(), time.Time{}); err != nil {
		t.Fatal(err)
	}
	reads(a.Markdown)
}

// TestPagesHoldTexts: a new library has pages on which several texts fit.
func TestPagesHoldTexts(t *testing.T) {
	t.Parallel()
	var size int
	var journal string
	s := library(t, 0)
	if err := s.write.QueryRowContext(t.Context(), `SELECT page_size, journal_mode FROM pragma_page_size, pragma_journal_mode`).
		Scan(&size, &journal); err != nil || size != pageSize || journal != "wal" {
		t.Errorf("pages of %d bytes, journal %s, %v", size, journal, err)
	}
}
