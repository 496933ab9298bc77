package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"lede/articles"
	"lede/store/queries"
	"lede/store/rulebook"
	"lede/store/spelling"
	"lede/store/tags"
)

// Tag puts tags on articles and takes others off, as one change. A tag that the
// library has is spelled as it is there. Reading the source of an article again
// changes none of it. It fails as [Store.Star] does.
func (s *Store) Tag(ctx context.Context, edit articles.TagEdit, ids ...articles.ID) (articles.Change, error) {
	c := articles.Change{Kind: articles.Tagging}
	err := s.within(ctx, &c, func(w *writer) error {
		list, err := json.Marshal(ids)
		if err != nil {
			return err
		}
		if edit, err = w.spell(edit); err != nil {
			return err
		}
		w.noted.Tags = edit
		found, err := w.editTags(edit, `SELECT article.key `+fromList+` ORDER BY place`, string(list))
		if err == nil && !found && len(ids) > 0 {
			err = ErrNotFound
		}
		return err
	})
	return c, s.wrap("tag "+called(ids), err)
}

// RenameTag gives a tag another name in all articles, saved queries and rules, as one
// change. Where they have
// that one too, it is one from then on. It fails with [articles.ErrNoTag] when there
// is no such tag.
func (s *Store) RenameTag(ctx context.Context, from, to string) (articles.Change, error) {
	c := articles.Change{Kind: articles.RenamingTag}
	err := s.within(ctx, &c, func(w *writer) error {
		edit, err := w.spell(articles.TagEdit{Add: []string{from, to}})
		if err != nil {
			return err
		}
		edit.Take, edit.Add = edit.Add[:1], edit.Add[1:]
		if spelling.Fold(from) == spelling.Fold(to) { // it is only spelled in another way
			edit.Add = []string{to}
		}
		w.noted.Tags = edit
		found, err := w.editTags(edit, `SELECT article FROM trait WHERE kind = ? AND value = ? ORDER BY article`, kindTag, spelling.Fold(from))
		if err == nil && !found {
			err = articles.ErrNoTag
		}
		if err != nil || w.noted.ID == 0 || spelling.Fold(from) == spelling.Fold(to) {
			return err
		}
		w.kept++ // few bytes, but something
		if w.noted.Queries, err = queries.RenameTag(ctx, w.tx, w.noted.ID, from, edit.Add[0]); err == nil {
			w.noted.Rules, err = rulebook.RenameTag(ctx, w.tx, w.noted.ID, from, edit.Add[0])
		}
		return err
	})
	return c, s.wrap("rename tag "+from, err)
}

