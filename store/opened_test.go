package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"lede/articles"
)

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
