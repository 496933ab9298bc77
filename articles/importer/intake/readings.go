package intake

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/markdown"
)

// Reading is an article that is read without being taken in, with what the
// library knows of it.
type Reading struct {
	Article *articles.Article
	State   articles.State
	Saved   bool // it is in the library too
	// Whole and Document are those of [importer.Glance].
	Whole    func() *articles.Article
	Document *markdown.Document
	// File is where the text was read, empty for none, and Stamp when that had
	// changed last before.
	File  string
	Stamp time.Time
	// Coming says that there is more of it to come.
	Coming bool
}

// Absolute is a path from the root; the path itself where nothing says what that is.
func Absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// Readings are the articles that were read elsewhere, under a name, with their state if the
// library has them too. Those that it has are brought up to date in it.
func (in *Intake) Readings(ctx context.Context, name string, g importer.Glance) ([]Reading, error) {
	if g.Bundle != nil {
		all, err := in.bundled(ctx, g.Bundle)
		if err == nil && len(all) == 0 {
			err = NoArticles(name, g.Bundle)
		}
		return all, err
	}
	r, err := in.reading(ctx, g)
	return []Reading{r}, err
}

func (in *Intake) reading(ctx context.Context, g importer.Glance) (Reading, error) {
	reading := Reading{Article: g.Article, Whole: g.Whole, Document: g.Document}
	rows, err := in.lib.RowsByID(ctx, []articles.ID{g.ID})
	if err != nil {
		return Reading{}, err
	}
	if len(rows) == 1 {
		reading.State, reading.Saved = rows[0].State, true
	} else if reading.State, err = in.lib.KeptPlace(ctx, g.ID); err != nil {
		return Reading{}, err
	}
	if reading.Saved && g.Whole == nil {
		if _, err := in.lib.Put(ctx, g.Article); err != nil && !errors.Is(err, articles.ErrReadOnly) {
			return Reading{}, err
		}
	}
	return reading, nil
}

// bundled are the articles of a file; those that the library has are brought up
// to date in it.
func (in *Intake) bundled(ctx context.Context, b *importer.Bundle) ([]Reading, error) {
	b.Load()
	if len(b.Items) == 0 && len(b.Failed) > 0 {
		return nil, b.Failed[0]
	}
	ids := make([]articles.ID, len(b.Items))
	for i, e := range b.Items {
		ids[i] = e.ID
	}
	rows, err := in.lib.RowsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	states := make(map[articles.ID]articles.State, len(rows))
	for _, row := range rows {
		states[row.ID] = row.State
	}
	var known []*articles.Article
	out := make([]Reading, len(b.Items))
	for i, e := range b.Items {
		state, saved := states[e.ID]
		if saved {
			known = append(known, e.Article)
		} else if state, err = in.lib.KeptPlace(ctx, e.ID); err != nil {
			return nil, err
		}
		out[i] = Reading{Article: e.Article, State: state, Saved: saved}
	}
	var failed error
	err = in.lib.PutAll(ctx, slices.Values(known), func(_ *articles.Article, _ articles.Outcome, err error) {
		failed = cmp.Or(failed, err)
	})
	if err = cmp.Or(err, failed); err != nil && !errors.Is(err, articles.ErrReadOnly) {
		return out, err
	}
	return out, in.wholeOf(ctx, out)
}

// wholeOf puts the library's text into those of which the file has less: a
// bookmark, or a summary.
func (in *Intake) wholeOf(ctx context.Context, all []Reading) error {
	for i, r := range all {
		if !r.Saved || !r.Article.Bookmark && !r.Article.Excerpt {
			continue
		}
		a, state, err := in.lib.Article(ctx, r.Article.ID)
		if err != nil {
			return err
		}
		all[i].Article, all[i].State = a, state
	}
	return nil
}
