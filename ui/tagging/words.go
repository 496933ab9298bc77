package tagging

import (
	"strings"

	"lede/articles"
)

// Words are the tags in a line: words with blanks or commas between them, and several
// in quotes as one.
func Words(line string) (words []string) {
	var b strings.Builder
	quoted := false
	end := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
		}
		b.Reset()
	}
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && (r == ' ' || r == ','):
			end()
		default:
			b.WriteRune(r)
		}
	}
	end()
	return words
}

// Parse reads what is to be done with tags: "go -rust" puts one on and takes one off.
func Parse(line string) (edit articles.TagEdit) {
	for _, word := range Words(line) {
		name, off := strings.CutPrefix(word, "-")
		tag := articles.TagName(strings.TrimPrefix(name, "+"))
		switch {
		case tag == "":
		case off:
			edit.Take = append(edit.Take, tag)
		default:
			edit.Add = append(edit.Add, tag)
		}
	}
	return edit
}

// quote is a tag as it is typed.
func quote(tag string) string {
	if strings.ContainsAny(tag, " ,") {
		return `"` + tag + `"`
	}
	return tag
}

// lastWord parts a line before its last word, which is still typed.
func lastWord(line string) (before, word string) {
	at, quoted := 0, false
	for i, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && (r == ' ' || r == ','):
			at = i + 1
		}
	}
	return line[:at], line[at:]
}
