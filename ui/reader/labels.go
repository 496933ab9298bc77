package reader

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// label is the letters of a link before a column of a line: they take some blanks
// there, and for what they lack of those the line makes room, or goes on in
// another row.
type label struct {
	text   string
	at     int
	blanks int
}

// labelled is the window with the letters of the links before them. No letter of
// the text is covered: a line that has no room for them takes a row more, and an
// empty row gives way, or else the last.
func (m hinting) labelled(lines []string) []string {
	links := m.inSight()
	rows := make(map[int][]label)
	for i, p := range links {
		rest, ok := strings.CutPrefix(hint(i, len(links)), m.typed)
		if !ok {
			continue
		}
		before := rows[p.row]
		least := 0 // column that the label may begin at
		if n := len(before); n > 0 {
			least = before[n-1].at + 1
		}
		plain := ansi.Strip(lines[p.row])
		l := label{text: rest, at: p.column}
		for l.blanks < len(rest) && l.at-l.blanks > least && isBlank(plain, l.at-l.blanks-1) {
			l.blanks++
		}
		rows[p.row] = append(before, l)
	}
	most := m.text()
	out := make([]string, 0, most)
	for row, line := range lines {
		if labels := rows[row]; len(labels) > 0 {
			out = append(out, folded(m.withLabels(line, labels), m.width, m.layout.Margin())...)
			continue
		}
		out = append(out, line)
	}
	for i := len(out) - 1; i >= 0 && len(out) > most; i-- {
		if out[i] == "" {
			out = slices.Delete(out, i, i+1)
		}
	}
	return out[:min(most, len(out))]
}

// folded is a line in rows that are no wider than so many columns; those behind the
// first begin after a margin. It is parted at a blank, where one is near.
func folded(line string, width, margin int) []string {
	const near = 24 // columns
	var rows []string
	for ansi.StringWidth(line) > width {
		head := ansi.Truncate(line, width, "")
		plain := ansi.Strip(head)
		if at := strings.LastIndexByte(plain, ' '); at > max(margin, len(plain)-near) {
			head = ansi.Truncate(line, ansi.StringWidth(plain[:at]), "")
		}
		rows = append(rows, head)
		line = strings.Repeat(" ", margin) + ansi.TruncateLeft(line, ansi.StringWidth(head), "")
	}
	return append(rows, line)
}

// isBlank reports whether a column of a line without styles is a blank.
func isBlank(plain string, column int) bool {
	return ansi.Cut(plain, column, column+1) == " "
}

// withLabels is a line with labels in it, from left to right.
func (r *Reader) withLabels(line string, labels []label) string {
	room := r.width - ansi.StringWidth(line)
	margin := 0 // what is not enough on the right is taken from the left
	plain := ansi.Strip(line)
	for margin < labels[0].at-labels[0].blanks && isBlank(plain, margin) {
		margin++
	}
	var b strings.Builder
	var pen string // the styles that are in force
	column, skip, state := 0, 0, byte(0)
	put := func() {
		for len(labels) > 0 && labels[0].at-labels[0].blanks <= column {
			l := labels[0]
			labels = labels[1:]
			room -= len(l.text) - l.blanks
			skip += l.blanks
			b.WriteString("\x1b[m" + r.theme.Screen.Label.Render(l.text) + pen)
		}
	}
	put()
	for line != "" {
		seq, width, n, next := ansi.DecodeSequence(line, state, nil)
		line, state = line[n:], next
		switch {
		case width == 0 && isPlain(seq):
			pen = ""
		case width == 0 && strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m"):
			pen += seq
		}
		if width > 0 && skip > 0 {
			skip -= width
			column += width
			put()
			continue
		}
		b.WriteString(seq)
		if column += width; width > 0 {
			put()
		}
	}
	if room < 0 {
		return ansi.TruncateLeft(b.String(), min(margin, -room), "")
	}
	return b.String()
}

// isPlain reports whether an escape sequence ends all styles.
func isPlain(seq string) bool { return seq == "\x1b[m" || seq == "\x1b[0m" }
