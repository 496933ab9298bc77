package render

import (
	"slices"
	"strings"

	east "github.com/yuin/goldmark/extension/ast"

	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/linebreak"
	"lede/ui/render/strip"
	"lede/ui/render/style"
)

// grid is a table with its cells set but not yet wrapped.
type grid struct {
	cells  [][]*text             // the header first
	pieces [][][]linebreak.Piece // of each cell
	align  []east.Alignment
	widths []int
	spare  int // cells that no column needs
}

func (s *setter) table(n *east.Table, width int) []*row {
	g := s.grid(n)
	if len(g.align) == 0 {
		return nil
	}
	fits := g.fit(width)
	switch {
	case !fits && s.cut:
		g.spread()
	case !fits:
		return s.stacked(g, width)
	}
	var out []*row
	parted, rule := false, 0
	for i := range g.cells {
		rows := s.tableRow(g, i)
		if i > 1 && (len(rows) > 1 || parted) { // wrapped rows need air between
			out = append(out, passed(&row{})...)
		}
		parted = len(rows) > 1
		out = append(out, rows...)
		if i == 0 {
			rule = len(out)
			out = append(out, passed(s.tableRule(g))...)
		}
	}
	if !fits {
		return g.cut(out, rule, width)
	}
	return out
}

// cut puts the rows of a table that was spread behind a window of the width.
// The first column stays, when it leaves most of the room to the others.
func (g *grid) cut(rows []*row, rule, width int) []*row {
	total := columnGap * (len(g.widths) - 1)
	for _, w := range g.widths {
		total += w
	}
	if total <= width {
		return rows
	}
	pin := 0
	if len(g.widths) > 1 && 3*(g.widths[0]+columnGap) <= width {
		pin = g.widths[0] + columnGap
	}
	shift := &strip.Reach{Most: total - width}
	for i, r := range rows {
		if r.width == 0 {
			continue
		}
		r.cut(pin, width-pin, shift)
		r.strip.Lead, r.strip.Quiet = min(1, pin), i == rule
	}
	return rows
}

func (s *setter) grid(n *east.Table) *grid {
	g := &grid{align: n.Alignments}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		role := style.Body
		if r.Kind() == east.KindTableHeader {
			role = style.CellHead
		}
		var line []*text
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			line = append(line, s.inline(c, role))
		}
		for len(line) < len(g.align) {
			line = append(line, &text{})
		}
		g.cells = append(g.cells, line[:len(g.align)])
		pieces := make([][]linebreak.Piece, len(g.align))
		for i, t := range line[:len(g.align)] {
			pieces[i] = linebreak.All(string(t.words))
		}
		g.pieces = append(g.pieces, pieces)
	}
	return g
}

// tableRow sets one row of a table. All letters count for its first line, so
// that an anchor into it means the same at every width.
func (s *setter) tableRow(g *grid, n int) []*row {
	texts := g.cells[n]
	columns := make([][]*row, len(texts))
	height, letters := 1, 0
	var count find.Counter
	for i, t := range texts {
		words := string(t.words)
		columns[i] = t.rows(linebreak.Fill(slices.Values(g.pieces[n][i]), words, g.widths[i]), words)
		height = max(height, len(columns[i]))
		count = settle(columns[i], count)
		for _, r := range columns[i] {
			letters += r.letters
		}
	}
	padded := g.padded(columns, height)
	bar := style.Dye(" │", s.inks.Of(style.TableBar, 0)) + " "
	out := make([]*row, height)
	for y := range out {
		out[y] = &row{}
		var b strings.Builder
		used, pending := 0, 0
		for x, column := range columns {
			cell := &row{}
			if y < len(column) {
				cell = column[y]
			}
			if x > 0 {
				b.WriteString(strings.Repeat(" ", pending) + bar)
				used += pending + columnGap
			}
			slack := g.widths[x] - cell.width
			if padded[y] {
				slack += cell.spare
			}
			before := 0
			switch g.align[x] {
			case east.AlignRight:
				before = slack
			case east.AlignCenter:
				before = slack / 2
			}
			if cell.width > 0 {
				b.WriteString(strings.Repeat(" ", before) + cell.text)
				cell.shift(used + before)
				out[y].spans = append(out[y].spans, cell.spans...)
				out[y].links = append(out[y].links, moved(cell.links, used+before)...)
				used += before + cell.width
				pending = slack - before
			} else {
				pending = slack
			}
		}
		out[y].text, out[y].width, out[y].back = b.String(), used, y // the blank after a last bar is trimmed with the line
	}
	out[0].letters, out[0].said = letters, count
	if !s.unplaced {
		out[0].segments = g.segments(columns)
	}
	passed(out[1:]...)
	return out
}

