package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"lede/articles"
	"lede/store/brought"
	"lede/store/compress"
	"lede/store/fulltext"
	"lede/store/spelling"
	"lede/store/stories"
	"lede/store/tags"
)

// writer puts articles within one transaction.
type writer struct {
	ctx      context.Context //nolint:containedctx // lives as long as one call
	tx       *sql.Tx
	prepared map[string]*sql.Stmt // by query; they end with the transaction

	// Traits are written last and in their order: a batch then touches each
	// page of that table once.
	added, dropped []traitOf

	words   *fulltext.Writer
	stories *stories.Writer
	brought *brought.Writer

	gone *vanished // nil: nothing is found again
	came *int64    // by which go what is new came in, where that is none of a hand's; 0 before something is

	noted     *articles.Change    // that this is part of; nil: none of a hand's
	begun     bool                // in this transaction
	notedKeys map[int64]bool      // the articles of this transaction that it has
	kept      int64               // bytes that it keeps
	trash     *articles.Change    // that keeps what an undo takes out, see intoTrash
	back      int                 // how many articles an undo has put in
	tables    map[string][]string // their columns
	muted     []articles.ID       // files of this transaction that rules keep out

	compress compress.Writer
	// The chapters of a book follow one another and are made of the same bytes.
	lastData     string
	lastOriginal int64
	// What an article was made of is kept after its text, and by that.
	lastKey  int64
	lastText string
}

type traitOf struct {
	trait
	article int64
}

func newWriter(ctx context.Context, tx *sql.Tx) *writer {
	// The transaction ends with ctx; that each statement looked to it as well would cost
	// a goroutine for each.
	ctx = context.WithoutCancel(ctx)
	w := &writer{ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{}, came: new(int64)}
	w.words, w.stories, w.brought = fulltext.NewWriter(ctx, w.prepare), stories.NewWriter(ctx, w.prepare), brought.NewWriter(ctx, w.prepare)
	return w
}

