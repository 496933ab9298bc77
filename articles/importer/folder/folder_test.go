package folder_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/articles/importer"
	"lede/articles/importer/foldertest"
)

// page is a web page with an article in it, long enough to be one.
func page(title string) string {
	return "<!doctype html><html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" +
		strings.Repeat("<p>The lamp stood on the table for eleven years, and nobody asked who had put it there, or why it was never lit.</p>", 6) +
		"</article></body></html>"
}

func TestFolders(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"saved pages": {
			map[string]string{
				"One.html": page("One"), "One_files/frame.html": page("Frame"), "Zwei.htm": page("Zwei"), "Zwei-Dateien/x.html": page("x"),
				"three.md": "# Three\n\nText.", "three.html": page("Three"), "photos_files/notes.txt": "Notes\n\nText of them.",
			},
			[]string{"One.html", "Zwei.htm", "photos_files/notes.txt", "three.md"},
		},
		"the source of a site": {
			map[string]string{
				"hugo.toml": "", "content/_index.md": "---\ntitle: Home\n---\n", "content/a.md": "Text.", "layouts/single.html": page("Layout"),
				"themes/x/README.md": "Theme.", "archetypes/default.md": "---\ntitle: x\n---\n", "public/a/index.html": page("A"),
				"content/b/index.md": "Text.", "content/b/figure.html": page("Figure"), "static/robots.txt": "User-agent: *", "content/tags/_index.md": "Text.",
			},
			[]string{"content/a.md", "content/b/index.md", "content/tags/_index.md"},
		},
		"a site with drafts": {
			map[string]string{
				"_config.yml": "", "_posts/2026-01-02-a.md": "Text.", "_drafts/b.md": "Text.", "_site/a.html": page("A"), "_layouts/post.html": page("L"), "index.html": page("Home"),
			},
			[]string{"_drafts/b.md", "_posts/2026-01-02-a.md"},
		},
		"what a generator made": {
			map[string]string{
				"index.html": page("Home"), "a/index.html": page("A"), "tags/x/index.html": page("x"), "page/2/index.html": page("2"),
				"404.html": page("404"), "robots.txt": "User-agent: *", "empty/index.html": "<!doctype html><title>x</title><p>",
			},
			[]string{"a/index.html", "index.html"},
		},
		"a vault": {
			map[string]string{".obsidian/app.json": "{}", ".trash/x.md": "Text.", "Note.md": "Text.", "templates/Daily.md": "Text."},
			[]string{"Note.md", "templates/Daily.md"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, err := filepath.EvalSymlinks(foldertest.New(t, test.files))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for item := range importer.Walk(t.Context(), []string{root}) {
				if item.Err != nil {
					t.Error(item.Err)
					continue
				}
				path, err := filepath.Rel(root, item.Path)
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, filepath.ToSlash(path))
			}
			if slices.Sort(got); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}
