package ui

import (
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer"
)

// readBadly is an article of which an older version got less than there is in
// its original.
func readBadly(t *testing.T) *articles.Article {
	t.Helper()
	a, err := importer.Read("/notes/extraction.md", "# On extraction\n\n"+essay("extraction", 20).Markdown)
	if err != nil {
		t.Fatal(err)
	}
	a.Title = "Untitled"
	a.Markdown = strings.Replace(a.Markdown, "## Section 3\n\n", "", 1)
	a.Length = articles.MeasureText(a.Markdown)
	return a
}

func TestExtractAgain(t *testing.T) {
	t.Parallel()
	bad := readBadly(t)
	lib := shelf(t, bad)
	d := drive(t, lib)
	d.press("enter space space space space j s")
	was := d.firstLine()
	d.press("X")
	d.sees("New: text (", "title. U undoes it.")
	if got := d.firstLine(); got != was {
		t.Errorf("the place was %q, and is %q", was, got)
	}
	now, state, err := lib.Article(t.Context(), bad.ID)
	if err != nil || now.Title != "On extraction" || !strings.Contains(now.Markdown, "## Section 3\n") || !state.Starred || state.Views != 1 {
		t.Errorf("the library has %q %+v, %v", now.Title, state, err)
	}
	d.press("[ [ [ [ [ [ [ g")
	d.sees("On extraction")
	d.press("X")
	d.sees("Extracted again: nothing new.")

	// One U brings the text before back, the next one the star.
	d.press("U")
	d.sees("Undone: extracted again", "Untitled")
	if now, state, err = lib.Article(t.Context(), bad.ID); err != nil || now.Title != "Untitled" || now.Markdown != bad.Markdown || !state.Starred {
		t.Errorf("the library has %q %+v, %v", now.Title, state, err)
	}
	d.press("U")
	if d.state(bad).Starred {
		t.Error("the star is still there")
	}
	d.press("X q")
	d.sees("On extraction")
	d.press("U")
	d.sees("Undone: extracted again", "Untitled")
	d.pass(noticeFor)
	d.seesNot("On extraction")
}

func TestNothingToExtractFrom(t *testing.T) {
	t.Parallel()
	a := essay("old", 3)
	d := drive(t, shelf(t, a))
	d.press("enter X")
	d.sees("no original is kept of it")
	d.sees("What there is to say of old.")
	if now, _, err := d.lib.Article(t.Context(), a.ID); err != nil || now.Markdown != a.Markdown {
		t.Errorf("%v", err)
	}
	opened := drive(t, openLibrary(t, 0), Reading{Article: a})
	opened.press("X")
	opened.sees("Press a to save the article first.")
}

// TestExtractWithAllOpen: what the reader was about goes on in the new text.
func TestExtractWithAllOpen(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, readBadly(t)))
	d.press("enter space / S e c t i o n enter n")
	d.press("X")
	d.sees("New: text (")
	d.press("n")
	d.pass(noticeFor)
	d.sees("/ Section", "n N next, previous")
	d.press("t")
	d.sees("Section 3")
	d.press("esc U t")
	d.seesNot("Section 3")
}
