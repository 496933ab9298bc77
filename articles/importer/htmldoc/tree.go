package htmldoc

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
)

// Tree is a text of HTML as a tree, whatever its depth. html.Parse refuses what
// stands more than 512 deep: such texts are read without the elements that only
// nest.
func Tree(text string) (*html.Node, error) {
	if manyRoots(text) {
		return nil, errors.New("it begins too many times")
	}
	root, err := html.Parse(strings.NewReader(text))
	if err == nil {
		return root, nil
	}
	return html.Parse(strings.NewReader(flat(text)))
}

// manyRoots reports whether a page begins so often, and with so much, that
// html.Parse would not end: it compares the attributes of each tag of the root
// and the body with all before.
func manyRoots(text string) bool {
	const most = 64 << 20 // comparisons, at worst
	tags, size := 0, 0
	for {
		at := strings.IndexByte(text, '<')
		if at < 0 || len(text)-at < len("<html") {
			return tags*size > most
		}
		if text = text[at+1:]; strings.EqualFold(text[:4], "html") || strings.EqualFold(text[:4], "body") {
			end := strings.IndexByte(text, '>')
			if end < 0 {
				end = len(text)
			}
			tags, size = tags+1, size+end
			text = text[end:]
		}
	}
}

// flat is a page with no more than the elements that texts are made of, closed
// as soon as another begins.
func flat(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	skip := ""
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		raw := string(z.Raw())
		name, _ := z.TagName()
		tag := string(name)
		switch {
		case kind == html.TextToken:
			if skip == "" {
				b.WriteString(raw)
			}
		case kind == html.StartTagToken && (tag == "script" || tag == "style"):
			skip = tag
		case kind == html.EndTagToken && tag == skip:
			skip = ""
		case tag == "p", tag == "br", tag == "h1", tag == "h2", tag == "h3", tag == "h4", tag == "title", tag == "meta":
			b.WriteString(raw)
		case kind == html.StartTagToken || kind == html.EndTagToken:
			b.WriteByte(' ')
		}
	}
}
