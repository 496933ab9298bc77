package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"lede/articles"
	"lede/store/clean"
	"lede/store/order"
	"lede/store/stories"
	"lede/store/tags"
)

// placeOf is a row's place in an order: its values of the columns.
func placeOf(r *articles.Row, o articles.Order) []any {
	switch o {
	case articles.MostViewed:
		return []any{r.State.Views, r.Dated.UnixMilli(), r.Key}
	case articles.RecentlyOpened:
		return []any{r.State.Opened.UnixMilli(), r.Dated.UnixMilli(), r.Key}
	case articles.Shortest, articles.Longest:
		return []any{r.Minutes, r.Words, r.Key}
	case articles.ByTitle:
		return []any{r.SortTitle, r.Key}
	}
	return []any{r.Dated.UnixMilli(), r.Key}
}

// shelf returns the start of the names of a shelf's indexes, and the condition
// that its articles meet, spelled as those indexes need it.
func shelf(s articles.Shelf) (index, condition string) {
	switch s {
	case articles.Unread:
		return "stage_", "aside = 0 AND stage = 0"
	case articles.InProgress:
		return "stage_", "aside = 0 AND stage = 1"
	case articles.Starred:
		return "starred_", "starred = 1"
	case articles.Archive:
		return "archived_", "aside = 0 AND archived = 1"
	default:
		return "archived_", "aside = 0 AND archived = 0"
	}
}

// from is the FROM and WHERE of a listing: the rows that compare with the
// given one. INDEXED BY holds SQLite to the listing's own index, so a page
// costs the same however many articles there are.
func from(l articles.Listing, compare string) string {
	x := order.Of(l.Order)
	index, condition := shelf(l.Shelf)
	sql := " FROM article INDEXED BY " + index + x.Index + " WHERE " + condition
	if compare != "" {
		marks := strings.Repeat(", ?", len(x.Columns))[2:]
		sql += " AND (" + strings.Join(x.Columns, ", ") + ") " + compare + " (" + marks + ")"
	}
	return sql
}

// page is the query for a span of a listing.
func page(l articles.Listing, span articles.Span) (query string, args []any) {
	x, compare := order.Of(l.Order), ">"
	if x.Descend != span.Back {
		compare = "<"
	}
	if span.Inclusive {
		compare += "="
	}
	if span.From == nil {
		compare = ""
	} else {
		args = placeOf(span.From, l.Order)
	}
	return "SELECT " + rowColumns + from(l, compare) + " ORDER BY " + x.By(span.Back) + " LIMIT ?", append(args, span.N)
}

// Rows returns the rows of a span of a listing, in the listing's order.
//
// The shelves are: All that is not archived; Unread and InProgress, as
// [articles.State.Unread] and [articles.State.InProgress] say; Starred; Archive. What
// stands behind another article is on none of them but Starred. Rows that are equal in what they
// are sorted by stand newest first, then last added first; in the orders
// Shortest and ByTitle, first added first.
func (s *Store) Rows(ctx context.Context, l articles.Listing, span articles.Span) ([]articles.Row, error) {
	if span.N <= 0 {
		return nil, nil
	}
	query, args := page(l, span)
	rows, err := s.rows(ctx, span.N, query, args...)
	if span.Back {
		slices.Reverse(rows)
	}
	return rows, s.wrap("list articles", err)
}

// Index returns how many rows of the listing stand before the row, which need
// not be in it any more: its values say where it stood.
func (s *Store) Index(ctx context.Context, l articles.Listing, row articles.Row) (int, error) {
	if err := s.present(); err != nil {
		return 0, err
	}
	before := "<"
	if order.Of(l.Order).Descend {
		before = ">"
	}
	var n int
	err := s.read.QueryRowContext(ctx, "SELECT count(*)"+from(l, before), placeOf(&row, l.Order)...).Scan(&n)
	return n, s.wrap("list articles", err)
}

// fromList are the articles whose IDs a JSON array names, with the place of each in it.
const fromList = `FROM (SELECT key AS place, value AS wanted FROM json_each(?1)) JOIN article ON id = wanted`

// RowsByID returns the rows of the articles named, in the order given; those
// that are not in the library are left out.
func (s *Store) RowsByID(ctx context.Context, ids []articles.ID) ([]articles.Row, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	rows, err := s.rows(ctx, len(ids), `SELECT `+rowColumns+` `+fromList+` ORDER BY place`, string(list))
	return rows, s.wrap("list articles", err)
}

