package ui

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"lede/articles"
)

// shelf is the titles on a shelf.
func (d *driver) shelf(s articles.Shelf) (titles []string) {
	d.Helper()
	rows, err := d.lib.Rows(d.Context(), articles.Listing{Shelf: s}, articles.Span{N: 1000})
	if err != nil {
		d.Fatal(err)
	}
	for _, r := range rows {
		titles = append(titles, r.Title)
	}
	return titles
}

// count checks how many articles stand on shelves.
func (d *driver) count(want map[articles.Shelf]int) {
	d.Helper()
	for s, n := range want {
		if got := len(d.shelf(s)); got != n {
			d.Errorf("%s has %d articles, want %d", s, got, n)
		}
	}
}

// Rows are selected by a range, one by one, or all, and what is done to them is one
// change.
func TestSelectedRows(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 30))
	d.press("V j j")
	d.sees("3 selected", "✓", "range", "T tag", "x archive")
	d.press("x")
	d.sees("3 archived. U undoes it.", "Archive 3")
	d.seesNot("✓")
	d.seesNot("selected")
	d.count(map[articles.Shelf]int{articles.All: 27, articles.Archive: 3})
	d.press("U")
	d.sees("Undone: 3 archived.")
	d.count(map[articles.Shelf]int{articles.All: 30, articles.Archive: 0})

	d.press("g V space j space space V k k k k")
	d.sees("5 selected") // of the range that ends above the two, and them
	d.press("V k k space")
	d.press("esc")
	d.seesNot("✓")
	d.seesNot("selected")

	d.press("g V space j space")
	d.sees("2 selected")
	d.press("s")
	d.sees("2 starred. U undoes it.")
	d.press("g V space j space s")
	d.sees("2 unstarred.")
	d.press("U U")
	d.count(map[articles.Shelf]int{articles.Starred: 0})

	d.press("V a")
	d.sees("30 selected")
	d.press("g space") // leaves one out
	d.sees("29 selected")
	d.press("m")
	d.sees("29 marked as read.")
	d.count(map[articles.Shelf]int{articles.Unread: 1})
	d.press("U")

	d.press("G V g") // the range goes over rows that are far away
	d.sees("30 selected")
	d.press("D")
	d.sees("30 removed. U undoes it.", "The library is empty.")
	d.press("U")
	d.sees("Undone: 30 removed.")
	d.count(map[articles.Shelf]int{articles.All: 30})
	d.press("V q j")
	d.seesNot("selected")
}

// All that a filter found can be selected, and Esc leaves the selection before the filter.
func TestSelectsWhatTheFilterFound(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 30))
	d.press("/ " + typed("#unix") + " ctrl+o")
	_, found, _ := strings.Cut(d.screen(), "#unix  ")
	found, _, _ = strings.Cut(found, " matches")
	d.press("V a")
	d.sees(found + " selected")
	d.press("esc")
	d.sees(found + " matches")
	d.press("V a space T " + typed("x") + " enter") // without the first
	d.press("esc")
	n, err := strconv.Atoi(found)
	if err != nil || n < 3 {
		t.Fatalf("%q matches", found)
	}
	all, err := d.lib.Tags(t.Context())
	if at := slices.Index(all, articles.TagCount{Tag: "x", Articles: n - 1}); err != nil || at < 0 {
		t.Errorf("tags %v, %v", all, err)
	}
}

// A range may begin far from the rows that are loaded.
func TestSelectedRowsOfALongList(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 400))
	d.press("V G")
	d.sees("400 selected")
	d.press("V space") // over: the cursor is free, and takes the last one out
	d.sees("399 selected")
	d.press("s")
	d.sees("399 starred.")
	d.count(map[articles.Shelf]int{articles.Starred: 399})
}

// Without a selection, keys are about the row under the cursor; and all above it can be
// marked.
func TestKeysOfOneRow(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 6))
	titles := d.shelf(articles.All)
	d.press("j x")
	d.sees("Archived: " + titles[1])
	d.press("5")
	d.sees(titles[1], "1/1")
	d.press("x")
	d.sees("Taken out of the archive: "+titles[1], "The archive is empty.")
	d.press("1 j j D")
	d.sees("Removed: " + titles[2])
	d.seesNot(titles[2] + "  ")
	d.press("U g B")
	d.sees("Nothing is unread above.")
	d.press("G B")
	d.sees("5 marked as read.")
	d.count(map[articles.Shelf]int{articles.Unread: 1})

	d.press("g / " + typed(strings.Fields(titles[0])[0]) + " ctrl+o D")
	d.sees("Removed: ")
	d.press("esc")
	d.count(map[articles.Shelf]int{articles.All: 5})

	d.press("g enter x")
	d.sees("Archived: ")
	d.press("x")
	d.sees("Taken out of the archive: ")
	d.press("q")
	d.count(map[articles.Shelf]int{articles.All: 5})
}

// Tags are put on and taken off in a line that completes them, in the list and in an
// article.
func TestTagsAreTyped(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 30))
	row := func() articles.Row { return *d.a.list.Current() }
	d.press("T")
	d.sees("tags:", row().Title, "#unix")
	d.press(typed("unix") + " space " + typed("slow,letters") + " enter")
	d.sees("Tagged #unix #slow #letters: " + row().Title)
	if got := strings.Join(row().Tags, " "); !strings.HasSuffix(got, "slow letters") {
		t.Errorf("tags %q", got)
	}
	d.press("T - tab enter") // the first of its own
	d.sees("Untagged #")
	d.press("T s l o tab esc U")
	d.sees("Undone: untagged #")
	d.press("T " + typed("slo") + " esc")
	d.seesNot("tags:")

	d.press("V j T")
	d.sees("2 selected")
	d.press(typed("\"far away\"") + " enter")
	d.sees("2 tagged #far away.")
	d.press("T f tab")
	d.seesNot("far away\"") // it has that
	d.press("esc j j T f tab")
	d.sees(`"far away"`)
	d.press("enter")
	d.sees("Tagged #far away: ")

	d.press("enter T - f tab enter")
	d.sees("Untagged #far away: ")
	d.seesNot("#far away ·")
	d.press("U q")
	d.press(": " + typed("rename-tag") + " space " + typed("\"far away\"") + " space " + typed("near") + " enter")
	d.sees("#far away renamed to #near: 3 articles. U undoes it.")
	d.press(": " + typed("rename-tag") + " space " + typed("none") + " space " + typed("some") + " enter")
	d.sees("No article has the tag #none")
	d.press("esc : " + typed("rename-tag") + " space " + typed("none") + " enter")
	d.sees("rename-tag needs a tag and another name")
}

// What another program took out of the library is told to be gone by every key that would
// do something to it.
func TestKeysSayThatItIsGone(t *testing.T) {
	t.Parallel()
	for _, place := range []struct {
		at, keys string
		does     []string
	}{
		{"the reader", "enter", nil},
		{"the list", "j k", []string{"D"}},
	} {
		for _, key := range append(place.does, "m", "s", "x", "T "+typed("mine")+" enter") {
			lib := openLibrary(t, 3)
			d := drive(t, lib)
			d.press(place.keys)
			rows, err := lib.Rows(t.Context(), articles.Listing{}, articles.Span{N: 1})
			if err != nil || len(rows) != 1 {
				t.Fatal(rows, err)
			}
			if _, err := lib.Remove(t.Context(), rows[0].ID); err != nil {
				t.Fatal(err)
			}
			d.press(key)
			if !strings.Contains(d.screen(), articles.ErrNotFound.Error()) {
				t.Errorf("%s in %s:\n%s", key, place.at, d.screen())
			}
		}
	}
}
