package ui

import (
	"strings"
	"sync/atomic"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// filter narrows the list to what the reader types.
type filter struct {
	fx      effects
	input   textinput.Model
	typing  bool
	roster  *roster
	ids     []articles.ID // what was found, best first
	needles needles       // of the query that found them
	latest  *atomic.Int64 // number of the newest request; older ones give up
	origin  *articles.Row // of the listing: where to be again when nothing was chosen
}

func newFilter(fx effects) filter {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 200
	in.SetVirtualCursor(false)
	return filter{fx: fx, input: in, latest: new(atomic.Int64)}
}

// on reports whether the list shows what the filter found.
func (f *filter) on() bool { return f.ids != nil }

// open starts typing, in a library of so many articles. The names are loaded
// anew each time: the library may have grown.
func (f *filter) open(articles int) tea.Cmd {
	f.typing = true
	return tea.Batch(f.input.Focus(), f.fx.roster(articles))
}

// clear shows the whole listing again.
func (f *filter) clear() {
	f.latest.Add(1)
	f.typing, f.ids, f.needles, f.roster, f.origin = false, nil, nil, nil, nil
	f.input.Reset()
	f.input.Blur()
}

// keep ends typing and leaves what was found on the screen.
func (f *filter) keep() {
	f.typing, f.roster = false, nil
	f.input.Blur()
}

func (f *filter) query() string { return strings.TrimSpace(f.input.Value()) }

// search asks for what matches the query, with the first n rows of it. An empty
// query shows the listing.
func (f *filter) search(n int) tea.Cmd {
	request := f.latest.Add(1)
	if f.roster == nil {
		return nil
	}
	if f.query() == "" {
		f.ids, f.needles = nil, nil
		return nil
	}
	return f.fx.match(request, f.roster, f.query(), n, f.latest)
}

// receive takes in what was found; false says that nobody waits for it.
func (f *filter) receive(msg matchesMsg) bool {
	if msg.request != f.latest.Load() {
		return false
	}
	f.ids, f.needles = msg.ids, newNeedles(f.query())
	return true
}

// typeKey gives a key to the prompt. Keys that move act on the list.
func (l *list) typeKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc", "ctrl+g":
		return l.unfilter()
	case "enter":
		if l.filter.query() == "" {
			return l.unfilter()
		}
		l.filter.keep()
		return nil
	case "up", "ctrl+p":
		return l.move(l.cursor - 1)
	case "down", "ctrl+n":
		return l.move(l.cursor + 1)
	case "pgup":
		return l.page(-1)
	case "pgdown":
		return l.page(1)
	case "backspace":
		if l.filter.input.Value() == "" {
			return l.unfilter()
		}
	}
	return l.typeText(msg)
}

// openFilter starts typing.
func (l *list) openFilter() tea.Cmd {
	if !l.filter.on() {
		l.filter.origin = l.chosen()
	}
	return l.filter.open(l.counts[articles.All])
}

// chosen is the row under the cursor; when the filter found none, the one that
// was there before.
func (l *list) chosen() *articles.Row {
	r := l.current()
	if r == nil {
		return l.filter.origin
	}
	row := *r // a page of rows need not stay for it
	return &row
}

// unfilter leaves the filter and shows the listing around what was chosen.
func (l *list) unfilter() tea.Cmd {
	row := l.chosen()
	l.filter.clear()
	return l.around(row)
}

// typeText gives a key or a paste to the prompt and searches when the text
// changed.
func (l *list) typeText(msg tea.Msg) tea.Cmd {
	before := l.filter.query()
	var cmd tea.Cmd
	l.filter.input, cmd = l.filter.input.Update(msg)
	if l.filter.query() == before {
		return cmd
	}
	wasOn := l.filter.on()
	search := l.filter.search(l.window())
	if wasOn && !l.filter.on() {
		return tea.Batch(cmd, l.around(l.filter.origin))
	}
	return tea.Batch(cmd, search)
}

// found shows what the filter found, from its top.
func (l *list) found(msg matchesMsg) tea.Cmd {
	if msg.err != nil || !l.filter.receive(msg) {
		return nil
	}
	l.request++ // a page of the listing that is on its way is not wanted any more
	l.waiting = false
	l.rows, l.first, l.cursor, l.top = msg.rows, 0, 0, 0
	return l.ensure()
}
