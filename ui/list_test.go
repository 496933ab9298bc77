package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

func TestListShowsTheShelves(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 40))
	d.sees("All 40", "Unread 40", "Starred 0", "newest first", "1/40", "? help")
	d.press("s j j s m")
	d.sees("★", "Starred 2", "Unread 39")
	d.press("4")
	d.sees("1/2")
	d.press("3")
	d.sees("No article is begun", "1 shows all")
	d.press("1 U")
	d.sees("Unread 40")
}

func TestListGoesThroughAllRows(t *testing.T) {
	t.Parallel()
	const n = 700 // more than a window
	d := drive(t, openLibrary(t, n))
	var down []articles.ID
	for range n {
		down = append(down, d.a.list.Current().ID)
		d.press("j")
	}
	seen := map[articles.ID]bool{}
	for _, id := range down {
		seen[id] = true
	}
	if len(seen) != n {
		t.Errorf("going down met %d of %d articles", len(seen), n)
	}
	for i := range n {
		if got := d.a.list.Current().ID; got != down[n-1-i] {
			t.Fatalf("going up, row %d is %s, was %s going down", n-1-i, got, down[n-1-i])
		}
		d.press("k")
	}
	d.press("G")
	d.sees("700/700")
	if got := d.a.list.Current().ID; got != down[n-1] {
		t.Errorf("G stands on %s, the last is %s", got, down[n-1])
	}
	d.press("g")
	d.sees("1/700")
}

func TestListSorts(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 60)
	d := drive(t, lib)
	for _, o := range []articles.Order{articles.MostViewed, articles.RecentlyOpened, articles.Shortest} {
		d.press("S S enter")
		d.sees(o.String())
		d.seesNot("as now")
	}
	if !slices.IsSortedFunc(d.a.list.Rows(), func(a, b articles.Row) int { return a.Minutes - b.Minutes }) {
		t.Error("not sorted by read time")
	}
	again := drive(t, lib)
	again.sees("shortest read")
}

// The key that opens the menu goes on in it, whichever it is.
func TestTheMenuKnowsItsOwnKey(t *testing.T) {
	t.Parallel()
	for preset, key := range map[string]string{"newsboat": "g", "vim": "S", "less": "S"} {
		d := with(t, preset, essay("alpha", 9))
		d.press(": " + typed("sort newest") + " enter " + key + " " + key + " " + key + " enter")
		if got := d.a.list.Listing(); got.Order != articles.RecentlyOpened {
			t.Errorf("%s: the order is %v", preset, got.Order)
		}
		d.press(key + " ?")
		d.sees("Keys in a menu", "take the choice under the cursor")
		d.press("esc esc")
		d.seesNot("as now")
	}
}

// At any width the header says how many there are and in which order they stand, and
// the footer where the cursor is: other things make room for them.
func TestCountsAndOrderAreAlwaysTold(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 60))
	for width := 20; width <= 150; width++ {
		d.resize(width, 24)
		lines := strings.Split(strings.TrimRight(d.screen(), "\n"), "\n")
		if head := lines[0]; !strings.Contains(head, "All 60") || !strings.Contains(head, "newest") {
			t.Errorf("%d columns: the header is %q", width, head)
		}
		if width >= 40 && strings.Count(lines[0], "60") != 2 {
			t.Errorf("%d columns: the header counts no unread: %q", width, lines[0])
		}
		if foot := lines[len(lines)-1]; !strings.Contains(foot, "1/60") || !strings.Contains(foot, "help") {
			t.Errorf("%d columns: the footer is %q", width, foot)
		}
	}
	d.resize(30, 24)
	d.press("/ p a g e r s")
	if foot := d.screen(); !strings.Contains(foot, " 1/") || !strings.Contains(foot, "/ pagers") {
		t.Errorf("what is typed has the place of the position: %q", foot)
	}
	d.press("ctrl+o")
	d.sees("best", " 1/")
	d.resize(40, 24)
	for _, shelf := range []string{"2", "3", "4"} {
		d.press("esc " + shelf)
		d.run(d.a.take(tea.MouseClickMsg{X: 2, Y: 0, Button: tea.MouseLeft}))
		d.sees("All 60")
		if listing := d.a.list.Listing(); listing.Shelf != articles.All {
			t.Errorf("a click on the tab shows %v", listing.Shelf)
		}
	}
}

