package syntax

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
)

// addLine adds a line of words, of which there may be none.
func addLine(n *nodes.Maths, line text.Segment, src []byte) {
	line = line.TrimLeftSpace(src)
	if line = line.TrimRightSpace(src); line.IsEmpty() {
		return
	}
	if last, ok := n.LastChild().(*ast.Text); ok {
		last.SetHardLineBreak(true)
	}
	n.AppendChild(n, ast.NewRawTextSegment(line))
}

// mathsParser leaves formulas as they are written: their stars and underlines
// mean no emphasis. They stand in $…$ and $$…$$, as Pandoc has it with no blank
// inside the dollars and no digit behind them, for "$5 or $10" is money; in \(…\)
// and \[…\], when there is a sign of formulas in them, for a backslash also keeps
// brackets from being a link; and from \begin{…} to \end{…}.
type mathsParser struct{}

func (mathsParser) Trigger() []byte { return []byte{'$', '\\'} }

func (mathsParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	for _, pair := range [...][2]string{{"$$", "$$"}, {`\[`, `\]`}, {`\begin{`, `\end{`}} {
		if bytes.HasPrefix(line, []byte(pair[0])) {
			return display(parent, block, pair[0], pair[1])
		}
	}
	if bytes.HasPrefix(line, []byte(`\(`)) {
		end := bytes.Index(line[:min(len(line), mostInLine)], []byte(`\)`))
		if end < 0 || !isFormula(string(line[2:end])) {
			return nil
		}
		block.Advance(end + 2)
		maths := &nodes.Maths{}
		addLine(maths, segment.WithStop(segment.Start+end+2), block.Source())
		return maths
	}
	if line[0] != '$' { // before the end is looked for: a line may have many backslashes
		return nil
	}
	end := 1
	for end < len(line) && line[end] != '$' {
		if line[end] == '\\' {
			end++
		}
		end++
	}
	if end < 2 || end >= len(line) || util.IsSpace(line[1]) || util.IsSpace(line[end-1]) ||
		end+1 < len(line) && '0' <= line[end+1] && line[end+1] <= '9' || otherwise(unticked(line[1:end])) {
		return nil
	}
	block.Advance(end + 1)
	maths := &nodes.Maths{}
	addLine(maths, segment.WithStop(segment.Start+end+1), block.Source())
	return maths
}

// mostInLine is how long, in bytes, a formula of TeX may be within a line.
const mostInLine = 500

// isFormula reports whether what stands in \(…\) or \[…\] is no prose: it has a
// command of TeX, or a sign that formulas have; or it is a name.
func isFormula(words string) bool {
	bare := strings.TrimSpace(words)
	if bare == "" || strings.Contains(bare, "](") || otherwise([]byte(bare)) {
		return false
	}
	for i := 0; i+1 < len(bare); i++ {
		if bare[i] != '\\' {
			continue
		}
		if strings.IndexByte("_*[]`<>#", bare[i+1]) >= 0 {
			return false // prose, its signs kept from being markup
		}
		if util.IsAlphaNumeric(bare[i+1]) {
			return true
		}
		i++
	}
	return strings.ContainsAny(bare, "^_=*+/<>{}") || len(bare) == 1 && util.IsAlphaNumeric(bare[0])
}

// unticked is a formula of GitLab without the signs of code that stand inside its
// dollars.
func unticked(words []byte) []byte {
	if n := len(words); n > 2 && words[0] == '`' && words[n-1] == '`' {
		return words[1 : n-1]
	}
	return words
}

// otherwise reports whether CommonMark would read other words than are written:
// entities, and code that goes on behind the formula.
func otherwise(words []byte) bool {
	if bytes.IndexByte(words, '`') >= 0 {
		return true
	}
	for at := 0; ; at++ {
		i := bytes.IndexByte(words[at:], '&')
		if i < 0 {
			return false
		}
		at += i
		if _, n := plain.Entity(words[at:]); n > 0 {
			return true
		}
	}
}

// display reads what may go over several lines, between two signs. Those of TeX
// are of a formula only when it is a paragraph of its own.
func display(parent ast.Node, block text.Reader, open, close string) ast.Node {
	src := block.Source()
	first := !parent.HasChildren() && (parent.Kind() == ast.KindParagraph || parent.Kind() == ast.KindTextBlock)
	var lines []text.Segment
	for from := len(open); ; from = 0 {
		line, segment := block.PeekLine()
		if line == nil || from == 0 && !first && open != "$$" {
			return nil
		}
		if !first && open != "$$" {
			line = line[:min(len(line), mostInLine)]
		}
		end := bytes.Index(line[min(from, len(line)):], []byte(close))
		if end >= 0 {
			end += from
		}
		if otherwise(line[:max(end, 0)]) || end < 0 && otherwise(line) {
			return nil
		}
		if end >= 0 {
			end += len(close)
			if brace := bytes.IndexByte(line[end:], '}'); close[len(close)-1] == '{' && brace >= 0 {
				end += brace + 1
			}
			block.Advance(end)
			lines = append(lines, segment.WithStop(segment.Start+end))
			break
		}
		lines = append(lines, segment)
		block.AdvanceLine()
	}
	maths := &nodes.Maths{Display: first && atEnd(block)}
	if open == `\[` && !bracketed(lines, src, maths.Display) {
		return nil
	}
	if maths.Display && open != `\begin{` {
		first, last := &lines[0], &lines[len(lines)-1]
		*first = first.WithStart(first.Start + len(open))
		*last = last.WithStop(last.Stop - len(close))
	}
	for _, line := range lines {
		addLine(maths, line, src)
	}
	if !maths.HasChildren() {
		return nil
	}
	return maths
}

// bracketed reports whether what stands in \[…\] is a formula: that has a sign of
// one, and blanks inside the brackets where words stand beside them.
func bracketed(lines []text.Segment, src []byte, alone bool) bool {
	var b []byte
	for _, line := range lines {
		b = append(b, line.Value(src)...)
	}
	inner := b[2 : len(b)-2]
	return isFormula(string(inner)) && (alone || len(inner) > 2 && util.IsSpace(inner[0]) && util.IsSpace(inner[len(inner)-1]))
}

// atEnd reports whether nothing but blanks follows in the block.
func atEnd(block text.Reader) bool {
	line, at := block.Position()
	defer block.SetPosition(line, at)
	for {
		rest, _ := block.PeekLine()
		if rest == nil {
			return true
		}
		if !util.IsBlank(rest) {
			return false
		}
		block.AdvanceLine()
	}
}
