package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// bounded keeps an inline parser from a block whose signs would cost it the
// square of their number: there they are text. A writer's blocks cost a few
// steps a byte; see [costly].
type bounded struct{ parser.InlineParser }

func (p bounded) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if isCostly(parent, block, pc) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// CloseBlock implements [parser.CloseBlocker] for the parsers that do.
func (p bounded) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if closer, ok := p.InlineParser.(parser.CloseBlocker); ok {
		closer.CloseBlock(parent, block, pc)
	}
}

func boundedAll(parsers ...util.PrioritizedValue) []util.PrioritizedValue {
	for i, p := range parsers {
		parsers[i].Value = bounded{p.Value.(parser.InlineParser)}
	}
	return parsers
}

// verdict is whether the block that was looked at last is costly.
type verdict struct {
	block  ast.Node
	costly bool
}

var verdictKey = parser.NewContextKey()

func isCostly(n ast.Node, block text.Reader, pc parser.Context) bool {
	v := pc.ComputeIfAbsent(verdictKey, func() any { return &verdict{} }).(*verdict)
	if v.block != n {
		v.block, v.costly = n, costly(written(n.Lines(), block.Source()))
	}
	return v.costly
}

// written is what lines of a source hold; a part of it, uncopied, where each begins
// at the end of the one before.
func written(lines *text.Segments, src []byte) []byte {
	for i := range lines.Len() {
		if s := lines.At(i); s.Padding > 0 || i > 0 && s.Start != lines.At(i-1).Stop {
			return lines.Value(src)
		}
	}
	if lines.Len() == 0 {
		return nil
	}
	return src[lines.At(0).Start:lines.At(lines.Len()-1).Stop]
}

const (
	freeSteps    = 16 << 10 // that any block may cost
	stepsPerByte = 64
)

// costly reports whether parsing the inlines of a block could take more steps
// than so many a byte. It counts what each sign makes a parser look at, in the
// worst case: what it pairs with and everything between. It stops once they are
// too many, so that counting them is linear as well.
func costly(s []byte) bool {
	c := count{text: s, left: freeSteps + stepsPerByte*len(s)}
	for i := 0; i < len(s) && c.left >= 0; i++ {
		if !mayCost[s[i]] {
			continue
		}
		switch s[i] {
		case '\\':
			i++
		case '*', '_', '~', '=':
			i = c.emphasis(i)
		case '`':
			i = c.code(i)
		case '<':
			c.charge(c.until(i, '>'))
		case '[':
			c.opened = append(c.opened, i)
			c.charge(len(c.opened))
		case ']':
			c.bracket(i)
		}
	}
	return c.left < 0
}

// mayCost are the signs that [costly] counts, and the one that takes their
// meaning; a table, as every byte of a text is looked up in it.
var mayCost = [256]bool{'\\': true, '*': true, '_': true, '~': true, '=': true, '`': true, '<': true, '[': true, ']': true}

type count struct {
	text   []byte
	left   int   // steps that may still be taken
	runs   int   // of emphasis
	opened []int // brackets
}

func (c *count) charge(steps int) { c.left -= steps }

// until is how many bytes a search for b behind i looks at.
func (c *count) until(i int, b byte) int {
	if at := bytes.IndexByte(c.text[i:], b); at >= 0 {
		return at
	}
	return len(c.text) - i
}

// run is the end of the run of one sign that begins at i.
func (c *count) run(i int) int {
	end := i + 1
	for end < len(c.text) && c.text[end] == c.text[i] {
		end++
	}
	return end
}

// emphasis: a closing run looks at all runs before it.
func (c *count) emphasis(i int) int {
	end := c.run(i)
	c.runs++
	c.charge(c.runs)
	return end - 1
}

// code: backticks look for as many others, and nothing between is a sign when
// they find them.
func (c *count) code(i int) int {
	end := c.run(i)
	for at := end; at < len(c.text); {
		next := bytes.IndexByte(c.text[at:], '`')
		if next < 0 {
			break
		}
		close := c.run(at + next)
		if close-at-next == end-i {
			return close - 1
		}
		at = close
		if c.left -= next + 1; c.left < 0 {
			break
		}
	}
	c.charge(len(c.text) - end)
	return end - 1
}

// bracket: it looks at all since the one that opened, and then for the end of
// the target in parentheses.
func (c *count) bracket(i int) {
	n := len(c.opened)
	if n == 0 {
		return
	}
	c.charge(i - c.opened[n-1])
	c.opened = c.opened[:n-1]
	if i+1 >= len(c.text) || c.text[i+1] != '(' {
		return
	}
	open := 0
	for at := i + 1; at < len(c.text) && c.left >= 0; at++ {
		c.left--
		switch c.text[at] {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return
			}
		case '\\':
			at++
		}
	}
}
