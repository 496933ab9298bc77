package ui

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestPercent(t *testing.T) {
	t.Parallel()
	a := essay("percents", 40)
	d := drive(t, shelf(t, a))
	d.press("enter %")
	d.sees("Type a number first")
	for _, n := range []int{50, 9, 75, 33, 99} {
		for _, digit := range fmt.Sprint(n) {
			d.press(string(digit))
		}
		d.sees(fmt.Sprintf(" %d …", n))
		d.press("%")
		if got := 100 * d.a.reader.Progress(); math.Abs(got-float64(n)) > 1 {
			t.Errorf("%d%% goes to %.1f%%", n, got)
		}
	}
	d.press("0 %")
	d.sees("What there is to say of percents")
	d.press("9 9 9 9 %")
	if d.a.reader.Progress() != 1 {
		t.Error("more than all is not the end")
	}
	d.press("g 5 esc")
	d.sees("What there is to say of percents", "min left")
	d.press("5 j")
	d.seesNot("…")
	if d.a.reader.Top() == d.a.reader.Layout().Start() {
		t.Error("the key that ends the digits does nothing")
	}
}

// dimmed is the colour of what is not in focus.
const dimmed = "38;2;158;158;158"

// lit are the lines of the text that are not dimmed.
func (d *driver) lit() string {
	lines := strings.Split(d.a.View().Content, "\n")
	var out []string
	for _, l := range lines[:len(lines)-1] {
		if !strings.Contains(l, dimmed) {
			out = append(out, strings.Fields(ansi.Strip(l))...)
		}
	}
	return strings.Join(out, " ")
}

// Nobody reads a heading alone: it is in focus with what stands under it.
func TestFocusTakesAHeadingWithItsText(t *testing.T) {
	t.Parallel()
	a := essay("heads", 0)
	a.Markdown = "## First\n\nThe first words.\n\n***\n\n### Second\n\n#### Third\n\nThe last words.\n" + strings.Repeat("\nMore.\n", 30)
	d := drive(t, shelf(t, a))
	d.press("enter z")
	for range 40 {
		switch lit := d.lit(); {
		case strings.Contains(lit, "First") && !strings.Contains(lit, "The first words."),
			strings.Contains(lit, "Third") && !strings.Contains(lit, "The last words."),
			!strings.Contains(lit, "words") && !strings.Contains(lit, "More"):
			t.Fatalf("in focus: %q\n%s", lit, d.screen())
		}
		d.press("j")
	}
}

// Going down line by line, each paragraph is in focus once, in its order.
func TestFocusGoesThroughAllParagraphs(t *testing.T) {
	t.Parallel()
	a := essay("focus", 0)
	var want []string
	for i := range 30 {
		words := fmt.Sprintf("Paragraph %d", i) + strings.Repeat(" of words", 1+i%5*6) + "."
		want = append(want, words)
	}
	a.Markdown = strings.Join(want, "\n\n")
	d := drive(t, shelf(t, a))
	d.press("enter z")
	var got []string
	for range 400 {
		lit := strings.Join(strings.Fields(d.lit())[:2], " ") // one at the bottom may be cut off
		if len(got) == 0 || got[len(got)-1] != lit {
			got = append(got, lit)
		}
		d.press("j")
	}
	if len(got) != len(want) {
		t.Fatalf("%d paragraphs in focus of %d: %q", len(got), len(want), got)
	}
	for i := range want {
		if !strings.HasPrefix(want[i], got[i]+" ") {
			t.Errorf("%q is in focus, not %q", got[i], want[i])
		}
	}
	for _, size := range [][2]int{{20, 6}, {10, 3}, {3, 1}, {140, 50}} {
		d.resize(size[0], size[1])
		d.press("g")
		d.screen()
		d.press("G")
		d.screen()
	}
	d.press("z")
	if first, _, _ := strings.Cut(d.a.View().Content, "\n"); strings.Contains(first, dimmed) {
		t.Error("z does not leave the focus")
	}
}

func TestFocusDimsTheRest(t *testing.T) {
	t.Parallel()
	a := essay("dim", 0)
	a.Markdown = "- First item\n- Second item\n\n" + strings.Repeat("A paragraph. ", 300) + "\n\nLast."
	d := drive(t, shelf(t, a))
	d.press("enter z")
	if got := d.lit(); got != "• First item" {
		t.Errorf("%q is in focus at the top", got)
	}
	for _, line := range strings.Split(d.a.View().Content, "\n") {
		dim := strings.Contains(line, dimmed)
		if strings.Contains(line, "A paragraph.") && !dim || strings.Contains(line, "First item") && dim {
			t.Errorf("not dimmed: %q", line)
		}
	}
	d.press("space space")
	if got := d.lit(); !strings.HasPrefix(got, "A paragraph.") && !strings.Contains(got, "paragraph") {
		t.Errorf("%q is in focus", got)
	}
}

// TestFocusWaitsForSearches: no match is hidden because it stands in a
// paragraph that is dimmed.
func TestFocusWaitsForSearches(t *testing.T) {
	t.Parallel()
	a := essay("dim", 0)
	a.Markdown = "First.\n\nSecond.\n\nThird fox."
	d := drive(t, shelf(t, a))
	d.press("enter z / f o x enter")
	if got := d.lit(); !strings.Contains(got, "First.") || !strings.Contains(got, "Third fox.") {
		t.Errorf("%q is in focus", got)
	}
	d.press("esc")
	if got := d.lit(); got != "First." {
		t.Errorf("%q is in focus after the search", got)
	}
}

func TestNothingFurther(t *testing.T) {
	t.Parallel()
	a := essay("bare", 0)
	a.Markdown = strings.Repeat("Words.\n\n", 60) + "# One\n\n> Said.\n>\n> — By her\n\n" + strings.Repeat("More.\n\n", 60)
	d := drive(t, shelf(t, a))
	d.press("enter [")
	d.sees("No heading further up.")
	d.press("]")
	d.sees("One")
	d.seesNot("No heading")
	d.press("]")
	d.sees("No heading further down.")
	d.press("\" \"")
	d.sees("No pull-quote further down.")
	d.press("'")
	d.sees("No pull-quote further up.")
}
