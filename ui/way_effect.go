package ui

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
)

// seekLink looks through a text for a link, from chunk i on; it gives up when
// a newer search begins.
func (e effects) seekLink(request int, doc *markdown.Document, i, dir int, latest *atomic.Int64) tea.Cmd {
	seek := latest.Load()
	return func() tea.Msg {
		at, ok := doc.NextLink(i, dir, func() bool { return latest.Load() != seek })
		return linkFoundMsg{request, seek, at, dir, ok}
	}
}

// note sees to it that the footnotes are parsed, which in a long text takes a
// while once.
func (e effects) note(request int, doc *markdown.Document, number int) tea.Cmd {
	return func() tea.Msg {
		_ = doc.Footnotes()
		return noteMsg{request, number}
	}
}

// part finds the part of a text that a link names; stop makes it a stop of the
// history.
func (e effects) part(request int, doc *markdown.Document, name string, stop bool) tea.Cmd {
	return func() tea.Msg {
		offset, ok := doc.Fragment(name)
		return partMsg{request, name, offset, ok, stop}
	}
}

// linked looks up which article of the library a link leads to, or else which
// file. From what was only opened, a file goes before its copy in the library.
func (e effects) linked(request int, from Reading, target string, names linkNames, files Files) tea.Cmd {
	return func() tea.Msg {
		id, err := e.lib.Linked(e.ctx, names(from.Article, target))
		msg := linkedMsg{request: request, target: target, id: id, err: err}
		if err != nil || id != "" && from.Saved || files == nil {
			return msg
		}
		if all, ok, err := files.Linked(e.ctx, from.Article, target); ok && (err == nil || id == "") {
			return linkedMsg{request: request, target: target, file: true, all: all, err: err}
		}
		return msg
	}
}

// linkNames says under which names a library may know what a link in an
// article leads to.
type linkNames func(from *articles.Article, target string) []string
