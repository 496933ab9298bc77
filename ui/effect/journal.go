package effect

import (
	"context"
	"errors"
	"sync"
)

// journal holds the writes that were asked for and are not done yet, and does
// them in the order in which they were asked for, whatever the order in which
// their commands run. Bubble Tea drops the commands that have not run when a
// program ends; what a reader did just before is written all the same, by
// [journal.settle].
type journal struct {
	writing sync.Mutex // held while an entry is written: one at a time
	mu      sync.Mutex // guards pending
	pending []*entry
}

type entry struct {
	write func(context.Context) error
	done  bool // guarded by journal.writing, as is err
	err   error
}

// add notes a write and returns what does it, after all that was asked for
// before it.
func (j *journal) add(write func(context.Context) error) func(context.Context) error {
	e := &entry{write: write}
	j.mu.Lock()
	j.pending = append(j.pending, e)
	j.mu.Unlock()
	return func(ctx context.Context) error {
		j.writing.Lock()
		defer j.writing.Unlock()
		for !e.done {
			j.next(ctx)
		}
		return e.err
	}
}

// next does the oldest write; nil when there is none. The caller holds writing.
func (j *journal) next(ctx context.Context) *entry {
	j.mu.Lock()
	if len(j.pending) == 0 {
		j.mu.Unlock()
		return nil
	}
	e := j.pending[0]
	j.pending = j.pending[1:]
	j.mu.Unlock()
	e.err = e.write(ctx)
	e.done = true
	return e
}

// settle does what is not done.
func (j *journal) settle(ctx context.Context) error {
	j.writing.Lock()
	defer j.writing.Unlock()
	var errs []error
	for e := j.next(ctx); e != nil; e = j.next(ctx) {
		errs = append(errs, e.err)
	}
	return errors.Join(errs...)
}
