package htmlblock

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

func rawText(s text.Segment) *ast.Text { return ast.NewRawTextSegment(s) }

// begin opens a leaf for words where none is open.
func (m *marker) begin() {
	if m.leaf != nil {
		return
	}
	switch m.top().(type) {
	case *ast.List:
		m.item("")
	case *east.DefinitionList:
		m.definition("dd")
	case *east.Table, *east.TableRow:
		m.cell()
	}
	if m.leaf != nil {
		return
	}
	var leaf ast.Node = ast.NewParagraph()
	parent := m.top()
	switch parent.(type) {
	case *ast.ListItem, *east.DefinitionDescription:
		leaf = ast.NewTextBlock()
	}
	parent.AppendChild(parent, leaf)
	m.leaf, m.gap, m.line = leaf, false, false
}

// endLeaf ends the paragraph that is open; the next word begins another.
func (m *marker) endLeaf() {
	if m.leaf == nil {
		return
	}
	for len(m.face) > 0 {
		m.leaveLast()
	}
	if m.flat > 0 {
		m.line = true
		return
	}
	if parent := m.leaf.Parent(); parent != nil && !m.leaf.HasChildren() {
		parent.RemoveChild(parent, m.leaf)
	}
	m.leaf, m.gap, m.line = nil, false, false
}

// inner is the node that the next word goes to.
func (m *marker) inner() ast.Node {
	if n := len(m.face); n > 0 {
		return m.face[n-1].node
	}
	return m.leaf
}

// say adds words, blanks between them joined.
func (m *marker) say(s string) {
	words := strings.Join(strings.Fields(s), " ")
	if words == "" {
		m.gap = m.gap || s != ""
		return
	}
	m.begin()
	m.space(s[0])
	n := m.inner()
	n.AppendChild(n, rawText(m.add(words)))
	m.gap = strings.IndexByte(" \t\n\r", s[len(s)-1]) >= 0
}

// space sets what stands between the words before and those that begin with c.
func (m *marker) space(c byte) {
	n := m.inner()
	if m.line && m.leaf.HasChildren() {
		broken := ast.NewTextSegment(m.add(""))
		broken.SetHardLineBreak(true)
		n.AppendChild(n, broken)
	} else if (m.gap || strings.IndexByte(" \t\n\r", c) >= 0) && m.leaf.HasChildren() && (n.HasChildren() || n != m.leaf) {
		n.AppendChild(n, rawText(m.add(" ")))
	}
	m.gap, m.line = false, false
}

// hang adds an inline node.
func (m *marker) hang(node ast.Node) {
	m.begin()
	m.space('x')
	n := m.inner()
	n.AppendChild(n, node)
}

// enter opens an element within the leaf.
func (m *marker) enter(name string, node ast.Node) {
	if len(m.face) >= deepestElement {
		return
	}
	m.hang(node)
	m.face = append(m.face, element{name: name, node: node})
}

// inline opens an element that stands within a line.
func (m *marker) inline(t html.Token) bool {
	switch name := t.Data; name {
	case "em", "i", "cite", "var", "dfn":
		emphasis := ast.NewEmphasis(1)
		m.enter(name, emphasis)
		m.cites[emphasis] = name == "cite"
	case "strong", "b":
		m.enter(name, ast.NewEmphasis(2))
	case "del", "s", "strike":
		m.enter(name, east.NewStrikethrough())
	case "sub", "sup":
		apart := m.leaf == nil || m.gap || m.line || !m.inner().HasChildren()
		m.enter(name, &nodes.Raised{Sub: name == "sub", Apart: apart})
	case "kbd", "mark", "code", "samp", "tt":
		if name == "samp" || name == "tt" {
			name = "code"
		}
		raw := ast.NewRawHTML()
		raw.Segments.Append(m.add("<" + name + ">"))
		m.hang(raw)
		m.face = append(m.face, element{name: t.Data, node: m.inner()})
	case "a":
		m.leave(name)
		if target := articles.CleanLine(attr(t, "href")); target != "" {
			m.enter(name, linkTo(target, t))
		}
	case "img":
		m.picture(t)
	case "br":
		m.line = m.leaf != nil
	case "q":
		m.say("“")
	case "option", "optgroup", "input":
		m.gap = m.gap || name != "input"
		if said := htmltag.Said(t.String()); said != "" {
			m.say(said)
		}
	default:
		return false
	}
	return true
}

func hasAttr(t html.Token, name string) bool {
	for _, a := range t.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func linkTo(target string, t html.Token) *ast.Link {
	link := ast.NewLink()
	link.Destination = []byte(target)
	if title := articles.CleanLine(attr(t, "title")); title != "" {
		link.Title = []byte(title)
	}
	return link
}

func (m *marker) picture(t html.Token) {
	link := linkTo(articles.CleanLine(attr(t, "src")), t)
	if alt := articles.CleanLine(attr(t, "alt")); alt != "" {
		link.AppendChild(link, rawText(m.add(alt)))
	}
	m.hang(ast.NewImage(link))
}

// leave closes an element within the leaf; false when it is none.
func (m *marker) leave(name string) bool {
	if name == "q" {
		m.gap = false
		m.say("”")
		return true
	}
	for i := len(m.face) - 1; i >= 0; i-- {
		if m.face[i].name == name {
			for len(m.face) > i {
				m.leaveLast()
			}
			return true
		}
	}
	return false
}

func (m *marker) leaveLast() {
	last := m.face[len(m.face)-1]
	m.face = m.face[:len(m.face)-1]
	name := last.name
	switch name {
	case "samp", "tt":
		name = "code"
	}
	switch name {
	case "kbd", "mark", "code":
		raw := ast.NewRawHTML()
		raw.Segments.Append(m.add("</" + name + ">"))
		n := m.inner()
		n.AppendChild(n, raw)
		return
	}
	if !last.node.HasChildren() && last.node.Parent() != nil {
		last.node.Parent().RemoveChild(last.node.Parent(), last.node)
	}
}
