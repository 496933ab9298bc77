package htmlblock

import (
	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"lede/articles/markdown/syntax"
)

// media makes a link of what cannot be played here.
func (m *marker) media(t html.Token) bool {
	words, address, ok := syntax.Player(t)
	if !ok {
		return false
	}
	if t.Data == "iframe" && t.Type != html.SelfClosingTagToken {
		m.mute = t.Data
	}
	if words == "" {
		return true
	}
	if m.flat == 0 {
		m.endLeaf()
	}
	m.gap = true
	m.say(syntax.PlayerSign)
	if address == "" {
		m.say(words)
	} else {
		link := ast.NewLink()
		link.Destination = []byte(address)
		link.AppendChild(link, rawText(m.add(words)))
		m.hang(link)
	}
	m.gap = true
	if m.flat == 0 {
		m.endLeaf()
	}
	return true
}
