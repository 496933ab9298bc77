package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/snippet"
	"lede/ui/effect"
)

// snippets are where the articles on the screen have what was searched.
type snippets struct {
	request int // of the filter that they are of
	byID    map[articles.ID]snippet.Snippet
}

// snippetsMsg brings more of them.
type snippetsMsg snippets

// letters is how much of a text a snippet shows: as much as the widest row has room for.
const letters = widest

// seekSnippets looks for the words of the filter in the articles on the screen that were
// not looked at.
func (l *List) seekSnippets() tea.Cmd {
	if len(l.filter.texts(l.top)) == 0 || l.geo.rowHeight == 1 {
		return nil
	}
	if l.snippets.request != l.filter.request || l.snippets.byID == nil {
		l.snippets = snippets{l.filter.request, map[articles.ID]snippet.Snippet{}}
	}
	texts := map[articles.ID][]query.Text{}
	for at := l.top; at < l.top+l.geo.rows; at++ {
		if r := l.row(at); r != nil {
			if _, known := l.snippets.byID[r.ID]; !known {
				l.snippets.byID[r.ID] = snippet.Snippet{}
				texts[r.ID] = l.filter.texts(at)
			}
		}
	}
	if len(texts) == 0 {
		return nil
	}
	request := l.filter.request
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		found := snippetsMsg{request, map[articles.ID]snippet.Snippet{}}
		for id, words := range texts {
			if a, _, err := lib.Article(ctx, id); err == nil { // one that is gone has none
				found.byID[id] = snippet.Of(a.Markdown, words, letters)
			}
		}
		return found
	})
}

// snippetsCame shows them, unless something else is searched by now.
func (l *List) snippetsCame(msg snippetsMsg) {
	if msg.request != l.snippets.request {
		return
	}
	for id, s := range msg.byID {
		l.snippets.byID[id] = s
	}
}

// snippet is where an article has what was searched; nil when that is not known.
func (l *List) snippet(id articles.ID) *snippet.Snippet {
	if !l.filter.on() || l.snippets.request != l.filter.request {
		return nil
	}
	if s, ok := l.snippets.byID[id]; ok && s.Text != "" {
		return &s
	}
	return nil
}

// hit is what to look for in the text of the article at an index that the filter found.
func (f *filter) hit(at int) []query.Text {
	return slices.DeleteFunc(f.texts(at), func(t query.Text) bool { return t.Title })
}

// texts are the words to mark in the row at an index: those that were typed or, behind what
// has these, those that may have been meant.
func (f *filter) texts(at int) []query.Text {
	switch {
	case !f.on():
		return nil
	case at >= len(f.found.Keys) && len(f.found.Near) > 0:
		meant, _ := query.Parse(f.found.Meant) // it is written as queries are
		return meant.Texts()
	}
	return f.query.Texts()
}
