package doctor

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/query"
	"lede/store"
	"lede/store/backup"
	"lede/store/checkup"
)

const aboutLibrary = "library"

// library opens the library, as any command does, and looks at it.
func (p *program) library(ctx context.Context) (all []finding) {
	path, err := p.Settings.Library()
	if err != nil {
		return nil // the disk has told it
	}
	if !p.HasLibrary() {
		return []finding{well(aboutLibrary, "file", path+" is still to be made")}
	}
	all = append(all, file(path)...)
	err = p.WithLibrary(ctx, func(s *store.Store) error {
		if p.repair {
			if err := s.Recount(ctx); err != nil {
				return err
			}
			all = append(all, well(aboutLibrary, "repaired", "the tabs are counted anew"))
		}
		index, err := p.index(ctx, s)
		if err != nil {
			return err
		}
		found, err := p.checked(ctx, s, path)
		all = append(append(all, found...), index)
		return err
	})
	if err != nil {
		all = append(all, ill(aboutLibrary, "check", err.Error(), advice(err, path)))
	}
	return all
}

// file tells where the library is, and the copies that stand beside it.
func file(path string) []finding {
	var total int64
	for _, end := range []string{"", "-wal"} {
		if info, err := os.Stat(path + end); err == nil {
			total += info.Size()
		}
	}
	all := []finding{well(aboutLibrary, "file", path+", "+size(total))}
	for _, name := range backup.All(path) {
		if info, err := os.Stat(name); err == nil {
			all = append(all, well(aboutLibrary, "copy", fmt.Sprintf("%s, %s, of %s", name, size(info.Size()), info.ModTime().Format("2006-01-02 15:04"))))
		}
	}
	return all
}

// checked is what a look at the library has found.
func (p *program) checked(ctx context.Context, s *store.Store, path string) ([]finding, error) {
	n, err := s.Count(ctx, query.Query{Each: true})
	if err != nil {
		return nil, err
	}
	r, err := s.Checkup(ctx, p.full)
	if err != nil {
		return nil, err
	}
	all := []finding{
		well(aboutLibrary, "holds", articles.Grouped(n)+" articles"),
		well(aboutLibrary, "schema", fmt.Sprintf("step %d, the latest; SQLite %s", r.Schema, r.SQLite)),
		checkedFile(&r, p.full, path),
	}
	if r.Orphans > 0 {
		all = append(all, ill(aboutLibrary, "rows", articles.Grouped(r.Orphans)+" that belong to nothing", anew(path)))
	}
	if len(r.Wrong) > 0 {
		all = append(all, ill(aboutLibrary, "counts", strings.Join(r.Wrong, "; "), "lede doctor --repair counts anew"))
	} else {
		all = append(all, well(aboutLibrary, "counts", "as many as there are"))
	}
	if r.Free > 0 {
		all = append(all, well(aboutLibrary, "unused", size(r.Free)+", for what comes next"))
	}
	return all, nil
}

// index looks at the index of words, and has it made anew where it is wrong and to be
// repaired.
func (p *program) index(ctx context.Context, s *store.Store) (finding, error) {
	if p.full || p.repair {
		fault, err := s.CheckIndex(ctx)
		switch {
		case err != nil:
			return finding{}, err
		case fault != nil && !p.repair:
			return ill(aboutLibrary, "index", "not what the articles make: "+fault.Error(), "lede doctor --repair makes it anew"), nil
		case fault != nil:
			if err := s.Reindex(ctx); err != nil {
				return finding{}, err
			}
			return well(aboutLibrary, "index", "made anew"), nil
		}
	}
	left, err := s.Unindexed(ctx)
	switch {
	case err != nil:
		return finding{}, err
	case left > 0:
		return ill(aboutLibrary, "index", articles.Grouped(left)+" articles are not in it yet", "lede search, or the open library, puts them in"), nil
	}
	return well(aboutLibrary, "index", "has all articles"), nil
}

func checkedFile(r *checkup.Report, full bool, path string) finding {
	if len(r.Faults) > 0 && !slices.ContainsFunc(r.Faults, func(f string) bool { return !ofIndex(f) }) {
		return ill(aboutLibrary, "check", strings.Join(r.Faults, "; "), "lede doctor --repair makes the index anew")
	}
	if len(r.Faults) > 0 {
		return ill(aboutLibrary, "check", "damaged: "+strings.Join(r.Faults, "; "), anew(path))
	}
	is := "sound"
	if !full {
		is += ", but for what only --full looks at"
	}
	return well(aboutLibrary, "check", is)
}

// ofIndex reports whether a fault that SQLite told is of the index that searches look into.
func ofIndex(fault string) bool { return strings.Contains(strings.ToLower(fault), "fts5") }

// anew is what to do with a library that is damaged.
func anew(path string) string {
	do := "lede export FOLDER saves what can be read; then move " + path + " away with what stands beside it, and lede add FOLDER"
	if len(backup.All(path)) > 0 {
		do += "; or put the copy in its place"
	}
	return do
}

// advice is what to do about a library that cannot be opened or read.
func advice(err error, path string) string {
	switch {
	case errors.Is(err, store.ErrNewer):
		return "install the latest lede"
	case errors.Is(err, store.ErrLocked):
		return "end the other program, or wait until it is done"
	case errors.Is(err, store.ErrFull):
		return "make room on the disk"
	case errors.Is(err, store.ErrNotLibrary):
		return "name another file with --library, or move this one away: lede makes a new library"
	case errors.Is(err, store.ErrDamaged):
		return anew(path)
	}
	return ""
}
