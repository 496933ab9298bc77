package list

import (
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/keys"
)

// selection is what the reader selects of the rows that are shown.
type selection struct {
	picked map[articles.ID]bool
	all    bool          // of all that is shown, picked are left out
	from   *articles.Row // where a range begins that ends at the cursor; nil for none
	fromAt int           // its index
}

// pickedMsg brings the rows of a range that was not loaded.
type pickedMsg struct {
	to  *selection
	ids []articles.ID
	err error
}

// beginSelecting begins a range at the row under the cursor.
func (l *List) beginSelecting() {
	if r := l.chosenRow(); r != nil {
		l.selection = &selection{picked: map[articles.ID]bool{}, from: r, fromAt: l.cursor}
	}
}

// EndSelecting has no row be selected any more.
func (l *List) EndSelecting() { l.selection = nil }

// chosenRow is a copy of the row under the cursor; nil when there is none.
func (l *List) chosenRow() *articles.Row {
	if r := l.Current(); r != nil {
		row := *r
		return &row
	}
	return nil
}

// selects does what a key asks for while rows are selected.
func (l *List) selects(o keys.Op) (tea.Cmd, bool) {
	s := l.selection
	switch o {
	case keys.Cancel, keys.Clear, keys.Out:
		l.EndSelecting()
	case keys.Select:
		if s.from == nil {
			s.from, s.fromAt = l.chosenRow(), l.cursor
			return nil, true
		}
		return l.endRange(), true
	case keys.SelectNext:
		var cmd tea.Cmd
		if s.from != nil {
			cmd = l.endRange()
		} else if r := l.Current(); r != nil {
			s.pick(r.ID, !s.has(r.ID))
		}
		return tea.Batch(cmd, l.move(l.cursor+1)), true
	case keys.SelectAll:
		all := !s.all || len(s.picked) > 0
		*s = selection{picked: map[articles.ID]bool{}, all: all}
	default:
		return nil, false
	}
	return nil, true
}

// has reports whether a row was picked, but for a range that is still open.
func (s *selection) has(id articles.ID) bool { return s.picked[id] != s.all }

func (s *selection) pick(id articles.ID, on bool) {
	if on != s.all {
		s.picked[id] = true
	} else {
		delete(s.picked, id)
	}
}

// bounds are the indexes of the range that is open; false when none is.
func (l *List) bounds() (from, to int, ok bool) {
	s := l.selection
	if s == nil || s.from == nil {
		return 0, 0, false
	}
	at := s.fromAt
	if i := slices.IndexFunc(l.rows, func(r articles.Row) bool { return r.ID == s.from.ID }); i >= 0 {
		at = l.first + i // other rows may have come in since
	}
	return min(at, l.cursor), max(at, l.cursor), true
}

// selected reports whether the row at an index is selected.
func (l *List) selected(at int, r *articles.Row) bool {
	if l.selection == nil {
		return false
	}
	from, to, open := l.bounds()
	return open && from <= at && at <= to || l.selection.has(r.ID)
}

// selectedCount is how many rows are selected.
func (l *List) selectedCount() int {
	n := len(l.selection.picked)
	if l.selection.all {
		n = l.total() - n
	}
	if from, to, open := l.bounds(); open {
		for at := from; at <= to; at++ {
			if r := l.row(at); r == nil || !l.selection.has(r.ID) {
				n++
			}
		}
	}
	return n
}

// endRange keeps what the range holds, and ends it.
func (l *List) endRange() tea.Cmd {
	s := l.selection
	from, to, _ := l.bounds()
	rest := l.inRange(from, to)
	for at := from; at <= to; at++ {
		if r := l.row(at); r != nil {
			s.pick(r.ID, true)
		}
	}
	loaded := l.row(from) != nil && l.row(to) != nil
	s.from = nil
	if loaded {
		return nil
	}
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		ids, err := rest(ctx, lib)
		return pickedMsg{s, ids, err}
	})
}

// pickedCame takes in the rows of a range, unless the selection is over.
func (l *List) pickedCame(msg pickedMsg) {
	if l.complain(msg.err); msg.to == l.selection {
		for _, id := range msg.ids {
			msg.to.pick(id, true)
		}
	}
}