// Tags are all tags of the library, those of most articles first. A tag is spelled as
// in the article that was added first.
func (s *Store) Tags(ctx context.Context) ([]articles.TagCount, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT value, n, coalesce(tags, '') FROM
		(SELECT value, count(*) AS n, min(article) AS first FROM trait WHERE kind = ? GROUP BY value)
		LEFT JOIN article ON key = first ORDER BY n DESC, value`, kindTag)
	if err != nil {
		return nil, s.wrap("list tags", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.TagCount
	for rows.Next() {
		var folded, lines string
		var t articles.TagCount
		if err := rows.Scan(&folded, &t.Articles, &lines); err != nil {
			return nil, s.wrap("list tags", err)
		}
		t.Tag = articles.CleanLine(cmp.Or(tags.Find(tags.Split(lines), folded), folded))
		all = append(all, t)
	}
	return all, s.wrap("list tags", rows.Err())
}

// spell spells the tags of an edit that are to be added as the library does.
func (w *writer) spell(edit articles.TagEdit) (articles.TagEdit, error) {
	out := articles.TagEdit{Take: edit.Take}
	for _, tag := range edit.Add {
		known, err := w.spelled(tag)
		if err != nil {
			return out, err
		}
		out.Add = append(out.Add, cmp.Or(known, tag))
	}
	return out, nil
}

// spelled is how the library spells a tag; empty when no article has it.
func (w *writer) spelled(tag string) (string, error) {
	folded := spelling.Fold(tag)
	var lines string
	err := w.tx.QueryRowContext(w.ctx, `SELECT tags FROM article WHERE key =
		(SELECT min(article) FROM trait WHERE kind = ? AND value = ?)`, kindTag, folded).Scan(&lines)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return tags.Find(tags.Split(lines), folded), err
}

// tagsAtOnce is how many articles have their tags changed in one go: many enough for
// one statement to be fast, and few enough to need little memory.
const tagsAtOnce = 4096

// eachTagged goes through the articles of a query with their tags, in its order, each
// once; do gives those whose tags are to be written, with what their reader did.
func (w *writer) eachTagged(do func([]tags.Tagged) ([]tags.Tagged, error), query string, args ...any) (found bool, err error) {
	rows, err := w.tx.QueryContext(w.ctx, query, args...)
	if err != nil {
		return false, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	keys, err := keysOf(rows)
	if err != nil {
		return false, err
	}
	for some := range slices.Chunk(distinct(keys), tagsAtOnce) {
		all, err := tags.Read(w.ctx, w.tx, some)
		if err == nil {
			all, err = do(all)
		}
		if err == nil {
			err = w.retag(all)
		}
		if err != nil {
			return true, err
		}
	}
	return len(keys) > 0, nil
}

// distinct is keys without those that came before.
func distinct(keys []int64) []int64 {
	seen := make(map[int64]bool, len(keys))
	return slices.DeleteFunc(keys, func(key int64) bool {
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// editTags edits the tags of the articles of a query, and notes those of which that
// changes any.
func (w *writer) editTags(edit articles.TagEdit, query string, args ...any) (found bool, err error) {
	return w.eachTagged(func(all []tags.Tagged) ([]tags.Tagged, error) {
		for i := range all {
			all[i].Edit(edit)
		}
		all = slices.DeleteFunc(all, func(t tags.Tagged) bool { return slices.Equal(t.Outcome(), t.Tags) })
		if len(all) == 0 {
			return nil, nil
		}
		if err := w.begin(all[0].Title); err != nil {
			return nil, err
		}
		const size = 100 // bytes of one, about
		w.noted.Articles += len(all)
		w.kept += int64(size * len(all))
		return all, tags.Keep(w.ctx, w.tx, w.noted.ID, all)
	}, query, args...)
}

// retag writes the tags of articles, and by which they are found.
func (w *writer) retag(all []tags.Tagged) error {
	for _, t := range all {
		had, has := tagTraits(t.Tags), tagTraits(t.Outcome())
		w.drop(t.Key, slices.DeleteFunc(slices.Clone(had), func(t trait) bool { return slices.Contains(has, t) }))
		w.add(t.Key, slices.DeleteFunc(has, func(t trait) bool { return slices.Contains(had, t) }))
	}
	if err := w.flush(); err != nil {
		return err
	}
	return tags.Write(w.ctx, w.tx, all)
}

// untag gives the articles of a change of tags what their reader had done before.
func (w *writer) untag(change int64) (ids []articles.ID, err error) {
	was, err := tags.Kept(w.ctx, w.tx, change)
	if err != nil {
		return nil, err
	}
	_, err = w.eachTagged(func(all []tags.Tagged) ([]tags.Tagged, error) {
		for i := range all {
			t := &all[i]
			ids = append(ids, t.ID)
			t.Added, t.Taken = was[t.ID].Added, was[t.ID].Taken
		}
		return all, nil
	}, `SELECT article.key FROM changed JOIN article ON article.id = changed.article WHERE change = ? ORDER BY changed.key`, change)
	return ids, err
}

// withOwn is an article as its source has it, with what the reader did with its tags.
func (w *writer) withOwn(key int64, a *articles.Article) (*articles.Article, error) {
	find, err := w.prepare(`SELECT added, taken FROM own_tags WHERE article = ?`)
	if err != nil {
		return nil, err
	}
	with := *a
	with.Own = articles.TagEdit{}
	var added, taken string
	switch err := find.QueryRowContext(w.ctx, key).Scan(&added, &taken); {
	case errors.Is(err, sql.ErrNoRows):
		return &with, nil
	case err != nil:
		return nil, err
	}
	with.Own = articles.TagEdit{Add: tags.Split(added), Take: tags.Split(taken)}
	own := tags.Own{Source: a.Tags, Added: with.Own.Add, Taken: with.Own.Take}
	with.Tags = own.Outcome()
	return &with, w.keepOwn(key, own)
}

func (w *writer) keepOwn(key int64, own tags.Own) error {
	if own.IsZero() {
		return nil
	}
	_, err := w.exec(`INSERT OR REPLACE INTO own_tags (article, source, added, taken) VALUES (?, ?, ?, ?)`,
		key, tags.Join(own.Source), tags.Join(own.Added), tags.Join(own.Taken))
	return err
}

// restoreTags gives an article the tags that its source had before a change, with
// what its reader does with them by now.
func (w *writer) restoreTags(c changed, key int64) error {
	var source string
	err := w.tx.QueryRowContext(w.ctx, `SELECT coalesce(own.source, article.tags) FROM kept_article article
		LEFT JOIN kept_own_tags own ON own.change = article.change AND own.article = article.key
		WHERE article.change = ? AND article.key = ?`, c.change, c.key).Scan(&source)
	if err != nil {
		return err
	}
	a, err := w.withOwn(key, &articles.Article{Tags: tags.Split(source)})
	if err != nil {
		return err
	}
	_, err = w.exec(`UPDATE article SET tags = ? WHERE key = ?`, tags.Join(a.Tags), key)
	return err
}

// takeBack takes back what a change brought to articles that were here before, and returns
// those that it did nothing else to.
func (w *writer) takeBack(change int64) ([]articles.ID, error) {
	keys, alone, err := w.brought.AsLeft(change)
	if err != nil || len(keys) == 0 {
		return nil, err
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	_, err = w.eachTagged(func(all []tags.Tagged) ([]tags.Tagged, error) {
		for i := range all {
			all[i].Added, all[i].Taken = nil, nil
		}
		return all, nil
	}, `SELECT value FROM json_each(?)`, string(list))
	return alone, cmp.Or(err, w.brought.Reset(string(list)))
}
