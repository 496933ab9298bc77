package frontmatter_test

import (
	"slices"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/foldertest"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		file, front, slug, aliases, date string
	}{
		{"content/blog/2026-01-02-one.md", "", "one", "", "2026-01-02"},
		{"one.md", "slug: first\naliases: [/old/path/, Erste Notiz]", "first", "one old/path=path erste-notiz", ""},
		{"one.md", "permalink: /:categories/:title/", "one", "", ""},
		{"one.md", "permalink: /2026/01/02/uno.html", "uno", "one", "2026-01-02"},
		{"one.md", "url: /about/", "about", "one", ""},
		{"one.md", "link: /about/\ncanonical: no path", "about", "one", ""},
		{"one.md", "url: https://example.org/2026/01/02/uno/", "one", "", "2026-01-02"},
		{"one@2.md", "path: 2026/01/02/uno", "uno", "one-2", "2026-01-02"},
		{"two/index.md", "alias: Zwei", "two", "zwei", ""},
		{"two/index.pt-br.md", "", "two", "", ""},
		{"two.de.md", "", "two-de", "two", ""},
		{"one.md", "pubDatetime: 2026-01-02T10:00:00Z", "one", "", "2026-01-02"},
		{"one.md", "created_at: 1767348000", "one", "", "2026-01-02"},
		{"one.md", "date: 1767348000000", "one", "", "2026-01-02"},
		{"one.md", "date: 2026", "one", "", ""},
		{"20260102-one.md", "", "one", "", "2026-01-02"},
		{"202601021530 one.md", "", "one", "", "2026-01-02"},
		{"2026_01_02_one.md", "", "one", "", "2026-01-02"},
		{"12345678-one.md", "", "12345678-one", "", ""},
		{"2026/01/02/one.md", "date: 2026-03-04", "one", "", "2026-03-04"},
		{"2026/01/one.md", "", "one", "", ""},
		{"one.md", "redirect_from: [/a/, /b/]", "one", "a b", ""},
	} {
		file := foldertest.Abs(t, test.file)
		a, err := importer.Read(file, "---\n"+test.front+"\n---\nText.\n")
		if err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(test.aliases, "old/path=", "")
		if got := strings.Join(a.Aliases, " "); a.Slug != test.slug || got != want {
			t.Errorf("%s with %q: slug %q, aliases %q; want %q, %q", test.file, test.front, a.Slug, got, test.slug, want)
		}
		if got := articles.DateLabel(a.Published); test.date == "" && got != "" || test.date != "" && a.Published.Format("2006-01-02") != test.date {
			t.Errorf("%s with %q is of %v, not %s", test.file, test.front, a.Published, test.date)
		}
	}
}

func TestDrafts(t *testing.T) {
	t.Parallel()
	const draft = "Draft: its author has not published it."
	for front, want := range map[string]bool{
		"draft: true": true, "draft: false": false, "published: false": true, "published: 2026-01-02": false,
		"status: Draft": true, "title: Draft": false,
	} {
		a, err := importer.Read("x.md", "---\n"+front+"\n---\nText.\n")
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(a.Notices, draft); got != want {
			t.Errorf("%s: a draft %v", front, got)
		}
	}
	if a, err := importer.Read(foldertest.Abs(t, "blog/_drafts/x.md"), "Text.\n"); err != nil || !slices.Contains(a.Notices, draft) {
		t.Errorf("a file among drafts: %v, %v", a, err)
	}
}
