package store

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

func state(t testing.TB, s *Store, id articles.ID) articles.State {
	t.Helper()
	_, state, err := s.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return state
}

func TestViewCountsOncePerWhile(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	id := storetest.Article(0).ID
	start := time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		after  time.Duration
		counts bool
		views  int
	}{
		{0, true, 1},
		{0, false, 1},
		{articles.ViewAgain - time.Second, false, 1},
		{articles.ViewAgain, true, 2},
		{articles.ViewAgain + time.Minute, false, 2},
		{-time.Hour, true, 3}, // the clock was put right
	} {
		at := start.Add(test.after)
		counted, err := s.View(t.Context(), id, at)
		if err != nil || counted != test.counts {
			t.Errorf("view after %v counted: %v, %v", test.after, counted, err)
		}
		if got := state(t, s, id); got.Views != test.views {
			t.Errorf("after %v: %d views, want %d", test.after, got.Views, test.views)
		}
	}
	if got := state(t, s, id).Opened; !got.Equal(start.Add(articles.ViewAgain + time.Minute)) {
		t.Errorf("opened %v", got)
	}
}

func TestPlaceAndProgress(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	id := storetest.Article(0).ID
	anchor := articles.Anchor{Chunk: 120, Letters: 7, Words: "“less” is more\n"}
	for _, test := range []struct {
		place articles.Place
		want  articles.Place
	}{
		{articles.Place{Anchor: anchor, Progress: 0.5}, articles.Place{Anchor: anchor, Progress: 0.5}},
		{articles.Place{Progress: 0.2}, articles.Place{Progress: 0.5}},
		{articles.Place{Anchor: articles.Anchor{Chunk: -1}, Progress: math.NaN()}, articles.Place{Anchor: articles.Anchor{Chunk: -1}, Progress: 0.5}},
		{articles.Place{Progress: 7}, articles.Place{Progress: 1}},
	} {
		if err := s.SavePlace(t.Context(), id, test.place); err != nil {
			t.Fatal(err)
		}
		if got := state(t, s, id).Place; got != test.want {
			t.Errorf("saved %+v, got %+v, want %+v", test.place, got, test.want)
		}
	}
}

// TestShelfOfState: SQL and Go agree on where an article stands, and a mark
// that is taken back leaves it where it was.
func TestShelfOfState(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	id := storetest.Article(0).ID
	for _, progress := range []float64{0, articles.Begun, 0.021, 0.6, 0.999, 1} {
		if err := s.SavePlace(t.Context(), id, articles.Place{Progress: progress}); err != nil {
			t.Fatal(err)
		}
		for i, read := range []bool{false, true, false, false, true} {
			if err := s.SetRead(t.Context(), id, read); err != nil {
				t.Fatal(err)
			}
			archived := i > 2
			if _, err := s.Archive(t.Context(), archived, id); err != nil {
				t.Fatal(err)
			}
			got := state(t, s, id)
			var want articles.Counts
			want.Rows[articles.All] = 1
			if archived {
				want.Rows[articles.All], want.Rows[articles.Archive] = 0, 1
			}
			if got.Unread() {
				want.Rows[articles.Unread] = 1
			}
			if got.InProgress() {
				want.Rows[articles.InProgress] = 1
			}
			counts, err := s.Counts(t.Context())
			if err != nil || counts != want {
				t.Errorf("progress %v, read %v: counts %v, %v, want %v", progress, read, counts, err, want)
			}
			if got.Place.Progress != progress {
				t.Errorf("progress %v became %v", progress, got.Place.Progress)
			}
		}
	}
}

func TestStateOfNothing(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	now := time.Now()
	_, viewed := s.View(t.Context(), "nobody", now)
	_, _, article := s.Article(t.Context(), "nobody")
	for what, err := range map[string]error{
		"view": viewed, "article": article,
		"place":   s.SavePlace(t.Context(), "nobody", articles.Place{}),
		"read":    s.SetRead(t.Context(), "nobody", true),
		"starred": s.SetStarred(t.Context(), "nobody", true),
	} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, want := range []string{"newest", "by title"} {
		if err := s.SetSetting(t.Context(), "order", want); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Setting(t.Context(), "order"); err != nil || got != want {
			t.Errorf("setting is %q, %v; want %q", got, err, want)
		}
	}
	if got, err := s.Setting(t.Context(), "unknown"); got != "" || err != nil {
		t.Errorf("unknown setting: %q, %v", got, err)
	}
}

func TestKeptPlace(t *testing.T) {
	t.Parallel()
	s := open(t, filepath.Join(t.TempDir(), "library.db"))
	ctx, now := t.Context(), time.UnixMilli(1_700_000_000_000)
	place := articles.Place{Anchor: articles.Anchor{Chunk: 40, Letters: 3, Words: "a piece of the text"}, Progress: .5}
	if state, err := s.KeptPlace(ctx, "unknown"); err != nil || state != (articles.State{}) {
		t.Errorf("of what was never opened: %+v, %v", state, err)
	}
	for i := range mostOpened + 2 {
		if err := s.KeepPlace(ctx, articles.ID(fmt.Sprint(i)), place, now.Add(time.Duration(i)*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	if state, _ := s.KeptPlace(ctx, "1"); state != (articles.State{}) {
		t.Errorf("the oldest are kept: %+v", state)
	}
	earlier := articles.Place{Progress: .2}
	if err := s.KeepPlace(ctx, "2", earlier, now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	state, err := s.KeptPlace(ctx, "2")
	if err != nil || state.Place != (articles.Place{Progress: .5}) || !state.Opened.Equal(now.Add(time.Hour)) {
		t.Errorf("left at the top again: %+v, %v", state, err)
	}
	if state, _ := s.KeptPlace(ctx, "3"); state.Place != place {
		t.Errorf("kept is %+v", state.Place)
	}
}
