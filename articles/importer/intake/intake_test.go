package intake

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/foldertest"
	"lede/store"
)

// newIntake opens a new library and returns what takes things into it.
func newIntake(t *testing.T) (*Intake, *store.Store) {
	t.Helper()
	return intakeAt(t, filepath.Join(t.TempDir(), "library.db"))
}

func intakeAt(t *testing.T, path string) (*Intake, *store.Store) {
	t.Helper()
	lib, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	client := fetch.New(fetch.Options{})
	t.Cleanup(func() {
		client.Close()
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	return New(lib, func() *fetch.Client { return client }), lib
}

// paragraph is long enough for a page to have an article.
var paragraph = "<p>" + strings.Repeat("Some words about how wide a line may be, and why. ", 12) + "</p>"

func page(title string) string {
	return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + strings.Repeat(paragraph, 3) + "</article></body></html>"
}

const feedText = `<rss version="2.0"><channel><title>The Review</title><link>https://review.example/</link>` +
	`<item><title>One</title><link>https://review.example/1</link><description>Words.</description></item>` +
	`<item><title>Two</title><link>https://review.example/2</link><description>Words.</description></item></channel></rss>`

// serve serves pages on loopback, by their paths.
func serve(t *testing.T, pages map[string]string) string {
	t.Helper()
	s := newServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := pages[r.URL.Path]
		switch {
		case !ok:
			http.NotFound(w, r)
			return
		case strings.HasPrefix(text, "<rss"):
			w.Header().Set("Content-Type", "application/rss+xml")
		case strings.HasPrefix(text, "{"):
			w.Header().Set("Content-Type", "application/json")
		default:
			w.Header().Set("Content-Type", "text/html")
		}
		_, _ = w.Write([]byte(text)) // a client that is gone sees nothing
	}))
	return s.URL
}

// add adds things, and counts what is told.
func add(t *testing.T, in *Intake, o Options, things ...string) (did articles.Intake, events int, err error) {
	t.Helper()
	did, err = in.Add(t.Context(), things, o, func(Event) { events++ })
	return did, events, err
}

// TestAdd takes in one of each kind, and then the same again.
func TestAdd(t *testing.T) {
	t.Parallel()
	in, lib := newIntake(t)
	in.Stdin = strings.NewReader("# From a pipe\n\nWords.\n")
	site := serve(t, map[string]string{"/a": page("A Page"), "/feed": feedText})
	dir := foldertest.New(t, map[string]string{
		"note.md": "# A note\n\nWords.\n", "folder/one.md": "# One\n\nWords.\n", "folder/two.txt": "Two\n\nWords.\n", "folder/old.org": "* x",
		"list.opml":  `<opml version="2.0"><body><outline type="rss" xmlUrl="https://a.example/feed" text="A"/><outline type="rss" xmlUrl="exec:ls" text="B"/></body></opml>`,
		"saved.html": page("A saved page"), "feed.xml": feedText,
		"letter.eml": "From: a@b.example\nSubject: A letter\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nDear reader,\n\nwords.\n",
	})
	at := func(name string) string { return filepath.Join(dir, name) }
	things := []string{site + "/a", site + "/feed", at("note.md"), at("folder"), at("list.opml"), at("saved.html"), at("feed.xml"), at("letter.eml"), "-"}
	did, events, err := add(t, in, Options{Text: "# Copied\n\nWords.\n"}, things...)
	if err != nil || did.Failed != 0 {
		t.Fatalf("%+v, %v", did, err)
	}
	// The items of the feed were subscribed to before its file came.
	if want := [...]int{articles.Added: 8, articles.Unchanged: 2, articles.Muted: 0}; did.Outcomes != want {
		t.Errorf("outcomes %v, want %v", did.Outcomes, want)
	}
	if events != 12 { // ten articles, a feed and a list
		t.Errorf("%d things are told", events)
	}
	if len(did.Feeds) != 1 || did.Feeds[0].Was || did.Feeds[0].New != 2 || did.Feeds[0].Feed.Title != "The Review" || did.Feeds[0].Feed.Key == 0 {
		t.Errorf("feeds: %+v", did.Feeds)
	}
	if len(did.Lists) != 1 || did.Lists[0].Counts() != "1 added, 1 refused" || !strings.HasPrefix(did.Lists[0].Refused[0], "B is not kept: ") {
		t.Errorf("lists: %+v", did.Lists)
	}
	if got := did.PassedOver(); got != "1 passed over: 1 .org" {
		t.Errorf("passed over: %q", got)
	}
	folders, err := lib.Folders(t.Context())
	if err != nil || len(folders) != 1 || folders[0].Path != RealPath(at("folder")) {
		t.Errorf("remembered: %+v, %v", folders, err)
	}
	did, _, err = add(t, in, Options{}, things[:len(things)-1]...)
	if err != nil || did.Articles() != did.Outcomes[articles.Unchanged] || did.Articles() != 8 || !did.Feeds[0].Was || did.Feeds[0].Feed.Key == 0 {
		t.Errorf("again: %+v, %v", did, err)
	}
	if did, _, err := add(t, in, Options{}, at("note.md")); err != nil || did.Last == nil || did.Last.Title != "A note" {
		t.Errorf("one that is known: %+v, %v", did, err)
	}
}

