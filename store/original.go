package store

import (
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"strings"

	"lede/articles"
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

func loadOriginal(ctx context.Context, db querier, id articles.ID) (*articles.Original, error) {
	var o articles.Original
	var name, url, charset, reader sql.NullString
	var whole sql.NullBool
	var size sql.NullInt64
	var packed []byte
	err := db.QueryRowContext(ctx, `SELECT source.name, source.url, source.charset, source.whole, source.reader, size, data
		FROM article LEFT JOIN source ON source.article = article.key LEFT JOIN original ON original.key = source.original
		WHERE article.id = ?`, id).Scan(&name, &url, &charset, &whole, &reader, &size, &packed)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, ErrNotFound
	case err != nil:
		return nil, err
	case !size.Valid:
		return nil, ErrNoOriginal
	}
	o.Name, o.URL, o.Charset, o.WholePage, o.Reader = name.String, url.String, charset.String, whole.Bool, reader.String
	o.Data, err = unpack(packed, size.Int64)
	return &o, err
}

// keepOriginal keeps what the article with a key was made of. An article that
// comes without an original keeps the one that it has.
func (w *writer) keepOriginal(key int64, o *articles.Original) error {
	if o == nil {
		return nil
	}
	original, err := w.original(o.Data)
	if err != nil {
		return fmt.Errorf("keep its original: %w", err)
	}
	_, err = w.exec(`INSERT INTO source (article, original, name, url, charset, whole, reader) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET original = excluded.original, name = excluded.name, url = excluded.url,
		charset = excluded.charset, whole = excluded.whole, reader = excluded.reader
		WHERE original <> excluded.original OR name <> excluded.name OR url <> excluded.url
		OR charset <> excluded.charset OR whole <> excluded.whole OR reader <> excluded.reader`,
		key, original, o.Name, o.URL, o.Charset, o.WholePage, o.Reader)
	return err
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
	err := s.read.QueryRowContext(ctx, `SELECT size, hash
		FROM article LEFT JOIN source ON source.article = article.key LEFT JOIN original ON original.key = source.original
		WHERE article.id = ?`, id).Scan(&kept, &sum)
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
		const same = `SELECT 1 FROM source JOIN original ON original.key = source.original
			WHERE original.hash = ?2 AND source.name = ?3 AND source.url = ?4 AND source.charset = ?5
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
	packed, err := w.pack(data)
	if err != nil {
		return 0, err
	}
	result, err := w.exec(`INSERT INTO original (hash, size, data) VALUES (?, ?, ?)`, sum, len(data), packed)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// pack compresses data. DEFLATE of the standard library costs a start nothing;
// of 10,000 Markdown files, 33 MB, it makes half in 0.7 s.
func (w *writer) pack(data string) ([]byte, error) {
	w.packed.Reset()
	if w.deflate == nil {
		var err error
		if w.deflate, err = flate.NewWriter(&w.packed, flate.DefaultCompression); err != nil {
			return nil, err
		}
	} else {
		w.deflate.Reset(&w.packed)
	}
	if _, err := io.WriteString(w.deflate, data); err != nil {
		return nil, err
	}
	err := w.deflate.Close()
	return w.packed.Bytes(), err
}

// unpack is the data that was packed, which has so many bytes: no more are
// read, whatever somebody wrote into the library.
func unpack(packed []byte, size int64) (string, error) {
	const mostRatio = 1100 // that DEFLATE can reach is 1032
	if size < 0 || size > int64(len(packed))*mostRatio {
		return "", errors.New("it is damaged")
	}
	var out strings.Builder
	out.Grow(int(size))
	n, err := io.Copy(&out, io.LimitReader(flate.NewReader(bytes.NewReader(packed)), size))
	if err != nil || n < size {
		return "", errors.New("it is damaged")
	}
	return out.String(), nil
}

// Image returns the file of an image of an article that is kept, by its address
// as the text of the article has it; [ErrNotFound] when none is.
func (s *Store) Image(ctx context.Context, id articles.ID, source string) ([]byte, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	var data []byte
	err := s.read.QueryRowContext(ctx, `SELECT data FROM image JOIN article ON key = article
		WHERE id = ? AND source = ? AND length(data) <= ?`, id, source, articles.MaxImage).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	return data, s.wrap(fmt.Sprintf("read an image of article %s", id), err)
}

// Images returns all images that are kept with an article, in the order of
// their addresses; none when there is no such article.
func (s *Store) Images(ctx context.Context, id articles.ID) ([]articles.Image, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	verb := fmt.Sprintf("read the images of article %s", id)
	rows, err := s.read.QueryContext(ctx, `SELECT source, data FROM image JOIN article ON key = article
		WHERE id = ? AND length(data) <= ? ORDER BY source`, id, articles.MaxImage)
	if err != nil {
		return nil, s.wrap(verb, err)
	}
	var all []articles.Image
	left := articles.MaxImages
	for rows.Next() {
		var i articles.Image
		if err := rows.Scan(&i.Source, &i.Data); err != nil {
			return nil, s.wrap(verb, cmp.Or(err, rows.Close()))
		}
		if left -= len(i.Data); left < 0 {
			break // a library that was not written by lede
		}
		all = append(all, i)
	}
	return all, s.wrap(verb, cmp.Or(rows.Close(), rows.Err()))
}

// keepImages keeps the images of the article with a key, in place of those that
// it has. An article that comes without images keeps the ones that it has.
func (w *writer) keepImages(key int64, images []articles.Image) error {
	if len(images) == 0 {
		return nil
	}
	if _, err := w.exec(`DELETE FROM image WHERE article = ?`, key); err != nil {
		return err
	}
	left := articles.MaxImages
	for _, i := range images {
		if left -= len(i.Data); len(i.Data) > articles.MaxImage || left < 0 {
			return errors.New("its images are too large")
		}
		if _, err := w.exec(`INSERT INTO image (article, source, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
			key, i.Source, i.Data); err != nil {
			return fmt.Errorf("keep an image: %w", err)
		}
	}
	return nil
}
