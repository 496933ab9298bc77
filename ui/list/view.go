package list

import (
	"strings"

	"lede/ui/chrome"
	"lede/ui/list/row"
)

// View draws the list: exactly geo.height lines, none wider than geo.width.
func (l *List) View(n *chrome.Notice) string {
	lines := make([]string, 0, l.geo.height)
	if l.geo.header > 0 {
		lines = append(lines, l.header())
	}
	if l.geo.header > 2 {
		lines = append(lines, l.resumeLine())
	}
	if l.geo.header > 1 {
		lines = append(lines, l.rule("┬"))
	}
	body := l.geo.height - l.geo.header - l.geo.footer
	lines = append(lines, l.withChoices(l.beside(l.body(body)))...)
	if l.geo.footer > 1 {
		lines = append(lines, l.rule("┴"))
	}
	if l.geo.footer > 0 {
		lines = append(lines, l.footer(n))
	}
	return strings.Join(lines, "\n")
}

func (l *List) body(height int) []string {
	lines := make([]string, 0, height)
	if l.total() == 0 {
		lines = append(lines, l.empty()...)
	}
	for at := l.top; at < l.top+l.geo.rows && len(lines) < height; at++ {
		r := l.row(at)
		if r == nil {
			break
		}
		look := row.Look{On: at == l.cursor, Words: l.filter.texts(at), Snippet: l.snippet(r.ID)}
		if l.geo.rowHeight == 1 {
			lines = append(lines, l.indent(l.checked(at, r, l.table.Line(r, look))))
			continue
		}
		first, second := l.table.Tall(r, look)
		lines = append(lines, l.indent(l.checked(at, r, first)), l.indent(second), "")
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:max(0, height)]
}

func (l *List) indent(s string) string { return strings.Repeat(" ", l.geo.left) + s }

// rule parts the rows from what stands above or below them; a sign joins it with the
// rule beside the preview.
func (l *List) rule(joint string) string {
	line := strings.Repeat("─", l.geo.column)
	if l.geo.pane > 0 {
		at := l.geo.rowWidth + 1
		line = strings.Repeat("─", at) + joint + strings.Repeat("─", l.geo.column-at-1)
	}
	return l.indent(l.theme.Screen.Rule.Render(line))
}
