package store

import (
	"slices"
	"strings"

	"lede/articles"
)

// kind is what a trait says of an article. The numbers are stored.
type kind int

const (
	kindAddress kind = iota + 1 // a name under which others point to it
	kindLink                    // an address that it points to
	kindTag
	kindAuthor
	kindSite
	kindTerm // a word that tells it from others
)

// trait is one thing by which an article is found or is like others.
type trait struct {
	kind  kind
	value string
}

// mostTerms is how many of an article's telling words are looked up by. The
// first tell the most.
const mostTerms = 12

// traits returns everything by which a is found, sorted, each once.
func traits(a *articles.Article) []trait {
	out := make([]trait, 0, 32)
	add := func(k kind, value string) {
		if value != "" {
			out = append(out, trait{k, value})
		}
	}
	for _, name := range []string{a.Origin, a.URL, a.Slug} {
		add(kindAddress, address(name))
	}
	for _, link := range a.Links {
		add(kindLink, address(link))
	}
	for _, link := range a.Related {
		add(kindLink, address(link.Target))
	}
	for _, tag := range a.Tags {
		add(kindTag, fold(tag))
	}
	add(kindAuthor, fold(a.Author))
	add(kindSite, fold(a.Site))
	for _, term := range a.Terms[:min(mostTerms, len(a.Terms))] {
		add(kindTerm, fold(term))
	}
	slices.SortFunc(out, compareTraits)
	return slices.Compact(out)
}

func compareTraits(a, b trait) int {
	if a.kind != b.kind {
		return int(a.kind - b.kind)
	}
	return strings.Compare(a.value, b.value)
}
