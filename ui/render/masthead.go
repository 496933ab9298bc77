package render

import (
	"fmt"
	"strings"
	"time"

	"lede/articles"
)

// masthead is what stands above the text: kicker, title, meta line, dek,
// rule, notices.
func (s *setter) masthead(a *articles.Article, st articles.State, width int) []row {
	out := s.items(kickerItems(a), kicker, width)
	out = append(out, s.plain(a.Title, title).balance(width)...)
	out = append(out, s.items(metaItems(a, st), meta, width)...)
	if a.Dek != "" {
		out = append(append(out, row{}), s.plain(a.Dek, dek).wrap(width)...)
	}
	out = append(out, s.line(width, "─"))
	for i, n := range a.Notices {
		if i == 0 {
			out = append(out, row{})
		}
		out = append(out, s.plain(n, notice).wrap(width)...)
	}
	if len(a.Notices) > 0 {
		out = append(out, row{}, s.line(width, "┄"))
	}
	return out
}

// kickerItems is the small line above the title: site, tags.
func kickerItems(a *articles.Article) []string {
	var items, tags []string
	if site := articles.CleanLine(a.Site); site != "" {
		items = append(items, site)
	}
	for _, tag := range a.Tags {
		tags = append(tags, "#"+articles.CleanLine(tag))
	}
	if len(tags) > 0 {
		items = append(items, strings.Join(tags, " "))
	}
	return items
}

// metaItems is the line of facts: "6 min read", "3 views", date, author.
func metaItems(a *articles.Article, st articles.State) []string {
	items := []string{fmt.Sprintf("%d min read", a.Length.Minutes())}
	if st.Starred {
		items = append([]string{"★"}, items...)
	}
	switch {
	case a.SourceViews > 0:
		items = append(items, Count(a.SourceViews)+" "+plural(int(a.SourceViews), "view"))
		if st.Views > 0 {
			items = append(items, fmt.Sprintf("you %d", st.Views))
		}
	case st.Views > 0:
		items = append(items, fmt.Sprintf("%d %s", st.Views, plural(st.Views, "view")))
	}
	switch {
	case !a.Published.IsZero():
		items = append(items, a.Published.Format(dateFormat))
		if a.Updated.Sub(a.Published) >= 24*time.Hour {
			items = append(items, "updated "+a.Updated.Format(dateFormat))
		}
	case !a.Updated.IsZero():
		items = append(items, "updated "+a.Updated.Format(dateFormat))
	}
	if by := articles.CleanLine(a.Author); by != "" {
		items = append(items, by)
	}
	return items
}

const dateFormat = "Jan 2, 2006"

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// Count is a number as a meta line shows it: "42", "12.4k", "3M".
func Count(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprint(n)
	case n < 999_950:
		return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/1e3), ".0") + "k"
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/1e6), ".0") + "M"
}

// plain is text from outside in one style, with its breaks as spaces.
func (s *setter) plain(words string, r role) *text {
	var t text
	t.add(articles.CleanLine(words), ink{sgr: s.inks.of(r, 0)})
	return &t
}

// items sets short facts in a row with dots between, and breaks only there.
func (s *setter) items(items []string, r role, width int) []row {
	var out []row
	current := ""
	flush := func() {
		if current != "" {
			out = append(out, s.plain(current, r).wrap(width)...)
		}
		current = ""
	}
	for _, item := range items {
		switch {
		case current == "":
			current = item
		case cells(current)+3+cells(item) <= width:
			current += " · " + item
		default:
			flush()
			current = item
		}
	}
	flush()
	return out
}

// line is a rule across the whole measure.
func (s *setter) line(width int, sign string) row {
	return row{text: dye(strings.Repeat(sign, width), s.inks.of(rule, 0)), width: width}
}
