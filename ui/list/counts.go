package list

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/chrome"
	"lede/ui/keys"
)

// asked is the query as one reads it: whose copies it asks for is told by the title, and
// not by the id.
func (l *List) asked() string {
	text := l.filter.prompt.Text()
	before, rest, asks := strings.Cut(text, copies)
	if !asks || !l.filter.on() || l.filter.found.Original == "" {
		return text
	}
	const widest = 40 // columns of the title
	id := strings.IndexAny(rest+" ", " )|")
	return before + copiesOf + "“" + chrome.Cut(l.filter.found.Original, widest) + "”" + rest[id:]
}

// said is what stands behind the words of the filter, in a line of so many columns. What
// matches is counted, and apart from it what else stands in the list; where there is no
// room for more, the numbers alone are told.
func (l *List) said(width int) string {
	f := &l.filter
	switch {
	case f.mistake != "":
		return f.mistake
	case !f.on():
		return ""
	}
	matches, hint := l.matches(), ""
	also, briefly, others := "", "", len(f.found.Near)+f.alike
	if near := len(f.found.Near); near > 0 {
		also = " · did you mean " + l.meant() + "? " + chrome.Grouped(near)
		briefly = " · " + l.meant() + "? " + chrome.Grouped(near)
	}
	if f.alike > 0 {
		also += " · " + chrome.Grouped(f.alike) + " with these letters in the title"
		briefly += " · " + chrome.Grouped(f.alike) + " by letters"
	}
	if f.beyond.n > 0 {
		matches += " · " + chrome.Grouped(f.beyond.n) + " " + f.beyond.place
	}
	if others == 0 && len(f.found.Keys) == 0 && l.offersAdding() {
		hint = " · " + l.names.Said(keys.Accept, keys.InPrompt) + " adds it"
	}
	if l.mode != filtering {
		hint += " · " + l.names.Said(keys.Clear, keys.InList) + " shows all"
	}
	if f.found.Short {
		hint += " · in texts only as a word"
	}
	room := width - f.prompt.Least(l.asked())
	for _, said := range []string{matches + also + hint, matches + also, matches + briefly} {
		if ansi.StringWidth(said) <= room {
			return said
		}
	}
	if others > 0 {
		return chrome.Grouped(len(f.found.Keys)) + " + " + chrome.Grouped(others)
	}
	return counted(len(f.found.Keys), "match", "matches")
}

// matches counts what has the words as they were typed, and what has other forms of them.
func (l *List) matches() string {
	n, literal := len(l.filter.found.Keys), l.filter.found.Literal
	switch {
	case literal < n && literal > 0:
		return chrome.Grouped(literal) + " · " + chrome.Grouped(n-literal) + " by other forms"
	case literal < n:
		return counted(n, "match", "matches") + " by other forms"
	}
	return counted(n, "match", "matches")
}

// meant is what may have been meant, without what the tab asks for.
func (l *List) meant() string {
	base := l.base().On(l.listing.Shelf)
	base.Ordered = false
	return strings.TrimPrefix(l.filter.found.Meant, base.String()+" ")
}

// counted is a number of things: "1 match", "1,240 matches".
func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return chrome.Grouped(n) + " " + several
}
