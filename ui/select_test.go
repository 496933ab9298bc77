package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

const selectable = "First paragraph of words, which is long enough to go on over several lines of a screen of eighty columns, and so it does here.\n\n" +
	"## A heading\n\nSecond paragraph.\n\n> Words of somebody, at some length.\n>\n> — Somebody\n\n" +
	"```go\nfunc main() {\n\treturn\n}\n```\n\nA [link](https://example.org/page) in the last paragraph.\n\n"

// selecting opens an article to select in; what is copied goes to got.
func selecting(t *testing.T) (d *driver, got *[]string) {
	t.Helper()
	a := essay("select", 0)
	a.Markdown = selectable + strings.Repeat("Filler that stands below.\n\n", 40)
	lib := shelf(t, a)
	o := options(t, lib)
	got = new([]string)
	o.Clipboard = func(text string) error {
		*got = append(*got, text)
		return nil
	}
	d = driveWith(t, lib, o)
	d.resize(80, 40)
	d.press("enter")
	return d, got
}

// cell is where on the screen a text begins.
func (d *driver) cell(text string) (x, y int) {
	d.Helper()
	y = d.line(text)
	before, _, _ := strings.Cut(strings.Split(d.screen(), "\n")[y], text)
	return ansi.StringWidth(before), y
}

func (d *driver) copied(got *[]string, want string) {
	d.Helper()
	if len(*got) == 0 || (*got)[len(*got)-1] != want {
		d.Errorf("%q is copied, not %q", *got, want)
	}
}

func TestDragCopies(t *testing.T) {
	t.Parallel()
	d, got := selecting(t)
	x, y := d.cell("paragraph of words")
	toX, toY := d.cell("Second paragraph.")
	d.drag(x, y, toX+5, toY)
	d.copied(got, strings.TrimPrefix(selectable[:strings.Index(selectable, "##")], "First ")+"A heading\n\nSecond")
	d.sees("Copied 27 words.")
	reverse := func() bool { return strings.Contains(d.a.View().Content, "\x1b[7m") }
	if !reverse() {
		t.Error("what is selected is not shown")
	}
	d.resize(50, 40)
	if !reverse() {
		t.Error("a resize takes the selection away")
	}
	d.press("y")
	d.copied(got, strings.TrimPrefix(selectable[:strings.Index(selectable, "##")], "First ")+"A heading\n\nSecond")
	if reverse() {
		t.Error("a key leaves the selection")
	}
	d.drag(x, y, x+4, y)
	d.press("esc")
	if reverse() || !d.a.reading {
		t.Error("Esc does more or less than to take the selection away")
	}
}

func TestClicksSelect(t *testing.T) {
	t.Parallel()
	d, got := selecting(t)
	x, y := d.cell("words, which")
	d.click(x+2, y)
	d.click(x+2, y)
	d.copied(got, "words")
	d.click(x+2, y)
	first, _, _ := strings.Cut(selectable, "\n")
	d.copied(got, first)
	d.pass(400 * time.Millisecond)
	d.click(x+2, y)
	if len(*got) != 2 {
		t.Errorf("one click copies: %q", (*got)[2:])
	}
	d.pass(400 * time.Millisecond)
	x, y = d.cell("return")
	for range 3 {
		d.click(x, y)
	}
	d.copied(got, "func main() {\n\treturn\n}")
}

// TestPressAlone: a terminal that tells of no release still clicks.
func TestPressAlone(t *testing.T) {
	t.Parallel()
	d, _ := selecting(t)
	x, y := d.cell("link in the")
	press := tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}
	d.take(press)
	d.seesNot("y copy")
	d.pass(400 * time.Millisecond)
	d.sees("https://example.org/page", "y copy")
}

// TestDragBeyondTheEdge: a line for each motion, and for each step of a timer that
// ends with the release.
func TestDragBeyondTheEdge(t *testing.T) {
	t.Parallel()
	d, got := selecting(t)
	d.resize(80, 20)
	x, y := d.cell("Second paragraph.")
	d.take(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	line := func() int { return d.a.reader.Top().Line }
	was := line()
	d.take(tea.MouseMotionMsg{X: x, Y: 19, Button: tea.MouseLeft})
	d.take(tea.MouseMotionMsg{X: x + 1, Y: 19, Button: tea.MouseLeft})
	if line() != was+2 {
		t.Errorf("two motions scroll %d lines", line()-was)
	}
	const step = 60 * time.Millisecond
	d.pass(step)
	d.pass(step)
	if line() != was+4 {
		t.Errorf("with two steps %d lines", line()-was)
	}
	d.take(tea.MouseReleaseMsg{X: x + 1, Y: 18, Button: tea.MouseLeft})
	d.pass(step)
	if line() != was+4 {
		t.Error("it scrolls on after the release")
	}
	for _, timer := range d.timers {
		if timer.after == step {
			t.Error("a timer runs on")
		}
	}
	if len(*got) != 1 || !strings.HasPrefix((*got)[0], "Second paragraph.\n\nWords of somebody") {
		t.Errorf("%q is copied", *got)
	}
}

func TestCopyKeys(t *testing.T) {
	t.Parallel()
	d, got := selecting(t)
	d.press("tab y")
	d.copied(got, "https://example.org/page")
	d.press(`esc " Y`)
	d.copied(got, "Words of somebody, at some length.\n\n— Somebody")
	d.sees("Copied the quote, 7 words.")
	d.press("g ] Y")
	d.copied(got, "Second paragraph.")
	d.press("g z y")
	first, _, _ := strings.Cut(selectable, "\n")
	d.copied(got, first)
	d.sees("Copied the paragraph, 25 words.")
}

// TestCopyTooMuch: what a terminal does not take goes to the desktop alone.
func TestCopyTooMuch(t *testing.T) {
	t.Parallel()
	d, got := selecting(t)
	text := strings.Repeat("x", mostThroughTerminal+1)
	d.run(d.a.copyText(text, "it."))
	d.copied(got, text)
	d.sees("Copied it.")
	d.a.clipboard = nil
	d.run(d.a.copyText(text, "it."))
	d.sees("74 kB are too much for the terminal's clipboard")
}
