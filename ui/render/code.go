package render

import (
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/find"
)

const (
	tabStop = 4
	// mostColoured is the longest code that is coloured, in bytes: a lexer
	// takes about 3 ms a kilobyte, and beyond this a reader would feel it.
	// Package markdown parts longer code where it can.
	mostColoured = 8 << 10
	wrapMark     = "↪"
	wrapWidth    = 2 // cells of the mark and a blank
)

// code sets a block of code between two rules, with its label on the upper one.
// Lines that are too long go on behind a mark, so that all of the code is on the
// screen; or they are cut, and shifted sideways.
func (s *setter) code(source, language, label string, width int) []row {
	source = s.codeText(source)
	left := 0
	if width >= 40 {
		left = 2
	}
	rows := s.ruleWith(label, width)
	margin := strings.Repeat(" ", left)
	words := s.coloured(source, language)
	words.unplaced = s.unplaced
	for _, r := range s.codeRows(words, width-left, left) {
		rows = append(rows, indent([]row{r}, margin, margin, left)...)
	}
	return append(rows, s.ruleWith("", width)...)
}

// codeText is code as it is set: clean, with blanks for tabs, and without the
// empty lines at its end.
func (s *setter) codeText(source string) string {
	source = strings.TrimSuffix(expandTabs(articles.Clean(source)), "\n")
	if !s.goesOn {
		source = strings.TrimRight(source, "\n ")
	}
	return source
}

// codeRows sets code in lines of so many cells, with blanks before them.
func (s *setter) codeRows(t *text, width, blanks int) []row {
	mark := dye(wrapMark, s.inks.of(codeBar, 0)) + " "
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
	shift := &reach{longest - width}
	for i, r := range rows {
		if r.width > 0 {
			rows[i] = r.stripped(0, width, shift)
			rows[i].strip.lead = blanks
		}
	}
	return rows
}

// ruleWith is a rule with a label in it, or without one that is too long: a
// search counts its words all the same.
func (s *setter) ruleWith(label string, width int) []row {
	const lead = "── "
	bar, fits := s.inks.of(codeBar, 0), cells(label)+5 <= width
	r := row{text: dye(strings.Repeat("─", width), bar), width: width}
	if label != "" && fits {
		r.text = dye(lead, bar) + dye(label, s.inks.of(meta, 0)) + dye(" "+strings.Repeat("─", width-cells(label)-4), bar)
	}
	if fits {
		r.say(label, cells(lead), cells(label), true)
	} else {
		r.said = find.Of(label)
	}
	return []row{r}
}

// parted takes the rules of a block of code off where it goes on.
func parted(n ast.Node, rows []row, above, below bool) []row {
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

// coloured has Glamour colour the code by its language; what has none, or is
// too long, stays in one colour.
func (s *setter) coloured(source, language string) (t *text) {
	plain := s.inks.of(codeText, 0)
	theme := s.inks.theme.Chroma
	if theme == "" || language == "" || len(source) > mostColoured || !s.canColor(language) {
		t = &text{}
		t.add(source, ink{sgr: plain})
		return t
	}
	defer func() {
		rest, same := "", false
		if recover() == nil {
			rest, same = strings.CutPrefix(source, string(t.words))
		}
		if !same || strings.Trim(rest, "\n ") != "" { // a lexer panicked or changed the text
			t, rest = &text{}, source
		}
		t.add(rest, ink{sgr: plain})
	}()
	styles := s.inks.theme.Glamour
	styles.CodeBlock = ansi.StyleCodeBlock{Theme: theme}
	var out bytes.Buffer
	block := &ansi.CodeBlockElement{Code: source, Language: language}
	ctx := ansi.NewRenderContext(ansi.Options{Styles: styles, ChromaFormatter: "terminal16m"})
	if err := block.Render(&out, ctx); err != nil {
		return &text{}
	}
	t = unstyle(out.String(), plain, s.inks.fitted)
	t.words = bytes.TrimRight(t.words, "\n ")
	return t
}

// canColor reports whether there is a lexer for a language, and it is ready.
func (s *setter) canColor(language string) bool {
	lexer := lexers.Get(language)
	return lexer != nil && s.lexers.isReady(lexer.Config().Name)
}

// unstyle takes apart what a formatter of ours wrote: text and SGR. Text it
// left without a style gets plain.
func unstyle(s, plain string, fitted func(sgr string) string) *text {
	var t text
	params := ""
	for s != "" {
		at := strings.Index(s, "\x1b[")
		if at < 0 {
			at = len(s)
		}
		sgr := plain
		if params != "" {
			sgr = fitted("\x1b[" + params + "m")
		}
		t.add(s[:at], ink{sgr: sgr})
		s = s[at:]
		end := strings.IndexByte(s, 'm')
		if end < 0 {
			break
		}
		switch p := s[2:end]; {
		case p == "" || p == "0":
			params = ""
		case isParams(p):
			params = strings.Trim(params+";"+p, ";")
		}
		s = s[end+1:]
	}
	return &t
}

// expandTabs puts blanks for tabs, up to the next stop.
func expandTabs(s string) string {
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
				n := tabStop - column%tabStop
				b.WriteString(strings.Repeat(" ", n))
				column += n
			}
			b.WriteString(part)
			column += cells(part)
		}
	}
	return b.String()
}
