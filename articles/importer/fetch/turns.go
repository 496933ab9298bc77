package fetch

import (
	"context"
	"sync"
)

// turns lets so many requests at a time through, of all and of each host.
type turns struct {
	all     chan struct{}
	perHost int

	mu    sync.Mutex
	hosts map[string]*queue // those that somebody is at or waits for
}

type queue struct {
	places chan struct{}
	users  int // that hold a place or wait for one
}

func newTurns(perHost, atOnce int) *turns {
	return &turns{all: make(chan struct{}, atOnce), perHost: perHost, hosts: map[string]*queue{}}
}

// take waits for a turn at host and returns what gives it back. The host comes
// first: who waits for a slow one keeps nobody from the others.
func (t *turns) take(ctx context.Context, host string) (func(), error) {
	q := t.join(host)
	select {
	case q.places <- struct{}{}:
	case <-ctx.Done():
		t.leave(host, q)
		return nil, context.Cause(ctx)
	}
	select {
	case t.all <- struct{}{}:
	case <-ctx.Done():
		<-q.places
		t.leave(host, q)
		return nil, context.Cause(ctx)
	}
	return func() {
		<-t.all
		<-q.places
		t.leave(host, q)
	}, nil
}

func (t *turns) join(host string) *queue {
	t.mu.Lock()
	defer t.mu.Unlock()
	q := t.hosts[host]
	if q == nil {
		q = &queue{places: make(chan struct{}, t.perHost)}
		t.hosts[host] = q
	}
	q.users++
	return q
}

func (t *turns) leave(host string, q *queue) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if q.users--; q.users == 0 {
		delete(t.hosts, host)
	}
}
