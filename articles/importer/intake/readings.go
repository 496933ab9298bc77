package cli

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
	"lede/ui"
)

// readings looks up what a word of the command line names: one article, or all
// those of a file. What is in the library already is read there, with its state,
// and its text is brought up to date.
func (p *program) readings(ctx context.Context, from sources, ref string, look looker) ([]ui.Reading, error) {
	if articles.IsWeb(ref) {
		if t, err := kept(ctx, from.lib, ref); t != nil || err != nil {
			return inReader(t), err
		}
		return from.Fetch(ctx, ref, nil)
	}
	g, stamp, err := look(ref)
	if err != nil {
		return nil, err
	}
	if g.Article == nil && g.Bundle == nil {
		t, err := inLibrary(ctx, from.lib, ref)
		return inReader(t), err
	}
	all, err := glanced(ctx, from.lib, ref, g)
	if err == nil && g.Article != nil && !stamp.IsZero() {
		all[0].File, all[0].Stamp = absolute(ref), stamp
	}
	return all, err
}

// absolute is a path from the root; the path itself where nothing says what that is.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// inReader is a thing of the library as the reader takes it.
func inReader(t *thing) []ui.Reading {
	if t == nil {
		return nil
	}
	return []ui.Reading{{Article: t.Article, State: t.state, Saved: true}}
}

// glanced is what was read elsewhere, with its state if the library has it too.
func glanced(ctx context.Context, s *store.Store, ref string, g importer.Glance) ([]ui.Reading, error) {
	if g.Bundle != nil {
		all, err := bundled(ctx, s, g.Bundle)
		if err == nil && len(all) == 0 {
			err = noArticles(g.Bundle)
		}
		return all, err
	}
	r, err := reading(ctx, s, g)
	return []ui.Reading{r}, err
}

func reading(ctx context.Context, s *store.Store, g importer.Glance) (ui.Reading, error) {
	reading := ui.Reading{Article: g.Article, Whole: g.Whole, Document: g.Document}
	rows, err := s.RowsByID(ctx, []articles.ID{g.ID})
	if err != nil {
		return ui.Reading{}, err
	}
	if len(rows) == 1 {
		reading.State, reading.Saved = rows[0].State, true
	} else if reading.State, err = s.KeptPlace(ctx, g.ID); err != nil {
		return ui.Reading{}, err
	}
	if reading.Saved && g.Whole == nil {
		if _, err := s.Put(ctx, g.Article); err != nil && !errors.Is(err, store.ErrReadOnly) {
			return ui.Reading{}, err
		}
	}
	return reading, nil
}

// bundled are the articles of a file; those that the library has are brought up
// to date in it.
func bundled(ctx context.Context, s *store.Store, b *importer.Bundle) ([]ui.Reading, error) {
	b.Load()
	if len(b.Items) == 0 && len(b.Failed) > 0 {
		return nil, b.Failed[0]
	}
	ids := make([]articles.ID, len(b.Items))
	for i, e := range b.Items {
		ids[i] = e.ID
	}
	rows, err := s.RowsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	states := make(map[articles.ID]articles.State, len(rows))
	for _, row := range rows {
		states[row.ID] = row.State
	}
	var known []*articles.Article
	out := make([]ui.Reading, len(b.Items))
	for i, e := range b.Items {
		state, saved := states[e.ID]
		if saved {
			known = append(known, e.Article)
		} else if state, err = s.KeptPlace(ctx, e.ID); err != nil {
			return nil, err
		}
		out[i] = ui.Reading{Article: e.Article, State: state, Saved: saved}
	}
	var failed error
	err = s.PutAll(ctx, slices.Values(known), func(_ *articles.Article, _ articles.Outcome, err error) {
		failed = cmp.Or(failed, err)
	})
	if err = cmp.Or(err, failed); err != nil && !errors.Is(err, store.ErrReadOnly) {
		return out, err
	}
	return out, wholeOf(ctx, s, out)
}

// wholeOf puts the library's text into those of which the file has less: a
// bookmark, or a summary.
func wholeOf(ctx context.Context, s *store.Store, all []ui.Reading) error {
	for i, r := range all {
		if !r.Saved || !r.Article.Bookmark && !r.Article.Excerpt {
			continue
		}
		a, state, err := s.Article(ctx, r.Article.ID)
		if err != nil {
			return err
		}
		all[i].Article, all[i].State = a, state
	}
	return nil
}

// lastOpened is the index of the reading that was on the screen last: a book
// goes on where it was left.
func lastOpened(all []ui.Reading) int {
	at := 0
	for i, r := range all {
		if r.State.Opened.After(all[at].State.Opened) {
			at = i
		}
	}
	return at
}
