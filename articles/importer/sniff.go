package importer

import (
	"strings"

	"lede/articles/importer/filetype"
	"lede/articles/importer/opml"
	"lede/articles/importer/saved"
)

// Grows reports whether a stream that begins so can be shown before all of it is
// there: it is Markdown or plain text. Of everything else the beginning says too
// little.
func Grows(text string) bool {
	start := strings.TrimLeft(text, " \t\r\n\ufeff")
	what, _ := filetype.OfBytes(text)
	switch {
	case start == "" || what != "" || strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff"):
		return false
	case strings.HasPrefix(start, "<"), strings.HasPrefix(start, "{"), strings.HasPrefix(start, "[{"), strings.HasPrefix(start, "[\n"):
		return false
	case saved.Sniff(text) != saved.None:
		return false
	}
	for _, fence := range [...]string{"---", "+++"} {
		if rest, ok := strings.CutPrefix(start, fence+"\n"); ok && !strings.Contains("\n"+rest, "\n"+fence) {
			return false // front matter that goes on
		}
	}
	return true
}

const subscriptionList = "a list of subscriptions"

// markup names what text is when it is neither Markdown nor plain text.
func markup(name, text string) string {
	switch {
	case filetype.IsMarkdown(name):
		return ""
	case opml.Is(text), filetype.Extension(name) == ".opml", opml.IsURLs(name, text[:min(len(text), 8<<10)]):
		return subscriptionList
	case filetype.IsPage(text), filetype.IsHTML(name):
		return webPage
	case filetype.IsXML(text):
		return "XML"
	}
	return ""
}
