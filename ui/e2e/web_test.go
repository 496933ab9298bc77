//go:build unix

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// site is a web server on loopback: an article, one that leads to it, one that
// does not come before the test lets it, and nothing.
func site(t *testing.T) (url string, let func()) {
	t.Helper()
	page := func(title, end string) string {
		return "<!doctype html><html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" +
			strings.Repeat("<p>Every lamp on the quay has a keeper of its own, who is proud of it and will not lend his ladder to the others.</p>", 12) +
			end + "</article></body></html>"
	}
	gate := make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/lamps", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, page("The Lamps", "<p>That is all of them.</p>"))
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-gate:
			fmt.Fprint(w, page("The Slow Page", ""))
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/late", func(w http.ResponseWriter, _ *http.Request) {
		<-gate
		w.WriteHeader(http.StatusNotFound)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL, func() { close(gate) }
}

func TestReadsAnAddress(t *testing.T) {
	t.Parallel()
	url, let := site(t)
	h := shelfHome(t)
	s := h.open(t, screentest.Program{}, url+"/slow")
	s.WaitFor("Fetching "+url+"/slow", "Esc stops")
	s.Key("a") // typed ahead: it is meant for the article
	let()
	s.WaitFor("The Slow Page", "Every lamp", "Saved in the library")
	s.Key("q")
	left(t, s, 0)
	h.row(t, "The Slow Page")
	if got := h.must(t, "show", url+"/slow"); !strings.Contains(got, "Every lamp") {
		t.Errorf("shown is %q", got)
	}
}

// TestReadsAPart begins at the part that an address names, whether the page is
// there at once, late or in the library.
func TestReadsAPart(t *testing.T) {
	t.Parallel()
	const at = "/long"
	mux := http.NewServeMux()
	mux.HandleFunc(at, func(w http.ResponseWriter, _ *http.Request) {
		words := strings.Repeat("<p>Every lamp on the pier was lit by hand, one after the other, from the land to the sea.</p>", 60)
		fmt.Fprint(w, "<html><body><article><h1>The Long Page</h1>"+words+"<h2>The far end</h2><p>Here the boards stop.</p>"+words+"</article></body></html>")
	})
	web := httptest.NewServer(mux)
	t.Cleanup(web.Close)
	h := shelfHome(t)
	for range 2 {
		s := h.open(t, screentest.Program{}, web.URL+at+"#the-far-end")
		s.WaitFor("The far end", "Here the boards stop.")
		s.Key("a")
		s.WaitFor("in the library")
		s.Key("q")
		left(t, s, 0)
	}
}

func TestSaysThatItFetchesSeveral(t *testing.T) {
	t.Parallel()
	url, let := site(t)
	s := shelfHome(t).open(t, screentest.Program{}, url+"/nothing", url+"/slow")
	s.WaitFor("/nothing answered 404", "fetching ▓", "1 of 2")
	let()
	s.WaitFor("The Slow Page", "not read: "+url+"/nothing")
	s.Key("q")
	left(t, s, 1)
}

func TestStopsFetching(t *testing.T) {
	t.Parallel()
	url, _ := site(t)
	h := shelfHome(t)
	for _, key := range []string{"esc", "q", "ctrl+c"} {
		s := h.open(t, screentest.Program{}, url+"/slow")
		s.WaitFor("Fetching")
		s.Key(key)
		left(t, s, 0)
	}
}

func TestTellsWhyAnAddressCannotBeRead(t *testing.T) {
	t.Parallel()
	url, let := site(t)
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Width: 120}, url+"/nothing")
	left(t, s, 1)
	if raw := s.Raw(); raw != "lede: "+url+"/nothing answered 404 Not Found: check the address\r\n" {
		t.Errorf("the terminal got %q", raw)
	}
	s = h.open(t, screentest.Program{Width: 120}, url+"/late")
	s.WaitFor("Fetching")
	let()
	left(t, s, 1)
	if text := s.Text(); !strings.HasPrefix(text, "lede: "+url+"/late answered 404 Not Found: check the address") {
		t.Errorf("the screen shows %q", text)
	}
}

