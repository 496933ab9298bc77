package render

import (
	"strings"

	"lede/ui/render/cells"
)

// retab gives what is copied of code the tabs that it was written with: rows have
// blanks for them.
func retab(rows []row, tabbed string) {
	if !strings.Contains(tabbed, "\t") {
		return
	}
	text, origin := expandTabs(tabbed), origins(tabbed)
	at, lead := 0, ""
	if len(rows) > 0 && len(rows[0].segments) > 0 {
		lead, rows[0].segments[0].glue = rows[0].segments[0].glue, ""
		defer func() { rows[0].segments[0].glue = lead }()
	}
	for _, r := range rows {
		for i := range r.segments {
			s := &r.segments[i]
			end := at + len(s.glue) + len(s.text)
			if end > len(text) || text[at:end] != s.glue+s.text {
				return // not all of it shows: blanks stay
			}
			begin := at + len(s.glue)
			s.tab = cells.Of(text[strings.LastIndexByte(text[:begin], '\n')+1 : begin])
			s.glue, s.text = tabbed[origin[at]:origin[begin]], tabbed[origin[begin]:origin[end]]
			at = end
		}
	}
}

// origins is where in a text with tabs each byte of the text with blanks for them
// comes from, and the end of both.
func origins(tabbed string) []int {
	out := make([]int, 0, 2*len(tabbed))
	at := 0
	for line := range strings.SplitSeq(tabbed, "\n") {
		column := 0
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				n := tabStop - column%tabStop
				column += n
				for out = append(out, at); n > 1; n-- {
					out = append(out, at+1)
				}
				at++
			}
			for range len(part) {
				out = append(out, at)
				at++
			}
			column += cells.Of(part)
		}
		out = append(out, at) // of the newline, or the end
		at++
	}
	return out
}
