package effect

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/markdown"
)

// Reading is an article to read, and what the reader did with it before.
type Reading struct {
	Article *articles.Article
	State   articles.State
	// Saved says that the article is in the library; of one that was only opened
	// the place is kept, and no more until it is saved.
	Saved bool
	// Whole finishes an article of which only what the first screen needs is
	// known yet (its length is an estimate, it has no links); nil for
	// a whole one. It may take seconds.
	Whole func() *articles.Article
	// Document is the text, where it is cut already; see render.Options.
	Document *markdown.Document
	// File is where the text was read; empty for that which its origin names, if it
	// does. Stamp is when that had changed last before; zero for a text that was not
	// read there just now.
	File  string
	Stamp time.Time
	// Coming says that there is more of it to come.
	Coming bool
}

// Path is the file that a text came from; empty for one that came from none.
func (r *Reading) Path() string {
	if r.File != "" {
		return r.File
	}
	file, ok := strings.CutPrefix(r.Article.Origin, "file:")
	if !ok {
		return ""
	}
	return filepath.FromSlash(file)
}

// Stream is a text that is still coming.
type Stream interface {
	// Next waits until there is more of the text than it gave before, and gives all
	// there is, as articles to read, also with an error. Last says that nothing more
	// will come. It is called from one command at a time, and ends with ctx.
	Next(ctx context.Context) (all []Reading, last bool, err error)
}

// Files are the files of the disk that articles come from, or lead to. All methods
// may take long and are called from commands alone.
type Files interface {
	// Linked reads what a link in an article leads to on the disk. It is false when
	// that is no file, and the error is one line when it cannot be read.
	Linked(ctx context.Context, from *articles.Article, target string) (all []Reading, ok bool, err error)
	// Read reads a file again that an article came from.
	Read(ctx context.Context, path string) (Reading, error)
	// Watch tells when a file has changed, and at once when it is not as it was at a
	// time; see [Reading]. It ends with ctx.
	Watch(ctx context.Context, path string, was time.Time) <-chan struct{}
	// IsOutdated reports whether a file holds something else now than what the
	// library's text of an article was made of.
	IsOutdated(ctx context.Context, id articles.ID, path string) bool
	// Editor is the command that edits a file, at a spot of it where it can.
	Editor(path string, at Spot) (*exec.Cmd, error)
}

// Spot is a line of a text, as an editor is to find it.
type Spot struct {
	Line  string // as it is written
	Below int    // how many lines of the text stand below it
}

// Sources are where articles come from that the library does not have. All
// methods may take long, are called from commands alone, and end with ctx.
type Sources interface {
	// Fetch reads what stands at a web address: an article, or those of a feed or
	// a book. From is the article that names the address; nil when the person
	// does.
	Fetch(ctx context.Context, address string, from *articles.Article) ([]Reading, error)
	// Add puts what is at an address or a path into the library.
	Add(ctx context.Context, thing string) (articles.Intake, error)
	// Ask makes what says what the reader's rules do with an article that they put in: see
	// [articles.Article.Rule].
	Ask(ctx context.Context) (func(*articles.Article) articles.Ruling, error)
	// Refresh asks the feeds that are due for what is new, reads the folders that
	// were added again, and puts what it finds into the library. It tells progress
	// how many of how many are done. When ctx ends, it leaves nothing half done.
	Refresh(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error)
	// RefreshFrom is Refresh for some feeds and folders alone, due or not.
	RefreshFrom(ctx context.Context, o articles.Origins, progress func(done, total int)) (articles.Refreshed, error)
}
