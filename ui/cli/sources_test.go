package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/articles"
	"lede/store"
)

// What is wrong in a file that is read all the same stands in the line that the
// screen shows, whether it came alone or in a folder.
func TestAddingTellsOfFlaws(t *testing.T) {
	t.Parallel()
	lib, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	if err := os.Mkdir(at("folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, front := range map[string]string{"a.md": "A: b", "sound.md": "Sound", "folder/b.md": "C: d", "folder/c.md": "E: f", "folder/d.md": "G"} {
		if err := os.WriteFile(at(name), []byte("---\ntitle: "+front+"\n---\nWords of "+name+".\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	from := sources{program: &program{}, lib: lib}
	for _, c := range []struct{ path, start, end string }{
		{at("a.md"), at("a.md") + ":2: front matter: ", "; the rest is read · Added: A: b"},
		{at("sound.md"), "Added: Sound", "Added: Sound"},
		{at("folder"), at("folder/b.md") + ":2: front matter: ", "; the rest is read, and 1 more warning · 3 added."},
	} {
		said, err := from.Add(t.Context(), c.path)
		if err != nil || !strings.HasPrefix(said, c.start) || !strings.HasSuffix(said, c.end) {
			t.Errorf("%s: %q, %v", c.path, said, err)
		}
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

func TestBareAddresses(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("here.net", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"https://example.net/x": false, // it has its scheme
		"example.net/x":         true,
		"example.net":           true,
		"example.net:8080/x":    true,
		"127.0.0.1:8080":        true,
		"localhost:8080/x":      true,
		"example.net/book.epub": true,
		"here.net":              false,
		"here.net/x":            false,
		"book.epub":             false,
		"note.md":               false,
		"notes/note":            false,
		"./example.net":         false,
		"../x.y/z":              false,
		".hidden/x":             false,
		"localhost":             false,
		"a title. of words":     false,
		"exec:touch x.y":        false,
		"example.net:x/y":       false,
		"":                      false,
	} {
		if got := isBare(word); got != want {
			t.Errorf("%q is a bare address: %v", word, got)
		}
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if got := atHome("~/notes"); got != filepath.Join(home, "notes") {
		t.Errorf("~/notes is %q", got)
	}
}
