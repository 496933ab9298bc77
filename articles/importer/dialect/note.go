package dialect

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inlineNotes makes footnotes of ^[notes that stand in a text], as Pandoc has
// them. Their words stand below it then, behind a mark.
func inlineNotes(text string) string {
	if !strings.Contains(text, "^[") {
		return text
	}
	var out, notes strings.Builder
	count := 0
	w := writer{blank: true}
	for line := range strings.Lines(text) {
		if w.isProse(line) && strings.Contains(line, "^[") {
			line = notesIn(line, func(words string) string {
				count++
				mark := fmt.Sprintf("[^inline-%d]", count)
				notes.WriteString("\n" + mark + ": " + words + "\n")
				return mark
			})
		}
		out.WriteString(line)
	}
	if count == 0 {
		return text
	}
	return strings.TrimRight(out.String(), "\n") + "\n" + notes.String()
}

// notesIn puts a mark in the place of each note in a line.
func notesIn(line string, mark func(words string) string) string {
	var out strings.Builder
	for at := 0; at < len(line); {
		n := strings.IndexAny(line[at:], "`^\\")
		if n < 0 {
			out.WriteString(line[at:])
			break
		}
		out.WriteString(line[at : at+n])
		at += n
		switch line[at] {
		case '`':
			n = codeLength(line[at:])
		case '\\':
			n = min(2, len(line)-at)
		default:
			n = 1
			if words, length := noteOf(line[at:]); length > 0 && at > 0 && !isBlank(line[at-1]) {
				out.WriteString(mark(words))
				at += length
				continue
			}
		}
		out.WriteString(line[at : at+n])
		at += n
	}
	return out.String()
}

// noteOf is the words of the note that s begins with, and how long it is: several
// words, for "2^[n]" is none.
func noteOf(s string) (words string, length int) {
	if !strings.HasPrefix(s, "^[") {
		return "", 0
	}
	open := 0
	for i := 1; i < min(len(s), longest); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			open++
		case ']':
			if open--; open > 0 {
				continue
			}
			words = strings.TrimSpace(s[2:i])
			first, _ := utf8.DecodeRuneInString(words)
			if strings.IndexByte(words, ' ') < 0 && !unicode.Is(unicode.Han, first) {
				return "", 0
			}
			return words, i + 1
		}
	}
	return "", 0
}
