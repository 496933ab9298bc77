package list

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
)

// filter narrows the list to what the reader asks for.
type filter struct {
	fx      effect.Effects
	prompt  chrome.Prompt
	found   *articles.Found // nil while the whole shelf shows
	query   query.Query     // that found it
	order   articles.Order  // in which it was found
	keys    []int64         // of what is shown: what was found, and what may have been meant
	sorted  bool            // in the order of the list, whatever fits what is asked for best
	mistake string          // in what is typed

	alike  int // how many of keys have only the letters in their titles
	beyond beyond

	request   int                // number of the newest question
	searching bool               // it is not answered
	asking    bool               // nor is it known where the cursor goes: to what it finds first
	again     bool               // what was typed before stands there, untouched
	opens     bool               // its answer is to be opened: what ended the typing came first
	ctx       context.Context    //nolint:containedctx // lives as long as that
	cancel    context.CancelFunc // ends it; may be nil
	origin    *articles.Row      // of the listing: where to be again when nothing was chosen
	before    *state             // stood there when typing began again
	under     *state             // was shown before the copies of a story
}

// state is what the filter shows, and where in it the list stands.
type state struct {
	text        string
	found       *articles.Found
	query       query.Query
	order       articles.Order
	keys        []int64
	alike       int
	sorted      bool
	rows        []articles.Row
	first       int
	cursor, top int
	tab         int
}

// mostFilter is how long a query may be, in characters.
const mostFilter = 400

func newFilter(fx effect.Effects) filter {
	return filter{fx: fx, prompt: chrome.NewPrompt("/", "words, or tag:go is:unread time:<10", mostFilter)}
}

// on reports whether the list shows what the filter found.
func (f *filter) on() bool { return f.found != nil }

// stop ends the question that is asked; its answer is not wanted any more.
func (f *filter) stop() {
	f.request++
	f.searching, f.asking, f.opens = false, false, false
	if f.cancel != nil {
		f.cancel()
		f.cancel = nil
	}
}

// clear shows the whole listing again.
func (f *filter) clear() {
	f.stop()
	f.found, f.keys, f.query, f.sorted, f.mistake = nil, nil, query.Query{}, false, ""
	f.origin, f.before, f.under = nil, nil, nil
	f.prompt.Clear()
}

func (l *List) state() *state {
	f := &l.filter
	return &state{f.prompt.Text(), f.found, f.query, f.order, f.keys, f.alike, f.sorted, l.rows, l.first, l.cursor, l.top, l.tabs.on}
}

// openFilter starts typing, after what was typed before.
func (l *List) openFilter(words string) tea.Cmd {
	f := &l.filter
	if f.on() {
		f.before = l.state()
	} else {
		f.origin = l.chosen()
	}
	if f.prompt.Text() == "" {
		f.sorted = false // what fits the words best comes first
	}
	l.mode = filtering
	f.again = words == "" && f.prompt.Text() != ""
	typed := f.prompt.Open(cmp.Or(words, f.prompt.Text()))
	switch {
	case words != "":
		return tea.Batch(typed, l.search())
	case f.prompt.Text() == "":
		return tea.Batch(typed, l.readAhead())
	}
	return typed
}

// readAhead has the library find out what every answer needs, such as the order of all
// that is on the shelf, while the reader thinks of the first letter.
func (l *List) readAhead() tea.Cmd {
	all := l.base().On(l.listing.Shelf)
	return l.filter.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		_, _ = lib.Find(ctx, all, articles.BestMatch) // the first letter tells what fails
		return nil
	})
}

// inFilter is an operation while the filter is typed. Those that move act on the
// list; false for what is not the filter's.
func (l *List) inFilter(o keys.Op) (tea.Cmd, bool) {
	switch o {
	case keys.Cancel:
		return l.leaveFilter(), true
	case keys.Accept:
		return l.acceptFilter(), true
	case keys.Keep:
		if l.filter.mistake == "" {
			l.keepFilter()
		}
		return nil, true
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

// acceptFilter ends typing. Words open the article under the cursor where it has them,
// and an address that the library does not have is added. Who asks by conditions alone
// wants to see what is left.
func (l *List) acceptFilter() tea.Cmd {
	f := &l.filter
	switch text := f.prompt.Text(); {
	case text == "":
		return l.unfilter()
	case f.mistake != "":
		return nil // it stands there, to be mended
	case f.on() && len(f.keys) == 0 && l.offersAdding():
		l.Ask(intent.Add{Thing: text})
		return l.unfilter()
	case f.asking:
		f.opens = true
	case f.on() && len(f.query.Texts()) > 0:
		l.openRow()
	}
	l.keepFilter()
	return nil
}

// keepFilter ends typing and leaves what was found on the screen.
func (l *List) keepFilter() {
	if l.mode == filtering {
		l.mode = browsing
	}
	l.filter.before, l.filter.mistake, l.completing = nil, "", nil
	l.filter.prompt.Close()
}

// leaveFilter ends typing and shows what stood there before it.
func (l *List) leaveFilter() tea.Cmd {
	if was := l.filter.before; was != nil {
		return l.show(was)
	}
	return l.unfilter()
}

// show shows again what stood there.
func (l *List) show(was *state) tea.Cmd {
	f := &l.filter
	f.stop()
	f.prompt.Set(was.text)
	f.found, f.query, f.order, f.keys, f.alike, f.sorted = was.found, was.query, was.order, was.keys, was.alike, was.sorted
	l.rows, l.first, l.cursor, l.top, l.tabs.on = was.rows, was.first, was.cursor, was.top, was.tab
	l.keepFilter()
	return l.Reload()
}

// chosen is the row under the cursor; when the filter found none, or what is in no list
// without it, the one that was there before.
func (l *List) chosen() *articles.Row {
	r := l.Current()
	if r == nil || l.filter.query.AsksForBehind() {
		return l.filter.origin
	}
	row := *r // a page of rows need not stay for it
	return &row
}

// unfilter leaves the filter and shows the listing around what was chosen; from copies it
// goes back to the search in which their story stood.
func (l *List) unfilter() tea.Cmd {
	if was := l.filter.under; was != nil && l.showsCopies() {
		l.filter.under = nil
		return l.show(was)
	}
	row := l.chosen()
	l.mode, l.completing = browsing, nil
	if l.tabs.on >= 0 {
		l.keepFilter()
		l.filter.prompt.Clear()
		l.filter.sorted = false
		return l.find(true)
	}
	l.filter.clear()
	return l.around(row)
}

// typeFilter gives a key or a paste to the prompt. Where what was typed before stands there
// again, a letter begins anew, and a blank goes on with it.
func (l *List) typeFilter(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); l.filter.again && (!ok || key.Text != " ") {
		l.filter.prompt.Set("")
	}
	l.filter.again = false
	return l.refilter(l.filter.prompt.Type(msg))
}

// refilter searches when the text of the prompt changed.
func (l *List) refilter(cmd tea.Cmd, changed bool) tea.Cmd {
	if !changed {
		return cmd
	}
	return tea.Batch(cmd, l.search())
}
