package markdown

import (
	"strings"
)

// filler stands for bytes that were taken out of a source. It is no blank, so
// that it neither parts a paragraph nor indents one, and [articles.Clean] drops
// it from all text.
const filler = "\x01"

// directed replaces what other programs would have acted on by what a reader
// should see of it: shortcodes of Hugo, tags of Jekyll, attributes of kramdown,
// marks of Obsidian. It keeps the length of the source and of each line, so
// that offsets mean the same in both. Code is left alone.
func directed(src string) string {
	if !hasDirective(src) {
		return src
	}
	d := director{}
	var out strings.Builder // begun at the first line that changes
	for at := 0; at < len(src); {
		end := strings.IndexByte(src[at:], '\n')
		below := ""
		if end < 0 {
			end = len(src)
		} else {
			end += at
			below, _, _ = strings.Cut(src[end+1:min(len(src), end+1+80)], "\n")
		}
		d.lastLine = strings.TrimSpace(below) == ""
		line := d.line(src[at:end])
		if out.Len() == 0 && line != src[at:end] {
			out.Grow(len(src))
			out.WriteString(src[:at])
		}
		next := min(end+1, len(src))
		if out.Len() > 0 || line != src[at:end] {
			out.WriteString(line)
			out.WriteString(src[end:next])
		}
		at = next
	}
	if out.Len() == 0 {
		return src
	}
	return out.String()
}

// hasDirective reports whether there may be any of them. It looks for single
// bytes, which costs next to nothing, and only then for what stands around.
func hasDirective(src string) bool {
	return anyAt(src, '{', func(at int) bool {
		rest := src[at:min(at+3, len(src))]
		return rest == "{{<" || rest == "{{%" || strings.HasPrefix(rest, "{%") || strings.HasPrefix(rest, "{:")
	}) ||
		anyAt(src, '%', func(at int) bool { return strings.HasPrefix(src[at:], "%%") }) ||
		anyAt(src, '=', func(at int) bool { return strings.HasPrefix(src[at:], "==") }) ||
		anyAt(src, '^', func(at int) bool { return at > 0 && (src[at-1] == ' ' || src[at-1] == '\n') })
}

// anyAt reports whether is holds at any place where c stands.
func anyAt(src string, c byte, is func(at int) bool) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(src[at:], c)
		if i < 0 {
			return false
		}
		if at += i; is(at) {
			return true
		}
	}
}

// director reads a source line by line.
type director struct {
	fence    string // that closes the open code
	until    string // the tag that ends what is hidden or left alone
	hidden   bool   // until then, nothing shows
	lastLine bool   // the line ends its paragraph
}

func (d *director) line(line string) string {
	text := strings.TrimSpace(line)
	bare := strings.TrimLeft(text, "> ")
	switch {
	case text == "":
		return line
	case d.fence != "":
		if closesFence(bare, d.fence) {
			d.fence = ""
		}
		return line
	case d.until != "":
		return d.within(line, text)
	case bare != "" && fenceOf(bare) != "":
		d.fence = fenceOf(bare)
		return line
	case strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t"):
		return line
	case text == "%%":
		d.until, d.hidden = "%%", true
		return blanked(line)
	case strings.HasPrefix(text, "{:") && isAttributes(text):
		return blanked(line)
	}
	if language, end, ok := highlight(text); ok {
		d.until, d.hidden = end, false
		return padded("~~~~ "+language, line)
	}
	if name, _ := tagOf(text, "{%", "%}"); name == "comment" {
		d.until, d.hidden = "endcomment", true
		return blanked(line)
	}
	return d.inline(line)
}

// within is a line of what goes on to an end tag.
func (d *director) within(line, text string) string {
	name, _ := tagOf(text, "{%", "%}")
	if name == "" {
		name, _ = tagOf(text, "{{<", ">}}")
	}
	if name == d.until || text == d.until {
		d.until = ""
		if d.hidden {
			return blanked(line)
		}
		return padded("~~~~", line)
	}
	if d.hidden {
		return blanked(line)
	}
	return line
}

func isAttributes(s string) bool {
	_, ok := attributes(s)
	return ok
}

// highlight reports whether text opens a block of code, its language, and the
// name of the tag that closes it.
func highlight(text string) (language, end string, ok bool) {
	if name, rest := tagOf(text, "{%", "%}"); name == "highlight" {
		language, _, _ = strings.Cut(rest, " ")
		return language, "endhighlight", true
	}
	if name, rest := tagOf(text, "{{<", ">}}"); name == "highlight" {
		language, _, _ = strings.Cut(rest, " ")
		return strings.Trim(language, "\""), "/highlight", true
	}
	return "", "", false
}

