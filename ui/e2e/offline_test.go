//go:build unix

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"lede/ui/screentest"
)

// watched is a server that notes what it is asked for.
type watched struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func (w *watched) requests() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.asked)
}

const farPage = `<!DOCTYPE html><html><head><title>Far from any network</title>
<link rel="stylesheet" href="/style.css"><script src="/script.js"></script><link rel="icon" href="/icon.png"></head>
<body><article><h1>Far from any network</h1>
<p>There is a first paragraph in this page, and it is long enough to be taken for the text of an article by whoever looks for one.</p>
<figure><img src="/picture.png" alt="A picture" loading="lazy"><figcaption>A picture of nothing</figcaption></figure>
<p>There is a second paragraph as well, which goes on, and on, and does not say very much more than <a href="/other">the one</a> before it.</p>
<p><img src="/pixel.gif" width="1" height="1"><iframe src="/frame"></iframe></p></article></body></html>`

// TestOffline: what was added is read, extracted again and exported without a
// single request, also where terminals show pictures.
func TestOffline(t *testing.T) {
	t.Parallel()
	w := &watched{}
	w.Server = httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.asked = append(w.asked, r.URL.Path)
		w.mu.Unlock()
		if r.URL.Path == "/page" {
			out.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = fmt.Fprint(out, farPage) // who does not get it says so
			return
		}
		http.NotFound(out, r)
	}))
	t.Cleanup(w.Close)
	h := shelfHome(t)
	h.write(t, "note.md", "# A note\n\n![Far away]("+w.URL+"/far.png)\n\n[Link]("+w.URL+"/link) and a word.\n")
	h.write(t, "saved.html", strings.ReplaceAll(farPage, `="/`, `="`+w.URL+`/`))
	h.must(t, "add", w.URL+"/page", "note.md", "saved.html")
	if got := w.requests(); !slices.Equal(got, []string{"/page"}) {
		t.Fatalf("adding asked for %q", got)
	}
	for _, graphics := range []screentest.Terminal{{}, {Graphics: true}} {
		s := h.open(t, screentest.Program{Height: 40, Terminal: graphics}, w.URL+"/page")
		s.WaitFor("Far from any network", "A picture of nothing", "There is a second paragraph")
		s.Key("X")
		s.WaitFor("nothing new")
		s.Key("q")
		left(t, s, 0)
		s = h.open(t, screentest.Program{Height: 40, Terminal: graphics}, "note.md")
		s.WaitFor("Far away", "and a word")
		s.Key("q")
		left(t, s, 0)
	}
	for _, args := range [][]string{
		{"show", w.URL + "/page"},
		{"show", "saved.html", "--format", "html"},
		{"extract", "--all"},
		{"export", "files"},
		{"add", "files"},
		{"list"},
	} {
		h.must(t, args...)
	}
	if got := w.requests(); len(got) != 1 {
		t.Errorf("reading asked for %q", got[1:])
	}
}
