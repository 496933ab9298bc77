package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/store"
)

// saveQuery saves a query under a name, as another program would.
func saveQuery(t *testing.T, lib *store.Store, name, text string) {
	t.Helper()
	if _, err := lib.EditQueries(t.Context(), articles.QueryEdit{Kind: articles.SavingQuery, Name: name, Query: text}); err != nil {
		t.Fatal(err)
	}
}

// boats is a library of three articles about boats and two others.
func boats(t *testing.T) *store.Store {
	t.Helper()
	all := []*articles.Article{essay("boats 1", 1), essay("alpha", 1), essay("boats 2", 30), essay("beta", 20), essay("boats 3", 1)}
	all[1].Tags, all[2].Tags = []string{"sea", "inland"}, []string{"sea"}
	return shelf(t, all...)
}

// top line of the screen.
func (d *driver) topLine() string {
	d.Helper()
	line, _, _ := strings.Cut(d.screen(), "\n")
	return strings.TrimSpace(line)
}

func (d *driver) hasTop(want string) {
	d.Helper()
	if got := d.topLine(); !strings.Contains(got, want) {
		d.Fatalf("the top line is %q, without %q", got, want)
	}
}

// A tab that is deleted, and comes back, is shown again by who has gone nowhere since.
func TestUndoingADeletedTabShowsIt(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	saveQuery(t, lib, "Afloat", "boats")
	saveQuery(t, lib, "Sea", "tag:sea")
	d := drive(t, lib)
	d.resize(120, 30)
	d.press("7 F d")
	d.sees("Query removed: Sea.", "1/5")
	d.press("U")
	d.sees("Undone: query removed: Sea", "1/2")
	d.press("F d 6 U")
	d.sees("Undone: query removed: Sea", "1/3")
	d.hasTop("Sea 2")
}

// TestWhatIsShownIsSavedAsATab: the shelf, the filter and the order become one query, whose
// tab shows the same rows, and U takes it away.
func TestWhatIsShownIsSavedAsATab(t *testing.T) {
	t.Parallel()
	d := drive(t, boats(t))
	d.resize(120, 30)
	d.press("2 / " + typed("boats") + " ctrl+o S n F " + typed("Afloat") + " enter")
	d.sees("Query saved: Afloat. U undoes it.", "On boats 3", "1/3")
	d.hasTop("Afloat 3")
	d.hasTop("newest first")
	d.seesNot("On alpha")
	all, err := d.lib.SavedQueries(t.Context())
	if err != nil || len(all) != 1 || all[0].Query != "is:unread boats sort:newest" {
		t.Errorf("saved as %+v: %v", all, err)
	}
	d.press("1")
	d.sees("On alpha", "1/5")
	d.press("6")
	d.sees("On boats 1", "1/3")
	d.press("m")
	d.sees("1/2")
	d.hasTop("Afloat 2")
	d.press("U U")
	d.sees("Undone: query saved: Afloat.", "On alpha", "1/5")
	if strings.Contains(d.topLine(), "Afloat") {
		t.Errorf("the tab is still there: %s", d.topLine())
	}
}

// TestTabsCombineWithTheFilter: what is typed narrows a tab, stays from tab to tab, and goes
// by Esc; the tab stays.
func TestTabsCombineWithTheFilter(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	saveQuery(t, lib, "Long", "time:>2 sort:shortest")
	saveQuery(t, lib, "Sea", "#sea")
	d := drive(t, lib)
	d.resize(120, 30)
	d.hasTop("Long 2   Sea 2")
	d.press("6")
	d.sees("1/2")
	d.hasTop("shortest read")
	if d.under() != "On beta" {
		t.Errorf("the first is %s", d.under())
	}
	d.press("/ " + typed("boats") + " ctrl+o")
	d.sees("/ boats  1 match · Esc shows all")
	d.press("tab")
	d.sees("/ boats  1 match")
	d.hasTop("Sea 2")
	d.press("tab") // round to the first
	d.sees("/ boats  3 matches")
	d.press("7 esc")
	d.sees("On alpha", "On boats 2", "1/2")
	d.seesNot("On beta")
	d.press("esc")
	d.sees("1/2")
	d.press("/ " + typed("qq"))
	d.sees("Nothing matches “qq”.")
	d.press("backspace backspace backspace")
	d.sees("1/2")
}

