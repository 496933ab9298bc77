package cells

import "strings"

// TabStop is how many columns one stop of tabs is behind the other.
const TabStop = 4

// ExpandTabs puts blanks for tabs, up to the next stop.
func ExpandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		column := 0
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				n := TabStop - column%TabStop
				b.WriteString(strings.Repeat(" ", n))
				column += n
			}
			b.WriteString(part)
			column += Of(part)
		}
	}
	return b.String()
}

// TabOrigins is where in a text with tabs each byte of the text with blanks for them
// comes from, and the end of both.
func TabOrigins(tabbed string) []int {
	out := make([]int, 0, 2*len(tabbed))
	at := 0
	for line := range strings.SplitSeq(tabbed, "\n") {
		column := 0
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				n := TabStop - column%TabStop
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
			column += Of(part)
		}
		out = append(out, at) // of the newline, or the end
		at++
	}
	return out
}
