package htmlblock

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

// marker makes nodes of the elements of HTML blocks that stand side by side. It
// reads tags one by one and needs no tree of them: an element that closes what
// is not open changes nothing, and at the end all are closed.
type marker struct {
	src  []byte
	root *ast.Document

	open   []element     // blocks
	leaf   ast.Node      // the paragraph or the like that words go to; nil when the next word begins one
	nested int           // tables open within a cell
	items  htmltag.Items // of the lists within a cell
	flat   int           // open elements in which blocks are lines of one leaf
	gap    bool          // blanks came before the next word
	line   bool          // in a flat element, a block began: the next word stands on a line of its own
	face   []element     // open elements within the leaf

	pre    *strings.Builder // words of the code that is read
	lang   string
	mute   string // the element whose words nobody sees
	cites  map[ast.Node]bool
	offset int  // of the tag that is read, in the source
	ending bool // nothing closes what is still open
}

// element is an open element and the node that holds what is in it.
type element struct {
	name string
	node ast.Node
	bare bool // the node is that of the element around
}

// deepestElement is how many elements may stand one in the other; those that
// are deeper leave their words.
const deepestElement = 48

func newMarker(src []byte) *marker {
	return &marker{src: src[:len(src):len(src)], root: ast.NewDocument(), cites: make(map[ast.Node]bool)}
}

// read reads one block.
func (m *marker) read(block *ast.HTMLBlock) {
	raw := []byte(nodes.RawHTML(block, m.src))
	z := html.NewTokenizer(bytes.NewReader(raw))
	z.AllowCDATA(true)
	lines, at := block.Lines().Sliced(0, block.Lines().Len()), 0
	for {
		kind := z.Next()
		for len(lines) > 1 && at >= len(lines[0].Value(m.src)) {
			at -= len(lines[0].Value(m.src))
			lines = lines[1:]
		}
		if len(lines) > 0 {
			m.offset = lines[0].Start
		}
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			// What an unclosed tag swallowed is shown.
			if rest := string(z.Raw()); strings.Trim(rest, "</> \t\n") != "" {
				m.words(rest)
			}
			return
		case html.TextToken:
			m.words(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "noscript" || t.Data == "noframes" || t.Data == "noembed" {
				z.NextIsNotRawText() // it is for readers such as this one
			}
			if kind == html.SelfClosingTagToken {
				z.NextIsNotRawText() // its writer means that it holds nothing
			}
			m.start(t)
		case html.EndTagToken:
			name, _ := z.TagName()
			m.end(string(name))
		}
	}
}

// words takes text between tags.
func (m *marker) words(s string) {
	switch {
	case m.mute != "":
	case m.pre != nil:
		m.pre.WriteString(s)
	default:
		m.say(articles.Clean(s))
	}
}

// top is the node that the next block goes to.
func (m *marker) top() ast.Node {
	if n := len(m.open); n > 0 {
		return m.open[n-1].node
	}
	return m.root
}

// inside reports whether an element of one of these names is open, and where
// the innermost of them stands; an element in fence hides those around it.
func (m *marker) inside(names, fence string) (int, bool) {
	for i := len(m.open) - 1; i >= 0; i-- {
		switch name := " " + m.open[i].name + " "; {
		case strings.Contains(names, name):
			return i, true
		case strings.Contains(fence, name):
			return 0, false
		}
	}
	return 0, false
}

// push opens an element for blocks.
func (m *marker) push(name string, node ast.Node) {
	m.endLeaf()
	if len(m.open) >= deepestElement {
		return
	}
	parent := m.top()
	if node != parent {
		parent.AppendChild(parent, node)
	}
	m.open = append(m.open, element{name, node, node == parent})
}

// hold takes a block of Markdown that stands in an open element. What can hold no
// blocks ends before it.
func (m *marker) hold(n ast.Node) {
	if m.pre != nil {
		m.code()
	}
	for i, e := range m.open {
		if isLeaf(e.name) || e.name == "table" {
			m.pop(i)
			break
		}
	}
	m.endLeaf()
	m.makeRoom(n.Kind().String())
	m.append(n)
}

// pushLeaf opens an element that holds words alone.
func (m *marker) pushLeaf(name string, node ast.Node) {
	if len(m.open) >= deepestElement {
		m.endLeaf()
		return
	}
	m.push(name, node)
	m.leaf = node
	m.flat++
	m.gap, m.line = false, false
}

// pop closes element i and all within it.
func (m *marker) pop(i int) {
	for len(m.open) > i {
		last := m.open[len(m.open)-1]
		m.endLeaf()
		m.open = m.open[:len(m.open)-1]
		if isLeaf(last.name) {
			m.flat--
			m.leaf, m.gap, m.line, m.nested, m.items = nil, false, false, 0, htmltag.Items{}
		}
		m.finish(last)
	}
}

func (m *marker) closeAll() {
	if m.pre != nil {
		m.code()
	}
	m.ending = true
	m.pop(0)
	m.endLeaf()
}

// append adds a block that holds nothing else.
func (m *marker) append(n ast.Node) {
	m.endLeaf()
	parent := m.top()
	parent.AppendChild(parent, n)
}

// code ends a block of code.
func (m *marker) code() {
	words := strings.Trim(articles.Clean(m.pre.String()), "\n")
	m.pre = nil
	if strings.TrimSpace(words) == "" {
		return
	}
	if m.flat > 0 {
		m.line = m.line || m.leaf.HasChildren()
		m.say(words)
		m.line = true
		return
	}
	var info *ast.Text
	if m.lang != "" {
		info = ast.NewTextSegment(m.add(m.lang))
	}
	block := ast.NewFencedCodeBlock(info)
	for line := range strings.Lines(words + "\n") {
		block.Lines().Append(m.add(line))
	}
	m.append(block)
}

// add appends s to the source.
func (m *marker) add(s string) text.Segment {
	start := len(m.src)
	m.src = append(m.src, s...)
	return text.NewSegment(start, len(m.src))
}

// finish completes what a closed element made; one that holds nothing goes.
func (m *marker) finish(e element) {
	n := e.node
	if e.bare {
		return
	}
	switch n := n.(type) {
	case *ast.Blockquote:
		m.finishQuote(n)
	case *east.Table:
		finishTable(n)
	case *ast.List:
		m.finishList(n)
	case *nodes.Container:
		if m.ending { // what it holds stands somewhere below, and plainly
			for c := n.FirstChild(); c != nil; c = n.FirstChild() {
				n.Parent().InsertBefore(n.Parent(), n, c)
			}
		}
	case *ast.Paragraph:
		if e.name == "figcaption" {
			m.finishCaption(n)
		}
	}
	if parent := n.Parent(); parent != nil && !n.HasChildren() && e.name != "td" && e.name != "th" && e.name != "li" {
		parent.RemoveChild(parent, n)
	}
}
