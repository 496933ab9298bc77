package cli

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/articles/query"
	"lede/store"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// refersTo says in the help of a command what ARTICLE is, and refersToMany where it may be
// several; refersToRows says it where all of a row is meant.
const (
	refersTo     = `ARTICLE is an id or the start of it, a short name (the-measure), an address, a title, or the path of the file that it came from.`
	refersToMany = refersTo + ` Or it is a query in single quotes, such as 'tag:go is:read', for all that it finds: it has a condition at least, as words alone are a title.`
	refersToRows = refersToMany + ` With one that you name go the copies of its story; a query means what it finds and no more.`
)

// named finds the articles that words of the command line name. What names none or
// several is told, each in a line, and is an error.
func (p *program) named(ctx context.Context, s *store.Store, refs []string) ([]articles.ID, error) {
	return p.resolveBy(refs, func(ref string) ([]articles.ID, error) { return p.resolve(ctx, s, ref) })
}

// rows is named with the copies of each that is named. What is folded is so on the screen
// only, and a query says itself what it means.
func (p *program) rows(ctx context.Context, s *store.Store, refs []string) ([]articles.ID, error) {
	return p.resolveBy(refs, func(ref string) ([]articles.ID, error) {
		if id, err := resolveOne(ctx, s, ref); err == nil {
			return s.Behind(ctx, false, []articles.ID{id})
		}
		return p.resolve(ctx, s, ref)
	})
}

// resolveBy finds articles by what finds those of one word.
func (p *program) resolveBy(refs []string, find func(ref string) ([]articles.ID, error)) ([]articles.ID, error) {
	var ids []articles.ID
	known := map[articles.ID]bool{}
	var missed error
	for _, ref := range refs {
		found, err := find(ref)
		if err != nil {
			p.Complain(err)
			missed = run.ErrReported
			continue
		}
		for _, id := range found {
			if !known[id] {
				known[id], ids = true, append(ids, id)
			}
		}
	}
	if missed != nil {
		return nil, p.NoneOf(refs)
	}
	return ids, nil
}

// resolve finds the article that a word names, or all that it finds as a query.
func (p *program) resolve(ctx context.Context, s *store.Store, ref string) ([]articles.ID, error) {
	id, err := resolveOne(ctx, s, ref)
	if !errors.Is(err, store.ErrNotFound) || !isQuery(ref) {
		return []articles.ID{id}, err
	}
	q, err := query.Parse(ref)
	if err != nil {
		return nil, err
	}
	if err := p.Index(ctx, s); err != nil {
		return nil, err
	}
	q.Each = true
	found, err := s.Find(ctx, q.On(articles.All), articles.Newest)
	if err != nil {
		return nil, err
	}
	ids := make([]articles.ID, 0, len(found.Keys))
	err = pages(ctx, s, found.Keys, func(r articles.Row) error {
		ids = append(ids, r.ID)
		return nil
	})
	return ids, err
}

func resolveOne(ctx context.Context, s *store.Store, ref string) (articles.ID, error) {
	id, err := s.Resolve(ctx, ref)
	if errors.Is(err, store.ErrNotFound) {
		err = &unknown{usage.Name(ref)}
	}
	return id, err
}

// unknown says that a word names no article.
type unknown struct{ name string }

func (e *unknown) Error() string {
	return e.name + " is no article of the library: lede list shows what there is"
}

// Unwrap has it be what the store says too.
func (e *unknown) Unwrap() error { return store.ErrNotFound }

// isQuery reports whether a word that names no article is meant as a query: it has a
// condition, right or wrong.
func isQuery(ref string) bool {
	if articles.IsWeb(ref) || intake.IsPath(ref) {
		return false
	}
	q, err := query.Parse(ref)
	return err != nil && strings.Contains(ref, ":") || err == nil && q.HasConditions()
}

// errEnough ends going through a library.
var errEnough = errors.New("enough")

// chosen are the articles that refs name, or all of the library; an error in the
// place of one says why it is missed.
func (p *program) chosen(ctx context.Context, s *store.Store, refs []string, all bool) iter.Seq2[articles.ID, error] {
	return func(yield func(articles.ID, error) bool) {
		if all {
			err := s.Each(ctx, func(id articles.ID) error {
				if !yield(id, nil) {
					return errEnough
				}
				return nil
			})
			if err != nil && !errors.Is(err, errEnough) {
				yield("", err)
			}
			return
		}
		for _, ref := range refs {
			ids, err := p.resolve(ctx, s, ref)
			if err != nil {
				ids = []articles.ID{""}
			}
			for _, id := range ids {
				if !yield(id, err) {
					return
				}
			}
		}
	}
}

// countOf is the number of articles that [program.chosen] has, for a bar; 0 when nothing
// says it.
func countOf(ctx context.Context, s *store.Store, refs []string, all bool) int {
	switch {
	case !all && slices.ContainsFunc(refs, isQuery):
		return 0
	case !all:
		return len(refs)
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		return 0
	}
	return counts.Of(articles.All)
}
