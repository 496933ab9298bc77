package ui

import (
	"slices"
	"strings"
	"testing"

	"lede/articles"
	"lede/ui/config"
	"lede/ui/keys"
)

// with is a driver whose keys are those of a preset.
func with(t *testing.T, preset string, all ...*articles.Article) *driver {
	t.Helper()
	lib := shelf(t, all...)
	o := options(t, lib)
	o.Settings = config.Defaults()
	o.Settings.Preset = preset
	return driveWith(t, lib, o)
}

func TestPaletteDoesAnything(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	d.press(":")
	d.sees("half-page-down", "half a page down")
	d.press("s o r t")
	d.sees(": sort", "choose the order")
	d.press("space")
	d.sees("sort views", "sort title")
	d.press("backspace")
	d.sees(": sort", "choose the order")
	d.press("tab")
	d.sees("sort views", "sort title")
	d.press("v i enter")
	d.sees("most viewed", "? help")
	d.press(": s t a r enter")
	d.sees("Starred 1")
	d.press(":")
	if row := d.line("▌"); !strings.Contains(strings.Split(d.screen(), "\n")[row+1], "star") && !strings.Contains(d.screen(), "▌ star") {
		t.Errorf("what was done last does not come first:\n%s", d.screen())
	}
	d.press("s o r t space w i d e s t enter")
	d.sees(`sort has no "widest"`)
	d.press("esc enter")
	d.sees("On ")
	d.press(": 9 enter")
	if d.a.reader.Top() == d.a.reader.Layout().Start() {
		t.Error("a number does not go to that line")
	}
	d.press(": s e a r c h space a l p h a enter")
	d.sees("/ alpha")
	d.press(": s t a r r x enter")
	d.sees("there is no operation", ": starrx")
	d.press("esc : q u i t enter")
}

// What is typed wrongly stands there still when that comes out in doing it, with what
// is wrong above it.
func TestPaletteStaysOpen(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	for _, width := range []int{80, 40} {
		d.resize(width, 24)
		for _, c := range []struct{ open, line, wrong string }{
			{"", "theme ligt", `no theme "ligt": did you mean light?`},
			{"", "sort vews", `shortest, longest, title, match`},
			{"enter", "go-to-mark x", "no place is marked with x here"},
			{"G", "open-related 99", "no related article has the number 99: the last is 1"},
			{"", "theme drak", `no theme "drak": did you mean dark?`},
		} {
			d.press(c.open + " : " + typed(c.line) + " enter")
			if got := flat(d.screen()); !strings.HasSuffix(got, c.wrong+" : "+c.line) {
				t.Errorf("%d columns: no %q above %q:\n%s", width, c.wrong, c.line, d.screen())
			}
			d.press("esc")
			d.seesNot(c.wrong)
		}
		d.press(": " + typed("theme ligt") + " enter backspace backspace backspace " + typed("ight") + " enter")
		d.sees("Theme: light.")
		d.press("g q")
	}
	if slices.Contains(d.a.recent, "theme ligt") {
		t.Error("what was wrong is offered again")
	}
}

// typed is a line as keys.
func typed(line string) string {
	var names []string
	for _, r := range line {
		if r == ' ' {
			names = append(names, "space")
		} else {
			names = append(names, string(r))
		}
	}
	return strings.Join(names, " ")
}

// What was done lately stands first at the next start, too.
func TestPaletteRemembers(t *testing.T) {
	t.Parallel()
	lib := shelf(t, essay("alpha", 9))
	d := drive(t, lib)
	d.press(": c o m p a c t enter")
	d = drive(t, lib)
	d.press(":")
	d.sees("▌ compact")
}

// A key that means nothing says so, once.
func TestUnboundKeys(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	d.press("w")
	d.sees("w does nothing · : commands")
	d.pass(noticeFor)
	d.press("w")
	d.seesNot("does nothing")
	d.press("enter c")
	d.sees("c does nothing · y copy · : commands")
}