func (s *setter) tableRule(g *grid) *row {
	parts := make([]string, len(g.widths))
	width := columnGap * (len(parts) - 1)
	for i, w := range g.widths {
		parts[i] = strings.Repeat("─", w)
		width += w
	}
	return &row{text: style.Dye(strings.Join(parts, "─┼─"), s.inks.Of(style.TableBar, 0)), width: width}
}

// isEmpty reports whether no cell below the head of a column has words.
func (g *grid) isEmpty(column int) bool {
	return !slices.ContainsFunc(g.cells[1:], func(line []*text) bool { return len(line[column].words) > 0 })
}

// stacked sets a table that is too wide as its rows one after the other, each
// cell behind the name of its column.
func (s *setter) stacked(g *grid, width int) []*row {
	var out []*row
	head := g.cells[0]
	if len(g.cells) == 1 {
		for _, t := range head {
			out = append(out, t.wrap(width)...)
		}
		return out
	}
	var heads find.Counter
	starts, headLetters := make([]find.Counter, len(head)), 0
	for x, t := range head {
		words, letters := t.said()
		starts[x] = heads
		heads = heads.Plus(find.Of(words))
		headLetters += letters
	}
	for i, line := range g.cells[1:] {
		if i > 0 {
			out = append(out, passed(s.separator(width))...)
		}
		first, letters := len(out), 0
		var count find.Counter
		if i == 0 {
			count, letters = heads, headLetters
		}
		for x, t := range line {
			if len(t.words) == 0 && (i > 0 || !g.isEmpty(x)) {
				continue // its head stands above the cells that have words
			}
			rows := s.labelled(head[x], t, width)
			count = settle(rows, count)
			for _, r := range rows {
				for j, said := range r.spans {
					if said.again {
						r.spans[j].from, r.spans[j].to = starts[x].Plus(said.from), starts[x].Plus(said.to)
					}
				}
				letters += r.letters
				r.letters, r.said, r.back, r.top = 0, find.Counter{}, len(out)-first, len(out)
				out = append(out, r)
			}
		}
		if first < len(out) {
			out[first].letters, out[first].said = letters, count
		}
	}
	return out
}

// separator is a short rule.
func (s *setter) separator(width int) *row {
	sign := clip("──", width)
	return &row{text: style.Dye(sign, s.inks.Of(style.TableBar, 0)), width: cells.Of(sign)}
}

func (s *setter) labelled(label, value *text, width int) []*row {
	var t text
	at := 0
	for _, r := range label.runs {
		r.mute, r.unsaid, r.again = true, true, true // it was counted with the head
		t.add(strings.ReplaceAll(string(label.words[at:r.end]), "\n", " "), r.ink)
		at = r.end
	}
	if at > 0 {
		t.add(": ", ink{sgr: s.inks.Of(style.CellHead, 0), mute: true, unsaid: true})
	}
	at = 0
	for _, r := range value.runs {
		t.add(string(value.words[at:r.end]), r.ink)
		at = r.end
	}
	if width < leastInside+2 {
		return t.wrap(width)
	}
	return hang(&t, width, 2)
}
