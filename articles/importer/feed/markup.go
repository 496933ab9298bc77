package feed

import (
	"html"
	"slices"
	"strings"

	"lede/articles"
)

// hasMarkup reports whether a text that does not say what it is, is HTML: it
// has a tag of it, or a character by its name or number.
func hasMarkup(s string) bool {
	for at := 0; ; at++ {
		i := strings.IndexAny(s[at:], "<&")
		if i < 0 {
			return false
		}
		at += i
		if s[at] == '&' {
			end := strings.IndexByte(s[at:min(len(s), at+12)], ';')
			if end > 1 && html.UnescapeString(s[at:at+end+1]) != s[at:at+end+1] {
				return true
			}
		} else if isTag(s[at:]) {
			return true
		}
	}
}

// isTag reports whether s begins with a tag of HTML, and not with a sign that
// is smaller than the next.
func isTag(s string) bool {
	name := strings.TrimPrefix(s[1:min(len(s), 20)], "/")
	n := 0
	for n < len(name) && (name[n] >= 'a' && name[n] <= 'z' || name[n] >= 'A' && name[n] <= 'Z' || name[n] >= '1' && name[n] <= '6') {
		n++
	}
	if n == len(name) || !strings.ContainsRune(" \t\r\n/>", rune(name[n])) {
		return strings.HasPrefix(s, "<!--")
	}
	if end := strings.IndexAny(s[1:min(len(s), longestTag)], "<>"); end < 0 || s[1+end] != '>' {
		return false
	}
	_, known := slices.BinarySearch(tagNames[:], strings.ToLower(name[:n]))
	return known
}

// longestTag is how many bytes a tag may have, to be one.
const longestTag = 4000

// parts reports whether s begins with a tag that parts the words at its sides.
func parts(s string) bool {
	name := strings.ToLower(strings.TrimLeft(s[:min(len(s), 14)], "</"))
	for _, inline := range [...]string{
		"a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
		"samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
	} {
		if rest, ok := strings.CutPrefix(name, inline); ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z') {
			return false
		}
	}
	return true
}

// tagNames are the elements of HTML that texts are made of, in order.
var tagNames = [...]string{
	"a", "abbr", "acronym", "address", "applet", "article", "aside", "audio", "b", "base", "big", "blockquote", "body", "br", "button", "caption", "center",
	"cite", "code", "col", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer",
	"form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "li",
	"link", "main", "mark", "math", "meta", "nav", "noscript", "object", "ol", "p", "param", "picture", "pre", "q", "s", "samp", "script",
	"section", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot",
	"th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
}

// literal keeps the tags of a title that mark nothing up, such as those of "The
// <details> element, explained": their names are its words. What marks up is
// closed again, or breaks a line.
func literal(title string) string {
	const longest = 4000
	if len(title) > longest {
		return title
	}
	lower := strings.ToLower(title)
	var b strings.Builder
	for at := 0; at < len(title); at++ {
		if title[at] == '<' && isTag(title[at:]) && !marksUp(lower, at) {
			b.WriteString("&lt;")
			continue
		}
		b.WriteByte(title[at])
	}
	return b.String()
}

// marksUp reports whether the tag at a place of a title, in lower case, is one
// that has its other half, or needs none.
func marksUp(title string, at int) bool {
	name := tagName(title[at:])
	switch name {
	case "":
		return true
	case "br", "hr", "img", "wbr": // with blanks at both sides it is a word: "The <br> element"
		tag, rest, _ := strings.Cut(title[at:], ">")
		return strings.Contains(tag, "=") || !strings.HasSuffix(title[:at], " ") || !strings.HasPrefix(rest, " ")
	case "base", "body", "head", "html", "link", "main", "meta", "nav", "param", "section", "source", "table", "title":
		return false // no title has one, but as a word
	}
	if strings.HasPrefix(title[at:], "</") {
		open := strings.LastIndex(title[:at], "<"+name)
		return open >= 0 && tagName(title[open:]) == name
	}
	return strings.Contains(title[at:], "</"+name+">")
}

// tagName is the name in a tag at the start of s.
func tagName(s string) string {
	s = strings.TrimLeft(s, "</")
	end := strings.IndexFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '1' || r > '6') })
	return s[:max(0, end)]
}

// passHidden passes a script or a style, whose words are not for readers; false
// when s begins with another tag.
func passHidden(s string) (rest string, hidden bool) {
	for _, name := range [...]string{"script", "style"} {
		if !hasName(s[1:], name) {
			continue
		}
		for at := 1; ; {
			next := strings.Index(s[at:], "</")
			if next < 0 {
				return s, false
			}
			if at += next + 2; hasName(s[at:], name) {
				_, rest, _ = strings.Cut(s[at:], ">")
				return rest, true
			}
		}
	}
	return s, false
}

func hasName(s, name string) bool {
	return len(s) >= len(name) && strings.EqualFold(s[:len(name)], name)
}

// opened is HTML without the tags of frames that are not closed: all that
// follows one is its own, to a browser.
func opened(s string) string {
	var closed [len(frames)]bool
	for at := strings.LastIndexByte(s, '<'); at >= 0; at = strings.LastIndexByte(s[:at], '<') {
		for i, name := range frames {
			switch {
			case hasName(s[at+1:], "/"+name):
				closed[i] = true
			case !closed[i] && hasName(s[at+1:], name):
				_, rest, _ := strings.Cut(s[at:], ">")
				return s[:at] + rest
			}
		}
	}
	return s
}

var frames = [...]string{"iframe", "noframes", "noembed", "plaintext", "xmp"}

// stripped is HTML on one line without its tags. What was escaped twice, as
// "&amp;amp;", comes out as it was meant.
func stripped(s string) string {
	const longest = 1 << 16
	s = s[:min(len(s), longest)]
	var b strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(s[:at])
		s = s[at:]
		switch {
		case s == "":
		case strings.HasPrefix(s, "<!--"):
			_, s, _ = strings.Cut(s, "-->")
		case isTag(s):
			if rest, hidden := passHidden(s); hidden {
				s = rest
				break
			}
			if parts(s) {
				b.WriteByte(' ')
			}
			_, s, _ = strings.Cut(s, ">")
		default:
			b.WriteByte('<')
			s = s[1:]
		}
	}
	line := html.UnescapeString(b.String())
	if again := html.UnescapeString(line); again != line && !strings.Contains(again, "<") {
		line = again
	}
	return articles.CleanLine(line)
}
