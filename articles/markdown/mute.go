package markdown

import (
	"strings"

	"lede/articles/markdown/syntax"
)

// Mute reports whether chunk i surely shows nothing: it has link definitions
// and nothing else, is inside a comment, or has tags with no words between
// them. It only reads on until the first word, so that a reader may pass over
// megabytes of such chunks without parsing them.
func (d *Document) Mute(i int) bool {
	c := d.Chunks[i]
	text := d.Source[c.Start:c.End]
	switch {
	case c.Lead == "" && strings.HasPrefix(text, "\n") && strings.Trim(text, "\n") == "":
		return true
	case strings.HasPrefix(c.Lead, "<!--"):
		return !strings.Contains(text, "-->")
	case strings.HasPrefix(text, "<!--"):
		_, after, ended := strings.Cut(text[len("<!"):], "-->") // <!--> is a comment too
		return !ended || strings.TrimSpace(after) == ""
	case strings.HasPrefix(text, "["):
		return c.Lead == "" && syntax.OnlyDefinitions(text)
	case strings.HasPrefix(text, "<"):
		return (c.Lead == "" || c.Lead[0] == '<') && onlyContainers(text)
	}
	return false
}

// onlyContainers reports whether text is tags and blanks, and the tags are of
// elements that show only what is in them.
func onlyContainers(text string) bool {
	for text = strings.TrimLeft(text, " \t\n"); text != ""; text = strings.TrimLeft(text, " \t\n") {
		tag, rest, ended := strings.Cut(text, ">")
		if !ended || !strings.HasPrefix(tag, "<") || strings.ContainsAny(tag[1:], "<\"'`\\") {
			return false
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(tag[1:], "/"), " ")
		switch strings.ToLower(name) {
		case "div", "span", "section", "article", "main", "header", "p", "center", "font":
		default:
			return false
		}
		text = rest
	}
	return true
}
