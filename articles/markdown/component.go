package markdown

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
)

// component shows the words of an element that is none of HTML: a picture where
// it has an address, else its title, label and the like on a line of their own.
func (m *marker) component(t html.Token) {
	if _, known := inlineTags()[t.Data]; known {
		return
	}
	drawn := isPicture(t.Data) && attr(t, "src") != ""
	if drawn {
		m.picture(t)
	}
	var words []string
	for _, a := range t.Attr {
		if drawn && a.Key != "caption" {
			continue
		}
		value := strings.Trim(a.Val, "{}\"'`")
		if isShown(argument{a.Key, value, true}) {
			words = append(words, articles.CleanLine(value))
		}
	}
	if len(words) == 0 {
		return
	}
	if m.flat == 0 {
		m.endLeaf()
	}
	m.say(strings.Join(words, " · "))
	if m.flat == 0 {
		m.endLeaf()
	}
}

// TagWords are the words in a tag of no element of HTML, a component, that the
// page would show: its title, label and the like.
func TagWords(tag string) string {
	name := TagName(tag)
	if _, known := inlineTags()[name]; known || name == "" || name[0] == '/' || !strings.Contains(tag, "=") {
		return ""
	}
	_, rest, _ := cutBlank(strings.TrimRight(tag, "/> \n"))
	words := strings.Join(wordsOf(strings.NewReplacer("={", "=", "\"}", "\"", "'}", "'", "`}", "`").Replace(rest)), " · ")
	return strings.ReplaceAll(HTMLText(words), "\n", " ")
}
