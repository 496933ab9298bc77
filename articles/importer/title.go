package importer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lede/articles"
	"lede/articles/markdown"
)

// cutTitle takes the heading of level 1 from a body whose first block it is:
// the title, or where there is one already, what repeats it. Comments before it
// stay.
func cutTitle(title, body string) (found, rest string) {
	at := skipComments(body)
	end := headingEnd(body[at:])
	heading := headingText(body[at : at+end])
	if heading == "" || title != "" && !sameWords(title, heading) {
		return title, body
	}
	return nonEmpty(title, heading), body[:at] + strings.TrimLeft(body[at+end:], "\n")
}

// sameWords reports whether two titles differ in no more than case, accents,
// white space and the shapes of quotation marks, apostrophes and dashes.
func sameWords(a, b string) bool { return foldTitle(a) == foldTitle(b) }

func foldTitle(title string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.White_Space, unicode.Quotation_Mark, unicode.Dash) {
			return -1
		}
		return r
	}, norm.NFKD.String(strings.ToLower(title)))
	return nonEmpty(folded, title)
}

// titleWithin is how far into a body, in bytes, its title may stand: a book is
// not looked through for it.
const titleWithin = 64 << 10

// mostBeforeTitle is how many bytes of words may stand before a title, such as a
// line of tags; pictures do not count.
const mostBeforeTitle = 80

// cutOnlyTitle takes the heading of level 1 that stands after other text, as
// under the badges of a README, if it is the only one: several are sections, and
// so is one below prose or another heading.
func cutOnlyTitle(body string) (title, rest string, ok bool) {
	at := -1
	for h := range markdown.Parse(body[:min(titleWithin, len(body))]).Headings() {
		switch {
		case at < 0 && h.Level == 1:
			at = h.Offset
		case at < 0 || h.Level == 1:
			return "", body, false
		}
	}
	if at < 0 {
		return "", body, false
	}
	end := headingEnd(body[at:])
	if end == 0 || hasProse(body[:at]) { // it is inside a quote or a list, or a section
		return "", body, false
	}
	title = headingText(body[at : at+end])
	return title, body[:at] + strings.TrimLeft(body[at+end:], "\n"), title != ""
}

// hasProse reports whether more stands in a text than may before a title.
func hasProse(text string) bool {
	words := 0
	d := markdown.Parse(text)
	for i := range d.Chunks {
		if words += len(d.Plain(i)); words > mostBeforeTitle {
			return true
		}
	}
	return false
}

// skipComments is the offset of the first line that is neither blank nor part
// of an HTML comment.
func skipComments(body string) int {
	at := 0
	for {
		at += len(body[at:]) - len(strings.TrimLeft(body[at:], "\n"))
		line, _, _ := strings.Cut(body[at:], "\n")
		trimmed := strings.TrimSpace(line)
		switch {
		case line != "" && trimmed == "":
			at += len(line)
		case strings.HasPrefix(trimmed, "<!--"):
			end := strings.Index(body[at:], "-->")
			if end < 0 {
				return at
			}
			at += end + len("-->")
		default:
			return at
		}
	}
}

// headingEnd is the length of the heading of level 1 that s begins with, "#
// Title" or a paragraph underlined with =; 0 when it begins with none.
func headingEnd(s string) int {
	end := 0
	for line := range strings.Lines(s) {
		text := strings.TrimRight(line, " \t\n")
		indent := len(text) - len(strings.TrimLeft(text, " "))
		text = text[indent:]
		switch {
		case indent > 3 || text == "" || text[0] == '\t':
			return 0
		case end == 0 && (strings.HasPrefix(text, "# ") || strings.HasPrefix(text, "#\t")):
			return len(line)
		case end > 0 && strings.Trim(text, "=") == "":
			return end + len(line)
		case strings.ContainsRune("#>-*+`~|<=", rune(text[0])), end > 400:
			return 0
		}
		end += len(line)
	}
	return 0
}

// headingText is the text of the source of a heading without its marks.
func headingText(src string) string {
	for h := range markdown.Parse(src).Headings() {
		return articles.CleanLine(h.Text)
	}
	return ""
}
