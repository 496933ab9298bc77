package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/record"
)

// TestMarkdownReadsBack: what show --format md writes, the importer reads as
// the same article, but for where it stands.
func TestMarkdownReadsBack(t *testing.T) {
	all, err := importer.Welcome()
	if err != nil {
		t.Fatal(err)
	}
	odd := &articles.Article{
		Slug: "odd", Title: `"Yes": a # title, & 'more' - &amp;[x]`, Dek: "no", Author: "null", AuthorBio: "1.50 € &lt;",
		Site: "- site", URL: "https://example.org/?a=1&b=2#c",
		Published: time.Date(2026, 2, 8, 23, 30, 1, 0, time.FixedZone("", -5*3600)),
		Updated:   time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Notices:   []string{"One: a notice", "---"}, Tags: []string{"a b", "c++", "2026"}, SourceViews: 12400,
		Epigraphs: []articles.Quote{{Text: "Two\nlines: of verse", By: "— me"}, {Text: "#"}},
		Related: []articles.Link{
			{Title: "Only: a title"},
			{Target: "a-slug"},
			{Title: "T", Target: "https://example.org/t"},
			{Title: "F", Target: "file:/notes/other one.md"},
		},
		Markdown: "# Not the title\n\n---\ntitle: no\n---\n\n    code\n",
	}
	long := &articles.Article{Slug: "long", Author: "Ada Quill, Sam Reed", Title: strings.Repeat("long title ", 40) + "end", Markdown: "Text\n"}
	for _, want := range append(all, odd, long) {
		t.Run(want.Slug, func(t *testing.T) {
			var b bytes.Buffer
			if err := record.WriteMarkdown(&b, want); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "x.md")
			if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := importer.File(t.Context(), file)
			if err != nil {
				t.Fatalf("%v\n%s", err, b.String())
			}
			if !got.Published.Equal(want.Published) || !got.Updated.Equal(want.Updated) {
				t.Errorf("dates %v %v, want %v %v", got.Published, got.Updated, want.Published, want.Updated)
			}
			same := *want
			same.ID, same.Origin, same.Published, same.Updated = got.ID, got.Origin, got.Published, got.Updated
			same.Original = got.Original
			same.Aliases = []string{"x"} // the name of the file
			same.Links, same.Length, same.Opening = got.Links, got.Length, got.Opening
			same.FileTime = got.FileTime
			if !reflect.DeepEqual(got.Article, &same) {
				t.Errorf("got  %+v\nwant %+v\n%s", got, &same, b.String())
			}
		})
	}
}
