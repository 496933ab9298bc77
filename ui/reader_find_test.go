package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
)

// foxes is an article with so many foxes, far from one another.
func foxes(n int) *articles.Article {
	a := essay("beasts", 0)
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("Some words of a paragraph that has none.\n\n", 20))
		fmt.Fprintf(&b, "Here the *quick*\nfox number %d jumps.\n\n", i+1)
	}
	b.WriteString(strings.Repeat("Words after them.\n\n", 20))
	a.Markdown = b.String()
	return a
}

func TestASearchIsLeftAsItWas(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, foxes(5)))
	d.press("enter / f o x enter n")
	d.sees("fox number 2", "/ fox", "2/5")
	was := d.screen()
	for _, keys := range []string{"/ esc", "/ backspace", "/ W o r d s esc", "/ x x q x esc"} {
		d.press(keys)
		if got := d.screen(); got != was {
			t.Fatalf("after %q:\n%s\nwas\n%s", keys, got, was)
		}
	}
	d.press("n")
	d.sees("fox number 3", "3/5")
	d.press("/ W o r d s enter")
	d.seesNot("/5")
	d.press("esc")
	d.seesNot("/ Words")
}

func TestSearchInAnArticle(t *testing.T) {
	t.Parallel()
	a := foxes(5)
	d := drive(t, shelf(t, a))
	d.press("enter space")
	was := d.firstLine()
	d.press("/ q u i c k")
	d.take(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	d.press("f o x")
	d.sees("quick", "fox number 1", "1/5")
	d.pass(placeDelay)
	if s := d.state(a); s.Place.Anchor != d.a.reader.Place() {
		t.Errorf("typing wrote the place %+v", s.Place.Anchor)
	}
	d.press("esc")
	if got := d.firstLine(); got != was {
		t.Errorf("Esc leads to %q, and / was typed at %q", got, was)
	}
	d.seesNot("1/5")
	d.press("/ F o x")
	d.sees("not in this article")
	d.press("backspace backspace backspace f o x n enter")
	d.sees("not in this article")
	d.seesNot("n N next")
	d.press("/ f o x enter n n")
	d.sees("fox number 3", "3/5", "n N next, previous · Esc ends")
	d.resize(40, 12)
	d.press("+ + -")
	d.sees("3/5  ", "Esc ends")
	d.seesNot("n N next")
	d.resize(80, 24)
	d.sees("fox number 3", "3/5")
	d.press("N N N")
	d.sees("fox number 5", "5/5", "on from the end")
	d.press("n")
	d.sees("fox number 1", "1/5", "on from the top")
	d.press("esc")
	d.seesNot("1/5")
	d.press("n")
	d.sees("Nothing is searched")
	d.press("/ f o x enter q enter")
	d.seesNot("1/5")
}

// TestSearchKeepsItsMatchWhenAViewIsCounted has words around the text change while
// a search stands at one of them: "1 view" becomes "2 views".
func TestSearchKeepsItsMatchWhenAViewIsCounted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, before, after string }{
		{"b e a s t s", "1/2", "1/2"},         // in the title, and in the dek
		{"b e a s t s enter n", "2/2", "2/2"}, // behind what changes
		{"w h a t", "1/1", "1/1"},
		{"j u m p s", "1/1", "1/1"}, // in the text
		{"v i e w", "1/1", "1/1"},
		{"1 enter n", "2/4", "2/3"}, // one goes, and the next takes its place
		{"2 enter", "1/1", "2/2"},
	} {
		a := foxes(1)
		a.Markdown += "\n\nThe end of 10, 20.\n"
		d := drive(t, shelf(t, a))
		d.resize(80, 120)
		d.press("enter")
		d.pass(articles.ViewAfter)
		d.sees("1 view ")
		d.press("/ " + c.typed)
		d.sees(c.before)
		d.take(effect.Viewed{ID: a.ID, Counted: true})
		d.sees("2 views", c.after)
	}
}

func TestSearchGoesOnFromTheWindow(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, foxes(5)))
	d.press("enter / f o x enter G n")
	d.sees("1/5", "on from the top")
	d.press("G N")
	d.sees("fox number 5", "5/5")
}

func TestSearchInHaste(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, foxes(5)))
	d.press("enter")
	d.hurry("/ f o x enter n n")
	d.sees("fox number 3", "3/5")
}

func TestPastedWordsAreCleaned(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, foxes(2)))
	d.press("enter /")
	d.take(tea.PasteMsg{Content: "qu\x1b]0;x\a\x1b[31mi\u202eck\n \u009b fox"})
	for _, bad := range []string{"\x1b]0", "\x1b[31mi", "\u202e", "\u009b"} {
		if strings.Contains(d.a.View().Content, bad) {
			t.Errorf("the terminal gets %q", bad)
		}
	}
	d.press("esc /")
	d.take(tea.PasteMsg{Content: "quick\nfox"})
	d.sees("1/2")
}

// TestSearchFindsWhatTheScreenShows: the title and the dek, captions, notes and
// what stands below the text, in this order.
func TestSearchFindsWhatTheScreenShows(t *testing.T) {
	t.Parallel()
	a := essay("badgers", 0) // that is its title, and its dek says it too
	a.Markdown = "Words.[^1]\n\n![A badger](a.png)\n\n> [!NOTE] On badgers\n> More words.\n\n" +
		strings.Repeat("Words.\n\n", 60) + "[^1]: See badger.\n"
	a.Author, a.AuthorBio = "Ada Quill", "Keeps no badgers."
	d := drive(t, shelf(t, a))
	d.press("enter / b a d g e r")
	d.sees("1/6")
	d.press("enter n n")
	d.sees("▣ A badger", "3/6")
	d.press("n n")
	d.sees("1. See badger.", "5/6")
	d.press("n")
	d.sees("Keeps no badgers.", "6/6")
	d.press("n")
	d.sees("On badgers", "1/6", "on from the top")
}
