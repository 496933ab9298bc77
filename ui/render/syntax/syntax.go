// Package syntax tells what the parts of code are to a reader, by the rules of its
// language.
package syntax

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"lede/ui/render/style"
)

// mostColoured is the longest code that is coloured, in bytes: a lexer
// takes about 3 ms a kilobyte, and beyond this a reader would feel it.
// Package markdown parts longer code where it can.
const mostColoured = 8 << 10

// Part is a stretch of code.
type Part struct {
	Text string
	Role style.Role
}

// Parts are those of code in a language, in their order: all of the code. There are
// none of code that has no colours, is too long, or whose language is not ready.
func (x *Lexers) Parts(source, language string) (parts []Part) {
	lexer := x.lexer(source, language)
	if lexer == nil {
		return nil
	}
	defer func() {
		if recover() != nil { // a lexer panicked
			parts = nil
		}
	}()
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, source)
	if err != nil {
		return nil
	}
	const blanks = "\n " // a lexer may add them at the end, or drop them
	left := strings.TrimRight(source, blanks)
	end := source[len(left):]
	for token := tokens(); token != chroma.EOF; token = tokens() {
		n := min(len(token.Value), len(left))
		if token.Value[:n] != left[:n] || strings.Trim(token.Value[n:], blanks) != "" {
			return nil // it changed the text
		}
		parts = append(parts, Part{left[:n], roleOf(token.Type)})
		left = left[n:]
	}
	if left != "" {
		return nil
	}
	return append(parts, Part{end, style.CodeText})
}

// lexer is what colours code by its language; nil, when none is to, or it is not
// ready.
func (x *Lexers) lexer(source, language string) chroma.Lexer {
	if language == "" || len(source) > mostColoured {
		return nil
	}
	lexer := lexers.Get(language)
	if lexer == nil || !x.isReady(lexer.Config().Name) {
		return nil
	}
	return lexer
}

// roleOf is what a token is to a reader. Names that are only used, and signs,
// stand in the ink of the text: colour for all would be colour for nothing.
func roleOf(t chroma.TokenType) style.Role {
	switch {
	case t == chroma.GenericInserted:
		return style.CodeAdded
	case t == chroma.GenericDeleted || t == chroma.GenericError:
		return style.CodeRemoved
	case t == chroma.GenericHeading || t == chroma.GenericSubheading:
		return style.CodeName
	case t.InSubCategory(chroma.CommentPreproc):
		return style.CodeKeyword
	case t.InCategory(chroma.Comment):
		return style.CodeComment
	case t == chroma.KeywordConstant || t == chroma.NameConstant || t.InSubCategory(chroma.LiteralNumber) || t == chroma.LiteralDate:
		return style.CodeNumber
	case t == chroma.KeywordType || t == chroma.NameBuiltin || t == chroma.NameClass || t == chroma.NameFunction || t == chroma.NameAttribute || t == chroma.NameDecorator:
		return style.CodeName
	case t.InCategory(chroma.Keyword) || t == chroma.NameTag || t == chroma.OperatorWord:
		return style.CodeKeyword
	case t.InSubCategory(chroma.LiteralString):
		return style.CodeString
	}
	return style.Body
}
