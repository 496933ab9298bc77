package list

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/effect"
)

// besideFrom is from how many columns on the preview stands beside the rows.
const besideFrom = 140

// paneWidth is how many columns the preview has beside the rows: a good measure, and
// no more than two fifths.
func paneWidth(width int) int {
	const widestPane = 80
	return min(width*2/5, widestPane)
}

// paneGap is what parts the rows from the preview: a rule between blanks.
const paneGap = 3

// togglePreview shows the preview or hides it, and says where it cannot show.
func (l *List) togglePreview() tea.Cmd {
	if l.geo.width < besideFrom {
		l.Say(fmt.Sprintf("The preview needs a list of %d columns: this one has %d.", besideFrom, l.geo.width))
		return nil
	}
	return l.setPreview(!l.previews)
}

func (l *List) setPreview(on bool) tea.Cmd {
	l.previews = on
	return tea.Batch(l.Resize(l.geo.width, l.geo.height), l.fx.RememberFlag(effect.SettingPreview, on))
}

// Preview asks for what the preview is to show: it is called after everything that may
// have moved the cursor.
func (l *List) Preview() tea.Cmd {
	var ids []articles.ID
	for _, at := range [...]int{l.cursor, l.cursor + 1, l.cursor - 1} {
		if r := l.row(at); r != nil {
			ids = append(ids, r.ID)
		} else if at == l.cursor {
			return nil // on its way
		}
	}
	return l.preview.Want(ids...)
}

// beside sets the preview beside lines of rows.
func (l *List) beside(lines []string) []string {
	if l.geo.pane == 0 {
		return lines
	}
	shown := l.preview.Lines()
	bar := l.theme.Screen.Rule.Render("│")
	for i, line := range lines {
		line += strings.Repeat(" ", max(0, l.geo.left+l.geo.rowWidth+1-ansi.StringWidth(line))) + bar
		if l.total() > 0 && i < len(shown) && shown[i] != "" {
			line += " " + shown[i]
		}
		lines[i] = line
	}
	return lines
}
