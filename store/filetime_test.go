package store

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lede/articles"
)

// TestUndatedFilesStandWhereTheirFilesDo: notes that are added today are no news.
func TestUndatedFilesStandWhereTheirFilesDo(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	day := func(n int) time.Time { return time.Date(2026, 3, n, 12, 0, 0, 0, time.UTC) }
	note := entry("a note of the 4th", time.Time{}, day(20))
	note.FileTime = day(4)
	ahead := entry("of a clock that ran ahead", time.Time{}, day(20))
	ahead.FileTime = time.Now().AddDate(1, 0, 0)
	dated := entry("of the 9th, in a file of the 1st", day(9), day(20))
	dated.FileTime = day(1)
	for _, a := range []*articles.Article{note, ahead, dated, entry("added on the 6th", time.Time{}, day(6))} {
		put(t, s, a)
	}
	want := []string{"of a clock that ran ahead", "of the 9th, in a file of the 1st", "added on the 6th", "a note of the 4th"}
	rows := everything(t, s)
	if got := titles(rows); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if at := rows[0].Dated; at.After(time.Now()) {
		t.Errorf("it stands at %v, in the future", at)
	}
	if r := rows[3]; !r.FileTime.Equal(day(4)) || !r.Dated.Equal(day(4)) {
		t.Errorf("the note has %v, and stands at %v", r.FileTime, r.Dated)
	}

	touched := *note
	touched.FileTime = day(15)
	if got := put(t, s, &touched); got != articles.Unchanged {
		t.Errorf("a file that was touched: %v", got)
	}
	if got := titles(everything(t, s)); !slices.Equal(got, want) {
		t.Errorf("it moved: %q", got)
	}
	touched.Markdown = "Other words.\n"
	if got := put(t, s, &touched); got != articles.Updated {
		t.Errorf("a file that was edited: %v", got)
	}
	if got := titles(everything(t, s)); got[1] != note.Title {
		t.Errorf("edited, it is not among the newest: %q", got)
	}
}

// TestAFileThatWasAddedBefore gets its time when it is met again as it was.
func TestAFileThatWasAddedBefore(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	note := entry("a note", time.Time{}, time.Date(2026, 3, 20, 0, 0, 0, 0, time.UTC))
	put(t, s, note)
	note.FileTime = time.Date(2020, 1, 2, 0, 0, 0, 0, time.UTC)
	if got := put(t, s, note); got != articles.Unchanged {
		t.Errorf("%v", got)
	}
	if r := everything(t, s)[0]; !r.Dated.Equal(note.FileTime) {
		t.Errorf("it stands at %v", r.Dated)
	}
}

// TestRowsWithoutADekHaveTheirOpening: also those that a lede put in that kept none.
func TestRowsWithoutADekHaveTheirOpening(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	s := open(t, path)
	kept, before, dek := entry("kept", time.Time{}, time.Time{}), entry("before", time.Time{}, time.Time{}), entry("dek", time.Time{}, time.Time{})
	kept.Markdown, kept.Opening = "# Part\n\nThe words.\n", "The words."
	before.Markdown = "# Part\n\nThe *words* \x1b[31mthen.\n"
	dek.Dek = "It has one."
	for _, a := range []*articles.Article{kept, before, dek} {
		put(t, s, a)
	}
	want := map[string]string{"kept": "The words.", "before": articles.CleanLine("The words \x1b[31mthen."), "dek": ""}
	for _, r := range everything(t, s) {
		if r.Opening != want[r.Title] {
			t.Errorf("%s opens with %q, want %q", r.Title, r.Opening, want[r.Title])
		}
	}
}
