package syntax

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark-emoji/definition"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// emojiParser reads the names that code forges have for emoji, such as :smile:,
// where they are words of their own. Other words between colons stay.
type emojiParser struct{}

func (emojiParser) Trigger() []byte { return []byte{':'} }

func (emojiParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	const longest = 40
	line, _ := block.PeekLine()
	before := block.PrecendingCharacter()
	end := bytes.IndexByte(line[1:min(len(line), longest)], ':') + 1
	if end < 2 || unicode.IsDigit(before) || unicode.IsLetter(before) && !isCJK(before) {
		return nil
	}
	name := string(line[1:end])
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_+-") != "" {
		return nil
	}
	emoji, ok := definition.Github().Get(name)
	if !ok || !emoji.IsUnicode() {
		return nil
	}
	block.Advance(end + 1)
	return ast.NewString([]byte(string(emoji.Unicode)))
}
