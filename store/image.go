package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"lede/articles"
)

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
