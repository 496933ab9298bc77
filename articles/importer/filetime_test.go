package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/record"
)

// What says no date has the time of its file, where that is one.
func TestAnArticleWithoutADateHasTheTimeOfItsFile(t *testing.T) {
	t.Parallel()
	then := time.Date(2019, 5, 4, 3, 2, 1, 0, time.UTC)
	kept := articles.Article{ID: "abcdefghjk", Origin: "file:/x.md", Title: "Kept", FileTime: then.AddDate(-1, 0, 0), Markdown: "Words.\n"}
	written, err := record.Record{Article: &kept}.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text string
		at   time.Time
		want time.Time
	}{
		"note.md":   {"# A note\n\nWords.\n", then, then},
		"plain.txt": {"Words of a plain text.\n", then, then},
		"page.html": {"<title>A page</title><article><p>" + strings.Repeat("Words of the page. ", 60) + "</article>", then, then},
		"dated.md":  {"---\ndate: 2020-01-01\n---\nWords.\n", then, time.Time{}},
		"zeroed.md": {"Words.\n", time.Unix(0, 0), time.Time{}},
		"dos.md":    {"Words.\n", time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), time.Time{}},
		"long.md":   {strings.Repeat("Many words.\n\n", 20_000), then, then},
		"kept.md":   {string(written), then, kept.FileTime},
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, c.at, c.at); err != nil {
			t.Fatal(err)
		}
		g, err := File(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Finish().FileTime; !got.Equal(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