// A key held with Alt that means nothing leaves no screen, and its letter does nothing
// in the one below.
func TestUnboundKeysWithAlt(t *testing.T) {
	t.Parallel()
	for open, end := range map[string]string{"": "", "enter": "q", "enter R": "q q", "enter t": "q q", "f1": "esc"} {
		d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
		d.press(open)
		before := d.a.screen()
		d.press("alt+s")
		if open != "f1" { // which lies over what is said
			d.sees("alt-s does nothing")
		}
		if d.a.screen() != before {
			t.Errorf("%q: alt-s left the screen:\n%s", open, d.screen())
		}
		d.press(end)
		d.sees("All 2", "Starred 0")
	}
}

// Where Esc takes something back, the same may be Esc and soon after it a key.
func TestEscAndSoonAKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ open, sees string }{
		{"/ b e t a", "All 2"},
		{"/ b e t a ctrl+o", "All 2"},
		{"a x", "All 2"},
		{":", "All 2"},
		{"9", "All 2"},
		{"enter / w h a t", "What there is to say"},
		{"enter / w h a t enter", "What there is to say"},
		{"enter 7", "What there is to say"},
	} {
		d := with(t, "vim", essay("alpha", 40), essay("beta", 40))
		d.press(c.open + " alt+j")
		if d.a.isTyping() || d.a.matcher.Typed() != "" {
			t.Errorf("%q: Esc does not take it back:\n%s", c.open, d.screen())
		}
		d.sees(c.sees)
		d.seesNot("does nothing")
	}
}

// The help is about what has the focus, over a prompt as over a panel.
func TestHelpOverAll(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	for _, c := range []struct {
		open  string
		scope keys.Scope
	}{
		{"/", keys.InPrompt}, {"a", keys.InPrompt}, {":", keys.InPalette}, {"enter", keys.InReader}, {"/", keys.InPrompt}, {"t", keys.InOutline}, {"q R", keys.InRelated},
	} {
		d.press(c.open + " ?")
		d.sees("Keys in " + c.scope.String())
		d.seesNot("mark all that is shown as read")
		d.press("esc")
		d.seesNot("Keys in")
		if c.scope&keys.InTyping != 0 {
			d.press("? ?")
			d.sees(" ?")
			d.press("esc")
		}
	}
}

// A word that is typed in the help is looked for, whatever its letters do elsewhere, and
// what leads out is told behind it.
func TestHelpFindsAnyWord(t *testing.T) {
	t.Parallel()
	for _, preset := range keys.Presets {
		d := with(t, preset, essay("alpha", 9))
		d.resize(40, 24)
		for _, in := range []string{"", "enter"} {
			d.press(in + " f1")
			d.sees("Esc back", "finds")
			for _, word := range []string{"help", "undo", "quit", "q", "Zz", "5G"} {
				d.press(typed(word))
				d.sees("find: "+word+" ", "Esc shows all")
				d.press("esc")
				d.sees("Keys in", "Esc back")
			}
			d.press("end down home up esc")
			d.seesNot("Keys in")
		}
	}
}

// What cannot be done now is not in the help.
func TestHelpTellsWhatWorksNow(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	d.resize(80, 200)
	d.press("enter ?")
	d.seesNot("next match")
	d.press("esc / b enter ?")
	d.sees("next match")
	d.press("w o r d s space")
	d.sees("find: words")
}

