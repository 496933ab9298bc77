package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// wikilinkParser reads [[Target]], [[Target#Part]] and [[Target|words]] as
// links to Target. A reference link in brackets, [[words]] with a definition of
// "words", stays what CommonMark makes of it.
type wikilinkParser struct{}

func (wikilinkParser) Trigger() []byte { return []byte{'[', '!'} }

func (wikilinkParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	picture := len(line) > 0 && line[0] == '!'
	skip := 0
	if picture {
		skip = 1
	}
	if !bytes.HasPrefix(line[skip:], []byte("[[")) {
		return nil
	}
	inside := line[skip+2:]
	end := bytes.IndexAny(inside, "[]\n")
	if end < 1 || !bytes.HasPrefix(inside[end:], []byte("]]")) {
		return nil
	}
	after := inside[end+2:]
	if len(after) > 0 && (after[0] == '(' || after[0] == '[' || after[0] == ':') {
		return nil
	}
	words := inside[:end]
	if _, ok := pc.Reference(util.ToLinkReference(words)); ok {
		return nil
	}
	target, shown := words, words
	if bar := bytes.IndexByte(words, '|'); bar >= 0 {
		target, shown = words[:bar], words[bar+1:]
	}
	if hash := bytes.IndexByte(target, '#'); hash > 0 {
		target = target[:hash]
	}
	if util.IsBlank(target) || util.IsBlank(shown) {
		return nil
	}
	start := segment.Start + skip + 2 + bytes.LastIndex(words, shown)
	block.Advance(skip + 2 + end + 2)
	link := ast.NewLink()
	link.Destination = bytes.TrimSpace(target)
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(start, start+len(shown))))
	if picture {
		return ast.NewImage(link)
	}
	return link
}
