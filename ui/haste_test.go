package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// hurry types keys before any answer comes, then lets all of them come.
func (d *driver) hurry(keys string) {
	d.Helper()
	var cmds []tea.Cmd
	for _, k := range strings.Fields(keys) {
		cmds = append(cmds, d.a.take(keyPress(k)))
	}
	for _, cmd := range cmds {
		d.run(cmd)
	}
}

func TestHistoryKeepsItsPlacesInHaste(t *testing.T) {
	t.Parallel()
	c := essay("gamma", 9)
	b := essay("beta", 9, articles.Link{Target: "gamma"})
	a := essay("alpha", 9, articles.Link{Target: "beta"})
	d := drive(t, shelf(t, a, b, c))
	d.press("/ a l p h a enter space j")
	inA := d.firstLine()
	d.press("> space space")
	inB := d.firstLine()
	d.press("R 1 space space space")
	inC := d.firstLine()
	for _, step := range []struct{ keys, at string }{
		{"H H", inA}, {"L L", inC}, {"H", inB}, {"H", inA}, {"L", inB}, {"L", inC},
	} {
		d.hurry(step.keys)
		if got := d.firstLine(); got != step.at {
			t.Fatalf("%s leads to %q, want %q", step.keys, got, step.at)
		}
	}
}

// A jump within the text is a stop as another article is, before the way back leads out
// to the list; from there the way forward leads in again.
func TestHistoryOfOneArticle(t *testing.T) {
	t.Parallel()
	for preset, way := range map[string]struct{ back, forward, shelf string }{
		"default": {"H", "L", "tab"}, "vim": {"ctrl+o", "tab", "tab"}, "less": {"' '", "L", "tab"}, "newsboat": {"H", "L", "tab"},
	} {
		d := with(t, preset, essay("alpha", 40), essay("beta", 40))
		d.press("/ a l p h a enter space")
		before := d.firstLine()
		for _, jump := range []string{"G", "5 0 %", "9 0 G", ": 9 0 enter", "/ 2 0 . 3 enter", "end"} {
			d.press(jump)
			after := d.firstLine()
			if after == before {
				t.Fatalf("%s: %s goes nowhere", preset, jump)
			}
			d.press(way.back)
			if got := d.firstLine(); got != before {
				t.Errorf("%s: back from %s is at %q, not %q", preset, jump, got, before)
			}
			d.press(way.forward)
			if got := d.firstLine(); got != after {
				t.Errorf("%s: forward to %s is at %q, not %q", preset, jump, got, after)
			}
			d.press(way.back)
		}
		d.press(way.back)
		d.sees("1 match")
		d.press(way.forward)
		if got := d.firstLine(); got != before {
			t.Errorf("%s: forward from the list is at %q, not %q", preset, got, before)
		}
		d.press("q")
		if preset != "vim" {
			d.press(way.forward)
			d.sees("No article was left by going back")
		}
		d.press(way.shelf)
		d.sees("All 2")
	}
}

// What is pasted while an article opens is pasted over its text.
func TestPasteInHaste(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 6)))
	opens := d.a.take(keyPress("enter"))
	pastes := d.a.take(tea.PasteMsg{Content: "https://a.example/x"})
	d.run(opens)
	d.run(pastes)
	d.sees("https://a.example/x", "Enter read here")
	d.press("esc q")
	d.seesNot("add:")
}

func TestWalkGoesOnInHaste(t *testing.T) {
	t.Parallel()
	b, c := essay("beta", 6), essay("gamma", 6)
	a := essay("alpha", 6, articles.Link{Target: "beta"}, articles.Link{Target: "gamma"})
	d := drive(t, shelf(t, a, b, c))
	d.press("/ a l p h a enter")
	d.hurry("> >")
	d.sees("What there is to say of gamma")
	d.hurry("< <")
	d.sees("What there is to say of alpha")
}

func TestAnEndMarkedUnreadStaysUnread(t *testing.T) {
	t.Parallel()
	a := essay("marks", 8)
	d := drive(t, shelf(t, a))
	d.press("enter G")
	d.pass(placeDelay)
	if !d.state(a).Read {
		t.Error("the end was on the screen, and it is not read")
	}
	d.press("m q")
	if d.state(a).Read {
		t.Error("marked as unread at its end, it is read again")
	}
	d.press("enter")
	d.pass(articles.ViewAfter)
	d.pass(placeDelay)
	if d.state(a).Read {
		t.Error("opened at its end, it is read again")
	}
	d.press("g")
	d.pass(placeDelay)
	d.press("G q")
	if !d.state(a).Read {
		t.Error("read from the top to the end, it is not read")
	}
}

