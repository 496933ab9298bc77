package clipping

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// emit writes blocks as Markdown.
func emit(blocks []block) string {
	var b strings.Builder
	for i := range blocks {
		if i > 0 {
			b.WriteString("\n")
			if blocks[i].kind == listBlock && blocks[i-1].kind == listBlock {
				b.WriteString("<!-- -->\n\n") // parts two lists
			}
		}
		blocks[i].write(&b)
	}
	return b.String()
}

func (k *block) write(b *strings.Builder) {
	switch k.kind {
	case headingBlock:
		b.WriteString(strings.Repeat("#", k.level) + " " + escape(collapse(k.parts[0])) + "\n")
	case listBlock:
		k.writeList(b)
	case quoteBlock:
		k.writeQuote(b)
	case codeBlock:
		writeCode(b, k.parts)
	case tableBlock:
		writeTable(b, k.parts)
	case verseBlock:
		for i, s := range k.parts {
			if i > 0 {
				b.WriteString("\\\n")
			}
			b.WriteString(oneLine(s))
		}
		b.WriteByte('\n')
	case ruleBlock:
		b.WriteString("---\n")
	case bylineBlock:
		b.WriteString("*" + escape(collapse(k.parts[0])) + "*\n")
	case paragraphBlock:
		b.WriteString(oneLine(k.parts[0]) + "\n")
	}
}

func (k *block) writeList(b *strings.Builder) {
	indents := []int{0}
	for _, it := range k.items {
		depth := min(it.depth, len(indents)-1)
		mark := "-"
		if it.ordered {
			mark = strconv.Itoa(it.number) + "."
		}
		indents = append(indents[:depth+1], indents[depth]+len(mark)+1)
		b.WriteString(strings.Repeat(" ", indents[depth]) + mark + " " + oneLine(it.text) + "\n")
	}
}

func (k *block) writeQuote(b *strings.Builder) {
	signs := func(i int) string {
		if len(k.deep) == 0 {
			return ">"
		}
		return strings.Repeat(">", k.deep[i])
	}
	for i, part := range k.parts {
		if i > 0 {
			b.WriteString(signs(i)[:min(len(signs(i)), len(signs(i-1)))] + "\n")
		}
		for j, s := range strings.Split(part, "\n") {
			if j > 0 {
				b.WriteString("\\\n")
			}
			b.WriteString(signs(i) + " " + oneLine(s))
		}
		b.WriteByte('\n')
	}
	if k.by != "" {
		last := signs(len(k.parts) - 1)
		b.WriteString(last + "\n" + last + " — " + escape(collapse(k.by)) + "\n")
	}
}

// writeCode fences code with more backticks than stand in it.
func writeCode(b *strings.Builder, lines []string) {
	longest := 2
	for _, l := range lines {
		n := 0
		for _, r := range l {
			if r == '`' {
				n++
				longest = max(longest, n)
			} else {
				n = 0
			}
		}
	}
	fence := strings.Repeat("`", longest+1)
	b.WriteString(fence + "\n")
	for _, l := range lines {
		b.WriteString(l + "\n")
	}
	b.WriteString(fence + "\n")
}

func writeTable(b *strings.Builder, rows []string) {
	width := 0
	cells := make([][]string, len(rows))
	for i, r := range rows {
		cells[i] = strings.Split(r, "\t")
		width = max(width, len(cells[i]))
	}
	for i, r := range cells {
		b.WriteByte('|')
		for c := range width {
			s := ""
			if c < len(r) {
				s = strings.ReplaceAll(escape(collapse(r[c])), "|", "\\|")
			}
			b.WriteString(" " + s + " |")
		}
		b.WriteByte('\n')
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
}

// collapse makes runs of spaces and tabs one space; no-break spaces stay.
func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }), " ")
}

// oneLine escapes s for the start of a line.
func oneLine(s string) string {
	s = escape(collapse(s))
	if s == "" {
		return s
	}
	switch c := s[0]; c {
	case '#', '>', '+', '-', '=', '|', ':':
		return "\\" + s
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || s[n+1] == ' ') {
			return s[:n] + "\\" + s[n:]
		}
	}
	return s
}

// escape keeps text from becoming markup. Addresses stay as they are, so that
// they remain links.
func escape(s string) string {
	if !strings.ContainsAny(s, "\\`*_[]<>&~#!") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	prev := rune(' ')
	for i := 0; i < len(s); {
		if prev == ' ' || prev == '(' {
			if n := urlLength(s[i:]); n > 0 {
				b.WriteString(s[i : i+n])
				i += n
				prev = 'x'
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		switch r {
		case '\\', '`', '*', '[', ']', '~':
			b.WriteByte('\\')
		case '_':
			if !letterOrDigit(prev) || !letterOrDigit(next) {
				b.WriteByte('\\')
			}
		case '<':
			if next == '/' || next == '!' || next == '?' || unicode.IsLetter(next) {
				b.WriteByte('\\')
			}
		case '&':
			if next == '#' || next < utf8.RuneSelf && unicode.IsLetter(next) {
				b.WriteByte('\\')
			}
		case '#':
			if i+n == len(s) {
				b.WriteByte('\\')
			}
		}
		b.WriteString(s[i : i+n])
		prev = r
		i += n
	}
	return b.String()
}

// urlLength is the length of the plain address that s begins with, or 0.
func urlLength(s string) int {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		return 0
	}
	n := strings.IndexFunc(s, func(r rune) bool {
		return r > '~' || r <= ' ' || strings.ContainsRune("<>\"`*[]()\\|", r)
	})
	if n < 0 {
		n = len(s)
	}
	if n < 12 || !strings.Contains(s[8:n], ".") {
		return 0
	}
	return n
}
