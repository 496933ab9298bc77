package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/strip"
	"lede/ui/render/style"
)

const (
	wrapMark  = "↪"
	wrapWidth = 2 // cells of the mark and a blank
)

// code sets a block of code between two rules, with its label on the upper one.
// Lines that are too long go on behind a mark, so that all of the code is on the
// screen; or they are cut, and shifted sideways.
func (s *setter) code(source, language, label string, width int) []*row {
	tabbed := s.trimCode(source)
	source = cells.ExpandTabs(tabbed)
	left := 0
	if width >= 40 {
		left = 2
	}
	rows := s.ruleWith(label, width)
	margin := strings.Repeat(" ", left)
	words := s.coloured(source, language)
	words.unplaced = s.unplaced
	lines := s.codeRows(words, width-left, left)
	if !s.unplaced {
		retab(lines, tabbed)
	}
	for _, r := range lines {
		rows = append(rows, indent([]*row{r}, margin, margin, left)...)
	}
	return append(rows, s.ruleWith("", width)...)
}

// codeText is code as it is set: clean, without the empty lines at its end, and
// with blanks for tabs.
func (s *setter) codeText(source string) string { return cells.ExpandTabs(s.trimCode(source)) }

func (s *setter) trimCode(source string) string {
	source = strings.TrimSuffix(articles.Clean(source), "\n")
	if !s.goesOn {
		source = strings.TrimRight(source, "\n\t ")
	}
	return source
}

// codeRows sets code in lines of so many cells, with blanks before them.
func (s *setter) codeRows(t *text, width, blanks int) []*row {
	mark := style.Dye(wrapMark, s.inks.Of(style.CodeBar, 0)) + " "
	most := width
	if s.wholeCode || s.cut {
		most = len(t.words) + width // in bytes, and no cell is less than one
	}
	rows := t.hardWrap(most, mark)
	if !s.cut {
		return rows
	}
	if s.midLine { // the line was too long even for a part
		indent(rows[:1], mark, mark, wrapWidth)
	}
	longest := s.longest
	for _, r := range rows {
		longest = max(longest, r.width)
	}
	if longest <= width {
		return rows
	}
	shift := &strip.Reach{Most: longest - width}
	for _, r := range rows {
		if r.width > 0 {
			r.cut(0, width, shift)
			r.strip.Lead = blanks
		}
	}
	return rows
}

// ruleWith is a rule with a label in it, or without one that is too long: a
// search counts its words all the same.
func (s *setter) ruleWith(label string, width int) []*row {
	const lead = "── "
	bar, fits := s.inks.Of(style.CodeBar, 0), cells.Of(label)+5 <= width
	r := &row{text: style.Dye(strings.Repeat("─", width), bar), width: width}
	if label != "" && fits {
		r.text = style.Dye(lead, bar) + style.Dye(label, s.inks.Of(style.Meta, 0)) + style.Dye(" "+strings.Repeat("─", width-cells.Of(label)-4), bar)
	}
	if fits {
		r.say(label, cells.Of(lead), cells.Of(label), true)
	} else {
		r.said = find.Of(label)
	}
	return []*row{r}
}

// parted takes the rules of a block of code off where it goes on.
func parted(n ast.Node, rows []*row, above, below bool) []*row {
	if n.Kind() != ast.KindFencedCodeBlock || len(rows) < 2 {
		return rows
	}
	if above {
		rows = rows[1:]
	}
	if below {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// coloured is code in the colours of its language, or in one colour.
func (s *setter) coloured(source, language string) *text {
	t := &text{}
	if !s.inks.AreNone() {
		for _, p := range s.lexers.Parts(source, language) {
			t.add(p.Text, ink{sgr: s.inks.Of(p.Role, 0)})
		}
	}
	if len(t.words) == 0 {
		t.add(source, ink{sgr: s.inks.Of(style.CodeText, 0)})
	}
	return t
}

// retab gives what is copied of code the tabs that it was written with: rows have
// blanks for them.
func retab(rows []*row, tabbed string) {
	if !strings.Contains(tabbed, "\t") {
		return
	}
	text, origin := cells.ExpandTabs(tabbed), cells.TabOrigins(tabbed)
	at, lead := 0, ""
	if len(rows) > 0 && len(rows[0].segments) > 0 {
		lead, rows[0].segments[0].Glue = rows[0].segments[0].Glue, ""
		defer func() { rows[0].segments[0].Glue = lead }()
	}
	for _, r := range rows {
		for i := range r.segments {
			s := &r.segments[i]
			end := at + len(s.Glue) + len(s.Text)
			if end > len(text) || text[at:end] != s.Glue+s.Text {
				return // not all of it shows: blanks stay
			}
			begin := at + len(s.Glue)
			s.Tab = cells.Of(text[strings.LastIndexByte(text[:begin], '\n')+1 : begin])
			s.Glue, s.Text = tabbed[origin[at]:origin[begin]], tabbed[origin[begin]:origin[end]]
			at = end
		}
	}
}