// TestTabOfRenamedTag: a tab asks for a tag by its new name, and undoing it undoes that.
func TestTabOfRenamedTag(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	saveQuery(t, lib, "Sea", "#sea")
	d := drive(t, lib)
	d.resize(120, 30)
	d.hasTop("Sea 2")
	d.press(": " + typed("rename-tag") + " space " + typed("sea") + " space " + typed("ocean") + " enter")
	d.sees("#sea renamed to #ocean: 2 articles, 1 saved query. U undoes it.")
	d.hasTop("Sea 2")
	d.press("6 F")
	d.sees("Sea: tag:ocean")
	d.press("esc U")
	d.hasTop("Sea 2")
	d.press("F")
	d.sees("Sea: #sea")
}

// TestTabsAreChanged: a tab is renamed, moved, edited, saved as it is shown, and deleted,
// each in one change.
func TestTabsAreChanged(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	saveQuery(t, lib, "Long", "time:>2")
	saveQuery(t, lib, "Sea", "#sea")
	d := drive(t, lib)
	d.resize(120, 30)
	d.press("7 F")
	d.sees("Sea: #sea", "Edit the query", "Rename", "Move left", "Delete the tab")
	d.seesNot("Move right")
	d.seesNot("as it is shown now")
	d.press("r ctrl+u " + typed("Ocean") + " enter")
	d.hasTop("Long 2   Ocean 2")
	d.press("F m")
	d.hasTop("Ocean 2   Long 2")
	d.press("F m") // right again
	d.hasTop("Long 2   Ocean 2")
	d.press("F e ctrl+u " + typed("time:<ten") + " enter")
	d.sees("time:<ten needs minutes")
	d.press("ctrl+u " + typed("#sea") + " space " + typed("or") + " space " + typed("#inland") + " space " + typed("sort:title") + " enter")
	d.hasTop("Ocean 2")
	d.hasTop("by title")
	d.press("/ " + typed("boats") + " ctrl+o F s")
	d.sees("Query saved: Ocean (was: #sea or #inland sort:title)", "On boats 2", "1/1")
	d.hasTop("Ocean 1")
	d.press("F d")
	d.sees("Query removed: Ocean", "1/5")
	for _, want := range []string{"Ocean 1", "Ocean 2"} {
		d.press("U")
		d.hasTop(want)
	}
	d.press("U U U U")
	d.hasTop("Long 2   Sea 2")
	d.press("1 F " + typed("long") + " enter")
	d.sees("there is a tab long already")
	d.press("ctrl+u " + typed("starred") + " enter")
	d.sees("Starred is a shelf already")
	d.press("esc")
	d.seesNot("save as:")
}

// TestTabsFit: where there is no room for all tabs, those around the one that is shown
// stand, and a sign says that there are more.
func TestTabsFit(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	for _, name := range []string{"Morning paper", "Evening paper", "Long weekend reads", "Sea", "Inland"} {
		saveQuery(t, lib, name, "boats")
	}
	d := drive(t, lib)
	for _, width := range []int{200, 140, 100, 80, 60, 40, 20} {
		d.resize(width, 24)
		for at, name := range []string{"All", "Unread", "In progress", "Starred", "Archive", "Morning paper", "Evening paper", "Long weekend reads", "Sea", "Inland"} {
			if !strings.Contains(d.topLine(), name) && (width > 40 || width == 40 && at > 4) {
				t.Errorf("%d columns: tab %d is not named: %s", width, at, d.topLine())
			}
			if w := ansi.StringWidth(d.topLine()); w > width {
				t.Errorf("%d columns: %d", width, w)
			}
			d.press("tab")
		}
	}
	d.resize(100, 24)
	d.press("9")
	d.hasTop("… ")
	d.hasTop("Sea 3")
	d.press("1")
	x, y := d.cell("Evening paper")
	d.click(x, y)
	d.hasTop("best match")
}

