package render_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// TestTableWords: at every width all words of a table stand whole, in columns or
// in the list of its rows.
func TestTableWords(t *testing.T) {
	const src = "| Item | Price | Where it was bought and why |\n|---|---:|:-:|\n" +
		"| Lamp | 1,000.00 | Straßenbahnhaltestelle, late at night |\n| Well-known chair | −25.50 | 2026-11-23 |\n| 椅子と机 | 12 | emoji 👩\u200d👩\u200d👧\u200d👦 here |\n"
	words := []string{
		"Item", "Price", "Where", "bought", "Lamp", "1,000.00", "late", "night", "chair", "−25.50", "2026-11-23", "12",
		"👩\u200d👩\u200d👧\u200d👦", "here",
	}
	a := &articles.Article{Title: "T", Markdown: src}
	for width := 20; width <= 200; width++ {
		o := options(t, width, "mono")
		o.Related = nil
		got := lines(t, render.New(a, o))
		if problem := faults(got, width); problem != "" {
			t.Fatal(problem)
		}
		text := ansi.Strip(strings.Join(got, "\n"))
		for _, word := range words {
			if !strings.Contains(text, word) {
				t.Fatalf("width %d: %q is cut or lost in\n%s", width, word, text)
			}
		}
		if columns := strings.Contains(text, "─┼─"); columns != (width >= 47) {
			t.Errorf("width %d: in columns is %t:\n%s", width, columns, text)
		}
	}
}

// TestTableBars: bars stand in line where clusters are counted, if there is
// room.
func TestTableBars(t *testing.T) {
	a := &articles.Article{Title: "T", Markdown: "| A | B |\n|---|---|\n| 👩\u200d👩\u200d👧\u200d👦 | one |\n| family | two |\n"}
	o := options(t, 80, "mono")
	o.Related = nil
	at := 0
	for _, line := range lines(t, render.New(a, o)) {
		if head, _, ok := strings.Cut(ansi.Strip(line), "│"); ok {
			if w := ansi.StringWidth(head); at != 0 && w != at {
				t.Errorf("a bar at %d, not %d", w, at)
			} else {
				at = w
			}
		}
	}
	if at == 0 {
		t.Error("no table")
	}
}

func TestLongAddressInTable(t *testing.T) {
	src := "| Name | Address |\n|---|---|\n| here | https://example.org/" + strings.Repeat("x", 60) + "/end |\n"
	text := strings.Join(plainBody(t, src, 60), "\n")
	if !strings.Contains(text, "─┼─") {
		t.Errorf("an address keeps the table out of columns:\n%s", text)
	}
}

// TestListInCell: the items of a list in a cell have the marks that a list has, tasks
// their boxes.
func TestListInCell(t *testing.T) {
	t.Parallel()
	const src = "| a |\n|---|\n| <ol start=3><li>x</li><li value=\"7\">y<ul><li>u</ul></li><li>z</ol><ol start=2 reversed><li>v<li>w</ol><ol type=a><li>s</ol> |\n| <input type=checkbox checked> t <input value=u> |\n"
	got := strings.Join(plainBody(t, src, 60), "\n")
	for _, want := range []string{"3. x", "7. y", "• u", "8. z", "2. v", "1. w", "a. s", "☑ t u"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
