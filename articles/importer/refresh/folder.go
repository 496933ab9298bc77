package refresh

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"lede/articles"
	"lede/articles/importer"
)

// mostTold is how many failures of files are told, of all folders; of the others
// the number is.
const mostTold = 50

// readFolders reads folders again, one after the other. Of what is gone is looked
// at last: a file may have moved from one to another.
func (t *turn) readFolders(ctx context.Context, folders []articles.Folder) {
	paths := make([]string, 0, len(folders))
	for _, f := range folders {
		paths = append(paths, filepath.FromSlash(f.Path))
	}
	n := importer.Count(ctx, paths)
	t.mu.Lock()
	t.total += n
	t.mu.Unlock()
	var read []articles.Folder
	for i, f := range folders {
		if ctx.Err() != nil {
			return
		}
		if why := t.readFolder(ctx, f, paths[i]); why != "" {
			t.fail(articles.Failure{Of: f.Label(), Why: why})
		} else {
			read = append(read, f)
		}
	}
	for _, f := range read {
		if ctx.Err() == nil {
			t.lookForLost(ctx, f)
		}
	}
}

// readFolder takes in what is new in a folder. It says why it cannot be read, in
// a line; nothing when it can.
func (t *turn) readFolder(ctx context.Context, f articles.Folder, path string) (why string) {
	if why := unreadable(path); why != "" {
		return why
	}
	met, err := t.takeFolder(ctx, path)
	if err != nil && errors.Is(err, articles.ErrLibrary) {
		t.stop(err) // it is told once, at the end
	}
	switch {
	case ctx.Err() != nil:
		return ""
	case err != nil:
		return articles.CleanLine(err.Error())
	case met:
		return ""
	}
	if files, err := t.library.FilesIn(ctx, f.Path); err != nil || len(files) == 0 {
		return ""
	}
	// The place of a disk that is not there is a folder without a file.
	return "has no article in it any more, and those of the library stay: is its disk there?"
}

// unreadable says why a folder cannot be read; it is empty when it can.
func unreadable(path string) string {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return "is not there, and its articles stay: lede folders rm forgets it"
	case err != nil:
		return "cannot be read: " + articles.CleanLine(cause(err).Error())
	case !info.IsDir():
		return "is no folder any more, and its articles stay: lede folders rm forgets it"
	}
	return ""
}

// cause is an error of the file system without the path.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}

// fail notes a failure of a folder or a file.
func (t *turn) fail(f articles.Failure) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.failures) < mostTold {
		t.failures = append(t.failures, f)
	} else {
		t.out.Untold++
	}
}

// failFile notes that a file could not be read or kept.
func (t *turn) failFile(err error) {
	t.fail(articles.Failure{Why: articles.CleanLine(err.Error())})
	t.step(func(*articles.Refreshed) {})
}

// takeFolder puts what is new in a folder into the library, and reports whether it
// met a file.
func (t *turn) takeFolder(ctx context.Context, path string) (met bool, err error) {
	h := importer.Hint{Reader: t.reader, Refresh: true, Work: t.work}
	h.Known = func(id articles.ID, o *articles.Original) bool {
		if made, err := t.library.Made(ctx, id, o); made || err != nil {
			return made // else it is read, and what is wrong comes out
		}
		out, err := t.library.IsKeptOut(ctx, id, o)
		return out && err == nil
	}
	all := func(yield func(*articles.Article) bool) {
		for item := range h.Walk(ctx, []string{path}) {
			met = true
			switch {
			case ctx.Err() != nil:
				return
			case item.Err != nil:
				t.failFile(item.Err)
			case item.Known:
				t.step(func(*articles.Refreshed) {})
			case !t.hand(ctx, item, yield):
				return
			}
		}
	}
	return met, t.library.PutAllWithin(ctx, &t.change, all, func(a *articles.Article, outcome articles.Outcome, err error) {
		switch {
		case err == nil:
			t.count(a, outcome)
		case errors.Is(err, articles.ErrLibrary):
			t.stop(err) // the next would fail in the same way
		case ctx.Err() == nil:
			t.failFile(err)
		}
	})
}

// hand gives on the articles of a file, but those that the reader took out or undid.
func (t *turn) hand(ctx context.Context, item importer.Item, yield func(*articles.Article) bool) bool {
	if item.Bundle != nil {
		for _, err := range item.Bundle.Failed {
			t.failFile(err)
		}
	}
	for a := range item.Articles() {
		if out, err := t.library.IsKeptOut(ctx, a.ID, a.Original); out && err == nil {
			continue
		}
		a.Rule = t.ask
		if !yield(a) {
			return false
		}
	}
	return true
}

func (t *turn) count(a *articles.Article, outcome articles.Outcome) {
	t.step(func(out *articles.Refreshed) {
		out.Ruled.Count(a.Ruled)
		switch outcome {
		case articles.Added:
			out.Added++
		case articles.Updated:
			out.Updated++
		case articles.Moved:
			out.Moved++
		}
	})
}

// lookForLost notes the files of a folder that are gone.
func (t *turn) lookForLost(ctx context.Context, f articles.Folder) {
	files, err := t.library.FilesIn(ctx, f.Path)
	if err != nil {
		t.fail(articles.Failure{Of: f.Label(), Why: articles.CleanLine(err.Error())})
		return
	}
	for _, name := range files {
		if _, err := os.Lstat(filepath.FromSlash(name)); errors.Is(err, fs.ErrNotExist) {
			t.mu.Lock()
			t.out.Lost = append(t.out.Lost, articles.CleanLine(name))
			t.mu.Unlock()
		}
	}
}
