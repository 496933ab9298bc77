package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// wikilinkParser reads [[Target]] and [[Target#Part]] as links, and with a ! before
// them. All that stands in the brackets is shown: that [[Target|words]] shows its
// words alone, and ![[Target]] what is there, is for vaults, whose texts are acted
// out when they are imported. With blanks at its edges, as in [[ -f x ]], it is no
// link but what stands there. A reference link in brackets, [[words]] with a
// definition of "words", stays what CommonMark makes of it.
type wikilinkParser struct{}

func (wikilinkParser) Trigger() []byte { return []byte{'[', '!'} }

func (wikilinkParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	skip := 0
	if line[0] == '!' {
		skip = 1
	}
	if !bytes.HasPrefix(line[skip:], []byte("[[")) {
		return nil
	}
	inside := line[skip+2:]
	end := bytes.IndexAny(inside, "[]\n`<")
	if end < 1 || !bytes.HasPrefix(inside[end:], []byte("]]")) {
		return nil
	}
	after := inside[end+2:]
	if len(after) > 0 && (after[0] == '(' || after[0] == '[' || after[0] == ':') {
		return nil
	}
	words := inside[:end]
	if util.IsSpace(words[0]) || util.IsSpace(words[end-1]) {
		return nil
	}
	if _, ok := pc.Reference(util.ToLinkReference(words)); ok {
		return nil
	}
	target, _, _ := bytes.Cut(words, []byte{'|'})
	if target = bytes.TrimSpace(bytes.TrimSuffix(target, []byte{'\\'})); len(target) == 0 {
		return nil
	}
	start := segment.Start + skip + 2
	block.Advance(skip + 2 + end + 2)
	link := ast.NewLink()
	link.Destination = target
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(start, start+len(words))))
	return link
}
