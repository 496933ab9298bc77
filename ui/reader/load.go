package reader

import (
	"context"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/find"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/reader/dwell"
)

// The messages of the reader. One that could come too late carries the number of
// the opening, or of the search, that it belongs to: one that is no longer the
// latest is dropped.
type (
	// wholeMsg brings the article on the screen with what its survey found.
	wholeMsg struct {
		request int
		article *articles.Article
	}

	// relatedMsg brings the related articles of the one on the screen.
	relatedMsg struct {
		request int
		related []articles.Related
		err     error
	}

	// foundMsg brings the match that was sought from a place on, forward or back.
	foundMsg struct {
		request int64
		index   *find.Index // that was sought in
		from    find.Place
		by      int
		match   find.Match
		found   bool
		quiet   bool // the window is not to move there
	}

	// countedMsg brings how many matches begin in each of the next chunks.
	countedMsg struct {
		request int64
		index   *find.Index // that was counted in
		counts  []int
	}

	// viewDueMsg comes when an article was on the screen for articles.ViewAfter,
	// placeDueMsg when the place is to be written.
	viewDueMsg  struct{ request int }
	placeDueMsg struct{ request int }

	// stoodMsg comes when a screenful stood long enough to be read, if it is there still.
	stoodMsg struct{ screen dwell.Screen }

	// restedMsg comes a while after a page further was asked for, of so many.
	restedMsg struct{ request, pages int }

	// linkFoundMsg brings the chunk of a text that holds the next link.
	linkFoundMsg struct {
		request int
		seek    int64 // number of the search
		chunk   int
		dir     int
		ok      bool
	}

	// outlineMsg brings the headings of the text, and outlineTimesMsg how much
	// there is to read under each.
	outlineMsg struct {
		request  int
		headings []markdown.Heading
	}
	outlineTimesMsg struct {
		request int
		minutes []int
	}

	// noteMsg comes when a footnote can be shown.
	noteMsg struct{ request, number int }

	// partMsg brings the place of a text that a link names.
	partMsg struct {
		request int
		name    string
		offset  int // in the source
		ok      bool
		stop    bool // going there is a stop of the history
	}
)

// Update takes in what the reader asked for.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case wholeMsg:
		return r.receiveWhole(msg)
	case lexersMsg:
		if r.layout != nil {
			r.layout.Recolor()
		}
	case relatedMsg:
		return r.receiveRelated(msg)
	case foundMsg:
		return r.receiveFound(msg)
	case countedMsg:
		return r.receiveCounted(msg)
	case viewDueMsg:
		if r.shown && msg.request == r.request {
			return r.view()
		}
	case placeDueMsg:
		if msg.request == r.request {
			return r.SavePlace()
		}
	case stoodMsg:
		return r.stood(msg)
	case restedMsg:
		r.rested(msg)
	case effect.Viewed:
		return r.counted(msg)
	case clickedMsg:
		return r.clickOver(msg)
	case edgeMsg:
		return r.heldAtEdge(msg)
	case linkFoundMsg:
		return r.linkFound(msg)
	case partMsg:
		return r.partFound(msg)
	case outlineMsg:
		return r.outlineCame(msg)
	case outlineTimesMsg:
		if msg.request == r.request {
			r.outline.minutes = msg.minutes
		}
	case noteMsg:
		if r.shown {
			r.showNote(msg)
		}
	}
	return nil
}

// seekLink looks through a text for a link, from chunk i on; it gives up when
// a newer search begins.
func seekLink(request int, doc *markdown.Document, i, dir int, latest *atomic.Int64) tea.Cmd {
	seek := latest.Load()
	return func() tea.Msg {
		at, ok := doc.NextLink(i, dir, func() bool { return latest.Load() != seek })
		return linkFoundMsg{request, seek, at, dir, ok}
	}
}

// parseNotes sees to it that the footnotes are parsed, which in a long text takes a
// while once.
func parseNotes(request int, doc *markdown.Document, number int) tea.Cmd {
	return func() tea.Msg {
		_ = doc.Footnotes()
		return noteMsg{request, number}
	}
}

// seekPart finds the part of a text that a link names; stop makes it a stop of the
// history.
func seekPart(request int, doc *markdown.Document, name string, stop bool) tea.Cmd {
	return func() tea.Msg {
		offset, ok := doc.Fragment(name)
		return partMsg{request, name, offset, ok, stop}
	}
}

// finish finishes an article that is not whole.
func finish(request int, r effect.Reading) tea.Cmd {
	if r.Whole == nil {
		return nil
	}
	return func() tea.Msg { return wholeMsg{request, r.Whole()} }
}

// relatedCount is how many related articles an article lists: as many as there
// are number keys.
const relatedCount = 9

func loadRelated(fx effect.Effects, request int, a *articles.Article) tea.Cmd {
	return fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		related, err := lib.Related(ctx, a, relatedCount)
		return relatedMsg{request, related, err}
	})
}

// receiveWhole takes in what a survey of the text found, brings the copy in the
// library up to date, and looks for relations by it.
func (r *Reader) receiveWhole(msg wholeMsg) tea.Cmd {
	if msg.request != r.request {
		return nil
	}
	r.Article, r.Whole = msg.article, nil
	r.layout.About(msg.article)
	r.relay()
	related := tea.Batch(r.recount(), loadRelated(r.fx, msg.request, msg.article))
	if !r.Saved {
		return related
	}
	return tea.Batch(related, r.fx.Update(msg.article))
}

// receiveRelated takes the related articles in.
func (r *Reader) receiveRelated(msg relatedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		r.Ask(intent.Complain{Err: msg.err})
		return nil
	case msg.request != r.request:
		return nil
	}
	r.related = msg.related
	r.relay()
	return r.recount()
}

// counted notes a view on the screen, when one was counted.
func (r *Reader) counted(msg effect.Viewed) tea.Cmd {
	switch {
	case msg.Err != nil:
		r.Ask(intent.Complain{Err: msg.Err})
	case msg.Counted && r.IsOf(msg.ID):
		r.State.Views++
		r.relay()
		return r.recount()
	}
	return nil
}