func TestReadsALinkHere(t *testing.T) {
	t.Parallel()
	url, let := site(t)
	h := shelfHome(t)
	h.write(t, "walk.md", "# A Walk\n\nPast [the lamps]("+url+"/lamps?utm_source=walk) and [something slow]("+url+"/slow) and [nothing]("+url+"/nothing).\n")
	s := h.open(t, screentest.Program{}, "walk.md")
	s.WaitFor("A Walk")
	s.Key("tab", "enter")
	s.WaitFor("read here", "browser", "copy")
	s.Key("enter")
	s.WaitFor("The Lamps", "Every lamp")
	s.Key("a")
	s.WaitFor("Saved in the library")
	s.Key("H")
	s.WaitFor("A Walk", "something slow")
	// It is in the library now, where the link finds it.
	s.Key("tab", "enter")
	s.WaitFor("Every lamp")
	s.Key("H")
	s.WaitFor("A Walk", "something slow")
	s.Key("tab", "tab", "enter")
	s.WaitFor("read here")
	s.Key("enter")
	s.WaitFor("Fetching", "Esc stops")
	s.Key("esc")
	s.WaitFor("Stopped.")
	s.Key("tab", "enter")
	s.WaitFor("read here")
	s.Key("enter")
	s.WaitFor("answered 404 Not Found")
	s.Key("shift+tab", "enter")
	s.WaitFor("read here", "/slow")
	s.Key("enter")
	s.WaitFor("Fetching")
	let()
	s.WaitFor("The Slow Page")
	s.Key("q")
	left(t, s, 0)
	h.row(t, "The Lamps")
}

func TestSaysThatItAdds(t *testing.T) {
	t.Parallel()
	url, let := site(t)
	h := shelfHome(t)
	s := h.open(t, screentest.Program{}, "add", url+"/lamps", url+"/slow")
	s.WaitFor("adding", "1 of 2")
	let()
	left(t, s, 0)
	if text := strings.TrimSpace(s.Text()); text != "2 added" {
		t.Errorf("the screen shows %q", text)
	}
}

func TestReadsABookmarkedPage(t *testing.T) {
	t.Parallel()
	url, _ := site(t)
	h := shelfHome(t)
	h.must(t, "add", "--bookmark", url+"/lamps")
	s := h.open(t, screentest.Program{}, url+"/lamps")
	s.WaitFor("The Lamps", url+"/lamps")
	s.Key("s", "tab", "enter")
	s.WaitFor("read here")
	s.Key("enter")
	s.WaitFor("Every lamp")
	s.Key("q")
	left(t, s, 0)
	if got := h.must(t, "show", url+"/lamps"); !strings.Contains(got, "Every lamp") {
		t.Errorf("kept is %q", got)
	}
	if !h.row(t, "The Lamps").Starred {
		t.Error("the star is gone")
	}
}

