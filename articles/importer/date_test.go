package importer

import (
	"testing"
	"time"

	"lede/articles/importer/foldertest"
)

func TestDateOfPath(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"blog/2024-03-05-title.md":          "2024-03-05",
		"blog/2024-03-05.txt":               "2024-03-05",
		"blog/2024-03-05 A Title/index.md":  "2024-03-05",
		"blog/2024/03/05/title.txt":         "2024-03-05",
		"blog/2024/03/05/title/index.md":    "2024-03-05",
		"2024/03/05/title.md":               "2024-03-05",
		"1999/12/31/2024-03-05-title.md":    "2024-03-05",
		"blog/title.md":                     "",
		"blog/2024-13-05-title.md":          "",
		"blog/2024-03-051.md":               "",
		"blog/2024/03/title.md":             "",
		"blog/2024/03/05/pages/a/title.md":  "",
		"blog/2024/02/30/title.md":          "",
		"blog/12024-03-05-title.md":         "",
		"blog/2024/03/01-first-chapter.txt": "",
	} {
		a, err := Read(foldertest.Abs(t, file), "Some text, of a line.\n")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if !a.Published.IsZero() {
			got = a.Published.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: dated %q, want %q", file, got, want)
		}
	}
}
