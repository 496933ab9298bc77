package dialect

import (
	"slices"
	"strings"
)

// orgBlock is what Logseq took over from Org: lines between #+BEGIN_QUOTE and
// #+END_QUOTE, or the like, which become a quote, a notice or code.
func (w *writer) orgBlock(line, text string) bool {
	lead := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	inside := lead
	if rest, ok := strings.CutPrefix(text, "- "); ok {
		text, lead, inside = strings.TrimLeft(rest, " "), lead+"- ", lead+"  "
	}
	const begin = "#+BEGIN_"
	if len(text) <= len(begin) || !strings.EqualFold(text[:len(begin)], begin) {
		return false
	}
	name, language, _ := strings.Cut(text[len(begin):], " ")
	name = strings.ToUpper(name)
	isCode := name == "SRC" || name == "EXAMPLE"
	if !isCode && !slices.Contains([]string{"QUOTE", "NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"}, name) {
		return false
	}
	end := w.ahead("#+END_"+name, func(s string) bool { return strings.EqualFold(s, "#+END_"+name) })
	if end < 0 {
		return false
	}
	first := w.at - 1 // the line of the beginning
	w.at = first
	if isCode {
		w.lines[first], w.lines[end] = lead+"```"+strings.TrimSpace(language)+"\n", inside+"```\n"
		return true
	}
	for n := first + 1; n < end; n++ {
		w.lines[n] = inside + "> " + strings.TrimLeft(w.lines[n], " \t")
	}
	w.lines[first], w.lines[end] = lead+"> [!"+name+"]\n", "\n"
	if name == "QUOTE" && first+1 < end {
		w.lines[first], w.lines[first+1] = "\n", lead+strings.TrimPrefix(w.lines[first+1], inside)
	}
	return true
}
