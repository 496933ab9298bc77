package intake

import (
	"context"
	"errors"

	"lede/articles"
	"lede/articles/importer"
)

// Again is an article as this version makes it of its original, which it leaves
// as it is. It fails with an error that wraps [articles.ErrNoOriginal] where none
// is kept.
func (in *Intake) Again(ctx context.Context, before *articles.Article) (*articles.Article, error) {
	o, err := in.lib.Original(ctx, before.ID)
	if errors.Is(err, articles.ErrNoOriginal) {
		return nil, noOriginal(before.Title)
	}
	if err != nil {
		return nil, err
	}
	return importer.Again(o, before)
}

// noOriginal is [articles.ErrNoOriginal] for a person who named the article.
type noOriginal string

func (title noOriginal) Error() string {
	return "no original of " + string(title) + " is kept: add it again to have it read anew"
}

func (noOriginal) Unwrap() error { return articles.ErrNoOriginal }

// Extract makes an article of the library again of its original, and keeps it, as
// part of a change that can be undone. It returns the article as it was and as it
// is: see [articles.Changes].
func (in *Intake) Extract(ctx context.Context, c *articles.Change, id articles.ID) (before, after *articles.Article, err error) {
	if before, _, err = in.lib.Article(ctx, id); err != nil {
		return nil, nil, err
	}
	if after, err = in.Again(ctx, before); err != nil {
		return nil, nil, err
	}
	if articles.Changes(before, after) != "" {
		_, err = in.lib.PutWithin(ctx, c, after)
	}
	return before, after, err
}
