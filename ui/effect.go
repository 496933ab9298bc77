package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/config"
)

// relatedCount is how many related articles an article lists: as many as there
// are number keys.
const relatedCount = 9

// effects makes the commands. It is the only caller of the library; nothing in
// a command touches the state of a screen.
type effects struct {
	ctx  context.Context
	lib  Library
	tick ticker
	log  *journal // of the writes
	set  *config.Config
}

// ticker is [tea.Tick]; the tests, which do not wait, have another.
type ticker func(time.Duration, func(time.Time) tea.Msg) tea.Cmd

// page loads n rows of the listing around the row from, which stands at index
// at; from nil loads the first n.
func (e effects) page(request int, l articles.Listing, from *articles.Row, at, n int) tea.Cmd {
	return func() tea.Msg {
		rows, before, err := e.around(l, from, n)
		return pageMsg{request: request, rows: rows, first: max(0, at-before), cursor: keepCursor, err: err}
	}
}

// reload is page for a listing that may have changed under the cursor: it
// looks from's present values up, finds its index again and counts the
// shelves. When the row has left the listing, the next one takes its place.
func (e effects) reload(request int, l articles.Listing, from *articles.Row, n int) tea.Cmd {
	return func() tea.Msg {
		counts, err := e.lib.Counts(e.ctx)
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		if from == nil {
			rows, err := e.lib.Rows(e.ctx, l, articles.Span{N: n})
			return pageMsg{request: request, rows: rows, counts: &counts, err: err}
		}
		if now, err := e.lib.RowsByID(e.ctx, []articles.ID{from.ID}); err == nil && len(now) == 1 {
			still, err := e.lib.Rows(e.ctx, l, articles.Span{From: &now[0], Inclusive: true, N: 1})
			if err == nil && len(still) == 1 && still[0].ID == from.ID {
				from = &now[0]
			}
		}
		at, err := e.lib.Index(e.ctx, l, *from)
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		rows, before, err := e.around(l, from, n)
		return pageMsg{request: request, rows: rows, first: max(0, at-before), cursor: at, counts: &counts, err: err}
	}
}

// last loads the last n rows of the listing and stands on the last.
func (e effects) last(request int, l articles.Listing, n int) tea.Cmd {
	return func() tea.Msg {
		counts, err := e.lib.Counts(e.ctx)
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		rows, err := e.lib.Rows(e.ctx, l, articles.Span{Back: true, N: n})
		total := counts[l.Shelf]
		return pageMsg{request: request, rows: rows, first: max(0, total-len(rows)), cursor: total - 1, counts: &counts, err: err}
	}
}

// around returns rows on both sides of from, and how many stand before it.
func (e effects) around(l articles.Listing, from *articles.Row, n int) (rows []articles.Row, before int, err error) {
	var head []articles.Row
	if from != nil {
		if head, err = e.lib.Rows(e.ctx, l, articles.Span{From: from, Back: true, N: n / 2}); err != nil {
			return nil, 0, err
		}
	}
	tail, err := e.lib.Rows(e.ctx, l, articles.Span{From: from, Inclusive: true, N: n - n/2})
	return append(head, tail...), len(head), err
}

// picked loads the rows of ids[first:first+n].
func (e effects) picked(request int, ids []articles.ID, first, n int) tea.Cmd {
	ids = ids[min(first, len(ids)):min(first+n, len(ids))]
	return func() tea.Msg {
		rows, err := e.lib.RowsByID(e.ctx, ids)
		return pageMsg{request: request, rows: rows, first: first, cursor: keepCursor, err: err}
	}
}

func (e effects) counts() tea.Msg {
	counts, err := e.lib.Counts(e.ctx)
	return countsMsg{counts, err}
}

// roster loads the names of about n articles.
func (e effects) roster(n int) tea.Cmd {
	return func() tea.Msg {
		r, err := loadRoster(e.ctx, e.lib, n)
		return rosterMsg{r, err}
	}
}

// match runs the filter and loads its first n rows; latest is the number of
// the newest request, at which an older one gives up.
func (e effects) match(request int64, r *roster, query string, n int, latest *atomic.Int64) tea.Cmd {
	return func() tea.Msg {
		ids := r.match(query, func() bool { return latest.Load() != request })
		rows, err := e.lib.RowsByID(e.ctx, ids[:min(n, len(ids))])
		return matchesMsg{request, ids, rows, err}
	}
}

// open loads an article to read; goal says where in it to start.
func (e effects) open(request int, id articles.ID, g goal) tea.Cmd {
	return func() tea.Msg {
		a, state, err := e.lib.Article(e.ctx, id)
		if err != nil {
			err = fmt.Errorf("open article: %w", err)
		}
		return openedMsg{request, Reading{Article: a, State: state, Saved: true}, g, err}
	}
}

// whole finishes an article that is not whole.
func (e effects) whole(request int, r Reading) tea.Cmd {
	if r.Whole == nil {
		return nil
	}
	return func() tea.Msg { return wholeMsg{request, r.Whole()} }
}

