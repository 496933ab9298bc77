package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"lede/articles"
	"lede/store/clean"
	"lede/store/fulltext"
	"lede/store/spelling"
	"lede/store/stories"
)

// What Related looks at, at most. They bound its time in a library of any
// size: of a tag that half the library shares, only the newest are candidates.
const (
	mostSharing  = 200 // articles that share one trait, the last added first
	mostOnSite   = 40
	mostLinks    = 50 // links of one kind that are followed
	mostTags     = 8
	mostNear     = 60 // articles that share telling words
	mostCompared = 60 // candidates that are looked up and ranked
)

// Related returns at most n articles that stand near a, nearest first, each
// with its reason; a need not be in the library. What a itself lists as
// related, and the library does not have, comes in its place with a title and
// a URL only.
func (s *Store) Related(ctx context.Context, a *articles.Article, n int) ([]articles.Related, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	tx, err := s.read.BeginTx(ctx, nil) // one state of the library throughout
	if err != nil {
		return nil, s.wrap("find related articles", err)
	}
	g := gatherer{ctx: ctx, tx: tx, found: map[int64]*articles.Candidate{}}
	err = g.gather(a)
	var out []articles.Related
	if err == nil {
		var candidates []articles.Candidate
		if candidates, err = g.candidates(a.ID); err == nil {
			out = articles.Rank(candidates, n)
		}
	}
	return out, s.wrap("find related articles", cmp.Or(err, tx.Rollback()))
}

// gatherer collects the articles that share something with a subject.
type gatherer struct {
	ctx    context.Context //nolint:containedctx // lives as long as one call
	tx     *sql.Tx
	lookup *sql.Stmt

	found   map[int64]*articles.Candidate // by key
	outside []articles.Candidate          // listed, but not in the library
}

func (g *gatherer) gather(a *articles.Article) error {
	var err error
	g.lookup, err = g.tx.PrepareContext(g.ctx,
		`SELECT article FROM trait WHERE kind = ? AND value = ? ORDER BY article DESC LIMIT ?`)
	if err != nil {
		return err
	}
	return cmp.Or(g.listed(a), g.links(a), g.kin(a), g.words(a), g.lookup.Close())
}

// listed finds the articles that a itself names as related, by address, or
// else by title.
func (g *gatherer) listed(a *articles.Article) error {
	for i, link := range a.Related[:min(mostLinks, len(a.Related))] {
		keys, err := g.sharing(kindAddress, spelling.Address(link.Target), mostSharing)
		if err == nil && len(keys) == 0 && link.Title != "" {
			keys, err = g.titled(link.Title)
		}
		if err != nil {
			return err
		}
		if len(keys) == 0 {
			g.outside = append(g.outside, outside(link, i+1))
		}
		for _, key := range keys[:min(1, len(keys))] { // a list names one article
			if c := g.of(key); c.Listed == 0 {
				c.Listed = i + 1
			}
		}
	}
	return nil
}

func outside(link articles.Link, place int) articles.Candidate {
	c := articles.Candidate{Listed: place}
	c.Title = cmp.Or(link.Title, link.Target)
	if articles.IsWeb(link.Target) {
		c.URL = link.Target
	}
	return c
}

func (g *gatherer) titled(title string) ([]int64, error) {
	rows, err := g.tx.QueryContext(g.ctx, `SELECT key FROM article INDEXED BY archived_title
		WHERE aside IN (0, 1, 2) AND archived IN (0, 1) AND sort_title = ? ORDER BY key DESC LIMIT 1`, spelling.SortTitle(title))
	if err != nil {
		return nil, err
	}
	return keysOf(rows)
}

// links finds the articles that a links to, and those that link to it.
func (g *gatherer) links(a *articles.Article) error {
	for _, link := range a.Links[:min(mostLinks, len(a.Links))] {
		keys, err := g.sharing(kindAddress, spelling.Address(link), mostSharing)
		if err == nil && len(keys) > 1 && !strings.Contains(link, ":") {
			keys, err = g.nearest(keys, a.Origin)
		}
		if err != nil {
			return err
		}
		for _, key := range keys {
			g.of(key).LinkedTo = true
		}
	}
	for _, name := range slices.Concat([]string{a.Origin, a.URL, a.Slug}, a.Aliases, a.Former) {
		err := g.mark(kindLink, spelling.Address(name), mostSharing, func(c *articles.Candidate) { c.LinkedFrom = true })
		if err != nil {
			return err
		}
	}
	return nil
}

