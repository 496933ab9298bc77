package clipping

// ByLine returns the author whom a line of a page names, in one of many
// languages: "By Jane Roe, science editor" names Jane Roe.
func ByLine(s string) (name string, ok bool) { return byline(s) }

// IsName reports whether s could be the name of a person or of a few people:
// not too long, in capitals where the script has them, no sentence.
func IsName(s string) bool { return looksLikeName(s, true) }

// Views is the count of views that a line states: "12.4k views".
func Views(s string) (n int64, ok bool) { return viewsIn(s) }
