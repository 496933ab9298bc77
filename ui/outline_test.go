package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
)

// chapters is an article with headings of three levels.
func chapters() *articles.Article {
	a := essay("chapters", 0)
	words := strings.Repeat("One of many words. ", 150) + "\n\n"
	a.Markdown = words + "## One\n\n" + words + "### One and a half\n\n" + words + words + "## Two\n\n" + words + "#### *Deep*\n\n" + words
	a.Length = markdown.Survey(a.Markdown).Length
	return a
}

func TestOutline(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, chapters()))
	d.press("enter ] ] j j j")
	was := d.firstLine()
	d.press("t")
	d.sees("Outline", "On chapters", "15 min", "▌▸", "One and a half", "5 min", "8 min", "Deep", "3 min")
	for _, line := range strings.Split(d.screen(), "\n") {
		if strings.Contains(line, "▌") && !strings.Contains(line, "One and a half") {
			t.Errorf("the cursor starts on %q", line)
		}
	}
	d.press("j enter")
	if got := d.firstLine(); got != "Two" {
		t.Errorf("Enter goes to %q", got)
	}
	d.press("H")
	if got := d.firstLine(); got != was {
		t.Errorf("back at %q, was at %q", got, was)
	}
	for _, key := range []string{"t", "q", "esc"} {
		d.press("t " + key)
		d.seesNot("Outline")
	}
	d.press("t g enter")
	d.sees("What there is to say of chapters")
	d.press("t G enter")
	d.sees("Deep")
	d.press("R t")
	d.sees("Outline")
	for _, size := range [][2]int{{100, 30}, {140, 40}, {20, 6}, {8, 3}, {3, 1}, {99, 20}} {
		d.resize(size[0], size[1])
		d.screen()
	}
}

func TestOutlineBesideTheText(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, chapters()))
	d.resize(120, 30)
	d.press("enter t")
	d.sees("Outline", "What there is to say of chapters", "One and a half")
	d.take(tea.MouseClickMsg{X: 5, Y: 5, Button: tea.MouseLeft})
	d.sees("Two")
	d.seesNot("Outline")
	if got := d.firstLine(); got != "Two" && d.a.reader.Progress() < 1 {
		t.Errorf("the click goes to %q", got)
	}
}

func TestOutlineOfAnArticleWithoutHeadings(t *testing.T) {
	t.Parallel()
	a := essay("none", 0)
	a.Markdown = "Words."
	d := drive(t, shelf(t, a))
	d.press("enter t")
	d.sees("no headings")
	d.press("j enter")
	d.sees("Words.")
}
