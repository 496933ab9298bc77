package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// label is the letters of a link before a column of a line: they take some blanks
// there, and for what they lack of those the line makes room.
type label struct {
	text   string
	at     int
	blanks int
}

// labelled puts the letters of the links before them. No letter of the text is
// covered, as long as the line has room on the screen.
func (r *reader) labelled(lines []string) {
	links := r.inSight()
	rows := make(map[int][]label)
	for i, p := range links {
		rest, ok := strings.CutPrefix(hint(i, len(links)), r.way.typed)
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
	for row, labels := range rows {
		lines[row] = r.withLabels(lines[row], labels)
	}
}

// isBlank reports whether a column of a line without styles is a blank.
func isBlank(plain string, column int) bool {
	return ansi.Cut(plain, column, column+1) == " "
}

// withLabels is a line with labels in it, from left to right.
func (r *reader) withLabels(line string, labels []label) string {
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
			lacks := len(l.text) - l.blanks
			if short := lacks - max(0, room) - margin; short > 0 {
				lacks -= short
				skip += short // there is no room at all: the letters say more than one of the text
			}
			room -= lacks
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
		return ansi.TruncateLeft(b.String(), -room, "")
	}
	return b.String()
}

// isPlain reports whether an escape sequence ends all styles.
func isPlain(seq string) bool { return seq == "\x1b[m" || seq == "\x1b[0m" }