// tagOf is the name of the tag that text is, and what stands behind the name.
func tagOf(text, open, end string) (name, rest string) {
	inner, ok := strings.CutPrefix(text, open)
	inner, closed := strings.CutSuffix(inner, end)
	if !ok || !closed || strings.Contains(inner, open) {
		return "", ""
	}
	name, rest, _ = strings.Cut(strings.Trim(inner, "- "), " ")
	return name, strings.TrimSpace(rest)
}

// padded is s made as long as line with blanks; line itself when s is longer.
func padded(s, line string) string {
	if len(s) > len(line) {
		return line
	}
	return s + strings.Repeat(" ", len(line)-len(s))
}

// blanked is line with blanks alone.
func blanked(line string) string { return strings.Repeat(" ", len(line)) }

// filled is s made as long as n bytes; without words left when it is longer.
func filled(s string, n int) string {
	if len(s) > n {
		s = ""
	}
	return s + strings.Repeat(filler, n-len(s))
}

// longestDirective is, in bytes, how far the end of what begins within a line
// is looked for.
const longestDirective = 512

// inline replaces what stands within a line, but for spans of code.
func (d *director) inline(line string) string {
	var out strings.Builder
	for at := 0; at < len(line); {
		n := strings.IndexAny(line[at:], "`{%=^\\")
		if n < 0 {
			out.WriteString(line[at:])
			break
		}
		out.WriteString(line[at : at+n])
		at += n
		took, put := d.sign(line, at)
		out.WriteString(put)
		at += took
	}
	return out.String()
}

// sign is how many bytes of the line, from at, are replaced by put.
func (d *director) sign(line string, at int) (took int, put string) {
	s := line[at:min(len(line), at+longestDirective)]
	switch {
	case s[0] == '\\':
		took = min(2, len(s))
	case s[0] == '`':
		took = codeLength(s)
	case strings.HasPrefix(s, "{{<"), strings.HasPrefix(s, "{{%"):
		if end := strings.Index(s, "}}"); end > 3 && (s[end-1] == '>' || s[end-1] == '%') {
			return end + 2, shortcode(s[3:end-1], end+2, at >= 2 && line[at-2:at] == "](")
		}
		took = 3
	case strings.HasPrefix(s, "{%"):
		if end := strings.Index(s, "%}"); end > 1 {
			return end + 2, liquid(strings.Trim(s[2:end], "-"), end+2)
		}
		took = 2
	case strings.HasPrefix(s, "%%") && (at == 0 || line[at-1] == ' '):
		if end := strings.Index(s[2:], "%%"); end > 0 {
			return end + 4, filled("", end+4)
		}
		took = 2
	case strings.HasPrefix(s, "=="):
		return marking(line, at)
	case s[0] == '^' && d.lastLine && len(s) < longestDirective && (at == 0 || line[at-1] == ' ') && isBlockID(s[1:]):
		return len(s), filled("", len(s))
	default:
		took = 1
	}
	return took, s[:took]
}

// codeLength is the length of the code span that s begins with, or of the
// backticks alone when nothing closes them.
func codeLength(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	for at := n; ; {
		next := strings.IndexByte(s[at:], '`')
		if next < 0 {
			return n
		}
		at += next
		run := len(s[at:]) - len(strings.TrimLeft(s[at:], "`"))
		if at += run; run == n {
			return at
		}
	}
}

// marking turns ==words== into what is strong.
func marking(line string, at int) (took int, put string) {
	s := line[at:min(len(line), at+longestDirective)]
	run := len(s) - len(strings.TrimLeft(s, "="))
	end := -1
	if run == 2 && (at == 0 || !isWordByte(line[at-1])) {
		end = strings.Index(s[2:], "==")
	}
	if end < 1 || s[2] == ' ' || s[1+end] == ' ' || strings.ContainsAny(s[2:2+end], "`*{<") ||
		end+4 < len(s) && (s[end+4] == '=' || isWordByte(s[end+4])) {
		return run, s[:run]
	}
	return end + 4, "**" + s[2:2+end] + "**"
}

func isWordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// isBlockID reports whether s is the name that Obsidian gives a paragraph.
func isBlockID(s string) bool {
	s = strings.TrimRight(s, " \r")
	return len(s) >= 4 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}
