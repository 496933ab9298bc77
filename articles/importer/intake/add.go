package intake

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/memory"
	"lede/articles/rules"
)

// Options are how things are to be added.
type Options struct {
	Bookmark bool   // of what stands on the web, only title, address and description
	Images   bool   // of what stands on the web, the images too
	Text     string // an article to add too, such as what is on the clipboard; empty for none
}

// Event is what is told while things are taken in, each time that one of them is
// done: the zero Event is an article that is in the library.
type Event struct {
	Err   error                // why it is not
	Image bool                 // Err is about one of its images, and more is told of it
	Feed  *articles.Subscribed // it is a feed
	List  *articles.FeedList   // it is a list of feeds
}

// run is one run of adding.
type run struct {
	*Intake
	ctx  context.Context
	stop context.CancelCauseFunc
	tell func(Event)
	did  articles.Intake
	// change is what it does to the library, which is undone as one.
	change articles.Change
	// Rules are asked of what is found in folders, and of what is named.
	askFound, askNamed func(*articles.Article) articles.Ruling

	mu    sync.Mutex  // guards what files read at the same time change: did.Warnings, and
	known articles.ID // the last article that was not read again
}

// Add puts into the library what words name: what stands at web addresses, files,
// folders, which are read again from then on, feeds and lists of them, which are
// subscribed to, as is the list in an export of a library, and the standard input for -. What is there already is brought up
// to date. What cannot be read is told and does not stop the rest. It ends early,
// with the error, when ctx ends or the library cannot be written at all; what was
// taken in by then stays. Events are told by one goroutine.
func (in *Intake) Add(ctx context.Context, words []string, o Options, tell func(Event)) (articles.Intake, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	defer memory.Tighten()()
	r := &run{Intake: in, ctx: ctx, stop: stop, tell: tell, change: articles.Change{Kind: articles.Adding}}
	own, err := in.rules(ctx)
	if err != nil {
		return r.did, err
	}
	r.askFound, r.askNamed = rules.Ask(own, rules.Source{}), rules.Ask(own, rules.Source{Named: true})
	if o.Text != "" {
		g, err := importer.Hint{}.Read("", o.Text)
		r.put(itemOf("", g, err))
	}
	var addresses, lists, paths []string
	for _, word := range words {
		word = Meant(word)
		switch KindOf(word) {
		case Address:
			addresses = append(addresses, word)
		case List:
			lists = append(lists, word)
		case Foreign:
			r.fail(refuse(word, NoAddress))
		case Several:
			r.fail(refuse(word, TwoAtOnce))
		case Missing:
			r.fail(refuse(word, NotThere))
		default:
			paths = append(paths, word)
			if list := exportedFeeds(word); list != "" {
				lists = append(lists, list)
			}
		}
	}
	r.addAddresses(addresses, o)
	r.addLists(lists)
	err = r.addPaths(paths)
	for _, path := range paths {
		if err == nil {
			err = r.addLibrary(path)
		}
	}
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err == nil {
		err = in.remember(ctx, &r.change, paths)
	}
	if err == nil && r.did.IsEmpty() {
		err = refuse(strings.Join(words, ", "), NothingIn)
	}
	if r.did.Last == nil && r.did.Articles() == 1 && err == nil && r.known != "" {
		r.did.Last, _, err = in.lib.Article(ctx, r.known)
	}
	slices.Sort(r.did.Warnings) // the same order however many processors there are
	return r.did, err
}

// Count is how many things [Intake.Add] will tell of, or a few more.
func Count(ctx context.Context, words []string) int {
	n := 0
	var paths []string
	for _, word := range words {
		word = Meant(word)
		if kind := KindOf(word); kind == Address || kind == List {
			n++
		} else {
			paths = append(paths, word)
		}
		if exportedFeeds(word) != "" {
			n++
		}
	}
	return n + importer.Count(ctx, paths)
}

func (r *run) addAddresses(addresses []string, o Options) {
	for item := range r.fetchAll(r.ctx, addresses, importer.Hint{Bookmark: o.Bookmark, Images: o.Images}) {
		if !isFeed(item.Bundle) || o.Bookmark {
			r.put(item)
			continue
		}
		did, err := r.subscribeHere(r.ctx, item.Bundle)
		if err != nil {
			r.fail(err)
			continue
		}
		r.did.Feeds = append(r.did.Feeds, did)
		r.tell(Event{Feed: &did})
	}
}

