package cli

import (
	"path/filepath"
	"testing"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
)

// TestOpenedFilesHideNoText opens a feed of which the library has a page, and a
// list of bookmarks: what the library has more of is what is read.
func TestOpenedFilesHideNoText(t *testing.T) {
	t.Parallel()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	of := func(text string) *articles.Article {
		const at = "https://a.example/1"
		return &articles.Article{ID: articles.NewID(at), Origin: at, URL: at, Title: "One", Markdown: text}
	}
	page := of("The text of the page.\n")
	page.Original = &articles.Original{Name: "page.html", Data: "<p>The text of the page."}
	if _, err := s.Put(t.Context(), page); err != nil {
		t.Fatal(err)
	}
	excerpt, bookmark, whole := of("A summary.\n"), of("<https://a.example/1>\n"), of("The text of the feed.\n")
	excerpt.Excerpt, bookmark.Bookmark = true, true
	for _, c := range []struct {
		opened *articles.Article
		want   string
	}{{excerpt, page.Markdown}, {bookmark, page.Markdown}, {whole, whole.Markdown}} {
		b := &importer.Bundle{Kind: importer.FeedBundle, Items: []importer.Entry{{Article: c.opened}}}
		all, err := bundled(t.Context(), s, b)
		if err != nil || len(all) != 1 || !all[0].Saved || all[0].Article.Markdown != c.want {
			t.Errorf("%q is read as %+v, %v", c.opened.Markdown, all, err)
		}
	}
}
