package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/store/stories"
	"lede/store/tags"
)

// anatomy is the part of an article that is kept as JSON: the list does not
// show it and nothing is looked up by it.
type anatomy struct {
	AuthorBio string           `json:"bio,omitempty"`
	Updated   *stamp           `json:"updated,omitempty"`
	Series    string           `json:"series,omitempty"`
	Part      int              `json:"part,omitempty"`
	Parts     int              `json:"parts,omitempty"`
	Bookmark  bool             `json:"bookmark,omitempty"`
	Aliases   []string         `json:"aliases,omitempty"`
	Former    []string         `json:"former,omitempty"`
	Notices   []string         `json:"notices,omitempty"`
	Epigraphs []articles.Quote `json:"epigraphs,omitempty"`
	Related   []articles.Link  `json:"related,omitempty"`
	Length    articles.Length  `json:"length"`
	Links     []string         `json:"links,omitempty"`
}

func encodeAnatomy(a *articles.Article) (string, error) {
	x := anatomy{
		AuthorBio: a.AuthorBio, Series: a.Series, Part: a.Part, Parts: a.Parts, Bookmark: a.Bookmark,
		Notices: a.Notices, Epigraphs: a.Epigraphs,
		Related: a.Related, Length: a.Length, Links: a.Links,
		Aliases: a.Aliases, Former: a.Former,
	}
	if !a.Updated.IsZero() {
		at := stampOf(a.Updated)
		x.Updated = &at
	}
	data, err := json.Marshal(x)
	return string(data), err
}

func decodeAnatomy(data string, a *articles.Article) error {
	var x anatomy
	if err := json.Unmarshal([]byte(data), &x); err != nil {
		return err
	}
	a.AuthorBio, a.Notices, a.Epigraphs = x.AuthorBio, x.Notices, x.Epigraphs
	a.Series, a.Part, a.Parts, a.Bookmark = x.Series, x.Part, x.Parts, x.Bookmark
	a.Related, a.Length, a.Links = x.Related, x.Length, x.Links
	a.Aliases, a.Former = x.Aliases, x.Former
	if x.Updated != nil {
		a.Updated = x.Updated.time()
	}
	return nil
}

// stamp is a time to the millisecond, with the zone that it was written in: an
// article is dated by its author's calendar.
type stamp struct {
	Milli int64 `json:"ms"`
	Zone  int   `json:"zone,omitempty"` // seconds east of UTC
}

func stampOf(t time.Time) stamp {
	_, zone := t.Zone()
	return stamp{t.UnixMilli(), zone}
}

func (s stamp) time() time.Time {
	t := time.UnixMilli(s.Milli).UTC()
	if s.Zone != 0 && !t.IsZero() {
		t = t.In(time.FixedZone("", s.Zone))
	}
	return t
}

// hash covers everything that the source says of an article, so that adding
// it again tells an edited one from one that is as it was. When it was added
// is not the source's to say.
func hash(a *articles.Article, anatomy string) []byte {
	h := sha256.New()
	var size [8]byte
	number := func(n int64) {
		binary.LittleEndian.PutUint64(size[:], uint64(n))
		h.Write(size[:])
	}
	published := stampOf(a.Published)
	number(published.Milli)
	number(int64(published.Zone))
	number(a.SourceViews)
	for _, text := range []string{
		a.Slug, a.Origin, a.Title, a.Dek, a.Author, a.Site, a.URL,
		tags.Join(a.Tags), anatomy, a.Markdown,
	} {
		number(int64(len(text)))
		h.Write([]byte(text))
	}
	return h.Sum(nil)[:16]
}

// isAsBefore reports whether the library was told the same of an article by an older lede,
// which kept its telling words too.
func (w *writer) isAsBefore(key int64, a *articles.Article, known []byte, anatomy string) (bool, error) {
	stmt, err := w.prepare(`SELECT anatomy -> '$.terms' FROM body WHERE key = ?`)
	if err != nil {
		return false, err
	}
	var terms sql.NullString
	if err := stmt.QueryRowContext(w.ctx, key).Scan(&terms); err != nil || !terms.Valid {
		return false, err
	}
	return bytes.Equal(known, hash(a, strings.TrimSuffix(anatomy, "}")+`,"terms":`+terms.String+"}")), nil
}

// hasMore reports whether the library has more of an article than the bookmark
// or the excerpt a, which must not take its place: a text, or one that was made
// of a page or is as long as a whole one.
func (w *writer) hasMore(key int64, a *articles.Article) (bool, error) {
	stmt, err := w.prepare(`SELECT coalesce(anatomy ->> '$.bookmark', 0) = 0
		AND (?2 OR words >= ?3 OR EXISTS (SELECT 1 FROM source WHERE article = ?1))
		FROM article JOIN body USING (key) WHERE key = ?1`)
	if err != nil {
		return false, err
	}
	var more bool
	err = stmt.QueryRowContext(w.ctx, key, a.Bookmark, articles.Whole).Scan(&more)
	return more, err
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

// Folds are what is folded.
func (s *Store) Folds(ctx context.Context) ([]articles.Fold, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := stories.Folds(ctx, s.read)
	return all, s.wrap("list what is folded", err)
}

// Stories are those that there are copies of.
func (s *Store) Stories(ctx context.Context) ([]articles.Fold, error) {
	all, err := stories.Copied(ctx, s.read)
	return all, s.wrap("list copies", err)
}

// AddFolds has what a change has added stand as in another library: copies behind the same
// one, and what was folded.
func (s *Store) AddFolds(ctx context.Context, c *articles.Change, copies, folds []articles.Fold) error {
	if c.ID == 0 || len(copies)+len(folds) == 0 {
		return nil
	}
	err := s.within(ctx, c, func(w *writer) (err error) {
		for i, f := range append(slices.Clip(copies), folds...) {
			switch {
			case err != nil || w.noted.ID == 0: // it was undone meanwhile
				return err
			case i < len(copies):
				err = w.stories.Lead(f, w.noted.ID)
			default:
				err = w.stories.FoldAgain(f, w.noted.ID)
			}
		}
		return err
	})
	return s.wrap("fold", err)
}

// Fold has all that came with an article stand behind the newest of it or, when that is so
// already, has all of it stand in rows of its own, as one change. It is no change when
// nothing came with it, and fails with [ErrNotFound] without such an article.
func (s *Store) Fold(ctx context.Context, id articles.ID) (articles.Change, error) {
	c := articles.Change{Kind: articles.Folding}
	err := s.within(ctx, &c, func(w *writer) error {
		var key int64
		var title string
		err := w.tx.QueryRowContext(ctx, `SELECT key, title FROM article WHERE id = ?`, id).Scan(&key, &title)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNotFound
		}
		if err == nil {
			err = w.begin(title)
		}
		if err != nil {
			return err
		}
		moved, err := w.stories.Cut(key, w.noted.ID)
		if w.noted.Kind = articles.Unfolding; err == nil && len(moved) == 0 {
			w.noted.Kind = articles.Folding
			moved, err = w.stories.Fold(key, w.noted.ID)
		}
		if err != nil {
			return err
		}
		w.noted.Articles = len(moved)
		if len(moved) == 0 {
			_, err = w.exec(`DELETE FROM change WHERE key = ?`, w.noted.ID)
			w.noted.ID = 0
			return err
		}
		_, err = w.exec(`UPDATE change SET kind = ?, articles = ? WHERE key = ?`, w.noted.Kind, w.noted.Articles, w.noted.ID)
		return err
	})
	return c, s.wrap("fold", err)
}
