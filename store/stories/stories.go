// Package stories finds the articles of a library that are copies of one story, and says
// which stands for which: see articles/copies for what a copy is, and the columns behind
// and aside of the table of articles.
//
// What came first stands in front. Copies are of different sources: what one site says
// again is its own.
package stories

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"

	"lede/articles/copies"
)

// Why an article stands behind another one, as the column aside has it.
const (
	Front  = 0 // it has a row of its own
	Copy   = 1 // it tells the same story
	Folded = 2 // it came with it
)

// What is looked at of an article, at most. Pages that are made of a template have bands in
// common with very many.
const (
	mostOfBand  = 32
	mostLooked  = 16 // candidates, those with most bands in common
	mostLonger  = 2  // times that one of two copies is as long as the other
	atOnceBands = 2000
)

// Writer finds copies within a transaction.
type Writer struct {
	ctx            context.Context //nolint:containedctx // lives as long as one transaction
	prepare        func(query string) (*sql.Stmt, error)
	added, dropped []band
	look           []looked
}

type band struct{ band, article int64 }

// looked is an article whose copies are to be looked for.
type looked struct {
	key   int64
	fresh bool // it was not there before
	bands []int64
}

// NewWriter makes a writer whose queries are compiled by prepare, which sees to the end of
// them.
func NewWriter(ctx context.Context, prepare func(query string) (*sql.Stmt, error)) *Writer {
	return &Writer{ctx: ctx, prepare: prepare}
}

// Add takes in an article with its words as the index has them. Fresh says that it was not
// there before.
func (w *Writer) Add(key int64, words string, fresh bool) {
	l := looked{key, fresh, copies.Bands(words)}
	for _, b := range l.bands {
		w.added = append(w.added, band{b, key})
	}
	if !fresh || len(l.bands) > 0 {
		w.look = append(w.look, l)
	}
}

// Remove forgets an article with its words, before the library changes it or loses it.
func (w *Writer) Remove(key int64, words string) {
	for _, b := range copies.Bands(words) {
		w.dropped = append(w.dropped, band{b, key})
	}
	w.look = slices.DeleteFunc(w.look, func(l looked) bool { return l.key == key })
}

// Compare takes in some of the articles that the library had before copies were looked for,
// those that were added first before others.
func (w *Writer) Compare(most int) error {
	keys, err := w.keys(`DELETE FROM uncompared WHERE key IN (SELECT key FROM uncompared ORDER BY key LIMIT ?) RETURNING key`, most)
	if err != nil {
		return err
	}
	slices.Sort(keys)
	find, err := w.prepare(`SELECT body FROM fulltext_text WHERE key = ?`)
	if err != nil {
		return err
	}
	for _, key := range keys {
		var words string
		err := find.QueryRowContext(w.ctx, key).Scan(&words)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return err
		}
		w.Add(key, words, false)
		if err := w.Flush(); err != nil { // one after another: what came first stands in front
			return err
		}
	}
	return nil
}

// Flush has the articles that were added since the last stand where they belong. It must
// be called before the transaction ends.
func (w *Writer) Flush() error {
	if err := w.each(w.dropped, `DELETE FROM band WHERE (band, article) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`); err != nil {
		return err
	}
	if err := w.each(w.added, `INSERT OR IGNORE INTO band (band, article) SELECT value ->> 0, value ->> 1 FROM json_each(?)`); err != nil {
		return err
	}
	look := w.look
	w.added, w.dropped, w.look = w.added[:0], w.dropped[:0], nil
	for _, l := range look {
		if err := w.place(l); err != nil {
			return err
		}
	}
	return nil
}

// each writes bands in their order: a batch then touches each page of the table once.
func (w *Writer) each(all []band, query string) error {
	slices.SortFunc(all, func(a, b band) int {
		return cmp.Or(cmp.Compare(a.band, b.band), cmp.Compare(a.article, b.article))
	})
	for some := range slices.Chunk(all, atOnceBands) {
		list := make([][2]int64, len(some))
		for i, b := range some {
			list[i] = [2]int64{b.band, b.article}
		}
		if err := w.exec(query, encode(list)); err != nil {
			return err
		}
	}
	return nil
}

