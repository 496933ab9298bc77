package clipping

// ByLine returns the author whom a line of a page names, in one of many
// languages: "By Jane Roe, science editor" names Jane Roe.
func ByLine(s string) (name string, ok bool) { return byline(s) }

// IsName reports whether s could be the name of a person or of a few people:
// not too long, in capitals where the script has them, no sentence.
func IsName(s string) bool { return looksLikeName(s, true) }

// Views is the count of views that a line states: "12.4k views".
func Views(s string) (n int64, ok bool) { return viewsIn(s) }

// IsFact reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsFact(s string) bool { return isFact(s) }

// Label is what a small text of a page is a label of.
type Label int

// The labels that stand after an article, or on no article's behalf.
const (
	NoLabel      Label = iota
	RelatedLabel       // a list of other articles follows
	OtherLabel         // comments, a form, a button, a menu
)

// LabelOf tells what a line of a page is a label of, in one of many languages.
func LabelOf(s string) Label {
	if weigh(s) > 80 {
		return NoLabel
	}
	c, ok := whole(fold(s))
	switch {
	case !ok:
		return NoLabel
	case c == relatedLabel:
		return RelatedLabel
	case c == commentsLabel, c == asideLabel, c == button, c == menu, c == navLabel, c == count:
		return OtherLabel
	}
	return NoLabel
}

// IsNotice reports whether a paragraph is a disclaimer or a remark of the
// editor on the article: it begins like one.
func IsNotice(s string) bool {
	return begins(fold(s)) == notice && !isRemark(s)
}
