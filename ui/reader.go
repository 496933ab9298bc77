package ui

import (
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
	"lede/ui/render"
	"lede/ui/theme"
)

// Reading is an article to read, and what the reader did with it before.
type Reading struct {
	Article *articles.Article
	State   articles.State
	// Saved says that the article is in the library; of one that was only opened
	// the place is kept, and no more until it is saved.
	Saved bool
	// Whole finishes an article of which only what the first screen needs is
	// known yet (its length is an estimate, it has no links and terms); nil for
	// a whole one. It may take seconds.
	Whole func() *articles.Article
	// Document is the text, where it is cut already; see [render.Options].
	Document *markdown.Document
	// File is where the text was read; empty for that which its origin names, if it
	// does. Stamp is when that had changed last before; zero for a text that was not
	// read there just now.
	File  string
	Stamp time.Time
	// Coming says that there is more of it to come.
	Coming bool
}

// placeDelay is how long after a scroll the place is written, so that a held
// key writes a few times a second and not for each line.
const placeDelay = 250 * time.Millisecond

// The measure, in columns; it begins at [render.DefaultMeasure].
const (
	measureLeast = 20
	measureMost  = 160
	measureStep  = 4
)

// reader is the screen that shows one article.
type reader struct {
	Reading
	fx     effects
	theme  *theme.Theme
	width  int
	height int

	measure int
	cut     bool // long lines of code and wide tables
	links   bool // OSC 8
	layout  *render.Layout
	lexers  *render.Lexers
	top     render.Pos
	place   articles.Anchor // of top; kept as it is until the reader scrolls

	request  int // number of this opening
	viewed   bool
	placeDue bool // a write of the place is on its way
	furthest float64
	finished bool // the end was seen, and the mark that belongs to it made
	atEnd    bool // the reader asked for the end, wherever that comes to be
	related  []articles.Related
	panel    panel
	gallery  gallery
	search   search
	way      way
}

// text is the height of the window on the article: all but the status line.
func (r *reader) text() int {
	if r.height < 3 {
		return max(1, r.height)
	}
	return r.height - 1
}

// open puts an article on the screen.
func (r *reader) open(request int, reading Reading, g goal) tea.Cmd {
	r.Reading, r.request = reading, request
	r.viewed, r.placeDue, r.atEnd, r.related, r.panel = false, false, false, nil, panel{}
	r.search.clear()
	r.way.reset()
	r.furthest = reading.State.Place.Progress
	r.finished = r.furthest >= 1 // opened at its end, it is not read once more
	r.place = g.place
	if g.resume {
		r.place = reading.State.Place.Anchor
	}
	keepSmall(len(reading.Article.Markdown))
	forget := r.gallery.open(r.fx.ctx, reading.Article, r.fx.lib)
	o := r.options()
	o.Document = reading.Document
	r.layout = render.New(reading.Article, o)
	r.top = r.find(r.place)
	var related tea.Cmd
	if !reading.Coming { // or there would be no end to go to
		related = r.fx.related(request, reading.Article)
	}
	return tea.Batch(r.fx.whole(request, reading), raw(forget), related, r.openPart(g.part), r.viewSoon())
}

// viewSoon has a view counted when the article was on the screen long enough.
func (r *reader) viewSoon() tea.Cmd {
	request := r.request
	return r.fx.tick(articles.ViewAfter, func(time.Time) tea.Msg { return viewDueMsg{request} })
}

// keepSmall has the garbage collector run more often while a text of many
// megabytes is open: what lives is then mostly that text, which costs it nothing
// to mark, and half as much of it again would wait to be collected.
func keepSmall(size int) {
	const long, often, usual = 2 << 20, 15, 100 // in bytes, in percent of what is live
	percent := usual
	if size > long {
		percent = often
	}
	debug.SetGCPercent(percent)
}

func (r *reader) options() render.Options {
	return render.Options{
		Width: r.width - r.outlineWidth(), Measure: r.measure, Theme: r.theme, Hyperlinks: r.links, Cut: r.cut,
		State: r.State, Related: r.related, Pictures: r.gallery.pictures(), Lexers: r.lexers,
	}
}

// relay lays the article out anew for the present options, and keeps the place.
func (r *reader) relay() {
	if r.layout == nil {
		return
	}
	r.layout = r.layout.With(r.options())
	r.carry()
	r.top = r.find(r.place)
	if r.atEnd {
		r.top = r.layout.End(r.text())
	}
	if r.search.typing && r.search.found { // the window is there, the place is not
		_ = r.showLine(r.layout.Found(r.search.at))
	}
}

