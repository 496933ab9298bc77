package ui

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/store"
	"lede/store/storetest"
)

// busyLibrary is a library to which another program adds an article before each question
// of the list, for a while.
type busyLibrary struct {
	*store.Store
	left int
}

func (b *busyLibrary) add(ctx context.Context) {
	if b.left--; b.left < 0 {
		return
	}
	a := essay(fmt.Sprint("busy", b.left), 3)
	a.Published = time.Date(2030, 1, 1, 0, 0, b.left, 0, time.UTC)
	if _, err := b.Put(ctx, a); err != nil {
		panic(err)
	}
}

func (b *busyLibrary) Rows(ctx context.Context, l articles.Listing, s articles.Span) ([]articles.Row, error) {
	b.add(ctx)
	return b.Store.Rows(ctx, l, s)
}

func (b *busyLibrary) Index(ctx context.Context, l articles.Listing, r articles.Row) (int, error) {
	b.add(ctx)
	return b.Store.Index(ctx, l, r)
}

func (b *busyLibrary) Counts(ctx context.Context) (articles.Counts, error) {
	b.add(ctx)
	return b.Store.Counts(ctx)
}

// Place, rows and number are asked for one after another. Where the library changes in
// between, the list does not ask for ever, and shows what is there in the end.
func TestListWhileMuchIsAdded(t *testing.T) {
	t.Parallel()
	const n = 30
	for _, at := range []string{"", "G", "j j j j j", "G k k"} {
		for adds := range 12 {
			lib := openLibrary(t, n)
			busy := &busyLibrary{Store: lib}
			o := options(t, lib)
			o.Library = busy
			d := driveWith(t, lib, o)
			if at != "" {
				d.press(at)
			}
			id := d.a.list.Current().ID
			busy.left = adds
			for last := false; !last; { // each change has the list look again
				last = busy.left <= 0
				d.run(d.a.list.LookAgain())
			}
			if got := d.a.list.Current().ID; got != id {
				t.Fatalf("after %q and %d more: on %s, was on %s", at, adds, got, id)
			}
			d.sees(fmt.Sprintf("%d/%d", d.cursor()+1, n+adds))
		}
	}
}

// BenchmarkListWhileAdding is the time from a key of the list to the screen that it wants
// shown, with what is read from the library for it, while articles are added without end:
// the 95th and the 99th percentile.
func BenchmarkListWhileAdding(b *testing.B) {
	lib := openLibrary(b, 3000)
	d := driveWith(b, lib, options(b, lib))
	ctx, stop := context.WithCancel(b.Context())
	added, done := 0, make(chan error)
	go func() {
		done <- lib.PutAll(ctx, storetest.Articles(math.MaxInt), func(*articles.Article, articles.Outcome, error) { added++ })
	}()
	var all []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		d.press([]string{"j", "j", "j", "k", "G", "k", "g"}[i%7])
		_ = d.a.View().Content
		all = append(all, time.Since(start))
	}
	stop()
	if err := <-done; !errors.Is(err, context.Canceled) {
		b.Fatal(err)
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1e3, "p95-ms")
	b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1e3, "p99-ms")
	b.ReportMetric(float64(added), "added")
}
