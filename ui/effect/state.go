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

// SetRead marks an article as read or unread.
func (e Effects) SetRead(id articles.ID, read bool, notice string) tea.Cmd {
	return e.Write(notice, id, func(ctx context.Context, lib Library) error { return lib.SetRead(ctx, id, read) },
		func(s *articles.State) { s.Read = !read })
}

// SetStarred stars an article, or takes the star away.
func (e Effects) SetStarred(id articles.ID, starred bool, notice string) tea.Cmd {
	return e.Write(notice, id, func(ctx context.Context, lib Library) error { return lib.SetStarred(ctx, id, starred) },
		func(s *articles.State) { s.Starred = !starred })
}

// Update brings the library's copy of an article up to date.
func (e Effects) Update(a *articles.Article) tea.Cmd {
	return e.Write("", a.ID, func(ctx context.Context, lib Library) error {
		_, err := lib.Put(ctx, a)
		return err
	}, nil)
}

// Saved says that what was only opened is in the library now.
type Saved struct {
	IDs []articles.ID
	Err error
}

// Save puts what was only opened into the library, the last first: of what is as
// old, the list shows on top what came last.
func (e Effects) Save(all []Reading) tea.Cmd {
	ids := make([]articles.ID, len(all))
	for i, r := range all {
		ids[i] = r.Article.ID
	}
	return e.Journal(func(ctx context.Context, lib Library) error {
		for _, r := range slices.Backward(all) {
			a := r.Article
			if r.Whole != nil {
				a = r.Whole()
			}
			if _, err := lib.Put(ctx, a); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) tea.Msg { return Saved{ids, err} })
}