// find is the top line for a place; never past the last screen.
func (r *reader) find(a articles.Anchor) render.Pos {
	if a.IsZero() {
		return r.layout.Start()
	}
	return r.bounded(r.layout.Find(a))
}

func (r *reader) resize(width, height int) {
	r.width, r.height = width, height
	r.gallery.resize(height)
	r.relay()
}

// scroll moves the window by lines.
func (r *reader) scroll(lines int) tea.Cmd {
	return r.goTo(r.bounded(r.layout.Move(r.top, lines)))
}

// bounded is p, but that the last line of all stays at the bottom.
func (r *reader) bounded(p render.Pos) render.Pos {
	if last := r.layout.End(r.text()); last.Less(p) {
		return last
	}
	return p
}

// goTo puts a line at the top of the window.
func (r *reader) goTo(p render.Pos) tea.Cmd {
	r.atEnd = false
	if p == r.top {
		return nil
	}
	r.top = p
	r.place = articles.Anchor{}
	if p != r.layout.Start() {
		r.place = r.layout.Anchor(p)
	}
	return tea.Batch(r.view(), r.savePlaceSoon())
}

// view counts a view, once an opening.
func (r *reader) view() tea.Cmd {
	if r.viewed {
		return nil
	}
	r.viewed = true
	if !r.Saved {
		return r.savePlaceSoon()
	}
	return tea.Batch(r.fx.view(r.Article.ID), r.savePlaceSoon())
}

func (r *reader) savePlaceSoon() tea.Cmd {
	if r.placeDue {
		return nil
	}
	r.placeDue = true
	request := r.request
	return r.fx.tick(placeDelay, func(time.Time) tea.Msg { return placeDueMsg{request} })
}

// savePlace writes where the reader is, and that the article is read when the
// end of its body is on the screen. An opening that was no view leaves no
// trace.
func (r *reader) savePlace() tea.Cmd {
	r.placeDue = false
	if !r.viewed || r.layout == nil || r.Coming {
		return nil // a text that is not whole is known by no name yet
	}
	now := r.progress(r.stand())
	r.furthest = max(r.furthest, now)
	r.State.Place = articles.Place{Anchor: r.place, Progress: r.furthest}
	if !r.Saved {
		return r.fx.keepPlace(r.Article.ID, r.State.Place)
	}
	cmd := r.fx.place(r.Article.ID, r.State.Place)
	seen := now >= 1 && !r.finished
	r.finished = now >= 1
	if !seen || r.State.Read {
		return cmd
	}
	r.State.Read = true
	return tea.Batch(cmd, r.fx.read(r.Article.ID, true, ""))
}

// stand is the top line where the reader is; a search that is still typed only
// looks elsewhere.
func (r *reader) stand() render.Pos {
	if r.search.typing {
		return r.find(r.place)
	}
	return r.top
}

// progress is how far the bottom of a window is through the body, from 0 to 1.
func (r *reader) progress(top render.Pos) float64 {
	bottom := r.layout.Move(top, r.text()-1)
	if !bottom.Less(r.layout.BodyEnd()) {
		return 1
	}
	return r.layout.Progress(bottom)
}

// act does what a key asks for; false for what is not the reader's own.
func (r *reader) act(o op) (tea.Cmd, bool) {
	page := max(1, r.text()-2) // two lines stay, for the eye to go on from
	switch o {
	case opDown:
		return r.scroll(1), true
	case opUp:
		return r.scroll(-1), true
	case opHalfDown:
		return r.scroll(max(1, r.text()/2)), true
	case opHalfUp:
		return r.scroll(-max(1, r.text()/2)), true
	case opPageDown:
		return r.scroll(page), true
	case opPageUp:
		return r.scroll(-page), true
	case opTop:
		return r.goTo(r.layout.Start()), true
	case opEnd:
		cmd := r.goTo(r.layout.End(r.text()))
		r.atEnd = true
		return cmd, true
	case opWider, opNarrower:
		return r.setMeasure(o == opWider), true
	case opSearch:
		return r.openSearch(), true
	case opNextMatch:
		return r.step(1), true
	case opPrevMatch:
		return r.step(-1), true
	}
	return nil, false
}

func (r *reader) setMeasure(wider bool) tea.Cmd {
	step := measureStep
	if !wider {
		step = -step
	}
	// A step from what is seen: beyond the width of the screen there is none.
	seen := min(r.measure, max(measureLeast, r.width))
	r.measure = max(measureLeast, min(seen+step, measureMost, max(measureLeast, r.width)))
	r.relay()
	return r.fx.measure(r.measure)
}
