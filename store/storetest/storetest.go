// Package storetest makes up articles, so that tests and benchmarks can fill a
// library with as many as they need.
package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"lede/articles"
)

var (
	openings = []string{"On", "Against", "The Case for", "What We Know About", "A Short History of", "Notes on", "“Why” and Other Words for", "The End of", "Étude:", "How to Read"}
	things   = []string{"Pagers", "Margins", "Footnotes", "Slow Reading", "the Semicolon", "Terminal Light", "Paper", "Bookmarks", "Indexes", "the Paragraph", "Deadlines", "Typewriters", "Serifs", "Silence", "Marginalia", "Proofreaders", "Ink", "Columns", "Headlines", "Captions"}
	turns    = []string{"", "", "", ", Revisited", " in Winter", " and Its Discontents", ": A Defence", " Before Dawn", ", Part Two", " for Beginners"}
	given    = []string{"Ada", "Björn", "Chiara", "Dmitri", "Esra", "Femi", "Gwen", "Hana", "Ivo", "Jun", "Keiko", "Lars", "Mina", "Noor", "Olu", "Petra"}
	family   = []string{"Abel", "Brandt", "Cole", "Duarte", "Eklund", "Farrow", "Girard", "Hale", "Ito", "Jansen", "Kovač", "Lind", "Moreau", "Nagy", "Okafor", "Price"}
	subjects = []string{"unix", "type", "history", "books", "language", "design", "privacy", "music", "science", "cities", "work", "letters", "press", "maps", "film", "law"}
)

// Articles yields n made-up articles, always the same ones. Some words, tags,
// authors and sites are common and most are rare, as in life; some articles
// link to others, and one in twenty has no date.
func Articles(n int) iter.Seq[*articles.Article] {
	return func(yield func(*articles.Article) bool) {
		for i := range n {
			if !yield(Article(i)) {
				return
			}
		}
	}
}

// Article is the made-up article of number i.
func Article(i int) *articles.Article {
	r := rand.New(rand.NewPCG(uint64(i), 0x1ede))
	site := rare(r, 200)
	origin := link(i)
	title := fmt.Sprintf("%s %s%s", pick(r, openings), pick(r, things), pick(r, turns))
	a := &articles.Article{
		ID: articles.NewID(origin), Slug: articles.Slug(title), Origin: origin, URL: origin,
		Title: title, Author: pick(r, given) + " " + family[rare(r, len(family))],
		Dek:  "What the " + word(rare(r, 5000)) + " knows of the " + word(rare(r, 5000)) + ", and why it took a century to say so.",
		Site: "The " + strings.ToUpper(word(site)[:1]) + word(site)[1:] + " Review",
	}
	if i%20 != 7 {
		a.Published = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC).Add(-time.Duration(r.IntN(20*365*24)) * time.Hour)
	}
	for range r.IntN(4) {
		a.Tags = append(a.Tags, tag(rare(r, 400)))
	}
	for range r.IntN(3) {
		a.Links = append(a.Links, link(r.IntN(i+1)))
	}
	if i%10 == 3 {
		a.Related = []articles.Link{
			{Title: "Another piece", Target: link(r.IntN(i + 1))},
			{Title: "A piece that stands elsewhere", Target: "https://elsewhere.example/" + word(i)},
		}
	}
	if i%5 == 0 {
		a.SourceViews = int64(r.IntN(50000))
	}
	a.Length = articles.Length{Words: 150 + r.IntN(3000)}
	a.Markdown = prose(r, i%subjectsOfText, 40+r.IntN(560))
	return a
}

func link(i int) string { return fmt.Sprintf("https://review.example/%d", i) }

func tag(n int) string {
	if n < len(subjects) {
		return subjects[n]
	}
	return word(n)
}

// rare picks a number below n, small ones far more often.
func rare(r *rand.Rand, n int) int {
	f := r.Float64()
	return int(f * f * f * float64(n))
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// word is the made-up word of number i.
func word(i int) string {
	const consonants, vowels = "bdfglmnprstv", "aeiou"
	var b strings.Builder
	for i += 61; i > 0; i /= 60 {
		b.WriteByte(consonants[i%12])
		b.WriteByte(vowels[i/12%5])
	}
	return b.String()
}
