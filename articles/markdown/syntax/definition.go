package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/nodes"
)

// meanings makes definition lists, as PHP Markdown Extra has them: lines that
// begin with a colon and a blank say what the lines before them mean. A blank
// line may stand between. What stands in below a meaning belongs to it: here it is
// code, and package markdown, which knows the whole text, parses it.
type meanings struct{}

func (meanings) Transform(doc *ast.Document, r text.Reader, _ parser.Context) {
	define(doc, r.Source())
}

func define(n ast.Node, src []byte) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch {
		case c.Kind() == ast.KindParagraph && mayDefine(c, src):
			definePart(c, src)
		case c.Kind() == ast.KindCodeBlock && c.PreviousSibling() != nil && c.PreviousSibling().Kind() == east.KindDefinitionList:
			if meaning, ok := c.PreviousSibling().LastChild().(*east.DefinitionDescription); ok {
				n.RemoveChild(n, c)
				meaning.AppendChild(meaning, c)
				meaning.IsTight = false
			}
		case c.Type() == ast.TypeBlock && !nodes.HasInlines(c):
			define(c, src)
		}
		c = next
	}
}

var colon = []byte(": ")

// mayDefine looks at the lines of a paragraph alone.
func mayDefine(p ast.Node, src []byte) bool {
	for i := range p.Lines().Len() {
		if line := p.Lines().At(i); bytes.HasPrefix(bytes.TrimLeft(line.Value(src), " "), colon) {
			return true
		}
	}
	return false
}

// definePart makes a list of a paragraph, or puts it to the list before.
func definePart(p ast.Node, src []byte) {
	lines := linesOf(p)
	first := 0
	for first < len(lines) && !isMeaning(lines[first], src) {
		first++
	}
	if first == len(lines) {
		return
	}
	parent := p.Parent()
	list := east.NewDefinitionList(0, nil)
	before := p.PreviousSibling()
	switch {
	case first > 0:
		parent.InsertBefore(parent, p, list)
	case before != nil && before.Kind() == ast.KindParagraph && before.HasChildren() && before.Lines().Len() == 1:
		parent.InsertBefore(parent, before, list)
		addTerm(list, linesOf(before)[0])
		parent.RemoveChild(parent, before)
	case before != nil && before.Kind() == east.KindDefinitionList:
		list = before.(*east.DefinitionList)
	default:
		return
	}
	var block ast.Node
	for i, line := range lines {
		switch {
		case i < first:
			addTerm(list, line)
			continue
		case isMeaning(line, src):
			t := line[0].(*ast.Text)
			t.Segment = t.Segment.WithStart(min(t.Segment.Start+len(colon), t.Segment.Stop))
			t.Segment = t.Segment.TrimLeftSpace(src)
			if next, ok := t.NextSibling().(*ast.Text); ok && t.Segment.IsEmpty() {
				next.Segment = next.Segment.TrimLeftSpace(src)
			}
			block = ast.NewTextBlock()
			d := east.NewDefinitionDescription()
			d.IsTight = true
			d.AppendChild(d, block)
			list.AppendChild(list, d)
		}
		for _, n := range line {
			block.AppendChild(block, n)
		}
		if i+1 == len(lines) || isMeaning(lines[i+1], src) {
			unbreak(block)
		}
	}
	parent.RemoveChild(parent, p)
}

func addTerm(list *east.DefinitionList, line []ast.Node) {
	term := east.NewDefinitionTerm()
	for _, n := range line {
		term.AppendChild(term, n)
	}
	unbreak(term)
	list.AppendChild(list, term)
}

// unbreak takes the break from the end of n.
func unbreak(n ast.Node) {
	if t, ok := n.LastChild().(*ast.Text); ok {
		t.SetSoftLineBreak(false)
		t.SetHardLineBreak(false)
	}
}

// linesOf are the inlines of a paragraph, line by line.
func linesOf(p ast.Node) [][]ast.Node {
	var lines [][]ast.Node
	open := false
	for n := p.FirstChild(); n != nil; n = n.NextSibling() {
		if !open {
			lines = append(lines, nil)
		}
		last := len(lines) - 1
		lines[last] = append(lines[last], n)
		t, ok := n.(*ast.Text)
		open = !ok || !t.SoftLineBreak() && !t.HardLineBreak()
	}
	return lines
}

func isMeaning(line []ast.Node, src []byte) bool {
	t, ok := line[0].(*ast.Text)
	if !ok || t.IsRaw() {
		return false
	}
	if words := t.Segment.Value(src); len(words) != 1 {
		return bytes.HasPrefix(words, colon)
	}
	// A word that might be an address begins a text of its own, with the blank
	// before it.
	return len(line) > 1 && bytes.HasPrefix(src[t.Segment.Start:], colon)
}
