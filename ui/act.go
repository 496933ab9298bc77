package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/keys"
)

// doRead does what is about the article on the screen and its neighbours.
func (a *app) doRead(c keys.Command) tea.Cmd {
	switch {
	case c.Op == keys.Forward:
		return a.goBack(true)
	case !a.reading:
		return nil
	}
	switch c.Op {
	case keys.NextRelated, keys.PrevRelated:
		return a.stroll(c.Op == keys.NextRelated)
	case keys.Back:
		return a.goBack(false)
	case keys.NextArticle:
		return a.neighbour(max(1, c.Count))
	case keys.PrevArticle:
		return a.neighbour(-max(1, c.Count))
	case keys.PlaceMark:
		return a.placeMark(c.Letter)
	case keys.GoMark:
		return a.goMark(c.Letter)
	case keys.Pager:
		return a.findPager()
	case keys.Extract:
		return a.extractAgain()
	case keys.Add:
		a.reader.Given(c.Arg)
	case keys.Save:
		if a.reader.Coming {
			return a.unsaved()
		}
		return a.fx.Save(a.toSave(), a.reader.Article.ID, a.sources)
	}
	return nil
}

// doShared does what the list and the reader both do.
func (a *app) doShared(c keys.Command) tea.Cmd {
	switch c.Op {
	case keys.Undo:
		return a.undo()
	case keys.Browse:
		return a.address(a.browse)
	case keys.BrowseRead:
		return tea.Batch(a.address(a.browse), a.markRead())
	case keys.Copy:
		return a.address(a.copyLink)
	case keys.Edit:
		return a.edit()
	case keys.Refresh:
		return a.startRefresh()
	case keys.Continue:
		return a.list.GoOn()
	case keys.Minutes:
		return a.haveMinutes(c.Count)
	case keys.Feeds:
		return a.openFeeds()
	case keys.Reload:
		return a.reload()
	case keys.NextUnread, keys.PrevUnread:
		return a.unread(c)
	}
	return a.doMany(c)
}

// current is the article that a key such as star is about.
func (a *app) current() (id articles.ID, state *articles.State) {
	if a.reading {
		if !a.reader.Saved {
			return "", nil
		}
		return a.reader.Article.ID, &a.reader.State
	}
	if r := a.list.Current(); r != nil {
		return r.ID, &r.State
	}
	return "", nil
}

func (a *app) toggleStar() tea.Cmd {
	id, state := a.current()
	if state == nil {
		return a.unsaved()
	}
	if state.Starred {
		return a.setStarred(id, false, "Star taken away."+a.undoes())
	}
	return a.setStarred(id, true, "Starred.")
}

func (a *app) toggleRead() tea.Cmd {
	id, state := a.current()
	if state == nil {
		return a.unsaved()
	}
	if state.Read {
		return a.setRead(id, false, "Marked as unread.")
	}
	return a.setRead(id, true, "Marked as read.")
}

// markRead marks an article as read that is not.
func (a *app) markRead() tea.Cmd {
	if _, state := a.current(); state == nil || state.Read {
		return nil
	}
	return a.toggleRead()
}

func (a *app) setStarred(id articles.ID, starred bool, say string) tea.Cmd {
	a.note(id, func(s *articles.State) { s.Starred = starred })
	return a.fx.SetStarred(id, starred, say)
}

func (a *app) setRead(id articles.ID, read bool, say string) tea.Cmd {
	a.note(id, func(s *articles.State) { s.Read = read })
	a.reader.Marked()
	return a.fx.SetRead(id, read, !a.reading, say)
}

// note changes the state of an article wherever it is on a screen.
func (a *app) note(id articles.ID, change func(*articles.State)) {
	a.list.Note(id, change)
	for i := range a.queue {
		if a.queue[i].Article.ID == id {
			change(&a.queue[i].State)
		}
	}
	a.reader.Note(id, change)
}

// unsaved says why there is no state to change.
func (a *app) unsaved() tea.Cmd {
	save := a.names.Said(keys.Save, keys.InReader)
	switch {
	case !a.reading:
		return nil
	case a.reader.Coming:
		return a.notice.Say("It is still coming: " + save + " saves it when it is all there.")
	}
	return a.notice.Say("Press " + save + " to save the article first.")
}

