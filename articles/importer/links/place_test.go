package links

import (
	"path/filepath"
	"slices"
	"testing"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/foldertest"
)

// TestLinksBetweenFiles: however a link is written, it leads to the file.
func TestLinksBetweenFiles(t *testing.T) {
	t.Parallel()
	root := foldertest.New(t, map[string]string{
		"hugo.toml":                        "",
		"content/_index.md":                "x",
		"content/blog/_index.md":           "x",
		"content/blog/one.md":              "x",
		"content/blog/two/index.md":        "x",
		"content/blog/two/part.md":         "x",
		"content/blog/a b.md":              "x",
		"content/notes/Deep Thought.md":    "x",
		"content/about.md":                 "x",
		"content/old.html":                 "x",
		"content/docs/README.md":           "x",
		"content/posts/2026-01-02-date.md": "x",
	})
	walk := disk.NewFiles()
	for _, test := range []struct{ from, link, to string }{
		{"content/blog/one.md", "two/index.md", "content/blog/two/index.md"},
		{"content/blog/one.md", "two", "content/blog/two/index.md"},
		{"content/blog/one.md", "./two/", "content/blog/two/index.md"},
		{"content/blog/one.md", "../two/#part", "content/blog/two/index.md"}, // as the pages stand
		{"content/blog/one.md", "../about", "content/about.md"},              // as the files stand
		{"content/blog/two/index.md", "../one/", "content/blog/one.md"},
		{"content/blog/two/index.md", "part.md", "content/blog/two/part.md"},
		{"content/blog/one.md", "/blog/two/?x=1#y", "content/blog/two/index.md"},
		{"content/blog/two/part.md", "/about.html", "content/about.md"},
		{"content/blog/one.md", "/", "content/_index.md"},
		{"content/blog/one.md", "/blog/", "content/blog/_index.md"},
		{"content/blog/one.md", "/docs", "content/docs/README.md"},
		{"content/blog/one.md", "blog/two/part.md", "content/blog/two/part.md"}, // Hugo's ref
		{"content/blog/one.md", "@/blog/two/index.md", "content/blog/two/index.md"},
		{"content/blog/one.md", "a%20b.md", "content/blog/a b.md"},
		{"content/blog/one.md", "/old.html", "content/old.html"},
		{"content/blog/one.md", "notes/Deep Thought#Part", "content/notes/Deep Thought.md"},
		{"content/blog/one.md", "three", ""},
		{"content/blog/one.md", "../../../../../../etc/passwd", ""},
		{"content/blog/one.md", "https://example.org/blog/two/", ""},
		{"content/blog/one.md", "mailto:two", ""},
	} {
		origin, err := OriginOf(filepath.Join(root, filepath.FromSlash(test.from)))
		if err != nil {
			t.Fatal(err)
		}
		got, ok := From{Origin: origin}.Resolve(test.link)
		if again, _ := (From{Origin: origin, Disk: walk}).Resolve(test.link); again != got {
			t.Errorf("%s in %s leads to %q, and in a walk to %q", test.link, test.from, got, again)
		}
		want := ""
		if test.to != "" {
			if want, err = OriginOf(filepath.Join(root, filepath.FromSlash(test.to))); err != nil {
				t.Fatal(err)
			}
		}
		if got != want || ok != (want != "") {
			t.Errorf("%s in %s leads to %q, want %q", test.link, test.from, got, want)
		}
		if names := Names(&articles.Article{Origin: origin}, test.link); ok && names[0] != want {
			t.Errorf("%s in %s: %q is the surest name", test.link, test.from, names[0])
		}
	}
}

func TestLinksThatLeadToNoFile(t *testing.T) {
	t.Parallel()
	root := foldertest.New(t, map[string]string{"_posts/2026-01-02-one.md": "x"})
	s := From{Origin: FileOrigin(filepath.Join(root, "_posts", "2026-01-02-one.md"))}
	got := s.All([]string{"/2026/01/03/two.html", "2026-01-04-three", "/category/four/", "five.md", "Six Words"})
	for _, want := range []string{"two", "three", "four", "five", "six-words"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

// FuzzPlaces: whatever a link is, the places that it may lead to are few.
func FuzzPlaces(f *testing.F) {
	for _, s := range []string{"../x", "/a/b/", "@/x.md", "a%2fb", "..", "#", "?", "%", "x.html", "\x00"} {
		f.Add(s)
	}
	const highest = 8 // folders above a file, see [disk.Files.RootOf]
	f.Fuzz(func(t *testing.T, link string) {
		s := From{Origin: "file:/nowhere/a/b/c.md"}
		s.Resolve(link)
		n := 0
		for range bases("/nowhere/a/b/c.md", written(link), nil) {
			n += len(forms(written(link)))
		}
		if n > highest*20 {
			t.Errorf("%q leads to %d places", link, n)
		}
	})
}
