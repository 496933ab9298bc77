package ui

import (
	"testing"
	"time"

	"lede/articles"
)

// What keys change of how the screens look is undone as what they change in the
// library is, the last first, and is forgotten for the next start.
func TestUndoesTastes(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 5)
	o := options(t, lib)
	o.Theme = ""
	d := driveWith(t, lib, o)
	began := d.a.taste()
	later := func() { time.Sleep(2 * time.Millisecond) } // changes of a library are told apart by the millisecond

	d.press("s S S enter")
	later()
	d.press("m")
	later()
	d.press("z C enter - i w")
	for _, want := range []string{
		"Undone: long lines are wrapped again.",
		"Undone: pictures show again.",
		"Undone: the measure is 72 again.",
		"Undone: the theme is auto again.",
		"Undone: rows are as tall as before.",
		"Undone: marked as read",
		"Undone: the order is newest again.",
		"Undone: starred",
		"Nothing to undo.",
	} {
		d.press("U")
		d.sees(want)
	}
	if is := d.a.taste(); is != began {
		t.Errorf("%+v, and it was %+v", is, began)
	}
	d.press("q S S enter : " + typed("measure 40") + " esc : " + typed("compact") + " enter U U")
	again := driveWith(t, lib, o)
	if is := again.a.taste(); is != began {
		t.Errorf("at the next start %+v, and it was %+v", is, began)
	}
}

// An article that is not in the library any more, whoever took it out, is one that is
// only open: it can be saved again.
func TestSavesWhatWasTakenOut(t *testing.T) {
	t.Parallel()
	a := essay("alpha", 9)
	lib := openLibrary(t, 1)
	d := drive(t, lib, Reading{Article: a})
	there := func() bool {
		_, _, err := lib.Article(t.Context(), a.ID)
		return err == nil
	}
	d.press("a")
	d.sees("Saved in the library.")
	d.press("a")
	d.sees("It is in the library already.")
	d.press("U")
	d.sees("Undone: added")
	d.pass(noticedIn)
	d.press("s")
	d.sees("Press a to save the article first.")
	d.press("a")
	d.sees("Saved in the library.")
	if !there() {
		t.Error("it is not in the library")
	}
	if _, err := lib.Remove(t.Context(), a.ID); err != nil {
		t.Fatal(err)
	}
	d.press("s")
	d.sees(articles.ErrNotFound.Error())
	d.press("a")
	d.sees("Saved in the library.")
	if !there() {
		t.Error("it is not in the library")
	}
}
