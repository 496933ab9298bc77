package screen

import (
	"context"
	"strings"
	"sync"
	"time"

	"lede/articles"
	"lede/store"
	"lede/ui"
	"lede/ui/cli/lookup"
)

// ahead are the pages that are on their way before the screens are there.
type ahead struct {
	mu    sync.Mutex
	pages map[string]*coming
}

// coming is one of them.
type coming struct {
	cancel context.CancelFunc
	done   chan struct{}
	all    []ui.Reading
	err    error
}

// fetchAhead begins to fetch those of refs that are addresses which the library
// does not have. A page that is named alone it waits a moment for: what is there
// at once, or is known not to be, needs no screen that says that it is fetched.
// Otherwise it returns the address that the screens are to wait for.
func (s sources) fetchAhead(ctx context.Context, lib *store.Store, refs []string) (awaited string, _ error) {
	for _, ref := range refs {
		if !articles.IsWeb(ref) {
			continue
		}
		t, err := lookup.Kept(ctx, s.Intake, lib, ref)
		if err != nil {
			return "", err
		}
		if t != nil {
			continue
		}
		if c := s.begin(ctx, ref); len(refs) == 1 && !c.within(250*time.Millisecond) {
			return ref, nil
		}
	}
	return "", nil
}

func (s sources) begin(ctx context.Context, ref string) *coming {
	ctx, cancel := context.WithCancel(ctx)
	c := &coming{cancel: cancel, done: make(chan struct{})}
	address, _, _ := strings.Cut(ref, "#")
	s.ahead.mu.Lock()
	defer s.ahead.mu.Unlock()
	s.ahead.pages[address] = c
	go func() {
		defer close(c.done)
		all, err := s.Intake.Fetch(ctx, address, nil)
		c.all, c.err = inReader(all), err
	}()
	return c
}

// within waits for the page, but not for long.
func (c *coming) within(d time.Duration) bool {
	select {
	case <-c.done:
		return true
	case <-time.After(d):
		return false
	}
}

// take gives what waits for the page at an address, once: who comes back to it
// wants it as it is then.
func (a *ahead) take(ref string) (wait func(context.Context) ([]ui.Reading, error), ok bool) {
	address, _, _ := strings.Cut(ref, "#")
	a.mu.Lock()
	defer a.mu.Unlock()
	c, ok := a.pages[address]
	delete(a.pages, address)
	return func(ctx context.Context) ([]ui.Reading, error) {
		defer c.cancel()
		select {
		case <-c.done:
			return c.all, c.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}, ok
}
