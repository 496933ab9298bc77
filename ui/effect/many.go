package effect

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// IDs gives the articles that something is to be done to. It is called beside the
// keys: they may be all that the list shows.
type IDs func(ctx context.Context, lib Library) ([]articles.ID, error)

// Only are these articles.
func Only(ids ...articles.ID) IDs {
	return func(context.Context, Library) ([]articles.ID, error) { return ids, nil }
}

// WithBehind are articles and their copies or, of rows, all that stands behind them.
func (of IDs) WithBehind(rows bool) IDs {
	return func(ctx context.Context, lib Library) ([]articles.ID, error) {
		ids, err := of(ctx, lib)
		if err != nil || len(ids) == 0 {
			return nil, err
		}
		return lib.Behind(ctx, rows, ids)
	}
}

// Deed is what a hand does to articles, as one change.
type Deed func(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error)

// Changed says what was done to articles: no change when that was nothing, and then
// None says why.
type Changed struct {
	Change articles.Change
	IDs    []articles.ID
	None   string
	Err    error
}

// Many does something to articles, after all that was asked for before it.
func (e Effects) Many(ids IDs, none string, do Deed) tea.Cmd {
	done := Changed{None: none}
	return e.Journal(func(ctx context.Context, lib Library) (err error) {
		if done.IDs, err = ids(ctx, lib); err == nil && len(done.IDs) > 0 {
			done.Change, err = do(ctx, lib, done.IDs)
		}
		return err
	}, func(err error) tea.Msg {
		done.Err = err
		return done
	})
}

// Star stars articles; where all have a star, it takes the stars away.
func Star(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
	return flip(ctx, lib.Star, ids)
}

// Mark marks articles as read; where all are, as unread.
func Mark(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
	return flip(ctx, lib.Mark, ids)
}

// MarkRead marks articles as read.
func MarkRead(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
	return lib.Mark(ctx, true, ids...)
}

// Archive archives articles; where all are, it takes them out of the archive.
func Archive(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
	return flip(ctx, lib.Archive, ids)
}

// Remove takes articles out of the library.
func Remove(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
	return lib.Remove(ctx, ids...)
}

// Fold folds what came with an article, or unfolds it.
func Fold(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
	return lib.Fold(ctx, ids[0])
}

// Tag puts tags on articles and takes them off.
func Tag(edit articles.TagEdit) Deed {
	return func(ctx context.Context, lib Library, ids []articles.ID) (articles.Change, error) {
		return lib.Tag(ctx, edit, ids...)
	}
}

func flip(ctx context.Context, set func(context.Context, bool, ...articles.ID) (articles.Change, error), ids []articles.ID) (articles.Change, error) {
	c, err := set(ctx, true, ids...)
	if err == nil && c.ID == 0 {
		c, err = set(ctx, false, ids...)
	}
	return c, err
}

// RenameTag gives a tag another name in the whole library; none says what it means when
// that changes nothing.
func (e Effects) RenameTag(from, to, none string) tea.Cmd {
	done := Changed{None: none}
	return e.Journal(func(ctx context.Context, lib Library) (err error) {
		done.Change, err = lib.RenameTag(ctx, from, to)
		if errors.Is(err, articles.ErrNoTag) {
			err = nil
		}
		return err
	}, func(err error) tea.Msg {
		done.Err = err
		return done
	})
}

// EditQueries does something with the saved queries.
func (e Effects) EditQueries(edit articles.QueryEdit) tea.Cmd {
	var done Changed
	return e.Journal(func(ctx context.Context, lib Library) (err error) {
		done.Change, err = lib.EditQueries(ctx, edit)
		return err
	}, func(err error) tea.Msg {
		done.Err = err
		return done
	})
}
