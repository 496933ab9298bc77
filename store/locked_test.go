package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"lede/articles"
	"lede/store/storetest"
)

// holdLock holds the lock of writers until its input ends.
func holdLock(ctx context.Context, path string, _ []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "held")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	return errors.Join(tx.Commit(), s.Close())
}

// While another program writes one reads, and what one writes waits for that.
func TestWriteWaitsForAnotherProgram(t *testing.T) {
	t.Parallel()
	s := library(t, 3)
	id := storetest.Article(1).ID
	cmd := program(t, "hold", s.path)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, len("held"))); err != nil {
		t.Fatal(err)
	}
	written := make(chan error)
	go func() {
		written <- errors.Join(s.SetStarred(t.Context(), id, true), s.SetSetting(t.Context(), "a", "b"), s.Own(t.Context(), id))
	}()
	other := open(t, s.path) // which nothing keeps from being opened
	if _, state, err := other.Article(t.Context(), id); err != nil || state.Starred {
		t.Errorf("while another program writes: %+v, %v", state, err)
	}
	select {
	case err := <-written:
		t.Errorf("written under the lock of another program: %v", err)
	default:
	}
	if err := errors.Join(in.Close(), cmd.Wait(), <-written); err != nil {
		t.Fatal(err)
	}
	if _, state, err := other.Article(t.Context(), id); err != nil || !state.Starred {
		t.Errorf("the star: %+v, %v", state, err)
	}
}

// A lock is asked for again for as long as it takes, up to patience; another error is
// none to wait for.
func TestPatience(t *testing.T) {
	t.Parallel()
	s, busy := &Store{patience: patience}, sqliteError(codeBusy)
	for want, says := range map[int][]error{
		4: {busy, fmt.Errorf("open library: %w", busy), s.fail(ErrLocked, busy), nil},
		2: {busy, ErrDamaged},
	} {
		tries := 0
		err := s.patiently(t.Context(), func() error {
			tries++
			return says[tries-1]
		})
		if tries != want || !errors.Is(err, says[want-1]) {
			t.Errorf("%d tries, %v; want %d and %v", tries, err, want, says[want-1])
		}
	}
}

type sqliteError int

func (e sqliteError) Error() string { return "SQLite says " + strconv.Itoa(int(e)) }
func (e sqliteError) Code() int     { return int(e) }

// addMany adds articles in several transactions and stars each.
func addMany(ctx context.Context, path string, _ []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	err = s.PutAll(ctx, storetest.Articles(600), func(a *articles.Article, outcome articles.Outcome, err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if outcome == articles.Added {
			fmt.Fprintln(out, "added")
		}
	})
	for i := range 60 {
		err = errors.Join(err, s.SetStarred(ctx, storetest.Article(i).ID, true))
	}
	return errors.Join(err, s.Close())
}

// Programs that write at once write all of it.
func TestProgramsWriteAtOnce(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	if got := strings.Count(strings.Join(together(t, 3, "add-many", s.path), ""), "added\n"); got != 600 {
		t.Errorf("%d articles were added, want 600", got)
	}
	if counts, err := s.Counts(t.Context()); err != nil || counts.Rows[articles.All] != 600 || counts.Rows[articles.Starred] != 60 {
		t.Errorf("%v, %v", counts, err)
	}
	sound(t, s)
}

// A newer program has changed the tables under this one: it reads on, and writes nothing
// as it was.
func TestOutrunByANewerProgram(t *testing.T) {
	t.Parallel()
	s := library(t, 3)
	id := storetest.Article(1).ID
	if err := s.SetRead(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	run(t, s.path, `PRAGMA user_version = 1000`)
	says(t, s.SetStarred(t.Context(), id, true), ErrNewer, s.path, "install the latest version")
	says(t, s.SetSetting(t.Context(), "a", "b"), ErrNewer, s.path, "install the latest version")
	err := s.PutAll(t.Context(), storetest.Articles(9), func(*articles.Article, articles.Outcome, error) {})
	says(t, err, ErrNewer, s.path, "install the latest version")
	if _, state, err := s.Article(t.Context(), id); err != nil || state.Starred || !state.Read {
		t.Errorf("%+v, %v", state, err)
	}
}

// A change that is ended in its middle says that, however it failed then.
func TestAnEndedChangeSaysSo(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	ctx, end := context.WithCancel(t.Context())
	err := s.change(ctx, func(tx *sql.Tx) error {
		stmt, err := tx.PrepareContext(ctx, `SELECT 1`)
		if err != nil {
			return err
		}
		end()
		for err == nil { // until what ended the context has closed it
			var n int
			err = stmt.QueryRowContext(context.WithoutCancel(ctx)).Scan(&n)
		}
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
