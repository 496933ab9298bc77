package markdown

import (
	"slices"
	"strings"
)

// longestDirective is, in bytes, how far the end of what begins within a line
// is looked for.
const longestDirective = 2 << 10

// next is how far behind a place a sign stands that ends a tag; -1 when it is too
// far. No stretch of the source is searched twice for the same.
func (d *director) next(sign string, from int) int {
	at, known := d.ends[sign]
	if !known || at < from {
		if at = strings.Index(d.src[from:], sign); at < 0 {
			at = len(d.src)
		} else {
			at += from
		}
		d.ends[sign] = at
	}
	if at == len(d.src) || at-from > longestDirective {
		return -1
	}
	return at - from
}

// closedOn is the end of the line on which the last tag that is open at the end
// of a line closes; that end itself when none is, or no line near closes it.
func (d *director) closedOn(at, end int) int {
	src, line := d.src, d.src[at:end]
	i := strings.LastIndexByte(line, '{')
	if i > 0 && line[i-1] == '{' {
		i--
	}
	if i < 0 || strings.HasPrefix(line, "    ") && strings.TrimSpace(line[:i]) == "" {
		return end
	}
	var close string
	switch rest := line[i:]; {
	case strings.HasPrefix(rest, "{{<"):
		close = ">}}"
	case strings.HasPrefix(rest, "{{%"):
		close = "%}}"
	case strings.HasPrefix(rest, "{%"):
		close = "%}"
	case strings.HasPrefix(rest, "{/*"):
		close = "*/}"
	default:
		return end
	}
	n := d.next(close, at+i)
	if n < 0 || at+i+n < end {
		return end
	}
	more := src[end : at+i+n]
	if strings.Contains(more, "\n\n") || strings.ContainsAny(more, "{`") && close != "*/}" {
		return end
	}
	end = at + i + n
	if n := strings.IndexByte(src[end:], '\n'); n >= 0 {
		return end + n
	}
	return len(src)
}

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
		out.WriteString(broken(put, line[at:at+took]))
		at += took
	}
	return out.String()
}

// broken is put with the ends of lines where those of the source are, between
// words; a word that no line can hold is left out.
func broken(put, source string) string {
	if put == source || strings.IndexByte(source, '\n') < 0 {
		return put
	}
	words := strings.Fields(strings.ReplaceAll(put, filler, ""))
	var lines []string
	for room := range strings.SplitSeq(source, "\n") {
		line := ""
		for len(words) > 0 && len(line)+1+len(words[0]) <= len(room) {
			line = strings.TrimLeft(line+" "+words[0], " ")
			words = words[1:]
		}
		lines = append(lines, line+strings.Repeat(filler, len(room)-len(line)))
	}
	return strings.Join(lines, "\n")
}

// sign is how many bytes of the line, from at, are replaced by put.
func (d *director) sign(line string, at int) (took int, put string) {
	s := line[at:min(len(line), at+longestDirective)]
	switch {
	case s[0] == '\\':
		took = min(2, len(s))
	case s[0] == '`':
		took = codeLength(s)
	case s[0] == '{':
		return d.braces(line, at, s)
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

// braces is sign for s, which begins with a brace.
func (d *director) braces(line string, at int, s string) (took int, put string) {
	switch {
	case strings.HasPrefix(s, "{{<"), strings.HasPrefix(s, "{{%"):
		if end := d.ending(s, "}}", at); end > 3 && (s[end-1] == '>' || s[end-1] == '%') {
			next := end + 2
			put = shortcode(s[3:end-1], next, inTarget(line, at))
			return next, apart(put, line[at+next:])
		}
		return 3, s[:3]
	case strings.HasPrefix(s, "{%"):
		if end := d.ending(s, "%}", at); end > 1 {
			if inTarget(line, at) {
				return end + 2, target(arguments(s[2:end]), end+2)
			}
			return end + 2, apart(liquid(strings.Trim(s[2:end], "-"), end+2), line[at+end+2:])
		}
		return 2, s[:2]
	case strings.HasPrefix(s, "{{"):
		if end := d.ending(s, "}}", at); end > 1 && inTarget(line, at) {
			quoted := slices.DeleteFunc(arguments(s[2:end]), func(a argument) bool { return !a.quoted })
			return end + 2, target(quoted, end+2)
		}
		return 2, s[:2]
	case strings.HasPrefix(s, "{/*"):
		if end := d.ending(s, "*/}", at); end > 0 {
			return end + 3, filled("", end+3)
		}
		return 1, s[:1]
	}
	// Attributes of what stands before: ![](a.png){: width="9"}, words {.lead}.
	end := strings.IndexByte(s, '}') + 1
	if end < 3 || !isAttributes(s[:end]) || at == 0 {
		return 1, s[:1]
	}
	colon, last := s[1] == ':', strings.TrimSpace(line[at+end:]) == ""
	switch before := line[at-1]; {
	case before == ')', colon && strings.IndexByte("*_`]\"", before) >= 0,
		before == ' ' && last && (colon || s[1] == '.') && strings.TrimLeft(line, " ")[0] != '#':
		return end, filled("", end)
	}
	return 1, s[:1]
}

// ending is where a sign that ends a tag stands in s, which begins at a place of
// the line; -1 when it is not in it.
func (d *director) ending(s, sign string, at int) int {
	if n := d.next(sign, d.at+at); n+len(sign) <= len(s) {
		return n
	}
	return -1
}

// inTarget reports whether a tag at this place stands in the target of a link,
// behind nothing but other tags, or at the start of one that is defined apart.
func inTarget(line string, at int) bool {
	before := line[max(0, at-longestDirective/4):at]
	if strings.HasSuffix(before, "](") || line[0] == '[' && strings.HasSuffix(before, "]: ") {
		return true
	}
	i := strings.LastIndex(before, "](")
	return i >= 0 && before[len(before)-1] == '}' && strings.IndexByte(before[i:], ')') < 0
}

// target is the target of a link that a tag names, in n bytes.
func target(args []argument, n int) string {
	s := ""
	for i, a := range args {
		named := i == 1 && (args[0].value == "post_url" || args[0].value == "link")
		if a.quoted || named || strings.ContainsAny(a.value, "/.") && a.name == "" {
			s = strings.Map(linkByte, a.value)
			break
		}
	}
	return strings.Repeat(" ", n-len(s)) + s
}

// apart keeps a picture from the word that follows it.
func apart(put, rest string) string {
	if strings.HasPrefix(put, "![") && strings.HasSuffix(put, filler) && rest != "" && isWordByte(rest[0]) {
		return strings.TrimSuffix(put, filler) + " "
	}
	return put
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
