package ui

import (
	"strings"
	"testing"

	"lede/store"
)

// leftBehind is a library in which one article was begun and left.
func leftBehind(t *testing.T) (lib *store.Store, words string) {
	t.Helper()
	lib = shelf(t, essay("alpha", 12), essay("beta", 12), essay("gamma", 12))
	d := drive(t, lib)
	d.seesNot("continue:")
	d.press("j enter space space space")
	words = d.firstLine()
	d.readIt()
	d.press("q")
	d.seesNot("continue:") // it is where the reader comes from
	return lib, words
}

func TestContinue(t *testing.T) {
	t.Parallel()
	lib, words := leftBehind(t)
	d := drive(t, lib)
	cursor := d.under()
	d.sees("c continue: On beta", "37% · 4 min left · Esc hides")
	if d.line("continue:") != 1 || d.line(cursor) != 3 {
		t.Errorf("it stands in line %d, and the rows from line %d on", d.line("continue:"), d.line(cursor))
	}
	d.press("G k c")
	if got := d.firstLine(); got != words {
		t.Errorf("it goes on at %q, and was left at %q", got, words)
	}
	d.press("q")
	d.seesNot("continue:")
	d.press("g c")
	if got := d.firstLine(); got != words {
		t.Errorf("without the line it goes on at %q", got)
	}
}

func TestContinueIsOutOfTheWay(t *testing.T) {
	t.Parallel()
	lib, _ := leftBehind(t)
	d := drive(t, lib)
	d.press("j")
	row, rows := d.under(), d.rows()-1
	d.press("esc")
	d.seesNot("continue:")
	if d.under() != row || d.rows() != rows {
		t.Errorf("hidden, the cursor is on %q of %d rows, was on %q of %d", d.under(), d.rows(), row, rows)
	}

	d = drive(t, lib)
	for _, width := range []int{20, 40, 80, 140, 200} {
		d.resize(width, 12)
		d.sees("continue:")
		d.resize(width, 11)
		d.seesNot("continue:")
	}
	d.resize(40, 24)
	d.sees("On beta", "min left")
	d.click(5, 1)
	if !d.a.reading {
		t.Error("a click on it does nothing")
	}

	d = drive(t, lib)
	d.press("enter q")
	d.seesNot("continue:")
}

func TestNothingToContinue(t *testing.T) {
	t.Parallel()
	lib, _ := leftBehind(t)
	d := drive(t, lib)
	d.press("j m")
	d.seesNot("continue:")
	d.press("c")
	d.sees("nothing to continue")
	d.press("m")
	if d.press("x"); strings.Contains(d.screen(), "continue:") {
		t.Error("what is archived is to be continued")
	}
	d.press("h c")
	d.sees("nothing to continue")
}
