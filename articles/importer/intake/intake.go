// Package intake is what "add", "subscribe" and "extract" mean: it takes what
// stands at addresses and in files into a library, and what is read there without
// being kept to those that show it. It says what it did as values; the command line
// prints them, and the screens show them.
package intake

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/fetch"
	"lede/articles/importer/memory"
	"lede/articles/importer/refresh"
	"lede/articles/rules"
)

// Library is what an intake needs of the store.
type Library interface {
	refresh.Library
	Put(ctx context.Context, a *articles.Article) (articles.Outcome, error)
	// What is done within a change is the reader's doing, and is undone as one.
	PutWithin(ctx context.Context, c *articles.Change, a *articles.Article) (articles.Outcome, error)
	PutAll(ctx context.Context, all iter.Seq[*articles.Article], done func(*articles.Article, articles.Outcome, error)) error
	AddFolderWithin(ctx context.Context, c *articles.Change, path string) error
	// Own says that the reader put an article in: no feed changes it from now on.
	Own(ctx context.Context, id articles.ID) error
	Article(ctx context.Context, id articles.ID) (*articles.Article, articles.State, error)
	RowsByID(ctx context.Context, ids []articles.ID) ([]articles.Row, error)
	// Linked finds the article that is known under any of the names.
	Linked(ctx context.Context, names []string) (articles.ID, error)
	// KeptPlace is the place in a text that is not in the library.
	KeptPlace(ctx context.Context, id articles.ID) (articles.State, error)

	// Original is what an article was made of, or fails with
	// [articles.ErrNoOriginal]; MadeOf reports whether that is what data holds.
	Original(ctx context.Context, id articles.ID) (*articles.Original, error)
	MadeOf(ctx context.Context, id articles.ID, size int64, data io.Reader) (bool, error)

	Feeds(ctx context.Context) ([]articles.Feed, error)
	AddFeeds(ctx context.Context, feeds []articles.Feed) ([]articles.Outcome, error)
	Folders(ctx context.Context) ([]articles.Folder, error)

	SavedQueries(ctx context.Context) ([]articles.SavedQuery, error)
	// What is there already stays.
	AddQueries(ctx context.Context, c *articles.Change, more []articles.SavedQuery) error
	EditRules(ctx context.Context, c *articles.Change, edit func([]rules.Rule) (all []rules.Rule, did string)) error
	AddEntries(ctx context.Context, c *articles.Change, listed []articles.Listed, gone []articles.Gone) error
	AddFolds(ctx context.Context, c *articles.Change, copies, folds []articles.Fold) error
}

// Intake takes things into a library.
type Intake struct {
	lib    Library
	web    func() *fetch.Client
	reader string

	// Rules act beside those of the library.
	Rules []rules.Rule

	// Stdin is what the word - names; nil where that is the keyboard.
	Stdin io.Reader
	// Waits is called when the first PDF of this user is to be read, which takes
	// some seconds more; nil for nobody.
	Waits func()
}

// New returns an intake into a library. What addresses are fetched with is asked
// for when there is one to fetch.
func New(lib Library, web func() *fetch.Client) *Intake {
	return &Intake{lib: lib, web: web, reader: thisProgram()}
}

// thisProgram names the program as it is on the disk; one that was built anew
// has another name. It is empty when that cannot be told.
func thisProgram() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())
}

// hint is how files are read into the library: what this very program has read
// before, and is as it was, is not read again.
func (in *Intake) hint(ctx context.Context) importer.Hint {
	h := importer.Hint{Reader: in.reader, Waits: in.Waits}
	if h.Reader != "" {
		h.Known = func(id articles.ID, o *articles.Original) bool {
			made, err := in.lib.Made(ctx, id, o)
			return made && err == nil // else it is read, and what is wrong comes out
		}
	}
	return h
}

// Refresher asks the feeds of the library for what is new, and reads its folders.
func (in *Intake) Refresher() *refresh.Refresher {
	return refresh.New(in.lib, in.web(), in.reader, in.Rules...)
}

// Refresh asks the feeds that are due, and reads the folders again.
func (in *Intake) Refresh(ctx context.Context, progress refresh.Progress) (articles.Refreshed, error) {
	folders, err := in.lib.Folders(ctx)
	if err != nil {
		return articles.Refreshed{}, err
	}
	feeds, err := in.lib.Feeds(ctx)
	if err != nil {
		return articles.Refreshed{}, err
	}
	defer memory.Tighten()()
	return in.Refresher().Due(ctx, feeds, folders, progress)
}

// RefreshFrom asks some feeds and folders alone for what is new; see
// [refresh.Refresher.Named].
func (in *Intake) RefreshFrom(ctx context.Context, o articles.Origins, progress refresh.Progress) (articles.Refreshed, error) {
	folders, err := in.lib.Folders(ctx)
	if err != nil {
		return articles.Refreshed{}, err
	}
	feeds, err := in.lib.Feeds(ctx)
	if err != nil {
		return articles.Refreshed{}, err
	}
	feeds = slices.DeleteFunc(feeds, func(f articles.Feed) bool { return !slices.Contains(o.Feeds, f.Key) })
	folders = slices.DeleteFunc(folders, func(f articles.Folder) bool { return !slices.Contains(o.Folders, f.Key) })
	defer memory.Tighten()()
	return in.Refresher().Named(ctx, feeds, folders, progress)
}

// rules are those that act on what comes in.
func (in *Intake) rules(ctx context.Context) ([]rules.Rule, error) {
	own, err := in.lib.Rules(ctx)
	return append(own, in.Rules...), err
}

// Ask makes what says what rules do with an article that its reader puts in: see
// [articles.Article.Rule].
func (in *Intake) Ask(ctx context.Context) (func(*articles.Article) articles.Ruling, error) {
	all, err := in.rules(ctx)
	return rules.Ask(all, rules.Source{Named: true}), err
}
