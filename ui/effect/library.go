package effect

import (
	"context"
	"time"

	"lede/articles"
	"lede/articles/query"
)

// Library is what the screens need of the store. All of its methods may block:
// they are called from commands alone, never from Update or View.
type Library interface {
	Counts(ctx context.Context) (articles.Counts, error)
	Rows(ctx context.Context, l articles.Listing, s articles.Span) ([]articles.Row, error)
	Index(ctx context.Context, l articles.Listing, r articles.Row) (int, error)
	RowsByID(ctx context.Context, ids []articles.ID) ([]articles.Row, error)
	// IndexSome indexes some of the articles that the library had before it was
	// indexed, and returns how many are left.
	IndexSome(ctx context.Context) (left int, err error)
	// Tidy takes out of the index what was removed.
	Tidy(ctx context.Context) error
	// Names yields what every article is called, until that says no.
	Names(ctx context.Context, yield func(articles.Name) bool) error
	RowsByKey(ctx context.Context, keys []int64) ([]articles.Row, error)
	// Find finds what a query asks for, in its own order or else in the one given.
	Find(ctx context.Context, q query.Query, order articles.Order) (articles.Found, error)

	// Next chooses what fits into some minutes, of what a query finds that is not read to
	// its end, the best first.
	Next(ctx context.Context, q query.Query, minutes int) ([]articles.Row, error)
	// Count is how many articles a query finds, and Values are those of one of its fields in
	// which a word begins as typed, with how many articles have them.
	Count(ctx context.Context, q query.Query) (int, error)
	Values(ctx context.Context, field query.Field, typed string) ([]articles.ValueCount, error)
	// SavedQueries are those that the reader saved, in their order. EditQueries is a change
	// of a hand, which Undo takes back.
	SavedQueries(ctx context.Context) ([]articles.SavedQuery, error)
	EditQueries(ctx context.Context, edit articles.QueryEdit) (articles.Change, error)

	Article(ctx context.Context, id articles.ID) (*articles.Article, articles.State, error)
	// Beginning is Article with no more than so many bytes of its text.
	Beginning(ctx context.Context, id articles.ID, most int) (*articles.Article, articles.State, error)
	// Image is the file of an image that is kept with an article, by its address
	// as the text has it.
	Image(ctx context.Context, id articles.ID, source string) ([]byte, error)
	Related(ctx context.Context, a *articles.Article, n int) ([]articles.Related, error)
	Linked(ctx context.Context, names []string) (articles.ID, error)
	Put(ctx context.Context, a *articles.Article) (articles.Outcome, error)
	// PutWithin is Put by the reader's hand: Undo takes it back, all within one
	// change as one.
	PutWithin(ctx context.Context, c *articles.Change, a *articles.Article) (articles.Outcome, error)

	View(ctx context.Context, id articles.ID, at time.Time) (bool, error)
	SavePlace(ctx context.Context, id articles.ID, p articles.Place) error
	// KeepPlace is SavePlace for a text that is not in the library.
	KeepPlace(ctx context.Context, id articles.ID, p articles.Place, at time.Time) error
	// Mark, Star and those after them change what the reader's hand marks, and Undo takes back the last
	// change of a hand, if it is none from before a time. Finish marks what was read to its end, which is no such change.
	Mark(ctx context.Context, read bool, ids ...articles.ID) (articles.Change, error)
	Star(ctx context.Context, starred bool, ids ...articles.ID) (articles.Change, error)
	Archive(ctx context.Context, archived bool, ids ...articles.ID) (articles.Change, error)
	Tag(ctx context.Context, edit articles.TagEdit, ids ...articles.ID) (articles.Change, error)
	RenameTag(ctx context.Context, from, to string) (articles.Change, error)
	Remove(ctx context.Context, ids ...articles.ID) (articles.Change, error)
	// Tags are those of the library, with how many articles have each.
	Tags(ctx context.Context) ([]articles.TagCount, error)
	// Behind are some articles and those that stand behind each: what is done to a row is
	// done to all of them. Fold has what came with an article stand behind one row, or in
	// rows of its own again.
	Behind(ctx context.Context, folded bool, ids []articles.ID) ([]articles.ID, error)
	NextFolded(ctx context.Context, row, after articles.ID) (*articles.Row, error)
	Fold(ctx context.Context, id articles.ID) (articles.Change, error)
	Undo(ctx context.Context, since time.Time) (articles.Change, error)
	Finish(ctx context.Context, id articles.ID) error

	// Feeds are all subscriptions, Folders those of the disk that were added, and From the
	// articles that came from some of either, newest first. SetFeed, RemoveFeed and
	// RemoveFolder are changes of a hand, which Undo takes back.
	Feeds(ctx context.Context) ([]articles.Feed, error)
	Folders(ctx context.Context) ([]articles.Folder, error)
	From(ctx context.Context, o articles.Origins) ([]articles.ID, error)
	RemoveFolder(ctx context.Context, key int64) error
	SetFeed(ctx context.Context, f articles.Feed) error
	RemoveFeed(ctx context.Context, key int64, keepAll bool) (went, stayed int, err error)

	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}
