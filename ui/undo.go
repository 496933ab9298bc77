package ui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/config"
	"lede/ui/effect"
	"lede/ui/keys"
	"lede/ui/list"
	"lede/ui/reader"
)

// undo takes back the last change to the library, of this run or of one before, or to
// how the screens look, if that is later.
func (a *app) undo() tea.Cmd {
	shown := articles.ID("")
	if a.reading {
		shown = a.reader.Article.ID
	}
	var since time.Time
	if n := len(a.tastes); n > 0 {
		since = a.tastes[n-1].at
	}
	var others []articles.ID
	for _, q := range a.queue {
		if q.Saved && q.Article.ID != shown {
			others = append(others, q.Article.ID)
		}
	}
	return a.fx.Undo(since, shown, others...)
}

// undone says what was taken back, and shows it.
func (a *app) undone(msg effect.Undone) tea.Cmd {
	if msg.Err != nil {
		return a.notice.Complain(msg.Err)
	}
	if msg.Change.ID == 0 && len(a.tastes) > 0 {
		return a.untaste()
	}
	for i := range a.queue {
		if slices.Contains(msg.Gone, a.queue[i].Article.ID) {
			a.queue[i].Saved = false
		}
	}
	if a.reading && slices.Contains(msg.Gone, a.reader.Article.ID) {
		a.reader.Lost()
	}
	say := a.notice.Say(sentence(msg.Change.Undone()))
	if !a.reading {
		return tea.Batch(say, a.renewLists())
	}
	if msg.Article == nil || !a.reader.IsOf(msg.Article.ID) {
		return tea.Batch(say, a.list.Count())
	}
	a.note(msg.Article.ID, func(s *articles.State) {
		s.Starred, s.Read, s.Archived = msg.State.Starred, msg.State.Read, msg.State.Archived
	})
	a.reader.Marked()
	if articles.Changes(a.reader.Article, msg.Article) == "" {
		return tea.Batch(say, a.list.Count())
	}
	return tea.Batch(say, a.list.Count(), a.renew(msg.Article))
}

// taste is how the screens look, as far as keys change that and the library remembers it.
type taste struct {
	list   list.Taste
	reader reader.Taste
	theme  string
}

// tasteChange is a change of it.
type tasteChange struct {
	before taste
	at     time.Time
}

func (a *app) taste() taste {
	return taste{a.list.Taste(), a.reader.Taste(), a.colors.theme.Name()}
}

// tasted notes that the screens may look otherwise than before.
func (a *app) tasted(before taste) {
	const most = 100 // as many as the library keeps of its changes
	if before != a.taste() {
		a.tastes = append(a.tastes[max(0, len(a.tastes)-most+1):], tasteChange{before, time.Now()})
	}
}

// untaste takes back the last change of how the screens look, and says it.
func (a *app) untaste() tea.Cmd {
	last := len(a.tastes) - 1
	now, before := a.taste(), a.tastes[last].before
	a.tastes = a.tastes[:last]
	cmds := []tea.Cmd{a.list.SetTaste(before.list), a.reader.SetTaste(before.reader)}
	if now.theme != before.theme {
		cmds = append(cmds, a.setTheme(before.theme, true))
	}
	return tea.Batch(append(cmds, a.notice.Say("Undone: "+before.instead(now)+"."))...)
}

// instead says what a taste has again that is otherwise in another.
func (t taste) instead(now taste) string {
	switch {
	case t.theme != now.theme:
		return "the theme is " + t.theme + " again"
	case t.list.Order != now.list.Order:
		return "the order is " + config.Orders[t.list.Order] + " again"
	case t.list.Compact != now.list.Compact:
		return "rows are as tall as before"
	case t.list.Preview && !now.list.Preview:
		return "the preview shows again"
	case now.list.Preview && !t.list.Preview:
		return "the preview is hidden again"
	case t.reader.Measure != now.reader.Measure:
		return fmt.Sprintf("the measure is %d again", t.reader.Measure)
	case t.reader.Captions && !now.reader.Captions:
		return "captions stand for pictures again"
	case now.reader.Captions && !t.reader.Captions:
		return "pictures show again"
	case t.reader.Cut:
		return "long lines are cut again"
	}
	return "long lines are wrapped again"
}

// undoes names the key that undoes what was just told.
func (a *app) undoes() string {
	return " " + a.names.Said(keys.Undo, keys.InList) + " undoes it."
}
