package clipping

import (
	"strings"

	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// ByLine returns the author whom a line of a page names: see [names.ByLine].
func ByLine(s string) (name string, ok bool) { return names.ByLine(s) }

// IsName reports whether s could be the name of a person: see [names.Is].
func IsName(s string) bool { return names.Is(s, true) }

// IsFact reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsFact(s string) bool {
	l := line{text: s, weight: weigh(s)}
	if l.weight > 140 {
		return false
	}
	l.look()
	_, by := names.ByLine(s)
	return by || l.dated() || l.words.HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
}

// Heads is what a small text of a page stands over.
type Heads int

// The labels that stand after an article, or on no article's behalf.
const (
	NoLabel      Heads = iota
	RelatedLabel       // a list of other articles follows
	OtherLabel         // comments, a form, a button, a menu
)

// LabelOf tells what a line of a page is a label of.
func LabelOf(s string) Heads {
	kinds := lexicon.Whole(s)
	switch {
	case weigh(s) > 80:
	case kinds.Has(lexicon.Related):
		return RelatedLabel
	case kinds.HasAny(lexicon.Comments, lexicon.Aside, lexicon.Button, lexicon.Menu, lexicon.Pages, lexicon.Counted):
		return OtherLabel
	}
	return NoLabel
}

// IsNotice reports whether a paragraph is a disclaimer or a remark of the
// editor on the article: it begins like one.
func IsNotice(s string) bool {
	kinds, _ := lexicon.Opening(s)
	first, _, said := strings.Cut(strings.Replace(s, "：", ":", 1), ":")
	return kinds.Has(lexicon.Notice) && !(said && lexicon.Whole(first).Has(lexicon.Note))
}