// kin finds the articles of the same series, tags, author and site.
func (g *gatherer) kin(a *articles.Article) error {
	for _, tag := range a.Tags[:min(mostTags, len(a.Tags))] {
		err := g.mark(kindTag, spelling.Fold(tag), mostSharing, func(c *articles.Candidate) {
			if !slices.Contains(c.Tags, tag) {
				c.Tags = append(c.Tags, tag)
			}
		})
		if err != nil {
			return err
		}
	}
	if a.Part > 0 {
		err := g.mark(kindSeries, partOf(a.Series, a.Part+1), mostLinks, func(c *articles.Candidate) { c.Series, c.Next = a.Series, true })
		if err != nil {
			return err
		}
	}
	return cmp.Or(
		g.story(a.ID),
		g.mark(kindSeries, spelling.Fold(a.Series), mostSharing, func(c *articles.Candidate) { c.Series = a.Series }),
		g.mark(kindAuthor, spelling.Fold(a.Author), mostSharing, func(c *articles.Candidate) { c.SameAuthor = true }),
		g.mark(kindSite, spelling.Fold(a.Site), mostOnSite, func(c *articles.Candidate) { c.SameSite = true }),
	)
}

// story finds the copies of a story.
func (g *gatherer) story(id articles.ID) error {
	rows, err := g.tx.QueryContext(g.ctx, stories.Copies, id)
	if err != nil {
		return err
	}
	keys, err := keysOf(rows)
	for _, key := range keys {
		g.of(key).Story = true
	}
	return err
}

// words finds the articles that share telling words, and those of whose titles one stands
// in the text of the other.
func (g *gatherer) words(a *articles.Article) error {
	var own int64
	err := g.tx.QueryRowContext(g.ctx, `SELECT key FROM article WHERE id = ?`, a.ID).Scan(&own)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	subject, err := fulltext.Read(g.ctx, g.tx, own, a.Title, a.Markdown)
	if err != nil {
		return err
	}
	alike, copies, err := subject.Alike(g.ctx, g.tx, mostNear)
	if err != nil {
		return err
	}
	for _, other := range alike {
		c := g.of(other.Key)
		c.Shares, c.Nearness = other.Words, other.Score
	}
	mentioned, err := subject.Mentioned(g.ctx, g.tx)
	if err != nil {
		return err
	}
	for _, key := range mentioned {
		g.of(key).Mentioned = true
	}
	mentioning, err := subject.Mentioning(g.ctx, g.tx)
	if err != nil {
		return err
	}
	for _, key := range mentioning {
		g.of(key).Mentions = true
	}
	for _, key := range copies { // they stay where a person put them
		if c := g.found[key]; c != nil && !c.Story && c.Listed == 0 && !c.LinkedTo && !c.LinkedFrom && c.Series == "" {
			delete(g.found, key)
		}
	}
	return nil
}

// mark applies f to every article with a trait, at most so many.
func (g *gatherer) mark(k kind, value string, most int, f func(*articles.Candidate)) error {
	keys, err := g.sharing(k, value, most)
	for _, key := range keys {
		f(g.of(key))
	}
	return err
}

func (g *gatherer) sharing(k kind, value string, most int) ([]int64, error) {
	if value == "" {
		return nil, nil
	}
	rows, err := g.lookup.QueryContext(g.ctx, k, value, most)
	if err != nil {
		return nil, err
	}
	return keysOf(rows)
}

func (g *gatherer) of(key int64) *articles.Candidate {
	c := g.found[key]
	if c == nil {
		c = &articles.Candidate{}
		g.found[key] = c
	}
	return c
}

// candidates looks up what the nearest of those found are called.
func (g *gatherer) candidates(subject articles.ID) ([]articles.Candidate, error) {
	keys := make([]int64, 0, len(g.found))
	scores := make(map[int64]float64, len(g.found))
	for key, c := range g.found {
		keys = append(keys, key)
		scores[key] = c.Score()
	}
	slices.SortFunc(keys, func(a, b int64) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(b, a))
	})
	list, err := json.Marshal(keys[:min(mostCompared, len(keys))])
	if err != nil {
		return nil, err
	}
	rows, err := g.tx.QueryContext(g.ctx, `SELECT key, id, title, author, site, minutes, views, published, zone
		FROM article WHERE key IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return nil, err
	}
	out := g.outside
	for rows.Next() {
		var key int64
		var r articles.Related
		var at stamp
		if err := rows.Scan(&key, &r.ID, &r.Title, &r.Author, &r.Site, &r.Minutes, &r.Views, &at.Milli, &at.Zone); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		r.Published = at.time()
		if c := g.found[key]; r.ID != subject {
			clean.Related(&r)
			c.Related = r
			out = append(out, *c)
		}
	}
	return out, cmp.Or(rows.Err(), rows.Close())
}

func keysOf(rows *sql.Rows) ([]int64, error) {
	var keys []int64
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		keys = append(keys, key)
	}
	return keys, cmp.Or(rows.Err(), rows.Close())
}