// The menu of the orders names them all, says which one there is, and takes a letter,
// Enter on what the cursor is on, or a click. Whatever leaves it changes nothing.
func TestTheOrderIsChosenFromAMenu(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 60))
	order := func(want articles.Order) {
		t.Helper()
		if got := d.a.list.Listing(); got.Order != want || len(d.a.covers) > 0 {
			t.Errorf("the order is %v, not %v; %d covers", got.Order, want, len(d.a.covers))
		}
	}
	d.press("S")
	for _, o := range articles.Orders {
		d.sees(o.String())
	}
	d.sees("newest first  · as now", "Enter or its letter chooses")
	for _, keys := range []string{"esc", "S j q", "S ctrl+n left"} {
		d.press(strings.TrimPrefix(keys, "S "))
		order(articles.Newest)
		d.press("S")
	}
	d.press("esc S l")
	order(articles.Longest)
	d.press("S S enter")
	order(articles.ByTitle)
	d.press("S k k enter")
	order(articles.Shortest)
	d.press(": " + typed("sort") + " enter")
	d.sees("shortest read  · as now")
	lines := strings.Split(d.screen(), "\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "most viewed") })
	d.run(d.a.take(tea.MouseClickMsg{X: 9, Y: at, Button: tea.MouseLeft}))
	order(articles.MostViewed)
	d.press("S")
	d.run(d.a.take(tea.MouseClickMsg{X: 9, Y: 1, Button: tea.MouseLeft}))
	order(articles.MostViewed)
	d.press("U")
	order(articles.Shortest)
}

func TestListKeepsItsPlaceAtAnySize(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 300))
	for range 120 {
		d.press("j")
	}
	was := d.under()
	for _, size := range [][2]int{{40, 12}, {20, 6}, {10, 3}, {1, 1}, {300, 90}, {80, 24}} {
		d.resize(size[0], size[1])
		d.screen()
		if got := d.under(); got != was {
			t.Errorf("at %v the cursor is on %q, was on %q", size, got, was)
		}
	}
	d.sees(was)
}

func TestListRowsOfOneLine(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 60))
	tall := d.rows()
	d.press("z")
	if got := d.rows(); got <= 2*tall {
		t.Errorf("%d rows of one line, %d of two", got, tall)
	}
	d.screen()
}

func TestFilterFindsAsOneTypes(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 200)
	odd := &articles.Article{ID: articles.NewID("odd"), Origin: "odd", Title: "Zwölf Küsten", Author: "Vera Xylander", Tags: []string{"qanat"}, Markdown: "x"}
	if _, err := lib.Put(t.Context(), odd); err != nil {
		t.Fatal(err)
	}
	d := drive(t, lib)
	for _, query := range []string{"z w ö l f", "z w o l f", "x y l a n d e r", "q a n a t"} {
		d.press("/ " + query)
		d.sees("Zwölf Küsten", "1 match")
		d.press("esc")
		d.sees("All 201", "/201")
	}
	d.press("/ z w k ü s t")
	d.sees("Zwölf Küsten", "0 matches · 1 with these letters in the title")
	d.press("esc / p a g r e s")
	d.sees("0 matches · did you mean pagers? ")
	d.press("esc / x x q x")
	d.sees("Nothing matches", "Esc shows all")
	d.press("backspace backspace backspace backspace")
	d.seesNot("Nothing matches")
	d.press("p a g e r s ctrl+o")
	d.seesNot("title, author or tag")
	at := d.under()
	d.press("j k")
	if d.under() != at {
		t.Error("the keys of the list do not move among what was found")
	}
	d.press("esc")
	d.sees("/201")
}

// TestFilterCounts: what matches is counted and, apart, what else stands in the list; both
// together are the rows, whatever the width.
func TestFilterCounts(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("the pangram", 1), essay("a page or two", 1), essay("the page rack", 1), essay("a pale night", 1), essay("paging all else", 1)))
	for _, tt := range []struct {
		width               int
		typed, typing, left string
		rows                int
	}{
		{120, "rack", "/ rack   1 match", "/ rack  1 match · Esc shows all", 1},
		{120, "pgr", "/ pgr   0 matches · 3 with these letters in the title", "in the title · Esc shows all", 3},
		{64, "pgr", "/ pgr   0 matches · 3 with these letters in the title", "in the title ", 3},
		{40, "pgr", "/ pgr   0 matches · 3 by letters", "/ pgr  0 matches · 3 by letters", 3},
		{24, "pgr", "/ pgr   0 + 3", "/ pgr  0 + 3", 3},
		{120, "pang", "1 match · 2 with these letters in the title", "1 match · 2 with", 3},
		{120, "pagle", "0 matches · did you mean page? 2 · 1 with these letters in the title", "page? 2 · 1 with", 3},
		{56, "pagle", "0 matches · page? 2 · 1 by letters", "0 matches · page? 2 · 1 by letters", 3},
		{40, "pagle", "0 + 3", "0 + 3", 3},
	} {
		d.resize(tt.width, 20)
		d.press("/ " + typed(tt.typed))
		d.sees(tt.typing)
		d.press("ctrl+o")
		d.sees(tt.left, fmt.Sprintf("1/%d", tt.rows))
		d.press("G")
		d.sees(tt.left, fmt.Sprintf("%d/%[1]d", tt.rows))
		at := d.under()
		d.press("enter esc")
		if d.under() != at {
			t.Errorf("%s: the cursor was on %s and is on %s", tt.typed, at, d.under())
		}
		d.press("esc")
	}
}

