package markdown

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lede/articles"
	"lede/articles/markdown/htmltag"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
)

// Found is what one look through a whole source finds in it.
type Found struct {
	Length   articles.Length
	Quotes   []articles.Quote // every outermost block quote of the body
	Headings []Heading
	Links    []string // targets as written, each once; wikilinks by their target
}

// Heading is a heading of the body.
type Heading struct {
	Level  int // 1 to 6
	Text   string
	Offset int    // of its line in the source, in bytes
	ID     string // that its author gave it, for links to it; may be empty
}

// Survey looks once through the source of an article. It parses the whole,
// chunk by chunk: an importer calls it, a reader never does.
func Survey(src string) Found {
	s := surveyor{linked: make(map[string]bool)}
	s.all(src)
	return s.found
}

// Gauge looks at so many samples, each of about so many bytes.
const (
	samples    = 12
	sampleSize = 4 << 10
)

// Gauge estimates the length of a text from samples of it, spread evenly: what
// a reader is told until the whole was surveyed. It costs the same for every
// long text.
func Gauge(src string) articles.Length {
	if len(src) <= 2*samples*sampleSize {
		return Survey(src).Length
	}
	var l articles.Length
	var seen [samples]articles.Length
	var wait sync.WaitGroup
	for i := range samples {
		wait.Go(func() {
			at := i * (len(src) / samples)
			if i > 0 {
				at += max(0, strings.Index(src[at:at+sampleSize], "\n\n"))
			}
			s := surveyor{linked: make(map[string]bool)}
			s.all(strings.ToValidUTF8(src[at:at+sampleSize], ""))
			seen[i] = s.found.Length
		})
	}
	wait.Wait()
	for _, length := range seen {
		l.Add(length)
	}
	of := func(n int) int { return int(float64(n) * float64(len(src)) / (samples * sampleSize)) }
	return articles.Length{Words: of(l.Words), Characters: of(l.Characters), Slow: of(l.Slow)}
}

type surveyor struct {
	found  Found
	linked map[string]bool // targets in found.Links

	// of the chunk that is being looked at
	src         []byte
	offset      int // of src in the whole source
	prose, slow strings.Builder
}

func (s *surveyor) all(src string) {
	d := Parse(src)
	for i := range d.Chunks {
		s.chunk(d, i)
	}
}

func (s *surveyor) chunk(d *Document, i int) {
	var root ast.Node
	root, s.src = d.AST(i)
	s.offset = d.Offset(i)
	_ = ast.Walk(root, s.visit)
	s.found.Length.Add(s.length())
	s.prose.Reset()
	s.slow.Reset()
}

// length is of what was visited since the last chunk.
func (s *surveyor) length() articles.Length {
	l := articles.MeasureText(s.prose.String())
	l.Slow = articles.MeasureText(s.slow.String()).Total()
	return l
}

func (s *surveyor) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		words := strings.ReplaceAll(plain.Text(n, s.src), "\n", " ")
		s.found.Headings = append(s.found.Headings, Heading{n.Level, words, s.offset + lineStart(s.src, n), headingID(n)})
	case *ast.Blockquote:
		s.quote(n)
	case *ast.Link:
		s.link(plain.Target(n.Destination))
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL {
			s.link(plain.LinkTarget(n, s.src))
		}
	case *ast.RawHTML:
		if tag := string(n.Segments.Value(s.src)); htmltag.Name(tag) == "a" {
			s.link(articles.CleanLine(htmltag.Attribute(tag, "href")))
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		return ast.WalkContinue, s.leaf(n)
	}
	if n.Type() == ast.TypeBlock && nodes.HasInlines(n) {
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
	_, _ = b.WriteString(plain.Text(n, s.src))
	return b.WriteByte('\n')
}

func (s *surveyor) quote(n *ast.Blockquote) {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindBlockquote {
			return
		}
	}
	if _, _, ok := plain.Callout(n, s.src); ok {
		return
	}
	var q articles.Quote
	var parts []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		words := plain.Text(c, s.src)
		switch {
		case c.Kind() == nodes.KindByLine:
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
