package render

import (
	"strings"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/plain"
)

// mastheadWords are the words that stand above the text, in the order of the
// screen.
func mastheadWords(a *articles.Article, st articles.State) string {
	words := kickerItems(a)
	words = append(words, a.Title)
	words = append(words, metaItems(a, st)...)
	words = append(words, a.Dek)
	return lined(append(words, a.Notices...))
}

// notesWords are the words of the notes below the text.
func notesWords(notes []markdown.Footnote) string {
	if len(notes) == 0 {
		return ""
	}
	words := []string{notesHead}
	for _, note := range notes {
		for c := note.Node.FirstChild(); c != nil; c = c.NextSibling() {
			words = append(words, plain.Shown(c, note.Source))
		}
	}
	return strings.Join(words, "\n")
}

// endingWords are the words that stand below the notes.
func endingWords(a *articles.Article, related []articles.Related) string {
	var words []string
	for _, q := range a.Epigraphs {
		words = append(words, articles.Clean(q.Text), articles.CleanLine(q.By))
	}
	if bio, name := articles.CleanLine(a.AuthorBio), articles.CleanLine(a.Author); bio != "" {
		if _, ok := afterName(bio, name); !ok {
			words = append(words, name)
		}
		words = append(words, bio)
	}
	if len(related) > 0 {
		words = append(words, relatedHead)
	}
	for _, r := range related {
		words = append(append(words, r.Title), relatedItems(r)...)
	}
	return lined(words)
}

// lined is words, each cleaned, on lines of their own.
func lined(words []string) string {
	var b strings.Builder
	for _, s := range words {
		b.WriteString(articles.CleanLine(s) + "\n")
	}
	return b.String()
}
