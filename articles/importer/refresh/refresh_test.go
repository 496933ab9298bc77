package refresh

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/store"
)

// site is a server whose pages a test sets, and which counts what is asked.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]http.HandlerFunc
	asked map[string]int
}

func newSite(t testing.TB) *site {
	s := &site{pages: map[string]http.HandlerFunc{}, asked: map[string]int{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked[r.URL.Path]++
		page := s.pages[r.URL.Path]
		s.mu.Unlock()
		if page == nil {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) set(path string, page http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = page
}

func (s *site) requests(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path]
}

// says is a page that is a text.
func says(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
}

// answers is a page that has a status and maybe headers, in pairs.
func answers(status int, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
	}
}

// rss is a feed of items, each "guid|link|title|text".
func rss(title string, items ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<rss version=\"2.0\"><channel><title>%s</title><link>https://a.example/</link>", title)
	for _, item := range items {
		f := strings.SplitN(item, "|", 4)
		fmt.Fprintf(&b, "<item><guid>%s</guid><link>%s</link><title>%s</title><description>%s</description></item>", f[0], f[1], f[2], f[3])
	}
	return b.String() + "</channel></rss>"
}

// reader is a library with feeds of a site, and what refreshes them.
type reader struct {
	*testing.T
	*site
	lib *store.Store
	*Refresher
}

func newReader(t *testing.T, paths ...string) *reader {
	t.Helper()
	lib, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	client := fetch.New(fetch.Options{Timeout: 5 * time.Second})
	t.Cleanup(client.Close)
	r := &reader{T: t, site: newSite(t), lib: lib, Refresher: New(lib, client, "test")}
	for _, path := range paths {
		r.subscribe(articles.Feed{URL: r.URL + path})
	}
	return r
}

func (r *reader) subscribe(f articles.Feed) {
	r.Helper()
	if _, err := r.lib.AddFeeds(r.Context(), []articles.Feed{f}); err != nil {
		r.Fatal(err)
	}
}

func (r *reader) feeds() []articles.Feed {
	r.Helper()
	all, err := r.lib.Feeds(r.Context())
	if err != nil {
		r.Fatal(err)
	}
	return all
}

func (r *reader) due() articles.Refreshed {
	r.Helper()
	did, err := r.Due(r.Context(), r.feeds(), nil, func(int, int) {})
	if err != nil {
		r.Fatal(err)
	}
	return did
}

func (r *reader) wants(did articles.Refreshed, want string) {
	r.Helper()
	got := did.Summary()
	for _, f := range did.Failures {
		got += "; " + f.String()
	}
	if !strings.HasPrefix(got, want) {
		r.Errorf("did %q, want %q", got, want)
	}
}

// texts are the titles and texts of the library, as they stand in it.
func (r *reader) texts() string {
	r.Helper()
	rows, err := r.lib.Rows(r.Context(), articles.Listing{}, articles.Span{N: 100})
	if err != nil {
		r.Fatal(err)
	}
	var out []string
	for _, row := range rows {
		a, _, err := r.lib.Article(r.Context(), row.ID)
		if err != nil {
			r.Fatal(err)
		}
		out = append(out, a.Title+": "+strings.TrimSpace(a.Markdown))
	}
	return strings.Join(out, "; ")
}

func (r *reader) has(want string) {
	r.Helper()
	if got := r.texts(); got != want {
		r.Errorf("the library has %q, want %q", got, want)
	}
}

func TestRefresh(t *testing.T) {
	t.Parallel()
	r := newReader(t, "/feed")
	r.set("/feed", says(rss("The A", "1|https://a.example/1|One|First.", "2|https://a.example/2|Two|Second.")))
	r.wants(r.due(), "2 new")
	r.has("One: First.; Two: Second.")
	r.wants(r.due(), "nothing new")
	r.set("/feed", says(rss("The A", "3|https://a.example/3|Three|Third.", "1|https://a.example/one|One|First, edited.")))
	r.wants(r.due(), "1 new, 1 updated")
	r.has("Three: Third.; One: First, edited.; Two: Second.")
	f := r.feeds()[0]
	if f.Title != "The A" || f.Site != "https://a.example/" || f.Articles != 3 || f.Checked.IsZero() {
		t.Errorf("the feed is %+v", f)
	}
	rows, err := r.lib.Rows(t.Context(), articles.Listing{}, articles.Span{N: 1})
	if err != nil || rows[0].Site != "The A" {
		t.Errorf("the site is %q, %v", rows[0].Site, err)
	}
}