func TestFilterTypedAgainIsLeftAsItWas(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 200))
	d.press("/ p a g e r ctrl+o G k k")
	at, top, under, shown := d.cursor(), d.top(), d.under(), d.screen()
	if at == 0 || top == 0 {
		t.Fatalf("row %d, with %d at the top: too few were found", at, top)
	}
	d.press("/")
	if d.cursor() != at || d.top() != top || d.under() != under {
		t.Errorf("typing again stands on row %d with %d at the top, was on %d with %d", d.cursor(), d.top(), at, top)
	}
	for _, keys := range []string{"", "k k", "x x q x", "backspace backspace backspace backspace backspace", "s"} {
		d.press(keys + " esc")
		if got := d.screen(); got != shown {
			t.Fatalf("after %q and Esc:\n%s\nwas\n%s", keys, got, shown)
		}
		d.press("/")
	}
	d.press("x x q x")
	d.sees("Esc leaves it as it was")
	d.press("esc esc")
	d.sees("/200")
}

func TestEmptyLibrarySaysWhatToDo(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 0))
	d.sees("The library is empty", "lede add")
	d.press("j k G g ctrl+o s m o y / a enter esc S 2 1")
	d.sees("The library is empty")
}

// What is about an article says that there is none, on any shelf and of any filter.
func TestNoArticleHere(t *testing.T) {
	t.Parallel()
	for _, empty := range []string{"4", "/ x x q x ctrl+o"} {
		d := drive(t, openLibrary(t, 3))
		d.press(empty)
		for _, key := range []string{"m", "s", "e", "o", "O", "y", "enter"} {
			d.press(key)
			d.sees("No article here.")
			d.pass(noticeFor)
			d.seesNot("No article here.")
		}
		for _, key := range []string{"j", "G", "z", "S"} {
			d.press(key)
			d.seesNot("No article here.")
		}
	}
}

func TestFilterStaysOnWhatWasChosen(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 400)
	odd := &articles.Article{
		ID: articles.NewID("odd"), Origin: "odd", Title: "Zwölf Küsten", Markdown: "x",
		Published: time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC),
	}
	if _, err := lib.Put(t.Context(), odd); err != nil {
		t.Fatal(err)
	}
	const leave = "esc"
	for _, keys := range []string{leave, "ctrl+o " + leave, "enter q " + leave} {
		d := drive(t, lib)
		d.press("j j / z w ö l")
		d.sees("Zwölf Küsten", "1 match")
		d.press(keys)
		d.sees("Zwölf Küsten", "newest first", "/401")
		if got := d.under(); got != odd.Title || d.cursor() < 100 {
			t.Errorf("after %s the cursor is on %q, row %d", keys, got, d.cursor())
		}
		d.press("k j")
		if got := d.under(); got != odd.Title {
			t.Errorf("up and down again leads to %q", got)
		}
	}
	d := drive(t, lib)
	d.press("G k k k")
	was := d.under()
	for _, keys := range []string{"/ " + leave, "/ enter", "/ backspace", "/ x x q x " + leave, "/ x x q x backspace backspace backspace backspace esc"} {
		d.press(keys)
		if got := d.under(); got != was || d.cursor() != 397 {
			t.Errorf("after %s the cursor is on %q, row %d; was on %q", keys, got, d.cursor(), was)
		}
		d.sees(was)
	}
	d.press("g / p a g e r s down down down down")
	was = d.under()
	d.press(leave)
	if got := d.under(); got != was {
		t.Errorf("the cursor is on %q, was on %q", got, was)
	}
}

func TestFilterTakesCapitalsForSmallLetters(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 100)
	odd := &articles.Article{ID: articles.NewID("odd"), Origin: "odd", Title: "Zwölf Küsten", Author: "Vera Xylander", Markdown: "x"}
	if _, err := lib.Put(t.Context(), odd); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"X Y L A N D E R", "x Y l", "Z W Ö L F"} {
		d := drive(t, lib)
		d.sees("newest first")
		d.press("/ " + query)
		d.sees("Zwölf Küsten", "1 match", "best match")
		d.seesNot("newest first")
	}
}

// TestNextUnreadOfWhatTheFilterFound: the filter stays, and what it left out is passed.
func TestNextUnreadOfWhatTheFilterFound(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("boats 1", 1), essay("alpha", 1), essay("boats 2", 1), essay("beta", 1), essay("boats 3", 1)))
	d.press("/ " + typed("boats") + " ctrl+o j m k")
	first := d.line("▌")
	d.press("n")
	d.sees("3/3")
	d.press("n")
	d.sees("No unread article further that way.", "best match")
	d.press("p")
	if d.line("▌") != first {
		t.Errorf("not back at the first:\n%s", d.screen())
	}
}