// place has an article stand behind the story that it copies. One that was there before,
// and has another text now, may be no copy any more, and what stands behind it none of it.
func (w *Writer) place(l looked) error {
	own, err := w.read(l.key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it went again
	}
	if err != nil {
		return err
	}
	if !l.fresh {
		if own, err = w.check(own); err != nil {
			return err
		}
	}
	if own.aside != Front || own.leads {
		return nil
	}
	candidates, err := w.candidates(l)
	if err != nil {
		return err
	}
	for _, key := range candidates {
		other, err := w.read(key)
		if errors.Is(err, sql.ErrNoRows) || err == nil && !own.mayCopy(other) {
			continue
		}
		same := false
		if err == nil {
			same, err = w.same(l.key, key)
		}
		if err != nil {
			return err
		}
		if !same {
			continue
		}
		if other.aside == Copy {
			key = other.behind
		}
		return w.put(l, key)
	}
	return nil
}

// put has an article stand behind another one. A new copy of what was read is not unread.
func (w *Writer) put(l looked, front int64) error {
	if l.key == front {
		return nil
	}
	return w.exec(`UPDATE article SET behind = ?2, aside = 1,
		read = max(article.read, ?3 AND front.read), archived = max(article.archived, ?3 AND front.archived)
		FROM article front WHERE front.key = ?2 AND article.key = ?1`, l.key, front, l.fresh)
}

// check gives an article, and those behind it, rows of their own that tell other stories
// by now.
func (w *Writer) check(own article) (article, error) {
	if own.aside == Copy {
		same, err := w.same(own.key, own.behind)
		if err != nil || same {
			return own, err
		}
		own.aside = Front
		return own, w.release(own.key)
	}
	behind, err := w.keys(`SELECT key FROM article WHERE behind = ? ORDER BY aside`, own.key)
	own.leads = len(behind) > 0
	for _, key := range behind {
		other, err := w.read(key)
		if err != nil || other.aside != Copy {
			return own, err
		}
		same, err := w.same(own.key, key)
		if err == nil && !same {
			err = w.release(key)
		}
		if err != nil {
			return own, err
		}
	}
	return own, err
}

func (w *Writer) release(key int64) error {
	return w.exec(`UPDATE article SET behind = NULL, aside = 0 WHERE key = ?`, key)
}

// candidates are the articles that have bands in common with one, those with most of them
// first. Of those that are new with it, only the ones before it are.
func (w *Writer) candidates(l looked) ([]int64, error) {
	if len(l.bands) == 0 {
		return nil, nil
	}
	const one = `SELECT article FROM (SELECT article FROM band WHERE band = ? AND article <> ? ORDER BY article LIMIT ?)`
	args := make([]any, 0, 3*len(l.bands))
	for _, b := range l.bands {
		args = append(args, b, l.key, mostOfBand)
	}
	found, err := w.keys(one+strings.Repeat(` UNION ALL `+one, len(l.bands)-1), args...)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	common := map[int64]int{}
	for _, key := range found {
		if !l.fresh || key < l.key {
			common[key]++
		}
	}
	all := slices.SortedFunc(maps.Keys(common), func(a, b int64) int {
		return cmp.Or(cmp.Compare(common[b], common[a]), cmp.Compare(a, b))
	})
	return all[:min(mostLooked, len(all))], nil
}

// same reports whether two articles tell one story.
func (w *Writer) same(a, b int64) (bool, error) {
	find, err := w.prepare(`SELECT (SELECT body FROM fulltext_text WHERE key = ?), (SELECT body FROM fulltext_text WHERE key = ?)`)
	if err != nil {
		return false, err
	}
	var x, y sql.NullString
	err = find.QueryRowContext(w.ctx, a, b).Scan(&x, &y)
	return err == nil && copies.Same(x.String, y.String), err
}
