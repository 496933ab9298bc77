package row

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/theme"
)

func table(t *testing.T) *Table {
	t.Helper()
	plain, err := theme.New("mono", theme.Unknown, 0)
	if err != nil {
		t.Fatal(err)
	}
	return New(plain)
}

// many are rows that differ in all that stands in a column.
func many() []articles.Row {
	day := time.Date(2026, 11, 6, 0, 0, 0, 0, time.UTC)
	var rows []articles.Row
	for i := range 40 {
		r := articles.Row{Title: strings.Repeat("窓 word ", 1+i%9), Minutes: 1 + i*i%130, Dated: day.AddDate(0, 0, -9*i)}
		if i%3 > 0 {
			r.Published = r.Dated
		} else if i%2 > 0 {
			r.FileTime = r.Dated
		}
		if i%4 == 1 {
			r.SourceViews = []int64{1, 12_400, 820}[i%3]
		}
		r.State.Views = i % 3 * 21
		if i%5 == 2 {
			r.State.Place.Progress = float64(i) / 40
		}
		r.State.Read, r.State.Starred = i%7 == 0, i%6 == 0
		r.Dek = strings.Repeat("words of it ", i%5)
		r.Site = []string{"", "The Review", "Wolfeschlegelsteinhausenbergerdorff"}[i%3]
		r.Author = []string{"Ada Quill", ""}[i%2]
		r.Tags = []string{"unix", "pagers"}[:i%3]
		rows = append(rows, r)
	}
	return rows
}

// ends is where a text ends in a line, in columns; -1 when it is not in it.
func ends(line, text string) int {
	at := strings.LastIndex(line, text)
	if at < 0 {
		return -1
	}
	return ansi.StringWidth(line[:at+len(text)])
}

// The figures of all rows end at the same columns, whatever stands in the rows, and no
// row is wider than it may be. The views and the read time are in every row that has
// room for them beside a title.
func TestColumnsStandUnderOneAnother(t *testing.T) {
	t.Parallel()
	rows := many()
	table := table(t)
	table.See(rows)
	for width := 1; width <= 300; width += 1 + width/15 {
		for _, tall := range []bool{true, false} {
			table.Resize(width, tall)
			at := map[string]int{}
			same := func(what string, column int) {
				t.Helper()
				if was, known := at[what]; known && was != column {
					t.Fatalf("%d columns, tall %v: %s ends at %d, and at %d above", width, tall, what, column, was)
				}
				at[what] = column
			}
			for i := range rows {
				r := &rows[i]
				first := table.Line(r, Look{})
				second := ""
				if tall {
					first, second = table.Tall(r, Look{})
				}
				first, second = ansi.Strip(first), ansi.Strip(second)
				if w := max(ansi.StringWidth(first), ansi.StringWidth(second)); w > width {
					t.Fatalf("%d columns, tall %v: a line of %d: %q %q", width, tall, w, first, second)
				}
				figures := first
				if tall && width < roomy {
					figures = second
				}
				if views := strings.TrimSpace(viewForms(r)[1]); tall && width >= 20 || width >= 40 {
					if width >= 60 && !strings.Contains(figures, views) {
						t.Fatalf("%d columns, tall %v: %q lacks %q", width, tall, figures, views)
					}
					read := fmt.Sprintf("%d min", r.Minutes)
					if ends(figures, read) < 0 {
						t.Fatalf("%d columns, tall %v: %q lacks %q", width, tall, figures, read)
					}
					same("the read time", ends(figures, read))
					if r.SourceViews == 0 && strings.Contains(figures, " views") {
						same("the views", ends(figures, " views"))
					}
				}
				if begun := strings.TrimSpace(progress.forms(r)[0]); width >= 60 && !strings.Contains(first, begun) {
					t.Fatalf("%d columns, tall %v: %q lacks %q", width, tall, first, begun)
				}
				if site := cmp.Or(r.Site, r.Author); width >= 80 && site != "" && !strings.Contains(first+second, site[:5]) {
					t.Fatalf("%d columns, tall %v: %q lacks %q", width, tall, first+second, site)
				}
				if line := first + second; width >= 72 || tall && width >= 40 {
					at := -1
					for _, form := range dateForms(r) {
						at = max(at, ends(line, form))
					}
					if at < 0 {
						t.Fatalf("%d columns, tall %v: %q lacks any of %q", width, tall, line, dateForms(r))
					}
					same("the date", at-ansi.StringWidth(first)*min(1, len(second)))
				}
			}
		}
	}
}

