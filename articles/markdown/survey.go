package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lede/articles"
)

// Found is what one look through a whole source finds in it.
type Found struct {
	Length   articles.Length
	Quotes   []articles.Quote // every outermost block quote of the body
	Headings []Heading
	Links    []string // targets as written, each once; wikilinks by their target
	Terms    []string // the most telling words, most telling first
}

// Heading is a heading of the body.
type Heading struct {
	Level  int // 1 to 6
	Text   string
	Offset int    // of its line in the source, in bytes
	ID     string // that its author gave it, for links to it; may be empty
}

// Survey looks once through the source of an article. It parses the whole: an
// importer calls it, a reader never does.
func Survey(title, src string) Found {
	src = directed(src)
	s := surveyor{src: []byte(src), linked: make(map[string]bool)}
	pc := parser.NewContext()
	pc.Set(notesKey, noteNumbers(src, scanNotes(src)))
	doc := dialect().Parse(text.NewReader(s.src), parser.WithContext(pc))
	s.src = marked(doc, s.src, keepNone)
	_ = ast.Walk(doc, s.visit)
	prose, slow := s.prose.String(), s.slow.String()
	s.found.Length = articles.MeasureText(prose)
	s.found.Length.Slow = articles.MeasureText(slow).Total()
	s.found.Terms = terms(title, prose)
	return s.found
}

type surveyor struct {
	src         []byte
	found       Found
	linked      map[string]bool // targets in found.Links
	prose, slow strings.Builder
}

func (s *surveyor) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		words := strings.ReplaceAll(Text(n, s.src), "\n", " ")
		s.found.Headings = append(s.found.Headings, Heading{n.Level, words, lineStart(s.src, n), headingID(n)})
	case *ast.Blockquote:
		s.quote(n)
	case *ast.Link:
		s.link(string(n.Destination))
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL {
			s.link(string(n.URL(s.src)))
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		return ast.WalkContinue, s.leaf(n)
	}
	if n.Type() == ast.TypeBlock && hasInlines(n) {
		return ast.WalkContinue, s.leaf(n)
	}
	return ast.WalkContinue, nil
}

// leaf counts the words of a block that holds no other.
func (s *surveyor) leaf(n ast.Node) error {
	b := &s.prose
	switch n.Kind() {
	case ast.KindCodeBlock, ast.KindFencedCodeBlock, east.KindTableCell:
		b = &s.slow
	}
	writeText(b, n, s.src)
	return b.WriteByte('\n')
}

func hasInlines(n ast.Node) bool {
	return n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline
}

func (s *surveyor) quote(n *ast.Blockquote) {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindBlockquote {
			return
		}
	}
	if _, _, ok := Callout(n, s.src); ok {
		return
	}
	var q articles.Quote
	var parts []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		words := Text(c, s.src)
		switch {
		case c.Kind() == KindByLine:
			q.By = articles.CleanLine(words)
		case words != "":
			parts = append(parts, words)
		}
	}
	if q.Text = strings.Join(parts, "\n"); q.Text != "" {
		s.found.Quotes = append(s.found.Quotes, q)
	}
}

func (s *surveyor) link(target string) {
	target = articles.CleanLine(unescape([]byte(target)))
	if target == "" || target[0] == '#' || s.linked[target] {
		return
	}
	for _, scheme := range [...]string{"mailto:", "tel:", "data:", "javascript:"} {
		if len(target) >= len(scheme) && strings.EqualFold(target[:len(scheme)], scheme) {
			return
		}
	}
	s.linked[target] = true
	s.found.Links = append(s.found.Links, target)
}

// lineStart is the offset of the line that a leaf block begins on.
func lineStart(src []byte, n ast.Node) int {
	if n.Lines().Len() == 0 {
		return 0
	}
	return bytes.LastIndexByte(src[:n.Lines().At(0).Start], '\n') + 1
}
