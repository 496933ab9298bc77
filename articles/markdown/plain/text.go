// Package plain has the words of a parsed text as a reader sees them: what its
// nodes say without markup, and what stands on the screen for pictures, callouts
// and code.
package plain

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
)

// Text is the words of n as a reader sees them: without markup, entities
// decoded, soft breaks as spaces, hard breaks and the ends of blocks as
// newlines. Footnotes, their marks and pictures leave nothing, nor do the tags
// of HTML.
func Text(n ast.Node, src []byte) string {
	w := writer{src: src}
	return w.words(n)
}

// Shown is Text with all that stands on the screen in its place: the words of
// pictures, and the labels of callouts and code.
func Shown(n ast.Node, src []byte) string {
	w := writer{src: src, all: true}
	return w.words(n)
}

// ShownOn is Shown of a chunk that goes on with the block which the one before
// ends in: its label stands there.
func ShownOn(root ast.Node, src []byte) string {
	w := writer{src: src, all: true, wentOn: root.FirstChild()}
	return w.words(root)
}

// writer writes the words of nodes.
type writer struct {
	strings.Builder
	src    []byte
	all    bool     // of pictures and labels as well
	wentOn ast.Node // a block that began in the chunk before
}

func (w *writer) words(n ast.Node) string {
	w.node(n)
	return strings.TrimSpace(w.String())
}

func (w *writer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.WriteString(Decode(n, w.src))
		switch {
		case n.HardLineBreak():
			w.WriteByte('\n')
		case n.SoftLineBreak():
			w.WriteByte(' ')
		}
		return
	case *ast.String:
		w.WriteString(articles.Clean(string(n.Value)))
		return
	case *ast.AutoLink:
		w.WriteString(LinkLabel(n, w.src))
		return
	case *ast.RawHTML:
		w.tag(string(n.Segments.Value(w.src)))
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		if label := CodeLabel(n, w.src); w.all && label != "" && n != w.wentOn {
			w.WriteString(label + "\n")
		}
		w.WriteString(articles.Clean(string(n.Lines().Value(w.src))))
		w.WriteByte('\n')
		return
	case *ast.HTMLBlock:
		w.WriteString(htmltag.Text(nodes.RawHTML(n, w.src)))
		w.WriteByte('\n')
		return
	case *ast.Blockquote:
		if label, rest, ok := Callout(n, w.src); ok {
			w.callout(n, label, rest)
			return
		}
	case *nodes.Raised:
		w.raised(n)
		return
	case *ast.Image:
		if w.all {
			w.WriteString(" " + PictureWords(Alt(n, w.src), Target(n.Title), Target(n.Destination)))
		}
		return
	case *nodes.NoteMark, *nodes.Note:
		return
	}
	w.children(n)
	if n.Type() == ast.TypeBlock {
		w.WriteByte('\n')
	}
}

func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

func (w *writer) raised(n *nodes.Raised) {
	inner := writer{src: w.src, all: w.all}
	inner.children(n)
	open, end, shift := raise(n, inner.String())
	if !w.all {
		open, end, shift = Raised(n, w.src)
	}
	w.WriteString(open + shift(inner.String()) + end)
}

// tag writes what shows of a tag of HTML within a line.
func (w *writer) tag(raw string) {
	switch {
	case htmltag.BreaksLine(raw):
		w.WriteByte('\n')
		w.WriteString(htmltag.Said(raw))
	case htmltag.Shows(raw):
		w.WriteString(articles.Clean(raw))
	case htmltag.Name(raw) == "img":
		if w.all {
			w.WriteString(" " + PictureWords(htmltag.Attribute(raw, "alt"), htmltag.Attribute(raw, "title"), htmltag.Attribute(raw, "src")))
		}
	default:
		w.WriteString(htmltag.Said(raw))
	}
}

// callout writes the words of a callout.
func (w *writer) callout(n *ast.Blockquote, label string, rest ast.Node) {
	w.WriteString(label + "\n")
	for ; rest != nil; rest = rest.NextSibling() {
		w.node(rest)
	}
	w.WriteByte('\n')
	for c := n.FirstChild().NextSibling(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

// LinkLabel is an address that stands in a text as it is, its entities decoded.
func LinkLabel(n *ast.AutoLink, src []byte) string { return decoded(n.Label(src)) }

// LinkTarget is where it leads.
func LinkTarget(n *ast.AutoLink, src []byte) string { return decoded(n.URL(src)) }

func decoded(raw []byte) string {
	return articles.CleanLine(unescape(bytes.ReplaceAll(raw, []byte{'\\'}, []byte(`\\`))))
}

// Alt is the words that stand for a picture.
func Alt(n *ast.Image, src []byte) string {
	var parts []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		parts = append(parts, Text(c, src))
	}
	return strings.ReplaceAll(strings.Join(parts, " "), "\n", " ")
}

// PictureSign is the sign before the words of a picture.
const PictureSign = "▣ "

// PictureWords is what a picture is called on the screen, behind its sign: the
// words that stand for it and its title, which may name who made it; else the
// file that it is.
func PictureWords(alt, title, source string) string {
	words, title := articles.CleanLine(alt), articles.CleanLine(title)
	if !strings.Contains(words, title) {
		words = strings.Trim(words+" · "+title, " ·")
	}
	if words == "" {
		if u, err := url.Parse(source); err == nil && u.Scheme != "data" {
			words = articles.CleanLine(path.Base(u.Path))
		}
	}
	if words == "" || words == "." || words == "/" {
		words = "picture"
	}
	return PictureSign + words
}
