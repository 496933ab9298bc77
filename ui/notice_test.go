package ui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

const (
	longText = "library /home/reader/a/rather/long/way/down/to/the/library.db is read-only: " +
		"make the file and its directory writable to keep changes"
	longEnd = "to keep changes"
)

// flat is the screen with its lines joined, as one reads a text over them.
func flat(screen string) string { return strings.Join(strings.Fields(screen), " ") }

func TestLongNoticeTakesLines(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	for _, screen := range []string{"", "enter"} {
		d.press(screen)
		for _, width := range []int{60, 80, 130} {
			d.resize(width, 24)
			d.run(d.a.fail(errors.New(longText)))
			for range 2 {
				// A path that breaks has a blank more when its lines are joined.
				if got := flat(d.screen()); !strings.HasSuffix(strings.ReplaceAll(got, "/ ", "/"), "! "+longText) {
					t.Errorf("%d columns: no whole text in\n%s", width, d.screen())
				}
				d.pass(noticeFor)
			}
			d.press("j")
			d.seesNot("! library")
		}
	}
}

func TestNoticeAtAnySize(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	for _, text := range []string{longText, strings.Repeat("窓の中の文字 ", 60), strings.Repeat("x", 900)} {
		for _, size := range [][2]int{{1, 1}, {3, 24}, {2, 5}, {3, 6}, {7, 4}, {20, 8}, {80, 5}, {300, 60}} {
			d.resize(size[0], size[1])
			for _, keys := range []string{"", "enter", "esc"} {
				d.press(keys)
				d.run(d.a.fail(errors.New(text)))
				d.screen()
				d.run(d.a.notice.Say(text))
				d.screen()
			}
		}
	}
}

func TestShortNoticeGoesWithTime(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	d.press("s j")
	d.sees("Starred.", "1/1")
	d.pass(noticeFor)
	d.seesNot("Starred.")

	// One that waits for a key goes with it also when there is room by then.
	d.resize(60, 24)
	d.run(d.a.fail(errors.New(longText)))
	d.pass(noticeFor)
	d.resize(200, 24)
	d.press("j")
	d.seesNot("! library")
}

// A notice that was on the screen for a moment gives the footer back with the next
// key, which does what it does; one that nobody can have noticed stays.
func TestNoticeGoesWithAKey(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 20))
	for _, step := range []struct{ open, say, told, then string }{
		{"", "s", "Starred.", "j"}, // to the second row
		{"", "m", "Marked as", ":"},
		{"esc enter", "s", "Starred.", "j"},
	} {
		d.press(step.open)
		d.press(step.say + " j k")
		d.sees(step.told)
		d.pass(noticedIn)
		d.sees(step.told)
		d.press(step.then)
		d.seesNot(step.told)
		if step.then == "j" {
			d.sees("? help")
		}
	}

	if d.cursor() != 1 {
		t.Error("the key did nothing else")
	}

	// What goes on is said for as long as it does.
	d.a.notice.Hold("Fetching it")
	d.pass(noticedIn)
	d.press("j")
	d.sees("Fetching it")
}

func TestErrorWhileTyping(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	d.press("/ a")
	d.run(d.a.fail(errors.New("a short error")))
	d.sees("! a short error", "1 match")
	d.run(d.a.fail(errors.New(longText)))
	d.sees(longEnd, "1 match")
	d.press("l")
	d.seesNot(longEnd)
	d.sees("/ al")
}

// A click on what a notice hides does nothing but take it away.
func TestClickOnANotice(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 20))
	was := d.under()
	d.run(d.a.fail(errors.New(longText)))
	click := tea.MouseClickMsg{X: 5, Y: 20, Button: tea.MouseLeft}
	d.take(click)
	d.seesNot(longEnd)
	if d.under() != was {
		t.Error("the click went through to a row")
	}
	d.take(click)
	if d.under() == was {
		t.Error("the next click does nothing")
	}
}
