package effect

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// Viewed says whether a view was counted.
type Viewed struct {
	ID      articles.ID
	Counted bool
	Err     error
}

// View counts a view of an article, by now.
func (e Effects) View(id articles.ID) tea.Cmd {
	at, counted := time.Now(), false
	return e.Journal(func(ctx context.Context, lib Library) (err error) {
		counted, err = lib.View(ctx, id, at)
		return UnlessGone(err)
	}, func(err error) tea.Msg { return Viewed{id, counted, err} })
}

// SavePlace writes the place in an article of the library.
func (e Effects) SavePlace(id articles.ID, p articles.Place) tea.Cmd {
	return e.Write("", id, func(ctx context.Context, lib Library) error {
		return UnlessGone(lib.SavePlace(ctx, id, p))
	}, nil)
}

// KeepPlace is SavePlace for a text that is not in the library. Nobody is told that
// its place cannot be kept: no more was promised.
func (e Effects) KeepPlace(id articles.ID, p articles.Place) tea.Cmd {
	at := time.Now()
	return e.Write("", id, func(ctx context.Context, lib Library) error {
		_ = lib.KeepPlace(ctx, id, p, at)
		return nil
	}, nil)
}

// Finish marks an article as read whose end was seen.
func (e Effects) Finish(id articles.ID) tea.Cmd {
	return e.Write("", id, func(ctx context.Context, lib Library) error { return UnlessGone(lib.Finish(ctx, id)) },
		func(s *articles.State) { s.Read = false })
}

// SetRead marks an article as read or unread, by the reader's hand: with its copies or, as a
// row, with all that stands behind it.
func (e Effects) SetRead(id articles.ID, read, row bool, notice string) tea.Cmd {
	return e.Write(notice, id, func(ctx context.Context, lib Library) error {
		ids, err := lib.Behind(ctx, row, []articles.ID{id})
		if err == nil {
			_, err = lib.Mark(ctx, read, ids...)
		}
		return err
	}, func(s *articles.State) { s.Read = !read })
}

// SetStarred stars an article, or takes the star away, by the reader's hand.
func (e Effects) SetStarred(id articles.ID, starred bool, notice string) tea.Cmd {
	return e.Write(notice, id, func(ctx context.Context, lib Library) error {
		_, err := lib.Star(ctx, starred, id)
		return err
	}, func(s *articles.State) { s.Starred = !starred })
}

// Undone says what was undone; the zero change when nothing was. Article is the one
// that was asked about, as it is now, where undoing changed it.
type Undone struct {
	Change  articles.Change
	Article *articles.Article
	State   articles.State
	Gone    []articles.ID // those that were asked about and are not in the library any more
	Err     error
}

// Undo takes back the last change that a hand made to the library since a time, and
// looks at articles after it: the one that is shown, which may be none, and others.
func (e Effects) Undo(since time.Time, shown articles.ID, others ...articles.ID) tea.Cmd {
	var u Undone
	return e.Journal(func(ctx context.Context, lib Library) (err error) {
		if u.Change, err = lib.Undo(ctx, since); err != nil {
			return err
		}
		changed := slices.DeleteFunc(append(others, shown), func(id articles.ID) bool {
			return !slices.Contains(u.Change.Restored, id)
		})
		there, err := has(ctx, lib, changed)
		if err != nil {
			return err
		}
		u.Gone = slices.DeleteFunc(changed, func(id articles.ID) bool { return there[id] })
		if !there[shown] {
			return nil
		}
		u.Article, u.State, err = lib.Article(ctx, shown)
		return UnlessGone(err)
	}, func(err error) tea.Msg {
		u.Err = err
		return u
	})
}

// Update brings the library's copy of an article up to date.
func (e Effects) Update(a *articles.Article) tea.Cmd {
	return e.Write("", a.ID, func(ctx context.Context, lib Library) error {
		_, err := lib.Put(ctx, a)
		return err
	}, nil)
}

// has says which articles are in the library.
func has(ctx context.Context, lib Library, ids []articles.ID) (map[articles.ID]bool, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := lib.RowsByID(ctx, ids)
	there := make(map[articles.ID]bool, len(rows))
	for i := range rows {
		there[rows[i].ID] = true
	}
	return there, err
}

// Saved says that what was only opened is in the library now. New is how many of it
// were not there before, and Ruled what rules did with those; Shown is that which was on the
// screen.
type Saved struct {
	IDs   []articles.ID
	New   int
	Ruled articles.Ruled
	Shown articles.Ruling
	Err   error
}

// Save puts what was only opened into the library, the last first: of what is as
// old, the list shows on top what came last. What was in the library, and is not any
// more, is put there too. The rules of sources are asked what to do with it, if there are
// any; shown is the one on the screen.
func (e Effects) Save(all []Reading, shown articles.ID, from Sources) tea.Cmd {
	s := Saved{IDs: make([]articles.ID, len(all))}
	for i, r := range all {
		s.IDs[i] = r.Article.ID
	}
	return e.Journal(func(ctx context.Context, lib Library) error {
		there, err := has(ctx, lib, s.IDs)
		if err != nil {
			return err
		}
		var ask func(*articles.Article) articles.Ruling
		if from != nil {
			if ask, err = from.Ask(ctx); err != nil {
				return err
			}
		}
		change := articles.Change{Kind: articles.Adding}
		for _, r := range slices.Backward(all) {
			if r.Saved && there[r.Article.ID] {
				continue
			}
			s.New++
			a := *r.Article
			if r.Whole != nil {
				a = *r.Whole()
			}
			if a.Rule = nil; a.Added.IsZero() { // else its reader has had it
				a.Rule = ask
			}
			if _, err := lib.PutWithin(ctx, &change, &a); err != nil {
				return err
			}
			if s.Ruled.Count(a.Ruled); a.ID == shown {
				s.Shown = a.Ruled
			}
		}
		return nil
	}, func(err error) tea.Msg {
		s.Err = err
		return s
	})
}
