package list

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/keys"
	"lede/ui/theme"
)

// A row of two lines has its date whole or not at all, before the words of the article
// and of who wrote it.
func TestARowHasAWholeDate(t *testing.T) {
	t.Parallel()
	names, err := keys.New("", nil)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := theme.New("mono", theme.Unknown, 0)
	if err != nil {
		t.Fatal(err)
	}
	l := New(effect.Effects{}, plain, names, effect.Settings{})
	day := time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		row      articles.Row
		date     string
		from     int // columns that it has room in
		atSixty  string
		atEighty string
	}{
		"all": {
			row:  articles.Row{Dek: strings.Repeat("words ", 20), Author: "Jun Moriwaki", Published: day, Dated: day, Tags: []string{"unix"}},
			date: "Nov 16, 2026", from: 23, atSixty: "Jun Moriwaki · Nov 16, 2026", atEighty: "Jun Moriwaki · Nov 16, 2026",
		},
		"a long name": {
			row:  articles.Row{Author: "Wolfeschlegelsteinhausenbergerdorff", Published: day, Dated: day, Tags: []string{"unix"}},
			date: "Nov 16, 2026", from: 23, atSixty: "Wolfeschlege… · Nov 16, 2026", atEighty: "Wolfeschlegelsteinhaus… · Nov 16, 2026",
		},
		"a site": {
			row:  articles.Row{Site: "The Review", Published: day, Dated: day, Tags: []string{"unix", "pagers"}},
			date: "Nov 16, 2026", from: 23, atSixty: "The Review · Nov 16, 2026", atEighty: "The Review · Nov 16, 2026 · #unix",
		},
		"nothing": {row: articles.Row{Dated: day}, date: "added Nov 16, 2026", from: 29, atSixty: "added Nov 16, 2026", atEighty: "added Nov 16, 2026"},
	} {
		c.row.Title, c.row.Minutes = "The title", 3
		for width := 8; width <= 120; width++ {
			l.Resize(width, 24)
			first, second := l.tallRow(&c.row, false)
			line := strings.TrimSpace(ansi.Strip(second))
			if ansi.StringWidth(first) > width || ansi.StringWidth(second) > width {
				t.Errorf("%s: %d columns: %q, %q", name, width, first, second)
			}
			if whole := strings.Contains(line, c.date); whole != (width >= c.from) || !whole && strings.Contains(line, "Nov") {
				t.Errorf("%s: %d columns: %q", name, width, line)
			}
			if width == 60 && !strings.HasSuffix(line, c.atSixty) || width == 80 && !strings.HasSuffix(line, c.atEighty) {
				t.Errorf("%s: %d columns: %q", name, width, line)
			}
		}
	}
}
