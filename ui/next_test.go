package ui

import (
	"testing"
	"time"

	"lede/articles"
	"lede/ui/config"
	"lede/ui/keys"
)

func TestTheEndOffersTheNextUnread(t *testing.T) {
	t.Parallel()
	first, second, third := essay("third", 6), essay("second", 2), essay("first", 6)
	d := drive(t, shelf(t, first, second, third))
	d.press("j m k enter G")
	d.seesNot("Next unread")
	d.readIt()
	d.sees("Next unread: On third · 3 min — Space reads it, q goes back")
	d.press("k k k k k k k k k k k k k k k k k k k k k k")
	d.seesNot("Next unread")
	d.press("G space")
	d.sees("What there is to say of third")
	if got := d.under(); got != "On third" {
		t.Errorf("the list is at %q", got)
	}
	if !d.state(third).Read {
		t.Error("the one before is not read")
	}
	d.press("G")
	d.readIt()
	d.seesNot("Next unread")
	d.press("space")
	d.sees("No unread article further that way")
	d.press("q")
	d.sees("All 3", "Unread 0")
}

func TestLeavingAtTheEndOffersTheNextUnread(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("beta", 6), essay("alpha", 6)))
	d.press("enter G q")
	d.sees("Next unread: On beta")
	d.press("q")
	d.sees("All 2", "Unread 2")

	d.press("enter")
	d.press("g G space") // in haste: where it leads is shown before
	d.sees("Next unread: On beta")
	d.press("space")
	d.sees("Next unread: On beta") // pressed twice by mistake
	d.wait(time.Second)
	d.press("space")
	d.sees("What there is to say of beta")
	d.press("G q")
	d.sees("All 2") // there is none

	d.press("g enter")
	d.readIt()
	d.press("q")
	d.sees("All 2") // not at an end
}

// A key that is held stops at the end, however long it is held.
func TestAHeldKeyStopsAtTheEnd(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("beta", 6), essay("alpha", 6)))
	d.press("enter")
	for range 600 {
		d.press("space")
		d.wait(33 * time.Millisecond)
	}
	d.sees("Next unread: On beta")
	d.wait(time.Second)
	d.press("space")
	d.sees("What there is to say of beta")
}

// TestTheNextUnreadIsOfTheList takes the next of what the list shows, in its order.
func TestTheNextUnreadIsOfTheList(t *testing.T) {
	t.Parallel()
	a, b, c, e := essay("alpha", 6), essay("beta", 6), essay("gamma", 6), essay("delta", 6)
	a.Tags, c.Tags = []string{"x"}, []string{"x"}
	d := drive(t, shelf(t, a, b, c, e))
	d.press(": s o r t space t i t l e enter g")
	d.sees("by title")
	d.press("enter G q")
	d.sees("Next unread: On beta")
	d.press("q")
	d.press("/ t a g : x enter g enter g G q")
	d.sees("Next unread: On gamma")
	d.press("q esc g")

	for _, starred := range []*articles.Article{a, c} {
		if err := d.lib.SetStarred(t.Context(), starred.ID, true); err != nil {
			t.Fatal(err)
		}
	}
	d.press("4 enter g G q")
	d.sees("Next unread: On gamma")
}

// A short article that was not scrolled is left at once, as is one of the command line.
func TestNobodyIsKept(t *testing.T) {
	t.Parallel()
	short, other := essay("short", 0), essay("other", 6)
	short.Markdown = "One line."
	d := drive(t, shelf(t, other, short))
	d.press("enter q")
	d.sees("All 2")
	d.press("enter")
	d.wait(articles.ViewAfter)
	d.sees("Next unread: On other")
	d.press("q")
	d.sees("All 2")

	d = drive(t, shelf(t, other, short), Reading{Article: essay("named", 6)})
	d.press("G")
	d.readIt()
	d.press("space")
	d.seesNot("Next unread")
	d.seesNot("unread article")
}

// TestASittingOfMinutes reads what fits into some minutes, one article after another.
func TestASittingOfMinutes(t *testing.T) {
	t.Parallel()
	long, six, three, starred := essay("long", 60), essay("six", 12), essay("three", 6), essay("starred", 6)
	lib := shelf(t, six, starred, three, long)
	if err := lib.SetStarred(t.Context(), starred.ID, true); err != nil {
		t.Fatal(err)
	}
	d := drive(t, lib)
	row := d.under()
	d.press(": m i n u t e s space 1 0 enter")
	d.sees("What there is to say of starred", "10 min left of 10")
	d.press("G")
	d.readIt()
	d.sees("7 min left of 10 · next: On three · 3 min — Space reads it")
	d.press("space")
	d.sees("What there is to say of three", "7 min left of 10")
	d.press("G")
	d.sees("4 min left of 10")
	d.readIt()
	d.press("space")
	d.sees("This is all that fits into 10 min.")
	d.press("q")
	d.sees("All 4")
	if got := d.under(); got != row {
		t.Errorf("the cursor is on %q, was on %q", got, row)
	}
	d.press("enter")
	d.seesNot("left of 10")
	d.press("q")

	d.press(": m i n u t e s space 2 enter")
	d.sees("Nothing that is not read fits into 2 min.")
	d.press("i")
	d.sees("Minutes", "five minutes", "half an hour")
	d.press("a")
	d.sees("What there is to say of six", "left of 15")
	d.press("q / t h r e e enter q i a")
	d.sees("Nothing that is not read fits into 15 min.") // of what the list was asked for
}

// In the menu digits are how many minutes, whatever they are on the list.
func TestTypesHowManyMinutes(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		lib := shelf(t, essay("alpha", 6))
		o := options(t, lib)
		set := config.Defaults()
		set.Preset = preset
		o.Settings = set
		d := driveWith(t, lib, o)
		d.press(": m i n u t e s enter")
		d.sees("or type how many")
		d.press("up enter") // nothing is typed
		d.sees("or type how many")
		d.press("2 5 7")
		d.sees("▌    257 min")
		d.press("backspace")
		d.sees("▌    25 min")
		d.press("backspace backspace backspace")
		d.sees("or type how many")
		d.press("2 5 enter")
		d.sees("What there is to say of alpha", "left of 25")
	}
}

// Where digits choose no shelf, they may stand before the key.
func TestMinutesBeforeTheKey(t *testing.T) {
	t.Parallel()
	set := config.Defaults()
	set.Preset = "vim"
	lib := shelf(t, essay("alpha", 6))
	o := options(t, lib)
	o.Settings = set
	d := driveWith(t, lib, o)
	d.press("2 5 i")
	d.sees("What there is to say of alpha", "left of 25")
}