// inRange gives the articles between two indexes, of which one has the cursor and the
// other is where the range began.
func (l *List) inRange(from, to int) effect.IDs {
	if l.isSearched() {
		return idsOf(l.filter.keys[max(0, from):min(to+1, len(l.filter.keys))])
	}
	first, last, listing := l.selection.from, l.chosenRow(), l.listing
	if from == l.cursor {
		first, last = last, first
	}
	return func(ctx context.Context, lib effect.Library) (ids []articles.ID, err error) {
		err = eachRow(ctx, lib, listing, first, func(r *articles.Row) bool {
			ids = append(ids, r.ID)
			return last != nil && r.ID != last.ID && len(ids) <= to-from
		})
		return ids, err
	}
}

// eachRow goes through the rows of a listing, from one on, until more says no.
func eachRow(ctx context.Context, lib effect.Library, l articles.Listing, from *articles.Row, more func(*articles.Row) bool) error {
	const step = 4096
	for span := (articles.Span{From: from, Inclusive: true, N: step}); ; span.Inclusive = false {
		rows, err := lib.Rows(ctx, l, span)
		if err != nil || len(rows) == 0 {
			return err
		}
		for i := range rows {
			if !more(&rows[i]) {
				return nil
			}
		}
		span.From = &rows[len(rows)-1]
	}
}

// Selected gives the articles of the rows that are selected; false when none is.
func (l *List) Selected() (effect.IDs, bool) {
	s := l.selection
	if s == nil || l.selectedCount() == 0 {
		return nil, false
	}
	left := maps.Clone(s.picked)
	if s.all {
		all := l.All()
		return func(ctx context.Context, lib effect.Library) ([]articles.ID, error) {
			ids, err := all(ctx, lib)
			return slices.DeleteFunc(slices.Clone(ids), func(id articles.ID) bool { return left[id] }), err
		}, true
	}
	between := effect.Only()
	if from, to, open := l.bounds(); open {
		between = l.inRange(from, to)
	}
	return func(ctx context.Context, lib effect.Library) ([]articles.ID, error) {
		ids, err := between(ctx, lib)
		for _, id := range ids {
			delete(left, id)
		}
		return append(slices.Clone(ids), slices.Sorted(maps.Keys(left))...), err
	}, true
}

// All gives all articles that the list shows.
func (l *List) All() effect.IDs {
	if l.isSearched() {
		return idsOf(l.filter.keys)
	}
	listing := l.listing
	return func(ctx context.Context, lib effect.Library) (ids []articles.ID, err error) {
		err = eachRow(ctx, lib, listing, nil, func(r *articles.Row) bool {
			ids = append(ids, r.ID)
			return true
		})
		return ids, err
	}
}

// Above gives the articles above the row under the cursor.
func (l *List) Above() effect.IDs {
	if l.isSearched() {
		return idsOf(l.filter.keys[:max(0, min(l.cursor, len(l.filter.keys)))])
	}
	all, here := l.listing, l.chosenRow()
	return func(ctx context.Context, lib effect.Library) (ids []articles.ID, err error) {
		if here == nil {
			return nil, nil
		}
		err = eachRow(ctx, lib, all, nil, func(r *articles.Row) bool {
			if r.ID == here.ID {
				return false
			}
			ids = append(ids, r.ID)
			return true
		})
		return ids, err
	}
}

// idsOf gives the articles with some keys.
func idsOf(keys []int64) effect.IDs {
	keys = slices.Clone(keys)
	return func(ctx context.Context, lib effect.Library) (ids []articles.ID, err error) {
		const several = 4096
		for some := range slices.Chunk(keys, several) {
			rows, err := lib.RowsByKey(ctx, some)
			if err != nil {
				return nil, err
			}
			for i := range rows {
				ids = append(ids, rows[i].ID)
			}
		}
		return ids, nil
	}
}

// checked is the first line of a row, with the sign of a selected one in its gutter.
func (l *List) checked(at int, r *articles.Row, line string) string {
	if !l.selected(at, r) {
		return line
	}
	return ansi.Truncate(line, 1, "") + l.theme.Screen.Star.Render("✓") + ansi.TruncateLeft(line, 2, "")
}

// SelectedSay is how many rows are selected, in words; empty while none can be.
func (l *List) SelectedSay() string {
	if l.selection == nil {
		return ""
	}
	return chrome.Grouped(l.selectedCount()) + " selected"
}
