package importer

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer/fetch"
)

const pierPage = "<!doctype html><html><head><title>The Pier</title></head><body><nav><a href=/>Home</a></nav><article><h1>The Pier</h1>" +
	"<p>At low tide the pier stands on its legs like a long animal that is waiting for the water to come back to it.</p>" +
	"<p>The boards were laid by four men in a single summer, and each of them wrote his name on the last one of them.</p>"

// answer is what a server of the test says at an address.
type answer struct{ kind, body string }

// website is a server that answers so; the path may have a query.
func website(t testing.TB, answers map[string]answer) (address string, c *fetch.Client) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := answers[r.URL.RequestURI()]
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", a.kind)
		fmt.Fprint(w, a.body)
	}))
	t.Cleanup(s.Close)
	c = fetch.New(fetch.Options{})
	t.Cleanup(c.Close)
	return s.URL, c
}

func TestWebTellsWhatCame(t *testing.T) {
	t.Parallel()
	at, c := website(t, map[string]answer{
		"/blob/README.md": {"text/html; charset=utf-8", pierPage},
		"/raw/README.md":  {"text/plain", "The pier\n========\n\nIt *stands*.\n"},
		"/untold":         {"", "# The pier\n\nIt *stands*.\n"},
		"/page.txt":       {"text/plain", pierPage},
		"/cyrillic":       {"text/plain; charset=koi8-r", "\xf0\xc9\xd2\xd3\n\n" + strings.Repeat("\xd7\xcf\xc4\xc1 \xc9 \xcb\xc1\xcd\xce\xc9. ", 20) + "\n"},
		"/wide":           {"text/markdown", "\xff\xfe#\x00 \x00P\x00i\x00e\x00r\x00\n\x00\n\x00I\x00t\x00.\x00\n\x00"},
	})
	for path, want := range map[string][2]string{
		"/blob/README.md": {"The Pier", "four men"},
		"/raw/README.md":  {"The pier", "It *stands*."},
		"/untold":         {"The pier", "It *stands*."},
		"/page.txt":       {"The Pier", "four men"},
		"/cyrillic":       {"Пирс", "вода и камни"},
		"/wide":           {"Pier", "It."},
	} {
		g, err := Web(t.Context(), c, at+path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if a := g.Finish(); a.Title != want[0] || !strings.Contains(a.Markdown, want[1]) || a.Origin != at+path {
			t.Errorf("%s is %q from %s:\n%s", path, a.Title, a.Origin, a.Markdown)
		}
	}
}

func TestWhatIsNoArticle(t *testing.T) {
	t.Parallel()
	at, c := website(t, map[string]answer{
		"/a.svg":  {"image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>A drawing of a pier</text></svg>"},
		"/a.css":  {"text/css", "body { color: red }\n"},
		"/a.json": {"application/json", `{"pier": "a text of some words, in a program's way"}`},
		"/a.pdf":  {"application/pdf", "%PDF-1.7\n"},
		"/a":      {"text/html", ""},
		"/b":      {"text/html", "<!doctype html><html><body></body></html>"},
		"/feed":   {"application/json", `{"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{"id": "1", "content_text": "Text.", "url": "https://example.org/1"}]}`},
		"/page":   {"image/x-strange", pierPage},
	})
	for path, words := range map[string]string{
		"/a.svg": "is an SVG image and no text to read: lede add --bookmark keeps its address", "/a.css": "is text/css and no text",
		"/a.json": "/a.json", "/a.pdf": "the PDF is damaged", "/a": "is empty", "/b": "has no article in it",
	} {
		_, err := Web(t.Context(), c, at+path)
		if err == nil || !strings.HasPrefix(err.Error(), at+path) || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", path, err)
		}
		g, err := Hint{Bookmark: true}.Web(t.Context(), c, at+path)
		if err != nil || !g.Bookmark || g.Title == "" || g.Original != nil || g.URL != at+path {
			t.Errorf("the bookmark of %s: %+v, %v", path, g.Article, err)
		}
	}
	for _, path := range []string{"/feed", "/page"} {
		if _, err := Web(t.Context(), c, at+path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestPartsThatLeadNowhere(t *testing.T) {
	t.Parallel()
	to := func(next string) string {
		return pierPage + `</article><a rel="next" href="` + next + `">Next</a></body></html>`
	}
	other := strings.Replace(to("/turns?page=3"), "four men", "three men", 1)
	at, c := website(t, map[string]answer{
		"/ends":         {"text/html", to("/ends?page=2")},
		"/same":         {"text/html", to("/same?page=2")},
		"/same?page=2":  {"text/html", to("/same?page=3")},
		"/turns":        {"text/html", to("/turns?page=2")},
		"/turns?page=2": {"text/html", other},
		"/turns?page=3": {"text/html", strings.Replace(other, "page=3", "page=2", 1)},
		"/bare":         {"text/html", to("/bare?page=2")},
		"/bare?page=2":  {"text/html", "<!doctype html><html><body></body></html>"},
		"/away":         {"text/html", to("http://example.org/away?page=2")},
	})
	for path, parts := range map[string]int{"/ends": 1, "/same": 1, "/turns": 2, "/bare": 1, "/away": 1} {
		g, err := Web(t.Context(), c, at+path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if n := strings.Count(g.Markdown, " men in a single summer"); n != parts {
			t.Errorf("%s has %d parts, want %d:\n%s", path, n, parts, g.Markdown)
		}
		if (g.Original == nil) != (parts > 1) {
			t.Errorf("%s of %d parts has the original %v", path, parts, g.Original != nil)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Web(ctx, c, at+"/ends"); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped says %v", err)
	}
}

func TestImagesOfAPage(t *testing.T) {
	t.Parallel()
	png := "\x89PNG\r\n\x1a\n and more"
	page := pierPage + `<figure><img src="/a.png" alt="A"></figure><figure><img src="/b.svg" alt="B"></figure><figure><img src="/none.png" alt="C"></figure></article></body></html>`
	at, c := website(t, map[string]answer{"/": {"text/html", page}, "/a.png": {"image/png", png}, "/b.svg": {"image/svg+xml", "<svg/>"}})
	g, err := Web(t.Context(), c, at)
	if err != nil || g.Images != nil || g.Lost != nil {
		t.Errorf("not asked for, %d images came: %v", len(g.Images), err)
	}
	g, err = Hint{Images: true}.Web(t.Context(), c, at)
	if err != nil {
		t.Fatal(err)
	}
	if want := []articles.Image{{Source: at + "/a.png", Data: []byte(png)}}; !reflect.DeepEqual(g.Images, want) {
		t.Errorf("images %+v", g.Images)
	}
	if len(g.Lost) != 2 {
		t.Errorf("lost are %v", g.Lost)
	}
}

// A page of a megabyte is to be there within 250 ms, from loopback.
func BenchmarkWebMegabyte(b *testing.B) {
	var page strings.Builder
	page.WriteString(pierPage)
	for i := 0; page.Len() < 1<<20; i++ {
		fmt.Fprintf(&page, "<p>Board %d was laid by one of four men, who <em>wrote</em> his name <a href='/%d?utm_source=x'>under it</a>, where only the sea could read it, if it could.</p>\n", i, i)
	}
	page.WriteString("</article></body></html>")
	at, c := website(b, map[string]answer{"/": {"text/html", page.String()}})
	b.SetBytes(int64(page.Len()))
	for b.Loop() {
		g, err := Web(b.Context(), c, at)
		if err != nil {
			b.Fatal(err)
		}
		g.Finish()
	}
}
