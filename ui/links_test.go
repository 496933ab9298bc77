package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/keys"
)

// linked is an article with a link of every kind, far apart.
func linked() *articles.Article {
	a := essay("links", 0)
	gap := strings.Repeat("Some words that lead nowhere, at length.\n\n", 40)
	a.Markdown = "See [the other](beta#section-2) and [the web](https://example.org/a/b?x=1&amp;y=2), or [below](#the-far-part).[^1] " +
		"Mail [us](mailto:us@example.org).\n\n" + gap + "## The far part\n\nHere is [[gamma]], " +
		"and a [link whose words are so many that they will go on in the next line of the text](https://example.org/long).\n\n" +
		gap + "The last paragraph.\n\n[^1]: What *the note* says.\n"
	return a
}

func readLinked(t *testing.T) *driver {
	t.Helper()
	d := drive(t, shelf(t, linked(), essay("beta", 6), essay("gamma", 6)))
	d.press("/ l i n k s enter")
	d.sees("On links")
	return d
}

// An address that is pasted over a text, or typed as a command there, is asked about
// as a link is.
func TestPastedAddress(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	d.press("enter")
	for range 2 {
		d.take(tea.PasteMsg{Content: " https://a.example/x\n"})
		d.sees("https://a.example/x", "Enter read here", "o browser", "Esc closes")
		d.press("esc")
		d.seesNot("a.example")
	}
	d.press(":")
	d.sees("an address or a path to read or add")
	d.press(typed("https://a.example/x") + " enter")
	d.sees("https://a.example/x", "Enter read here")
	d.press("esc t")
	d.take(tea.PasteMsg{Content: "https://a.example/x"})
	d.sees("Enter read here")
	d.press("esc")
	d.take(tea.PasteMsg{Content: "www.a.example/x"})
	d.sees("https://www.a.example/x", "Enter read here", "a add")
	d.press("esc : " + typed("www.a.example/x"))
	d.sees("https://www.a.example/x", "read or add the page at this address")
	d.press("enter")
	d.sees("https://www.a.example/x", "Enter read here")
	d.press("esc : " + typed("//a.example/x"))
	d.sees("▌ https://a.example/x", "the page at this address")
	d.press("enter")
	d.sees("https://a.example/x", "Enter read here")
	d.press("esc : " + typed("/notes/a.md"))
	d.sees("▌ /notes/a.md", "add what is at this path")
	d.press("enter")
	d.sees("a add · y copy")
	d.press("esc")
	d.take(tea.PasteMsg{Content: "either/or"})
	d.sees("That is no address and no path: in the library, a asks for one.")
	d.take(tea.PasteMsg{Content: " \n"})
}

// The title of a panel names the key that closes it on a narrow screen as well.
func TestPanelsNameTheKeyThatCloses(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9), essay("beta", 9)))
	d.resize(40, 20)
	d.press("enter R")
	d.sees("Related articles  q closes")
	d.press("q t")
	d.sees("Outline  Enter goes · q closes")
	d.press("q")
	d.take(tea.PasteMsg{Content: "https://a.example/x"})
	d.sees("Enter read here · a add · Esc closes")
}

// A path is asked about, too: as it is dropped on a terminal.
func TestPastedPath(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 9)))
	d.press("enter")
	for _, paste := range []string{"/", "/notes/a.md", "'/my notes/a.md'", "~/a.md", "../a.md", `C:\notes\a.md`, "FILE:///a.md", "a/b", "."} {
		d.take(tea.PasteMsg{Content: paste})
		asks := strings.Contains(d.screen(), "a add · y copy · Esc closes")
		if asks != (len(paste) > len("a/b")) {
			t.Errorf("%q is asked about: %v\n%s", paste, asks, d.screen())
		}
		if asks {
			d.press("esc")
		}
	}
	d.press("q /")
	d.take(tea.PasteMsg{Content: "www.a.example/x"})
	d.sees("0 matches · Enter adds it") // in the list as well
}

