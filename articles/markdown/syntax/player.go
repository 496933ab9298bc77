package syntax

import (
	"bytes"
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/markdown/htmltag"
)

// PlayerSign is the sign before what cannot be played or framed here.
const PlayerSign = "▶ "

// Player is what stands for an element that plays or frames something else: where
// that is, and its title or else its name. It has no words when nothing tells what it
// plays; ok is false for an element of another kind.
func Player(t html.Token) (words, address string, ok bool) {
	switch t.Data {
	case "video", "audio", "iframe", "embed", "source", "object":
	default:
		return "", "", false
	}
	has := make(map[string]string)
	for _, a := range t.Attr {
		has[a.Key] = articles.CleanLine(a.Val)
	}
	address = cmp.Or(has["src"], has["data-src"])
	if t.Data == "object" {
		address = has["data"]
	}
	name := address
	if u, err := url.Parse(address); err == nil {
		name = cmp.Or(strings.Trim(u.Host+"/"+path.Base(u.Path), "/."), address)
	}
	return cmp.Or(has["title"], has["aria-label"], name), address, true
}

// playerTags makes links of the tags within a line that play or frame something else,
// as package htmlblock does of those in a block.
type playerTags struct{}

func (playerTags) Transform(doc *ast.Document, r text.Reader, _ parser.Context) {
	src := r.Source()
	if bytes.IndexByte(src, '<') < 0 {
		return
	}
	var tags []*ast.RawHTML
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if raw, ok := n.(*ast.RawHTML); ok && entering {
			tags = append(tags, raw)
		}
		return ast.WalkContinue, nil
	})
	ends := frameEnds(tags, src)
	for i, raw := range tags {
		if raw.Parent() != nil {
			play(raw, ends[i], src)
		}
	}
}

// frameEnds is for each of some tags the next one among the same nodes that closes a
// frame; nil for none.
func frameEnds(tags []*ast.RawHTML, src []byte) []ast.Node {
	ends := make([]ast.Node, len(tags))
	next := make(map[ast.Node]ast.Node)
	for i, raw := range slices.Backward(tags) {
		ends[i] = next[raw.Parent()]
		if htmltag.Name(string(raw.Segments.Value(src))) == "/iframe" {
			next[raw.Parent()] = raw
		}
	}
	return ends
}

// play puts the words of a player in the place of its tag. What stands in a frame, up
// to its end, is for browsers that have none.
func play(raw *ast.RawHTML, end ast.Node, src []byte) {
	z := html.NewTokenizer(bytes.NewReader(raw.Segments.Value(src)))
	z.Next()
	t := z.Token()
	words, address, ok := Player(t)
	if !ok || words == "" {
		return
	}
	parent := raw.Parent()
	if t.Data == "iframe" && t.Type == html.StartTagToken && end != nil {
		for raw.NextSibling() != end {
			parent.RemoveChild(parent, raw.NextSibling())
		}
		parent.RemoveChild(parent, end)
	}
	sign := PlayerSign
	if !isApart(raw, src) {
		sign = " " + sign
	}
	said := rawString(words)
	if address != "" && !isLinked(raw) {
		link := ast.NewLink()
		link.Destination = []byte(address)
		link.AppendChild(link, said)
		said = link
	}
	parent.InsertBefore(parent, raw, rawString(sign))
	parent.ReplaceChild(parent, raw, said)
	first := 'x'
	switch next := said.NextSibling().(type) {
	case nil, *ast.RawHTML:
		return
	case *ast.Text:
		first, _ = utf8.DecodeRune(next.Segment.Value(src))
	}
	if unicode.IsLetter(first) || unicode.IsDigit(first) {
		parent.InsertAfter(parent, said, rawString(" "))
	}
}

func isLinked(n ast.Node) bool {
	for ; n != nil && n.Type() == ast.TypeInline; n = n.Parent() {
		if n.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}

func rawString(s string) ast.Node {
	n := ast.NewString([]byte(s))
	n.SetRaw(true)
	return n
}
