package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store"
)

// told is a story as a site tells it.
func told(name, site string) *articles.Article {
	a := essay(name, 4)
	a.Origin = "https://" + strings.ToLower(site) + ".example/" + name
	a.ID, a.URL, a.Site = articles.NewID(a.Origin), a.Origin, site
	return a
}

// Of what the library has not there are no copies: that is told where one types.
func TestCopiesOfNothing(t *testing.T) {
	t.Parallel()
	one := told("ink", "Alpha")
	d := drive(t, shelf(t, one, told("paper", "Alpha")))
	d.resize(120, 30)
	d.press("/ " + typed("copies:zz"))
	d.sees("copies:zz needs the id of an article: none begins so", "Nothing matches “copies:zz”.")
	d.press("enter esc")
	d.sees("1/2")
	d.press("/ " + typed("copies:"+string(one.ID)) + " ctrl+o")
	d.sees("/ copies of “On ink”  0 matches", "No copies of “On ink”.")
	d.press("esc")
	d.sees("1/2")
}

// Copies of a story are one row: what is done to it is done to all, and a key shows them.
func TestCopiesAreOneRow(t *testing.T) {
	t.Parallel()
	first, second, third := told("paper", "Alpha"), told("paper", "Beta"), told("paper", "Gamma")
	d := drive(t, shelf(t, first, second, third, told("ink", "Alpha")))
	d.resize(120, 30)
	d.sees("All 2", "Unread 2", "On paper  +2 also in Beta, Gamma", "On ink")
	d.resize(40, 20)
	d.sees("On paper  +2")
	d.resize(120, 30)

	onPaper := func() {
		d.press("g")
		for range 2 {
			if r := d.a.list.Current(); !strings.Contains(r.Title, "paper") {
				d.press("j")
			}
		}
	}
	onPaper()
	d.press("m")
	d.sees("Marked as read.", "Unread 1")
	for _, a := range []*articles.Article{first, second, third} {
		if !d.state(a).Read {
			t.Errorf("the one of %s is not read", a.Site)
		}
	}
	d.press("U")
	d.sees("Undone: 3 marked as read.", "Unread 2")

	d.press("2")
	onPaper()
	d.press("+") // of what is read, too
	d.sees("Gamma · A. Writer", "Beta · A. Writer", "1/2")
	d.press("/")
	d.sees("/ copies:" + string(first.ID))
	d.press("esc")
	d.press("enter")
	if !strings.Contains("Beta Gamma", d.a.reader.Article.Site) {
		t.Errorf("%s opens", d.a.reader.Article.Site)
	}
	d.press("G")
	d.sees("the same story, in Alpha")
	d.press("esc esc 1")
	onPaper()
	d.press("+")
	d.sees("/ copies of “On paper”  2 matches · Esc shows all")
	d.press("esc")
	if r := d.a.list.Current(); r.ID != first.ID {
		t.Errorf("the cursor is on %q", r.Title)
	}
	d.press("/ p a p e r ctrl+o") // from a search it goes back to that
	for _, back := range []string{"esc", "+"} {
		d.sees("/ paper", "1 match")
		d.press("+")
		d.sees("/ copies of “On paper”  2 matches")
		d.press("j " + back)
	}
	d.sees("/ paper", "1 match", "1/1")
	d.press("esc")
	onPaper()
	d.press("D")
	d.sees("3 removed. U undoes it.", "All 1")
	d.press("U")
	d.sees("All 2", "On paper  +2 also in Beta, Gamma")
}

// heap is a library of an article and of 29 that were added after it in one go.
func heap(t *testing.T) *store.Store {
	t.Helper()
	lib := openLibrary(t, 0)
	first, rest := articles.Change{Kind: articles.Adding}, articles.Change{Kind: articles.Adding}
	for i := range 30 {
		a := essay(fmt.Sprint("part ", i), 1)
		a.Added, a.Published = time.Date(2026, 3, 1, 12, 0, i, 0, time.UTC), time.Date(2026, 3, 1+i, 0, 0, 0, 0, time.UTC)
		c := &rest
		if i == 0 {
			c = &first
		}
		if _, err := lib.PutWithin(t.Context(), c, a); err != nil {
			t.Fatal(err)
		}
	}
	return lib
}

// What is folded is put aside in the list and is still to be read: it is offered one after
// another, counted, and its row stays until all of it is read.
func TestReadsOnInAFold(t *testing.T) {
	t.Parallel()
	d := drive(t, heap(t))
	d.press("g + 2")
	d.sees("All 30", "Unread 30", "+28 added with it", "1/2")
	d.press("enter G q")
	d.sees("Next unread: On part 28")
	d.press("q")
	d.sees("+28 added with it", "1/2")

	d.press("enter G")
	d.readIt()
	d.press("space")
	d.sees("What there is to say of part 28")
	d.press("m") // of the article that is read, and no more than that
	d.sees("Marked as read.")
	d.press("G")
	d.readIt()
	d.sees("Next unread: On part 27")
	d.press("q")
	d.sees("Unread 28", "On part 27  +26 added with it", "1/2")
	d.press("g m") // of a row
	d.sees("Unread 1", "1/1")
	d.press("U g")
	d.sees("Unread 28", "On part 27  +26 added with it")
}

// What was added together is folded into one row, and unfolded, by the same key.
func TestFoldsWhatCameTogether(t *testing.T) {
	t.Parallel()
	lib := heap(t)
	saveQuery(t, lib, "New", "is:unread")
	d := drive(t, lib)
	d.sees("All 30")
	d.press("g j +")
	d.sees("28 folded. U undoes it.", "All 30", "On part 29  +28 added with it", "1/2")
	d.press("U")
	d.sees("Undone: 28 folded.", "All 30")
	d.press("g +")
	d.sees("1/2", "Unread 30")
	d.press("g +")
	d.sees("28 unfolded.", "All 30")
	d.press("G +")
	d.sees("Nothing was added with it.")
	d.press("g + 6")
	d.sees("1/2")
	d.resize(120, 30)
	d.hasTop("New 30")
}