func TestLinksOneByOne(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	d.press("enter")
	d.sees("Tab goes to the next one")
	for _, want := range []string{
		"→ beta#section-2", "→ https://example.org/a/b?x=1&y=2 ", "→ #the-far-part", "→ note 1", "→ mailto:us@example.org",
		"→ gamma", "→ https://example.org/long",
	} {
		d.press("tab")
		d.sees(want)
	}
	d.sees("Here is gamma")
	d.press("shift+tab")
	d.sees("→ gamma")
	d.press("shift+tab")
	d.sees("→ mailto:us@example.org", "See the other")
	d.press("esc")
	d.seesNot("→")
	d.press("G tab")
	d.sees("→ On gamma")
	d.press("tab tab")
	d.sees("No link further down")
	d.press("G shift+tab shift+tab")
	d.sees("→ https://example.org/long")
	for _, size := range [][2]int{{20, 6}, {10, 3}, {140, 40}, {3, 2}, {80, 24}} {
		d.resize(size[0], size[1])
		d.screen()
	}
}

func TestTheChosenLinkIsMarked(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	d.press("tab tab")
	found := ""
	for _, line := range strings.Split(d.a.View().Content, "\n") {
		if strings.Contains(line, "See ") {
			_, found, _ = strings.Cut(line, " and ")
		}
	}
	before, _, _ := strings.Cut(found, "the web")
	if !strings.Contains(before, ";7") && !strings.Contains(before, "7;") {
		t.Errorf("the chosen link is not reversed: %q", found)
	}
}

func TestFollowLinks(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	d.press("tab enter")
	if got := d.firstLine(); got != "Section 2" || d.a.reader.Article.Title != "On beta" {
		t.Errorf("the link to a part of another article leads to %q", got)
	}
	d.press("H")
	d.sees("See the other")
	d.press("tab tab tab enter")
	if got := d.firstLine(); got != "The far part" {
		t.Errorf("the link to a part leads to %q", got)
	}
	d.press("tab enter")
	d.sees("What there is to say of gamma")
	d.press("H")
	if got := d.firstLine(); got != "The far part" {
		t.Errorf("back at %q", got)
	}
	d.press("H")
	d.sees("See the other")
	d.press("L")
	if got := d.firstLine(); got != "The far part" {
		t.Errorf("forward at %q", got)
	}
	d.press("H H")
	if d.a.reading {
		t.Error("the first stop is not the first")
	}
}

func TestFootnoteIsShownInPlace(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	d.press("j tab tab tab tab")
	was := d.firstLine()
	d.press("enter")
	d.sees("Note 1", "What the note says.", "any key closes")
	if got := d.firstLine(); got != was {
		t.Errorf("the note moved the text to %q", got)
	}
	d.resize(20, 5)
	d.sees("What the note says.")
	d.resize(80, 24)
	d.press("j")
	d.seesNot("What the note says.")
	if got := d.firstLine(); got != was {
		t.Errorf("the key that closes the note moved the text to %q", got)
	}
}

func TestMenuOfALinkThatLeadsAway(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	d.press("tab tab enter")
	d.sees("https://example.org/a/b?x=1&y=2", "o browser · y copy · Esc closes")
	d.press("j")
	d.seesNot("o browser")
	d.press("enter y")
	d.sees("Copied https://example.org/a/b?x=1&y=2")
	d.press("tab tab tab enter o")
	d.sees("no address on the web")
	d.press("y")
	d.sees("Copied mailto:")
}

func TestLinkHints(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	d.press(";")
	d.sees("Seeathe other andsthe web, ordbelow.f[1] Mailgus.", "Type the letters") // no letter is lost
	d.press("esc")
	d.seesNot("athe other")
	d.press("; d")
	if got := d.firstLine(); got != "The far part" {
		t.Errorf("; d leads to %q", got)
	}
	d.press("H ; 1")
	d.seesNot("athe other")
	d.press("g space ;")
	d.seesNot("Type the letters")
}

