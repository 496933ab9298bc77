package ui

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/command"
)

// edit opens the file that the article under the cursor, or on the screen, came
// from in the reader's editor.
func (a *app) edit() tea.Cmd {
	if a.files == nil {
		return nil
	}
	if a.reading {
		return a.editFile(a.reader.Article, a.reader.Path(), a.reader.Spot())
	}
	row := a.list.Current()
	if row == nil {
		return nil
	}
	return a.article(row.ID, func(article *articles.Article) tea.Cmd {
		of := Reading{Article: article}
		return a.editFile(article, of.Path(), Spot{})
	})
}

func (a *app) editFile(article *articles.Article, path string, at Spot) tea.Cmd {
	if path == "" {
		return a.notice.Say("There is no file to edit: " + cameFrom(article))
	}
	files, number := a.files, a.watched.number
	return func() tea.Msg {
		cmd, err := files.Editor(path, at)
		return editorMsg{number, cmd, err}
	}
}

// cameFrom says where an article that came from no file did.
func cameFrom(a *articles.Article) string {
	switch {
	case articles.IsWeb(a.Origin):
		return "this article came from the web."
	case strings.HasPrefix(a.Origin, "welcome:"):
		return "this article came with lede."
	case strings.HasPrefix(a.Origin, "text:"):
		return "this article came as text, without a name."
	}
	return "this article is a part of another thing, such as a book."
}

// openEditor gives the terminal to the editor.
func (a *app) openEditor(msg editorMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.Complain(msg.err)
	}
	msg.cmd.Stdin = a.keyboard // itself: of what is no file, Go would read keys for the editor
	return a.lend(msg.cmd, func(err error) tea.Msg { return editedMsg{msg.number, editorFailure(msg.cmd, err)} })
}

// editorFailure says what the end of an editor means to the reader; nil for nothing
// to tell.
func editorFailure(cmd *exec.Cmd, ended error) error {
	if exit, ok := errors.AsType[*exec.ExitError](ended); ended == nil || ok && exit.ExitCode() < 0 {
		return nil // it ended well, or by a signal that was told already
	}
	return fmt.Errorf("editor \"%s\" failed: %w: set $VISUAL or $EDITOR to one that works", articles.CleanLine(command.Line(cmd.Args)), command.Cause(ended))
}

// edited shows what the reader made of the file.
func (a *app) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.Complain(msg.err)
	}
	if msg.number != a.watched.number || a.watched.path == "" || !a.reading {
		return a.list.Reload()
	}
	a.watched.edited = true
	return a.reread()
}
