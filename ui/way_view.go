package ui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// dressed is the text of the lines of the window as the way in it wants them:
// with the chosen link marked, and the letters of the links.
func (r *reader) dressed(window []render.Line) []string {
	lines := make([]string, 0, r.height)
	first, last := r.focused(window)
	for i, l := range window {
		text := l.Text
		if (i < first || i > last) && !l.IsPicture() {
			text = r.theme.Screen.Dimmed.Render(ansi.Strip(text))
		}
		for _, s := range l.Links {
			if r.way.chosen != nil && s.Is(*r.way.chosen) && s.From < s.To {
				text = restyled(text, s.From, s.To, r.theme.Screen.Chosen)
			}
		}
		lines = append(lines, text)
	}
	if r.way.mode == hintMode {
		return r.labelled(lines)
	}
	return lines
}

// restyled is a line with some of its columns in another style.
func restyled(line string, from, to int, style lipgloss.Style) string {
	return replaced(line, from, to, style.Render(ansi.Strip(ansi.Cut(line, from, to))))
}

func replaced(line string, from, to int, by string) string {
	return ansi.Truncate(line, from, "") + by + rightOf(line, to)
}

// rightOf is a line from a column on; a blank stands for a wide character that
// begins before it.
func rightOf(line string, column int) string {
	rest := ansi.TruncateLeft(line, column, "")
	if ansi.StringWidth(rest) > ansi.StringWidth(line)-column {
		return " " + ansi.TruncateLeft(line, column+1, "")
	}
	return rest
}

// over draws what a mode shows over the bottom of the text.
func (r *reader) over(lines []string) []string {
	st := r.theme.Screen
	margin := strings.Repeat(" ", r.layout.Margin())
	width := r.layout.Measure()
	var head string
	var rows []string
	switch r.way.mode {
	case menuMode:
		if articles.IsWeb(r.way.target) {
			head = st.Key.Render("Enter") + st.Hint.Render(" read here · ") + st.Key.Render("o") + st.Hint.Render(" browser · ")
		}
		head += st.Key.Render("y") + st.Hint.Render(" copy · ") + st.Key.Render("Esc") + st.Hint.Render(" closes")
		rows = []string{st.Title.Render(cutMiddle(r.way.target, width))}
	case noteMode:
		head = st.Brand.Render(fmt.Sprintf("Note %d", r.way.note)) + st.Hint.Render("  any key closes")
		rows = r.layout.Note(r.way.note)
	default:
		return lines
	}
	if most := max(1, len(lines)*2/3-panelHead); len(rows) > most {
		rows = append(rows[:most-1:most-1], st.Hint.Render("… all of it stands at the end of the article"))
	}
	drawn := []string{st.Rule.Render(strings.Repeat("─", width)), cut(head, width)}
	for _, row := range rows {
		drawn = append(drawn, cut(row, width))
	}
	for i := range drawn {
		drawn[i] = margin + drawn[i]
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	return append(lines[:len(lines)-len(drawn)], drawn...)
}

// wayStatus is the bottom line while a link is chosen, or a mode waits for
// keys; empty when there is no such thing.
func (r *reader) wayStatus() string {
	st := r.theme.Screen
	if r.way.mode == hintMode {
		return cut(" "+st.Hint.Render("Type the letters of a link · ")+st.Key.Render("Esc")+st.Hint.Render(" leaves"), r.width)
	}
	if r.way.percent != "" {
		return cut(" "+st.Notice.Render(r.way.percent+"%")+st.Hint.Render("  press ")+st.Key.Render("%")+st.Hint.Render(" to go there"), r.width)
	}
	at := r.chosenAt()
	if at < 0 {
		return ""
	}
	right := st.Key.Render("Enter") + st.Hint.Render(" follows ")
	if r.width < 40 {
		right = ""
	}
	what := r.window()[at].label(r)
	room := r.width - ansi.StringWidth(right) - 4
	return fit(" "+st.Hint.Render("→ ")+st.Notice.Render(cutMiddle(what, room)), right, r.width)
}

// label says where a link leads.
func (p placed) label(r *reader) string {
	switch {
	case p.Note > 0:
		return fmt.Sprintf("note %d", p.Note)
	case p.Related > 0:
		return r.related[p.Related-1].Title
	case p.Target != "" && p.Target[0] == '#':
		return p.Target
	}
	if address := r.layout.Address(p.Target); address != "" {
		return address
	}
	return p.Target
}

// cutMiddle is s in at most so many columns: what is left out is in its
// middle, as the two ends of an address say the most.
func cutMiddle(s string, width int) string {
	w := ansi.StringWidth(s)
	if w <= width {
		return s
	}
	if width < 3 {
		return cut(s, width)
	}
	head := ansi.Truncate(s, width/2, "")
	return head + "…" + rightOf(s, w-(width-1-ansi.StringWidth(head)))
}
