package syntax

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// signs reads the runs of signs that open and close emphasis, what is struck
// through and what is marked. CommonMark asks for a blank beside punctuation, which
// Chinese, Japanese and Korean do not have: as the amendment for them says, their
// characters stand for one.
type signs struct {
	chars         string
	least, most   int // signs in a run; 0 for any number
	node          func(consumes int) ast.Node
	onlyWholeRuns bool
}

func emphasisSigns() *signs {
	return &signs{chars: "*_", least: 1, node: func(n int) ast.Node { return ast.NewEmphasis(n) }}
}

// struckSigns: one sign marks what stands below the line, see [raisedParser].
func struckSigns() *signs {
	return &signs{chars: "~", least: 1, most: 2, node: func(int) ast.Node { return east.NewStrikethrough() }, onlyWholeRuns: true}
}

func markSigns() *signs {
	return &signs{chars: "=", least: 2, most: 2, node: func(int) ast.Node { return ast.NewEmphasis(2) }, onlyWholeRuns: true}
}

// Trigger implements [parser.InlineParser].
func (s *signs) Trigger() []byte { return []byte(s.chars) }

// IsDelimiter implements [parser.DelimiterProcessor].
func (s *signs) IsDelimiter(b byte) bool { return b == s.chars[0] || b == s.chars[len(s.chars)-1] }

// CanOpenCloser implements [parser.DelimiterProcessor].
func (s *signs) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char && (!s.onlyWholeRuns || opener.Length == closer.Length)
}

// OnMatch implements [parser.DelimiterProcessor].
func (s *signs) OnMatch(consumes int) ast.Node { return s.node(consumes) }

// Parse implements [parser.InlineParser].
func (s *signs) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	if before == rune(line[0]) && segment.Start > 1 && block.Source()[segment.Start-2] != '\\' {
		return nil // in the middle of a run that was no sign
	}
	if n < s.least || s.most > 0 && n > s.most {
		return nil
	}
	after, _ := utf8.DecodeRune(line[n:])
	if n == len(line) {
		after = ' '
	}
	f := flanks(before, after, n, line[0])
	if !f.close && f.left && !f.right && line[0] == '*' && isPunctuation(before) && !isCJK(before) {
		f.close = closesHere(block.Source(), segment.Start, line, n)
		f.open = f.open && !f.close
	}
	if n == 1 && line[0] == '~' { // 3~5~8
		f.open, f.close = f.left && !f.right, f.right && !f.left
	}
	if !f.open && !f.close {
		return nil
	}
	if s.onlyWholeRuns && line[0] == '=' && f.open && f.close && !isCJK(before) && !isCJK(after) {
		return nil // a==b
	}
	node := parser.NewDelimiter(f.open, f.close, n, line[0], s)
	node.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(node)
	return node
}

// flank is what a run of signs may do by what stands beside it.
type flank struct{ left, right, open, close bool }

func flanks(before, after rune, n int, sign byte) flank {
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	punctBefore, punctAfter := isPunctuation(before), isPunctuation(after)
	cjkBefore, cjkAfter := isCJK(before), isCJK(after)
	var f flank
	f.left = !spaceAfter && (!punctAfter || cjkAfter || spaceBefore || punctBefore || cjkBefore)
	f.right = !spaceBefore && (!punctBefore || cjkBefore || spaceAfter || punctAfter || cjkAfter)
	f.open, f.close = f.left, f.right
	if sign == '_' { // two of them beside such a character are in no name
		wide := n > 1
		f.open = f.left && (!f.right || punctBefore || wide && cjkBefore)
		f.close = f.right && (!f.left || punctAfter || wide && cjkAfter)
	}
	return f
}

// closesHere reports whether stars behind punctuation and before a letter close
// what is open on their line, as in "**Head:**words": as many opened it, and no
// later ones close more than they open.
func closesHere(src []byte, at int, line []byte, n int) bool {
	const near = 400
	start := at
	for start > 0 && at-start < near && src[start-1] != '\n' {
		start--
	}
	open := 0
	eachRun(src[start:at], n, func(f flank) bool {
		switch {
		case f.open && !f.close:
			open++
		case f.close && open > 0:
			open--
		}
		return true
	})
	if open == 0 {
		return false
	}
	depth := 0
	eachRun(line[n:min(len(line), near)], n, func(f flank) bool {
		switch {
		case f.close && !f.open:
			depth--
		case f.open && !f.close:
			depth++
		}
		return depth >= 0
	})
	return depth >= 0
}

// eachRun calls do for each run of n stars in a line.
func eachRun(line []byte, n int, do func(f flank) bool) {
	before := ' '
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if r != '*' {
			before = r
			i += size
			continue
		}
		end := i
		for end < len(line) && line[end] == '*' {
			end++
		}
		after := ' '
		if end < len(line) {
			after, _ = utf8.DecodeRune(line[end:])
		}
		if end-i == n && !do(flanks(before, after, n, '*')) {
			return
		}
		before, i = '*', end
	}
}

func isPunctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// isCJK reports whether r is of a script that sets no blanks, with its signs.
func isCJK(r rune) bool {
	if r < 0x1100 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Yi) ||
		0x3000 <= r && r <= 0x303f || 0x30a0 <= r && r <= 0x30ff || 0xff00 <= r && r <= 0xffee || 0xfe30 <= r && r <= 0xfe4f || 0xfe10 <= r && r <= 0xfe1f
}
