package ui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/theme"
)

// panel lists the related articles over the bottom of the text.
type panel struct {
	open   bool
	cursor int
}

func (p *panel) move(by, total int) { p.cursor = max(0, min(p.cursor+by, total-1)) }

// rows is how many related articles the panel shows at a time, on a window of
// a height: at most two thirds of it.
func (p *panel) rows(height, total int) int {
	return max(1, min(total, height*2/3-panelHead))
}

// panelHead is the rule and the title of the panel.
const panelHead = 2

func (p *panel) first(rows int) int { return max(0, p.cursor-rows+1) }

// at is the index of the related article on a line of a window of a height.
func (p *panel) at(line, height, total int) (int, bool) {
	rows := p.rows(height, total)
	i := line - (height - rows)
	if i < 0 || i >= rows || total == 0 {
		return 0, false
	}
	return p.first(rows) + i, true
}

// over draws the panel over the last of the lines; it scrolls with its cursor
// when there are more articles than it has room for.
func (p *panel) over(lines []string, related []articles.Related, t *theme.Theme, width int) []string {
	column := min(width, widestList)
	left := strings.Repeat(" ", (width-column)/2)
	head := t.Screen.Rule.Render(strings.Repeat("─", column))
	title := cut(" "+t.Screen.Brand.Render("Related articles")+t.Screen.Hint.Render("  Enter or its number reads · q closes"), column)
	drawn := []string{head, title}
	n := p.rows(len(lines), len(related))
	for i := p.first(n); i < min(len(related), p.first(n)+n); i++ {
		drawn = append(drawn, panelRow(i, related[i], i == p.cursor, t, column))
	}
	if len(related) == 0 {
		drawn = append(drawn, cut("   "+t.Screen.Hint.Render("Nothing in the library is near this article."), column))
	}
	for i := range drawn {
		drawn[i] = left + drawn[i]
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	return append(lines[:len(lines)-len(drawn)], drawn...)
}

func panelRow(i int, r articles.Related, on bool, t *theme.Theme, width int) string {
	bar, st := "  ", t.Screen.Title
	if on {
		bar, st = t.Screen.Cursor.Render("▌")+" ", t.Screen.TitleOn
	}
	parts := []string{r.Reason}
	if r.ID != "" {
		parts = []string{articles.ReadLabel(r.Minutes), r.Reason}
	}
	right := t.Screen.Meta.Render(strings.Join(parts, " · ")) + " "
	left := bar + t.Screen.Key.Render(strconv.Itoa(i+1)) + " "
	if width < 60 {
		return left + st.Render(cut(r.Title, width-4))
	}
	right = cut(right, width/2)
	title := cut(r.Title, width-4-ansi.StringWidth(right)-1)
	return spread(left+st.Render(title), right, width)
}