func TestConditionalRequests(t *testing.T) {
	t.Parallel()
	r := newReader(t, "/etag", "/date")
	var whole atomic.Int64
	page := func(ask, value string, say ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, q *http.Request) {
			if q.Header.Get(ask) == value {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			whole.Add(1)
			w.Header().Set(say[0], value)
			fmt.Fprint(w, rss(say[1], "1||"+say[1]+"|Text."))
		}
	}
	r.set("/etag", page("If-None-Match", `"v1"`, "ETag", "A"))
	r.set("/date", page("If-Modified-Since", "Sun, 08 Feb 2026 12:00:00 GMT", "Last-Modified", "B"))
	r.wants(r.due(), "2 new")
	for range 3 {
		r.wants(r.due(), "nothing new")
	}
	if whole.Load() != 2 || r.requests("/etag") != 4 {
		t.Errorf("%d whole answers, %d requests", whole.Load(), r.requests("/etag"))
	}
}

func TestFailuresAreNamedAndWaitedFor(t *testing.T) {
	t.Parallel()
	r := newReader(t, "/busy", "/broken", "/gone", "/good", "/slow", "/page")
	r.set("/busy", answers(429, "Retry-After", "3600"))
	r.set("/broken", answers(503))
	r.set("/gone", answers(410))
	r.set("/slow", func(_ http.ResponseWriter, q *http.Request) { <-q.Context().Done() })
	r.set("/page", says("<html><body><p>Nothing to see.</p></body></html>"))
	r.set("/good", says(rss("Good", "1||One|Text.")))
	did := r.due()
	r.wants(did, "1 new, 5 failed")
	for i, want := range []string{
		r.URL + "/busy: answered 429 Too Many Requests: try again in 60 minutes",
		r.URL + "/broken: answered 503 Service Unavailable: try again later",
		r.URL + "/gone: answered 410 Gone",
		r.URL + "/slow: was not sent within 5s: try again later",
		r.URL + "/page: has no feed in it",
	} {
		if i < len(did.Failures) && !strings.HasPrefix(did.Failures[i].String(), want) {
			t.Errorf("failure %d is %q, want %q", i, did.Failures[i].String(), want)
		}
	}
	again := r.due()
	r.wants(again, "nothing new, 4 left alone for now, 1 gone")
	for i, was := range did.Failures { // each is named again, with the same why and the same time
		if i >= len(again.Alone) || was.String() != again.Alone[i].String() || was.Next.IsZero() != strings.Contains(was.Why, "410 Gone") {
			t.Errorf("%q is told as %+v", was.String(), again.Alone)
		}
	}
	for path, want := range map[string]int{"/busy": 1, "/broken": 1, "/gone": 1, "/good": 2} {
		if got := r.requests(path); got != want {
			t.Errorf("%s was asked %d times, want %d", path, got, want)
		}
	}
	// Named, a feed is asked again, but not where its server said when.
	named := func(path, want string) {
		t.Helper()
		did, err := r.Named(t.Context(), articles.FindFeeds(r.feeds(), r.URL+path), nil, func(int, int) {})
		if err != nil {
			t.Fatal(err)
		}
		r.wants(did, want)
	}
	r.set("/busy", says(rss("Busy", "1||Two|Text.")))
	r.set("/broken", says(rss("Broken", "1||Three|Text.")))
	r.set("/gone", says(rss("Gone", "1||Four|Text.")))
	named("/busy", "1 failed; "+r.URL+"/busy: its server asks to be left alone; asked again after ")
	named("/broken", "1 new")
	named("/gone", "1 new")
	r.wants(r.due(), "nothing new, 3 left alone for now")
}

