package dialect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostHashtags is how many tags a note takes from its text.
const mostHashtags = 50

// Hashtags are the tags in the text of a note, #word and #above/below, outside of
// code. Only in a folder of [Obsidian] or [Logseq] is such a word surely a tag.
func Hashtags(text string) []string {
	var out []string
	fence := ""
	for line := range strings.Lines(text) {
		trimmed := strings.TrimLeft(line, " \t>")
		if mark := fenceMark(trimmed); mark != "" && (fence == "" || strings.HasPrefix(mark, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
			continue
		}
		if fence != "" || strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t") {
			continue
		}
		for at := 0; at < len(line) && len(out) < mostHashtags; {
			next := strings.IndexAny(line[at:], "#`")
			if next < 0 {
				break
			}
			at += next
			if line[at] == '`' {
				at += spanLength(line[at:])
				continue
			}
			tag := hashtag(line[at+1:])
			before, _ := utf8.DecodeLastRuneInString(line[:at])
			if tag != "" && (at == 0 || unicode.IsSpace(before)) && !slices.Contains(out, tag) {
				out = append(out, tag)
			}
			at += 1 + len(tag)
		}
	}
	return out
}

// hashtag is the tag that s begins with, behind its sign: letters, digits, _, -
// and /, of which one is no digit. What runs on with another sign, such as a
// colour or an address, is none.
func hashtag(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-/", r)
	})
	if end < 0 {
		end = len(s)
	}
	tag := strings.Trim(s[:end], "/")
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end:min(len(s), end+8)], ".,;:!?)") + " ")
	if !strings.ContainsFunc(tag, unicode.IsLetter) || !unicode.IsSpace(after) {
		return ""
	}
	return tag
}

// fenceMark is the run of marks that a line of a fence begins with, whether it opens
// or closes code.
func fenceMark(line string) string {
	for _, mark := range [...]string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, mark)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}

// spanLength is the length of the span of code that s begins with, or of its
// backticks when they are not closed on the line.
func spanLength(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	if end := strings.Index(s[n:], s[:n]); end >= 0 {
		return n + end + n
	}
	return n
}
