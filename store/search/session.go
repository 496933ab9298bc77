package search

import (
	"cmp"
	"context"
	"database/sql"
	"time"

	"lede/articles"
	"lede/articles/query"
	"lede/store/keyset"
)

// How many answers a session keeps: of a library of 100,000 articles a set takes 12 kB, and
// an order of all of them 800.
const (
	mostSets  = 200
	mostLists = 8
)

// Session answers one query after another, and keeps what it found out for the next: who
// types asks for nearly the same each time. What it keeps is good until somebody changes
// the library.
type Session struct {
	db   *sql.DB
	free chan struct{} // holds one thing while nobody asks
	conn *sql.Conn     // on which alone SQLite tells whether others wrote; nil till it is needed

	version int64 // of the library, of which these are
	sets    map[string]keyset.Set
	lists   map[string][]int64
}

// NewSession makes a session over a library, from whose connections it takes one.
func NewSession(db *sql.DB) *Session {
	s := &Session{db: db, free: make(chan struct{}, 1)}
	s.free <- struct{}{}
	s.forget()
	return s
}

func (s *Session) forget() {
	s.sets, s.lists = map[string]keyset.Set{}, map[string][]int64{}
}

// Close gives the connection back.
func (s *Session) Close() error {
	<-s.free
	defer func() { s.free <- struct{}{} }()
	if s.conn == nil {
		return nil
	}
	err := s.conn.Close()
	s.conn = nil
	return err
}

// Find finds the articles that a query asks for, in its own order or else in the one
// given. Times are told from now on.
func (s *Session) Find(ctx context.Context, q query.Query, order articles.Order, now time.Time) (found articles.Found, err error) {
	err = s.ask(ctx, func(tx *sql.Tx) error {
		found, err = find(ctx, tx, s, q, order, now)
		return err
	})
	return found, err
}

// Count is how many articles Find would find, but for those that may have been meant.
func (s *Session) Count(ctx context.Context, q query.Query, now time.Time) (n int, err error) {
	err = s.ask(ctx, func(tx *sql.Tx) error {
		literal, more, err := (&searcher{ctx: ctx, tx: tx, kept: s, now: now}).sets(q)
		n = literal.Len() + more.Len()
		return err
	})
	return n, err
}

// ask asks something when nobody else does.
func (s *Session) ask(ctx context.Context, do func(tx *sql.Tx) error) error {
	select {
	case <-s.free:
		defer func() { s.free <- struct{}{} }()
	case <-ctx.Done():
		return ctx.Err()
	}
	used := s.conn != nil
	err := s.within(ctx, do)
	if err == nil || s.conn == nil || ctx.Err() != nil {
		return err
	}
	_ = s.conn.Close() // it may be that of a question that was ended in its middle
	if s.conn = nil; !used {
		return err
	}
	return s.within(ctx, do)
}

func (s *Session) within(ctx context.Context, do func(tx *sql.Tx) error) error {
	if s.conn == nil {
		conn, err := s.db.Conn(ctx)
		if err != nil {
			return err
		}
		s.conn = conn
		s.forget()
	}
	tx, err := s.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	var version int64
	if err = tx.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version); err == nil {
		if version != s.version {
			s.forget()
			s.version = version
		}
		if len(s.sets) > mostSets {
			clear(s.sets)
		}
		if len(s.lists) > mostLists {
			clear(s.lists)
		}
		err = do(tx)
	}
	return cmp.Or(err, tx.Rollback())
}