func TestAddsFromTheLibrary(t *testing.T) {
	t.Parallel()
	url, let := site(t)
	h := shelfHome(t)
	h.write(t, "note.md", note)
	h.write(t, "notes/good.md", "---\ndate: 1801-01-01\n---\n# A good note\n\nWords.\n")
	h.write(t, "notes/bad.md", "---\ndate: 1801-01-01\ntitle: a: b\n---\nWords.\n")
	s := h.open(t, screentest.Program{Height: 5})
	s.WaitFor("1/", scrolling)
	s.Key("a")
	s.WaitFor("add:", "address, path or feed")
	s.Key("esc", "G")
	s.WaitGone("add:")
	s.WaitFor("4/4")
	before := strings.Split(s.Text(), "\n")
	s.Key("a")
	s.Paste(url + "/lamps\n")
	s.WaitFor("add: " + url + "/lamps")
	s.Key("enter")
	s.WaitFor("Added: The Lamps", "5/5")
	if after := strings.Split(s.Text(), "\n"); strings.Join(after[1:len(after)-1], "\n") != strings.Join(before[1:len(before)-1], "\n") {
		t.Errorf("the list moved:\n%s\nwas\n%s", s.Text(), strings.Join(before, "\n"))
	}
	for thing, want := range map[string]string{url + "/lamps": "Unchanged: The Lamps", "note.md": "Added: A Note", "notes": "the rest is read · 2 added", "none.md": "none.md does not exist", "-": "the standard input is the keyboard here", "https://a.example/ https://b.example/": "add one at a time", url + "/x": "answered 404 Not Found"} {
		s.Key("a")
		s.Paste(thing)
		s.WaitFor("add: " + thing)
		s.Key("enter")
		s.WaitFor(want)
		if refused := !strings.Contains(want, "dded") && !strings.Contains(want, "Unchanged"); refused {
			s.WaitFor("add: " + thing) // it stands there still, to be mended
		}
		s.Key("esc")
		s.WaitGone("add: ")
	}
	s.Key("a")
	s.WaitFor("add: ") // which takes away what was said last
	s.Key("esc")
	s.WaitGone("add: ")
	// While a slow one is on its way, the keys work.
	s.Resize(80, 24)
	s.Key(":")
	s.Type(url + "/lamps")
	s.Key("enter")
	s.WaitFor("Unchanged: The Lamps")
	s.Key("k", "a")
	s.Paste(url + "/slow")
	s.Key("enter")
	s.WaitFor("Adding " + url + "/slow")
	s.Key("g", "j", "enter")                     // the note is older than what was added before it
	s.WaitFor("It was written", "Next unread: ") // and no longer in the row of the list
	let()
	s.WaitFor("Added: The Slow Page")
	s.Key("q", "q")
	left(t, s, 0)
}

// TestAddsAnAddressTypedAsKeys types an address where no line is open: its colon opens
// the palette, which offers to add it.
func TestAddsAnAddressTypedAsKeys(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	path := h.write(t, "notes/note.md", "# A Note\n\nWords.\n")
	s := h.open(t, screentest.Program{Width: 200})
	s.WaitFor("All 4")
	s.Type("https://127.0.0.1:1/typed")
	s.WaitFor("▌ https://127.0.0.1:1/typed", "add the page at this address")
	s.Key("enter")
	s.WaitFor("! https://127.0.0.1:1/typed", ": //127.0.0.1:1/typed")
	s.Key("ctrl+u")
	s.Type(path)
	s.WaitFor("▌ "+path, "add what is at this path")
	s.Key("enter")
	s.WaitFor("Added: A Note", "All 5")
	s.Key("q", "q") // the h of the address went to the feeds
	left(t, s, 0)
}

// TestAddsWhatIsPastedOverAText adds a file while an article is read.
func TestAddsWhatIsPastedOverAText(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	path := h.write(t, "my notes/note.md", "# A Note\n\nWords.\n")
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4")
	s.Key("enter")
	s.WaitFor("min left")
	s.Paste("'" + path + "'")
	s.WaitFor("a add", "y copy")
	s.Key("a")
	s.WaitFor("Added: A Note")
	s.Paste("file://" + strings.ReplaceAll(path, " ", "%20") + ".not")
	s.WaitFor("a add", "y copy")
	s.Key("a")
	s.WaitFor("! /", "a add · y copy") // it stands there still
	s.Key("esc")
	s.WaitGone("y copy")
	s.Paste("http://127.0.0.1:1/x")
	s.WaitFor("Enter read here")
	s.Key("enter")
	s.WaitFor("! http://127.0.0.1:1/x", "Enter read here")
	s.Key("esc", "q")
	s.WaitFor("All 5")
	s.WaitGone("add:")
	s.Key("q")
	left(t, s, 0)
}
