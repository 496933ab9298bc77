package markdown

import (
	"strings"

	"lede/articles"
)

// Opening is the first line of a text in which a reader sees words, cut to the
// length of a title; empty when none of the first lines has any.
func Opening(text string) string {
	const within = 4 << 10 // bytes; a whole book is not looked through
	for line := range strings.Lines(text[:min(len(text), within)]) {
		line = strings.TrimSuffix(strings.TrimRight(line, "\n"), `\`) // of verse: it breaks here
		d := Parse(line)
		for i := range d.Chunks {
			if words := articles.CleanLine(d.Plain(i)); words != "" {
				return articles.Opening(words)
			}
		}
	}
	return ""
}
