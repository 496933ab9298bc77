package chunk

import (
	"strings"
	"unicode/utf8"
)

// mostChunk is how long, in bytes, a chunk may get before a block that goes on
// and on is parted: a log in a fence, a list of thousands of items, a text
// without a blank line. Setting more than this at once can be felt.
const mostChunk = 32 << 10

// mostLines is the same in lines: a text of the shortest tables or headings has
// thousands of blocks in so many bytes.
const mostLines = 1000

// mostCode is the same for code, which takes a lexer some milliseconds a
// kilobyte: from here on it is parted where a paragraph of it ends.
const mostCode = 3 << 10

// mayPart reports whether the open block may be parted before the current
// line, which stands so many bytes into the chunk: a list only before an item,
// a scanner that is lost nowhere.
func (s *scanner) mayPart(size int) bool {
	if size < mostCode && s.lines < mostLines || s.whole || s.lost || s.line.Start == s.line.End {
		return false
	}
	indent, text := s.indent()
	if size >= mostCode && s.fence != "" && s.blank && indent == 0 && text != "" && !closesFence(text, s.fence) {
		return true
	}
	if size < mostChunk && s.lines < mostLines {
		return false
	}
	if s.item == 0 || s.fence != "" || s.html != "" {
		return true
	}
	return indent < 2 && text != "" && listMarker(text) > 0 && !isBreak(text)
}

// goOn notes what the chunk that begins needs to go on with the block that was
// parted.
func (s *scanner) goOn() {
	s.next.Joined = true
	switch {
	case s.fence != "" || s.html != "" || s.raw:
		s.next.Lead = s.opener
	case s.table.End > 0:
		s.next.Lead = s.src[s.table.Start:s.table.End] + "\n"
	case s.number > 0:
		s.next.Number = s.number + 1
	}
}

// partLine parts a line that is longer than a chunk, behind blanks where it can
// and else behind tags, and returns where the last part begins.
func (s *scanner) partLine(start int) int {
	for s.line.End-s.line.Start > mostChunk && s.line.End-start > mostChunk && !s.lost && !s.whole {
		at := max(start, s.line.Start) + mostChunk
		for _, sign := range [...]byte{' ', '>'} {
			if end := strings.LastIndexByte(s.src[at-mostChunk/2:at], sign); end >= 0 {
				at += end + 1 - mostChunk/2
				break
			}
		}
		for at < s.line.End && !utf8.RuneStart(s.src[at]) {
			at++
		}
		if at >= s.line.End || inData(s.src[start:at]) {
			break
		}
		s.cut(start, at)
		s.goOn()
		start = at
	}
	return start
}

// inData reports whether text ends inside an address that holds its image
// itself. Half of one is no image, but a wall of letters.
func inData(text string) bool {
	at := strings.LastIndex(text, "data:image/")
	return at >= 0 && !strings.ContainsAny(text[at:], " \t)>\"'")
}

// count follows the numbers of a list's outermost items.
func (s *scanner) count(text string) {
	n := 0
	for i := 0; '0' <= text[i] && text[i] <= '9'; i++ {
		n = 10*n + int(text[i]-'0')
	}
	switch {
	case text[0] < '0' || '9' < text[0]:
		s.number = 0
	case s.number > 0:
		s.number++
	default:
		s.number = n
	}
}
