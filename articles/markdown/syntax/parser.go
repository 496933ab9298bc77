// Package syntax parses Markdown: goldmark with the additions that lede reads,
// and without what would cost it the square of a text. Whatever it adds, no word
// that CommonMark shows is left out.
package syntax

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/articles/markdown/nodes"
)

// dialect is CommonMark with GFM tables, strikethrough, bare links and task
// lists, footnotes, wikilinks, formulas, definition lists, marked words, raised
// and lowered ones, emoji by their names, and by-lines of quotes. None of them
// leaves out a word that CommonMark would show. Headings get no ids: making them unique is quadratic in
// goldmark.
var dialect = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(wholeRows{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(playerTags{}, 200),
			util.Prioritized(raisedTags{}, 300),
			util.Prioritized(meanings{}, 400),
			util.Prioritized(byLines{}, 500),
		),
	)
})

func inlineParsers() []util.PrioritizedValue {
	return boundedAll(append(parser.DefaultInlineParsers(),
		util.Prioritized(spacedBox{extension.NewTaskCheckBoxParser()}, 0),
		util.Prioritized(mathsParser{}, 99),
		util.Prioritized(noteMarkParser{}, 101),
		util.Prioritized(wikilinkParser{}, 102),
		util.Prioritized(raisedParser{}, 490),
		util.Prioritized(emphasisSigns(), 495),
		util.Prioritized(struckSigns(), 500),
		util.Prioritized(markSigns(), 501),
		util.Prioritized(addressParser{}, 990),
		util.Prioritized(emojiParser{}, 991),
	)...)
}

// spacedBox is the box of a task, with a blank behind it as GFM has it: "[x](there)"
// is a link.
type spacedBox struct{ parser.InlineParser }

// Parse implements [parser.InlineParser].
func (p spacedBox) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); len(line) > 3 && !util.IsSpace(line[3]) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// blockParsers are those of CommonMark, quotes and lists only so deep, and
// footnotes.
func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(underTable{parser.NewSetextHeadingParser()}, 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(shallow{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(noteParser{}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

// deepest is how many quotes and lists may stand one in the other.
// What is deeper nobody can read, and it costs a parser the square of its depth:
// the signs of deeper ones are text.
const deepest = 64

// shallow keeps a container from opening where it would be too deep.
type shallow struct{ parser.BlockParser }

func (p shallow) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		switch n.Kind() {
		case ast.KindBlockquote, ast.KindList, nodes.KindContainer:
			depth++
		}
	}
	if depth >= deepest {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, r, pc)
}