// prepare compiles each query once for all articles: with its triggers that
// takes longer than running it.
func (w *writer) prepare(query string) (*sql.Stmt, error) {
	if stmt := w.prepared[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := w.tx.PrepareContext(w.ctx, query)
	if err == nil {
		w.prepared[query] = stmt
	}
	return stmt, err
}

func (w *writer) exec(query string, args ...any) (sql.Result, error) {
	stmt, err := w.prepare(query)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(w.ctx, args...)
}

func (w *writer) insert(a *articles.Article, sum []byte, anatomy string) (key int64, err error) {
	added := a.Added
	if added.IsZero() {
		added = time.Now()
	}
	own, with := tags.Own{Source: a.Tags, Added: a.Own.Add, Taken: a.Own.Take}, *a
	with.Tags = own.Outcome()
	a = &with
	came, err := w.comesBy(a.Title)
	if err != nil {
		return 0, err
	}
	result, err := w.exec(`INSERT INTO article
		(key, id, came, added, published, zone, file_time, dated, minutes, words, source_views, title, sort_title, author, site, tags, dek, opening)
		VALUES (`+freeKey+`, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))`,
		append([]any{a.ID, came, added.UnixMilli()}, listed(a, added)...)...)
	if err != nil {
		return 0, err
	}
	if key, err = result.LastInsertId(); err != nil {
		return 0, err
	}
	if err := w.keepOwn(key, own); err != nil {
		return 0, err
	}
	w.add(key, traits(a))
	text, packed, err := w.text(key, a.Markdown)
	if err != nil {
		return 0, err
	}
	if _, err = w.exec(`INSERT INTO body (key, hash, slug, origin, url, anatomy, markdown, packed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, key, sum, a.Slug, a.Origin, a.URL, anatomy, text, packed); err != nil {
		return 0, err
	}
	if err := w.index(key, a, anatomy, true); err != nil {
		return 0, err
	}
	return key, cmp.Or(w.takeState(key, a.Prior), w.obey(key, a.Ruled))
}

// rule asks what rules do with an article that is new, and has it get their tags: a tag
// that the library has is spelled as it is there.
func (w *writer) rule(a *articles.Article) error {
	if a.Ruled = (articles.Ruling{}); a.Rule == nil {
		return nil
	}
	a.Ruled = a.Rule(a)
	edit, err := w.spell(articles.TagEdit{Add: a.Ruled.Tags})
	own := tags.Own{Source: a.Tags, Added: a.Own.Add, Taken: a.Own.Take}
	own.Edit(edit)
	a.Ruled.Tags = own.Added[len(a.Own.Add):] // those that it did not have
	a.Own.Add = own.Added
	return err
}

// obey gives a new article the state that rules say.
func (w *writer) obey(key int64, r articles.Ruling) error {
	if !r.Star && !r.Read {
		return nil
	}
	_, err := w.exec(`UPDATE article SET starred = max(starred, ?), read = max(read, ?) WHERE key = ?`, r.Star, r.Read, key)
	return err
}

// takeState gives a new article the state that its reader brings along.
func (w *writer) takeState(key int64, prior *articles.State) error {
	if prior == nil {
		return nil
	}
	anchor, err := encodeAnchor(prior.Place.Anchor)
	if err != nil {
		return err
	}
	_, err = w.exec(`UPDATE article SET views = ?, viewed = ?, opened = ?, read = ?, starred = ?, archived = ?, progress = ?, anchor = ?
		WHERE key = ?`, max(0, prior.Views), prior.Opened.UnixMilli(), prior.Opened.UnixMilli(), prior.Read, prior.Starred,
		prior.Archived, share(prior.Place.Progress), anchor, key)
	return err
}

func (w *writer) update(key int64, a *articles.Article, sum []byte, anatomy string) error {
	_, old, err := w.load(a.ID)
	if err != nil {
		return err
	}
	if w.isAdded(key) { // earlier in this batch: what waits to be written is dropped now
		if err := w.flush(); err != nil {
			return err
		}
	}
	w.drop(key, traits(old))
	if _, err := w.exec(`DELETE FROM undone WHERE id = ?`, a.ID); err != nil {
		return err
	}
	if former := formerOf(old, a.Origin); former != nil {
		kept := *a
		kept.Former = former
		a = &kept
		if anatomy, err = encodeAnatomy(a); err != nil {
			return err
		}
	}
	if a, err = w.withOwn(key, a); err != nil {
		return err
	}
	w.add(key, traits(a))
	if err := w.unindex(key); err != nil {
		return err
	}
	if _, err := w.exec(`UPDATE article SET
		published = ?, zone = ?, file_time = ?, dated = ?, minutes = ?, words = ?, source_views = ?,
		title = ?, sort_title = ?, author = ?, site = ?, tags = ?, dek = ?, opening = nullif(?, '')
		WHERE key = ?`, append(listed(a, old.Added), key)...); err != nil {
		return err
	}
	original, err := w.takeOffText(key, a)
	if err != nil {
		return err
	}
	text, packed, err := w.text(key, a.Markdown)
	if err != nil {
		return err
	}
	if _, err = w.exec(`UPDATE body SET
		hash = ?, slug = ?, origin = ?, url = ?, anatomy = ?, markdown = ?, packed = ? WHERE key = ?`,
		sum, a.Slug, a.Origin, a.URL, anatomy, text, packed, key); err != nil {
		return err
	}
	if err := w.keepOriginal(key, original); err != nil {
		return err
	}
	return w.index(key, a, anatomy, false)
}

// text is the text of the article with a key as body keeps it: compressed, or as it is
// where that is no smaller. Of the two columns the other one is empty.
func (w *writer) text(key int64, markdown string) (text string, packed []byte, err error) {
	w.lastKey, w.lastText = key, markdown
	packed, ok, err := w.compress.Text(markdown)
	if err != nil || ok {
		return "", packed, err
	}
	return markdown, nil, nil
}

// listed is what the list shows of an article and sorts it by, in the order of
// insert and update.
func listed(a *articles.Article, added time.Time) []any {
	published, filed := stampOf(a.Published), fileTime(a)
	dated := a.Published
	switch {
	case !dated.IsZero():
	case !filed.IsZero():
		dated = filed
	default:
		dated = added
	}
	return []any{
		published.Milli, published.Zone, filed.UnixMilli(), dated.UnixMilli(), a.Length.Minutes(), a.Length.Total(), a.SourceViews,
		a.Title, spelling.SortTitle(a.Title), a.Author, a.Site, tags.Join(a.Tags), a.Dek, a.Opening,
	}
}

func (w *writer) add(key int64, all []trait)  { w.added = appendTraits(w.added, key, all) }
func (w *writer) drop(key int64, all []trait) { w.dropped = appendTraits(w.dropped, key, all) }

// isAdded reports whether traits of an article wait for flush.
func (w *writer) isAdded(key int64) bool {
	return slices.ContainsFunc(w.added, func(t traitOf) bool { return t.article == key })
}

func appendTraits(to []traitOf, key int64, all []trait) []traitOf {
	for _, t := range all {
		to = append(to, traitOf{t, key})
	}
	return to
}

// flush writes the traits and the words of all the articles that were put since the last.
func (w *writer) flush() error {
	if err := w.words.Flush(); err != nil {
		return err
	}
	if err := w.each(w.dropped, `DELETE FROM trait WHERE kind = ? AND value = ? AND article = ?`); err != nil {
		return err
	}
	if err := w.each(w.added, `INSERT INTO trait (kind, value, article) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`); err != nil {
		return err
	}
	w.added, w.dropped = w.added[:0], w.dropped[:0]
	return w.stories.Flush()
}

func (w *writer) each(all []traitOf, query string) error {
	slices.SortFunc(all, func(a, b traitOf) int {
		return cmp.Or(compareTraits(a.trait, b.trait), cmp.Compare(a.article, b.article))
	})
	for _, t := range all {
		if _, err := w.exec(query, t.kind, t.value, t.article); err != nil {
			return err
		}
	}
	return nil
}
