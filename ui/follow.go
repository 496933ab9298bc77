package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/keys"
	"lede/ui/reader"
)

// follow opens what a link leads to that leads out of the text: a thing named on
// the command line, such as another chapter of a book, an article of the library, a
// file; else it asks what to do with the address.
func (a *app) follow(target string) tea.Cmd {
	from := a.reader.Article
	_, part := reader.Fragment(target)
	if i := a.queued(from, target); i >= 0 {
		if a.reader.IsOf(a.queue[i].Article.ID) {
			return a.reader.ToPart(part)
		}
		return a.openQueued(i, part)
	}
	return a.lookUpLink(target)
}

// queued is the index of the thing named on the command line that a link leads
// to; -1 for none.
func (a *app) queued(from *articles.Article, target string) int {
	if len(a.queue) < 2 {
		return -1
	}
	names := a.linkNames(from, target)
	return slices.IndexFunc(a.queue, func(q Reading) bool { return slices.Contains(names, q.Article.Origin) })
}

// linkedMsg brings the article that a link leads to, if the library has it.
type linkedMsg struct {
	request int
	target  string
	id      articles.ID
	file    bool      // it leads to a file
	all     []Reading // which holds these
	err     error
}

// lookUpLink looks up which article of the library a link leads to, or else which
// file. From what was only opened, a file goes before its copy in the library.
func (a *app) lookUpLink(target string) tea.Cmd {
	request, from, names, files := a.request, a.reader.Reading, a.linkNames, a.files
	return a.fx.Ask(func(ctx context.Context, lib Library) tea.Msg {
		id, err := lib.Linked(ctx, names(from.Article, target))
		msg := linkedMsg{request: request, target: target, id: id, err: err}
		if err != nil || id != "" && from.Saved || files == nil {
			return msg
		}
		if all, ok, err := files.Linked(ctx, from.Article, target); ok && (err == nil || id == "") {
			return linkedMsg{request: request, target: target, file: true, all: all, err: err}
		}
		return msg
	})
}

// linkedTo opens the article that a link leads to, or else asks what to do
// with its address.
func (a *app) linkedTo(msg linkedMsg) tea.Cmd {
	r := a.reader
	if msg.request != a.request || !a.reading {
		return nil
	}
	_, part := reader.Fragment(msg.target)
	switch address := r.Address(msg.target); {
	case msg.file && (msg.err == nil || address == ""):
		return a.openLinked(msg)
	case msg.err != nil && !msg.file:
		return a.notice.Complain(msg.err)
	case msg.id == "" && address != "":
		r.Menu(address)
	case msg.id == "":
		r.Menu(msg.target)
	case r.IsOf(msg.id):
		return r.ToPart(part)
	default:
		return a.open(msg.id, goal{Goal: reader.Goal{Resume: part == "", Part: part}})
	}
	return nil
}

// openLinked opens what a link leads to on the disk.
func (a *app) openLinked(msg linkedMsg) tea.Cmd {
	_, part := reader.Fragment(msg.target)
	switch {
	case msg.err != nil:
		return a.notice.Complain(msg.err)
	case len(msg.all) > 1:
		return a.notice.Say(a.holdsMany(len(msg.all)))
	case a.reader.IsOf(msg.all[0].Article.ID):
		return a.reader.ToPart(part)
	}
	a.request++
	return a.show(openedMsg{request: a.request, reading: msg.all[0], goal: goal{Goal: reader.Goal{Resume: part == "", Part: part}}})
}

// holdsMany says what to do about a thing that is no single article.
func (a *app) holdsMany(n int) string {
	return fmt.Sprintf("It holds %s articles: %s in the library adds them.", chrome.Grouped(n), a.names.Said(keys.Add, keys.InList))
}
