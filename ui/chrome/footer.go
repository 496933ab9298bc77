package chrome

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/keys"
	"lede/ui/theme"
)

// Hint is an operation that a line names with its key: "Enter read here". Without
// words its key stands before that of the next one.
type Hint struct {
	Op    keys.Op
	Words string
}

// Hints sets hints in a line. Those whose operation has no key where the reader is
// are left out.
func Hints(t *theme.Theme, names *keys.Bindings, scope keys.Scope, hints ...Hint) string {
	var b strings.Builder
	lead := ""
	for _, h := range hints {
		name := names.Name(h.Op, scope)
		if name == "" {
			continue
		}
		b.WriteString(t.Screen.Hint.Render(lead) + t.Screen.Key.Render(name))
		if lead = " "; h.Words != "" {
			b.WriteString(t.Screen.Hint.Render(" " + h.Words))
			lead = " · "
		}
	}
	return b.String()
}

// Head is the title of a panel and its hints in so many columns: whole ones, as many of
// the first as there is room for, and the last, which leaves the panel.
func Head(t *theme.Theme, names *keys.Bindings, scope keys.Scope, title string, width int, hints ...Hint) string {
	if title != "" {
		title = t.Screen.Brand.Render(title) + "  "
	}
	for n := len(hints) - 2; ; n-- {
		line := title + Hints(t, names, scope, hints...)
		if n < 0 || ansi.StringWidth(line) <= width {
			return Cut(line, width)
		}
		hints = slices.Delete(slices.Clone(hints), n, n+1)
	}
}

// Keys is the footer's line of keys: the operations of a scope that have a hint and
// something to do now, as many as fit in so many columns. The last to go is the key of
// the help.
func Keys(t *theme.Theme, names *keys.Bindings, scope keys.Scope, able func(keys.Op) bool, width int) string {
	const gap = " · "
	var line, help string
	hints := names.Hints(scope)
	if n := len(hints) - 1; n >= 0 && hints[n].Op == keys.Help {
		help = hint(t, hints[n])
		hints = hints[:n]
	}
	for _, o := range hints {
		if !able(o.Op) {
			continue
		}
		h := hint(t, o)
		if line != "" {
			h = t.Screen.Hint.Render(gap) + h
		}
		if ansi.StringWidth(" "+line+h+gap+help) <= width {
			line += h
		}
	}
	switch {
	case help == "":
		return " " + line
	case line == "":
		return Cut(" "+help, width)
	}
	return " " + line + t.Screen.Hint.Render(gap) + help
}

func hint(t *theme.Theme, h keys.Hint) string {
	return t.Screen.Key.Render(h.Key) + t.Screen.Hint.Render(" "+h.Word)
}
