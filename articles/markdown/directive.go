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
	d := director{src: src, ends: make(map[string]int)}
	var out strings.Builder // begun at the first line that changes
	for at := 0; at < len(src); {
		end := strings.IndexByte(src[at:], '\n')
		below := ""
		if end < 0 {
			end = len(src)
		} else {
			end += at
			if d.fence == "" && d.until == "" {
				end = d.closedOn(at, end)
			}
			below, _, _ = strings.Cut(src[min(len(src), end+1):min(len(src), end+1+80)], "\n")
		}
		d.lastLine = strings.TrimSpace(below) == ""
		d.at = at
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
		switch {
		case rest == "{{<", rest == "{{%", strings.HasPrefix(rest, "{%"), strings.HasPrefix(rest, "{:"), strings.HasPrefix(rest, "{/*"):
			return true
		}
		if at == 0 || len(rest) < 2 {
			return false
		}
		switch src[at-1] {
		case '(':
			return rest[1] == '{'
		case ')':
			return true
		case ' ', '\n':
			return rest[1] == '.' || rest[1] == '#'
		}
		return false
	}) ||
		anyAt(src, '%', func(at int) bool { return strings.HasPrefix(src[at:], "%%") }) ||
		strings.HasPrefix(src, "import ") || strings.Contains(src, "\nimport ") ||
		anyAt(src, ':', func(at int) bool { return strings.HasPrefix(src[at:], ":::") }) ||
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
	src      string
	at       int            // where the line begins
	ends     map[string]int // where what ends a tag stands next, as far as was looked
	fence    string         // that closes the open code
	until    string         // the tag that ends what is hidden or left alone
	hidden   bool           // until then, nothing shows
	lastLine bool           // the line ends its paragraph
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
	case isAttributeLine(text):
		if lineID(text) != "" {
			return line // the parser gives it to the heading before
		}
		return blanked(line)
	case isImport(line):
		return blanked(line)
	case strings.HasPrefix(text, ":::"):
		return colons(text, line)
	}
	if info, end, ok := highlight(text); ok {
		d.until, d.hidden = end, false
		return padded("~~~~ "+info, line)
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

// isAttributeLine reports whether text tells a program how to set what stands
// beside it, as kramdown and others have it: {: .lead}, {:toc}, {.lead}.
func isAttributeLine(text string) bool {
	if !strings.HasPrefix(text, "{") || strings.IndexByte(text, '}') != len(text)-1 {
		return false
	}
	return text[1] == ':' || (text[1] == '.' || text[1] == '#') && isAttributes(text)
}

func isAttributes(s string) bool {
	_, ok := attributes(s)
	return ok
}

// isImport reports whether a line names the components that a text of MDX uses.
func isImport(line string) bool {
	rest, ok := strings.CutPrefix(strings.TrimRight(line, "; \r"), "import ")
	if !ok || rest == "" || strings.IndexByte("\"'", rest[len(rest)-1]) < 0 {
		return false
	}
	from := strings.LastIndexByte(rest[:len(rest)-1], rest[len(rest)-1])
	return from == 0 || from > 0 && strings.HasSuffix(rest[:from], " from ")
}

// colons is what shows of a line that fences a part of a text with colons: the
// title that stands there, or else what kind of part it is.
func colons(text, line string) string {
	rest := strings.TrimSpace(strings.TrimLeft(text, ":"))
	kind, title, _ := strings.Cut(rest, " ")
	if name, label, ok := strings.Cut(rest, "["); ok && strings.HasSuffix(label, "]") {
		kind, title = name, strings.TrimSuffix(label, "]")
	}
	if title = strings.TrimSpace(title); strings.HasPrefix(title, "{") {
		title = ""
	}
	switch {
	case rest == "", strings.HasPrefix(kind, "{"):
		return blanked(line)
	case !isNotice(kind) && kind != "details" && title == "", !isNotice(kind) && !strings.HasSuffix(rest, "]"):
		return line // who knows
	case title == "":
		title = strings.ToUpper(kind[:1]) + kind[1:]
	}
	for _, sign := range [...]string{"**", "*", ""} {
		if s := sign + title + sign; len(s) <= len(line) {
			return padded(s, line)
		}
	}
	return line
}

// highlight reports whether text opens a block of code, its language with the
// title that it has, and the name of the tag that closes it.
func highlight(text string) (info, end string, ok bool) {
	name, rest := tagOf(text, "{%", "%}")
	end = "end" + name
	if name == "" {
		name, rest = tagOf(text, "{{<", ">}}")
		end = "/" + name
	}
	args := arguments(rest)
	language := named(args, "lang", "language")
	switch {
	case name == "highlight" && len(args) > 0:
		language = args[0].value
	case name == "codeblock", name == "code" && named(args, "lang", "language", "file") != "":
	default:
		return "", "", false
	}
	if title := named(args, "title", "file", "filename", "caption"); title != "" {
		return language + " title=\"" + strings.ReplaceAll(title, "\"", "'") + "\"", end, true
	}
	return language, end, true
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
