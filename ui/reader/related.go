package reader

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// relating lists the related articles over the bottom of the text.
type relating struct {
	reading
	cursor int
}

// openRelated asks for the related article of an index.
func (r *Reader) openRelated(i int) { r.Ask(intent.OpenRelated{Index: i}) }

// panelHead is the rule and the title of the panel.
const panelHead = 2

// pageOfPanel is how many rows of the panel a page is.
const pageOfPanel = 5

func (m *relating) scope() keys.Scope { return keys.InRelated }

func (m *relating) act(p keys.Command) (tea.Cmd, bool) {
	switch n := max(1, p.Count); p.Op {
	case keys.Outline:
		m.read()
		return m.openOutline(), true
	case keys.Down:
		m.move(n)
	case keys.Up:
		m.move(-n)
	case keys.PageDown, keys.HalfDown:
		m.move(n * pageOfPanel)
	case keys.PageUp, keys.HalfUp:
		m.move(-n * pageOfPanel)
	case keys.Top:
		m.cursor = 0
	case keys.End:
		m.move(len(m.related))
	case keys.Choose:
		m.openRelated(m.cursor)
	case keys.Number:
		m.openRelated(p.Count - 1)
	case keys.Out, keys.Cancel, keys.Related:
		m.read()
	default:
		return nil, false
	}
	return nil, true
}

func (m *relating) move(by int) { m.cursor = max(0, min(m.cursor+by, len(m.related)-1)) }

func (m *relating) wheel(notches int) tea.Cmd {
	m.move(notches)
	return nil
}

// click opens the article that was clicked; a click beside the panel closes it.
func (m *relating) click(_, y int) tea.Cmd {
	rows := m.rows(m.text())
	i := y - (m.text() - rows)
	if i < 0 || i >= rows || len(m.related) == 0 {
		m.read()
		return nil
	}
	m.openRelated(m.first(rows) + i)
	return nil
}

// rows is how many related articles the panel shows at a time, on a window of
// a height: at most two thirds of it.
func (m *relating) rows(height int) int {
	return max(1, min(len(m.related), height*2/3-panelHead))
}

func (m *relating) first(rows int) int { return max(0, m.cursor-rows+1) }

// over draws the panel over the last of the lines; it scrolls with its cursor
// when there are more articles than it has room for.
func (m *relating) over(lines []string) []string {
	t := m.theme
	column := min(m.width, chrome.WidestPanel)
	left := strings.Repeat(" ", (m.width-column)/2)
	head := t.Screen.Rule.Render(strings.Repeat("─", column))
	hints := []chrome.Hint{{Op: keys.Choose, Words: "or its number reads"}, {Op: keys.Out, Words: "closes"}}
	if len(m.related) == 0 {
		hints = hints[1:]
	}
	drawn := []string{head, chrome.Head(t, m.names, keys.InRelated, " Related articles", column, hints...)}
	n := m.rows(len(lines))
	for i := m.first(n); i < min(len(m.related), m.first(n)+n); i++ {
		drawn = append(drawn, m.row(i, column))
	}
	if len(m.related) == 0 {
		drawn = append(drawn, chrome.Cut("   "+t.Screen.Hint.Render("Nothing in the library is near this article."), column))
	}
	for i := range drawn {
		drawn[i] = left + drawn[i]
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	return append(lines[:len(lines)-len(drawn)], drawn...)
}

// row is a related article in so many columns.
func (m *relating) row(i, width int) string {
	t, r := m.theme, m.related[i]
	bar, st := "  ", t.Screen.Title
	if i == m.cursor {
		bar, st = t.Screen.Cursor.Render("▌")+" ", t.Screen.TitleOn
	}
	parts := []string{r.Reason}
	if r.ID != "" {
		parts = []string{articles.ReadLabel(r.Minutes), r.Reason}
	}
	const roomy = 60 // columns in which the reason stands too
	left := bar + t.Screen.Key.Render(strconv.Itoa(i+1)) + " "
	if width < roomy {
		return left + st.Render(chrome.Cut(r.Title, width-4))
	}
	right := chrome.Cut(t.Screen.Meta.Render(strings.Join(parts, " · "))+" ", width/2)
	title := chrome.Cut(r.Title, width-4-ansi.StringWidth(right)-1)
	return chrome.Spread(left+st.Render(title), right, width)
}
