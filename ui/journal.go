package ui

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// journal holds the writes that were asked for and are not done yet. Bubble
// Tea drops the commands that have not run when a program ends; what a reader
// did just before is written all the same, by [journal.settle].
type journal struct {
	mu      sync.Mutex
	pending []*entry
}

type entry struct {
	once  sync.Once
	write func(context.Context) error
	err   error
}

// add notes a write and returns what runs it, once.
func (j *journal) add(write func(context.Context) error) func(context.Context) error {
	e := &entry{write: write}
	j.mu.Lock()
	j.pending = append(j.pending, e)
	j.mu.Unlock()
	return func(ctx context.Context) error {
		e.once.Do(func() { e.err = e.write(ctx) })
		j.mu.Lock()
		j.pending = slices.DeleteFunc(j.pending, func(other *entry) bool { return other == e })
		j.mu.Unlock()
		return e.err
	}
}

// settle runs what has not run, in the order in which it was asked for, and
// waits for what is running.
func (j *journal) settle(ctx context.Context) error {
	j.mu.Lock()
	pending := slices.Clone(j.pending)
	j.mu.Unlock()
	var errs []error
	for _, e := range pending {
		e.once.Do(func() { e.err = e.write(ctx) })
		errs = append(errs, e.err)
	}
	return errors.Join(errs...)
}
