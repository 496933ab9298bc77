package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/intent"
	"lede/ui/reader/dwell"
	"lede/ui/render"
)

// find is the top line for a place; never past the last screen.
func (r *Reader) find(a articles.Anchor) render.Pos {
	if a.IsZero() {
		return r.layout.Start()
	}
	return r.bounded(r.layout.Find(a))
}

// Resize lays the article out for a window of a size.
func (r *Reader) Resize(width, height int) {
	r.width, r.height = width, height
	r.pictures.Resize(height)
	r.relay()
}

// scroll moves the window by lines.
func (r *Reader) scroll(lines int) tea.Cmd {
	return r.goTo(r.bounded(r.layout.Move(r.top, lines)))
}

// bounded is p, but that the last line of all stays at the bottom.
func (r *Reader) bounded(p render.Pos) render.Pos { return r.layout.Bounded(p, r.text()) }

// goTo puts a line at the top of the window.
func (r *Reader) goTo(p render.Pos) tea.Cmd {
	r.atEnd = false
	if p == r.top {
		return nil
	}
	r.top, r.next.moved = p, true
	r.place = articles.Anchor{}
	if p != r.layout.Start() {
		r.place = r.layout.Anchor(p)
	}
	return tea.Batch(r.view(), r.savePlaceSoon())
}

// view counts a view, once an opening.
func (r *Reader) view() tea.Cmd {
	if r.viewed {
		return nil
	}
	r.viewed = true
	if !r.Saved {
		return r.savePlaceSoon()
	}
	return tea.Batch(r.fx.View(r.Article.ID), r.savePlaceSoon())
}

func (r *Reader) savePlaceSoon() tea.Cmd {
	if r.placeDue {
		return nil
	}
	r.placeDue = true
	request := r.request
	return r.fx.Tick(placeDelay, placeDueMsg{request})
}

// Stand has what is on the screen count as read when it stands long enough. It is called
// after every message: while the text moves it waits until it rests.
func (r *Reader) Stand() tea.Cmd {
	now := r.screen()
	if !r.shown || r.layout == nil || r.Coming || r.placeDue || r.dwell.Sees(now) {
		return nil
	}
	top := r.stand()
	need := r.dwell.See(now, r.layout.Progress(top), r.progress(top), r.Article.Length.Time())
	if need == 0 {
		return nil
	}
	return r.fx.Tick(need, stoodMsg{now})
}

// screen tells what is on the screen from what was there before.
func (r *Reader) screen() dwell.Screen {
	return dwell.Screen{Request: r.request, Width: r.width, Height: r.height, Measure: r.measure, Place: r.place}
}

// stood takes in that a screenful stood long enough.
func (r *Reader) stood(msg stoodMsg) tea.Cmd {
	if !r.shown || msg.screen != r.screen() || !r.dwell.Stood(msg.screen) {
		return nil
	}
	if r.dwell.Ended() && r.next.title == "" {
		r.Ask(intent.SeekNext{Quiet: true})
	}
	return r.SavePlace()
}

// SavePlace writes where the reader is and how far the text is read, and that the article
// is read when the end of its body stood on the screen. An opening that was no view leaves
// no trace.
func (r *Reader) SavePlace() tea.Cmd {
	r.placeDue = false
	if !r.viewed || r.layout == nil || r.Coming {
		return nil // a text that is not whole is known by no name yet
	}
	r.State.Place = articles.Place{Anchor: r.place, Progress: r.dwell.Furthest()}
	if !r.Saved {
		return r.fx.KeepPlace(r.Article.ID, r.State.Place)
	}
	cmd := r.fx.SavePlace(r.Article.ID, r.State.Place)
	end := r.progress(r.stand()) >= 1
	seen := end && r.dwell.Ended() && !r.finished
	r.finished = end && (r.finished || seen)
	if !seen || r.State.Read {
		return cmd
	}
	r.State.Read = true
	return tea.Batch(cmd, r.fx.Finish(r.Article.ID))
}

// stand is the top line where the reader is; a search that is still typed only
// looks elsewhere.
func (r *Reader) stand() render.Pos {
	if is[searching](r) {
		return r.find(r.place)
	}
	return r.top
}

// progress is how far the bottom of a window is through the body, from 0 to 1.
func (r *Reader) progress(top render.Pos) float64 {
	bottom := r.layout.Move(top, r.text()-1)
	if r.layout.IsBodyEnd(bottom) {
		return 1
	}
	return r.layout.Progress(bottom)
}

// jump goes to a line of the text and notes in the history where it came from.
func (r *Reader) jump(p render.Pos) tea.Cmd {
	from, top := r.place, r.top
	cmd := r.goTo(r.bounded(p))
	if r.top != top {
		r.Ask(intent.Jumped{From: from})
	}
	return cmd
}

// Return goes to a stop of the history that is in the text on the screen.
func (r *Reader) Return(place articles.Anchor) tea.Cmd {
	cmd := r.goTo(r.find(place))
	r.place = place
	return cmd
}
