package intake

import (
	"os"
	"path/filepath"
	"testing"
)

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
		if got := IsBare(word); got != want {
			t.Errorf("%q is a bare address: %v", word, got)
		}
	}
}

func TestKindOf(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"note.md": "# x", "a: b.md": "# x", "list.opml": "", "feeds.xml": `<opml version="2.0"><body></body></opml>`,
		"urls": "https://a.example/feed\nhttps://b.example/feed \"tag\"\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir("dir", 0o700); err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]Kind{
		"-": Stdin, "note.md": File, "a: b.md": File, "dir": Folder, "list.opml": List, "feeds.xml": List, "urls": List,
		"https://a.example": Address, "a.example/x": Address, "nowhere.md": Missing, "none.opml": Missing, "a title": Missing, "": Missing,
		"ftp://a.example/x": Foreign, "mailto:a@b.example": Foreign, "exec:ls": Foreign, "https://": Foreign, "http://a b": Foreign,
		"JavaScript:x": Foreign, "gemini://a.example/": Foreign, `C:\notes\a`: Missing, "Part one: the start": Missing,
		"https://a.example https://b.example": Several,
	} {
		if got := KindOf(word); got != want {
			t.Errorf("%q is of kind %d, not %d", word, got, want)
		}
	}
}

func TestMeant(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Chdir(t.TempDir())
	for word, want := range map[string]string{
		"~/notes": filepath.Join(home, "notes"), " note.md ": "note.md", "file:///notes/a%20b.md": filepath.FromSlash("/notes/a b.md"),
		"file://host/x": "file://host/x", "feed://a.example/x": "a.example/x", "feed:https://a.example/x": "https://a.example/x", "~x": "~x", "": "",
	} {
		if got := Meant(word); got != want {
			t.Errorf("%q is meant as %q, not %q", word, got, want)
		}
	}
}

// TestMeantAsAShellReads: a path that is dropped on a terminal, or copied from one.
func TestMeantAsAShellReads(t *testing.T) {
	if filepath.Separator == '\\' {
		t.Skip("a shell of Windows reads other quotes")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Chdir(t.TempDir())
	for _, name := range []string{"a b.md", "it's.md", `"odd".md`, filepath.Join(home, "c d.md")} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		`'a b.md'`: "a b.md", ` "a b.md" `: "a b.md", `a\ b.md`: "a b.md", `'it'\''s.md'`: "it's.md", `"odd".md`: `"odd".md`,
		`'` + here + `/a b.md'`: here + "/a b.md", `"file://` + here + `/a%20b.md"`: here + "/a b.md",
		`"~/c d.md"`: filepath.Join(home, "c d.md"), `~/c\ d.md`: filepath.Join(home, "c d.md"),
		`"https://a.example/x"`: "https://a.example/x", `https://a.example/x\?y`: "https://a.example/x?y",
		`"A title"`: `"A title"`, `It's a title`: `It's a title`, `'none.md'`: `'none.md'`, `"$(touch x)"`: `"$(touch x)"`, `''`: `''`, `\`: `\`, `'`: `'`,
	} {
		if got := Meant(word); got != want {
			t.Errorf("%q is meant as %q, not %q", word, got, want)
		}
	}
}
