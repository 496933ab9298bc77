package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// attributed reads the attributes behind a heading, as Pandoc, Hugo and kramdown
// write them: "# Head {#id .class}", "# Head {: #id}". Only the id is kept.
type attributed struct{ parser.BlockParser }

func (p attributed) Close(n ast.Node, r text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, r, pc)
	lines := n.Lines()
	if n.Kind() != ast.KindHeading || lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	line := bytes.TrimRight(last.Value(r.Source()), " \t\r\n")
	at := bytes.LastIndexByte(line, '{')
	if at < 0 || at > 0 && line[at-1] == '\\' {
		return
	}
	id, ok := attributes(string(line[at:]))
	if !ok {
		return
	}
	if id != "" {
		n.SetAttributeString("id", []byte(id))
	}
	last.Stop = last.Start + at - last.Padding
	last = last.TrimRightSpace(r.Source())
	// "## Head ## {#id}": the signs that close it.
	if bare := bytes.TrimRight(last.Value(r.Source()), "#"); len(bare) < last.Len() && bytes.HasSuffix(bare, []byte(" ")) {
		last.Stop = last.Start + len(bare) - last.Padding
		last = last.TrimRightSpace(r.Source())
	}
	lines.Set(lines.Len()-1, last)
}

// attributes reports whether s is a list of attributes in braces, and the id
// in it: at least one, and nothing that could be words.
func attributes(s string) (id string, ok bool) {
	s, open := strings.CutPrefix(s, "{")
	s, closed := strings.CutSuffix(s, "}")
	if !open || !closed {
		return "", false
	}
	s = strings.TrimPrefix(s, ":")
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimLeft(s, " \t,") {
		n := attributeLength(s)
		switch {
		case n < 1, n < len(s) && strings.IndexByte(" \t,", s[n]) < 0:
			return "", false
		case s[0] == '#':
			id = s[1:n]
		}
		s, ok = s[n:], true
	}
	return id, ok
}

// attributeLength is the length of the attribute that s begins with: #id,
// .class, name=word, name="words", or the lone - of "unnumbered".
func attributeLength(s string) int {
	n := 0
	if s[0] == '#' || s[0] == '.' {
		n++
	}
	for n < len(s) && (s[n] >= 0x80 || util.IsAlphaNumeric(s[n]) || strings.IndexByte("-_:./", s[n]) >= 0) {
		n++
	}
	switch {
	case s[0] == '#' || s[0] == '.':
		if n == 1 {
			return 0
		}
		return n
	case n < len(s) && s[n] == '=' && n > 0:
		n++
		if n < len(s) && (s[n] == '"' || s[n] == '\'') {
			end := strings.IndexByte(s[n+1:], s[n])
			if end < 0 {
				return 0
			}
			return n + end + 2
		}
		return n + len(s[n:]) - len(strings.TrimLeft(s[n:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./%"))
	case s[:n] == "-":
		return n
	}
	return 0
}

// headingID is the id that an author gave a heading; empty when there is none.
func headingID(n ast.Node) string {
	id, _ := n.AttributeString("id")
	b, _ := id.([]byte)
	return string(b)
}

// kindAttributes is the kind of a line that only names the heading before it, as
// kramdown has it: "{: #id}". No such node outlives the parser.
var kindAttributes = ast.NewNodeKind("Attributes")

type attributeLine struct {
	ast.BaseBlock
	id string
}

func (n *attributeLine) Kind() ast.NodeKind { return kindAttributes }

func (n *attributeLine) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type attributeLineParser struct{}

func (attributeLineParser) Trigger() []byte { return []byte{'{'} }

func (attributeLineParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || pos >= len(line) {
		return nil, parser.NoChildren
	}
	id := lineID(string(bytes.TrimSpace(line[pos:])))
	if id == "" {
		return nil, parser.NoChildren
	}
	r.AdvanceToEOL()
	return &attributeLine{id: id}, parser.NoChildren
}

// lineID is the id in a line that holds nothing but attributes.
func lineID(line string) string {
	if !strings.HasPrefix(line, "{:") {
		return ""
	}
	id, _ := attributes(line)
	return id
}

func (attributeLineParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (attributeLineParser) Close(ast.Node, text.Reader, parser.Context) {}

func (attributeLineParser) CanInterruptParagraph() bool { return true }

func (attributeLineParser) CanAcceptIndentedLine() bool { return false }

// headingNames gives headings the ids that stand below them.
type headingNames struct{}

func (headingNames) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) { nameHeadings(doc) }

func nameHeadings(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch a, ok := c.(*attributeLine); {
		case ok:
			if h := c.PreviousSibling(); h != nil && h.Kind() == ast.KindHeading && !c.HasBlankPreviousLines() {
				h.SetAttributeString("id", []byte(a.id))
			}
			n.RemoveChild(n, c)
		case c.Type() == ast.TypeBlock && !hasInlines(c):
			nameHeadings(c)
		}
		c = next
	}
}