func (r *run) addLists(paths []string) {
	for _, path := range paths {
		did, err := r.TakeList(r.ctx, path)
		if err != nil {
			r.fail(err)
			continue
		}
		r.did.Lists = append(r.did.Lists, did)
		r.tell(Event{List: &did})
	}
}

// addPaths takes in files and folders, and the standard input.
func (r *run) addPaths(paths []string) error {
	h := r.hint(r.ctx)
	if made := h.Known; made != nil {
		h.Known = func(id articles.ID, o *articles.Original) bool {
			known := made(id, o)
			if known {
				r.mu.Lock()
				defer r.mu.Unlock()
				r.known = id
			}
			return known
		}
	}
	r.did.Passed = map[string]int{}
	h.Passed = func(name string) { r.did.Passed[strings.ToLower(filepath.Ext(name))]++ }
	h.Warn = func(err error) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.did.Warnings = append(r.did.Warnings, err.Error())
	}
	return r.lib.PutAllWithin(r.ctx, &r.change, r.articlesAt(paths, h), r.done)
}

// articlesAt reads what is at the paths.
func (r *run) articlesAt(paths []string, h importer.Hint) iter.Seq[*articles.Article] {
	return func(yield func(*articles.Article) bool) {
		if slices.Contains(paths, "-") {
			paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return path == "-" })
			if !r.hand(r.stdin(), yield) {
				return
			}
		}
		for item := range h.Walk(r.ctx, paths) {
			if item.Known {
				r.count(nil, articles.Unchanged)
			} else if !r.hand(item, yield) {
				return
			}
		}
	}
}

// stdin is what comes by the standard input.
func (r *run) stdin() importer.Item {
	if r.Stdin == nil {
		return importer.Item{Err: refuse("-", IsKeyboard)}
	}
	g, err := importer.Hint{}.Stream(r.ctx, r.Stdin)
	item := importer.Item{Bundle: g.Bundle, Err: err}
	if g.Article != nil {
		item.Article = g.Finish()
	}
	return item
}

// put puts in what came from a slow source: each article as it comes.
func (r *run) put(item importer.Item) {
	r.hand(item, func(a *articles.Article) bool {
		outcome, err := r.putFetched(r.ctx, &r.change, a)
		r.done(a, outcome, err)
		return r.ctx.Err() == nil
	})
	if r.did.Of = ""; item.Bundle != nil {
		r.did.Of = item.Bundle.Title
	}
	for _, err := range item.Lost {
		r.did.Lost++
		r.tell(Event{Err: err, Image: true})
	}
}

// hand gives on the articles of an item, and tells what could not be read of it;
// false when no more are wanted.
func (r *run) hand(item importer.Item, yield func(*articles.Article) bool) bool {
	if item.Err != nil {
		r.fail(item.Err)
		return true
	}
	ask := r.askNamed
	if item.Found {
		ask = r.askFound
	}
	give := func(a *articles.Article) bool {
		if a.Added.IsZero() { // else its reader has had it, and did with it what they wanted
			a.Rule = ask
		}
		return yield(a)
	}
	if item.Bundle == nil {
		return give(item.Article)
	}
	empty := true
	for e, err := range item.Bundle.All() {
		empty = false
		if err != nil {
			r.fail(err)
		} else if !give(e.Article) {
			return false
		}
	}
	if empty {
		r.fail(NoArticles(item.Path, item.Bundle))
	}
	return true
}

// done counts what became of an article.
func (r *run) done(a *articles.Article, outcome articles.Outcome, err error) {
	switch {
	case err == nil:
		r.count(a, outcome)
	case errors.Is(err, articles.ErrLibrary):
		r.stop(err) // the next would fail in the same way
	default:
		r.fail(err)
	}
}

func (r *run) count(a *articles.Article, outcome articles.Outcome) {
	r.did.Outcomes[outcome]++
	if a != nil && outcome != articles.Muted {
		r.did.Ruled.Count(a.Ruled)
		r.did.Last = a
	}
	r.tell(Event{})
}

// fail tells why something is not added.
func (r *run) fail(err error) {
	if r.ctx.Err() != nil {
		return // told once, at the end
	}
	r.did.Fail(err)
	r.tell(Event{Err: err})
}
