package syntax

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/plain"
)

// addressParser makes links of addresses that stand in a text as they are: behind
// a scheme, or www, and those of mail. It is asked at the sign behind that; what is before it is text
// already, and is taken back. Letters of every script may stand in them, for so
// they are copied from where browsers show them.
type addressParser struct{}

func (addressParser) Trigger() []byte { return []byte{':', '.', '@'} }

func (addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	before, ok := parent.LastChild().(*ast.Text)
	_, segment := block.PeekLine()
	if !ok || before.Segment.Stop != segment.Start || before.SoftLineBreak() || before.HardLineBreak() {
		return nil
	}
	src := block.Source()
	words := src[before.Segment.Start:before.Segment.Stop]
	head := schemeBefore(words)
	if src[segment.Start] == '@' {
		head = mailboxBefore(words)
	}
	if head == "" {
		return nil
	}
	line := src[segment.Start-len(head) : segment.Stop]
	kind, end := ast.AutoLinkURL, 0
	switch rest := line[len(head):]; {
	case rest[0] == '@':
		kind, end = ast.AutoLinkEmail, mailEnd(line, 0)
	case rest[0] == '.':
		if strings.EqualFold(head, "www") {
			end = addressEnd(line, 0)
		}
	case strings.EqualFold(head, "mailto"):
		kind, end = ast.AutoLinkEmail, mailEnd(line, len(head)+1)
	case bytes.HasPrefix(rest, []byte("://")) && !strings.EqualFold(head, "www"):
		end = addressEnd(line, len(head)+len("://"))
	}
	if end == 0 {
		return nil
	}
	start := segment.Start - len(head)
	if before.Segment = before.Segment.WithStop(start); before.Segment.IsEmpty() {
		parent.RemoveChild(parent, before)
	}
	block.Advance(end - len(head))
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, start+end)))
	if strings.EqualFold(head, "www") {
		link.Protocol = []byte("http")
	}
	return link
}

// schemeBefore is the scheme that text ends with, or www, behind no letter that
// could belong to it.
func schemeBefore(words []byte) string {
	n := len(words)
	for n > 0 && len(words)-n < 7 && (words[n-1]|0x20 >= 'a' && words[n-1]|0x20 <= 'z') {
		n--
	}
	switch head := string(words[n:]); strings.ToLower(head) {
	case "http", "https", "ftp", "mailto", "www":
		if before, _ := utf8.DecodeLastRune(words[:n]); n > 0 && before < utf8.RuneSelf && (unicode.IsDigit(before) || unicode.IsLetter(before) || before == '_') {
			return ""
		}
		return head
	}
	return ""
}

// mailboxBefore is the name of a mailbox that text ends with.
func mailboxBefore(words []byte) string {
	const longest = 64
	n := len(words)
	for n > 0 && len(words)-n < longest && words[n-1] < utf8.RuneSelf && (isWordByte(words[n-1]) || strings.IndexByte(".+-%", words[n-1]) >= 0) {
		n--
	}
	return strings.TrimLeft(string(words[n:]), ".+-%")
}

// addressEnd is where an address ends whose host begins at from; 0 when it is none.
func addressEnd(line []byte, from int) int {
	host := hostEnd(line, from)
	if host == 0 {
		return 0
	}
	end := host
	if end < len(line) && strings.IndexByte("/?#", line[end]) >= 0 {
		end = pathEnd(line, end)
	}
	return trimAddress(line, host, end)
}

// hostEnd is where a host ends, with its port, and the user before it.
func hostEnd(line []byte, from int) int {
	end := from
	if at := bytes.IndexAny(line[from:min(len(line), from+200)], "@/ \n<>`*\"()[]\\"); at > 0 && line[from+at] == '@' {
		from += at + 1
		end = from
	}
	if end < len(line) && line[end] == '[' { // IPv6
		at := bytes.IndexByte(line[end:min(len(line), end+50)], ']')
		if at < 4 || strings.Trim(string(line[end+1:end+at]), "0123456789abcdefABCDEF:.") != "" {
			return 0
		}
		return portEnd(line, end+at+1)
	}
	for end < len(line) {
		r, size := utf8.DecodeRune(line[end:])
		switch {
		case r == '-' || r == '_', r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		case r == '.' && end > from && line[end-1] != '.':
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)):
			if isCJK(r) && end > from && line[end-1] < utf8.RuneSelf && line[end-1] != '.' && bytes.IndexByte(line[from:end], '.') > 0 {
				return end // words that follow: example.org以及
			}
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		end += size
	}
	for end > from && (line[end-1] == '.' || line[end-1] == '_') {
		end--
	}
	if end == from {
		return 0
	}
	return portEnd(line, end)
}

func portEnd(line []byte, end int) int {
	n := end
	if n < len(line) && line[n] == ':' {
		for n++; n < len(line) && '0' <= line[n] && line[n] <= '9'; n++ {
			if n-end > 5 {
				return end
			}
		}
		if n > end+1 {
			return n
		}
	}
	return end
}

// pathEnd is where a path ends: at a blank, or a sign that stands around addresses.
func pathEnd(line []byte, end int) int {
	for end < len(line) {
		r, size := utf8.DecodeRune(line[end:])
		if r <= ' ' || r == 0x7f || strings.ContainsRune("<>\"`\\|“”„«»‹›’‘「」『』《》〈〉【】（）〔〕，。、；：！？…—–·", r) || unicode.IsSpace(r) ||
			bytes.HasPrefix(line[end:], []byte("**")) || bytes.HasPrefix(line[end:], []byte("~~")) {
			break
		}
		end += size
	}
	return end
}

// trimAddress takes off the end of an address what belongs to the sentence around
// it: its punctuation, and brackets and entities that nothing in it opens.
func trimAddress(line []byte, least, end int) int {
	var open [128]int
	for _, c := range line[least:end] {
		if c < utf8.RuneSelf {
			open[c]++
		}
	}
	for end > least {
		c := line[end-1]
		switch {
		case c == ';':
			from := max(least, end-40)
			if amp := bytes.LastIndexByte(line[from:end], '&'); amp >= 0 {
				if _, n := plain.Entity(line[from+amp : end]); n > 0 && from+amp+n == end {
					end = from + amp
					continue
				}
			}
		case strings.IndexByte("?!.,:*_~'", c) >= 0:
		case c == ')' && open[')'] > open['('], c == ']' && open[']'] > open['['], c == '}' && open['}'] > open['{']:
		default:
			return end
		}
		open[c]--
		end--
	}
	return end
}

// mailEnd is where an address of mail ends that begins at from; 0 when it is none.
func mailEnd(line []byte, from int) int {
	at := bytes.IndexByte(line[from:min(len(line), from+100)], '@')
	if at < 1 || bytes.ContainsAny(line[from:from+at], " \t\n<>()[],;:\\\"") {
		return 0
	}
	host := from + at + 1
	end := hostEnd(line, host)
	if end == 0 || bytes.IndexByte(line[host:end], '.') < 0 {
		return 0
	}
	if end < len(line) && line[end] == '?' {
		end = trimAddress(line, end, pathEnd(line, end))
	}
	return end
}

func isWordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}
