package fulltext

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"lede/store/compress"
)

// Writer indexes articles within a transaction.
type Writer struct {
	ctx     context.Context //nolint:containedctx // lives as long as one transaction
	prepare func(query string) (*sql.Stmt, error)
	docs    map[string]count // by word, until Flush
	counted int32            // articles, of which each is the number of one
	added   []entry          // that are not written yet
	size    int              // of their texts, in bytes
}

// entry is what the index is to have of an article.
type entry struct {
	key int64
	row row
}

// mostAdded is how much text is put off, in bytes. FTS5 writes what it holds to the file
// before each statement that could be taken back, as most are that put an article into the
// library: entries one after another are written together.
const mostAdded = 1 << 20

// NewWriter makes a writer whose queries are compiled by prepare, which sees to the end of
// them.
func NewWriter(ctx context.Context, prepare func(query string) (*sql.Stmt, error)) *Writer {
	return &Writer{ctx: ctx, prepare: prepare, docs: map[string]count{}}
}

// row is what the index has of an article.
type row struct{ title, dek, author, site, has, body string }

func (r row) each(yield func(word string)) {
	for _, text := range [...]string{r.title, r.dek, r.author, r.site, r.body} {
		for word := range strings.FieldsSeq(text) {
			yield(word)
		}
	}
}

// Source is what of an article its entry in the index is made of, as the library keeps it.
type Source struct{ Title, Dek, Author, Site, URL, Anatomy, Markdown string }

// AddKept is Add for an article that the library has.
func (w *Writer) AddKept(key int64) (words string, err error) {
	find, err := w.prepare(kept)
	if err != nil {
		return "", err
	}
	s, err := scan(find.QueryRowContext(w.ctx, key))
	if err != nil {
		return "", err
	}
	return w.Add(key, s)
}

// Add indexes an article by its key in the library, and returns the words of its text.
func (w *Writer) Add(key int64, s Source) (words string, err error) {
	r, err := s.row()
	if err != nil {
		return "", err
	}
	w.count(r, 1)
	w.added, w.size = append(w.added, entry{key, r}), w.size+len(r.body)
	if w.size > mostAdded {
		err = w.write()
	}
	return r.body, err
}

// write writes what was put off.
func (w *Writer) write() error {
	for _, e := range w.added {
		if err := w.exec(`INSERT INTO fulltext (rowid, body) VALUES (?, ?)`, e.key, e.row.body); err != nil {
			return err
		}
	}
	for _, e := range w.added {
		if err := w.exec(`INSERT INTO fulltext_name (rowid, title, dek, author, site, has) VALUES (?, ?, ?, ?, ?, ?)`,
			e.key, e.row.title, e.row.dek, e.row.author, e.row.site, e.row.has); err != nil {
			return err
		}
	}
	w.added, w.size = nil, 0
	return nil
}

// Remove takes an article out of the index, before the library changes it or loses it, and
// returns the words of its text.
func (w *Writer) Remove(key int64) (words string, err error) {
	find, err := w.prepare(`DELETE FROM unindexed WHERE key = ? RETURNING key`)
	if err != nil {
		return "", err
	}
	err = find.QueryRowContext(w.ctx, key).Scan(new(int64))
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	out := err == nil
	if find, err = w.prepare(kept); err != nil {
		return "", err
	}
	r, err := rowOf(find.QueryRowContext(w.ctx, key))
	if err != nil || out {
		return r.body, err
	}
	return r.body, w.drop(key, r)
}

func rowOf(found *sql.Row) (row, error) {
	s, err := scan(found)
	if err != nil {
		return row{}, err
	}
	return s.row()
}

// drop takes out of the index what it has of an article.
func (w *Writer) drop(key int64, r row) error {
	w.count(r, -1)
	if at := slices.IndexFunc(w.added, func(e entry) bool { return e.key == key }); at >= 0 {
		w.added = slices.Delete(w.added, at, at+1)
		return nil
	}
	if err := w.exec(`INSERT INTO fulltext (fulltext, rowid, body) VALUES ('delete', ?, ?)`, key, r.body); err != nil {
		return err
	}
	return w.exec(`INSERT INTO fulltext_name (fulltext_name, rowid, title, dek, author, site, has) VALUES ('delete', ?, ?, ?, ?, ?, ?)`,
		key, r.title, r.dek, r.author, r.site, r.has)
}

// sourceColumns are those that scan reads, and kept reads them of an article by its key.
const (
	sourceColumns = `title, dek, author, site, url, anatomy, coalesce(packed, markdown)`
	kept          = `SELECT ` + sourceColumns + ` FROM article JOIN body USING (key) WHERE key = ?`
)

func scan(from *sql.Row) (s Source, err error) {
	var text compress.Text
	err = from.Scan(&s.Title, &s.Dek, &s.Author, &s.Site, &s.URL, &s.Anatomy, &text)
	s.Markdown = string(text)
	return s, err
}

func (s Source) row() (r row, err error) {
	r.title, r.dek, r.author, r.site = wordsOf(s.Title), wordsOf(s.Dek), wordsOf(s.Author), siteOf(s.Site, s.URL)
	if r.has, err = featuresOf(s.Markdown, s.Anatomy); err != nil {
		return r, err
	}
	r.body, err = textOf(s.Markdown, s.Anatomy)
	return r, err
}

// count is how many articles more have a word, and the number of the last that was counted.
type count struct{ articles, last int32 }

// count counts an article, or a removed one, for each of its words.
func (w *Writer) count(r row, by int32) {
	w.counted++
	r.each(func(word string) {
		c, known := w.docs[word]
		if c.last == w.counted {
			return
		}
		if !known {
			word = strings.Clone(word) // the text need not stay
		}
		w.docs[word] = count{articles: c.articles + by, last: w.counted}
	})
}

// Flush writes what was put off: entries, and how many articles have the words that were
// added and removed. It must be called before the transaction ends.
func (w *Writer) Flush() error {
	if err := w.write(); err != nil {
		return err
	}
	words := slices.AppendSeq(make([]string, 0, len(w.docs)), maps.Keys(w.docs))
	slices.Sort(words) // each page of the table once
	var list []byte
	for some := range slices.Chunk(words, wordsAtOnce) {
		fell := false
		list = append(list[:0], '{')
		for _, word := range some { // of letters and digits: JSON needs no sign before them
			if n := w.docs[word].articles; n != 0 {
				list = append(append(append(list, '"'), word...), `":`...)
				list = append(strconv.AppendInt(list, int64(n), 10), ',')
				fell = fell || n < 0
			}
		}
		list = append(bytes.TrimSuffix(list, []byte{','}), '}')
		if err := w.exec(`INSERT INTO word (word, docs) SELECT key, value FROM json_each(?) WHERE true
			ON CONFLICT DO UPDATE SET docs = docs + excluded.docs`, string(list)); err != nil {
			return err
		}
		if fell {
			if err := w.exec(`DELETE FROM word WHERE docs <= 0 AND word IN (SELECT key FROM json_each(?))`, string(list)); err != nil {
				return err
			}
		}
	}
	clear(w.docs)
	return nil
}

// wordsAtOnce is how many words one statement counts: to run one for each word takes
// several times as long as its work.
const wordsAtOnce = 2000

func (w *Writer) exec(query string, args ...any) error {
	stmt, err := w.prepare(query)
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(w.ctx, args...)
	return err
}
