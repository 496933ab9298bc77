package effect

import (
	"context"
	"errors"
	"slices"
	"testing"
)

func TestJournalWritesOnceAndInTheOrderAsked(t *testing.T) {
	t.Parallel()
	var j journal
	var done []int
	note := func(n int) func(context.Context) error {
		return j.add(func(context.Context) error {
			done = append(done, n)
			return nil
		})
	}
	note(1)
	second := note(2)
	note(3)
	if err := second(t.Context()); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	j.add(func(context.Context) error { return broken })
	if err := j.settle(t.Context()); !errors.Is(err, broken) {
		t.Errorf("settle: %v, want %v", err, broken)
	}
	if err := second(t.Context()); err != nil {
		t.Fatal(err)
	}
	if want := []int{1, 2, 3}; !slices.Equal(done, want) {
		t.Errorf("wrote %v, want %v", done, want)
	}
}
