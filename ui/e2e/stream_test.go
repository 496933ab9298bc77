//go:build unix

package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"lede/ui/screentest"
)

// writer is the program that writes into lede's standard input.
type writer struct {
	t    *testing.T
	pipe *os.File
}

// pipeInto runs lede at the end of a pipe.
func pipeInto(t *testing.T, h home, p screentest.Program, args ...string) (*screentest.Session, writer) {
	t.Helper()
	in, out, err := os.Pipe()
	must(t, err)
	t.Cleanup(func() { _ = out.Close() })
	p.Stdin = in
	s := h.open(t, p, args...)
	must(t, in.Close()) // the program has its own
	return s, writer{t, out}
}

func (w writer) say(text string) {
	w.t.Helper()
	if _, err := w.pipe.WriteString(text); err != nil {
		w.t.Fatal(err)
	}
}

// goOnTo asks for the end until the screen shows a text: what stands there when a
// text has come to its end may come a moment later.
func goOnTo(t *testing.T, s *screentest.Session, text string) {
	t.Helper()
	limit := time.Now().Add(screentest.Patience)
	for !strings.Contains(s.Text(), text) {
		if time.Now().After(limit) {
			t.Fatalf("the end does not show %s; the screen shows\n%s", text, s.Text())
		}
		s.Key("G")
		time.Sleep(20 * time.Millisecond)
	}
}

func TestEndOfStandardInputStaysOnTheScreen(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	s, w := pipeInto(t, h, screentest.Program{Height: 34})
	w.say("# Steps of the pager\n\n")
	for i := range 30 {
		w.say(fmt.Sprintf("The reader turned page %d.\n\n", i))
	}
	s.WaitFor("Steps of the pager", "min left")
	s.Key("G")
	s.WaitFor("turned page 29.", "more is coming")
	w.say("And the last word.\n")
	must(t, w.pipe.Close())
	s.WaitFor("And the last word.", "100% · end")
	goOnTo(t, s, "Related articles")
	s.WaitFor("And the last word.")
	s.Key("q")
	left(t, s, 0)
}

func TestStandardInputIsShownWhileItComes(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	s, w := pipeInto(t, h, screentest.Program{Height: 14})
	s.WaitFor("Waiting for the input")
	w.say("# Slow\n\nThe first paragraph, which ends in the middle of a r\xc3")
	s.WaitFor("Slow", "in the middle of a r", "more is coming")
	w.say("\xa9ader's name, r\x1b[3")
	w.say("1med\x1b[m.\n\n")
	s.WaitFor("réader's name")
	for i := range 20 {
		w.say(fmt.Sprintf("Paragraph %d.\n\n", i))
	}
	s.WaitFor("The first paragraph", "Paragraph 0.", "min left") // it stays at its top
	s.Key("/")
	s.Type("needle")
	s.Key("enter")
	s.WaitFor("not in this article")
	w.say("## A heading that came late\n\nHere is the needle.\n\n")
	s.WaitFor("1/1")
	s.Key("esc", "t")
	s.WaitFor("A heading that came late")
	s.Key("esc", "G")
	s.WaitFor("Here is the needle.", "more is coming")
	w.say("And the last word.\n\n")
	s.WaitFor("And the last word.") // the end is followed
	s.Key("g")
	s.WaitFor("The first paragraph")
	w.say("Not followed.\n")
	must(t, w.pipe.Close())
	s.WaitFor("The first paragraph")
	goOnTo(t, s, "Related articles")
	s.Key("a")
	s.WaitFor("Saved in the library.")
	s.Key("q")
	left(t, s, 0)
	if text := h.must(t, "show", "Slow", "--format", "text"); !strings.Contains(text, "Not followed.") {
		t.Errorf("the library has not all of it:\n%s", text)
	}
}

// What came of a text that turns out to be none is kept as a text of its own.
func TestATornTextIsKept(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	for _, which := range []string{"First", "Second"} {
		s, w := pipeInto(t, h, screentest.Program{})
		w.say("# " + which + "\n\nSome words.\n")
		s.WaitFor("Some words", "more is coming")
		s.Key("s")
		s.WaitFor("It is still coming: a saves it when it is all there.")
		w.say(strings.Repeat("\x00\x01\x02\xff", 1000))
		must(t, w.pipe.Close())
		s.WaitFor("input is binary data, not text")
		s.Key("a")
		s.WaitFor("Saved in the library.")
		s.Key("q")
		left(t, s, 0)
	}
	for _, which := range []string{"First", "Second"} {
		h.must(t, "show", which)
	}
}

// A text that still comes can be left for the library.
func TestLeavesATextThatComes(t *testing.T) {
	t.Parallel()
	s, w := pipeInto(t, shelfHome(t), screentest.Program{})
	w.say("Some words to begin with.\n")
	s.WaitFor("Some words", "more is coming")
	s.Key("esc")
	s.WaitFor("All 4", "1/4")
	w.say("And more.\n")
	must(t, w.pipe.Close())
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	s.Key("esc")
	s.WaitFor("1/4")
	s.Key("q")
	left(t, s, 0)
}

// The program that writes is told at once that nobody reads any more.
func TestQuittingEndsTheWriter(t *testing.T) {
	t.Parallel()
	s, w := pipeInto(t, newHome(t), screentest.Program{})
	w.say("Some words to begin with.\n")
	s.WaitFor("Some words", "more is coming")
	s.Key("q")
	left(t, s, 0)
	limit := time.Now().Add(screentest.Patience)
	for {
		if _, err := w.pipe.WriteString("more\n"); err != nil {
			return
		}
		if time.Now().After(limit) {
			t.Fatal("the writer may go on")
		}
	}
}

// What cannot be read by its beginning is waited for.
func TestAPageIsWaitedFor(t *testing.T) {
	t.Parallel()
	s, w := pipeInto(t, newHome(t), screentest.Program{})
	w.say("<!DOCTYPE html><html><head><title>The page</title></head><body><article><h1>The page</h1>")
	s.WaitFor("Waiting for the input")
	w.say("<p>" + strings.Repeat("These are words of the page, of which there are enough. ", 20) + "</p></article></body></html>")
	must(t, w.pipe.Close())
	s.WaitFor("The page", "These are words")
	s.Key("q")
	left(t, s, 0)
}

func TestNothingCame(t *testing.T) {
	t.Parallel()
	s, w := pipeInto(t, newHome(t), screentest.Program{})
	s.WaitFor("Waiting for the input")
	must(t, w.pipe.Close())
	left(t, s, 1)
	if !strings.Contains(s.Text()+s.Raw(), "input is empty") {
		t.Errorf("it is not told:\n%s", s.Text())
	}
}
