package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// dialect is CommonMark with GFM tables, strikethrough, bare links and task
// lists, footnotes, wikilinks and by-lines of quotes. Headings get no ids:
// making them unique is quadratic in goldmark.
var dialect = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM),
		goldmark.WithParserOptions(
			parser.WithBlockParsers(util.Prioritized(noteParser{}, 999)),
			parser.WithInlineParsers(
				util.Prioritized(noteMarkParser{}, 101),
				util.Prioritized(wikilinkParser{}, 102),
			),
			parser.WithASTTransformers(util.Prioritized(byLines{}, 500)),
		),
	).Parser()
})
