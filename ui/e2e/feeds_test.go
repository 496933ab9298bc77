//go:build unix

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"lede/ui/screentest"
)

// feedSite is a web server on loopback with so many feeds, of ten articles each.
// The last one does not come before the test lets it; the one before it is busy.
func feedSite(t *testing.T, feeds int) (list string, let func()) {
	t.Helper()
	gate := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/{n}", func(w http.ResponseWriter, r *http.Request) {
		n := r.PathValue("n")
		switch n {
		case fmt.Sprint(feeds - 1):
			select {
			case <-gate:
			case <-r.Context().Done():
				return
			}
		case fmt.Sprint(feeds - 2):
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintf(w, "<rss version='2.0'><channel><title>Feed %s</title>", n)
		for i := range 10 {
			fmt.Fprintf(w, "<item><guid>%d</guid><link>http://%s/%s/%d</link><title>Item %s-%d</title><description>%s</description><pubDate>Sun, 08 Feb 2037 12:%02d:00 GMT</pubDate></item>",
				i, r.Host, n, i, n, i, strings.Repeat(fmt.Sprintf("Some words of item %s-%d. ", n, i), 50), i)
		}
		fmt.Fprint(w, "</channel></rss>")
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	var b strings.Builder
	b.WriteString("<opml><body>")
	for i := range feeds {
		fmt.Fprintf(&b, "<outline text='Feed %d' xmlUrl='%s/%d'/>", i, s.URL, i)
	}
	list = filepath.Join(t.TempDir(), "list.opml")
	if err := os.WriteFile(list, []byte(b.String()+"</body></opml>"), 0o600); err != nil {
		t.Fatal(err)
	}
	return list, func() { close(gate) }
}

func TestRefreshInTheBackground(t *testing.T) {
	t.Parallel()
	list, let := feedSite(t, 40)
	h := shelfHome(t)
	h.must(t, "feeds", "import", list)
	s := h.open(t, screentest.Program{Width: 100, Height: 30})
	s.WaitFor("All 4", "1/4")
	s.Key("j", "j")
	s.WaitFor("3/4")
	title, line := underCursor(s)
	s.Key("r")
	s.WaitFor("refresh 43/44")
	s.Key("r")
	s.WaitFor("The refresh 43/44 is going on already")
	s.Key("esc") // does not stop it
	s.WaitFor("All 384", "383/384")
	if now, at := underCursor(s); now != title || at != line {
		t.Errorf("the cursor is on %q in line %d, was on %q in line %d", now, at, title, line)
	}
	s.Key("enter")
	s.WaitFor("Related articles", "? help")
	text := func() string { return strings.Replace(s.Text(), " · 1 view", "", 1) } // one is counted meanwhile
	before := text()
	let()
	s.WaitFor("390 new, 1 failed: Feed 38: answered 503")
	s.Key("down", "up")
	s.WaitGone("390 new")
	s.WaitFor("Related articles", "? help")
	if after := text(); after != before {
		t.Errorf("the article moved:\n%s\nwas:\n%s", after, before)
	}
	s.Key("q")
	s.WaitFor("All 394")
	if now, at := underCursor(s); now != title || at != line {
		t.Errorf("the cursor is on %q in line %d, was on %q in line %d", now, at, title, line)
	}
	s.Key("r")
	s.WaitFor("Nothing new, 1 left alone for now.")
	s.Key("q")
	left(t, s, 0)
}

// The feeds are a key away, and one of them is asked alone.
func TestFeedsOnAScreen(t *testing.T) {
	t.Parallel()
	list, let := feedSite(t, 4)
	defer let()
	h := shelfHome(t)
	h.must(t, "feeds", "import", list)
	s := h.open(t, screentest.Program{Width: 160, Height: 30})
	s.WaitFor("All 4")
	s.Key("h")
	s.WaitFor("4 feeds", "Feed 0", "All 4")
	s.Key("j", "r")
	s.WaitFor("10 new.", "All 14")
	s.Key("j", "j", "r")
	s.WaitFor("1 failed: Feed 2: answered 503", "1 not answering")
	s.Key("k", "k", "enter")
	s.WaitFor("Item 0-9", "1/10")
	s.Key("h", "D")
	s.WaitFor("Unsubscribed from Feed 0: 10 articles went.", "3 feeds", "All 4")
	s.Key("U")
	s.WaitFor("Undone: unsubscribed: Feed 0, with 10 articles", "4 feeds", "All 14")
	s.Key("q", "q")
	left(t, s, 0)
}

// What was subscribed to by a slip is undone with a key, also by the next program.
func TestUndoesASubscription(t *testing.T) {
	t.Parallel()
	list, let := feedSite(t, 3)
	defer let()
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(data), "xmlUrl='")
	address, _, _ := strings.Cut(after, "'")
	h := shelfHome(t)
	for _, again := range []bool{false, true} {
		s := h.open(t, screentest.Program{Width: 100, Height: 30})
		s.WaitFor("All 4")
		s.Paste(address)
		s.WaitFor("add: " + address)
		s.Key("enter")
		s.WaitFor("Subscribed to Feed 0 (feed 1): 10 new articles. U undoes it.", "All 14")
		if again {
			s.Key("q")
			left(t, s, 0)
			s = h.open(t, screentest.Program{Width: 100, Height: 30})
			s.WaitFor("All 14")
		}
		s.Key("U")
		s.WaitFor("Undone: subscribed: Feed 0.", "All 4")
		s.Key("q")
		left(t, s, 0)
	}
	if feeds := h.must(t, "feeds", "list", "--json"); feeds != "" {
		t.Errorf("feeds %s", feeds)
	}
}

