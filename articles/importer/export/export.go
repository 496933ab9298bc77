// Package export writes articles of a library as Markdown files into a folder,
// with all that the library has of them: adding the folder to another library
// gives them back. It says what it did as values.
package export

import (
	"context"
	"errors"
	"iter"

	"lede/articles"
	"lede/articles/rules"
)

// Library is what an export needs of the store.
type Library interface {
	Article(ctx context.Context, id articles.ID) (*articles.Article, articles.State, error)
	// Images are those that are kept with an article.
	Images(ctx context.Context, id articles.ID) ([]articles.Image, error)
	// Original is what an article was made of, or fails with
	// [articles.ErrNoOriginal].
	Original(ctx context.Context, id articles.ID) (*articles.Original, error)
	Feeds(ctx context.Context) ([]articles.Feed, error)
	SavedQueries(ctx context.Context) ([]articles.SavedQuery, error)
	Rules(ctx context.Context) ([]rules.Rule, error)
	// Gone are the entries of feeds that the reader took out.
	Gone(ctx context.Context) ([]articles.Gone, error)
	// Entries are all others.
	Entries(ctx context.Context) ([]articles.Listed, error)
	Folds(ctx context.Context) ([]articles.Fold, error)
	// Stories are those that there are copies of.
	Stories(ctx context.Context) ([]articles.Fold, error)
	// Seeded reports whether the articles that come with the program were put in.
	Seeded(ctx context.Context) (bool, error)
	RowsByID(ctx context.Context, ids []articles.ID) ([]articles.Row, error)
}

// Options say what is to be written.
type Options struct {
	// All says that the articles are all of the library: then the files of others
	// are counted, and the feeds, the saved queries and the rules are written too.
	All bool
	// Originals are to be written too.
	Originals bool
}

// Result counts what became of the files.
type Result struct {
	Written   int
	Unchanged int
	Left      int // by an export before, of articles that are not in the library
	Failed    int
	Feeds     int // in the list of them
	Secret    int // of those, how many want more of who asks than is written
	Queries   int
	Rules     int
}

// ArticleError is about one article, or the list of feeds, and does not keep the others
// from being exported.
type ArticleError struct{ error }

// Unwrap implements what [errors.Is] asks.
func (e *ArticleError) Unwrap() error { return e.error }

// Articles writes articles of a library into a folder. Each that is done is told,
// with why it is not where it failed: an error in the place of an article is told
// too. It ends early, with the error, when ctx ends or nothing can be written at
// all; what was written by then stays.
func Articles(ctx context.Context, l Library, dir string, ids iter.Seq2[articles.ID, error], o Options, tell func(error)) (r Result, err error) {
	x, err := Into(ctx, l, dir, o.Originals)
	if err != nil {
		return r, err
	}
	for id, err := range ids {
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
		changed := false
		if err == nil {
			changed, err = x.Write(ctx, id)
		} else if !errors.Is(err, articles.ErrLibrary) {
			err = &ArticleError{err}
		}
		_, passable := errors.AsType[*ArticleError](err)
		switch {
		case errors.Is(err, articles.ErrNotFound) && !passable: // removed while this runs
			err = nil
		case passable:
			r.Failed++
		case err != nil:
			return r, err
		case changed:
			r.Written++
		default:
			r.Unchanged++
		}
		tell(err)
	}
	if !o.All {
		return r, nil
	}
	r.Left = x.Left()
	pass := func(err error) error {
		if _, passable := errors.AsType[*ArticleError](err); !passable {
			return err
		}
		r.Failed++
		tell(err)
		return nil
	}
	r.Feeds, r.Secret, err = x.writeFeeds(ctx)
	if err := pass(err); err != nil {
		return r, err
	}
	all, err := x.writeLibrary(ctx)
	if err == nil {
		r.Queries, r.Rules = len(all.Queries), len(all.Rules)
	}
	return r, pass(err)
}
