package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"

	"lede/articles"
	"lede/store/compress"
)

// Original returns what an article was made of. It fails with [ErrNotFound]
// when there is no such article, and with [ErrNoOriginal] when it was put into
// the library without an original.
func (s *Store) Original(ctx context.Context, id articles.ID) (*articles.Original, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	o, err := loadOriginal(ctx, s.read, id)
	return o, s.wrap("read the original of article "+string(id), err)
}

// ofSource joins to the rows of source what is known of their originals.
const ofSource = ` LEFT JOIN source ON source.article = article.key LEFT JOIN original ON original.key = source.original `

// The size and the hash of an original, of either way in which it is kept.
const (
	sizeOfSource = `coalesce(source.size, original.size)`
	hashOfSource = `coalesce(source.hash, original.hash)`
)

func loadOriginal(ctx context.Context, db querier, id articles.ID) (*articles.Original, error) {
	var o articles.Original
	var name, url, charset, reader sql.NullString
	var whole sql.NullBool
	var size sql.NullInt64
	var packed, delta, sum []byte
	var text sql.Null[compress.Text]
	err := db.QueryRowContext(ctx, `SELECT source.name, source.url, source.charset, source.whole, source.reader,
		`+sizeOfSource+`, `+hashOfSource+`, data, delta, CASE WHEN delta IS NOT NULL THEN coalesce(packed, markdown) END
		FROM article JOIN body USING (key)`+ofSource+`WHERE article.id = ?`, id).
		Scan(&name, &url, &charset, &whole, &reader, &size, &sum, &packed, &delta, &text)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, ErrNotFound
	case err != nil:
		return nil, err
	case !size.Valid:
		return nil, ErrNoOriginal
	}
	o.Name, o.URL, o.Charset, o.WholePage, o.Reader = name.String, url.String, charset.String, whole.Bool, reader.String
	if delta == nil {
		o.Data, err = compress.Inflate(packed, size.Int64)
		return &o, err
	}
	o.Data, err = compress.Apply(string(text.V), delta, size.Int64)
	if err == nil && !bytes.Equal(sumOf(o.Data), sum) {
		err = compress.ErrDamaged
	}
	return &o, err
}

// keepOriginal keeps what the article with a key was made of. An article that
// comes without an original keeps the one that it has.
func (w *writer) keepOriginal(key int64, o *articles.Original) error {
	if o == nil {
		return nil
	}
	kept, err := w.keepData(key, o.Data)
	if err != nil {
		return fmt.Errorf("keep its original: %w", err)
	}
	_, err = w.exec(`INSERT INTO source (article, original, size, hash, delta, name, url, charset, whole, reader)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET
			(original, size, hash, delta, name, url, charset, whole, reader) = (excluded.original, excluded.size, excluded.hash,
				excluded.delta, excluded.name, excluded.url, excluded.charset, excluded.whole, excluded.reader)
		WHERE (original, hash, delta, name, url, charset, whole, reader) IS NOT (excluded.original, excluded.hash,
			excluded.delta, excluded.name, excluded.url, excluded.charset, excluded.whole, excluded.reader)`,
		append(append([]any{key}, kept...), o.Name, o.URL, o.Charset, o.WholePage, o.Reader)...)
	return err
}

// keepData keeps the bytes that an article with a key was made of, and returns what its
// row of source says of them: original, size, hash and delta. Where they are much the
// same as its text, as of a Markdown file, only what differs is kept.
func (w *writer) keepData(key int64, data string) (columns []any, err error) {
	text, err := w.keptText(key)
	if err != nil {
		return nil, err
	}
	delta, ok, err := w.compress.Delta(text, data)
	if err != nil {
		return nil, err
	}
	if ok {
		w.lastOriginal = 0 // it may go with the row that had it
		return []any{nil, len(data), sumOf(data), delta}, nil
	}
	original, err := w.original(data)
	return []any{original, nil, nil, nil}, err
}

// keptText is the text of the article with a key, as it will be read.
func (w *writer) keptText(key int64) (string, error) {
	if key == w.lastKey {
		return w.lastText, nil
	}
	find, err := w.prepare(`SELECT coalesce(packed, markdown) FROM body WHERE key = ?`)
	if err != nil {
		return "", err
	}
	var text compress.Text
	err = find.QueryRowContext(w.ctx, key).Scan(&text)
	return string(text), err
}

