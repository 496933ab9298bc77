package render

import (
	"bytes"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/charmbracelet/colorprofile"
	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/find"
	"lede/ui/render/cells"
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
	tabbed := s.trimCode(source)
	source = expandTabs(tabbed)
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
		rows = append(rows, indent([]row{r}, margin, margin, left)...)
	}
	return append(rows, s.ruleWith("", width)...)
}

// codeText is code as it is set: clean, without the empty lines at its end, and
// with blanks for tabs.
func (s *setter) codeText(source string) string { return expandTabs(s.trimCode(source)) }

func (s *setter) trimCode(source string) string {
	source = strings.TrimSuffix(articles.Clean(source), "\n")
	if !s.goesOn {
		source = strings.TrimRight(source, "\n\t ")
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
	bar, fits := s.inks.of(codeBar, 0), cells.Of(label)+5 <= width
	r := row{text: dye(strings.Repeat("─", width), bar), width: width}
	if label != "" && fits {
		r.text = dye(lead, bar) + dye(label, s.inks.of(meta, 0)) + dye(" "+strings.Repeat("─", width-cells.Of(label)-4), bar)
	}
	if fits {
		r.say(label, cells.Of(lead), cells.Of(label), true)
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

// coloured is code in the colours of its language; what has none, or is too long,
// stays in one colour.
func (s *setter) coloured(source, language string) (t *text) {
	plain := s.inks.of(codeText, 0)
	lexer := s.lexer(source, language)
	t = &text{}
	if lexer == nil {
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
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, source)
	if err != nil {
		return t
	}
	for token := tokens(); token != chroma.EOF; token = tokens() {
		t.add(token.Value, ink{sgr: s.inks.of(partOfCode(token.Type), 0)})
	}
	t.words = bytes.TrimRight(t.words, "\n ")
	return t
}

// lexer is what colours code by its language; nil, when none is to, or it is not
// ready.
func (s *setter) lexer(source, language string) chroma.Lexer {
	if language == "" || len(source) > mostColoured || s.inks.profile == colorprofile.NoTTY {
		return nil
	}
	lexer := lexers.Get(language)
	if lexer == nil || !s.lexers.isReady(lexer.Config().Name) {
		return nil
	}
	return lexer
}

// partOfCode is what a token is to a reader. Names that are only used, and signs,
// stand in the ink of the text: colour for all would be colour for nothing.
func partOfCode(t chroma.TokenType) role {
	switch {
	case t == chroma.GenericInserted:
		return codeAdded
	case t == chroma.GenericDeleted || t == chroma.GenericError:
		return codeRemoved
	case t == chroma.GenericHeading || t == chroma.GenericSubheading:
		return codeName
	case t.InSubCategory(chroma.CommentPreproc):
		return codeKeyword
	case t.InCategory(chroma.Comment):
		return codeComment
	case t == chroma.KeywordConstant || t == chroma.NameConstant || t.InSubCategory(chroma.LiteralNumber) || t == chroma.LiteralDate:
		return codeNumber
	case t == chroma.KeywordType || t == chroma.NameBuiltin || t == chroma.NameClass || t == chroma.NameFunction || t == chroma.NameAttribute || t == chroma.NameDecorator:
		return codeName
	case t.InCategory(chroma.Keyword) || t == chroma.NameTag || t == chroma.OperatorWord:
		return codeKeyword
	case t.InSubCategory(chroma.LiteralString):
		return codeString
	}
	return body
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
			column += cells.Of(part)
		}
	}
	return b.String()
}
