package list

import (
	"cmp"
	"context"
	"errors"
	"slices"

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
	keys    []int64         // of what is shown: what was found, and what may have been meant
	sorted  bool            // in the order of the list; else by how well they match
	mistake string          // in what is typed

	alike int // how many of keys have only the letters in their titles

	request int                // number of the newest question
	asking  bool               // it is not answered yet, and the cursor goes to what it finds first
	opens   bool               // its answer is to be opened: what ended the typing came first
	ctx     context.Context    //nolint:containedctx // lives as long as that
	cancel  context.CancelFunc // ends it; may be nil
	origin  *articles.Row      // of the listing: where to be again when nothing was chosen
	before  *state             // stood there when typing began again
}

// state is what the filter shows, and where in it the list stands.
type state struct {
	text        string
	found       *articles.Found
	query       query.Query
	keys        []int64
	alike       int
	sorted      bool
	rows        []articles.Row
	first       int
	cursor, top int
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
	f.asking, f.opens = false, false
	if f.cancel != nil {
		f.cancel()
		f.cancel = nil
	}
}

// clear shows the whole listing again.
func (f *filter) clear() {
	f.stop()
	f.found, f.keys, f.query, f.sorted, f.mistake = nil, nil, query.Query{}, false, ""
	f.origin, f.before = nil, nil
	f.prompt.Clear()
}

// order is how what the filter finds is sorted.
func (f *filter) order(l articles.Listing, q query.Query) articles.Order {
	switch {
	case q.Ordered:
		return q.Order
	case f.sorted || len(q.Texts()) == 0:
		return l.Order
	}
	return articles.BestMatch
}

// foundMsg brings what a query found, and the first rows of it.
type foundMsg struct {
	request int
	query   query.Query
	found   articles.Found
	rows    []articles.Row
	first   int // index of rows[0]
	stay    bool
	err     error
}

// search asks for what the query that is typed finds on the shelf, and shows it from its
// top.
func (l *List) search() tea.Cmd { return l.find(false) }

// find asks for what the query that is typed finds on the shelf; stay has the cursor stay
// on its article. The question before it is dropped: keys never wait.
func (l *List) find(stay bool) tea.Cmd {
	f := &l.filter
	f.stop()
	text := f.prompt.Text()
	read := query.ParseTyping // the last word may be a beginning, also when it is left so
	if f.prompt.EndsInBlank() {
		read = query.Parse
	}
	q, err := read(text)
	f.mistake = ""
	if mistake, ok := errors.AsType[*query.Mistake](err); ok {
		f.mistake = mistake.Say
		return nil // what was found before stays on the screen
	}
	if q.IsEmpty() {
		was := f.on()
		f.found, f.keys, f.query = nil, nil, q
		if !was {
			return nil
		}
		return l.around(f.origin)
	}
	ctx, cancel := context.WithCancel(f.fx.Context())
	f.ctx, f.cancel, f.asking = ctx, cancel, !stay
	request, n := f.request, l.window()
	asked, order := q.On(l.listing.Shelf), f.order(l.listing, q)
	at, here := l.cursor, int64(-1)
	if r := l.Current(); r != nil {
		here = r.Key
	}
	return f.fx.Ask(func(_ context.Context, lib effect.Library) tea.Msg {
		msg := foundMsg{request: request, query: q, stay: stay}
		if msg.found, msg.err = lib.Find(ctx, asked, order); msg.err == nil {
			shown := shownOf(&msg.found)
			if stay {
				if i := slices.Index(shown, here); i >= 0 {
					at = i
				}
				msg.first = max(0, min(at-n/2, len(shown)-1))
			}
			msg.rows, msg.err = lib.RowsByKey(ctx, shown[msg.first:min(msg.first+n, len(shown))])
		}
		return msg
	})
}

// shownOf is what is shown of what was found: behind it what may have been meant.
func shownOf(found *articles.Found) []int64 { return slices.Concat(found.Keys, found.Near) }

// foundCame shows what the filter found, from its top.
func (l *List) foundCame(msg foundMsg) tea.Cmd {
	f := &l.filter
	if msg.request != f.request {
		return nil
	}
	opens := f.opens
	f.asking, f.opens = false, false
	if l.complain(msg.err); msg.err != nil {
		return nil
	}
	here, onScreen := l.Current(), l.cursor-l.top
	f.found, f.keys, f.query, f.alike = &msg.found, shownOf(&msg.found), msg.query, 0
	l.request++ // a page of the listing that is on its way is not wanted any more
	l.waiting = false
	l.rows, l.first = msg.rows, msg.first
	switch {
	case !msg.stay:
		l.cursor, l.top = 0, 0
	case here != nil:
		if at := slices.Index(f.keys, here.Key); at >= 0 {
			l.cursor = at
		}
		l.cursor = max(l.first, min(l.cursor, l.first+len(l.rows)-1))
		l.top = l.cursor - onScreen
		l.fill()
	}
	l.table.See(l.rows)
	var open tea.Cmd
	if opens {
		open = l.acceptFilter()
	}
	return tea.Batch(open, l.ensure(), l.seekSnippets(), l.seekAlike())
}

// openFilter starts typing, after what was typed before.
func (l *List) openFilter(words string) tea.Cmd {
	f := &l.filter
	if f.on() {
		f.before = &state{f.prompt.Text(), f.found, f.query, f.keys, f.alike, f.sorted, l.rows, l.first, l.cursor, l.top}
	} else {
		f.origin = l.chosen()
	}
	l.mode = filtering
	typed := f.prompt.Open(cmp.Or(words, f.prompt.Text()))
	if words == "" {
		return typed
	}
	return tea.Batch(typed, l.search())
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
		l.keepFilter()
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
	l.filter.before, l.filter.mistake = nil, ""
	l.filter.prompt.Close()
}

// leaveFilter ends typing and shows what stood there before it.
func (l *List) leaveFilter() tea.Cmd {
	f, was := &l.filter, l.filter.before
	if was == nil {
		return l.unfilter()
	}
	f.stop()
	f.prompt.Set(was.text)
	f.found, f.query, f.keys, f.alike, f.sorted = was.found, was.query, was.keys, was.alike, was.sorted
	l.rows, l.first, l.cursor, l.top = was.rows, was.first, was.cursor, was.top
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
	return tea.Batch(cmd, l.search())
}
