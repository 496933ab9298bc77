package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/store"
)

// news is a refresh that puts n articles into the library, dated before and
// after all others.
func news(lib *store.Store, n int, did articles.Refreshed) func(context.Context, func(int, int)) (articles.Refreshed, error) {
	return func(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error) {
		progress(1, 2)
		for i := range n {
			a := essay(fmt.Sprint("news", i), 3)
			a.Published = time.Date(2030-20*(i%2), 1, 1, 0, 0, i, 0, time.UTC)
			if _, err := lib.Put(ctx, a); err != nil {
				return did, err
			}
		}
		return did, ctx.Err()
	}
}

func TestRefreshMovesNothing(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {40, 12}, {100, 50}, {20, 6}} {
		for _, n := range []int{1, 3, 12, 300} {
			for _, down := range slices.Compact([]int{0, min(1, n-1), min(7, n-1), n - 1}) {
				lib := openLibrary(t, n)
				d := drive(t, lib)
				d.a.refresh.run = news(lib, 8, articles.Refreshed{Feeds: 1, News: articles.News{Added: 8}})
				d.resize(size[0], size[1])
				for range down {
					d.press("j")
				}
				id, row := d.a.list.Current().ID, d.cursor()-d.top()
				d.press("r")
				if got := d.a.list.Current().ID; got != id || d.cursor()-d.top() != row {
					t.Fatalf("%d articles at %v, %d down: on %s in row %d, was on %s in row %d",
						n, size, down, got, d.cursor()-d.top(), id, row)
				}
				d.sees(fmt.Sprint(n + 8))
				d.press("j j k g")
				if d.cursor() != 0 || d.top() != 0 {
					t.Fatalf("g goes to row %d, with %d at the top", d.cursor(), d.top())
				}
				d.press("G")
				d.screen()
			}
		}
	}
}

func TestRefreshTellsWhatItDid(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 20)
	failures := []articles.Failure{{Of: "The A", Why: "answered 500"}, {Of: "The B", Why: "x"}}
	for _, c := range []struct {
		did  articles.Refreshed
		err  error
		want string
	}{
		{articles.Refreshed{Feeds: 3, News: articles.News{Added: 12, Updated: 3}, Failures: failures[:1]}, nil, "12 new, 3 updated, 1 failed: The A: answered 500"},
		{articles.Refreshed{Feeds: 3, Failures: failures}, nil, "nothing new, 2 failed: The A: answered 500; and 1 more"},
		{articles.Refreshed{Feeds: 3}, nil, "Nothing new."},
		{articles.Refreshed{}, nil, "No feeds and no folders yet"},
		{articles.Refreshed{}, errors.New("the disk is full"), "! refresh: the disk is full"},
	} {
		d := drive(t, lib)
		d.a.refresh.run = func(context.Context, func(int, int)) (articles.Refreshed, error) { return c.did, c.err }
		d.press("r")
		d.sees(c.want)
		d.seesNot("refresh 1")
	}
	d := drive(t, lib)
	d.press("r")
	d.sees("no refresh here")
}

func TestOneRefreshAtATime(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 20)
	d := drive(t, lib)
	d.a.refresh.run = news(lib, 2, articles.Refreshed{Feeds: 2, News: articles.News{Added: 2}})
	work := d.a.take(keyPress("r"))
	d.sees("refresh …", "1/20")
	d.press("r")
	d.sees("going on already")
	d.a.refresh.now.total.Store(500)
	d.a.refresh.now.done.Store(12)
	d.a.notice.Hush()
	d.pass(drawRefresh)
	d.sees("refresh 12/500 · 1/20")
	d.press("esc j enter")
	if !d.a.reading || d.a.refresh.now == nil {
		t.Error("esc ends the refresh, or nothing can be read meanwhile")
	}
	before := d.screen()
	d.run(work)
	d.sees("2 new")
	d.a.notice.Hush()
	if after := d.screen(); after != before {
		t.Errorf("the reader's screen changed:\n%s\nwas:\n%s", after, before)
	}
	d.press("q")
	d.sees("3/22")
}

func TestKeysDuringAReloadCount(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 50)
	d := drive(t, lib)
	reload := d.a.list.Reload()
	d.press("j j j")
	was := d.under()
	d.run(reload)
	if got := d.under(); got != was {
		t.Errorf("the cursor is on %q, was on %q", got, was)
	}
}

func TestTheEndIsReachedAfterAReload(t *testing.T) {
	t.Parallel()
	const n = 700 // the last is not loaded
	d := drive(t, openLibrary(t, n))
	for range 240 {
		d.press("j")
	}
	d.take(lookAgainMsg{})
	d.press("G")
	d.sees(fmt.Sprintf("%d/%d", n, n))
	d.press("/ q z")
	d.press("esc")
	if d.top() > n-d.rows() {
		t.Errorf("row %d of %d is at the top of %d rows", d.top(), n, d.rows())
	}
}

func TestRefreshWaitsWhileOneTypes(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 20)
	d := drive(t, lib)
	d.a.refresh.run = news(lib, 1, articles.Refreshed{Feeds: 1, News: articles.News{Added: 1}})
	work := d.a.take(keyPress("r"))
	d.press("/ x")
	d.run(work)
	d.seesNot("1 new")
	d.pass(drawRefresh)
	d.seesNot("1 new")
	d.press("esc")
	d.pass(drawRefresh)
	d.sees("1 new")
}

func TestTheEndStopsARefresh(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 20))
	began, ended := make(chan struct{}), make(chan struct{})
	d.a.refresh.run = func(ctx context.Context, _ func(int, int)) (articles.Refreshed, error) {
		close(began)
		<-ctx.Done()
		close(ended)
		return articles.Refreshed{}, ctx.Err()
	}
	work := d.a.startRefresh()
	go work()
	<-began
	d.a.refresh.stop()
	select {
	case <-ended:
	default:
		t.Error("the end comes before that of the refresh")
	}

	e := drive(t, d.lib)
	e.a.refresh.run = d.a.refresh.run
	_ = e.a.startRefresh() // and its command never runs
	e.a.refresh.stop()
}
