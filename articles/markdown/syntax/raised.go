package syntax

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

// raisedParser reads x^2^ and H~2~O: letters and digits without a blank between
// two signs, behind a letter or digit.
type raisedParser struct{}

func (raisedParser) Trigger() []byte { return []byte{'^', '~'} }

func (raisedParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	const most = 24
	line, segment := block.PeekLine()
	before := block.PrecendingCharacter()
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != ')' {
		return nil
	}
	sub := line[0] == '~'
	end := bytes.IndexByte(line[1:min(len(line), most)], line[0]) + 1
	if end < 2 || end+1 < len(line) && line[end+1] == line[0] {
		return nil
	}
	words := line[1:end]
	bare := strings.IndexFunc(string(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+-−=(),.", r)
	}) < 0
	if !bare || strings.IndexFunc(string(words), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return nil
	}
	after, _ := utf8.DecodeRune(line[end+1:])
	switch isWord := unicode.IsLetter(after) || unicode.IsDigit(after); {
	case isWord && !sub: // a^b^c
		return nil
	case sub && (unicode.IsDigit(before) || unicode.Is(unicode.Han, before)): // 3~5~8
		return nil
	}
	block.Advance(end + 1)
	n := &nodes.Raised{Sub: sub}
	n.AppendChild(n, ast.NewRawTextSegment(text.NewSegment(segment.Start+1, segment.Start+end)))
	return n
}

// raisedTags makes nodes of what stands between <sup> or <sub> and the tag that
// closes it, or the end of the block.
type raisedTags struct{}

func (raisedTags) Transform(doc *ast.Document, r text.Reader, _ parser.Context) {
	if src := r.Source(); bytes.Contains(src, []byte("<su")) || bytes.Contains(src, []byte("<SU")) {
		raiseIn(doc, src, 0)
	}
}

// deepestRaised is how many may stand one in the other.
const deepestRaised = 4

func raiseIn(n ast.Node, src []byte, deep int) {
	if n.Kind() == nodes.KindRaised {
		if deep++; deep >= deepestRaised {
			return
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if raw, ok := c.(*ast.RawHTML); ok {
			if name := htmltag.Name(string(raw.Segments.Value(src))); name == "sup" || name == "sub" {
				c = raise(raw, name, src)
			}
		}
		raiseIn(c, src, deep)
	}
}

// raise puts all up to the closing tag in a node that takes the place of the
// opening one.
func raise(open *ast.RawHTML, name string, src []byte) ast.Node {
	parent := open.Parent()
	n := &nodes.Raised{Sub: name == "sub", Apart: isApart(open, src)}
	depth := 0
	for c := open.NextSibling(); c != nil; {
		next := c.NextSibling()
		if raw, ok := c.(*ast.RawHTML); ok {
			switch htmltag.Name(string(raw.Segments.Value(src))) {
			case name:
				depth++
			case "/" + name:
				depth--
			}
			if depth < 0 {
				parent.RemoveChild(parent, c)
				break
			}
		}
		n.AppendChild(n, c)
		c = next
	}
	parent.ReplaceChild(parent, open, n)
	return n
}

// isApart reports whether nothing stands before n that it could be raised above.
func isApart(n ast.Node, src []byte) bool {
	switch before := n.PreviousSibling().(type) {
	case nil:
		return n.Parent().Type() == ast.TypeBlock
	case *ast.Text:
		words := before.Segment.Value(src)
		last, _ := utf8.DecodeLastRune(words)
		return before.SoftLineBreak() || before.HardLineBreak() || len(words) > 0 && unicode.IsSpace(last)
	}
	return false
}
