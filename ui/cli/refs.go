package cli

import (
	"context"
	"errors"
	"iter"
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
	refersToMany = refersTo + ` ` + usage.Many + ` Words alone are names, and what begins with - stands behind --.`
	refersToRows = refersToMany + ` With one that you name go the copies of its story; a query means what it finds and no more.`
)

// named finds the articles that words of the command line name, or that they find as a
// query. What names none or several is told, each in a line, and is an error.
func (p *program) named(ctx context.Context, s *store.Store, refs []string) ([]articles.ID, error) {
	if found, asked, err := p.queried(ctx, s, refs); asked || err != nil {
		return found, err
	}
	return p.resolveBy(refs, func(ref string) ([]articles.ID, error) {
		id, err := resolveOne(ctx, s, ref)
		return []articles.ID{id}, err
	})
}

// rows is named with the copies of each that is named. What is folded is so on the screen
// only, and a query says itself what it means.
func (p *program) rows(ctx context.Context, s *store.Store, refs []string) ([]articles.ID, error) {
	if found, asked, err := p.queried(ctx, s, refs); asked || err != nil {
		return found, err
	}
	return p.resolveBy(refs, func(ref string) ([]articles.ID, error) {
		id, err := resolveOne(ctx, s, ref)
		if err == nil {
			return s.Behind(ctx, false, []articles.ID{id})
		}
		return nil, err
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

// queried finds articles by the query that words of the command line are when one of them
// is a condition: then all of them together are one, as they are to lede list. What is the
// name of an article is no condition, whatever it looks like.
func (p *program) queried(ctx context.Context, s *store.Store, refs []string) (found []articles.ID, asked bool, err error) {
	for _, ref := range refs {
		if !asked && isQuery(ref) {
			_, err := s.Resolve(ctx, ref)
			asked = errors.Is(err, store.ErrNotFound)
		}
	}
	if !asked {
		return nil, false, nil
	}
	text := usage.Joined(refs)
	q, err := query.Parse(text)
	if err == nil && q.Where == nil {
		err = &query.Mistake{Text: text, To: len(text), Say: "an order alone means every article: say which"}
	}
	if err == nil {
		err = p.Index(ctx, s)
	}
	if err != nil {
		return nil, true, err
	}
	q.Each = true
	all, err := s.Find(ctx, q.On(articles.All), articles.Newest)
	if err != nil {
		return nil, true, err
	}
	found = make([]articles.ID, 0, len(all.Keys))
	err = pages(ctx, s, all.Keys, func(r articles.Row) error {
		found = append(found, r.ID)
		return nil
	})
	return found, true, err
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
	if articles.IsWeb(ref) {
		return false
	}
	q, err := query.Parse(ref)
	return err == nil && q.HasConditions() || err != nil && strings.Contains(ref, ":") && !intake.IsPath(ref)
}

// errEnough ends going through a library. errNothing ends a command that finds nothing,
// which is told and is no failure.
var (
	errEnough  = errors.New("enough")
	errNothing = errors.New("nothing found")
)

// chosen are the articles that refs name or find, or all of the library; an error in the
// place of one says why it is missed. Count is how many there are, for a bar.
func (p *program) chosen(ctx context.Context, s *store.Store, refs []string, all bool) (each iter.Seq2[articles.ID, error], count func() int, err error) {
	if all {
		return everything(ctx, s), func() int { return countOf(ctx, s) }, nil
	}
	found, asked, err := p.queried(ctx, s, refs)
	if err != nil {
		return nil, nil, err
	}
	if asked && len(found) == 0 {
		return nil, nil, errNothing
	}
	return func(yield func(articles.ID, error) bool) {
		for _, id := range found {
			if !yield(id, nil) {
				return
			}
		}
		for _, ref := range refs {
			if asked || !yield(resolveOne(ctx, s, ref)) {
				return
			}
		}
	}, func() int { return max(len(found), len(refs)) }, nil
}

func everything(ctx context.Context, s *store.Store) iter.Seq2[articles.ID, error] {
	return func(yield func(articles.ID, error) bool) {
		err := s.Each(ctx, func(id articles.ID) error {
			if !yield(id, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield("", err)
		}
	}
}

// countOf is the number of articles of the library; 0 when nothing says it.
func countOf(ctx context.Context, s *store.Store) int {
	counts, err := s.Counts(ctx)
	if err != nil {
		return 0
	}
	return counts.Of(articles.All)
}