// takeOffText makes the original of an article one that needs no text, which is about to
// become another: until [writer.keepOriginal] keeps it again it is nowhere. It is nil
// where none was kept by the text, and where another one comes in its place.
func (w *writer) takeOffText(key int64, a *articles.Article) (o *articles.Original, err error) {
	find, err := w.prepare(`SELECT id FROM article JOIN source ON source.article = article.key WHERE key = ? AND delta IS NOT NULL`)
	if err != nil {
		return nil, err
	}
	var id articles.ID
	if err := find.QueryRowContext(w.ctx, key).Scan(&id); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return nil, err
	}
	if a.Original == nil {
		if o, err = loadOriginal(w.ctx, w.tx, id); err != nil {
			return nil, fmt.Errorf("keep its original: %w", err)
		}
	}
	_, err = w.exec(`DELETE FROM source WHERE article = ?`, key)
	return o, err
}

// Made reports whether the article with an ID was made of o by the program that
// o names; without a name it was not. An empty ID stands for any article: of a
// book there are many.
func (s *Store) Made(ctx context.Context, id articles.ID, o *articles.Original) (bool, error) {
	if err := s.present(); err != nil || o.Reader == "" {
		return false, err
	}
	var made bool
	find, err := s.findMade(ctx)
	if err == nil {
		err = find.QueryRowContext(ctx, id, sumOf(o.Data), o.Name, o.URL, o.Charset, o.WholePage, o.Reader).Scan(&made)
	}
	return made, s.wrap("look up article "+string(id), err)
}

// MadeOf reports whether an article was made of what data gives, which is size bytes
// long; data is read only where the size is the same. It fails as [Store.Original]
// does.
func (s *Store) MadeOf(ctx context.Context, id articles.ID, size int64, data io.Reader) (bool, error) {
	if err := s.present(); err != nil {
		return false, err
	}
	var kept sql.NullInt64
	var sum []byte
	err := s.read.QueryRowContext(ctx, `SELECT `+sizeOfSource+`, `+hashOfSource+`
		FROM article`+ofSource+`WHERE article.id = ?`, id).Scan(&kept, &sum)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, ErrNotFound
	case err == nil && !kept.Valid:
		return false, ErrNoOriginal
	case err != nil:
		return false, s.wrap("look up article "+string(id), err)
	case kept.Int64 != size:
		return false, nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, data); err != nil {
		return false, err
	}
	return bytes.Equal(h.Sum(nil)[:sumSize], sum), nil
}

// findMade compiles the question of [Store.Made] once: that takes longer than
// answering it, and it is asked of every file of a folder.
func (s *Store) findMade(ctx context.Context) (*sql.Stmt, error) {
	s.compiling.Lock()
	defer s.compiling.Unlock()
	if s.made == nil {
		const same = `SELECT 1 FROM source LEFT JOIN original ON original.key = source.original
			WHERE ` + hashOfSource + ` = ?2 AND source.name = ?3 AND source.url = ?4 AND source.charset = ?5
			AND source.whole = ?6 AND source.reader = ?7`
		made, err := s.read.PrepareContext(ctx, `SELECT
			EXISTS (`+same+` AND ?1 <> '' AND source.article = (SELECT key FROM article WHERE id = ?1)) OR
			EXISTS (`+same+` AND ?1 = '')`)
		if err != nil {
			return nil, err
		}
		s.made = made
	}
	return s.made, nil
}

// sumSize is how many bytes of a hash are kept.
const sumSize = 16

// sumOf is the hash of data by which originals are found.
func sumOf(data string) []byte {
	sum := sha256.Sum256([]byte(data))
	return sum[:sumSize]
}

// original is the key of the kept bytes that are data.
func (w *writer) original(data string) (int64, error) {
	if w.lastOriginal != 0 && w.lastData == data {
		return w.lastOriginal, nil
	}
	sum := sumOf(data)
	find, err := w.prepare(`SELECT key FROM original WHERE hash = ?`)
	if err != nil {
		return 0, err
	}
	var key int64
	err = find.QueryRowContext(w.ctx, sum).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		key, err = w.addOriginal(data, sum)
	}
	if err == nil {
		w.lastData, w.lastOriginal = data, key
	}
	return key, err
}

func (w *writer) addOriginal(data string, sum []byte) (int64, error) {
	packed, err := w.compress.Deflate(data)
	if err != nil {
		return 0, err
	}
	result, err := w.exec(`INSERT INTO original (hash, size, data) VALUES (?, ?, ?)`, sum, len(data), packed)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}