// Over a line that is typed, and over a panel, neither.
func TestHelpOfALineTellsWhatWorksThere(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9, articles.Link{Title: "Gone"})))
	d.resize(80, 50)
	const choice, pages, complete = "next choice or match", "page of choices down", "complete what is typed"
	for _, c := range []struct {
		open, leave string
		has, not    []string
	}{
		{"a", "esc", nil, []string{choice, pages, complete}},
		{"/", "esc", []string{choice, pages, complete}, nil},
		{":", "esc", []string{choice, pages, complete}, nil},
		{"enter /", "esc", []string{choice}, []string{pages, complete}},
		{"R", "esc esc", []string{"go to what is under the cursor", "line or row down"}, nil},
	} {
		d.press(c.open + " ?")
		d.sees(append(c.has, "this help")...)
		for _, not := range c.not {
			d.seesNot(not)
		}
		d.press("esc " + c.leave)
	}
	d.press("enter")
	d.a.reader.Menu("https://a.example/")
	d.press("?")
	d.sees("fetch the page and read it here", "copy its address")
	d.press("esc")
	d.sees("read here") // it is still open
	d.press("esc")
	d.a.reader.Menu("#nowhere")
	d.press("?")
	d.seesNot("fetch the page and read it here")
	d.sees("copy its address")

	d = drive(t, shelf(t, essay("alone", 3)))
	d.resize(80, 50)
	d.press("enter R")
	d.seesNot("reads  closes")
	d.sees("Nothing in the library is near", "closes")
	d.press("?")
	d.seesNot("go to what is under the cursor")
	d.seesNot("line or row down")
}

// Where there is no row, no key is named that is about one.
func TestEmptyShelvesNameWhatWorks(t *testing.T) {
	t.Parallel()
	lib := shelf(t, essay("alpha", 9))
	for _, c := range []struct{ open, say, do string }{
		{"2", "alpha", ""},
		{"m", "Everything is read.", "1 shows all articles."},
		{"3", "No article is begun and unfinished.", "1 shows all articles."},
		{"4", "No article is starred.", "1 shows all articles."},
		{"4 /", "No article is starred.", "Esc leaves the filter."},
		{"4 a", "No article is starred.", "Enter adds what you type."},
		{"/ z z", "Nothing matches “zz”.", "Esc shows all again."},
		{"/ z z enter", "Nothing matches “zz”.", "Esc shows all again."},
	} {
		d := drive(t, lib)
		d.press(c.open)
		if c.open == "m" {
			d.press("2")
		}
		d.sees(c.say, c.do)
		if c.do != "" {
			d.pass(noticeFor)
			d.seesNot("Enter read")
			d.seesNot("move")
		}
	}
	for open, do := range map[string]string{"": "Press a, or use lede add", "4": "Press a, or use lede add", "a": "Enter adds what you type.", "/": "Esc leaves the filter."} {
		d := drive(t, shelf(t))
		d.press(open)
		d.sees("The library is empty.", do)
	}
}

func TestCountsAndMarks(t *testing.T) {
	t.Parallel()
	d := with(t, "vim", essay("alpha", 30), essay("beta", 30))
	d.press("enter 1 0 j")
	ten := d.firstLine()
	d.press("m a G ' a")
	if got := d.firstLine(); got != ten {
		t.Errorf("the mark leads to %q, was set at %q", got, ten)
	}
	d.press("g g 1 1 G")
	if got := d.firstLine(); got != ten {
		t.Errorf("line 11 begins with %q, ten lines down is %q", got, ten)
	}
	d.press("' z")
	d.sees("no place is marked with z")
	d.press("1 0")
	d.sees(" 10 …")
	d.press("esc")
	d.seesNot("…")
	d.press("Z Z")
}

// A message names what works: the reader's key, or the palette's line.
func TestMessagesNameTheReadersKeys(t *testing.T) {
	t.Parallel()
	lib := shelf(t, essay("alpha", 9))
	o := options(t, lib)
	o.Settings = config.Defaults()
	o.Settings.Bind = map[string][]string{"star": {"*"}, "undo": {}, "show-all": {"z z", "f2"}, "compact": {}}
	d := driveWith(t, lib, o)
	d.press("4")
	d.sees("No article is starred.", "zz shows all articles")
	d.press("3")
	d.sees("zz shows all articles")
	d.press("z z")
	d.sees("1/1")
	d.press("s")
	d.seesNot("★")
	d.press("* *")
	d.sees(":undo undoes it")
	d.press(": u n d o enter")
	d.sees("★", "Undone: unstarred")
}

