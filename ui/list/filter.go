package list

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/fuzzy"
	"lede/ui/intent"
	"lede/ui/keys"
)

// filter narrows the list to what the reader types.
type filter struct {
	fx     effect.Effects
	prompt chrome.Prompt
	index  *index
	ids    []articles.ID // what was found, best first
	words  fuzzy.Query   // of the query that found them
	latest *atomic.Int64 // number of the newest request; older ones give up
	origin *articles.Row // of the listing: where to be again when nothing was chosen
	before *found        // stood there when typing began again
}

// found is what the filter shows, and where in it the list stands.
type found struct {
	text        string
	ids         []articles.ID
	words       fuzzy.Query
	rows        []articles.Row
	first       int
	cursor, top int
}

// mostFilter is how long a filter may be, in characters: no name is found by more.
const mostFilter = 200

func newFilter(fx effect.Effects) filter {
	return filter{fx: fx, prompt: chrome.NewPrompt("/", "title, author or tag", mostFilter), latest: new(atomic.Int64)}
}

// on reports whether the list shows what the filter found.
func (f *filter) on() bool { return f.ids != nil }

// clear shows the whole listing again.
func (f *filter) clear() {
	f.latest.Add(1)
	f.ids, f.words, f.index, f.origin, f.before = nil, nil, nil, nil, nil
	f.prompt.Clear()
}

// search asks for what matches the query, with the first n rows of it. An empty
// query shows the listing.
func (f *filter) search(n int) tea.Cmd {
	request := f.latest.Add(1)
	if f.index == nil {
		return nil
	}
	query := f.prompt.Text()
	if query == "" {
		f.ids, f.words = nil, nil
		return nil
	}
	return match(f.fx, request, f.index, query, n, f.latest)
}

// receive takes in what was found; false says that nobody waits for it.
func (f *filter) receive(msg matchesMsg) bool {
	if msg.request != f.latest.Load() {
		return false
	}
	f.ids, f.words = msg.ids, fuzzy.Query{}
	if !msg.given {
		f.words = fuzzy.Parse(f.prompt.Text())
	}
	return true
}

// indexed takes in the names to match. What stands there already is not sought anew:
// it would lose its place.
func (l *List) indexed(x *index) tea.Cmd {
	f := &l.filter
	f.index = x
	if f.before != nil && f.before.text == f.prompt.Text() {
		return nil
	}
	return f.search(l.window())
}

// openFilter starts typing, after what was typed before. The names are loaded anew
// each time: the library may have grown.
func (l *List) openFilter(words string) tea.Cmd {
	if f := &l.filter; f.on() {
		f.before = &found{f.prompt.Text(), f.ids, f.words, l.rows, l.first, l.cursor, l.top}
	} else {
		f.origin = l.chosen()
	}
	l.mode = filtering
	if words == "" {
		words = l.filter.prompt.Text()
	}
	return tea.Batch(l.filter.prompt.Open(words), loadIndex(l.fx, l.counts[articles.All]))
}

// inFilter is an operation while the filter is typed. Those that move act on the
// list; false for what is not the filter's.
func (l *List) inFilter(o keys.Op) (tea.Cmd, bool) {
	switch o {
	case keys.Cancel:
		return l.leaveFilter(), true
	case keys.Accept:
		return l.acceptFilter(), true
	case keys.PrevChoice:
		return l.move(l.cursor - 1), true
	case keys.NextChoice:
		return l.move(l.cursor + 1), true
	case keys.ChoicesUp:
		return l.page(-1), true
	case keys.ChoicesDown:
		return l.page(1), true
	}
	return nil, false
}

// acceptFilter ends typing: an address that the library does not have is added.
func (l *List) acceptFilter() tea.Cmd {
	switch text := l.filter.prompt.Text(); {
	case text == "":
		return l.unfilter()
	case len(l.filter.ids) == 0 && l.offersAdding():
		l.Ask(intent.Add{Thing: text})
		return l.unfilter()
	}
	l.keepFilter()
	return nil
}

// keepFilter ends typing and leaves what was found on the screen.
func (l *List) keepFilter() {
	if l.mode == filtering {
		l.mode = browsing
	}
	l.filter.index, l.filter.before = nil, nil
	l.filter.prompt.Close()
}

// leaveFilter ends typing and shows what stood there before it.
func (l *List) leaveFilter() tea.Cmd {
	f, was := &l.filter, l.filter.before
	if was == nil {
		return l.unfilter()
	}
	f.latest.Add(1) // what is still sought is not wanted any more
	f.prompt.Set(was.text)
	f.ids, f.words = was.ids, was.words
	l.rows, l.first, l.cursor, l.top = was.rows, was.first, was.cursor, was.top
	l.keepFilter()
	return l.Reload()
}

// chosen is the row under the cursor; when the filter found none, the one that
// was there before.
func (l *List) chosen() *articles.Row {
	r := l.Current()
	if r == nil {
		return l.filter.origin
	}
	row := *r // a page of rows need not stay for it
	return &row
}

// unfilter leaves the filter and shows the listing around what was chosen.
func (l *List) unfilter() tea.Cmd {
	row := l.chosen()
	l.mode = browsing
	l.filter.clear()
	return l.around(row)
}

// typeFilter gives a key or a paste to the prompt.
func (l *List) typeFilter(msg tea.Msg) tea.Cmd { return l.refilter(l.filter.prompt.Type(msg)) }

// refilter searches when the text of the prompt changed.
func (l *List) refilter(cmd tea.Cmd, changed bool) tea.Cmd {
	if !changed {
		return cmd
	}
	wasOn := l.filter.on()
	search := l.filter.search(l.window())
	if wasOn && !l.filter.on() {
		return tea.Batch(cmd, l.around(l.filter.origin))
	}
	return tea.Batch(cmd, search)
}

// showFound shows what the filter found, from its top.
func (l *List) showFound(msg matchesMsg) tea.Cmd {
	if msg.err != nil || !l.filter.receive(msg) {
		return nil
	}
	l.request++ // a page of the listing that is on its way is not wanted any more
	l.waiting = false
	l.rows, l.first, l.cursor, l.top = msg.rows, 0, 0, 0
	return l.ensure()
}
