package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/theme"
)

// hints is the footer's line of keys: the operations of a scope that have a
// hint, as many as fit.
func hints(t *theme.Theme, s scope, width int) string {
	var b strings.Builder
	used := 1
	b.WriteByte(' ')
	for _, o := range operations {
		if o.scope&s == 0 || o.hint == "" {
			continue
		}
		key := keyName(o.keys[0])
		if o.op == opDown {
			key = "j k"
		}
		sep := ""
		if used > 1 {
			sep = " · "
		}
		w := ansi.StringWidth(sep + key + " " + o.hint)
		if used+w > width {
			continue
		}
		b.WriteString(t.Screen.Hint.Render(sep) + t.Screen.Key.Render(key) + t.Screen.Hint.Render(" "+o.hint))
		used += w
	}
	return b.String()
}

// help is the screen that `?` opens: every key of the screen below it.
type help struct {
	of     scope
	top    int
	width  int
	height int
}

func (h *help) act(o op, keys int) {
	page := max(1, h.height-3)
	switch o {
	case opDown:
		h.top++
	case opUp:
		h.top--
	case opHalfDown:
		h.top += page / 2
	case opHalfUp:
		h.top -= page / 2
	case opPageDown:
		h.top += page
	case opPageUp:
		h.top -= page
	case opTop:
		h.top = 0
	case opEnd:
		h.top = keys
	}
	h.top = max(0, min(h.top, keys-page))
}

// narrowHelp is the width below which the keys stand above what they do.
const narrowHelp = 48

// lines is the help: one line an operation, wrapped where the screen is narrow.
func (h *help) lines(t *theme.Theme) []string {
	keyWidth := 0
	for _, o := range operations {
		if o.scope&h.of != 0 {
			keyWidth = max(keyWidth, ansi.StringWidth(o.keyNames()))
		}
	}
	var out []string
	for _, o := range operations {
		if o.scope&h.of == 0 {
			continue
		}
		keys := o.keyNames()
		if h.width < narrowHelp {
			out = append(out, cut(" "+t.Screen.Key.Render(keys), h.width))
			for _, words := range wrapped(o.help, h.width-4) {
				out = append(out, cut("   "+words, h.width))
			}
			continue
		}
		for i, words := range wrapped(o.help, h.width-keyWidth-5) {
			if i > 0 {
				keys = ""
			}
			pad := strings.Repeat(" ", keyWidth-ansi.StringWidth(keys)+2)
			out = append(out, "  "+t.Screen.Key.Render(keys)+pad+words)
		}
	}
	return out
}

func wrapped(s string, width int) []string {
	return strings.Split(ansi.Wrap(s, max(8, width), ""), "\n")
}

func (h *help) view(t *theme.Theme) string {
	name := "the library"
	if h.of == inReader {
		name = "an article"
	}
	all := h.lines(t)
	lines := []string{cut(" "+t.Screen.Brand.Render("Keys")+t.Screen.Hint.Render(" in "+name), h.width), ""}
	if h.height < 6 {
		lines = nil
	}
	room := max(0, h.height-len(lines)-1)
	lines = append(lines, all[min(h.top, len(all)):min(h.top+room, len(all))]...)
	for len(lines) < h.height-1 {
		lines = append(lines, "")
	}
	more := " q back"
	if len(all) > room {
		more = " j k scroll · q back"
	}
	lines = append(lines, cut(t.Screen.Hint.Render(more), h.width))
	return strings.Join(lines[max(0, len(lines)-h.height):], "\n")
}
