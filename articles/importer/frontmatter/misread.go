package frontmatter

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/filename"
	"lede/articles/importer/links"
)

// Misread are the fields of which [Fields.Fill] makes nothing though it knows their
// names, for what stands there is of another kind: "date: 31 of never".
func (f Fields) Misread() []string {
	var out []string
	for _, kind := range [...]struct {
		names []string
		reads func(name string, v any) bool
	}{
		{titleKeys[:], isText},
		{dekKeys[:], isText},
		{authorKeys[:], isTexts},
		{bioKeys[:], isText},
		{siteKeys[:], isText},
		{addressKeys[:], isAddress},
		{publishedKeys[:], isDate},
		{updatedKeys[:], isDate},
		{tagKeys[:], isTexts},
		{seriesKeys[:], isText},
		{partKeys[:], isNumber},
		{partsKeys[:], isNumber},
		{noticeKeys[:], isTexts},
		{epigraphKeys[:], isQuotes},
		{relatedKeys[:], isLinks},
		{viewsKeys[:], isNumber},
		{draftKeys[:], isSwitch},
	} {
		for _, name := range kind.names {
			v := f.get(name)
			isName := name == "source" && f.Line(siteKeys[:]...) == "" && f.sourceName() != ""
			if v != nil && !isName && !kind.reads(name, v) {
				if words := articles.CleanLine(written(v)); words != "" {
					out = append(out, name+": "+words)
				}
			}
		}
	}
	return out
}

// isText: a table under the name of this program is its own, of what a library has of an article.
func isText(name string, v any) bool {
	_, table := v.(Fields)
	return line(v) != "" || table && name == "lede"
}

func isTexts(_ string, v any) bool { return each(v, func(item any) bool { return line(item) != "" }) }

func isQuotes(name string, v any) bool {
	return each(v, func(item any) bool { return len(Fields{name: item}.quotes(name)) > 0 })
}

func isLinks(name string, v any) bool {
	return each(v, func(item any) bool { return len(Fields{name: item}.links(links.From{}, name)) > 0 })
}

func isNumber(_ string, v any) bool {
	s := line(v)
	_, err := strconv.ParseFloat(s, 64)
	return err == nil || count(s) > 0
}

// isAddress: a path is a name of the page too.
func isAddress(name string, v any) bool {
	named := (name == "url" || name == "permalink") && filename.Slug(line(v)) != ""
	return named || Fields{name: v}.address(name) != ""
}

// isDate: some say with the same names whether a page is published.
func isDate(_ string, v any) bool { return !ParseDate(line(v)).IsZero() || isYesOrNo(v) }

func isSwitch(_ string, v any) bool { return isYesOrNo(v) || line(v) == "1" || line(v) == "0" }

func isYesOrNo(v any) bool {
	return slices.Contains([]string{"true", "yes", "on", "false", "no", "off"}, strings.ToLower(line(v)))
}

// each reports whether something holds of a value, or of all that a list has, but for
// what is blank.
func each(v any, holds func(any) bool) bool {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	return !slices.ContainsFunc(list, func(item any) bool { return !blank(item) && !holds(item) })
}

// written is a value in a line.
func written(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case []any:
		var items []string
		for _, item := range x {
			items = append(items, written(item))
		}
		return strings.Join(items, ", ")
	case Fields:
		var items []string
		for _, name := range slices.Sorted(maps.Keys(x)) {
			items = append(items, name+": "+written(x[name]))
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return ""
}
