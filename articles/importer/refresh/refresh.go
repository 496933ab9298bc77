// Package refresh asks feeds for what is new, many at a time and politely, and
// folders of the disk, and hands it to the library.
package refresh

import (
	"context"
	"errors"
	"iter"
	"net/url"
	"runtime"
	"slices"
	"sync"
	"time"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/rules"
)

// Library is what a refresh needs of the store. Its methods are called by many
// at a time.
type Library interface {
	// Wanted reports of each entry whether its page is to be fetched, if the feed
	// has only a summary.
	Wanted(ctx context.Context, f articles.Feed, listed []articles.Entry) ([]bool, error)
	// RefreshedWithin keeps what a check of a feed brought: all of it or nothing. What it
	// brings up to date is part of a change.
	RefreshedWithin(ctx context.Context, c *articles.Change, f articles.Feed, listed []articles.Entry) (articles.News, error)

	// Made reports whether an article was made of an original, see [importer.Hint].
	Made(ctx context.Context, id articles.ID, o *articles.Original) (bool, error)
	// IsKeptOut reports whether the reader took an article of a folder out, or undid what
	// an original gives it.
	IsKeptOut(ctx context.Context, id articles.ID, o *articles.Original) (bool, error)
	// PutAllWithin keeps what was read of files, see RefreshedWithin.
	PutAllWithin(ctx context.Context, c *articles.Change, all iter.Seq[*articles.Article], done func(*articles.Article, articles.Outcome, error)) error
	// FilesIn are the files in a folder that the library has articles of.
	FilesIn(ctx context.Context, path string) ([]string, error)

	// Rules are those of the library.
	Rules(ctx context.Context) ([]rules.Rule, error)
	// Unmute has what rules have muted be new again that are none of those in force, and
	// returns the keys of the feeds that list it.
	Unmute(ctx context.Context, inForce []rules.Rule) (feeds []int64, err error)
}

// atOnce is how many feeds are held at a time, on their way or in memory.
const atOnce = 2 * fetch.AtOnce

// Refresher asks feeds for what is new. It may be used by many at a time.
type Refresher struct {
	library Library
	client  *fetch.Client
	reader  string
	more    []rules.Rule

	// work is held by who computes: as many as leave a processor to the screens.
	work chan struct{}
	// pages is held by who fetches and reads a page.
	pages chan struct{}
}

// pagesAtOnce is how many pages are fetched and read at a time: reading one
// takes a processor for some time, which the screens want as well.
const pagesAtOnce = 4

// New returns a refresher. Reader names this program, see [articles.Original]. More rules
// act beside those of the library.
func New(l Library, c *fetch.Client, reader string, more ...rules.Rule) *Refresher {
	return &Refresher{
		library: l, client: c, reader: reader, more: more,
		work: make(chan struct{}, max(1, runtime.NumCPU()-1)), pages: make(chan struct{}, pagesAtOnce),
	}
}

// Progress is told how many of how many feeds and files are done; never by two at
// a time.
type Progress func(done, total int)

// Due asks those of the feeds that are due, the others are counted and named, and
// reads the folders.
func (r *Refresher) Due(ctx context.Context, feeds []articles.Feed, folders []articles.Folder, progress Progress) (articles.Refreshed, error) {
	var due []articles.Feed
	var out articles.Refreshed
	now := time.Now()
	for _, f := range feeds {
		if f.IsDue(now) {
			due = append(due, f)
			continue
		}
		if f.Muted {
			out.Muted++
			continue
		}
		if f.Gone {
			out.Gone++
		} else {
			out.Waiting++
		}
		out.Alone = append(out.Alone, f.Failed())
	}
	return r.run(ctx, due, folders, out, progress)
}

// Named asks feeds that the reader named, also those that failed lately or are
// gone, and reads the folders. A feed whose server asked to be left alone is left
// alone, and one that is muted.
func (r *Refresher) Named(ctx context.Context, feeds []articles.Feed, folders []articles.Folder, progress Progress) (articles.Refreshed, error) {
	var ask []articles.Feed
	var out articles.Refreshed
	now := time.Now()
	for _, f := range feeds {
		switch {
		case f.Muted:
			out.Failures = append(out.Failures, articles.Failure{
				Of: f.Label(), Why: "it is muted: lede feeds unmute has it asked again",
			})
		case f.IsHeld(now):
			out.Failures = append(out.Failures, articles.Failure{
				Of: f.Label(), Why: "its server asks to be left alone", Next: f.Held,
			})
		default:
			ask = append(ask, f)
		}
	}
	return r.run(ctx, ask, folders, out, progress)
}