// What a label needs and the line has no blank for, the line makes room for.
func TestHintsLoseNoLetter(t *testing.T) {
	t.Parallel()
	a := essay("crowd", 0)
	words := []string{"one", "(two)", "three", "four", "五月の雨", "seven"}
	a.Markdown = "[one](x1)[two](x2)([three](x3)) “[four](x4)” 日本[五月の雨](x5) and [seven](x6).\n"
	d := drive(t, shelf(t, a))
	d.press("enter")
	for _, width := range []int{16, 20, 26, 30, 34, 38, 44, 60, 100} {
		d.resize(width, 24)
		letters := func() (n int) {
			for _, word := range words {
				n += strings.Count(d.screen(), strings.Trim(word, "()"))
			}
			return n
		}
		before := letters()
		d.press(";")
		if after := letters(); after < before {
			t.Errorf("at %d columns, %d of %d words are whole:\n%s", width, after, before, d.screen())
		}
		d.press("esc")
	}
}

// A link that leads nowhere is none; one without words has its address for them.
func TestLinksWithoutWordsOrTarget(t *testing.T) {
	t.Parallel()
	a := essay("bare", 0)
	a.Markdown = "[nowhere]() and [](https://example.org/blank), [](#mark)[ ](<>) and <a href='https://example.org/tag'></a>.\n"
	d := drive(t, shelf(t, a))
	d.press("enter")
	d.sees("nowhere and https://example.org/blank, ", "https://example.org/tag.")
	d.press("tab")
	d.sees("→ https://example.org/blank")
	d.press("tab")
	d.sees("→ https://example.org/tag")
	d.press("tab")
	d.seesNot("→ #")
}

func TestManyHints(t *testing.T) {
	t.Parallel()
	a := essay("many", 0)
	a.Markdown = strings.Repeat("[x](https://example.org/1) ", 60)
	d := drive(t, shelf(t, a))
	d.press("enter ; n")
	d.screen()
	d.press("d")
	d.sees("o browser", "https://example.org/1")
}

// A full line with more labels than it has room for keeps its letters, and so do
// those around it.
func TestHintsOnFullLines(t *testing.T) {
	t.Parallel()
	a := essay("full", 0)
	a.Markdown = "Words above.\n\n" + strings.Repeat("ab([cd](x1))([ef](x2))([gh](x3))", 3) + "([五月](x))" + strings.Repeat("[ij](y)", 20) + "\n\nWords below.\n"
	d := drive(t, shelf(t, a))
	d.press("enter")
	text := func() string {
		lines := strings.Split(d.screen(), "\n")
		return strings.Join(strings.Fields(strings.Join(lines[:len(lines)-1], " ")), "")
	}
	for width := 12; width < 100; width++ {
		d.resize(width, 60)
		before := text()
		d.press(";")
		if after := text(); after == before || !isSubsequence(before, after) {
			t.Fatalf("at %d columns, letters of\n%s\nare not in\n%s", width, before, d.screen())
		}
		d.press("esc")
	}
}

// isSubsequence reports whether the letters of s stand in text, in order.
func isSubsequence(s, text string) bool {
	for _, c := range s {
		_, after, ok := strings.Cut(text, string(c))
		if !ok {
			return false
		}
		text = after
	}
	return true
}

func TestClickOnALink(t *testing.T) {
	t.Parallel()
	d := readLinked(t)
	for y, line := range strings.Split(d.screen(), "\n") {
		if at := strings.Index(line, "below"); at >= 0 {
			d.click(ansi.StringWidth(line[:at]), y)
			break
		}
	}
	if got := d.firstLine(); got != "The far part" {
		t.Errorf("the click leads to %q", got)
	}
}

// The next link is far below: it is looked for beside the keys.
func TestLinkFarAway(t *testing.T) {
	t.Parallel()
	a := essay("far", 0)
	gap := strings.Repeat("Some words [that] lead nowhere, at length.\n\n", 2000)
	a.Markdown = gap + "[Here](https://example.org/here)\n\n" + gap
	d := drive(t, shelf(t, a))
	d.press("enter tab")
	d.sees("→ https://example.org/here")
	d.press("G shift+tab")
	d.sees("→ https://example.org/here")
	d.press("g shift+tab")
	d.sees("No link further up")
	slow, _ := d.a.reader.Act(keys.Command{Op: keys.NextLink})
	d.press("g tab g")
	d.run(slow)
	if d.a.reader.Top() != d.a.reader.Layout().Start() {
		t.Error("an answer that comes too late moves the text")
	}
}
