package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

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
	return ast.NewRawTextSegment(segment.WithStop(segment.Start + end + 1))
}

// display reads $$…$$, which may go over several lines.
func display(parent ast.Node, block text.Reader) ast.Node {
	var lines []*ast.Text
	from := 2
	for {
		line, segment := block.PeekLine()
		if line == nil {
			return nil
		}
		if end := bytes.Index(line[min(from, len(line)):], []byte("$$")); end >= 0 {
			end += from + 2
			for _, t := range lines {
				parent.AppendChild(parent, t)
			}
			block.Advance(end)
			return ast.NewRawTextSegment(segment.WithStop(segment.Start + end))
		}
		t := ast.NewRawTextSegment(segment.TrimRightSpace(block.Source()))
		t.SetHardLineBreak(true)
		lines = append(lines, t)
		from = 0
		block.AdvanceLine()
	}
}
