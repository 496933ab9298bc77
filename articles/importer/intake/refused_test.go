package intake

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer/foldertest"
)

func newServer(t *testing.T, h http.Handler) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// TestRefused: what cannot be had is told in the same words, whether it is to be
// added, read, or subscribed to.
func TestRefused(t *testing.T) {
	in, _ := newIntake(t)
	site := serve(t, map[string]string{"/json": `{"a":1}`, "/empty": ""})
	t.Chdir(foldertest.New(t, map[string]string{
		"data.json": `{"a":1}`, "table.csv": "a,b\n1,2\n3,4\n", "empty.txt": "", "prog": "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00",
		"old.rtf": `{\rtf1 x}`, "list.opml": `<opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>`, "note.md": "# x\n\nWords.\n",
	}))
	if err := os.Mkdir("void", 0o700); err != nil {
		t.Fatal(err)
	}
	const kinds = ": lede reads web pages, feeds, EPUB books, PDF, mail, exports of other services, Markdown and plain text"
	const add, read, subscribe, all = 1, 2, 4, 7
	for word, c := range map[string]struct {
		doors int
		want  string
	}{
		"nowhere.md":                          {all, "nowhere.md does not exist"},
		"./no/where":                          {all, "./no/where does not exist"},
		"data.json":                           {all, "data.json is a JSON file" + kinds},
		"table.csv":                           {all, "table.csv is a CSV table" + kinds},
		"prog":                                {all, "prog is a program, not text" + kinds},
		"empty.txt":                           {all, "empty.txt is empty"},
		"old.rtf":                             {all, "old.rtf is an RTF document, which lede does not read by itself: pandoc -t gfm old.rtf | lede"},
		"ftp://a.example/x":                   {all, "ftp://a.example/x is no web address: lede fetches http and https alone, and runs no commands"},
		"mailto:a@b.example":                  {all, "mailto:a@b.example is no web address: lede fetches http and https alone, and runs no commands"},
		"exec:ls":                             {all, "exec:ls is no web address: lede fetches http and https alone, and runs no commands"},
		"http://a b":                          {all, "http://a b is no web address: check it"},
		site + "/404":                         {all, site + "/404 answered 404 Not Found: check the address"},
		site + "/json":                        {add | read, site + "/json is a JSON file and no text to read: lede add --bookmark keeps its address"},
		site + "/empty":                       {add | read, site + "/empty is empty"},
		"void":                                {read | subscribe, "void is a folder: lede add puts it into the library"},
		"note.md":                             {subscribe, "note.md is a file: lede add reads it, and lede feeds import takes lists of feeds"},
		"list.opml":                           {subscribe, "list.opml is a list of feeds: lede feeds import subscribes to them"},
		"-":                                   {add, "the standard input is the keyboard here: give an address or a path, or use lede add -"},
		"https://a.example https://b.example": {add | subscribe, "these are several addresses: add one at a time, or all with lede add"},
	} {
		check := func(door string, err error) {
			t.Helper()
			if err == nil || err.Error() != c.want {
				t.Errorf("%s %s: %v\nwant %s", door, word, err, c.want)
			}
		}
		if c.doors&add != 0 {
			did, err := in.Add(t.Context(), []string{word}, Options{}, func(Event) {})
			if len(did.Failures) > 0 {
				err = errors.Join(err, did.Failures[0])
			}
			check("add", err)
		}
		if c.doors&read != 0 {
			check("read", readWord(t, in, word))
		}
		if c.doors&subscribe != 0 {
			_, err := in.Subscribe(t.Context(), word, articles.Feed{})
			check("subscribe", err)
		}
	}
	_, err := in.Add(t.Context(), []string{"void"}, Options{}, func(Event) {})
	if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != NothingIn {
		t.Errorf("an empty folder: %v", err)
	}
}

// readWord is why a word is not read that names no article of the library.
func readWord(t *testing.T, in *Intake, word string) error {
	t.Helper()
	if articles.IsWeb(word) {
		_, err := in.Fetch(t.Context(), word, nil)
		return err
	}
	if IsFile(word) {
		_, err := in.ReadFile(t.Context(), word)
		return err
	}
	return Refuse(word)
}

func TestSubscribe(t *testing.T) {
	t.Parallel()
	in, lib := newIntake(t)
	site := serve(t, map[string]string{
		"/feed": feedText,
		"/page": `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"></head></html>`,
	})
	did, err := in.Subscribe(t.Context(), strings.TrimPrefix(site, "http://")+"/page", articles.Feed{Keep: 1})
	if err != nil || did.Was || did.New != 1 || did.Feed.Keep != 1 || len(did.Others) != 1 || did.Feed.URL != site+"/feed" {
		t.Fatalf("%+v, %v", did, err)
	}
	again, err := in.Subscribe(t.Context(), site+"/feed", articles.Feed{})
	if err != nil || !again.Was || again.Feed.Key != did.Feed.Key {
		t.Errorf("again: %+v, %v", again, err)
	}
	bare := strings.TrimPrefix(serve(t, map[string]string{"/bare": page("No feed")}), "http://") + "/bare"
	if _, err := in.Subscribe(t.Context(), bare, articles.Feed{}); err == nil || !strings.Contains(err.Error(), "has no feed, and names none") {
		t.Errorf("a page without a feed: %v", err)
	}
	feeds, err := lib.Feeds(t.Context())
	if err != nil || len(feeds) != 1 {
		t.Errorf("%d feeds, %v", len(feeds), err)
	}
}
