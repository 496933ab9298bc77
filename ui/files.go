package ui

import (
	"context"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// watched is the file whose changes are shown.
type watched struct {
	number  int // of the latest
	path    string
	changes <-chan struct{}
	ctx     context.Context
	cancel  context.CancelFunc
	edited  bool // what is read of it next is what the reader made of it
}

type (
	// watchingMsg brings what tells of the changes of a file, and changedMsg says
	// that there is one. Outdated says that it is another than the text on the screen.
	watchingMsg struct {
		number   int
		changes  <-chan struct{}
		outdated bool
	}
	changedMsg struct{ number int }

	// rereadMsg brings what a file holds now.
	rereadMsg struct {
		number  int
		reading Reading
		took    time.Duration
		err     error
	}

	// editorMsg brings the editor for a file; editedMsg comes when it has ended.
	editorMsg struct {
		number int
		cmd    *exec.Cmd
		err    error
	}
	editedMsg struct {
		number int
		err    error
	}
)

// watch has the changes of the file shown that the text on the screen came from.
func (a *app) watch() tea.Cmd {
	a.unwatch()
	w, path := &a.watched, a.reader.Path()
	if path == "" || a.files == nil {
		return nil
	}
	w.path = path
	w.ctx, w.cancel = context.WithCancel(a.background)
	files, ctx, number, now := a.files, w.ctx, w.number, a.reader.Reading
	return func() tea.Msg {
		changes := files.Watch(ctx, path, now.Stamp)
		kept := now.Saved && now.Stamp.IsZero() // the text is the library's, which may be older than the file
		return watchingMsg{number, changes, kept && files.IsOutdated(ctx, now.Article.ID, path)}
	}
}

func (a *app) unwatch() {
	w := &a.watched
	if w.cancel != nil {
		w.cancel()
	}
	*w = watched{number: w.number + 1}
}

// between is how much more time goes by between two looks at a file than goes into
// one: a long one that is written to all the time must not use the processor as often.
const between = 4

// awaitChange waits for the next change, after a look at the file that took some time.
func (w *watched) awaitChange(took time.Duration) tea.Cmd {
	ctx, changes, number := w.ctx, w.changes, w.number
	return func() tea.Msg {
		select {
		case <-time.After(between * took):
		case <-ctx.Done():
			return nil
		}
		select {
		case <-changes:
			return changedMsg{number}
		case <-ctx.Done():
			return nil
		}
	}
}

// reread reads the file again.
func (a *app) reread() tea.Cmd {
	files, ctx, path, number := a.files, a.watched.ctx, a.watched.path, a.watched.number
	return func() tea.Msg {
		begun := time.Now()
		reading, err := files.Read(ctx, path)
		return rereadMsg{number, reading, time.Since(begun), err}
	}
}

// fileAnswer takes in what came of a file.
func (a *app) fileAnswer(msg tea.Msg) tea.Cmd {
	w := &a.watched
	switch msg := msg.(type) {
	case watchingMsg:
		if msg.number != w.number {
			return nil
		}
		if w.changes = msg.changes; msg.outdated {
			return a.reread()
		}
		return w.awaitChange(0)
	case changedMsg:
		if msg.number == w.number {
			return a.reread()
		}
	case rereadMsg:
		if msg.number == w.number {
			return a.rereadCame(msg)
		}
	case editorMsg:
		return a.openEditor(msg)
	case editedMsg:
		return tea.Batch(a.takeBack(), a.edited(msg))
	}
	return nil
}

// rereadCame shows what is new in the file. One that cannot be read, because it is
// just being written or was taken away, leaves what there is.
func (a *app) rereadCame(msg rereadMsg) tea.Cmd {
	w, r := &a.watched, a.reader
	edited := w.edited
	w.edited = false
	var next tea.Cmd
	if !edited && w.changes != nil {
		next = w.awaitChange(msg.took)
	}
	switch {
	case msg.err != nil && edited:
		return tea.Batch(next, a.notice.Complain(msg.err))
	case msg.err != nil || a.opening || !r.IsOpen():
		return next
	case articles.Changes(r.Article, msg.reading.Article) == "":
		return next
	}
	return tea.Batch(next, a.renewed(msg.reading))
}
