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
