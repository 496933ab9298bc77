package query

import (
	"strings"

	"lede/articles"
)

// Features are the parts of anatomy that an article has, as has: asks for them, in the
// order of their constants. It looks at the lines of the text and parses none of it.
func Features(a *articles.Article) []Has {
	found := map[Has]bool{
		HasQuote:  len(a.Epigraphs) > 0,
		HasImage:  len(a.Images) > 0,
		HasLink:   len(a.Links) > 0,
		HasDek:    a.Dek != "",
		HasAuthor: a.Author != "",
		HasDate:   !a.Published.IsZero(),
		HasTags:   len(a.Tags) > 0,
	}
	inBody(a.Markdown, found)
	var all []Has
	for _, has := range [...]Has{HasQuote, HasImage, HasCode, HasTable, HasNotes, HasLink, HasDek, HasAuthor, HasDate, HasTags} {
		if found[has] {
			all = append(all, has)
		}
	}
	return all
}

// inBody notes what the lines of a text show that it has.
func inBody(markdown string, found map[Has]bool) {
	fence, before := "", ""
	for line := range strings.Lines(markdown) {
		line = strings.TrimSpace(line)
		inner := strings.TrimLeft(line, "-*+>0123456789.) \t") // in a list, or a quote
		mark := fenceOf(inner)
		switch {
		case fence != "":
			if strings.HasPrefix(mark, fence) && mark == inner {
				fence = ""
			}
		case mark != "":
			fence, found[HasCode] = mark, true
		case strings.HasPrefix(inner, "[^") && strings.Contains(inner, "]:"):
			found[HasNotes] = true
		case strings.HasPrefix(line, ">"):
			isCallout := strings.HasPrefix(strings.TrimLeft(line, "> "), "[!")
			found[HasQuote] = found[HasQuote] || !isCallout && !strings.HasPrefix(before, ">")
		case strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|-: \t") == "":
			found[HasTable] = found[HasTable] || strings.Contains(before, "|")
		}
		if fence == "" && (strings.Contains(line, "![") || strings.Contains(line, "<img")) {
			found[HasImage] = true
		}
		before = line
	}
}

// fenceOf is the run of marks that opens or closes code; empty for another line.
func fenceOf(line string) string {
	for _, mark := range [...]string{"`", "~"} {
		if run := line[:len(line)-len(strings.TrimLeft(line, mark))]; len(run) >= 3 && !strings.Contains(line[len(run):], "`") {
			return run
		}
	}
	return ""
}
