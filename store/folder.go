package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/rules"
	"lede/store/rulebook"
)

// inFolder is the condition of a file that stands in a folder: a range, in which
// the folder's path is followed by a slash.
const inFolder = `source.name >= rtrim(folder.path, '/') || '/' AND source.name < rtrim(folder.path, '/') || '0'`

// keptOutOf is inFolder of a file whose article stays out of the library.
const keptOutOf = `removed.file >= rtrim(folder.path, '/') || '/' AND removed.file < rtrim(folder.path, '/') || '0'`

// Folders returns all folders that are remembered, by their paths.
func (s *Store) Folders(ctx context.Context) ([]articles.Folder, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT key, path, articles, unread
		FROM folder JOIN folder_tally ON folder = key ORDER BY path`)
	if err != nil {
		return nil, s.wrap("list folders", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.Folder
	for rows.Next() {
		var f articles.Folder
		if err := rows.Scan(&f.Key, &f.Path, &f.Articles, &f.Unread); err != nil {
			return nil, s.wrap("list folders", err)
		}
		all = append(all, f)
	}
	return all, s.wrap("list folders", rows.Err())
}

// AddFolder remembers the folder at an absolute slash path, in the place of those
// that stand in it. One of whose files the library has no article, and rules
// keep none out, is not remembered, nor one that stands in another.
func (s *Store) AddFolder(ctx context.Context, path string) error {
	return s.AddFolderWithin(ctx, nil, path)
}

// AddFolderWithin is [Store.AddFolder] by the reader's hand, see [Store.PutWithin]: to
// undo the change forgets the folder.
func (s *Store) AddFolderWithin(ctx context.Context, c *articles.Change, path string) error {
	err := s.within(ctx, c, func(w *writer) error {
		result, err := w.exec(`WITH new (path) AS (SELECT ?)
			INSERT INTO folder (path) SELECT new.path FROM new
			WHERE (EXISTS (SELECT 1 FROM source, new AS folder WHERE `+inFolder+`)
				OR EXISTS (SELECT 1 FROM removed, new AS folder WHERE `+keptOutOf+`))
			AND NOT EXISTS (SELECT 1 FROM folder WHERE folder.path = new.path
				OR substr(new.path, 1, length(rtrim(folder.path, '/')) + 1) = rtrim(folder.path, '/') || '/')`, path)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return err
		}
		under := strings.TrimSuffix(path, "/")
		const within = `path > ? AND path < ?`
		if w.noted != nil {
			if err := w.begin(path); err != nil {
				return err
			}
			if _, err := w.exec(`INSERT INTO changed_folder (change, path) VALUES (?, ?)`, w.noted.ID, path); err != nil {
				return err
			}
			if err := w.keepRows(keptTable{name: "folder", size: "100"}, within, under+"/", under+"0"); err != nil {
				return err
			}
		}
		_, err = w.exec(`DELETE FROM folder WHERE `+within, under+"/", under+"0")
		return err
	})
	return s.wrap("remember folder "+articles.CleanLine(path), err)
}

// RemoveFolder forgets a folder. Its articles stay. It is one change, which
// [Store.Undo] takes back.
func (s *Store) RemoveFolder(ctx context.Context, key int64) error {
	c := articles.Change{Kind: articles.Forgetting}
	err := s.within(ctx, &c, func(w *writer) error {
		var path string
		err := w.tx.QueryRowContext(ctx, `SELECT path FROM folder WHERE key = ?`, key).Scan(&path)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := w.begin(path); err != nil {
			return err
		}
		under := `EXISTS (SELECT 1 FROM folder WHERE key = ? AND ` + keptOutOf + `)`
		for _, t := range [...][2]string{{"removed", under}, {"folder", "key = ?"}} {
			if err := w.keepRows(keptTable{name: t[0], size: "100"}, t[1], key); err != nil {
				return err
			}
			if _, err := w.exec(`DELETE FROM `+t[0]+` WHERE `+t[1], key); err != nil {
				return err
			}
		}
		return nil
	})
	return s.wrap("forget the folder", err)
}

// FilesIn are the files in the folder at an absolute slash path that articles of
// the library were made of, as slash paths, each once.
func (s *Store) FilesIn(ctx context.Context, path string) ([]string, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT DISTINCT name FROM source, (SELECT ? AS path) AS folder WHERE `+inFolder, path)
	if err != nil {
		return nil, s.wrap("list files", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, s.wrap("list files", err)
		}
		all = append(all, name)
	}
	return all, s.wrap("list files", rows.Err())
}

