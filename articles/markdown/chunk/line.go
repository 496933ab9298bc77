package chunk

import (
	"bytes"
	"strings"
)

// blanksOf is the width in columns, and the number, of the blanks that text
// begins with, when text itself begins in the given column.
func blanksOf(text string, column int) (width, n int) {
	for ; n < len(text); n++ {
		switch text[n] {
		case ' ':
			width++
		case '\t':
			width += 4 - (column+width)%4
		default:
			return width, n
		}
	}
	return width, n
}

// fenceOf is the run of backticks or tildes that opens a fence in text.
func fenceOf(text string) string {
	c := text[0]
	if c != '`' && c != '~' {
		return ""
	}
	n := 1
	for n < len(text) && text[n] == c {
		n++
	}
	if n < 3 || c == '`' && strings.IndexByte(text[n:], '`') >= 0 {
		return ""
	}
	return text[:n]
}

func closesFence(text, fence string) bool {
	return strings.HasPrefix(text, fence) && strings.Trim(text, fence[:1]) == ""
}

// verbatim are the HTML elements whose blocks go on over blank lines, to the
// closing tag of any of them.
var verbatim = [...]string{"script", "pre", "style", "textarea"}

// htmlEnd is what ends the HTML block that text opens, if it is of a kind that
// goes on over blank lines; else "". A bare "</" stands for the closing tags
// of verbatim.
func htmlEnd(text string) string {
	if len(text) < 2 || text[0] != '<' {
		return ""
	}
	switch {
	case strings.HasPrefix(text, "<!--"):
		return "-->"
	case strings.HasPrefix(text, "<?"):
		return "?>"
	case strings.HasPrefix(text, "<![CDATA["):
		return "]]>"
	case len(text) > 2 && text[1] == '!' && 'A' <= text[2] && text[2] <= 'Z':
		return ">"
	}
	for _, name := range verbatim {
		if tag, rest := text[1:min(len(text), len(name)+1)], text[min(len(text), len(name)+1):]; strings.EqualFold(tag, name) &&
			(rest == "" || strings.IndexByte(" \t>", rest[0]) >= 0 || strings.HasPrefix(rest, "/>")) {
			return "</"
		}
	}
	return ""
}

func closesHTML(text, end string) bool {
	if end != "</" {
		return strings.Contains(text, end)
	}
	text = strings.ToLower(text)
	for _, name := range verbatim {
		if strings.Contains(text, "</"+name+">") {
			return true
		}
	}
	return false
}

// isUnderline reports whether text can make a heading of the line before.
func isUnderline(text string) bool {
	return strings.Trim(text, "=") == "" || strings.Trim(text, "-") == ""
}

// isHeadingTag reports whether text begins with a heading of HTML.
func isHeadingTag(text string) bool {
	return len(text) > 3 && text[0] == '<' && (text[1] == 'h' || text[1] == 'H') && '1' <= text[2] && text[2] <= '6'
}

// isHash reports whether text is a heading by its signs, and not a #tag.
func isHash(text string) bool {
	n := len(text) - len(strings.TrimLeft(text, "#"))
	return 1 <= n && n <= 6 && (n == len(text) || text[n] == ' ' || text[n] == '\t')
}

// beginsItem reports whether text is a list item with words in it.
func beginsItem(text string) bool {
	n := listMarker(text)
	return n > 0 && n < len(text) && !isBreak(text)
}

// isBreak reports whether text is a thematic break.
func isBreak(text string) bool {
	n := 0
	for i := range len(text) {
		switch text[i] {
		case text[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// listMarker is the length of the list marker that text begins with, or 0.
func listMarker(text string) int {
	n := 0
	switch c := text[0]; {
	case c == '-' || c == '+' || c == '*':
		n = 1
	case '0' <= c && c <= '9':
		for n < len(text) && n < 9 && '0' <= text[n] && text[n] <= '9' {
			n++
		}
		if n == len(text) || text[n] != '.' && text[n] != ')' {
			return 0
		}
		n++
	}
	if n == 0 || n < len(text) && text[n] != ' ' && text[n] != '\t' {
		return 0
	}
	return n
}

// NoteLabel finds "[^label]" at the start of line and returns the label and
// the length of the whole; 0 when there is none.
func NoteLabel(line []byte) (string, int) {
	const longest = 99
	if len(line) < 4 || line[0] != '[' || line[1] != '^' {
		return "", 0
	}
	for i := 2; i < len(line) && i < longest; i++ {
		switch c := line[i]; {
		case c == ']':
			if i == 2 {
				return "", 0
			}
			return string(bytes.ToLower(line[2:i])), i + 1
		case c <= ' ' || c == '[':
			return "", 0
		}
	}
	return "", 0
}

// IsDelimiterRow reports whether text can be the line under a table's head.
func IsDelimiterRow(text string) bool {
	return strings.IndexByte(text, '|') >= 0 && strings.IndexByte(text, '-') >= 0 && strings.Trim(text, "|-: \t") == ""
}
