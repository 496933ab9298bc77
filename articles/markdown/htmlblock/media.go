package htmlblock

import (
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"lede/articles"
)

// media makes a link of what cannot be played here.
func (m *marker) media(t html.Token) bool {
	switch t.Data {
	case "video", "audio", "iframe", "embed", "source":
	default:
		return false
	}
	source := articles.CleanLine(attr(t, "src"))
	if source == "" {
		return true
	}
	words := articles.CleanLine(attr(t, "title"))
	if u, err := url.Parse(source); err == nil && words == "" {
		words = strings.TrimSuffix(u.Host+"/"+path.Base(u.Path), "/.")
	}
	if words == "" {
		words = source
	}
	if m.flat == 0 {
		m.endLeaf()
	}
	m.say("▶ ")
	link := ast.NewLink()
	link.Destination = []byte(source)
	link.AppendChild(link, rawText(m.add(words)))
	m.hang(link)
	if m.flat == 0 {
		m.endLeaf()
	}
	if t.Data == "iframe" {
		m.mute = t.Data
	}
	return true
}
