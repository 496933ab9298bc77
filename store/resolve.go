package store

import (
	"cmp"
	"context"
	"encoding/json"
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
	return append(ways, way{`FROM article INDEXED BY archived_title WHERE aside IN (0, 1, 2) AND archived IN (0, 1) AND sort_title = ?`, []any{spelling.SortTitle(ref)}})
}

func (s *Store) named(ctx context.Context, query string, args ...any) ([]articles.Name, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, nameColumns+query+` LIMIT ?`,
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

// Linked finds the article that a link leads to, which may be known under any
// of the names: its id, URL, origin or slug, or else, by the last of them, its
// title. Of several it is the one that came from that very address, or else the
// one that came last. It is empty when the library has none.
func (s *Store) Linked(ctx context.Context, names []string) (articles.ID, error) {
	var ways []way
	for _, name := range names {
		if name != "" {
			ways = append(ways, waysByName(name)...)
		}
	}
	if n := len(names); n > 0 && spelling.SortTitle(names[n-1]) != "" {
		all := waysTo(names[n-1])
		ways = append(ways, all[len(all)-1])
	}
	for _, w := range ways {
		found, err := s.named(ctx, w.query, w.args...)
		if err != nil {
			return "", s.wrap(fmt.Sprintf("follow link %q", names), err)
		}
		if len(found) > 0 {
			return found[0].ID, nil
		}
	}
	return "", nil
}

// nearest is the one of several articles with the same name whose origin stands
// nearest to another: in the same folder or site, or below. Of equal ones it is
// the one that came last.
func (g *gatherer) nearest(keys []int64, origin string) ([]int64, error) {
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	rows, err := g.tx.QueryContext(g.ctx, `SELECT key, origin FROM body
		WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key DESC`, string(list))
	if err != nil {
		return nil, err
	}
	best, most := keys[0], -1
	for rows.Next() {
		var key int64
		var other string
		if err := rows.Scan(&key, &other); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		if n := sharedFolders(origin, other); n > most && other != origin {
			best, most = key, n
		}
	}
	return []int64{best}, cmp.Or(rows.Err(), rows.Close())
}

// sharedFolders counts the parts that two addresses have in common from their
// start.
func sharedFolders(a, b string) int {
	n := 0
	for i := 0; i < min(len(a), len(b)) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			n++
		}
	}
	return n
}

// ResolveTrash finds the article in the trash that ref names, by its id or the start
// of it, an address, its short name or its title. It fails as [Store.Resolve] does.
func (s *Store) ResolveTrash(ctx context.Context, ref string) (articles.ID, error) {
	ref = strings.TrimSpace(ref)
	prefix := strings.ToLower(ref)
	if len(prefix) < 2 {
		prefix = "~" // no id begins so
	}
	found, err := s.trash(ctx, inTrash+` AND (id = ?2 OR id >= ?3 AND id < ?3 || '~' OR sort_title = ?4
		OR EXISTS (SELECT 1 FROM kept_body body WHERE body.change = gone.change AND body.key = gone.key
			AND ?2 <> '' AND ?2 IN (url, origin, slug)))
		ORDER BY id <> ?2, gone.change DESC LIMIT ?5`, ref, prefix, spelling.SortTitle(ref), mostCandidates)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", fmt.Errorf("find article %q: %w: lede trash shows what can be restored", ref, ErrNotFound)
	case len(found) == 1 || string(found[0].ID) == ref:
		return found[0].ID, nil
	}
	e := &AmbiguousError{Ref: ref}
	for _, t := range found {
		e.Candidates = append(e.Candidates, articles.Name{ID: t.ID, Title: t.Title})
	}
	return "", e
}
