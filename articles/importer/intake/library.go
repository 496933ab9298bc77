package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/record"
	"lede/articles/rules"
)

// mostLibrary is how long the file may be, in bytes: it has a line or two of each article.
const mostLibrary = 256 << 20

// addLibrary takes in what an export has in a folder beside articles and feeds: saved
// queries and rules that are not there, what feeds list and are not to bring back, and what of
// its articles was folded. These are in the library and its feeds are subscribed to by now.
func (r *run) addLibrary(folder string) error {
	if !IsFolder(folder) {
		return nil
	}
	path := filepath.Join(folder, record.LibraryName)
	data, err := disk.ReadInside(folder, record.LibraryName, mostLibrary)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var l record.Library
	var wrong []string
	if err == nil {
		l, wrong, err = record.ReadLibrary([]byte(data))
	}
	if err != nil {
		r.fail(fmt.Errorf("read %s: %w", articles.CleanLine(path), disk.Cause(err)))
		return nil
	}
	for _, w := range wrong {
		r.did.Warnings = append(r.did.Warnings, articles.CleanLine(path)+": "+w)
	}
	return r.takeLibrary(r.ctx, l)
}

func (r *run) takeLibrary(ctx context.Context, l record.Library) error {
	had, err := r.lib.SavedQueries(ctx)
	if err != nil {
		return err
	}
	if err := r.lib.AddQueries(ctx, &r.change, l.Queries); err != nil {
		return err
	}
	have, err := r.lib.SavedQueries(ctx)
	if err != nil {
		return err
	}
	r.did.Queries += len(have) - len(had)
	err = r.lib.EditRules(ctx, &r.change, func(all []rules.Rule) ([]rules.Rule, string) {
		did := ""
		for _, one := range l.Rules {
			same := func(other rules.Rule) bool { return other.String() == one.String() }
			if !slices.ContainsFunc(all, same) {
				all, did = append(all, one), one.String()
				r.did.Rules++
			}
		}
		return all, did
	})
	if err != nil {
		return err
	}
	return cmp.Or(r.lib.AddEntries(ctx, &r.change, l.Entries, l.Gone), r.lib.AddFolds(ctx, &r.change, l.Stories, l.Folds))
}