func (e effects) related(request int, a *articles.Article) tea.Cmd {
	return func() tea.Msg {
		related, err := e.lib.Related(e.ctx, a, relatedCount)
		return relatedMsg{request, related, err}
	}
}

func (e effects) view(id articles.ID) tea.Cmd {
	at, counted := time.Now(), false
	write := e.log.add(func(ctx context.Context) (err error) {
		counted, err = e.lib.View(ctx, id, at)
		return unlessGone(err)
	})
	return func() tea.Msg {
		err := write(e.ctx)
		return viewedMsg{id, counted, err}
	}
}

// write runs a change of state and says notice when it is done; when it fails,
// revert, which may be nil, takes it off the state of the article on the screens
// again, whichever is shown by then.
func (e effects) write(notice string, change func(context.Context) error, id articles.ID, revert func(*articles.State)) tea.Cmd {
	change = e.log.add(change)
	return func() tea.Msg { return writtenMsg{notice, change(e.ctx), id, revert} }
}

func (e effects) place(id articles.ID, p articles.Place) tea.Cmd {
	return e.write("", func(ctx context.Context) error { return unlessGone(e.lib.SavePlace(ctx, id, p)) }, id, nil)
}

// unlessGone is err but for an article that the library has no more: nobody asked for
// its view or its place to be written, so nobody is told that they are not.
func unlessGone(err error) error {
	if errors.Is(err, articles.ErrNotFound) {
		return nil
	}
	return err
}

// keepPlace is place for a text that is not in the library. Nobody is told that its
// place cannot be kept: no more was promised.
func (e effects) keepPlace(id articles.ID, p articles.Place) tea.Cmd {
	at := time.Now()
	return e.write("", func(ctx context.Context) error {
		_ = e.lib.KeepPlace(ctx, id, p, at)
		return nil
	}, id, nil)
}

// setting has the library remember what a key changed, unless something else says
// what it is at the next start.
func (e effects) setting(key, value string) tea.Cmd {
	if e.set.IsSet(key) {
		return nil
	}
	return e.write("", func(ctx context.Context) error {
		// A library that cannot be written is said once, where reading state
		// is lost; a taste that is forgotten is not worth a line.
		_ = e.lib.SetSetting(ctx, key, value)
		return nil
	}, "", nil)
}

// address looks up where on the web an article stands.
func (e effects) address(id articles.ID, then func(string) tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		a, _, err := e.lib.Article(e.ctx, id)
		if err != nil {
			return addressMsg{err: err}
		}
		return addressMsg{url: a.URL, then: then}
	}
}

// article loads an article for what wants it.
func (e effects) article(id articles.ID, then func(*articles.Article) tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		a, _, err := e.lib.Article(e.ctx, id)
		return articleMsg{a, then, err}
	}
}

// put puts what was only opened into the library, the last first: of what is as
// old, the list shows on top what came last.
func (e effects) put(all []Reading) tea.Cmd {
	write := e.log.add(func(ctx context.Context) error {
		for _, r := range slices.Backward(all) {
			a := r.Article
			if r.Whole != nil {
				a = r.Whole()
			}
			if _, err := e.lib.Put(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
	ids := make([]articles.ID, len(all))
	for i, r := range all {
		ids[i] = r.Article.ID
	}
	return func() tea.Msg { return putMsg{ids, write(e.ctx)} }
}

// update brings the library's copy of an article up to date.
func (e effects) update(a *articles.Article) tea.Cmd {
	return e.write("", func(ctx context.Context) error {
		_, err := e.lib.Put(ctx, a)
		return err
	}, a.ID, nil)
}

// settings are the tastes that keys change, and the shelf to begin with.
type settings struct {
	shelf    articles.Shelf
	order    articles.Order
	measure  int
	compact  bool
	captions bool // no pictures
	cut      bool // long lines of code
}

// loadSettings are those that are set, and what the library remembers of others.
func loadSettings(ctx context.Context, lib Library, set *config.Config) (settings, error) {
	all, err := set.Recall(func(key string) (string, error) { return lib.Setting(ctx, key) })
	return settings{
		shelf:   articles.Shelves[slices.Index(config.Shelves[:], all.Shelf)],
		order:   articles.Orders[slices.Index(config.Orders[:], all.Order)],
		measure: all.Measure, compact: all.Compact, captions: !all.Pictures, cut: !all.Wrap,
	}, err
}

func (e effects) read(id articles.ID, read bool, notice string) tea.Cmd {
	return e.write(notice, func(ctx context.Context) error { return e.lib.SetRead(ctx, id, read) },
		id, func(s *articles.State) { s.Read = !read })
}

func (e effects) star(id articles.ID, starred bool, notice string) tea.Cmd {
	return e.write(notice, func(ctx context.Context) error { return e.lib.SetStarred(ctx, id, starred) },
		id, func(s *articles.State) { s.Starred = !starred })
}

func (e effects) measure(columns int) tea.Cmd {
	return e.setting(settingMeasure, strconv.Itoa(columns))
}