// reload shows the list, or the article, as it is now.
func (a *app) reload() tea.Cmd {
	switch {
	case !a.reading:
		return tea.Batch(a.renewLists(), a.notice.Say("Shown as it is now."))
	case a.watched.path != "":
		a.watched.edited = true
		return a.reread()
	case a.reader.Saved:
		return a.article(a.reader.Article.ID, a.renew)
	}
	return nil
}

// openFeeds shows the feeds, in place of the list or beside it.
func (a *app) openFeeds() tea.Cmd {
	a.atFeeds = true
	return tea.Batch(a.setBeside(true), a.feeds.Reload())
}

// closeFeeds shows the list alone.
func (a *app) closeFeeds() tea.Cmd {
	a.atFeeds = false
	return a.setBeside(false)
}

// setBeside has the feeds stand beside the list, where there is room, or not.
func (a *app) setBeside(beside bool) tea.Cmd {
	if a.beside == beside {
		return nil
	}
	a.beside = beside
	return tea.Batch(a.layOut(), a.fx.RememberFlag(effect.SettingFeeds, beside))
}

// written says that a change of state is kept; one that is not comes off the
// screen again.
func (a *app) written(msg effect.Written) tea.Cmd {
	switch {
	case msg.Err != nil && msg.Revert != nil:
		a.note(msg.ID, msg.Revert)
	case msg.Err == nil && msg.Notice != "":
		if !a.reading {
			// Rows that were read before the change must not come after it.
			return tea.Batch(a.notice.Say(msg.Notice), a.renewLists())
		}
		return tea.Batch(a.notice.Say(msg.Notice), a.list.Count())
	}
	return a.fail(msg.Err)
}

// toSave is what there is to save with the article on the screen: that, or the
// chapters of its book.
func (a *app) toSave() []Reading {
	now := a.reader.Reading
	if now.Article.Series == "" || now.Article.Parts < 2 {
		return []Reading{now}
	}
	var all []Reading
	for _, q := range a.queue {
		switch {
		case q.Article.ID == now.Article.ID:
			all = append(all, now)
		case q.Article.Series == now.Article.Series && q.Article.Parts == now.Article.Parts && !q.Saved:
			all = append(all, q)
		}
	}
	if !slices.ContainsFunc(all, func(r Reading) bool { return r.Article.ID == now.Article.ID }) {
		return []Reading{now} // it came by a link, and the queue is another thing
	}
	return all
}

// saved notes that what was only opened joined the library.
func (a *app) saved(msg effect.Saved) tea.Cmd {
	if msg.Err != nil {
		return a.notice.Complain(msg.Err)
	}
	for i := range a.queue {
		if slices.Contains(msg.IDs, a.queue[i].Article.ID) {
			a.queue[i].Saved = true
		}
	}
	say := "Saved in the library."
	switch n := len(msg.IDs); {
	case msg.New == 0:
		return a.notice.Say("It is in the library already.")
	case n > 1:
		say = fmt.Sprintf("Saved in the library: all %s chapters.", chrome.Grouped(n))
	}
	if ruled := msg.Ruled.String(); ruled != "" {
		say = strings.TrimSuffix(say, ".") + " · " + ruled + "."
	}
	if !a.reader.IsOpen() || !slices.Contains(msg.IDs, a.reader.Article.ID) {
		return a.notice.Say(say)
	}
	kept := tea.Batch(a.notice.Say(say), a.reader.Kept())
	a.note(a.reader.Article.ID, func(s *articles.State) {
		s.Starred, s.Read = s.Starred || msg.Shown.Star, s.Read || msg.Shown.Read
	})
	if len(msg.Shown.Tags) > 0 {
		return tea.Batch(kept, a.article(a.reader.Article.ID, a.renew))
	}
	return kept
}

// articleMsg brings an article to what wants it.
type articleMsg struct {
	article *articles.Article
	then    func(*articles.Article) tea.Cmd
	err     error
}

// article loads an article for what wants it.
func (a *app) article(id articles.ID, then func(*articles.Article) tea.Cmd) tea.Cmd {
	return a.fx.Ask(func(ctx context.Context, lib Library) tea.Msg {
		article, _, err := lib.Article(ctx, id)
		return articleMsg{article, then, err}
	})
}

func (a *app) receiveArticle(msg articleMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.Complain(msg.err)
	}
	return msg.then(msg.article)
}