// underCursor is the title of the row under the cursor, and where it stands.
func underCursor(s *screentest.Session) (text string, line int) {
	for i, text := range strings.Split(s.Text(), "\n") {
		if strings.Contains(text, "▌") {
			title, _, _ := strings.Cut(strings.Trim(text, " ▌●◐"), "  ")
			return title, i
		}
	}
	return "", -1
}

func TestQuitDuringARefresh(t *testing.T) {
	t.Parallel()
	list, _ := feedSite(t, 40)
	h := shelfHome(t)
	h.must(t, "feeds", "import", list)
	s := h.open(t, screentest.Program{Width: 100, Height: 30})
	s.WaitFor("All 4")
	s.Key("r")
	s.WaitFor("refresh 43/44")
	s.Key("q")
	left(t, s, 0) // long before the feed that does not answer
	// What had come is there, whole, and the rest is not held against its feed.
	for line := range strings.Lines(h.must(t, "feeds")) {
		if n := strings.Fields(line)[3]; n != "10/10" && n != "0/0" {
			t.Errorf("half a feed is kept: %s", line)
		}
		if strings.Contains(line, "Feed 39") && strings.Contains(line, "!") {
			t.Errorf("quitting is a failure of the feed: %s", line)
		}
	}
}

func TestKilledDuringARefresh(t *testing.T) {
	t.Parallel()
	list, let := feedSite(t, 100)
	h := shelfHome(t)
	h.must(t, "feeds", "import", list)
	s := h.open(t, screentest.Program{Width: 100, Height: 30})
	s.WaitFor("All 4")
	s.Key("r")
	s.WaitFor("refresh ", "/104")
	s.Signal(syscall.SIGKILL)
	s.Exit()
	let()
	for line := range strings.Lines(h.must(t, "feeds")) {
		if n := strings.Fields(line)[3]; n != "10/10" && n != "0/0" {
			t.Errorf("half a feed is kept: %s", line)
		}
	}
	if r := h.run(t, "refresh", "Feed 98"); r.code != 1 || !strings.Contains(r.stderr, "Feed 98: answered 503") {
		t.Errorf("the feed that fails: %+v", r)
	}
	if r := h.run(t, "refresh"); r.code != 1 || strings.Count(r.stderr, "\n") != 1 ||
		!strings.Contains(r.stderr, "Feed 98: answered 503 ") || !strings.Contains(r.stderr, "asked again after ") {
		t.Errorf("the next refresh: %+v", r)
	}
	if n := len(h.rows(t)); n != 4+99*10 {
		t.Errorf("%d articles are in the library", n)
	}
}
