package htmltag

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/util"

	"lede/articles"
)

// Text is the text of a piece of HTML: tags, comments, scripts and styles
// dropped, blocks and <br> on lines of their own, entities decoded.
func Text(s string) string {
	var b strings.Builder
	tail := len(s) - 1 - strings.LastIndexByte(s, '>') // bytes in which no tag ends
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(html.UnescapeString(s[:at]))
		s = s[at:]
		if s == "" {
			break
		}
		tag, rest := Cut(s, len(s) > tail)
		s = rest
		switch name := Name(tag); {
		case tag == "<":
			b.WriteByte('<')
		case name == "script" || name == "style":
			s = afterElement(s, name)
		case IsBlock(strings.TrimPrefix(name, "/")):
			b.WriteByte('\n')
		}
	}
	return tidyLines(articles.Clean(b.String()))
}

// afterElement is what stands behind the closing tag of the element that s is
// inside of; nothing when none closes it.
func afterElement(s, name string) string {
	for {
		_, rest, ok := strings.Cut(s, "</")
		if !ok {
			return ""
		}
		if len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			_, rest, _ = strings.Cut(rest, ">")
			return rest
		}
		s = rest
	}
}

// Cut cuts s, which begins with "<", after its first tag or comment. A "<"
// that begins neither is returned alone; closed says that a ">" follows, so
// that no search for it runs to the end of s in vain.
func Cut(s string, closed bool) (tag, rest string) {
	for _, pair := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if strings.HasPrefix(s, pair[0]) {
			if end := strings.Index(s[len(pair[0]):], pair[1]); end >= 0 {
				end += len(pair[0]) + len(pair[1])
				return s[:end], s[end:]
			}
			return s, ""
		}
	}
	if !closed || len(s) < 2 || !(util.IsAlphaNumeric(s[1]) || s[1] == '/' || s[1] == '!') {
		return s[:1], s[1:]
	}
	end := 1 + tagEnd(s[1:])
	return s[:end], s[end:]
}

// tagEnd is the offset behind the ">" that ends a tag; one within quotes does
// not, unless the quotes never close. A tag that nothing ends takes all of s.
func tagEnd(s string) int {
	at := 0
	for {
		next := strings.IndexAny(s[at:], "=>")
		if next < 0 {
			return len(s)
		}
		at += next + 1
		if s[at-1] == '>' {
			return at
		}
		if at < len(s) && (s[at] == '"' || s[at] == '\'') {
			if end := strings.IndexByte(s[at+1:], s[at]); end >= 0 {
				at += end + 2
			}
		}
	}
}

// tidyLines joins runs of blanks, trims lines and keeps at most one empty
// line between others.
func tidyLines(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
