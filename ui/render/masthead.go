package render

import (
	"strings"
	"time"

	"lede/articles"
	"lede/ui/render/cells"
	"lede/ui/render/style"
)

// masthead is what stands above the text: kicker, title, meta line, dek,
// rule, notices.
func (s *setter) masthead(a *articles.Article, st articles.State, width int) []*row {
	out := s.items(kickerItems(a), style.Kicker, width)
	out = append(out, s.plain(a.Title, style.Title).balance(width)...)
	out = append(out, s.items(metaItems(a, st), style.Meta, width)...)
	if a.Dek != "" {
		out = append(append(out, &row{}), s.plain(a.Dek, style.Dek).wrap(width)...)
	}
	out = append(out, s.line(width, "─"))
	for i, n := range a.Notices {
		if i == 0 {
			out = append(out, &row{})
		}
		out = append(out, s.plain(n, style.Notice).wrap(width)...)
	}
	if len(a.Notices) > 0 {
		out = append(out, &row{}, s.line(width, "┄"))
	}
	return out
}

// kickerItems is the small line above the title: series, site, tags.
func kickerItems(a *articles.Article) []string {
	var items, tags []string
	if series := articles.SeriesLabel(a); series != "" {
		items = append(items, series)
	}
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
	var items []string
	if st.Starred {
		items = append(items, "★")
	}
	items = append(items, articles.ReadLabel(a.Length.Minutes()))
	if views := articles.ViewsLabel(st.Views, a.SourceViews); views != "" {
		items = append(items, views)
	}
	published, updated := articles.DateLabel(a.Published), articles.DateLabel(a.Updated)
	if published != "" {
		items = append(items, published)
	}
	if updated != "" && a.Updated.Sub(a.Published) >= 24*time.Hour {
		items = append(items, "updated "+updated)
	}
	if by := articles.CleanLine(a.Author); by != "" {
		items = append(items, by)
	}
	return items
}

// mastheadWords are the words that stand above the text, in the order of the
// screen.
func mastheadWords(a *articles.Article, st articles.State) string {
	words := kickerItems(a)
	words = append(words, a.Title)
	words = append(words, metaItems(a, st)...)
	words = append(words, a.Dek)
	return lined(append(words, a.Notices...))
}

// lined is words, each cleaned, on lines of their own.
func lined(words []string) string {
	var b strings.Builder
	for _, s := range words {
		b.WriteString(articles.CleanLine(s) + "\n")
	}
	return b.String()
}

// plain is text from outside in one style, with its breaks as spaces.
func (s *setter) plain(words string, r style.Role) *text {
	var t text
	t.add(articles.CleanLine(words), ink{sgr: s.inks.Of(r, 0)})
	return &t
}

// items sets short facts in a row with dots between, and breaks only there.
func (s *setter) items(items []string, r style.Role, width int) []*row {
	const dot = " · "
	var out []*row
	var line text
	flush := func() {
		rows := line.wrap(width)
		if len(out) > 0 {
			rows[0].segments[0].Glue = dot
		}
		out = append(out, rows...)
	}
	sgr := s.inks.Of(r, 0)
	for _, item := range items {
		switch item = articles.CleanLine(item); {
		case item == "":
			continue
		case len(line.words) == 0:
		case cells.Of(string(line.words))+cells.Of(dot)+cells.Of(item) <= width:
			line.add(dot, ink{sgr: sgr, mute: true, unsaid: true})
		default:
			flush()
			line = text{}
		}
		line.add(item, ink{sgr: sgr})
	}
	if len(line.words) > 0 {
		flush()
	}
	return out
}

// line is a rule across the whole measure.
func (s *setter) line(width int, sign string) *row {
	return &row{text: style.Dye(strings.Repeat(sign, width), s.inks.Of(style.Rule, 0)), width: width}
}