// rules are those that act on what comes in.
func (r *Refresher) rules(ctx context.Context) ([]rules.Rule, error) {
	all, err := r.library.Rules(ctx)
	return append(all, r.more...), err
}

// run asks feeds and reads folders, at the same time, and adds to out what came of
// it. It ends early, with the error, when ctx ends or the library cannot be written
// at all; what was taken in by then stays.
func (r *Refresher) run(ctx context.Context, feeds []articles.Feed, folders []articles.Folder, out articles.Refreshed, progress Progress) (articles.Refreshed, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	all, err := r.rules(ctx)
	if err != nil {
		return out, err
	}
	anew, err := r.library.Unmute(ctx, all)
	if err != nil {
		return out, err
	}
	for i := range feeds {
		if slices.Contains(anew, feeds[i].Key) { // what did not change is to be sent again
			feeds[i].ETag, feeds[i].LastModified = "", ""
		}
	}
	out.Feeds += len(feeds) + len(out.Failures)
	out.Folders += len(folders)
	t := &turn{
		Refresher: r, stop: stop, progress: progress, rules: all, ask: rules.Ask(all, rules.Source{}), total: len(feeds), out: out,
		change: articles.Change{Kind: articles.Refreshing},
	}
	var wait sync.WaitGroup
	wait.Go(func() { t.readFolders(ctx, folders) })
	t.askFeeds(ctx, feeds)
	wait.Wait()
	t.out.Failures = append(t.out.Failures, t.failures...)
	return t.out, context.Cause(ctx)
}

// turn is one run of a refresh.
type turn struct {
	*Refresher
	stop     context.CancelCauseFunc
	progress Progress
	rules    []rules.Rule
	ask      func(*articles.Article) articles.Ruling // of what is in folders
	change   articles.Change                         // the library's: of all that is brought up to date

	mu          sync.Mutex // guards what follows
	done, total int
	out         articles.Refreshed
	failures    []articles.Failure // of folders, which are told after those of feeds
}

// step says that a feed or a file is done, and counts what came of it.
func (t *turn) step(count func(*articles.Refreshed)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	count(&t.out)
	t.done++
	t.progress(t.done, max(t.done, t.total))
}

// askFeeds asks feeds, several at a time and few of each host. The failures stand
// in the order of the feeds.
func (t *turn) askFeeds(ctx context.Context, feeds []articles.Feed) {
	failures := make([]*articles.Failure, len(feeds))
	slots := make(chan struct{}, atOnce)
	var wait sync.WaitGroup
	for _, queue := range byHost(feeds) {
		next := make(chan int, len(queue))
		for _, at := range queue {
			next <- at
		}
		close(next)
		for range min(fetch.PerHost, len(queue)) {
			wait.Go(func() {
				for at := range next {
					select {
					case slots <- struct{}{}:
					case <-ctx.Done():
						return
					}
					news, failure, err := t.check(ctx, feeds[at])
					<-slots
					if errors.Is(err, articles.ErrLibrary) {
						t.stop(err) // the others would fail in the same way
					}
					if ctx.Err() != nil {
						return
					}
					failures[at] = failure
					t.step(func(out *articles.Refreshed) {
						out.Added += news.Added
						out.Updated += news.Updated
						out.Pruned += news.Pruned
						out.Ruled.Add(news.Ruled)
					})
				}
			})
		}
	}
	wait.Wait()
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, f := range failures {
		if f != nil {
			t.out.Failures = append(t.out.Failures, *f)
		}
	}
}

// byHost gathers the places of the feeds of each host.
func byHost(feeds []articles.Feed) map[string][]int {
	hosts := map[string][]int{}
	for i := range feeds {
		host := feeds[i].URL
		if u, err := url.Parse(host); err == nil {
			host = u.Host
		}
		hosts[host] = append(hosts[host], i)
	}
	return hosts
}

// compute runs f when a processor is free for it.
func (r *Refresher) compute(ctx context.Context, f func() error) error {
	select {
	case r.work <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	defer func() { <-r.work }()
	return f()
}

// isFetch returns the fetch's error in err.
func isFetch(err error) (*fetch.Error, bool) { return errors.AsType[*fetch.Error](err) }
