package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// KindMaths is the kind of [Maths].
var KindMaths = ast.NewNodeKind("Maths")

// Maths is a formula, its words as they are written.
type Maths struct {
	ast.BaseInline
	// Display says that the formula is a paragraph of its own; the signs around
	// it, which are $$, are then not among its words.
	Display bool
}

// Kind implements ast.Node.
func (n *Maths) Kind() ast.NodeKind { return KindMaths }

// Dump implements ast.Node.
func (n *Maths) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// say adds a line of words, of which there may be none.
func (n *Maths) say(line text.Segment, src []byte) {
	line = line.TrimLeftSpace(src)
	if line = line.TrimRightSpace(src); line.IsEmpty() {
		return
	}
	if last, ok := n.LastChild().(*ast.Text); ok {
		last.SetHardLineBreak(true)
	}
	n.AppendChild(n, ast.NewRawTextSegment(line))
}

// mathsParser leaves $…$ and $$…$$ as they are written: their stars and
// underlines mean no emphasis. As Pandoc has it, no blank stands inside the
// dollars, and no digit behind them: "$5 or $10" is money.
type mathsParser struct{}

func (mathsParser) Trigger() []byte { return []byte{'$'} }

func (mathsParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if bytes.HasPrefix(line, []byte("$$")) {
		return display(parent, block)
	}
	end := 1
	for end < len(line) && line[end] != '$' {
		if line[end] == '\\' {
			end++
		}
		end++
	}
	if end < 2 || end >= len(line) || util.IsSpace(line[1]) || util.IsSpace(line[end-1]) ||
		end+1 < len(line) && '0' <= line[end+1] && line[end+1] <= '9' {
		return nil
	}
	block.Advance(end + 1)
	maths := &Maths{}
	maths.say(segment.WithStop(segment.Start+end+1), block.Source())
	return maths
}

// display reads $$…$$, which may go over several lines.
func display(parent ast.Node, block text.Reader) ast.Node {
	const signs = len("$$")
	src := block.Source()
	var lines []text.Segment
	for from := signs; ; from = 0 {
		line, segment := block.PeekLine()
		if line == nil {
			return nil
		}
		if end := bytes.Index(line[min(from, len(line)):], []byte("$$")); end >= 0 {
			end += from + signs
			block.Advance(end)
			lines = append(lines, segment.WithStop(segment.Start+end))
			break
		}
		lines = append(lines, segment)
		block.AdvanceLine()
	}
	maths := &Maths{Display: parent.Kind() == ast.KindParagraph && !parent.HasChildren() && atEnd(block)}
	if maths.Display {
		first, last := &lines[0], &lines[len(lines)-1]
		*first = first.WithStart(first.Start + signs)
		*last = last.WithStop(last.Stop - signs)
	}
	for _, line := range lines {
		maths.say(line, src)
	}
	if !maths.HasChildren() {
		return nil
	}
	return maths
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