// TestTabsOfOthers: a tab that another program takes away while it is shown leaves the
// library, and one that it adds is there.
func TestTabsOfOthers(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	saveQuery(t, lib, "Sea", "#sea")
	d := drive(t, lib)
	d.press("6")
	d.sees("1/2")
	if _, err := lib.EditQueries(t.Context(), articles.QueryEdit{Kind: articles.RemovingQuery, Name: "Sea"}); err != nil {
		t.Fatal(err)
	}
	saveQuery(t, lib, "Boats", "boats")
	d.press("f5")
	d.sees("1/5")
	d.hasTop("Boats 3")
}

// TestLastViewIsThereAgain: what was looked at last is there at the next start, with the
// cursor on the same article in the same line.
func TestLastViewIsThereAgain(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 300)
	saveQuery(t, lib, "Unix", "#unix sort:title")
	for _, keys := range []string{
		"j j j", "2 G", "G k k k", "S b", "6 j j j", "6 G k", "/ " + typed("paper") + " ctrl+o j j", "2 / " + typed("is:unread") + " enter G",
		"6 / " + typed("ink") + " ctrl+o j", "1 / " + typed("is:unread") + " space " + typed("sort:shortest") + " enter d d d d d", "4", "/ " + typed("zzzz") + " ctrl+o", "1 S n",
	} {
		d := drive(t, lib)
		d.press("1 esc " + keys)
		d.pass(noticeFor)
		seen := d.screen()
		if err := d.a.flush(); err != nil {
			t.Fatal(err)
		}
		d = drive(t, lib)
		if got := d.screen(); got != seen {
			t.Errorf("after %q the next start shows\n%s\nnot\n%s", keys, got, seen)
		}
		d.press("up down")
		if err := d.a.flush(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKeysBeforeTheRows: what is done to rows before they are there is done to them then,
// and to no others.
func TestKeysBeforeTheRows(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	d := drive(t, lib)
	d.press("/ " + typed("boats") + " ctrl+o j")
	want := d.under()
	if err := d.a.flush(); err != nil {
		t.Fatal(err)
	}
	d = &driver{TB: t, lib: lib}
	o := options(t, lib)
	o.tick = never
	a, err := newApp(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	d.a = a
	begin := a.Init()
	d.sees("/ boats")
	for _, title := range []string{"On alpha", "On beta", "1/5"} {
		d.seesNot(title)
	}
	d.press("s enter")
	d.run(begin)
	if !d.a.reading || d.a.reader.Article.Title != want || !d.a.reader.State.Starred {
		t.Errorf("not at %s, starred:\n%s", want, d.screen())
	}
}

// TestWhatIsReadAloneIsNoView: a thing that is named at the start neither shows nor changes
// what the library showed last.
func TestWhatIsReadAloneIsNoView(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	d := drive(t, lib)
	d.press("/ " + typed("alpha") + " ctrl+o")
	if err := d.a.flush(); err != nil {
		t.Fatal(err)
	}
	before, err := lib.Setting(t.Context(), "view")
	if err != nil {
		t.Fatal(err)
	}
	e := drive(t, lib, Reading{Article: essay("gamma", 3)})
	e.sees("On gamma")
	if err := e.a.flush(); err != nil {
		t.Fatal(err)
	}
	if after, err := lib.Setting(t.Context(), "view"); after != before || err != nil {
		t.Errorf("%s, and before it %s: %v", after, before, err)
	}
}

// TestViewIsRememberedAtOnce: it is there for who kills the program, and is not written for
// each of many that a held key goes through.
func TestViewIsRememberedAtOnce(t *testing.T) {
	t.Parallel()
	d := drive(t, boats(t))
	d.press("2")
	next := drive(t, d.lib)
	next.sees("1/5")
	if got := next.a.list.Listing().Shelf; got != articles.Unread {
		t.Errorf("on %s", got)
	}
	view := func() string {
		text, err := d.lib.Setting(t.Context(), "view")
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	first := view()
	d.press("j j j tab tab")
	if now := view(); now != first {
		t.Errorf("written is %s, and a moment before it %s", now, first)
	}
	d.wait(time.Second)
	if now := view(); !strings.Contains(now, `"shelf":3`) {
		t.Errorf("written is %s", now)
	}
}

// TestViewIsRememberedWhileItStands: a program that is killed has it remembered, too.
func TestViewIsRememberedWhileItStands(t *testing.T) {
	t.Parallel()
	d := drive(t, boats(t))
	d.press("4 2 / " + typed("boats") + " ctrl+o")
	d.wait(time.Second)
	d = drive(t, d.lib) // and the one before did not end
	d.sees("/ boats", "3 matches")
	d.press("esc")
	d.sees("/5")
	d.hasTop("Unread 5")
}

// TestTabThatIsNoQuery: what another lede saved may be none here; that is told, and it can
// be taken away.
func TestTabThatIsNoQuery(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	saveQuery(t, lib, "Later", "time:<ten")
	d := drive(t, lib)
	d.resize(120, 30)
	d.press("6")
	d.sees("Later: time:<ten needs minutes", "1/5")
	d.press("F d")
	d.sees("Query removed: Later", "1/5")
	d.press("6")
	d.sees("No query is saved there.")
}

// TestFeedIsNoPartOfATab: the articles of a feed are all of them, whatever tab was shown.
func TestFeedIsNoPartOfATab(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	saveQuery(t, d.lib, "None", "-added:9y")
	d.press("r f5 6")
	d.sees("No article is asked for by this query.", "F changes it.")
	d.press("h G enter")
	d.sees("golang, part 2", "1/3")
}

// What is saved finds what was shown, also where the last word that was searched is the
// beginning of one alone.
func TestSavedAsItIsShown(t *testing.T) {
	t.Parallel()
	for typedWords, saved := range map[string]string{"alph": "alph*", "boat": "boat", "boats": "boats", "alpha": "alpha"} {
		lib := boats(t)
		d := drive(t, lib)
		d.resize(120, 30)
		d.press("/ " + typed(typedWords) + " ctrl+o")
		found := len(d.a.list.Rows())
		d.press("F " + typed("Tab") + " enter")
		d.hasTop(fmt.Sprint("Tab ", found))
		if all, err := lib.SavedQueries(t.Context()); err != nil || len(all) != 1 || all[0].Query != saved {
			t.Errorf("%s is saved as %v, %v", typedWords, all, err)
		}
	}
}

// A search that finds little says what more stands where one does not look: in the archive
// or, from another shelf or a tab, on the shelf of all.
func TestSearchTellsOfMore(t *testing.T) {
	t.Parallel()
	lib := boats(t)
	d := drive(t, lib)
	d.resize(120, 30)
	d.press("/ " + typed("beta") + " ctrl+o")
	d.sees("1 match · Esc")
	d.press("x")
	d = drive(t, lib)
	d.press("/ " + typed("beta") + " ctrl+o")
	d.sees("0 matches · 1 in the archive")
	d.press("/ " + typed("is:archived beta") + " ctrl+o")
	d.sees("1 match · Esc")

	d.press("esc 4 / " + typed("alpha") + " ctrl+o")
	d.sees("0 matches · 1 in All")
	d.press("esc 1 / " + typed("title:boats") + " ctrl+o F " + typed("Tab") + " enter 6 / " + typed("alpha"))
	d.sees("0 matches · 1 in All")
}

// TestShelvesStandBesideTabs: at 40 columns the numbers of all shelves stand there, however
// many queries are saved; the archive goes first.
func TestShelvesStandBesideTabs(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 60))
	d.press("x")
	for _, name := range []string{"one", "two", "three"} {
		d.press("/ " + typed("time:<90") + " ctrl+o F " + typed(name) + " enter 1")
	}
	d.resize(40, 24)
	d.sees("All 59 ● 59 ◐ 0 ★ 0 Archive 1", "newest")
	d.resize(36, 24)
	d.sees("All 59  ● 59  ◐ 0  ★ 0")
}
