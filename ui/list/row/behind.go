package row

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
)

// behindForms are the ways to say what stands behind a row, the longest first; none where
// nothing does.
func behindForms(b articles.Behind) []string {
	copies, folded := "+"+strconv.Itoa(b.Copies), "+"+chrome.Grouped(b.Folded)
	with := folded + " added with it"
	var forms []string
	for n := len(b.Sources); n > 0; n-- {
		also := copies + " also in " + strings.Join(b.Sources[:n], ", ")
		if n < b.Copies {
			also += " …"
		}
		forms = append(forms, also)
	}
	switch {
	case b.Copies > 0 && b.Folded > 0:
		for i := range forms {
			forms[i] += " · " + with
		}
		return append(forms, copies+" · "+with, copies+" "+folded)
	case b.Copies > 0:
		return append(forms, copies)
	case b.Folded > 0:
		return []string{with, folded}
	}
	return nil
}

// stack is the title of a row and behind it, where that is, what stands behind the row: in
// few words, unless there is room for more.
func (t *Table) stack(r *articles.Row, look Look, width int) string {
	forms := behindForms(r.Behind)
	if forms == nil {
		return t.title(r, look, width)
	}
	say, room := forms[len(forms)-1], width-ansi.StringWidth(r.Title)-gap
	for _, form := range forms {
		if ansi.StringWidth(form) <= room {
			say = form
			break
		}
	}
	say = chrome.Cut(say, width)
	return t.title(r, look, max(0, width-gap-ansi.StringWidth(say))) + strings.Repeat(" ", gap) + t.theme.Screen.Meta.Render(say)
}
