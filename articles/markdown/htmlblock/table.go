package htmlblock

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"
)

// table opens a table or a part of one.
func (m *marker) table(t html.Token) {
	name := t.Data
	if i, ok := m.inside(" caption ", " table "); ok {
		m.pop(i)
	}
	switch name {
	case "table":
		m.push(name, east.NewTable())
	case "caption":
		i, ok := m.inside(" table ", "")
		if !ok {
			m.endLeaf()
			return
		}
		p, table := ast.NewParagraph(), m.open[i].node
		m.pop(i + 1)
		m.pushLeaf(name, p)
		table.Parent().InsertBefore(table.Parent(), table, p)
	case "tr":
		m.row()
	default:
		if i, ok := m.inside(" td th ", " table "); ok {
			m.pop(i)
		}
		m.cell()
		if cell, ok := m.leaf.(*east.TableCell); ok {
			cell.Alignment = alignment(t)
			span, _ := strconv.Atoi(attr(t, "colspan"))
			for range min(span, mostSpan) - 1 {
				cell.Parent().InsertAfter(cell.Parent(), cell, east.NewTableCell())
			}
		}
	}
}

const mostSpan = 50 // columns

func (m *marker) row() {
	if i, ok := m.inside(" tr ", " table "); ok {
		m.pop(i)
	}
	if _, ok := m.inside(" table ", ""); !ok {
		m.push("table", east.NewTable())
	}
	if _, ok := m.top().(*east.Table); ok {
		m.push("tr", east.NewTableRow(nil))
	}
}

func (m *marker) cell() {
	if _, ok := m.top().(*east.TableRow); !ok {
		m.row()
	}
	if _, ok := m.top().(*east.TableRow); ok {
		m.pushLeaf("td", east.NewTableCell())
	}
}

func alignment(t html.Token) east.Alignment {
	style := strings.ToLower(strings.ReplaceAll(attr(t, "style"), " ", ""))
	for align, name := range map[east.Alignment]string{east.AlignLeft: "left", east.AlignRight: "right", east.AlignCenter: "center"} {
		if strings.EqualFold(attr(t, "align"), name) || strings.Contains(style, "text-align:"+name) {
			return align
		}
	}
	return east.AlignNone
}

// finishTable gives a table its header and all rows as many cells. What has one
// column only is no table: its cells are paragraphs.
func finishTable(table *east.Table) {
	columns := 0
	for r := table.FirstChild(); r != nil; {
		next := r.NextSibling()
		if !r.HasChildren() {
			table.RemoveChild(table, r)
		}
		cells := 0 // ChildCount counts what was inserted last twice
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cells++
		}
		columns = max(columns, cells)
		r = next
	}
	if columns < 2 {
		unfold(table)
		return
	}
	for r := table.FirstChild(); r != nil; r = r.NextSibling() {
		for i, c := 0, r.FirstChild(); i < columns; i++ {
			if c == nil {
				c = east.NewTableCell()
				r.AppendChild(r, c)
			}
			if i == len(table.Alignments) {
				table.Alignments = append(table.Alignments, c.(*east.TableCell).Alignment)
			}
			c.(*east.TableCell).Alignment = table.Alignments[i]
			c = c.NextSibling()
		}
	}
	first := table.FirstChild()
	head := east.NewTableHeader(east.NewTableRow(table.Alignments))
	for c := first.FirstChild(); c != nil; c = first.FirstChild() {
		head.AppendChild(head, c)
	}
	table.ReplaceChild(table, first, head)
}

// unfold puts the cells of a table in its place, as paragraphs.
func unfold(table *east.Table) {
	parent := table.Parent()
	for r := table.FirstChild(); r != nil; r = r.NextSibling() {
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			p := ast.NewParagraph()
			for n := c.FirstChild(); n != nil; n = c.FirstChild() {
				p.AppendChild(p, n)
			}
			if p.HasChildren() {
				parent.InsertBefore(parent, table, p)
			}
		}
	}
	table.RemoveChildren(table)
}
