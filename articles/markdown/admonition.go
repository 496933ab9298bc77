package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/articles"
)

// admonitions are the notes of an author as Python-Markdown has them, and with
// it MkDocs: a line such as
//
//	!!! note "Its title"
//
// or, where a page folds them, with ??? or ???+; the lines below stand in by
// four columns.
type admonitions struct{}

// admonitionIndent is how far what an admonition holds stands in, in columns.
const admonitionIndent = 4

func (admonitions) Trigger() []byte { return []byte{'!', '?'} }

func (admonitions) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := r.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	note := admonition(string(line[pos:]))
	if note == nil || !indentedBelow(r.Source()[segment.Stop:]) {
		return nil, parser.NoChildren
	}
	r.Advance(len(bytes.TrimRight(line, "\n")))
	return note, parser.HasChildren
}

// Continue is as for the text of a footnote.
func (admonitions) Continue(n ast.Node, r text.Reader, pc parser.Context) parser.State {
	return noteParser{}.Continue(n, r, pc)
}

func (admonitions) Close(ast.Node, text.Reader, parser.Context) {}

func (admonitions) CanInterruptParagraph() bool { return true }

func (admonitions) CanAcceptIndentedLine() bool { return false }

// admonition is what a line begins, under its title or else its kind; nil when it
// begins none.
func admonition(line string) *Container {
	line = strings.TrimRight(line, " \t\n")
	n := &Container{Name: "aside"}
	rest, ok := strings.CutPrefix(line, "!!!")
	if !ok {
		n.Name = "details"
		if rest, ok = strings.CutPrefix(line, "???"); !ok {
			return nil
		}
		rest = strings.TrimPrefix(rest, "+")
	}
	kinds, title, titled := strings.Cut(strings.TrimPrefix(rest, " "), `"`)
	kind, _, _ := strings.Cut(kinds, " ")
	if kind == "" || strings.Trim(kinds, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_- ") != "" {
		return nil
	}
	n.Label = strings.ToUpper(kind[:1]) + kind[1:]
	if titled {
		if title, ok = strings.CutSuffix(title, `"`); !ok {
			return nil
		}
		n.Label = articles.CleanLine(title)
	}
	return n
}

// indentedBelow reports whether the first line with words in what follows, or
// the one below a blank line, stands in.
func indentedBelow(rest []byte) bool {
	for range 2 {
		line, below, _ := bytes.Cut(rest, []byte("\n"))
		if !util.IsBlank(line) {
			indent, _ := util.IndentWidth(line, 0)
			return indent >= admonitionIndent
		}
		rest = below
	}
	return false
}
