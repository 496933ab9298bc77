package render

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lede/ui/render/cells"
	"lede/ui/render/selection"
	"lede/ui/render/style"
)

// bullets by depth; deeper lists use the last.
var bullets = [...]string{"•", "◦", "▪"}

// list sets a list with its markers hanging before the text. Numbers stand
// right-aligned; a loose list has an empty row between items.
func (s *setter) list(n *ast.List, width int) []*row {
	left := 0
	if s.depth == 0 && width >= 30 {
		left = 2
	}
	room := 1
	if n.IsOrdered() {
		room = len(strconv.Itoa(n.Start+n.ChildCount()-1)) + 1
	}
	take := left + room + 1
	if width-take < leastInside {
		left = 0
		take = room + 1
	}
	s.depth++
	defer func() { s.depth-- }()
	var out []*row
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if len(out) > 0 && !n.IsTight {
			out = append(out, &row{})
		}
		rows := s.item(s.marker(n, item, number), strings.Repeat(" ", left), take, width,
			func(width int) []*row { return s.blocks(item, width) })
		rows[0].opens = s.depth == 1
		out = append(out, rows...)
		number++
	}
	return out
}

// marker is the sign before an item.
func (s *setter) marker(n *ast.List, item ast.Node, number int) string {
	if box := checkBox(item); box != nil {
		if box.IsChecked {
			return "☑"
		}
		return "☐"
	}
	if n.IsOrdered() {
		return strconv.Itoa(number) + string(n.Marker)
	}
	return bullets[min(s.depth-1, len(bullets)-1)]
}

func checkBox(item ast.Node) *east.TaskCheckBox {
	first := item.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return nil
	}
	box, _ := first.FirstChild().(*east.TaskCheckBox)
	return box
}

// item sets one item: its marker, then what it holds, take columns in.
func (s *setter) item(marker, left string, take, width int, inside func(width int) []*row) []*row {
	sgr := s.inks.Of(style.Bullet, 0)
	glue := selection.NewText + strings.Repeat("  ", max(0, s.depth-1)) // lists in lists stand in
	if width-take < leastInside {
		sign := clip(marker, width)
		rows := append([]*row{{text: style.Dye(sign, sgr), width: cells.Of(sign)}}, inside(width)...)
		if len(rows) > 1 && len(rows[1].segments) > 0 {
			rows[1].segments[0].Glue = " "
		}
		leads(rows, marker, glue, 0, cells.Of(sign))
		return rows
	}
	rows := inside(width - take)
	if len(rows) == 0 {
		rows = []*row{{}}
	}
	pad := strings.Repeat(" ", take-len(left)-1-cells.Of(marker))
	first := left + pad + style.Dye(marker, sgr) + " "
	rows = indent(rows, first, strings.Repeat(" ", take), take)
	leads(rows, marker, glue, len(left)+len(pad), cells.Of(marker))
	return rows
}

// clip cuts s to width cells; s is all single cells.
func clip(s string, width int) string {
	r := []rune(s)
	return string(r[:min(len(r), width)])
}

// definitionIndent is how far a meaning stands in from its term, in columns.
const definitionIndent = 4

// definitions sets a list of terms with what each means below it.
func (s *setter) definitions(n *east.DefinitionList, width int) []*row {
	var out []*row
	last := 0 // rows of the meaning before
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		rows := s.definition(c, width)
		meaning := c.Kind() != east.KindDefinitionTerm
		if last > 0 && len(rows) > 0 && (!meaning || max(last, len(rows)) > 1) { // wrapped meanings need air between
			out = append(out, &row{passed: meaning})
		}
		out = append(out, rows...)
		if last = len(rows); !meaning {
			last = 0
		}
	}
	return out
}

func (s *setter) definition(n ast.Node, width int) []*row {
	if n.Kind() == east.KindDefinitionTerm {
		return s.inline(n, style.CellHead).wrap(width)
	}
	if width-definitionIndent < leastInside {
		return s.blocks(n, width)
	}
	left := strings.Repeat(" ", definitionIndent)
	return indent(s.blocks(n, width-definitionIndent), left, left, definitionIndent)
}