func (s *Store) rows(ctx context.Context, n int, query string, args ...any) ([]articles.Row, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	found, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	out := make([]articles.Row, 0, min(n, 100))
	for found.Next() {
		row, err := scanRow(found)
		if err != nil {
			return nil, cmp.Or(err, found.Close())
		}
		clean.Row(&row)
		out = append(out, row)
	}
	if err := cmp.Or(found.Err(), found.Close()); err != nil {
		return nil, err
	}
	return out, cmp.Or(s.openings(ctx, out), stories.Tell(ctx, s.read, out))
}

// Behind are some articles and, after each, its copies that stand behind it: what is done to
// one is done to all of them. Folded has those follow too that are folded behind it: they go
// with what is done to a row.
func (s *Store) Behind(ctx context.Context, folded bool, ids []articles.ID) ([]articles.ID, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := stories.Behind(ctx, s.read, folded, ids)
	if err == nil && len(all) == 0 && len(ids) > 0 {
		err = ErrNotFound
	}
	return all, s.wrap("list articles", err)
}

// NextFolded is the next article that is unread, after another one, of those that are folded
// behind the row of an article; nil for none.
func (s *Store) NextFolded(ctx context.Context, row, after articles.ID) (*articles.Row, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	var id articles.ID
	err := s.read.QueryRowContext(ctx, stories.NextFolded, row, after).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, s.wrap("list articles", err)
	}
	rows, err := s.RowsByID(ctx, []articles.ID{id})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// Counts returns how many rows and articles stand on each shelf. What is begun is never
// folded, and what is starred has a row of its own among the starred.
func (s *Store) Counts(ctx context.Context) (articles.Counts, error) {
	var c articles.Counts
	if err := s.present(); err != nil {
		return c, err
	}
	rows, folded := &c.Rows, &c.Folded
	err := s.read.QueryRowContext(ctx, `SELECT total - archived, unread, in_progress, starred, archived,
		folded - folded_archived, folded_unread, folded_archived FROM tally`).
		Scan(&rows[articles.All], &rows[articles.Unread], &rows[articles.InProgress], &rows[articles.Starred], &rows[articles.Archive],
			&folded[articles.All], &folded[articles.Unread], &folded[articles.Archive])
	return c, s.wrap("count articles", err)
}

// Each calls do with the ID of every article, first added first, until it
// fails, and returns its error. It keeps a page of IDs at a time and nothing
// open between: do may change the library.
func (s *Store) Each(ctx context.Context, do func(articles.ID) error) error {
	const page = 500
	last := int64(math.MinInt64)
	for {
		if err := s.present(); err != nil {
			return err
		}
		rows, err := s.read.QueryContext(ctx, `SELECT key, id FROM article WHERE key > ? ORDER BY key LIMIT ?`, last, page)
		if err != nil {
			return s.wrap("list articles", err)
		}
		ids := make([]articles.ID, 0, page)
		for rows.Next() {
			var id articles.ID
			if err := rows.Scan(&last, &id); err != nil {
				return s.wrap("list articles", cmp.Or(err, rows.Close()))
			}
			ids = append(ids, id)
		}
		if err := cmp.Or(rows.Err(), rows.Close()); err != nil {
			return s.wrap("list articles", err)
		}
		for _, id := range ids {
			if err := do(id); err != nil {
				return err
			}
		}
		if len(ids) < page {
			return nil
		}
	}
}

// Names calls yield with the name of every article, last added first, until it
// returns false. It keeps none of them.
func (s *Store) Names(ctx context.Context, yield func(articles.Name) bool) error {
	if err := s.present(); err != nil {
		return err
	}
	rows, err := s.read.QueryContext(ctx, nameColumns+`FROM article ORDER BY key DESC`)
	if err != nil {
		return s.wrap("list names", err)
	}
	for rows.Next() {
		name, err := scanName(rows)
		if err != nil {
			return s.wrap("list names", cmp.Or(err, rows.Close()))
		}
		clean.Name(&name)
		if !yield(name) {
			break
		}
	}
	return s.wrap("list names", cmp.Or(rows.Err(), rows.Close()))
}

// nameColumns begins a question that scanName reads the answers of.
const nameColumns = `SELECT id, title, author, tags, aside = 1 `

func scanName(from scanner) (articles.Name, error) {
	var name articles.Name
	var tagLines string
	err := from.Scan(&name.ID, &name.Title, &name.Author, &tagLines, &name.Copy)
	name.Tags = tags.Split(tagLines)
	return name, err
}