// IsKeptOut reports whether the reader took out the article with an ID, which
// was made of a file in a folder that is remembered, or undid what o gives it.
func (s *Store) IsKeptOut(ctx context.Context, id articles.ID, o *articles.Original) (out bool, err error) {
	if err := s.present(); err != nil {
		return false, err
	}
	var sum []byte
	if o != nil {
		sum = sumOf(o.Data)
	}
	err = s.read.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM removed WHERE id = ?1)
		OR EXISTS (SELECT 1 FROM undone WHERE id = ?1 AND hash = ?2)`, id, sum).Scan(&out)
	return out, s.wrap(fmt.Sprintf("look up article %s", id), err)
}

// noteMuted notes that a rule keeps an article out: no refresh of its folder reads its
// file again.
func (w *writer) noteMuted(a *articles.Article) error {
	file, ok := strings.CutPrefix(a.Origin, "file:")
	if !ok {
		return nil
	}
	_, err := w.exec(`INSERT OR REPLACE INTO removed (id, file) VALUES (?, ?)`, a.ID, file)
	w.muted = append(w.muted, a.ID)
	return cmp.Or(err, rulebook.Mute(w.ctx, w.tx, a, 0, time.Now()))
}

// MutedByRules is what rules keep out of the library.
func (s *Store) MutedByRules(ctx context.Context) ([]articles.KeptOut, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := rulebook.Muted(ctx, s.read)
	return all, s.wrap("list what is muted", err)
}

// Unmute has what rules keep out be new again that are none of those in force, and returns
// the keys of the feeds that are to be asked for all that they list.
func (s *Store) Unmute(ctx context.Context, inForce []rules.Rule) (feeds []int64, err error) {
	muted, err := s.MutedByRules(ctx)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, r := range inForce {
		texts = append(texts, r.String())
	}
	if !slices.ContainsFunc(muted, func(k articles.KeptOut) bool { return !slices.Contains(texts, k.Rule) }) {
		return nil, nil
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		feeds, err = rulebook.Unmute(ctx, tx, texts)
		return err
	})
	return feeds, s.wrap("bring in what was muted", err)
}

// noteRemoved notes that the reader takes an article out: no refresh of the
// folder that its file stands in brings it back.
func (w *writer) noteRemoved(id articles.ID) error {
	_, err := w.exec(`INSERT OR REPLACE INTO removed (id, file) SELECT article.id, source.name
		FROM article JOIN source ON source.article = article.key
		WHERE article.id = ? AND EXISTS (SELECT 1 FROM folder WHERE `+inFolder+`)`, id)
	return err
}

// restoreFolders forgets the folders that a change remembered, and remembers those
// that it forgot, with what the reader had taken out of them.
func (w *writer) restoreFolders(change int64) error {
	if _, err := w.exec(`DELETE FROM folder WHERE path IN (SELECT path FROM changed_folder WHERE change = ?)`, change); err != nil {
		return err
	}
	if _, err := w.exec(`INSERT OR IGNORE INTO removed (id, file) SELECT id, file FROM kept_removed kept
		WHERE change = ? AND NOT EXISTS (SELECT 1 FROM article WHERE article.id = kept.id)`, change); err != nil {
		return err
	}
	_, err := w.exec(`INSERT OR IGNORE INTO folder (key, path)
		SELECT CASE WHEN EXISTS (SELECT 1 FROM folder WHERE folder.key = kept.key) THEN NULL ELSE kept.key END, path
		FROM kept_folder kept WHERE change = ?1 AND path NOT IN (SELECT path FROM changed_folder WHERE change = ?1)`, change)
	return err
}

// mergeFolders has the paths of both lists. A feed without a path stands at the
// top, as one with an empty path does.
func mergeFolders(to, more [][]string) [][]string {
	for _, path := range more {
		same := func(other []string) bool { return slices.Equal(path, other) }
		if (len(path) > 0 || len(to) > 0) && !slices.ContainsFunc(to, same) {
			to = append(slices.Clip(to), path)
		}
	}
	return to
}

func encodeFolders(folders [][]string) (string, error) {
	if folders == nil {
		folders = [][]string{}
	}
	data, err := json.Marshal(folders)
	return string(data), err
}
