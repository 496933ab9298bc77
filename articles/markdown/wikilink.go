package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// wikilinkParser reads [[Target]], [[Target#Part]] and [[Target|words]] as
// links to Target, or to a part of it: a heading, or a block by its mark, as in
// [[Target#^mark]]. ![[picture.png]] is a picture; what else is embedded, such
// as another note, is linked to. A reference link in brackets, [[words]] with a
// definition of "words", stays what CommonMark makes of it.
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
	target, shown := cutWords(words)
	if util.IsBlank(target) || util.IsBlank(shown) {
		return nil
	}
	start := segment.Start + skip + 2 + bytes.LastIndex(words, shown)
	block.Advance(skip + 2 + end + 2)
	link := ast.NewLink()
	link.Destination = target
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(start, start+len(shown))))
	if picture && isMedia(target) {
		return ast.NewImage(link)
	}
	return link
}

// cutWords parts what stands in the brackets of a wikilink into its target and
// the words that show: those after the bar, which in a table has a backslash
// before it, or else the target, without the mark of a block. Of a path through
// headings, Note#One#Two, the target keeps the last.
func cutWords(words []byte) (target, shown []byte) {
	target, shown = words, words
	bar := bytes.IndexByte(words, '|')
	if bar >= 0 {
		target, shown = bytes.TrimSuffix(words[:bar], []byte{'\\'}), words[bar+1:]
	}
	target = bytes.TrimSpace(target)
	hash := bytes.IndexByte(target, '#')
	if hash < 0 {
		return target, shown
	}
	part := target[bytes.LastIndexByte(target, '#')+1:]
	switch {
	case bar >= 0:
	case hash == 0:
		shown = bytes.TrimLeft(part, "^")
	case len(part) > 0 && part[0] == '^':
		shown = target[:hash]
	}
	page := bytes.TrimSpace(target[:hash])
	return append(append(page[:len(page):len(page)], '#'), bytes.TrimSpace(part)...), shown
}

// isMedia reports whether what is embedded is a file with an extension that is
// no text's: a picture, a film, a drawing.
func isMedia(target []byte) bool {
	name, _, _ := bytes.Cut(target, []byte{'#'})
	dot := bytes.LastIndexByte(name, '.')
	if dot < 0 || len(name)-dot > 6 || bytes.ContainsAny(name[dot:], " /") {
		return false
	}
	switch string(bytes.ToLower(name[dot:])) {
	case ".md", ".markdown", ".txt":
		return false
	}
	return true
}
