package query

import (
	"strings"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/nearest"
)

// FieldInfo is a field, as help tells it.
type FieldInfo struct {
	Name    string   // "tag"
	Values  []string // all that it takes; nil when it takes others
	Help    string   // "with the tag, or one below it", without the values
	Example string   // "tag:go"

	kind  kind
	needs string // "time:<ten needs minutes"; a name when it is empty
}

// kind is what a field takes.
type kind int

const (
	takesState kind = iota
	takesName
	takesText
	takesNumber
	takesTime
	takesPart
	takesOrder
)

// fields is the table of the language, in the order of its help.
var fields = [...]FieldInfo{
	{
		Name: "is", kind: takesState, Example: "is:unread", Help: "in this state",
		Values: []string{string(Unread), string(Reading), string(Read), string(Starred), string(Archived), string(Behind)},
	},
	{Name: "tag", kind: takesName, Example: "tag:go", Help: "with the tag, or one below it as go/tools is below go; #go is the same"},
	{Name: "author", kind: takesName, Example: "author:quill", Help: "by someone with the name, or whole words of it; author:qui* is the beginning of a word"},
	{Name: "site", kind: takesName, Example: "site:example.org", Help: "of the site, by its name or its address"},
	{Name: "feed", kind: takesName, Example: `feed:"The Review"`, Help: "that the feed lists"},
	{Name: "folder", kind: takesName, Example: "folder:notes", Help: "in the folder, of feeds or of the disk"},
	{Name: "series", kind: takesName, Example: "series:stones", Help: "of the series, or the book"},
	{Name: "copies", kind: takesName, needs: "an article's id", Example: "copies:1f0c", Help: "that tell the same story as the article with the id"},
	{Name: "title", kind: takesText, needs: "words", Example: `title:"the pager"`, Help: "with the words in the title"},
	{Name: "time", kind: takesNumber, needs: "minutes", Example: "time:<10", Help: "of so many minutes to read"},
	{Name: "words", kind: takesNumber, needs: "a number", Example: "words:>2k", Help: "of so many words"},
	{Name: "views", kind: takesNumber, needs: "a number", Example: "views:>=3", Help: "that you viewed so many times"},
	{Name: "after", kind: takesTime, needs: "a date", Example: "after:2026-01-15", Help: "published then or later; after:7d is within seven days"},
	{Name: "before", kind: takesTime, needs: "a date", Example: "before:2026-02", Help: "published before the day, the month or the year"},
	{Name: "date", kind: takesTime, needs: "a date", Example: "date:2026-02", Help: "published on the day, or in the month or the year"},
	{Name: "added", kind: takesTime, needs: "a time", Example: "added:7d", Help: "added within so many h, d, w, m or y, or on a day; added:>7d is longer ago"},
	{Name: "opened", kind: takesTime, needs: "a time", Example: "opened:3d", Help: "opened last within it; -opened:100y was never opened"},
	{
		Name: "has", kind: takesPart, Example: "has:quote", Help: "with such a part",
		Values: []string{
			string(HasQuote), string(HasImage), string(HasCode), string(HasTable), string(HasNotes), string(HasLink), string(HasDek),
			string(HasAuthor), string(HasDate), string(HasTags),
		},
	},
	{
		Name: "sort", kind: takesOrder, Example: "sort:views", Help: "in this order",
		Values: []string{"newest", "views", "opened", "shortest", "longest", "title", "added", "match"},
	},
}

// Says is the help in a line, with the values.
func (f FieldInfo) Says() string {
	if f.Values == nil {
		return f.Help
	}
	return f.Help + ": " + strings.Join(f.Values, ", ")
}

// About says what a field is for, by its name with the colon; of other names it says
// nothing.
func About(name string) string {
	if f := fieldNamed(strings.TrimSuffix(name, ":")); f != nil && strings.HasSuffix(name, ":") {
		return f.Help
	}
	return ""
}

// Fields lists the fields, in the order of their help.
func Fields() []FieldInfo { return fields[:] }

// orderWords has the words of sort: they stand in the order of [articles.Order].
func orderWords() []string { return fields[len(fields)-1].Values }

// orderNamed is the order that a word of sort: stands for.
func orderNamed(word string) articles.Order {
	for i, name := range orderWords() {
		if name == word {
			return articles.Order(i)
		}
	}
	return articles.Newest
}

// fieldNamed is the field of a name, whatever its case; nil when there is none.
func fieldNamed(name string) *FieldInfo {
	for i := range fields {
		if strings.EqualFold(fields[i].Name, name) {
			return &fields[i]
		}
	}
	return nil
}

// fieldLike is the field that a name may have been meant for; nil when it is like none.
func fieldLike(name string) *FieldInfo {
	if utf8.RuneCountInString(name) < 3 { // a drive, or a prefix of an identifier
		return nil
	}
	var names [len(fields)]string
	for i := range fields {
		names[i] = fields[i].Name
	}
	return fieldNamed(nearest.First(name, names[:]))
}