func TestPermanentRedirects(t *testing.T) {
	t.Parallel()
	r := newReader(t, "/old", "/temporary", "/lost")
	r.set("/new", says(rss("New", "1||One|Text.")))
	r.set("/other", says(rss("Other", "1||Two|Text.")))
	r.set("/page", says("<html><body>Sign in</body></html>"))
	r.set("/old", answers(301, "Location", "/new"))
	r.set("/temporary", answers(302, "Location", "/other"))
	r.set("/lost", answers(301, "Location", "/page"))
	r.wants(r.due(), "2 new, 1 failed")
	for i, want := range []string{"/new", "/temporary", "/lost"} {
		if got := r.feeds()[i].URL; got != r.URL+want {
			t.Errorf("feed %d is at %s, want %s", i, got, want)
		}
	}
	r.wants(r.due(), "nothing new, 1 left")
	if n := r.requests("/old"); n != 1 {
		t.Errorf("the old address was asked %d times", n)
	}
}

func TestFullTextOfPages(t *testing.T) {
	t.Parallel()
	r := newReader(t)
	words := strings.Repeat("A sentence of the whole text that stands on the page. ", 40)
	page := "<html><head><title>One</title></head><body><article><h1>One</h1><p>" + words + "</p><p>" + words + "</p></article></body></html>"
	r.set("/1", says(page))
	r.set("/feed", says(rss("A", "1|"+r.URL+"/1|One|Summary.", "2|"+r.URL+"/2|Two|Another.")))
	r.subscribe(articles.Feed{URL: r.URL + "/feed"})
	r.wants(r.due(), "2 new")
	r.has("One: Summary.; Two: Another.")
	f := r.feeds()[0]
	f.FullText = true
	if err := r.lib.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	r.wants(r.due(), "1 updated")
	if got := r.texts(); strings.Count(got, "whole text") != 80 || !strings.Contains(got, "Two: Another.") {
		t.Errorf("the library has %q", got)
	}
	for range 5 {
		r.wants(r.due(), "nothing new")
	}
	if one, two := r.requests("/1"), r.requests("/2"); one != 1 || two != 3 {
		t.Errorf("the pages were asked for %d and %d times", one, two)
	}
	rows, _ := r.lib.Rows(t.Context(), articles.Listing{}, articles.Span{N: 1})
	if rows[0].Words < 700 {
		t.Errorf("%d words are counted", rows[0].Words)
	}
}