// What is not known of an article is not said of it: its day is that of its file, or
// the one on which it was added, in as many words.
func TestTheDaySaysWhatItIsOf(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)
	table := table(t)
	for want, r := range map[string]articles.Row{
		"  Nov 16, 2026":      {Dated: day, Published: day, FileTime: day.AddDate(0, 0, 1)},
		"  file Nov 16, 2026": {Dated: day, FileTime: day},
		" added Nov 16, 2026": {Dated: day},
	} {
		table.Forget()
		table.See([]articles.Row{r})
		table.Resize(120, true)
		if _, second := table.Tall(&r, Look{}); !strings.HasSuffix(ansi.Strip(second), want) {
			t.Errorf("%q, want %q at its end", ansi.Strip(second), want)
		}
	}
}

// An article without a dek shows its first words.
func TestANoteShowsItsOpening(t *testing.T) {
	t.Parallel()
	table := table(t)
	table.Resize(80, true)
	for _, c := range []struct{ row, want articles.Row }{
		{articles.Row{Opening: "The first words."}, articles.Row{Dek: "The first words."}},
		{articles.Row{Dek: "The dek.", Opening: "The first words."}, articles.Row{Dek: "The dek."}},
	} {
		if _, second := table.Tall(&c.row, Look{}); !strings.Contains(second, c.want.Dek) || strings.Count(second, "words") > 1 {
			t.Errorf("%+v is drawn as %q", c.row, second)
		}
	}
}

// Where others have tags, an article that has none shows more of its dek.
func TestADekTakesTheRoomOfTags(t *testing.T) {
	t.Parallel()
	table := table(t)
	dek := strings.Repeat("words of a dek ", 12)
	with, without := articles.Row{Dek: dek, Tags: []string{"history", "press"}}, articles.Row{Dek: dek}
	table.See([]articles.Row{with, without})
	table.Resize(140, true)
	_, short := table.Tall(&with, Look{})
	_, long := table.Tall(&without, Look{})
	few, many := strings.Count(short, "dek"), strings.Count(long, "dek")
	if few >= many || ansi.StringWidth(short) != ansi.StringWidth(long) {
		t.Errorf("%q beside %q", ansi.Strip(short), ansi.Strip(long))
	}
}

// The cursor and a mark are seen without colours, on both lines of a row and at any
// width, and a mark moves nothing.
func TestTheCursorAndAMarkNeedNoColour(t *testing.T) {
	t.Parallel()
	table := table(t)
	r := &many()[1]
	for _, width := range []int{20, 40, 80, 140, 300} {
		for _, tall := range []bool{true, false} {
			table.Resize(width, tall)
			draw := func(look Look) (first, second string) {
				if tall {
					return table.Tall(r, look)
				}
				return table.Line(r, look), "▌"
			}
			plain, _ := draw(Look{})
			first, second := draw(Look{On: true, Mark: "✓"})
			first = ansi.Strip(first)
			if !strings.HasPrefix(first, "▌✓") || !strings.HasPrefix(ansi.Strip(second), "▌") {
				t.Errorf("%d columns: %q, %q", width, first, second)
			}
			if begins := strings.Index(first, "窓"); ansi.StringWidth(first[:begins]) != ansi.StringWidth(ansi.Strip(plain)[:strings.Index(ansi.Strip(plain), "窓")]) {
				t.Errorf("%d columns: a mark moves the title: %q, %q", width, first, ansi.Strip(plain))
			}
		}
	}
}

// What stands behind a row is said with as many names as there is room for, and its number
// is never cut.
func TestBehind(t *testing.T) {
	t.Parallel()
	both := articles.Behind{Copies: 3, Sources: []string{"The Review", "The Herald"}}
	for _, c := range []struct {
		behind articles.Behind
		width  int
		want   string
	}{
		{articles.Behind{}, 60, "A title of words"},
		{both, 60, "A title of words  +3 also in The Review, The Herald …"},
		{both, 42, "A title of words  +3 also in The Review …"},
		{both, 30, "A title of words  +3"},
		{both, 14, "A title o…  +3"},
		{articles.Behind{Folded: 1312}, 60, "A title of words  +1,312 added with it"},
		{articles.Behind{Folded: 1312}, 30, "A title of words  +1,312"},
		{articles.Behind{Copies: 2, Folded: 5}, 30, "A title of words  +2 +5"},
	} {
		got := ansi.Strip(table(t).stack(&articles.Row{Title: "A title of words", Behind: c.behind}, Look{}, c.width))
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%+v in %d columns: %q, not %q", c.behind, c.width, got, c.want)
		}
	}
}
