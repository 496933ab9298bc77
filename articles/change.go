package articles

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Changes says in one line what is different in an article that was made
// again: "text (1,240 → 1,310 words), title". It is empty when nothing is that
// a reader could see.
func Changes(before, after *Article) string {
	var parts []string
	note := func(same bool, what string) {
		if !same {
			parts = append(parts, what)
		}
	}
	if before.Markdown != after.Markdown {
		from, to := before.Length.Total(), after.Length.Total()
		if from == to {
			parts = append(parts, fmt.Sprintf("text (%s words as before)", Grouped(to)))
		} else {
			parts = append(parts, fmt.Sprintf("text (%s → %s words)", Grouped(from), Grouped(to)))
		}
	}
	note(before.Title == after.Title, "title")
	note(before.Dek == after.Dek, "dek")
	note(before.Author == after.Author, "by-line")
	note(before.AuthorBio == after.AuthorBio, "lines about the author")
	note(before.Published.Equal(after.Published) && before.Updated.Equal(after.Updated), "dates")
	note(before.Site == after.Site, "site")
	note(before.URL == after.URL, "address")
	note(before.Series == after.Series && before.Part == after.Part && before.Parts == after.Parts, "series")
	note(slices.Equal(before.Tags, after.Tags), "tags")
	note(slices.Equal(before.Notices, after.Notices), "notices")
	note(slices.Equal(before.Epigraphs, after.Epigraphs), "epigraphs")
	note(slices.Equal(before.Related, after.Related), "related articles")
	note(before.SourceViews == after.SourceViews, "views of the source")
	return strings.Join(parts, ", ")
}

// Grouped is a count as it is read: 1,240.
func Grouped(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}