// TestAddPage: a page is the article that the library has from its address,
// however that is spelled, and what was only read is not kept.
func TestAddPage(t *testing.T) {
	t.Parallel()
	in, lib := newIntake(t)
	site := serve(t, map[string]string{"/a": page("A Page")})
	all, err := in.Fetch(t.Context(), site+"/a", nil)
	if err != nil || len(all) != 1 || all[0].Saved || all[0].Article.Title != "A Page" {
		t.Fatalf("%+v, %v", all, err)
	}
	bare := strings.TrimPrefix(site, "http://")
	did, _, err := add(t, in, Options{}, bare+"/a?utm_source=x")
	if err != nil || did.Outcomes[articles.Added] != 1 || did.Last.Title != "A Page" {
		t.Fatalf("%+v, %v", did, err)
	}
	id := did.Last.ID
	if err := lib.SetStarred(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	did, _, err = add(t, in, Options{}, site+"/a?ref=home#top", site+"/a?spm=2")
	if err != nil || did.Outcomes[articles.Added] != 0 || did.Articles() != 2 || did.Last.ID != id {
		t.Errorf("another spelling is another article: %+v", did)
	}
	if all, err = in.Fetch(t.Context(), site+"/a?_ga=1", nil); err != nil || !all[0].Saved || !all[0].State.Starred || all[0].Article.ID != id {
		t.Errorf("%+v, %v", all, err)
	}
	if kept, err := in.Kept(t.Context(), site+"/a?gclsrc=y"); kept != id || err != nil {
		t.Errorf("kept as %q, %v", kept, err)
	}
	did, _, err = add(t, in, Options{Bookmark: true}, site+"/a?p=1")
	if err != nil || !did.Last.Bookmark {
		t.Errorf("a bookmark: %+v, %v", did.Last, err)
	}
}

// What is wrong in a file that is read all the same is told, whether it came alone
// or in a folder.
func TestAddingTellsOfFlaws(t *testing.T) {
	t.Parallel()
	in, _ := newIntake(t)
	files := map[string]string{}
	for name, front := range map[string]string{"a.md": "A: b", "sound.md": "Sound", "folder/b.md": "C: d", "folder/c.md": "E: f", "folder/d.md": "G"} {
		files[name] = "---\ntitle: " + front + "\n---\nWords of " + name + ".\n"
	}
	dir := foldertest.New(t, files)
	for name, want := range map[string][]string{"a.md": {"a.md"}, "sound.md": nil, "folder": {"folder/b.md", "folder/c.md"}} {
		did, _, err := add(t, in, Options{}, filepath.Join(dir, name))
		if err != nil || len(did.Warnings) != len(want) {
			t.Fatalf("%s: %q, %v", name, did.Warnings, err)
		}
		for i, file := range want {
			if start := filepath.Join(dir, filepath.FromSlash(file)) + ":2: front matter: "; !strings.HasPrefix(did.Warnings[i], start) {
				t.Errorf("%s: %q", name, did.Warnings[i])
			}
		}
	}
}

// A library that cannot be written ends the run, and one thing that cannot be read
// does not.
func TestAddStops(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	in, _ := intakeAt(t, path)
	dir := foldertest.New(t, map[string]string{"a.md": "# A\n\nWords.\n", "b.md": "# B\n\nWords.\n", "empty.txt": ""})
	did, events, err := add(t, in, Options{}, filepath.Join(dir, "nowhere.md"), filepath.Join(dir, "empty.txt"), filepath.Join(dir, "a.md"))
	if err != nil || did.Failed != 2 || did.Outcomes[articles.Added] != 1 || events != 3 || len(did.Failures) != 2 {
		t.Errorf("%+v, %d told, %v", did, events, err)
	}
	if err := os.Rename(path, path+".gone"); err != nil {
		t.Fatal(err)
	}
	did, _, err = add(t, in, Options{}, filepath.Join(dir, "b.md"))
	if err == nil || did.Articles() != 0 {
		t.Errorf("a library that is gone: %+v, %v", did, err)
	}
}

func TestExtract(t *testing.T) {
	t.Parallel()
	in, lib := newIntake(t)
	did, _, err := add(t, in, Options{}, filepath.Join(foldertest.New(t, map[string]string{"a.md": "# A\n\nWords.\n"}), "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	change := articles.Change{Kind: articles.Extracting}
	before, after, err := in.Extract(t.Context(), &change, did.Last.ID)
	if err != nil || articles.Changes(before, after) != "" {
		t.Errorf("nothing new is %q, %v", articles.Changes(before, after), err)
	}
	older := *before
	older.Title = "From an older lede"
	if _, err := lib.Put(t.Context(), &older); err != nil {
		t.Fatal(err)
	}
	before, after, err = in.Extract(t.Context(), &change, older.ID)
	if err != nil || articles.Changes(before, after) != "title" || after.Title != "A" {
		t.Errorf("%q, %v", articles.Changes(before, after), err)
	}
	if now, _, err := lib.Article(t.Context(), older.ID); err != nil || now.Title != "A" {
		t.Errorf("kept is %q, %v", now.Title, err)
	}
	if c, err := lib.Undo(t.Context(), time.Time{}); err != nil || c.String() != "extracted again: A" || c.Left != 0 {
		t.Errorf("undone %+v, %v", c, err)
	}
	if now, _, err := lib.Article(t.Context(), older.ID); err != nil || now.Title != older.Title {
		t.Errorf("after undoing it is %q, %v", now.Title, err)
	}
	bare := &articles.Article{ID: "bare", Origin: "bare", Title: "Bare", Markdown: "Words.\n"}
	if _, err := lib.Put(t.Context(), bare); err != nil {
		t.Fatal(err)
	}
	if _, _, err := in.Extract(t.Context(), &change, bare.ID); err == nil || err.Error() != "no original of Bare is kept: add it again to have it read anew" {
		t.Errorf("without an original: %v", err)
	}
}

func TestLinkedFiles(t *testing.T) {
	t.Parallel()
	in, _ := newIntake(t)
	dir := foldertest.New(t, map[string]string{"a.md": "# A\n\nSee [b](b.md).\n", "b.md": "# B\n\nWords.\n", "sub/README.md": "# Sub\n\nWords.\n", "bare/x.md": "# X\n"})
	from, err := in.ReadFile(t.Context(), filepath.Join(dir, "a.md"))
	if err != nil || from.Article.Title != "A" || from.Saved || from.Stamp.IsZero() {
		t.Fatalf("%+v, %v", from, err)
	}
	for target, want := range map[string]string{"b.md": "B", "sub/": "Sub"} {
		all, ok, err := in.LinkedFile(t.Context(), from.Article, target)
		if !ok || err != nil || len(all) != 1 || all[0].Article.Title != want {
			t.Errorf("%s leads to %+v, %v, %v", target, all, ok, err)
		}
	}
	for target, want := range map[string]string{"c.md": "does not exist", "bare/": "is a folder without a README or an index"} {
		if _, ok, err := in.LinkedFile(t.Context(), from.Article, target); !ok || err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v, %v", target, ok, err)
		}
	}
	if _, ok, _ := in.LinkedFile(t.Context(), from.Article, "https://example.org/"); ok {
		t.Error("a page of the web is a file")
	}
}

func TestRefresh(t *testing.T) {
	t.Parallel()
	in, _ := newIntake(t)
	site := serve(t, map[string]string{"/feed": feedText})
	dir := foldertest.New(t, map[string]string{"one.md": "# One\n\nWords.\n"})
	if _, _, err := add(t, in, Options{}, site+"/feed", dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "two.md"), []byte("# Two\n\nWords.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	did, err := in.Refresh(t.Context(), func(int, int) {})
	if err != nil || did.Added != 1 || did.Feeds != 1 || did.Folders != 1 || did.Failed() != 0 {
		t.Errorf("%+v, %v", did, err)
	}
}

func TestLeadsAway(t *testing.T) {
	t.Parallel()
	page := &articles.Article{Origin: "https://example.org/a", URL: "http://10.0.0.1/what-it-claims"}
	note := &articles.Article{Origin: "file:/notes/a.md"}
	saved := &articles.Article{Origin: "file:/notes/a.html", URL: "https://example.org/a"}
	for _, c := range []struct {
		from *articles.Article
		to   string
		want bool
	}{
		{page, "https://example.org:8080/b", false},
		{page, "http://EXAMPLE.org/b", false},
		{page, "http://10.0.0.1/", true},
		{page, "http://%zz/", true},
		{note, "http://10.0.0.1/", false},
		{saved, "http://10.0.0.1/", true},
		{saved, "https://example.org/b", false},
	} {
		if got := leadsAway(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s leads away: %v", c.from.Origin, c.to, got)
		}
	}
}