func TestThingsOfTheCommandLineKeepTheirState(t *testing.T) {
	t.Parallel()
	a, b := essay("alpha", 12), essay("beta", 12)
	lib := shelf(t, a)
	d := drive(t, lib, Reading{Article: a, Saved: true}, Reading{Article: b})
	d.press("space space s")
	inA := d.firstLine()
	d.press("J space")
	inB := d.firstLine()
	d.press("K")
	if got := d.firstLine(); got != inA || !d.a.reader.State.Starred {
		t.Errorf("back at %q, starred %v; left at %q, starred", got, d.a.reader.State.Starred, inA)
	}
	d.press("j J")
	if got := d.firstLine(); got != inB {
		t.Errorf("back at %q, left at %q", got, inB)
	}
	if d.state(a).Place.Anchor.IsZero() {
		t.Error("the place in the library is lost")
	}
}

func TestAFailedWriteComesOffTheScreen(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("stars", 3)))
	if err := d.lib.Close(); err != nil {
		t.Fatal(err)
	}
	d.press("s")
	d.sees("!", "closed")
	d.seesNot("★")
}

func TestAnOlderWriteNeverComesLater(t *testing.T) {
	t.Parallel()
	a := essay("order", 3)
	d := drive(t, shelf(t, a))
	first := d.a.take(keyPress("s"))
	second := d.a.take(keyPress("s"))
	d.run(second)
	d.run(first)
	if d.state(a).Starred {
		t.Error("starred, though the star was taken away last")
	}
}

func TestListSeesWhatOthersDo(t *testing.T) {
	t.Parallel()
	a, b := essay("alpha", 3), essay("beta", 3)
	lib := shelf(t, a)
	d := drive(t, lib)
	was := d.under()
	if _, err := lib.Put(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if err := lib.SetStarred(t.Context(), a.ID, true); err != nil {
		t.Fatal(err)
	}
	line := d.line(was)
	d.take(lookAgainMsg{})
	d.sees("All 2", "Starred 1", "★")
	if got := d.under(); got != was || d.line(was) != line {
		t.Errorf("the cursor is on %q in line %d, was on %q in line %d", got, d.line(got), was, line)
	}
	d.press("k")
	d.sees("On beta", "On alpha")
}

// What others do while one types is seen when that ends, without a further look.
func TestListCatchesUpAfterTyping(t *testing.T) {
	t.Parallel()
	lib := shelf(t, essay("alpha", 3))
	d := drive(t, lib)
	d.press("/ a")
	if _, err := lib.Put(t.Context(), essay("beta", 3)); err != nil {
		t.Fatal(err)
	}
	d.take(lookAgainMsg{})
	d.seesNot("All 2")
	d.press("esc")
	d.sees("All 2", "On beta")
}

func TestKeysTypedAheadAreForTheArticle(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 12), essay("beta", 12)))
	row := d.under()
	d.hurry("enter space j q s")
	if got := d.under(); got != row || d.a.reading {
		t.Errorf("the cursor is on %q, was on %q", got, row)
	}
	d.sees("★", "%") // read a page on, then starred in the list
}

func TestKeysForAnArticleThatIsGoneDoNothing(t *testing.T) {
	t.Parallel()
	a, b := essay("alpha", 3), essay("beta", 3)
	lib := shelf(t, a, b)
	d := drive(t, lib)
	for _, gone := range []*articles.Article{a, b} {
		if _, err := lib.Remove(t.Context(), gone.ID); err != nil {
			t.Fatal(err)
		}
	}
	row := d.under()
	d.hurry("enter j s")
	d.sees("!", "no such article")
	if got := d.under(); got != row {
		t.Errorf("the cursor is on %q, was on %q", got, row)
	}
}

// TestNothingIsLostAtTheEnd drops every command, as happens when the program
// ends at once, and looks at what is written.
func TestNothingIsLostAtTheEnd(t *testing.T) {
	t.Parallel()
	a := essay("haste", 20)
	lib := shelf(t, a)
	d := drive(t, lib)
	d.press("enter")
	for _, k := range []string{"space", "space", "s", "q"} {
		_ = d.a.take(keyPress(k))
	}
	if err := d.a.flush(); err != nil {
		t.Fatal(err)
	}
	s := d.state(a)
	if s.Views != 1 || !s.Starred || s.Place.Anchor.IsZero() || s.Place.Progress == 0 {
		t.Errorf("kept %+v: want a view, a star and the place", s)
	}
}
