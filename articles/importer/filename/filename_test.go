package filename_test

import (
	"slices"
	"testing"
	"time"

	"lede/articles/importer/filename"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		file  string
		slugs []string
		title string
		date  string
	}{
		{"/blog/2026-02-08-the_measure.md", []string{"the-measure"}, "the measure", "2026-02-08"},
		{"/blog/2026/02/08/two/index.md", []string{"two"}, "two", "2026-02-08"},
		{"/blog/two/index.de.md", []string{"two", "two"}, "two", ""},
		{"/blog/two.pt-br.md", []string{"two-pt-br", "two"}, "two.pt br", ""},
		{"/books/A Study of Lamps.epub", []string{"a-study-of-lamps-epub"}, "A Study of Lamps", ""},
		{"/notes/12345678-one.txt", []string{"12345678-one"}, "12345678 one", ""},
	} {
		if got := filename.Slugs(test.file); !slices.Equal(got, test.slugs) || filename.Slug(test.file) != test.slugs[0] {
			t.Errorf("%s: slugs %q, not %q", test.file, got, test.slugs)
		}
		if got := filename.Title(test.file); got != test.title {
			t.Errorf("%s: title %q, not %q", test.file, got, test.title)
		}
		got := ""
		if date := filename.Date(test.file); !date.IsZero() {
			got = date.Format(time.DateOnly)
		}
		if got != test.date {
			t.Errorf("%s: date %q, not %q", test.file, got, test.date)
		}
	}
	for name, want := range map[string]string{"a b.md": "a b.md", "\x1b": `"\x1b"`} {
		if got := filename.Shown(name); got != want {
			t.Errorf("%q is shown as %s", name, got)
		}
	}
}
