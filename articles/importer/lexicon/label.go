package lexicon

import (
	"strings"
	"unicode/utf8"
)

// longestLabel is how many characters a line may have that stands over others.
const longestLabel = 80

// IsRelated reports whether a line of a page stands over a list of other articles.
func IsRelated(line string) bool {
	return utf8.RuneCountInString(line) <= longestLabel && Whole(line).Has(Related)
}

// IsFurniture reports whether a line of a page is a button or an entry of a menu,
// or stands over comments or a form.
func IsFurniture(line string) bool {
	return utf8.RuneCountInString(line) <= longestLabel && !IsRelated(line) && Whole(line).HasAny(Comments, Aside, Button, Menu, Pages, Counted)
}

// IsNotice reports whether a paragraph is a disclaimer or a remark of the
// editor on the article: it begins like one.
func IsNotice(s string) bool {
	kinds, _ := Opening(s)
	first, _, said := strings.Cut(strings.Replace(s, "：", ":", 1), ":")
	return kinds.Has(Notice) && !(said && Whole(first).Has(Note))
}
