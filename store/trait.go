package store

import (
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/store/fulltext"
	"lede/store/spelling"
)

// kind is what a trait says of an article. The numbers are stored.
type kind int

const (
	kindAddress kind = iota + 1 // a name under which others point to it
	kindLink                    // an address that it points to
	kindTag
	kindAuthor
	kindSite
	_ // was a word that tells it from others
	kindSeries
)

// trait is one thing by which an article is found or is like others.
type trait struct {
	kind  kind
	value string
}

// traits returns everything by which a is found, sorted, each once.
func traits(a *articles.Article) []trait {
	out := make([]trait, 0, 32)
	add := func(k kind, value string) {
		if value != "" {
			out = append(out, trait{k, value})
		}
	}
	for _, name := range []string{a.Origin, a.URL, a.Slug} {
		add(kindAddress, spelling.Address(name))
	}
	for _, name := range slices.Concat(a.Aliases, a.Former) {
		add(kindAddress, spelling.Address(name))
	}
	for _, link := range a.Links {
		add(kindLink, spelling.Address(link))
	}
	for _, link := range a.Related {
		add(kindLink, spelling.Address(link.Target))
	}
	out = append(out, tagTraits(a.Tags)...)
	add(kindAuthor, spelling.Fold(a.Author))
	add(kindSite, spelling.Fold(a.Site))
	add(kindSeries, spelling.Fold(a.Series))
	if a.Part > 0 {
		add(kindSeries, partOf(a.Series, a.Part))
	}
	slices.SortFunc(out, compareTraits)
	return slices.Compact(out)
}

func tagTraits(tags []string) (out []trait) {
	for _, tag := range tags {
		if value := spelling.Fold(tag); value != "" {
			out = append(out, trait{kindTag, value})
		}
	}
	return out
}

// partOf is a part of a series, as a trait: the series of a long book has more
// articles than are looked at.
func partOf(series string, part int) string {
	if series = spelling.Fold(series); series == "" {
		return ""
	}
	return series + "\n" + strconv.Itoa(part)
}

func compareTraits(a, b trait) int {
	if a.kind != b.kind {
		return int(a.kind - b.kind)
	}
	return strings.Compare(a.value, b.value)
}

// index has an article be found by its words, and as the copy of others; fresh says that it
// was not there before.
func (w *writer) index(key int64, a *articles.Article, anatomy string, fresh bool) error {
	words, err := w.words.Add(key, fulltext.Source{
		Title: a.Title, Dek: a.Dek, Author: a.Author, Site: a.Site, URL: a.URL, Anatomy: anatomy, Markdown: a.Markdown,
	})
	if err == nil {
		w.stories.Add(key, words, fresh)
	}
	return err
}

// unindex is for before an article changes or goes.
func (w *writer) unindex(key int64) error {
	words, err := w.words.Remove(key)
	if err == nil {
		w.stories.Remove(key, words)
	}
	return err
}