// All that is shown is marked as read, and undone as one.
func TestReadAll(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 40))
	d.press("A")
	d.sees("40 marked as read", "U undoes it", "Unread 0")
	d.press("A")
	d.sees("Nothing is unread here")
	again := drive(t, d.lib) // undoing lasts over a restart
	again.press("U")
	again.sees("Undone: 40 marked as read", "Unread 40")
}

// Enter does what the cursor of the palette stands on, and that stands on nothing that
// is not surely meant.
func TestPaletteDoesOnlyWhatIsMeant(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	for line, says := range map[string]string{
		"last change": "no operation called", // words of what undo does
		"ls":          "no operation called", // nor of anything else
		"bd":          "no operation called",
		"set nu":      "no operation called",
	} {
		d.press(": " + typed(line) + " enter")
		if got := flat(d.screen()); !strings.Contains(got, says) || !strings.HasSuffix(got, ": "+line) {
			t.Errorf("%q:\n%s", line, d.screen())
		}
		d.press("esc")
	}
	for line, row := range map[string]string{
		"read": "▌ mark-read", // by another of its names
		"12":   "▌ go-to-line 12",
		"unr":  "▌ show-unread",
		"mkrd": "▌ mark-read",
	} {
		d.press(": " + typed(line))
		if !strings.Contains(d.screen(), row) {
			t.Errorf("%q:\n%s", line, d.screen())
		}
		d.press("esc")
	}
	d.press("enter : n o h enter")
	d.sees("end-search has nothing to do here now")
	d.press("esc : " + typed("search alpha") + " enter")
	d.sees("/ alpha")
	d.press(": n o h enter")
	d.seesNot("/ alpha")
	d.sees("? help")
}

// What needs something behind its name says so, and what is at hand elsewhere says where.
func TestPaletteSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	says := func(line, says string) {
		t.Helper()
		d.press(": " + typed(line) + " enter")
		if got := flat(d.screen()); !strings.HasSuffix(got, "! "+says+" : "+line) {
			t.Errorf("%q says no %q:\n%s", line, says, d.screen())
		}
		d.press("esc")
	}
	for _, list := range []bool{true, false} {
		here := keys.InList
		if !list {
			here = keys.InReader
			d.press("enter")
		}
		for _, op := range keys.All() {
			switch {
			case op.Scope()&here == 0 && (list || op != keys.Number):
				says(op.String(), op.String()+" is for "+op.Scope().String())
			case op == keys.Measure:
				says("measure", "measure needs a number of columns behind it")
			case op.Arg().Needed:
				says(op.String(), op.String()+" needs a "+strings.ToLower(op.Arg().Name)+" behind it")
			}
		}
		says("xyzzy", `there is no operation called "xyzzy"`)
	}
	d.press("q G : 0 enter")
	d.sees("1/2")
	d.press("enter G : 0 enter")
	if d.a.reader.Top() != d.a.reader.Layout().Start() {
		t.Error("0 does not go to the beginning")
	}
}

// TestSortsByAWord: each word of the palette is an order; the last needs words that are
// searched.
func TestSortsByAWord(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	values := keys.Sort.Arg().Values
	for i, word := range values[:len(articles.Orders)] {
		d.press(": " + typed("sort "+word) + " enter")
		d.sees(articles.Orders[i].String())
		d.press(": " + typed("sort "+word) + " enter")
		d.sees(articles.Orders[i].String())
	}
	best := ": " + typed("sort "+values[len(articles.Orders)]) + " enter"
	d.press(best)
	d.sees("What fits best comes first where words are searched.", "by title")
	d.press("/ " + typed("alpha") + " ctrl+o")
	d.hasTop("best match")
	d.press(": " + typed("sort title") + " enter")
	d.hasTop("by title")
	d.press(best)
	d.hasTop("best match")
}
