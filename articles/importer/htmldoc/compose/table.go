package compose

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

const (
	mostColumns = 40
	mostSpan    = 20
)

// table is a table of data; of one that only lays the page out, its cells one
// after another.
func (w *writer) table(out []block, n *html.Node) []block {
	rows := rowsOf(n)
	if w.lays(n, rows) {
		return w.flow(out, n)
	}
	if caption := dom.First(n, "caption"); caption != nil {
		out = w.flow(out, caption)
	}
	grid, width := w.grid(rows)
	if len(grid) == 0 {
		return out
	}
	var b strings.Builder
	for i, row := range grid {
		for len(row) < width {
			row = append(row, "")
		}
		b.WriteString("| " + strings.Join(row, " | ") + " |")
		if i == 0 {
			b.WriteString("\n|")
			for c := range width {
				b.WriteString(" " + rule(rows, c) + " |")
			}
		}
		if i+1 < len(grid) {
			b.WriteByte('\n')
		}
	}
	return append(out, block{b.String(), other})
}

func rowsOf(table *html.Node) []*html.Node {
	var rows []*html.Node
	for _, r := range dom.Elements(table, "tr") {
		if dom.Above(r, "table") == table {
			rows = append(rows, r)
		}
	}
	return rows
}

func cellsOf(row *html.Node) []*html.Node {
	var cells []*html.Node
	for c := range row.ChildNodes() {
		if dom.Is(c, "td", "th") {
			cells = append(cells, c)
		}
	}
	return cells
}

// grid is the words of the cells by rows; a cell over several columns has empty
// ones behind it, one over several rows above them.
func (w *writer) grid(rows []*html.Node) (grid [][]string, width int) {
	below := map[int]int{} // columns that a cell above takes, and for how many rows
	for _, r := range rows {
		var row []string
		words := false
		taken := func() {
			for below[len(row)] > 0 {
				below[len(row)]--
				row = append(row, "")
			}
		}
		for _, c := range cellsOf(r) {
			taken()
			text := w.line(&line{cell: true}, c.ChildNodes())
			words = words || text != ""
			down := span(c, "rowspan") - 1
			for i := range span(c, "colspan") {
				if down > 0 {
					below[len(row)] = down
				}
				if i > 0 {
					text = ""
				}
				row = append(row, text)
			}
		}
		taken()
		if words {
			grid = append(grid, row)
			width = max(width, len(row))
		}
	}
	return grid, width
}

func span(c *html.Node, name string) int {
	n, _ := strconv.Atoi(dom.Attr(c, name))
	return max(1, min(n, mostSpan))
}

// rule is the dashes under the head of a column.
func rule(rows []*html.Node, column int) string {
	for _, r := range rows[:min(2, len(rows))] {
		cells := cellsOf(r)
		if column >= len(cells) {
			continue
		}
		style := strings.ToLower(strings.ReplaceAll(dom.Attr(cells[column], "style"), " ", ""))
		align := strings.ToLower(dom.Attr(cells[column], "align"))
		switch {
		case align == "right" || strings.Contains(style, "text-align:right"):
			return "---:"
		case align == "center" || strings.Contains(style, "text-align:center"):
			return ":---:"
		}
	}
	return "---"
}

// lays reports whether a table only lays the page out: one column, or cells
// with blocks that no cell of a table in Markdown can hold, or a text in one of them.
func (w *writer) lays(n *html.Node, rows []*html.Node) bool {
	if role := dom.Attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	const most, text = 4, 800 // paragraphs and items in a cell, or breaks in one with so many bytes
	width, full, held := 0, 0, 0
	for _, r := range rows {
		across, with := 0, 0
		for _, c := range cellsOf(r) {
			if w.apart[c] && (dom.First(c, "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "hr", "figure") != nil || len(dom.Elements(c, "p", "li")) > most) {
				return true
			}
			if c.Data == "td" && dom.Outweighs(c, text) && len(dom.Elements(c, "p", "br")) > most {
				return true
			}
			across += span(c, "colspan")
			if weight := dom.Weight(c); weight > 0 {
				held += weight
				with++
			}
		}
		width, full = max(width, across), max(full, with)
	}
	if caption := dom.First(n, "caption"); caption != nil {
		held += dom.Weight(caption)
	}
	return width < 2 || width > mostColumns || full < 2 || held < dom.Weight(n)
}
