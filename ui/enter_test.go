package ui

import (
	"strings"
	"testing"
)

// Enter in the search opens the article where it has the words, once, however soon it
// comes; the way back leads to what was found.
func TestEnterOpensAtTheHit(t *testing.T) {
	t.Parallel()
	for _, hurried := range []bool{false, true} {
		d := drive(t, shelf(t, essay("alpha", 40), foxes(5), essay("gamma", 2)))
		keys := "/ f o x enter"
		if d.press("j"); hurried {
			d.hurry(keys)
		} else {
			d.press(keys)
		}
		d.sees("fox number 1", "1/5", "n N next")
		d.press("n")
		d.sees("2/5")
		d.press("esc q")
		d.sees("/ fox", "1 match")
		d.press("enter")
		d.sees("fox number 1", "1/5")
	}
}

// What was mistyped opens at what was meant.
func TestEnterOpensAtWhatWasMeant(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 40), foxes(5), essay("gamma", 2)))
	d.press("/ n u m e b r enter")
	d.sees("fox number 1", "1/5", "n N next")
	d.press("n")
	d.sees("2/5")
	d.press("esc q")
	d.sees("/ numebr", "did you mean number? 1")
}

// Conditions alone leave what they find in the list, as a key does with words too; what
// finds nothing opens nothing.
func TestEnterStaysInTheList(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 40), foxes(5), essay("gamma", 2)))
	for _, keys := range []string{"/ i s : u n r e a d enter", "/ f o x ctrl+o", "/ x x q x enter"} {
		d.press(keys)
		d.sees("All 3", "/ ")
		if d.a.reading || d.a.isTyping() {
			t.Errorf("%s: reading %v, typing %v", keys, d.a.reading, d.a.isTyping())
		}
		d.press("esc")
	}
}

// A key about the row under the cursor waits for it to come, and those behind it wait too.
func TestKeysWaitForTheirRow(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"G", "2 0 0 G", "S g S 5 enter", "2", "4 1", "m j n", "/ p a g e r ctrl+o 2", "/ i s : u n r e a d enter G"} {
		lib := openLibrary(t, 300)
		slow := drive(t, lib)
		slow.press(keys)
		title := slow.under()
		d := drive(t, openLibrary(t, 300))
		d.hurry(keys + " s enter")
		d.sees(title, "★")
		d.press("q")
		if d.under() != title {
			t.Errorf("%s: on %q, not on %q", keys, d.under(), title)
		}
	}
}

// What the library found an article by is marked in it as the library found it: several
// words, whatever their accents, in other forms; the reading begins where most of it is.
func TestHitsAreWhatTheSearchFound(t *testing.T) {
	t.Parallel()
	a := essay("beasts", 0)
	some := strings.Repeat("Some words of a paragraph that has none.\n\n", 20)
	a.Markdown = "A hedgehog alone.\n\n" + some + "In the café a hedgehog was *run*ning.\n\n" + some + "The end of hedgehogs.\n\n" + some
	for words, sees := range map[string][]string{
		"cafe hedgehog":     {"In the café a hedgehog", "2/4"},
		"hedgehog cafe":     {"In the café a hedgehog", "2/4"},
		`"a hedgehog" café`: {"In the café a hedgehog", "2/3"},
		"runs":              {"In the café a hedgehog", "1/1"},
		"title:beasts cafe": {"In the café a hedgehog", "1/1"},
		"hedgehog":          {"A hedgehog alone", "1/3"},
	} {
		d := drive(t, shelf(t, essay("alpha", 40), a))
		d.press("/ " + typed(words) + " enter")
		d.sees(append(sees, "/ "+strings.TrimPrefix(words, "title:beasts "))...)
		d.press("n N")
		d.sees(sees...)
	}
}

// A query with a mistake stays in its line, to be mended, whatever was found before.
func TestEnterOnAMistake(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 40), foxes(5), essay("gamma", 2)))
	for _, key := range []string{"enter", "ctrl+o"} {
		d.press("/ " + typed("fox is:unred") + " " + key)
		d.sees("/ fox is:unred")
		if !d.a.isTyping() || d.a.reading {
			t.Errorf("%s ends the typing", key)
		}
		d.press("esc")
	}
}

// A letter begins another search where words stand from the one before, and a blank goes
// on with those.
func TestAnotherSearch(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 40), foxes(5), essay("gamma", 2)))
	d.press("/ f o x ctrl+o / a l p h a")
	d.sees("/ alpha", "1 match")
	d.press("ctrl+o / space f o x")
	d.sees("/ alpha fox")
	d.press("esc")
	d.sees("/ alpha", "1 match")
	d.press("/ backspace backspace")
	d.sees("/ alp")
	d.press("esc / esc")
	d.sees("/ alpha", "1 match")
}
