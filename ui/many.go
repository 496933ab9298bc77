package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/keys"
	"lede/ui/tagging"
)

// meant gives the articles that a key is about: those of the rows that are selected,
// else the one under the cursor or on the screen; nil when there is none.
func (a *app) meant() effect.IDs {
	if ids, ok := a.selected(); ok {
		return ids
	}
	if id, state := a.current(); state != nil {
		return effect.Only(id)
	}
	return nil
}

// selected gives the articles of the rows that are selected; false when none is.
func (a *app) selected() (effect.IDs, bool) {
	if a.reading {
		return nil, false
	}
	return a.list.Selected()
}

// deed does something to the articles that a key is about.
func (a *app) deed(do effect.Deed) tea.Cmd { return a.doTo(a.meant(), do) }

// deedToAll is deed, with the copies of the articles and all that is folded behind rows.
func (a *app) deedToAll(do effect.Deed) tea.Cmd {
	ids := a.meant()
	if ids != nil {
		ids = ids.WithBehind(!a.reading)
	}
	return a.doTo(ids, do)
}

func (a *app) doTo(ids effect.IDs, do effect.Deed) tea.Cmd {
	if ids == nil {
		return a.unsaved()
	}
	a.list.EndSelecting()
	return a.fx.Many(ids, "", do)
}

// eitherWay does something to the selected, or to the one article.
func (a *app) eitherWay(deed func(effect.Deed) tea.Cmd, many effect.Deed, one func() tea.Cmd) tea.Cmd {
	if _, ok := a.selected(); ok {
		return deed(many)
	}
	return one()
}

// doMany does what is about one article or several.
func (a *app) doMany(c keys.Command) tea.Cmd {
	switch c.Op {
	case keys.Star:
		return a.eitherWay(a.deed, effect.Star, a.toggleStar)
	case keys.Read:
		return a.eitherWay(a.deedToAll, effect.Mark, a.toggleRead)
	case keys.Archive:
		return a.deedToAll(effect.Archive)
	case keys.Delete:
		return a.deedToAll(effect.Remove)
	case keys.Tag:
		return a.askTags(c.Arg)
	case keys.RenameTag:
		return a.renameTag(c.Arg)
	case keys.Fold:
		return a.foldRow()
	case keys.ReadAll:
		return a.fx.Many(a.list.All().WithBehind(true), "Nothing is unread here.", effect.MarkRead)
	case keys.ReadAbove:
		return a.fx.Many(a.list.Above().WithBehind(true), "Nothing is unread above.", effect.MarkRead)
	}
	return nil
}

// askTags asks for tags to put on and to take off, unless they were given.
func (a *app) askTags(given string) tea.Cmd {
	if a.meant() == nil {
		return a.unsaved()
	}
	tag := func(edit articles.TagEdit) tea.Cmd { return a.deed(effect.Tag(edit)) }
	if edit := tagging.Parse(given); !edit.IsZero() {
		return tag(edit)
	}
	about, has := a.list.SelectedSay(), []string(nil)
	switch r := a.list.Current(); {
	case a.reading:
		about, has = a.reader.Article.Title, a.reader.Article.Tags
	case about == "" && r != nil:
		about, has = r.Title, r.Tags
	}
	p := tagging.New(a.theme, a.names, about, has, tag)
	a.put(p)
	return p.Open(a.fx)
}

// foldRow shows the copies of the row under the cursor; else it folds what came with it,
// or unfolds that.
func (a *app) foldRow() tea.Cmd {
	r := a.list.Current()
	if r == nil || a.reading {
		return nil
	}
	if cmd, ok := a.list.ShowCopies(); ok {
		return cmd
	}
	return a.fx.Many(effect.Only(r.ID), "Nothing was added with it.", effect.Fold)
}

// renameTag gives a tag another name in the whole library.
func (a *app) renameTag(line string) tea.Cmd {
	words := tagging.Words(line)
	if len(words) != 2 || articles.TagName(words[0]) == "" || articles.TagName(words[1]) == "" {
		return a.refuse(errors.New("rename-tag needs a tag and another name: put one of several words in quotes"))
	}
	from, to := articles.TagName(words[0]), articles.TagName(words[1])
	return a.fx.RenameTag(from, to, fmt.Sprintf("No article has the tag #%s, or it is spelled so.", from))
}

// changed says what was done, and shows it.
func (a *app) changed(msg effect.Changed) tea.Cmd {
	switch {
	case msg.Err != nil:
		return a.notice.Complain(msg.Err)
	case msg.Change.ID == 0 && msg.None == "":
		return a.notice.Say("It is so already.")
	case msg.Change.ID == 0:
		return a.notice.Say(msg.None)
	}
	kind := msg.Change.Kind
	say := a.notice.Say(strings.TrimSuffix(sentence(msg.Change.String()), ".") + "." + a.undoes())
	shown := a.reader.IsOpen() && (slices.Contains(msg.IDs, a.reader.Article.ID) || kind == articles.RenamingTag)
	if shown && kind == articles.Removing {
		a.reader.Lost()
	}
	if !a.reading {
		return tea.Batch(say, a.renewLists())
	}
	if !shown || !a.reader.Saved {
		return tea.Batch(say, a.list.Count())
	}
	switch kind {
	case articles.Archiving, articles.Unarchiving:
		a.note(a.reader.Article.ID, func(s *articles.State) { s.Archived = kind == articles.Archiving })
	case articles.Tagging, articles.RenamingTag:
		return tea.Batch(say, a.list.Reload(), a.article(a.reader.Article.ID, a.renew))
	}
	return tea.Batch(say, a.list.Count())
}
