package store

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/store/clean"
	"lede/store/spelling"
)

// mostCandidates is how many articles an [AmbiguousError] names.
const mostCandidates = 5

// AmbiguousError says that a reference fits several articles.
type AmbiguousError struct {
	Ref        string
	Candidates []articles.Name // the first of them, at most five
}

// Error names the articles, so that the reader can say which.
func (e *AmbiguousError) Error() string {
	parts := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		parts[i] = fmt.Sprintf("%s (%s)", c.ID, c.Title)
	}
	return fmt.Sprintf("%q fits several articles: name one by its id: %s", e.Ref, strings.Join(parts, ", "))
}

// Resolve finds the article that ref names. In this order, and the first that
// fits decides: its id; the very address that it came from; its URL, origin or
// slug, however they are spelled ([articles.PageKey]); the path of its file; the
// start of its id, at least two characters; its title, whatever its case and
// accents. It fails with [ErrNotFound], or with an [*AmbiguousError] when
// several articles fit equally.
func (s *Store) Resolve(ctx context.Context, ref string) (articles.ID, error) {
	ref = strings.TrimSpace(ref)
	for _, way := range waysTo(ref) {
		names, err := s.named(ctx, way.query, way.args...)
		switch {
		case err != nil:
			return "", s.wrap(fmt.Sprintf("find article %q", ref), err)
		case len(names) == 1:
			return names[0].ID, nil
		case len(names) > 1:
			for i := range names {
				clean.Name(&names[i])
			}
			return "", &AmbiguousError{Ref: ref, Candidates: names}
		}
	}
	return "", fmt.Errorf("find article %q: %w: lede list shows what there is", ref, ErrNotFound)
}

// way is one meaning that a reference can have.
type way struct {
	query string
	args  []any
}

const byAddress = `FROM trait JOIN article ON key = article
	WHERE kind = ? AND value = ? ORDER BY key DESC`

// waysByName are the meanings that a name can have which is an ID or an address.
func waysByName(ref string) []way {
	ways := []way{{`FROM article WHERE id = ?`, []any{ref}}}
	if articles.IsWeb(ref) { // of several articles of a page, the one that came from there
		for _, origin := range []string{ref, articles.KeptAddress(ref)} {
			ways = append(ways, way{`FROM article WHERE id = ?`, []any{articles.NewID(origin)}})
		}
	}
	return append(ways, way{byAddress, []any{kindAddress, spelling.Address(ref)}})
}

func waysTo(ref string) []way {
	if ref == "" {
		return nil
	}
	ways := waysByName(ref)
	if path, err := filepath.Abs(ref); err == nil {
		if real, broken := filepath.EvalSymlinks(path); broken == nil {
			path = real // as an origin has it
		}
		origin := "file:" + filepath.ToSlash(path)
		ways = append(ways, way{`FROM article WHERE id = ?`, []any{articles.NewID(origin)}}, // before one that was there
			way{byAddress, []any{kindAddress, spelling.Address(origin)}})
	}
	if len(ref) >= 2 {
		prefix := strings.ToLower(ref)
		ways = append(ways, way{`FROM article WHERE id >= ? AND id < ? ORDER BY id`, []any{prefix, prefix + "~"}})
	}
	return append(ways, way{`FROM article INDEXED BY all_title WHERE sort_title = ?`, []any{spelling.SortTitle(ref)}})
}

func (s *Store) named(ctx context.Context, query string, args ...any) ([]articles.Name, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT id, title, author, tags `+query+` LIMIT ?`,
		append(args, mostCandidates)...)
	if err != nil {
		return nil, err
	}
	var names []articles.Name
	for rows.Next() {
		name, err := scanName(rows)
		if err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		names = append(names, name)
	}
	return names, cmp.Or(rows.Err(), rows.Close())
}