func TestARefreshCanBeEnded(t *testing.T) {
	t.Parallel()
	r := newReader(t, "/a", "/b", "/slow")
	r.set("/a", says(rss("A", "1||One|Text.")))
	r.set("/b", says(rss("B", "1||Two|Text.")))
	ctx, cancel := context.WithCancel(t.Context())
	r.set("/slow", func(_ http.ResponseWriter, q *http.Request) { <-q.Context().Done() })
	did, err := r.Due(ctx, r.feeds(), nil, func(done, _ int) {
		if done == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	if did.Added != 2 || len(did.Failures) != 0 || r.feeds()[2].Failures != 0 {
		t.Errorf("did %+v", did)
	}
}

// failing is a library that cannot be written.
type failing struct{ *store.Store }

var errFull = fmt.Errorf("the disk is full: %w", articles.ErrLibrary)

func (failing) RefreshedWithin(context.Context, *articles.Change, articles.Feed, []articles.Entry) (articles.News, error) {
	return articles.News{}, errFull
}

func TestALibraryThatFailsEndsTheRefresh(t *testing.T) {
	t.Parallel()
	r := newReader(t, "/a", "/b", "/c", "/d", "/e", "/f")
	r.Refresher = New(failing{r.lib}, r.client, "test")
	if _, err := r.Due(t.Context(), r.feeds(), nil, func(int, int) {}); !errors.Is(err, errFull) {
		t.Errorf("ended with %v", err)
	}
}

func TestFewRequestsOfAHostAtATime(t *testing.T) {
	t.Parallel()
	r := newReader(t)
	var now, most atomic.Int64
	for i := range 20 {
		path := fmt.Sprintf("/%d", i)
		r.set(path, func(w http.ResponseWriter, _ *http.Request) {
			n := now.Add(1)
			defer now.Add(-1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(5 * time.Millisecond)
			fmt.Fprint(w, rss(path, "1||"+path+"|Text."))
		})
		r.subscribe(articles.Feed{URL: r.URL + path})
	}
	r.wants(r.due(), "20 new")
	if most.Load() > fetch.PerHost {
		t.Errorf("%d requests at a time", most.Load())
	}
}

// TestHostileFeeds: whatever a feed answers, it fails in one line, or is read,
// and stops nobody else.
func TestHostileFeeds(t *testing.T) {
	t.Parallel()
	hostile := []string{
		"", "\x00", "<rss", "<rss><channel>", "<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}]}",
		"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a '&a;&a;'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
		rss("\x1b[2J", "\x1b]0;x\x07|javascript:alert(1)|\x1b[31mRed|\u202etext"), strings.Repeat("<item>", 100_000),
	}
	r := newReader(t)
	for i, data := range hostile {
		path := fmt.Sprintf("/%d", i)
		r.set(path, says(data))
		r.subscribe(articles.Feed{URL: r.URL + path})
	}
	did := r.due()
	for _, f := range did.Failures {
		if strings.ContainsAny(f.String(), "\n\x1b") {
			t.Errorf("failure %q", f)
		}
	}
	if strings.ContainsAny(r.texts(), "\x1b\u202e") {
		t.Errorf("the library has %q", r.texts())
	}
	for _, f := range r.feeds() {
		if strings.Contains(f.Title, "\x1b") {
			t.Errorf("a feed is called %q", f.Title)
		}
	}
}

// BenchmarkRefresh is a refresh of 500 feeds, each with twenty articles: first
// all of it, then nothing new.
func BenchmarkRefresh(b *testing.B) {
	const feeds, each = 500, 20
	for _, what := range []string{"all new", "not modified", "nothing new"} {
		b.Run(what, func(b *testing.B) {
			s := newSite(b)
			text := "&lt;p&gt;" + strings.Repeat("Some words of an article, of which there are many in a feed. ", 40) + "&lt;/p&gt;"
			for i := range feeds {
				var items []string
				for n := range each {
					items = append(items, fmt.Sprintf("%d|https://a%d.example/%d|Article %d|%s", n, i, n, n, text))
				}
				body := rss(fmt.Sprint("Feed ", i), items...)
				s.set(fmt.Sprintf("/%d", i), func(w http.ResponseWriter, r *http.Request) {
					if what == "not modified" {
						w.Header().Set("ETag", `"1"`)
						if r.Header.Get("If-None-Match") != "" {
							w.WriteHeader(http.StatusNotModified)
							return
						}
					}
					fmt.Fprint(w, body)
				})
			}
			ctx := context.Background()
			var client *fetch.Client
			var lib *store.Store
			open := func() {
				var err error
				if lib, err = store.Open(ctx, filepath.Join(b.TempDir(), "library.db")); err != nil {
					b.Fatal(err)
				}
				var all []articles.Feed
				for i := range feeds {
					all = append(all, articles.Feed{URL: fmt.Sprintf("%s/%d", s.URL, i)})
				}
				if _, err := lib.AddFeeds(ctx, all); err != nil {
					b.Fatal(err)
				}
				client = fetch.New(fetch.Options{})
			}
			refresh := func() {
				all, err := lib.Feeds(ctx)
				if err != nil {
					b.Fatal(err)
				}
				did, err := New(lib, client, "test").Due(ctx, all, nil, func(int, int) {})
				if err != nil || len(did.Failures) > 0 {
					b.Fatal(did, err)
				}
			}
			open()
			if what != "all new" {
				refresh()
			}
			for first := true; b.Loop(); first = false {
				if what == "all new" && !first {
					b.StopTimer()
					_ = lib.Close()
					open()
					b.StartTimer()
				}
				refresh()
			}
			_ = lib.Close()
			client.Close()
		})
	}
}

// TestAFeedIsNotBlamedForTheNetworkHere: who comes online again need not wait.
func TestAFeedIsNotBlamedForTheNetworkHere(t *testing.T) {
	t.Parallel()
	r := newReader(t)
	const nowhere = "http://224.0.0.1/feed" // a group, to which no connection can be made
	_, err := r.client.Get(t.Context(), fetch.Request{URL: nowhere})
	if e, ok := isFetch(err); !ok || !e.IsOffline() {
		t.Skipf("this system says otherwise that no way leads to %s: %v", nowhere, err)
	}
	r.subscribe(articles.Feed{URL: nowhere})
	for range 2 {
		r.wants(r.due(), "1 failed; "+nowhere+": cannot be had: no way leads to ")
	}
	if f := r.feeds()[0]; f.Failures != 0 || f.Error != "" {
		t.Errorf("the feed is %+v", f)
	}
}
